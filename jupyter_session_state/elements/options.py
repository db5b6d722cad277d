"""Options to choose from: what is given, turned into a list of values with labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, EnumMeta
from typing import Any

from jupyter_session_state.elements import messages


def option_list(options: Any) -> list[Any]:
    """Return options as a list: of a dict its keys, of an Enum class its members, of a frame a column."""
    if options is None:
        return []
    if isinstance(options, (str, int, float, bool)):
        return [options]
    if isinstance(options, EnumMeta):
        members: list[Any] = list(options)
        return [getattr(m, "value", m) if isinstance(m, str) else m for m in members]
    if isinstance(options, Mapping):
        return list(options)
    column = _first_column(options)
    if column is not None:
        return column
    return list(options) if isinstance(options, Iterable) else [options]


def _first_column(data: Any) -> list[Any] | None:
    """Return the first column of a frame, the items of a series or an array; None for other things."""
    if isinstance(data, type):
        return None
    if hasattr(data, "iloc") and hasattr(data, "columns"):
        return list(data.iloc[:, 0].tolist()) if len(data.columns) else []
    if hasattr(data, "to_pandas") and hasattr(data, "columns"):
        return _first_column(data.to_pandas())
    as_list = (
        getattr(data, "tolist", None) or getattr(data, "to_pylist", None) or getattr(data, "to_list", None)
    )
    if not callable(as_list):
        return None
    items = as_list()
    if not isinstance(items, list):
        return [items]
    return [row[0] for row in items if row] if getattr(data, "ndim", 1) > 1 else items


@dataclass(frozen=True, slots=True)
class Options:
    """Values with labels. Two values with one label cannot be told apart: the last one counts."""

    kind: str
    values: list[Any]
    labels: list[str]
    places: Mapping[str, int]
    format: Callable[[Any], Any]

    @classmethod
    def of(cls, kind: str, label: str, options: Any, format_func: Callable[[Any], Any]) -> Options:
        """Make them from what was given.

        Raises
        ------
        StreamlitAPIException
            If options cannot be compared.
        """
        values = option_list(options)
        try:
            bool(values and values[0] == values[0])
        except ValueError:
            raise messages.incomparable_options(kind, label, values[0]) from None
        labels = [str(format_func(value)) for value in values]
        return cls(kind, values, labels, {text: i for i, text in enumerate(labels)}, format_func)

    def at(self, index: Any) -> Any:
        """Return the option at `index`; None for None, or where there are no options.

        Raises
        ------
        StreamlitInvalidParameterTypeError
            If it is no int.
        StreamlitValueOutOfRangeError
            If there is none.
        """
        if index is None:
            return None
        if not isinstance(index, int):
            raise messages.wrong_type(self.kind, "index", index, "an int or None")
        if not self.values:
            return None
        if not 0 <= index < len(self.values):
            raise messages.out_of_range(self.kind, "index", index, 0, len(self.values) - 1)
        return self.values[index]

    def label_of(self, value: Any) -> str:
        """Return the label of a value, which need not be an option."""
        try:
            return str(self.format(value))
        except Exception:  # noqa: BLE001 - the author's function sees a value it was not made for
            return str(value)

    def with_label(self, label: Any) -> Any:
        """Return the option that a browser chose.

        Raises
        ------
        TypeError, ValueError
            If there is none.
        """
        if not isinstance(label, str):
            raise TypeError(f"expected a label, not {label!r}")
        if label not in self.places:
            raise ValueError(f"{label!r} is none of the options")
        return self.values[self.places[label]]

    def has(self, value: Any) -> bool:
        """Whether an option has the label of `value`."""
        try:
            return str(self.format(value)) in self.places
        except Exception:  # noqa: BLE001 - the author's function refuses it, so it is none of the options
            return False

    def current(self, value: Any) -> Any:
        """Return `value`; for a member of an Enum class that the script defined anew, that of the new one."""
        if not isinstance(value, Enum):
            return value
        for option in self.values:
            if isinstance(option, Enum) and option.name == value.name and _alike(type(option), type(value)):
                return option
        return value


def _alike(a: type[Enum], b: type[Enum]) -> bool:
    return a.__qualname__ == b.__qualname__ and list(a.__members__) == list(b.__members__)
