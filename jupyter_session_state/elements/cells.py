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
    kinds = {kind for kind in set(map(type, values)) if kind.__name__ not in _MISSING}
    if kinds and all(issubclass(kind, Real) and not issubclass(kind, bool) for kind in kinds):
        return _number_texts(values), True
    present = [v for v in values if type(v) in kinds]
    if present and all(_is_midnight(v) for v in present):
        return [v.strftime("%Y-%m-%d") if _is_midnight(v) else str(v) for v in values], False
    return [_text(v) for v in values], False


def _number_texts(values: Sequence[Any]) -> list[str]:
    """Return numbers with as many digits behind the point as one of them needs, at most four."""
    exact = [f"{v:.4f}" if isinstance(v, float) and _is_plain_size(v) else "" for v in values]
    zeros = min((len(text) - len(text.rstrip("0")) for text in exact if text), default=0)
    end = {0: None, 4: -5}.get(zeros, -zeros)  # the point goes too where nothing is behind it
    return [text[:end] if text else _other_number(v) for text, v in zip(exact, values, strict=True)]


def _is_plain_size(number: float) -> bool:
    return number == 0 or 1e-4 <= abs(number) < 1e15


def _other_number(value: Any) -> str:
    if not isinstance(value, float):
        return str(value)
    return "NaN" if math.isnan(value) else f"{value:.4g}"


def _is_midnight(value: Any) -> bool:
    parts = ("hour", "minute", "second", "microsecond")
    return hasattr(value, "date") and not any(getattr(value, part, 1) for part in parts)


def _text(value: Any) -> str:
    text = "NaN" if isinstance(value, float) and math.isnan(value) else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
