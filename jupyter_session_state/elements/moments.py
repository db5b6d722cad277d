"""Dates, times and both at once, as people write them in calls, and as they travel."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final, Literal

from jupyter_session_state.elements import messages

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS: Final = 10
"""How far the limits lie from the value where none are given."""

FORMATS: Final = tuple(
    order.replace("-", sign) for sign in "/.-" for order in ("YYYY-MM-DD", "DD-MM-YYYY", "MM-DD-YYYY")
)
"""The formats a date can be shown in."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_WRITTEN: Final = ("%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S")
_LONGEST_STEP: Final = 23 * 3600

MIDNIGHT: Final = dt.time(0, 0)
LAST_MINUTE: Final = dt.time(23, 59)


def now() -> dt.datetime:
    """Return what the clock on the wall says: the one place where it is read, which tests replace."""
    return dt.datetime.now()  # noqa: DTZ005 - "today" is where the kernel is


def today() -> dt.date:
    """Return the day it is."""
    return now().date()


# -- what an author writes -----------------------------------------------------------------------------------


def to_date(kind: str, parameter: str, value: Any) -> dt.date:
    """Return the date that an argument stands for.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it stands for none.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        day = today() if value == "today" else _read_date(value)
        if day is not None:
            return day
    raise messages.wrong_type(kind, parameter, value, "a date, a datetime, an ISO text or 'today'")


def _read_date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        moment = _read_iso(text)
        return None if moment is None else moment.date()


def _read_iso(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def _read_time(text: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(text)
    except ValueError:
        return None


def to_time(kind: str, value: Any) -> dt.time:
    """Return the time that an argument stands for; only a ``time`` keeps its microseconds and its zone.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it stands for none.
    """
    if isinstance(value, dt.datetime):
        return value.time().replace(microsecond=0)
    if isinstance(value, dt.time):
        return value
    if isinstance(value, str):
        time = now().time() if value == "now" else _read_time(value)
        if time is None:
            moment = _read_iso(value)
            time = None if moment is None else moment.time()
        if time is not None:
            return time.replace(microsecond=0)
    raise messages.wrong_type(kind, "value", value, "a time, a datetime, an ISO text, 'now' or None")


def to_moment(kind: str, parameter: str, value: Any, day: dt.date, time: dt.time = MIDNIGHT) -> dt.datetime:
    """Return the minute that an argument stands for, without a zone.

    Parameters
    ----------
    kind, parameter
        For the message.
    value
        A datetime, a date, a time, a text, or ``"now"``.
    day, time
        The day of a mere time, the time of a mere date; a text without a time means midnight.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it stands for none.
    """
    moment = _read_moment(value.strip(), day) if isinstance(value, str) else _as_moment(value, day, time)
    if moment is None:
        allowed = "a datetime, a date, a time, an ISO text, 'now' or None"
        raise messages.wrong_type(kind, parameter, value, allowed)
    return to_minute(moment)


def _as_moment(value: Any, day: dt.date, time: dt.time) -> dt.datetime | None:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, time)
    return dt.datetime.combine(day, value) if isinstance(value, dt.time) else None


def _read_moment(text: str, day: dt.date) -> dt.datetime | None:
    if text == "now":
        return now()
    moment = _read_iso(text)
    if moment is not None:
        return moment
    moment = next(filter(None, (_read_written(text, form) for form in _WRITTEN)), None)
    time = _read_time(text)
    return dt.datetime.combine(day, time) if moment is None and time is not None else moment


def _read_written(text: str, form: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(text, form)  # noqa: DTZ007 - zones are left out
    except ValueError:
        return None


def to_minute(moment: dt.datetime) -> dt.datetime:
    """Return a moment without its zone and what is less than a minute."""
    naive = moment if moment.tzinfo is None else moment.replace(tzinfo=None)
    return naive.replace(second=0, microsecond=0)


def shifted(day: dt.date, years: int) -> dt.date:
    """Return the same day in another year; the 28th for a leap day; the calendar's end beyond it."""
    year = day.year + years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if years > 0 else dt.date.min
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def step_seconds(kind: str, step: Any, least: Literal[1, 60]) -> int:
    """Return a step in whole seconds.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no int and no timedelta.
    StreamlitValueOutOfRangeError
        If it is less than `least`, or more than 23 hours.
    """
    if isinstance(step, bool) or not isinstance(step, (int, dt.timedelta)):
        raise messages.wrong_type(kind, "step", step, "a whole number of seconds or a timedelta")
    seconds = int(step.total_seconds()) if isinstance(step, dt.timedelta) else step
    if not least <= seconds <= _LONGEST_STEP:
        shown = "1 second" if least == 1 else f"{least} seconds"
        raise messages.out_of_range(kind, "step", f"{seconds} seconds", shown, "23 hours")
    return seconds


def check_format(kind: str, format: Any) -> None:
    """Pass the formats that a date can be shown in.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no text.
    StreamlitValueError
        If it is another one.
    """
    if not isinstance(format, str):
        raise messages.wrong_type(kind, "format", format, "a text")
    if format not in FORMATS:
        raise messages.not_one_of("format", format, "one of " + ", ".join(map(repr, FORMATS)))


# -- what travels: texts as ISO 8601 has them ------------------------------------------------------------------


def date_text(day: dt.date) -> str:
    """Return a date as it travels, the year always with four digits."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def moment_text(moment: dt.datetime) -> str:
    """Return a moment as it travels, up to the minute."""
    return f"{date_text(to_minute(moment))}T{moment.hour:02d}:{moment.minute:02d}"


def shown(texts: Callable[[Any], list[str]], value: Any) -> list[str]:
    """Return what a field shows of any value: nothing where `texts` raises, since the value is none of its kind."""
    try:
        return texts(value)
    except (AttributeError, TypeError):
        return []


def sent_texts(wire: Any, most: int) -> list[str]:
    """Return the texts that a field sent.

    Raises
    ------
    TypeError
        If these are none.
    ValueError
        If there are more than `most`.
    """
    if not isinstance(wire, (list, tuple)) or not all(isinstance(text, str) for text in wire):
        raise TypeError("expected a list of texts")
    if len(wire) > most:
        raise ValueError(f"expected at most {most} of them, not {len(wire)}")
    return list(wire)


def sent_date(text: str) -> dt.date:
    """Return the date that a field sent; raises ValueError if it is none."""
    if not _DAY.fullmatch(text):
        raise ValueError("expected a date such as 2024-05-17")
    return dt.date.fromisoformat(text)


def sent_time(text: str) -> dt.time:
    """Return the time that a field sent; raises ValueError if it is none."""
    if not _TIME.fullmatch(text):
        raise ValueError("expected a time such as 08:45 or 08:45:30")
    return dt.time.fromisoformat(text)


def sent_moment(text: str) -> dt.datetime:
    """Return the moment that a field sent; raises ValueError if it is none."""
    if not _MOMENT.fullmatch(text):
        raise ValueError("expected a moment such as 2024-05-17T08:45")
    return dt.datetime.fromisoformat(text)
