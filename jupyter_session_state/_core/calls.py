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
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from types import CodeType

    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.spec import Control

PLAIN = frozenset((str, int, float, bool, type(None), dt.date, dt.timedelta))
"""Types whose values are equal only if they are the same, once the types are; a date-time has zones besides."""

CALLBACKS = ("on_change", "on_click", "on_submit", "on_select")
"""Names of the parameter that takes a callback."""

WIRING = frozenset((*CALLBACKS, "args", "kwargs"))
"""Parameters of inputs that say what happens, not what is drawn."""

CallKey: TypeAlias = tuple[Any, ...]

_UNWIRED: Mapping[str, Any] = MappingProxyType({})


@dataclass(slots=True)
class Call:
    """One call of an input, and what was made of it last.

    `registration`, `value` and `element` are of the last run that made this call; each serves again as long as
    nothing it was made of has changed. One that is `steady` depends on nothing but where it is made, `site`, and on
    its own value.
    """

    params: Mapping[str, Any]
    control: Control[Any]
    registration: Registration | None = None
    value: Any = MISSING
    element: Element | None = None
    is_foreign: bool = False
    emptied: Call | None = None  # the same one without a default, once it was drawn so
    steady: bool = False
    site: Site | None = None


class Site(NamedTuple):
    """Where in a script a call stands: a code object and the number of an instruction in it."""

    code: CodeType
    instruction: int


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


@dataclass(slots=True)
class _Kept:
    """What is remembered of one call, and the number of the last run that made it."""

    what: Any
    run: int


class Calls:
    """The calls of the last run and of the one going on: a call that a run does not make is forgotten."""

    __slots__ = ("_kept", "_made", "_run")

    def __init__(self) -> None:
        self._kept: dict[CallKey, _Kept] = {}
        self._run = 0
        self._made = 0  # how many different calls the run made so far

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, key: CallKey) -> Any:
        """Return what was kept under `key`, or None."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        if kept.run != self._run:
            kept.run = self._run
            self._made += 1
        return kept.what

    def keep(self, key: CallKey, what: Any) -> None:
        """Remember a `Call`, or the `Element` that a static call gave, which was not to be found."""
        self._kept[key] = _Kept(what, self._run)
        self._made += 1

    def end_run(self) -> None:
        """Forget what the run that ends did not call."""
        if self._made < len(self._kept):
            for key in [key for key, kept in self._kept.items() if kept.run != self._run]:
                del self._kept[key]
        self._run += 1
        self._made = 0
