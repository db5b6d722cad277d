"""A field for a date, or for the first and the last one of a range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages, moments
from jupyter_session_state.elements.state import held
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

NullableScalarDateValue: TypeAlias = dt.date | dt.datetime | str | Literal["today"] | None
DateValue: TypeAlias = NullableScalarDateValue | Sequence[NullableScalarDateValue]
DateWidgetReturn: TypeAlias = dt.date | tuple[()] | tuple[dt.date] | tuple[dt.date, dt.date] | None


@widget
def date_input(
    label: str,
    value: DateValue = "today",
    min_value: NullableScalarDateValue = None,
    max_value: NullableScalarDateValue = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[DateWidgetReturn]:
    """A field for a date; returns the date, or for a range a tuple of none, one or two, or None while empty.

    Mirrors ``streamlit.date_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        What it holds at first: a date, ``"today"``, None for an empty field; a list or tuple of up to two dates
        makes it a range. Without it a keyed field takes the form of what session state has.
    min_value, max_value
        Its limits; ten years before and after the value if not given. A date beyond them becomes the default.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs.
    format
        How dates are shown: year, month and day in one of the usual orders with ``/``, ``.`` or ``-`` between.
    required
        Whether the browser refuses to leave it empty.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If value or limits stand for no dates, or are more than two.
    StreamlitValueAboveMaxError, StreamlitValueBelowMinError, StreamlitInvalidMinMaxError
        If they contradict each other.
    StreamlitValueError
        If `format` is none that is known.

    Examples
    --------
    >>> born = st.date_input("Born", date(1990, 5, 17), format="DD.MM.YYYY")  # doctest: +SKIP
    >>> trip = st.date_input("Trip", [], key="trip")  # doctest: +SKIP
    >>> if len(trip) == 2: ...  # doctest: +SKIP
    """
    moments.check_format("date_input", format)
    dates = _Dates.of(label, value, min_value, max_value)
    if _is_today(value) and (known := held(key)) is not MISSING:
        dates = _Dates.of(label, known, min_value, max_value)
    ends = {"min": moments.date_text(dates.low), "max": moments.date_text(dates.high)}
    looks = {"format": format, "required": required, "mode": "date", "is_range": dates.is_range}
    return Control(
        "MomentInput",
        dates.default,
        {**ends, **looks, "empty": () if dates.is_empty else tuple(dates.encode(dates.default))},
        decode=dates.decode,
        encode=dates.encode,
        check=dates.check,
        identity={"value": _named(value), "min_value": _named(min_value), "max_value": _named(max_value)},
        identity_with_key=("format",),
        given=value is not None and not _is_today(value),
    )


@dataclass(frozen=True, slots=True)
class _Dates:
    """What a field starts with and what it may hold.

    Parameters
    ----------
    start
        The dates it starts with: one, or for a range up to two. Empty for a field that starts so.
    low, high
        The limits.
    is_bounded
        Whether the author gave a limit: only then are values of session state judged by them.
    """

    start: tuple[dt.date, ...]
    is_range: bool
    low: dt.date
    high: dt.date
    is_bounded: bool

    @classmethod
    def of(cls, label: str, value: Any, low: Any, high: Any) -> _Dates:
        """Read the arguments; raises if they stand for no dates or contradict each other."""
        start = () if value is None else dates_of(value)
        first, last = (start[0], start[-1]) if start else (moments.today(),) * 2
        lowest = moments.shifted(first, -moments.YEARS) if low is None else _limit("min_value", low)
        highest = moments.shifted(last, moments.YEARS) if high is None else _limit("max_value", high)
        if _is_today(value):
            start = (max(lowest, min(first, highest)),)
        _check_order(label, start, lowest, highest)
        return cls(start, _is_several(value), lowest, highest, low is not None or high is not None)

    @property
    def default(self) -> Any:
        """The value to start with."""
        return self._value_of(self.start)

    @property
    def is_empty(self) -> bool:
        """Whether it starts without a date."""
        return not self.start

    def _value_of(self, dates: tuple[dt.date, ...]) -> Any:
        if self.is_range:
            return dates
        return dates[0] if dates else None

    def decode(self, wire: Any) -> Any:
        """Return the value that the browser sent; the default for dates beyond the limits."""
        dates = tuple(moments.sent_date(text) for text in moments.sent_texts(wire, 2))
        if not all(self.low <= day <= self.high for day in dates):
            return self.default
        return self._value_of(dates)

    @staticmethod
    def encode(value: Any) -> list[str]:
        """Return the dates as they travel."""
        if value is None:
            return []
        return [moments.date_text(day) for day in (value if isinstance(value, Sequence) else [value])]

    def check(self, value: Any) -> Any:
        """Pass a value of session state on; the default in place of one beyond limits that the author gave."""
        fits = value is None or not self.is_bounded or self._fits(value)
        kept = value if fits else self.default
        self.encode(kept)  # raises for what is no date
        return kept

    def _fits(self, value: Any) -> bool:
        if not self.is_range:
            return isinstance(value, dt.date) and self.low <= _day(value) <= self.high
        if not isinstance(value, tuple) or not value:
            return False
        return bool(_day(value[0]) >= self.low and _day(value[-1] if len(value) > 1 else value[0]) <= self.high)


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, dt.datetime) else value


def _is_today(value: Any) -> bool:
    return isinstance(value, str) and value == "today"


def _is_several(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def dates_of(value: Any) -> tuple[dt.date, ...]:
    """Return the dates that an argument stands for, whether it is one or several.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it stands for none, or for more than two.
    """
    days = value if _is_several(value) else [value]
    if len(days) > 2:
        raise messages.wrong_type("date_input", "value", value, "a date or up to two dates")
    return tuple(moments.to_date("date_input", "value", day) for day in days)


def _limit(parameter: str, value: Any) -> dt.date:
    return moments.to_date("date_input", parameter, value)


def _check_order(label: str, start: tuple[dt.date, ...], low: dt.date, high: dt.date) -> None:
    if low > high:
        raise messages.min_above_max("date_input", label, low, high)
    if start and start[0] < low:
        raise messages.below_min("date_input", label, start[0], low)
    if start and start[-1] > high:
        raise messages.above_max("date_input", label, start[-1], high)


def _named(value: Any) -> Any:
    """Return what stands for a date, or for several, in an identity; the day it is must not be in it."""
    if _is_several(value):
        return [_named_day(day) for day in value]
    return list(value) if isinstance(value, str) and value != "today" else _named_day(value)


def _named_day(value: Any) -> str | None:
    if isinstance(value, str):
        return None if value == "today" else value
    return moments.date_text(value) if isinstance(value, dt.date) else None
