"""Lengths of time and sizes as people write them: ``"1d2h34m"``, ``"2 days 01:30:00"``, ``"500MB"``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_SECONDS: Final = {
    **dict.fromkeys(("w",), Fraction(604_800)),
    **dict.fromkeys(("d", "day", "days"), Fraction(86_400)),
    **dict.fromkeys(("h", "hr", "hour", "hours"), Fraction(3_600)),
    **dict.fromkeys(("m", "t", "min", "minute", "minutes"), Fraction(60)),
    **dict.fromkeys(("s", "sec", "second", "seconds"), Fraction(1)),
    **dict.fromkeys(("ms", "l", "milli", "millis", "millisecond", "milliseconds"), Fraction(1, 10**3)),
    **dict.fromkeys(("us", "µs", "u", "micro", "micros", "microsecond", "microseconds"), Fraction(1, 10**6)),
    **dict.fromkeys(("ns", "n", "nano", "nanos", "nanosecond", "nanoseconds"), Fraction(1, 10**9)),
}
_NUMBER: Final = r"\d+(?:\.\d*)?"
_PART: Final = re.compile(rf"(?P<number>{_NUMBER})[\s,]*(?P<unit>[a-zµ]+)[\s,]*", re.IGNORECASE)
_CLOCK: Final = re.compile(rf"(?P<hours>\d+):(?P<minutes>\d+):(?P<seconds>{_NUMBER})")
_ISO: Final = re.compile(r"P(?P<days>(?:\d+[WD])*)(?:T(?P<clock>.+))?", re.IGNORECASE)
_BYTES: Final = re.compile(r"(?P<number>\d+(?:\.\d*)?|\.\d+) ?(?P<unit>[kmgt]?i?)b", re.ASCII | re.IGNORECASE)
_LONGEST: Final = 100  # characters: nobody writes longer ones, and numbers of any length take long to read


def seconds(text: str) -> float:
    """Return a length of time in seconds.

    Raises
    ------
    ValueError
        If the text is none.

    Examples
    --------
    >>> seconds("1d2h34m"), seconds("1.5 days"), seconds("00:01:30")
    (95640.0, 129600.0, 90.0)
    """
    rest = text.strip()
    sign, rest = (-1, rest[1:].lstrip()) if rest.startswith("-") else (1, rest.removeprefix("+").lstrip())
    iso = _ISO.fullmatch(rest) if len(rest) <= _LONGEST else None
    if iso:
        rest = (iso["days"] + (iso["clock"] or "")).lower()
    if not rest or len(rest) > _LONGEST:
        raise ValueError(text)
    if re.fullmatch(_NUMBER, rest):  # pandas, whose way of writing this is, takes nanoseconds
        return float(sign * Fraction(rest) / 10**9)
    total, position = Fraction(0), 0
    while part := _PART.match(rest, position):
        unit = part["unit"]
        if unit == "M" or unit.lower() not in _SECONDS:  # a month has no length
            raise ValueError(text)
        total += Fraction(part["number"]) * _SECONDS[unit.lower()]
        position = part.end()
    return float(sign * (total + _clock(rest[position:].lstrip("+"), text)))


def _clock(rest: str, text: str) -> Fraction:
    if not rest:
        return Fraction(0)
    found = _CLOCK.fullmatch(rest)
    if found is None:
        raise ValueError(text)
    return (Fraction(found["hours"]) * 60 + Fraction(found["minutes"])) * 60 + Fraction(found["seconds"])


def size(text: str) -> int:
    """Return a number of bytes; units are powers of 1024.

    Raises
    ------
    ValueError
        If the text is none.

    Examples
    --------
    >>> size("1.5 KiB"), size("500MB")
    (1536, 524288000)
    """
    found = _BYTES.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or found["unit"].lower() == "i":
        raise ValueError(text)
    power = " kmgt".index(found["unit"][:1].lower() or " ")
    return int(Fraction(found["number"]) * 1024**power)
