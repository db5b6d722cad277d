"""Copies of values, so that a program that changes one changes nobody else's."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

_ATOMS = (str, int, float, bool, bytes, complex, type(None), dt.date, dt.time, dt.timedelta)


def copied(value: Any) -> Any:
    """Return a deep copy, or the object itself where it cannot be copied."""
    if isinstance(value, _ATOMS):
        return value
    try:
        return copy.deepcopy(value)
    except Exception:  # noqa: BLE001 - any __deepcopy__ may fail in its own way; sharing is the fallback
        return value
