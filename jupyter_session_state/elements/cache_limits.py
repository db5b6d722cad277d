"""How much a cached function keeps and for how long, as its author wrote it."""

from __future__ import annotations

import datetime as dt
from numbers import Integral
from typing import Any, TypeAlias

from jupyter_session_state._core import durations
from jupyter_session_state._core.store import Limits
from jupyter_session_state.elements import cache_messages
from jupyter_session_state.elements.messages import not_one_of, wrong_type

TimeToLive: TypeAlias = float | dt.timedelta | str | None

GRACE = 2.0
"""How many times its ttl a value is given out while a new one is made in the background."""


def limits(ttl: TimeToLive, entries: Any, size: Any, mode: str) -> Limits:
    """Return the limits of a store.

    Raises
    ------
    StreamlitAPIException
        If an argument makes no sense, or two of them not together.
    """
    seconds = _seconds(ttl)
    if mode not in ("foreground", "background"):
        raise not_one_of("refresh_mode", mode, "'foreground' or 'background'")
    if entries is not None and not isinstance(entries, (int, float)):
        raise wrong_type("cache_data", "max_entries", entries, "an int or None")
    if mode == "foreground":
        return Limits(entries, seconds, _size(size))
    if seconds is None:
        raise cache_messages.background_without_ttl()
    if seconds <= 0:
        raise cache_messages.background_without_time(ttl)
    return Limits(entries, seconds, _size(size), GRACE)


def _seconds(ttl: TimeToLive) -> float | None:
    if isinstance(ttl, dt.timedelta):
        return ttl.total_seconds()
    if isinstance(ttl, str):
        try:
            return durations.seconds(ttl)
        except ValueError:
            raise cache_messages.bad_time(ttl) from None
    if ttl is not None and not isinstance(ttl, (int, float)):
        raise wrong_type("cache_data", "ttl", ttl, "a number of seconds, a timedelta, a text or None")
    return ttl


def _size(given: Any) -> int | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, (Integral, str)):
        raise wrong_type("cache_data", "max_size", given, "an int, a text such as '500MB', or None")
    try:
        size = durations.size(given) if isinstance(given, str) else int(given)
    except ValueError:
        raise cache_messages.bad_size(given) from None
    if size <= 0:
        raise cache_messages.bad_size(given)
    return size
