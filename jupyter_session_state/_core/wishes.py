"""Runs that are wanted though the browser sent no value: a rerun, a clock, another page."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jupyter_session_state._core.fragments import EVERYTHING

if TYPE_CHECKING:
    from jupyter_session_state._core.fragments import Scope


@dataclass(frozen=True, slots=True)
class Turn:
    """Another page to turn to.

    Parameters
    ----------
    page
        Its id.
    by_hand
        Whether a person followed a link to it, rather than the program.
    query
        What the app's address says then; None leaves it as it is.
    """

    page: str
    by_hand: bool = False
    query: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What the next run shall be, as far as it is not for the browser to say.

    Parameters
    ----------
    cause
        Why, for the record.
    scopes
        What shall run.
    carry
        Whether it carries on after `st.rerun()`: what was assigned then still counts as assigned now.
    linked
        Whether another app asked, which knows what it changed.
    turn
        The page to turn to before.
    """

    cause: str = "the page was refreshed"
    scopes: tuple[Scope, ...] = ()
    carry: bool = False
    linked: bool = False
    turn: Turn | None = None


class Wishes:
    """The wishes that wait for the next run of an app; they may come on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wish = Wish()
        self._clear = False
        self._resets: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._wish.scopes)

    @property
    def carry(self) -> bool:
        """Whether a run shall carry on with what was assigned in the last one."""
        return self._wish.carry

    def want(self, cause: str, scope: Scope = EVERYTHING, *, linked: bool = False) -> None:
        """Want a run of this scope."""
        with self._lock:
            old = self._wish
            self._wish = replace(old, cause=cause, scopes=(*old.scopes, scope), linked=old.linked or linked)

    def carry_on(self, scope: Scope = EVERYTHING, turn: Turn | None = None) -> None:
        """Want a run that goes on where the last one ended itself."""
        with self._lock:
            old = self._wish
            scopes = (*old.scopes, scope)
            self._wish = replace(old, cause="of st.rerun()", scopes=scopes, carry=True, turn=turn or old.turn)

    def turn_to(self, turn: Turn, cause: str) -> None:
        """Want a run of another page."""
        with self._lock:
            old = self._wish
            self._wish = replace(old, cause=cause, scopes=(*old.scopes, EVERYTHING), turn=turn)

    def want_clear(self) -> None:
        """Want everything forgotten before."""
        self._clear = True
        self.want("Clear and rerun was clicked")

    def want_reset(self, key: str) -> None:
        """Want one key forgotten before."""
        with self._lock:
            self._resets.add(key)
        self.want(f"Reset of {key!r} was clicked")

    def forget(self) -> None:
        """Want nothing."""
        self._wish = Wish()

    def take(self, *, newer: bool) -> Wish:
        """Hand over what is wanted; `newer` says that the browser sent something, which is answered first of all."""
        with self._lock:
            wish, self._wish = self._wish, Wish()
        return replace(wish, carry=False, linked=False) if newer else wish

    def take_clear(self) -> bool:
        """Whether everything shall be forgotten."""
        clear, self._clear = self._clear, False
        return clear

    def take_resets(self) -> set[str]:
        """Return the keys to forget."""
        with self._lock:
            resets, self._resets = self._resets, set()
        return resets
