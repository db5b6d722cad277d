"""A slider over options, with one handle or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.options import Options
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    OptionSequence,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)

T = TypeVar("T")

_NEAR = 5e-12  # floats that differ by rounding alone are the same option


@overload
def select_slider(
    label: str,
    options: OptionSequence[T],
    value: tuple[T, T] | list[T],
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> tuple[T, T]: ...


@overload
def select_slider(
    label: str,
    options: OptionSequence[T] = (),
    value: T | None = None,
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T: ...


@widget
def select_slider(
    label: str,
    options: OptionSequence[T] = (),
    value: T | Sequence[T] | None = None,
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[T | tuple[T, T]]:
    """A slider over options; returns the option at its handle, or a tuple of two for a range.

    Mirrors ``streamlit.select_slider``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    options
        What there is to choose from, in order: any iterable, a dict (its keys), an Enum class, a Series, an array,
        or a DataFrame (its first column).
    value
        Where it stands at first: one option, or a list or tuple of two for a range; the first option if None.
    format_func
        Makes the label of an option.
    key
        Its name in session state. A value stays as long as its labels are among the options.
    on_change
        Called with `args` and `kwargs` after the user moved it, before the script runs.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there are no options.
    StreamlitValueError
        If `value` is no option, or neither one nor two.

    Examples
    --------
    >>> low, high = st.select_slider("Sizes", ["S", "M", "L"], ("S", "M"), key="sizes")  # doctest: +SKIP
    """
    choices = Options.of("select_slider", label, options, format_func)
    if not choices.values:
        raise messages.no_options("select_slider", label)
    places = _places(label, choices, value)
    range_ = _Range(choices, label, places)
    return Control(
        "SelectSlider",
        range_.default,
        {"options": choices.labels},
        decode=range_.decode,
        encode=range_.encode,
        check=range_.check,
        identity={"options": choices.labels, "value": places},
        given=value is not None,
        query=replace(query_shapes.texts(repeats=True, clearable=False), mend=range_.mend),
    )


def _places(label: str, options: Options, value: Any) -> list[int]:
    """Return where the handles stand at first, in the order of the options."""
    if not isinstance(value, (list, tuple)):
        place = _place_of(options, value)
        if place is None and value is not None:
            raise messages.no_option_at(label, value, options.labels)
        return [place or 0]
    if len(value) != 2:
        raise messages.not_one_of("value", value, "one option, or a list or tuple of two for a range")
    places = [_place_of(options, item) for item in value]
    for item, place in zip(value, places, strict=True):
        if place is None:
            raise messages.no_option_at(label, item, options.labels)
    return sorted(place for place in places if place is not None)


def _place_of(options: Options, value: Any) -> int | None:
    for place, option in enumerate(options.values):
        both_floats = isinstance(option, float) and isinstance(value, float)
        if option == value or (both_floats and abs(option - value) < _NEAR):
            return place
    return None


@dataclass(frozen=True, slots=True)
class _Range:
    """The choice of one option or two; it travels as a list of labels."""

    options: Options
    label: str
    places: list[int]

    @property
    def default(self) -> Any:
        found = tuple(self.options.values[place] for place in self.places)
        return found if len(found) == 2 else found[0]

    def mend(self, labels: list[str]) -> list[str]:
        """Return labels that may be of no option, in an address, with the first ones in place of those."""
        start = self.encode(self.default)
        if len(labels) != len(start):
            return start
        return [
            label if label in self.options.places else own for label, own in zip(labels, start, strict=True)
        ]

    def decode(self, wire: Any) -> Any:
        if not isinstance(wire, (list, tuple)) or len(wire) > 2:
            raise TypeError("expected a list of one or two labels")
        places = sorted(self.options.place(label) for label in wire)
        if len(places) != len(
            self.places
        ):  # session state changed the number of handles, which does not last
            return self.default
        found = tuple(self.options.values[place] for place in places)
        return found if len(found) == 2 else found[0]

    def encode(self, value: Any) -> list[str]:
        if value is None:
            return []
        if isinstance(value, (list, tuple)) and not self.options.has(value):
            return [self.options.label_of(item) for item in value]
        return [self.options.label_of(value)]

    def check(self, value: Any) -> Any:
        if value is None or self.options.has(value):
            return self.options.current(value)
        if not isinstance(value, tuple):
            return self.options.values[self.places[0]]
        if len(value) < 2:
            raise messages.no_pair_in_state(self.label, value)
        if self.options.has(value[0]) and self.options.has(value[1]):
            return self.options.all_current(value)
        end = self.places[1] if len(self.places) == 2 else -1
        return (self.options.values[self.places[0]], self.options.values[end])
