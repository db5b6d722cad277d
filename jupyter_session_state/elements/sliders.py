"""A slider over numbers, dates or times, with one handle or two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import limit_messages, messages
from jupyter_session_state.elements.scales import Scale, SliderWire, scale_of, type_name
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.keywords import InputKeywords, InputLooks, SliderKeywords

SliderStep: TypeAlias = int | float | dt.timedelta
SliderScalar: TypeAlias = int | float | dt.date | dt.time | dt.datetime
SliderValue: TypeAlias = SliderScalar | Sequence[SliderScalar]

N = TypeVar("N", int, float)
D = TypeVar("D", dt.datetime, dt.date, dt.time)
Format: TypeAlias = str | None


@overload
def slider(label: str, *, step: int | None = None, **more: Unpack[SliderKeywords]) -> int: ...
@overload
def slider(
    label: str,
    min_value: N | None = None,
    max_value: N | None = None,
    value: N | None = None,
    step: N | None = None,
    format: Format = None,
    **more: Unpack[InputKeywords],
) -> N: ...
@overload
def slider(
    label: str,
    min_value: N | None,
    max_value: N | None,
    value: tuple[N, N] | list[N],
    step: N | None = None,
    format: Format = None,
    **more: Unpack[InputKeywords],
) -> tuple[N, N]: ...
@overload
def slider(
    label: str,
    min_value: N | None = None,
    max_value: N | None = None,
    *,
    value: tuple[N, N] | list[N],
    step: N | None = None,
    **more: Unpack[SliderKeywords],
) -> tuple[N, N]: ...
@overload
def slider(
    label: str,
    min_value: D,
    max_value: D | None = None,
    value: D | None = None,
    step: dt.timedelta | None = None,
    format: Format = None,
    **more: Unpack[InputKeywords],
) -> D: ...
@overload
def slider(
    label: str,
    *,
    max_value: D,
    value: D | None = None,
    step: dt.timedelta | None = None,
    **more: Unpack[SliderKeywords],
) -> D: ...
@overload
def slider(
    label: str, *, value: D, step: dt.timedelta | None = None, **more: Unpack[SliderKeywords]
) -> D: ...
@overload
def slider(
    label: str,
    min_value: D | None = None,
    max_value: D | None = None,
    *,
    value: tuple[D, D] | list[D],
    step: dt.timedelta | None = None,
    **more: Unpack[SliderKeywords],
) -> tuple[D, D]: ...
@overload
def slider(
    label: str,
    min_value: D | None,
    max_value: D | None,
    value: tuple[D, D] | list[D],
    step: dt.timedelta | None = None,
    format: Format = None,
    **more: Unpack[InputKeywords],
) -> tuple[D, D]: ...
@overload
def slider(
    label: str,
    min_value: SliderScalar | None = None,
    max_value: SliderScalar | None = None,
    value: SliderValue | None = None,
    step: SliderStep | None = None,
    format: Format = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[InputLooks],
) -> Any: ...


@widget
def slider(
    label: str,
    min_value: SliderScalar | None = None,
    max_value: SliderScalar | None = None,
    value: SliderValue | None = None,
    step: SliderStep | None = None,
    format: str | None = None,
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
) -> Control[Any]:
    """A slider; returns the value of its handle, or a tuple of two for a range.

    Mirrors ``streamlit.slider``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    min_value, max_value
        Its ends. Without them 0 to 100, 0.0 to 1.0, two weeks around the value, or the whole day.
    value
        Where it stands at first: one value, or two for a range. A value beyond the ends moves them.
    step
        Distance of neighbouring values; a ``timedelta`` for dates and times.
    format
        How values are shown: such as ``"%.1f"`` for numbers, ``"DD.MM.YY"`` for dates and times.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user moved it, before the script runs.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If value, ends and step are of different types.
    StreamlitInvalidMinMaxError
        If both ends are the same.
    StreamlitValueAboveMaxError, StreamlitValueBelowMinError
        If session state has a value beyond the ends.

    Examples
    --------
    >>> low, high = st.slider("Price", 0, 100, (20, 80))  # doctest: +SKIP
    >>> day = st.slider("Day", value=date(2024, 5, 1))  # doctest: +SKIP
    """
    single, values = _given_values(min_value if value is None else value)
    scale = scale_of(values)
    low, high, step = _range(label, scale, values, (min_value, max_value, step))
    values, low, high = _arranged(values, low, high)
    _check_bounds(label, scale, low, high)
    if scale.name == "int":
        values = [int(number) for number in values]
    shapes = (1, 2) if value is None else (len(values),)
    default = scale.travelled(values)
    wire = SliderWire(scale, label, low, high, shapes, single, default[0] if single else default)
    props = {"format": scale.format if format is None else format, "data_type": scale.name}
    return Control(
        "Slider",
        wire.default,
        {**wire.bounds, "step": scale.step_number(step), **props},
        decode=wire.decode,
        encode=wire.encode,
        admit=wire.admit,
        identity_with_key=("min_value", "max_value", "step"),
        given=value is not None,
        query=query_shapes.numbers(scale.name),
    )


def _given_values(value: Any) -> tuple[bool, list[Any]]:
    """Return whether there is one handle, and the value or values given."""
    if value is None:
        return True, [0]
    single = not isinstance(value, (list, tuple))
    values = [value] if single else list(value)
    if len(values) > 2:
        raise messages.not_one_of("value", value, "one value, or a list or tuple of at most two")
    names = {type_name(v) for v in values}
    if None in names:
        allowed = "a number, date, time or datetime, or a list or tuple of two"
        raise messages.wrong_type("slider", "value", value, allowed)
    if len(names) > 1:
        raise messages.wrong_type("slider", "value", value, "two values of the same type")
    return single, values


def _range(label: str, scale: Scale, values: list[Any], given: tuple[Any, Any, Any]) -> tuple[Any, Any, Any]:
    """Return lower end, upper end and step, with what was not given filled in."""
    low, high, step = given
    low = scale.low if low is None else low
    high = scale.high if high is None else high
    named = {"min_value": low, "max_value": high, "value": values[0] if len(values) == 1 else tuple(values)}
    if step is None:
        if not scale.fits(low, high, scale.step):
            raise limit_messages.mixed_types("slider", label, named)
        step = scale.step_between(low, high)
    if not step:
        raise messages.not_one_of("step", step, "more than nothing")
    if not scale.fits(low, high, step):
        raise limit_messages.mixed_types("slider", label, {**named, "step": step})
    return low, high, step


def _arranged(values: list[Any], low: Any, high: Any) -> tuple[list[Any], Any, Any]:
    """Put pairs in order and move the ends so far that all values lie between them."""
    low, high = min(low, high), max(low, high)
    values = sorted(values) if values else [low, high]
    return values, min(low, values[0]), max(high, values[-1])


def _check_bounds(label: str, scale: Scale, low: Any, high: Any) -> None:
    if low == high:
        raise limit_messages.equal_bounds("slider", label, low)
    for name, bound in (("min_value", low), ("max_value", high)):
        if not scale.is_exact(bound):
            raise limit_messages.too_large("slider", label, name, bound)
