"""What may stand in a field for one number, and how it travels."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from numbers import Integral
from typing import Any, TypeAlias

from jupyter_session_state.elements import limit_messages
from jupyter_session_state.elements.values import SAFE, finite

Number: TypeAlias = int | float


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be in the field."""

    default: Number | None
    is_int: bool
    low: Number | None
    high: Number | None

    def decode(self, wire: Any) -> Number | None:
        """Return the number that was sent; one beyond the limits becomes the default."""
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
        """Whether a number lies within the limits."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


def default_number(label: str, low: Any, high: Any, value: Any, step: Any) -> tuple[Any, bool]:
    """Return the number to start with, and whether the field holds whole numbers."""
    start = None if isinstance(value, str) and value == "min" else value
    named = {"min_value": low, "max_value": high, "value": start, "step": step}
    given = {name: number for name, number in named.items() if number is not None}
    for name, number in given.items():
        if isinstance(number, str):
            raise limit_messages.no_number(label, name, number)
    numbers = given.values()
    all_int = all(isinstance(n, Integral) for n in numbers)
    if not all_int and not all(isinstance(n, float) for n in numbers):
        raise limit_messages.mixed_numbers("number_input", label, given)
    is_int = all_int and bool(numbers)
    if value is not None and start is None:
        start = low if low is not None else 0 if is_int else 0.0
    return (int(start) if is_int and start is not None else start), is_int


def checked_format(label: str, given: str | None, *, is_int: bool) -> str:
    """Return the format to show numbers in; raises if none can be put into the given one."""
    if given is None:
        return "%d" if is_int else "%0.2f"
    try:
        if isinstance(given, str) and float(given % 2):
            return given
    except (TypeError, ValueError):
        pass
    raise limit_messages.bad_number_format(label, given)


def check_limits(label: str, entry: Entry, step: Number) -> None:
    """Refuse limits that contradict each other or the value, and numbers that a browser would round."""
    low, high, value = entry.low, entry.high, entry.default
    if low is not None and high is not None and low > high:
        raise limit_messages.min_above_max("number_input", label, low, high)
    if value is not None and low is not None and value < low:
        raise limit_messages.below_min("number_input", label, value, low)
    if value is not None and high is not None and value > high:
        raise limit_messages.above_max("number_input", label, value, high)
    for name, number in {"min_value": low, "max_value": high, "value": value, "step": step}.items():
        if number is not None and (abs(number) > SAFE if entry.is_int else math.isinf(number)):
            raise limit_messages.too_large("number_input", label, name, number)


def plain_number(number: Any) -> Number | None:
    """Return a limit as a browser understands it: none for what is no number."""
    if number is None or math.isnan(number):
        return None
    return int(number) if isinstance(number, Integral) else float(number)
