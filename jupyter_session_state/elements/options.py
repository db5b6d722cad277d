"""Options to choose from: what is given, turned into a list of values with labels."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, EnumMeta
from typing import Any

from jupyter_session_state._core.tracebacks import add_note
from jupyter_session_state.elements import messages


def option_list(options: Any) -> list[Any]:
    """Return options as a list: of a dict its keys, of an Enum class its members, of a frame a column."""
    if options is None:
        return []
    if isinstance(options, (str, bytes, int, float, bool)):
        return [options]
    if isinstance(options, EnumMeta):
        members: list[Any] = list(options)
        return [getattr(m, "value", m) if isinstance(m, str) else m for m in members]
    if isinstance(options, (list, tuple, Mapping)):
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
    for name in ("to_series", "column"):  # of Polars, of Arrow
        if callable(getattr(data, name, None)) and hasattr(data, "columns"):
            return _items(getattr(data, name)(0)) if len(data.columns) else []
    if hasattr(data, "to_pandas") and hasattr(data, "columns"):
        return _first_column(data.to_pandas())
    return _items(data)


def _items(data: Any) -> list[Any] | None:
    if getattr(getattr(data, "dtype", None), "kind", "") == "M" and hasattr(data, "astype"):
        return _moments(data)
    ways = (getattr(data, name, None) for name in ("tolist", "to_pylist", "to_list"))
    as_list = next((way for way in ways if callable(way)), None)
    if as_list is None:
        return None
    items = as_list()
    if not isinstance(items, list):
        return [items]
    return [row[0] for row in items if row] if getattr(data, "ndim", 1) > 1 else items


def _moments(data: Any) -> list[Any]:
    """Return what Pandas makes of an array of moments; its own list would hold bare nanoseconds."""
    pandas = sys.modules.get("pandas")
    if getattr(data, "ndim", 1) > 1:
        data = data[:, 0]
    items: list[Any] = data.astype("M8[us]").tolist() if pandas is None else pandas.Series(data).tolist()
    return items


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
        Exception
            Whatever `format_func` raises, with a note that names the option.
        """
        values = option_list(options)
        try:
            bool(values and values[0] == values[0])
        except ValueError:
            raise messages.incomparable_options(kind, label, values[0]) from None
        labels = [_label(kind, label, value, format_func) for value in values]
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
        if isinstance(index, bool) or not isinstance(index, int):
            raise messages.wrong_type(self.kind, "index", index, "an int or None")
        if not self.values:
            return None
        if not 0 <= index < len(self.values):
            raise messages.out_of_range(self.kind, "index", index, 0, len(self.values) - 1)
        return self.values[index]

    def places_of(self, label: str, given: Any) -> list[int]:
        """Return where the options stand that a default names, in its order.

        Raises
        ------
        StreamlitDefaultNotInOptionsError
            If one of them is no option.
        """
        wanted = option_list(given)
        for value in wanted:
            if value not in self.values:
                raise messages.default_not_in_options(self.kind, label, value, self.labels)
        return [self.values.index(value) for value in wanted]

    def label_of(self, value: Any) -> str:
        """Return the label of a value, which need not be an option."""
        try:
            return str(self.format(value))
        except Exception:  # noqa: BLE001 - the author's function sees a value it was not made for
            place = self._twin(value)
            return str(value) if place is None else self.labels[place]

    def with_label(self, label: Any) -> Any:
        """Return the option that a browser chose.

        Raises
        ------
        TypeError, ValueError
            If there is none.
        """
        return self.values[self.place(label)]

    def place(self, label: Any) -> int:
        """Return where the option with a label stands; raises as `with_label`."""
        if not isinstance(label, str):
            raise TypeError(f"expected a label, not {label!r}")
        if label not in self.places:
            raise ValueError(f"{label!r} is none of the options")
        return self.places[label]

    def has(self, value: Any) -> bool:
        """Whether an option has the label of `value`."""
        try:
            return str(self.format(value)) in self.places
        except Exception:  # noqa: BLE001 - the author's function refuses it, so only a copy can be one of the options
            return self._twin(value) is not None

    def current(self, value: Any) -> Any:
        """Return `value`; for a member of an Enum class that the script defined anew, that of the new one."""
        if not isinstance(value, Enum):
            return value
        for option in self.values:
            if isinstance(option, Enum) and option.name == value.name and _alike(type(option), type(value)):
                return option
        return value

    def all_current(self, values: Any) -> Any:
        """Return a list or tuple with each value `current`; the same object if nothing differs."""
        if not isinstance(values, (list, tuple)) or not all(isinstance(v, Enum) for v in values):
            return values
        found = [self.current(value) for value in values]
        return values if all(a is b for a, b in zip(found, values, strict=True)) else type(values)(found)

    def _twin(self, value: Any) -> int | None:
        """Return where the option stands that `value` was copied from; objects without ``==`` need it."""
        inside = getattr(value, "__dict__", None)
        if not inside:
            return None
        for place, option in enumerate(self.values):
            same_class = type(option).__qualname__ == type(value).__qualname__
            if same_class and _equal(getattr(option, "__dict__", None), inside):
                return place
        return None


def _label(kind: str, label: str, value: Any, format_func: Callable[[Any], Any]) -> str:
    try:
        return str(format_func(value))
    except Exception as error:
        add_note(error, messages.format_func_failed(kind, label, value))
        raise


def _equal(a: object, b: object) -> bool:
    try:
        return bool(a == b)
    except Exception:  # noqa: BLE001 - arrays among the attributes have no single answer
        return False


def _alike(a: type[Enum], b: type[Enum]) -> bool:
    return a.__qualname__ == b.__qualname__ and set(a.__members__) == set(b.__members__)
