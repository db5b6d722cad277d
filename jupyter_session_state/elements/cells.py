"""Values of a column as texts that are easy to read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real
from typing import Any

_LONGEST = 1000
_MISSING = frozenset({"NoneType", "NAType", "NaTType"})


def column_texts(values: Sequence[Any]) -> tuple[list[str], bool]:
    """Return the cells of a column as texts, and whether they are numbers."""
    present = [v for v in values if type(v).__name__ not in _MISSING]
    if present and all(isinstance(v, Real) and not isinstance(v, bool) for v in present):
        digits = max((_digits(v) for v in present if isinstance(v, float)), default=0)
        return [_number_text(v, digits) for v in values], True
    if present and all(_is_midnight(v) for v in present):
        return [v.strftime("%Y-%m-%d") if _is_midnight(v) else str(v) for v in values], False
    return [_text(v) for v in values], False


def _digits(number: float) -> int:
    """Return how many of at most four digits behind the point a number needs."""
    if not _is_plain_size(number):
        return 0
    return len(f"{number:.4f}".rstrip("0").partition(".")[2])


def _is_plain_size(number: float) -> bool:
    return number == 0 or 1e-4 <= abs(number) < 1e15


def _number_text(value: Any, digits: int) -> str:
    if not isinstance(value, float):
        return str(value)
    if math.isnan(value):
        return "NaN"
    return f"{value:.{digits}f}" if _is_plain_size(value) else f"{value:.4g}"


def _is_midnight(value: Any) -> bool:
    parts = ("hour", "minute", "second", "microsecond")
    return hasattr(value, "date") and not any(getattr(value, part, 1) for part in parts)


def _text(value: Any) -> str:
    text = "NaN" if isinstance(value, float) and math.isnan(value) else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
