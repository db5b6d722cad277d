"""Runs that are wanted though the browser sent no value: a rerun, a clock, another page."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from jupyter_session_state._core.fragments import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.fragments import Scope
    from jupyter_session_state._core.record import Record


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
    whole
        Whether it is not given up for newer input.
    travel
        Whether it shows a state that was put back: it is nothing new that happened.
    by_hand
        Whether somebody gives keys their values by hand, which is the cause then.
    note
        What the page says of it.
    """

    cause: str = "the page was refreshed"
    scopes: tuple[Scope, ...] = ()
    carry: bool = False
    linked: bool = False
    turn: Turn | None = None
    whole: bool = False
    travel: bool = False
    by_hand: bool = False
    note: str = ""


class Job(Protocol):
    """Something to do that is more than a run: to undo, to give a key a value."""

    def do(self, app: App) -> Record:
        """Do it, on the thread that runs scripts."""
        ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What was wanted at some moment."""

    taken: int
    run: bool
    jobs: tuple[Job, ...]

    def for_run(self, taken: int) -> bool:
        return self.run and taken == self.taken

    def for_job(self, left: tuple[Job, ...]) -> bool:
        return any(job is other for job in self.jobs for other in left)


class Wishes:
    """The wishes that wait for the next run of an app; they may come on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wish = Wish()
        self._clear = False
        self._resets: set[str] = set()
        self._jobs: deque[Job] = deque()
        self._taken = 0  # how often the wish was handed over

    def __bool__(self) -> bool:
        return bool(self._wish.scopes) or bool(self._jobs)

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

    def want_clear(self, cause: str) -> None:
        """Want everything forgotten before."""
        self._clear = True
        self.want(cause)

    def want_reset(self, key: str) -> None:
        """Want one key forgotten before."""
        with self._lock:
            self._resets.add(key)
        self.want(f"Reset of {key!r} was clicked")

    def want_job(self, job: Job) -> None:
        """Want something done, once all is answered that came before."""
        self._jobs.append(job)

    def take_job(self) -> Job | None:
        """Hand over what is to be done next; runs that are wanted come after it, for they may be wanted for ever."""
        return self._jobs.popleft() if self._jobs else None

    def fulfil(self, answer: Callable[[], object]) -> None:
        """Call `answer`, which does one thing at a time, until all is done that is wanted now."""
        waits = _Waiting(self._taken, bool(self._wish.scopes), tuple(self._jobs))
        answer()
        while waits.for_run(self._taken) or waits.for_job(tuple(self._jobs)):
            answer()

    def forget(self) -> None:
        """Want nothing."""
        self._wish = Wish()
        self._taken += 1
        self._jobs.clear()

    def take(self, *, newer: bool) -> Wish:
        """Hand over what is wanted; `newer` says that the browser sent something, which is answered first of all."""
        with self._lock:
            wish, self._wish = self._wish, Wish()
            self._taken += 1
        return replace(wish, carry=False, linked=False) if newer else wish

    @property
    def forgetting(self) -> bool:
        """Whether something shall be forgotten before the next run."""
        return self._clear or bool(self._resets)

    def take_clear(self) -> bool:
        """Whether everything shall be forgotten."""
        clear, self._clear = self._clear, False
        return clear

    def take_resets(self) -> set[str]:
        """Return the keys to forget."""
        with self._lock:
            resets, self._resets = self._resets, set()
        return resets
