"""What the calls of the last run said, so that the same call need not be understood again.

Declarations are pure: the same function with the same plain arguments says the same. So a call is remembered with
what it said, under the arguments and their types (``1``, ``1.0`` and ``True`` are equal, but not the same). What may
change behind the same arguments is never remembered: lists, functions, objects. The callback of an input and its
arguments say nothing about what is drawn; they are left out and looked at anew in every run.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.spec import Control

PLAIN = frozenset((str, int, float, bool, type(None), dt.date, dt.timedelta))
"""Types whose values are equal only if they are the same, once the types are; a date-time has zones besides."""

CALLBACKS = ("on_change", "on_click", "on_submit")
"""Names of the parameter that takes a callback."""

WIRING = frozenset((*CALLBACKS, "args", "kwargs"))
"""Parameters of inputs that say what happens, not what is drawn."""

CallKey: TypeAlias = tuple[Any, ...]

_UNWIRED: Mapping[str, Any] = MappingProxyType({})


@dataclass(slots=True)
class Call:
    """One call of an input, and what was made of it last.

    `registration`, `value` and `element` are of the last run that made this call; each serves again as long as
    nothing it was made of has changed.
    """

    params: Mapping[str, Any]
    control: Control[Any]
    registration: Registration | None = None
    value: Any = MISSING
    element: Element | None = None
    is_foreign: bool = False
    emptied: Call | None = None  # the same one without a default, once it was drawn so


def call_key(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> CallKey | None:
    """Return what a call can be found again by; None if it must be understood anew every time."""
    types = (*map(type, args), *map(type, kwargs.values()))
    if not PLAIN.issuperset(types):
        return None
    return (name, types, args, *kwargs.items())


def split_wiring(kwargs: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return what of keywords a call is known by, and its wiring.

    Whether there is a callback counts, which one it is does not.
    """
    if WIRING.isdisjoint(kwargs):
        return kwargs, _UNWIRED
    wiring = {name: kwargs[name] for name in kwargs if name in WIRING}
    shape = {name: value for name, value in kwargs.items() if name not in WIRING}
    for name in CALLBACKS:
        if name in wiring:
            shape[name] = callable(wiring[name]) or wiring[name]
    return shape, wiring


class Calls:
    """The calls of the last run and of the one going on: a call that a run does not make is forgotten."""

    __slots__ = ("_before", "_now")

    def __init__(self) -> None:
        self._before: dict[CallKey, Any] = {}
        self._now: dict[CallKey, Any] = {}

    def find(self, key: CallKey) -> Any:
        """Return what was kept under `key`, or None."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def keep(self, key: CallKey, what: Any) -> None:
        """Remember a `Call`, or the `Element` that a static call gave."""
        self._now[key] = what

    def end_run(self) -> None:
        """Forget what the run that ends did not call."""
        self._before, self._now = self._now, {}

    def clear(self) -> None:
        """Forget everything."""
        self._before, self._now = {}, {}
