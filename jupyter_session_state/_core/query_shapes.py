"""How the value of an input stands in the address of an app: as one text or several, and which ones.

A kind says it with the field `query` of its `Control`, by one of the shapes below, unless its default tells.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from jupyter_session_state._core.spec import Control

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - what travels has no zone
SOME_DAY = dt.date(2000, 1, 1)


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class QueryShape:
    """One way for a value to stand in the address.

    Parameters
    ----------
    read
        From the texts to what a browser would send; raises ValueError for what cannot be.
    write
        From what a browser would send to the texts.
    mend
        Leaves out of what was read the parts that the input cannot take.
    clearable
        Whether a parameter without a text (``?tags=``) says that nothing is chosen.
    strict
        Whether a value that the input refuses takes its parameter along at once, not only when it is written next.
    """

    read: Callable[[list[str]], Any]
    write: Callable[[Any], list[str]]
    mend: Callable[[Any], Any] = _as_it_is
    clearable: bool = False
    strict: bool = False


def _read_flag(texts: list[str]) -> bool:
    word = texts[-1].lower()
    if word not in ("true", "false"):
        raise ValueError(f"{texts[-1]!r} is neither true nor false")
    return word == "true"


def _write_flag(wire: Any) -> list[str]:
    return [str(bool(wire)).lower()]


FLAG = QueryShape(_read_flag, _write_flag)
"""``true`` or ``false``."""


def _read_grade(texts: list[str]) -> int | None:
    return int(texts[-1]) if texts[-1] else None


def _write_grade(wire: Any) -> list[str]:
    return ["" if wire is None else str(wire)]


GRADE = QueryShape(_read_grade, _write_grade, clearable=True)
"""A whole number, or nothing."""


def text(*, clearable: bool = True, strict: bool = False) -> QueryShape:
    """Return the shape of a text."""

    def write(wire: Any) -> list[str]:
        return ["" if wire is None else wire]

    return QueryShape(lambda texts: texts[-1], write, clearable=clearable, strict=strict)


def number(*, whole: bool) -> QueryShape:
    """Return the shape of a number."""

    def write(wire: Any) -> list[str]:
        return [""] if wire is None else [str(int(wire) if whole else float(wire))]

    return QueryShape(lambda texts: float(texts[-1]), write)


def texts(
    *,
    options: Collection[str] | None = None,
    most: int | None = None,
    repeats: bool = False,
    clearable: bool = True,
) -> QueryShape:
    """Return the shape of several texts.

    Parameters
    ----------
    options
        The texts there are; others are left out. None for any text.
    most
        How many are kept.
    repeats
        Whether the same text may be there twice.
    clearable
        Whether there may be none.
    """

    def mend(wire: list[str]) -> list[str]:
        kept = [part for part in wire if options is None or part in options]
        kept = kept if repeats else list(dict.fromkeys(kept))
        if wire and not kept:
            raise ValueError(f"none of {', '.join(wire)} is an option")
        return kept[: most or None]

    return QueryShape(_filled, lambda wire: list(wire or ()), mend, clearable)


def moments(*, clearable: bool, most: int = 1) -> QueryShape:
    """Return the shape of dates, or of dates with times; slashes between the numbers are taken for dashes."""

    def mend(wire: list[str]) -> list[str]:
        iso = [part.replace("/", "-").replace(", ", "T") for part in wire]
        return list(dict.fromkeys(iso))[:most]

    return QueryShape(_filled, lambda wire: list(wire or ()), mend, clearable, strict=True)


def time(*, clearable: bool) -> QueryShape:
    """Return the shape of a time of day, which travels as a list of one text or none."""
    return QueryShape(lambda texts: _filled(texts[-1:]), lambda wire: list(wire or ()), clearable=clearable)


def numbers(data_type: str) -> QueryShape:
    """Return the shape of the positions of a slider, of which dates and times stand in ISO form."""
    write_one = _WRITERS.get(data_type, _number_text)
    return QueryShape(
        lambda texts: [_position(t) for t in _filled(texts)], lambda wire: [write_one(p) for p in wire]
    )


def shape_of(control: Control[Any]) -> QueryShape:
    """Return how the value of a control stands in the address: as its kind says, else as its default suggests."""
    if control.query is not None:
        return control.query
    wire = control.encode(control.default)
    if isinstance(wire, bool):
        return FLAG
    return texts() if isinstance(wire, (list, tuple)) else text()


def _filled(texts: list[str]) -> list[str]:
    return [part for part in texts if part]


def _position(part: str) -> float:
    try:
        return float(part)
    except ValueError:
        return _microseconds(part)


def _microseconds(part: str) -> float:
    """Return where a date, time or both in ISO form lies, in microseconds since 1970."""
    if "T" in part:
        moment = dt.datetime.fromisoformat(part)
    elif "-" in part:
        moment = dt.datetime.combine(dt.date.fromisoformat(part), dt.time())
    else:
        moment = dt.datetime.combine(SOME_DAY, dt.time.fromisoformat(part))
    if moment.tzinfo is not None:
        raise ValueError(f"{part} has a time zone")
    return float((moment - EPOCH) // dt.timedelta(microseconds=1))


def _number_text(number: float) -> str:
    return str(int(number)) if math.isfinite(number) and number == int(number) else str(number)


def _moment(microseconds: float) -> dt.datetime:
    return EPOCH + dt.timedelta(microseconds=microseconds)


_WRITERS: dict[str, Callable[[float], str]] = {
    "date": lambda position: _moment(position).date().isoformat(),
    "time": lambda position: _moment(position).time().isoformat(),
    "datetime": lambda position: _moment(position).isoformat(),
}
