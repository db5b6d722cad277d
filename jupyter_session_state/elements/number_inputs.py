"""A field for one number."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from numbers import Integral
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
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
    optional_text,
)
from jupyter_session_state.elements.values import SAFE, finite

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.keywords import NumberKeywords, NumberLooks

Number: TypeAlias = int | float
Min: TypeAlias = Literal["min"]


@overload
def number_input(
    label: str,
    min_value: int,
    max_value: int | None = None,
    value: int | Min = "min",
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: int | None = None,
    max_value: int | None = None,
    *,
    value: int,
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: None = None,
    *,
    max_value: int,
    value: int | Min = "min",
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: None = None,
    max_value: None = None,
    value: int | Min = "min",
    *,
    step: int,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: int,
    max_value: int | None = None,
    *,
    value: None,
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int | None: ...
@overload
def number_input(
    label: str, *, max_value: int, value: None, step: int | None = None, **more: Unpack[NumberKeywords]
) -> int | None: ...
@overload
def number_input(label: str, *, value: None, step: int, **more: Unpack[NumberKeywords]) -> int | None: ...
@overload
def number_input(
    label: str,
    min_value: float | None = None,
    max_value: float | None = None,
    value: float | Min = "min",
    step: float | None = None,
    **more: Unpack[NumberKeywords],
) -> float: ...
@overload
def number_input(
    label: str,
    min_value: float | None = None,
    max_value: float | None = None,
    *,
    value: None,
    step: float | None = None,
    **more: Unpack[NumberKeywords],
) -> float | None: ...
@overload
def number_input(
    label: str,
    min_value: Number | None = None,
    max_value: Number | None = None,
    value: Number | Min | None = "min",
    step: Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[NumberLooks],
) -> Number | None: ...


@widget
def number_input(
    label: str,
    min_value: Number | None = None,
    max_value: Number | None = None,
    value: Number | Literal["min"] | None = "min",
    step: Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[Number | None]:
    """A field for a number; returns an int if all numbers given are int, else a float, or None while empty.

    Mirrors ``streamlit.number_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    min_value, max_value
        Its limits; an entry beyond them becomes the default.
    value
        What it holds at first: a number, ``"min"`` for `min_value` or else 0.0, or None for an empty field.
    step
        What its buttons add and take away: 1, or 0.01 for floats.
    format
        How the number is shown, such as ``"%.3f"``.
    key
        Its name in session state.
    help
        A tooltip, as Markdown.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs; or ``"ignore"``: the
        change waits for the next run that something else causes.
    placeholder
        A grey text while it is empty.
    disabled
        Whether it cannot be changed by the user; session state still can.
    required
        Whether the browser refuses to send it empty.
    label_visibility
        ``"hidden"`` keeps the label's place, ``"collapsed"`` does not.
    icon
        An emoji or ``":material/name:"`` before the number.
    width
        ``"stretch"``, or pixels.
    persist_state
        ``"session"`` or ``"page"``: keep the value while it is not drawn. Needs a `key`.

    Raises
    ------
    StreamlitMixedNumericTypesError
        If limits, value and step are neither all int nor all float.
    StreamlitValueAboveMaxError, StreamlitValueBelowMinError, StreamlitInvalidMinMaxError
        If they contradict each other.
    StreamlitInvalidNumberFormatError
        If no number can be put into `format`.

    Examples
    --------
    >>> guests = st.number_input("Guests", 1, 12)  # doctest: +SKIP
    """
    default, is_int = _default(label, min_value, max_value, value, step)
    entry = _Entry(default, is_int, min_value, max_value)
    step = (1 if is_int else 0.01) if step is None or math.isnan(step) else step
    _check(label, entry, step)
    limits = {"min": _plain(min_value), "max": _plain(max_value), "step": _plain(step)}
    kind = {"data_type": "int" if is_int else "float", "format": _format(label, format, is_int=is_int)}
    looks = {"placeholder": optional_text(placeholder), "icon": checked_icon("number_input", icon)}
    return Control(
        "NumberInput",
        default,
        {**limits, **kind, **looks, "required": bool(required)},
        decode=entry.decode,
        encode=entry.encode,
        check=entry.check,
        admit=entry.admit,
        given=value is not None and value != "min",
        query=query_shapes.number(whole=is_int),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """What may be in the field."""

    default: Number | None
    is_int: bool
    low: Number | None
    high: Number | None

    def decode(self, wire: Any) -> Number | None:
        if wire is None:
            return self.default
        number = int(finite(wire)) if self.is_int else float(finite(wire))
        largest = SAFE if self.is_int else sys.float_info.max
        return number if self.is_within(number) and abs(number) <= largest else self.default

    @staticmethod
    def encode(value: Any) -> float | None:
        """Return what the field shows: nothing for what is no finite number."""
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            return None
        return number if math.isfinite(number) else None

    @staticmethod
    def admit(value: Any) -> Any:
        """Pass what counts as a number on, and None for an empty field."""
        if isinstance(value, str):
            raise TypeError(f"expected a number or None, not {value!r}"[:200])
        if value is not None:
            float(value)
        return value

    def check(self, value: Any) -> Any:
        """Pass a number within the limits on; another one becomes the default."""
        return value if value is None or self.is_within(value) else self.default

    def is_within(self, number: Any) -> bool:
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


def _default(label: str, low: Any, high: Any, value: Any, step: Any) -> tuple[Any, bool]:
    """Return the number to start with, and whether the field holds whole numbers."""
    start = None if isinstance(value, str) and value == "min" else value
    named = {"min_value": low, "max_value": high, "value": start, "step": step}
    given = {name: number for name, number in named.items() if number is not None}
    for name, number in given.items():
        if isinstance(number, str):
            raise messages.no_number(label, name, number)
    numbers = given.values()
    all_int = all(isinstance(n, Integral) for n in numbers)
    if not all_int and not all(isinstance(n, float) for n in numbers):
        raise messages.mixed_numbers("number_input", label, given)
    is_int = all_int and bool(numbers)
    if value is not None and start is None:
        start = low if low is not None else 0 if is_int else 0.0
    return (int(start) if is_int and start is not None else start), is_int


def _format(label: str, given: str | None, *, is_int: bool) -> str:
    """Return the format to show numbers in; raises if none can be put into the given one."""
    if given is None:
        return "%d" if is_int else "%0.2f"
    try:
        if isinstance(given, str) and float(given % 2):
            return given
    except (TypeError, ValueError):
        pass
    raise messages.bad_number_format(label, given)


def _check(label: str, entry: _Entry, step: Number) -> None:
    low, high, value = entry.low, entry.high, entry.default
    if low is not None and high is not None and low > high:
        raise messages.min_above_max("number_input", label, low, high)
    if value is not None and low is not None and value < low:
        raise messages.below_min("number_input", label, value, low)
    if value is not None and high is not None and value > high:
        raise messages.above_max("number_input", label, value, high)
    for name, number in {"min_value": low, "max_value": high, "value": value, "step": step}.items():
        if number is not None and (abs(number) > SAFE if entry.is_int else math.isinf(number)):
            raise messages.too_large("number_input", label, name, number)


def _plain(number: Any) -> Number | None:
    """Return a limit as a browser understands it: none for what is no number."""
    if number is None or math.isnan(number):
        return None
    return int(number) if isinstance(number, Integral) else float(number)
