"""What a slider can slide over: numbers, dates, times, moments, each as a range of plain numbers."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any

from jupyter_session_state.elements import limit_messages
from jupyter_session_state.elements.values import SAFE, finite

_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - the clock on the wall counts, whatever the zone
_MICROSECOND = dt.timedelta(microseconds=1)
_DAY_OF_TIMES = dt.date(2000, 1, 1)
_DAY = dt.timedelta(days=1)
_QUARTER = dt.timedelta(minutes=15)
_FORTNIGHT = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Scale:
    """How values of one type become numbers and come back, and what holds where nothing is given."""

    name: str
    format: str
    step: Any
    low: Any
    high: Any
    to_number: Callable[[Any], float]
    from_number: Callable[[float], Any]

    @property
    def is_timelike(self) -> bool:
        """Whether it is about dates or times."""
        return isinstance(self.step, dt.timedelta)

    def step_number(self, step: Any) -> float:
        """Return a step as a number."""
        return int(step // _MICROSECOND) if self.is_timelike else _number(step)

    def step_between(self, low: Any, high: Any) -> Any:
        """Return the step to take if none is given: days, or quarters of an hour within one day."""
        if self.name in ("date", "datetime") and abs(high - low) < _DAY:
            return _QUARTER
        return self.step

    def fits(self, low: Any, high: Any, step: Any) -> bool:
        """Whether bounds and step are of this scale's type."""
        if self.is_timelike:
            return isinstance(step, dt.timedelta) and type_name(low) == type_name(high) == self.name
        return all(type_name(v) == self.name for v in (low, high, step))

    def travelled(self, values: Sequence[Any]) -> tuple[Any, ...]:
        """Return values as they come back from the browser: of plain types, moments all in one zone."""
        return tuple(self.from_number(self.to_number(value)) for value in values)

    def is_exact(self, value: Any) -> bool:
        """Whether a browser can hold the value without rounding."""
        if self.name == "float":
            return math.isfinite(value)
        return abs(self.to_number(value)) <= SAFE


def type_name(value: Any) -> str | None:
    """Return the name of the scale a value is on, or None."""
    if isinstance(value, Integral):
        return "int"
    if isinstance(value, Real):
        return "float"
    named = {"datetime": dt.datetime, "date": dt.date, "time": dt.time}
    return next((name for name, cls in named.items() if isinstance(value, cls)), None)


def scale_of(values: Sequence[Any]) -> Scale:
    """Return the scale of values that are all of one type; that of whole numbers if there are none."""
    name = type_name(values[0]) if values else "int"
    if name == "int":
        return Scale("int", "%d", 1, 0, 100, _number, int)
    if name == "float":
        return Scale("float", "%0.2f", 0.01, 0.0, 1.0, _number, float)
    if name == "date":
        return _dates(values[0])
    if name == "time":
        return _times(values[0].tzinfo)
    return _moments(values[0])


def _number(value: Any) -> float:
    return int(value) if isinstance(value, Integral) else float(value)


def _micros(moment: dt.datetime) -> int:
    return (moment.replace(tzinfo=None) - _EPOCH) // _MICROSECOND


def _moment(micros: float) -> dt.datetime:
    return _EPOCH + dt.timedelta(microseconds=int(micros))


def _around(anchor: Any) -> tuple[Any, Any]:
    """Return a fortnight before and after, as far as the calendar reaches."""
    try:
        low = anchor - _FORTNIGHT
    except OverflowError:
        low = anchor
    try:
        high = anchor + _FORTNIGHT
    except OverflowError:
        high = anchor
    return low, high


def _dates(anchor: dt.date) -> Scale:
    def to_number(day: dt.date) -> int:
        return _micros(dt.datetime.combine(day, dt.time()))

    low, high = _around(anchor)
    return Scale("date", "YYYY-MM-DD", _DAY, low, high, to_number, lambda n: _moment(n).date())


def _times(zone: dt.tzinfo | None) -> Scale:
    def to_number(time: dt.time) -> int:
        return _micros(dt.datetime.combine(_DAY_OF_TIMES, time))

    def from_number(number: float) -> dt.time:
        return _moment(number).time().replace(tzinfo=zone)

    low, high = dt.time.min.replace(tzinfo=zone), dt.time.max.replace(tzinfo=zone)
    return Scale("time", "HH:mm", _QUARTER, low, high, to_number, from_number)


def _moments(anchor: dt.datetime) -> Scale:
    low, high = _around(anchor)
    zone = anchor.tzinfo
    return Scale(
        "datetime", "YYYY-MM-DD", _DAY, low, high, _micros, lambda n: _moment(n).replace(tzinfo=zone)
    )


@dataclass(frozen=True, slots=True)
class SliderWire:
    """The values of one slider as they travel: one number or two, within the bounds it is drawn with.

    Parameters
    ----------
    shapes
        How many numbers there may be. Without a default session state decides between one handle and two.
    is_single
        Whether one number is a value, not a tuple of one.
    default
        What stands for numbers beyond the bounds, or for too few or too many.
    """

    scale: Scale
    label: str
    low: Any
    high: Any
    shapes: tuple[int, ...]
    is_single: bool
    default: Any

    @property
    def bounds(self) -> dict[str, float]:
        """Both ends as numbers."""
        return {"min": self.scale.to_number(self.low), "max": self.scale.to_number(self.high)}

    def encode(self, value: Any) -> list[float]:
        """Return the numbers that the browser shall show: the lower end for what is none.

        Without a default, what is no value of a slider at all makes it one with two handles.
        """
        if len(self.shapes) > 1 and not isinstance(value, (list, tuple)) and type_name(value) is None:
            return [float(end) for end in self.bounds.values()]
        try:
            numbers = [float(number) for number in self._numbers(value)]
        except (TypeError, ValueError, OverflowError, AttributeError):
            numbers = []
        fitting = [number if math.isfinite(number) else self.bounds["min"] for number in numbers[:2]]
        return fitting or [float(self.bounds["min"])]

    def decode(self, wire: Any) -> Any:
        """Return the value that the browser sent; raises TypeError or ValueError for what are no numbers."""
        if not isinstance(wire, (list, tuple)) or not 1 <= len(wire) <= 2:
            raise ValueError("expected one number or two")
        numbers = [finite(number) for number in wire]
        low, high = self.bounds.values()
        if len(numbers) not in self.shapes or not all(low <= number <= high for number in numbers):
            return self.default
        values = tuple(self.scale.from_number(number) for number in numbers)
        return values[0] if self.is_single and len(values) == 1 else values

    def admit(self, value: Any) -> Any:
        """Pass a value of the program's on.

        Raises
        ------
        StreamlitValueAboveMaxError, StreamlitValueBelowMinError
            If it is out of bounds.
        ValueError, TypeError, AttributeError
            If it is not of the slider's type at all.
        """
        low, high = self.bounds.values()
        items = value if isinstance(value, (list, tuple)) else [value]
        for item, number in zip(items, self._numbers(value), strict=True):
            if self.scale.name == "int":
                int(number)  # there is none for NaN
            if number < low:
                raise limit_messages.below_min("slider", self.label, item, self.low)
            if number > high:
                raise limit_messages.above_max("slider", self.label, item, self.high)
        return value

    def _numbers(self, value: Any) -> list[float]:
        items = value if isinstance(value, (list, tuple)) else [value]
        return [self.scale.to_number(item) for item in items]
