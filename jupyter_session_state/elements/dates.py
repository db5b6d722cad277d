"""What a field for dates starts with, and what it may hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jupyter_session_state.elements import limit_messages, messages, moments


@dataclass(frozen=True, slots=True)
class Dates:
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
    def of(cls, label: str, value: Any, low: Any, high: Any) -> Dates:
        """Read the arguments; raises if they stand for no dates or contradict each other."""
        start = () if value is None else dates_of(value)
        first, last = (start[0], start[-1]) if start else (moments.today(),) * 2
        lowest = moments.shifted(first, -moments.YEARS) if low is None else _limit("min_value", low)
        highest = moments.shifted(last, moments.YEARS) if high is None else _limit("max_value", high)
        if is_today(value):
            start = (max(lowest, min(first, highest)),)
        _check_order(label, start, lowest, highest)
        return cls(start, is_several(value), lowest, highest, low is not None or high is not None)

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
        texts = moments.sent_texts([] if wire is None else wire, 2)
        dates = tuple(moments.sent_date(text) for text in texts)
        if not all(self.low <= day <= self.high for day in dates):
            return self.default
        return self._value_of(dates)

    @staticmethod
    def texts(value: Any) -> list[str]:
        """Return dates as they travel; raises for what is none."""
        if value is None:
            return []
        return [moments.date_text(day) for day in (value if isinstance(value, Sequence) else [value])]

    def encode(self, value: Any) -> list[str]:
        """Return what the field shows."""
        return moments.shown(self.texts, value)

    def check(self, value: Any) -> Any:
        """Pass a value of session state on; the default in place of one beyond limits that the author gave."""
        return value if value is None or not self.is_bounded or self._fits(value) else self.default

    def admit(self, value: Any) -> Any:
        """Do so, and raise for what is no date then."""
        kept = self.check(value)
        self.texts(kept)
        return kept

    def _fits(self, value: Any) -> bool:
        if not self.is_range:
            return isinstance(value, dt.date) and self.low <= _day(value) <= self.high
        days: Sequence[Any] = value if isinstance(value, tuple) else ()
        return len(days) > 0 and bool(_day(days[0]) >= self.low and _day(days[-1]) <= self.high)


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, dt.datetime) else value


def is_today(value: Any) -> bool:
    """Whether an argument says that the day it is shall be taken."""
    return isinstance(value, str) and value == "today"


def is_several(value: Any) -> bool:
    """Whether an argument stands for the dates of a range."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def dates_of(value: Any) -> tuple[dt.date, ...]:
    """Return the dates that an argument stands for, whether it is one or several.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it stands for none, or for more than two.
    """
    days = value if is_several(value) else [value]
    if len(days) > 2:
        raise messages.wrong_type("date_input", "value", value, "a date or up to two dates")
    return tuple(moments.to_date("date_input", "value", day) for day in days)


def _limit(parameter: str, value: Any) -> dt.date:
    return moments.to_date("date_input", parameter, value)


def _check_order(label: str, start: tuple[dt.date, ...], low: dt.date, high: dt.date) -> None:
    if low > high:
        raise limit_messages.min_above_max("date_input", label, low, high)
    if start and start[0] < low:
        raise limit_messages.below_min("date_input", label, start[0], low)
    if start and start[-1] > high:
        raise limit_messages.above_max("date_input", label, start[-1], high)
