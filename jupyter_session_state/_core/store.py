"""What one cached function knows: a value for each fingerprint of arguments, within limits of number, size and age."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jupyter_session_state._core import messages

POLL = 0.1
"""Seconds between two looks at whether somebody who waits for a value shall go on waiting."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a store keeps and for how long; a function that changes them starts with an empty store.

    Parameters
    ----------
    entries
        How many entries; None is any number.
    ttl
        Seconds after which an entry is old; None is never.
    size
        Sum of the entries' sizes; None is any. One entry is kept even if it is larger.
    grace
        How many times its ttl an entry is kept: more than one where old values are given out while new ones
        are made.
    """

    entries: float | None = None
    ttl: float | None = None
    size: int | None = None
    grace: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What is known for one set of arguments.

    Parameters
    ----------
    value
        What the function returned, in the form in which it is kept.
    drawn
        What it drew, to be drawn again.
    size
        Bytes, where that is limited.
    """

    value: Any
    drawn: Any = ()
    size: int = 0


@dataclass(slots=True)
class _Computing:
    """Who computes one value, and how many wait for it or do it."""

    lock: Any = field(default_factory=threading.RLock)  # by recursion a thread may come back
    users: int = 0


class Store:
    """A table of entries; safe to use from any thread.

    Parameters
    ----------
    name
        The function's, for messages.
    limits
        What it keeps.
    clock
        Seconds, growing.
    release
        Called with the value of every entry that is let go of, except by `drop_quietly`.
    """

    def __init__(
        self,
        name: str,
        limits: Limits,
        clock: Callable[[], float],
        release: Callable[[Any], object] | None = None,
    ) -> None:
        self.name = name
        self.limits = limits
        self._clock = clock
        self._release = release
        self._entries: dict[str, Entry] = {}  # the one used longest ago first
        self._written: dict[str, float] = {}  # the oldest first
        self._lock = threading.RLock()
        self._computing: dict[str, _Computing] = {}

    def __len__(self) -> int:
        with self._lock:
            return sum(not self._dead(key) for key in self._entries)

    def now(self) -> float:
        """Seconds, growing."""
        return self._clock()

    # -- reading -------------------------------------------------------------------------------------------

    def find(self, key: str) -> Entry | None:
        """Return the entry of a key, which counts as used now; None if there is none that is young enough."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries[key] = self._entries.pop(key)
            return None if self._dead(key) else entry

    def stale(self, key: str) -> bool:
        """Whether an entry is old, and kept only until a new one is made."""
        with self._lock:
            ttl, written = self.limits.ttl, self._written.get(key)
            return ttl is not None and written is not None and self._clock() - written >= ttl

    def _dead(self, key: str) -> bool:
        ttl = self.limits.ttl
        return ttl is not None and self._clock() - self._written[key] >= ttl * self.limits.grace

    # -- writing -------------------------------------------------------------------------------------------

    def put(self, key: str, entry: Entry) -> None:
        """Keep an entry; those that are too old, or for which there is no room, go.

        Raises
        ------
        ValueError
            If there is room for none.
        """
        if self.limits.entries is not None and self.limits.entries < 1:
            raise messages.no_room_in_cache(self.name, self.limits.entries)
        with self._lock:
            gone = [self._remove(k) for k in list(self._written) if self._dead(k)]
            if key in self._entries:
                self._remove(key)
            while self._entries and self._full(entry):
                gone.append(self._remove(next(iter(self._entries))))
            self._insert(key, entry)
        self._let_go(gone)

    def _full(self, new: Entry) -> bool:
        limits = self.limits
        if limits.entries is not None and len(self._entries) + 1 > limits.entries:
            return True
        return (
            limits.size is not None and sum(e.size for e in self._entries.values()) + new.size > limits.size
        )

    def exchange(self, key: str, old: Entry, new: Entry) -> bool:
        """Put `new` in the place of `old`, if that is there still; say whether it was."""
        with self._lock:
            if self._entries.get(key) is not old or self._dead(key):
                return False
            self._remove(key)
            self._insert(key, new)
            return True

    def drop(self, key: str) -> None:
        """Let go of one entry, if it is there."""
        with self._lock:
            gone = [self._remove(key)] if key in self._entries else []
        self._let_go(gone)

    def drop_quietly(self, key: str) -> None:
        """Forget one entry that turned out to be no good."""
        with self._lock:
            if key in self._entries:
                self._remove(key)

    def clear(self) -> list[Exception]:
        """Let go of all entries; return what went wrong on the way, which stops nothing."""
        with self._lock:
            gone = [self._remove(key) for key in list(self._entries)]
        failures = []
        for entry in gone:
            try:
                self._let_go([entry])
            except Exception as error:  # noqa: BLE001, PERF203 - the author's function may raise anything
                failures.append(error)
        return failures

    def _insert(self, key: str, entry: Entry) -> None:
        self._entries[key] = entry
        self._written[key] = self._clock()

    def _remove(self, key: str) -> Entry:
        del self._written[key]
        return self._entries.pop(key)

    def _let_go(self, gone: list[Entry]) -> None:
        if self._release is not None:
            for entry in gone:
                self._release(entry.value)

    # -- one at a time -------------------------------------------------------------------------------------

    @contextmanager
    def computing(self, key: str, while_waiting: Callable[[], object]) -> Iterator[None]:
        """Be the only thread that computes the value of a key; call `while_waiting` now and then until then."""
        with self._lock:
            turn = self._computing.setdefault(key, _Computing())
            turn.users += 1
        try:
            while not turn.lock.acquire(timeout=POLL):
                while_waiting()
            try:
                yield
            finally:
                turn.lock.release()
        finally:
            self._done(key, turn)

    def try_computing(self, key: str) -> Callable[[], None] | None:
        """Return a function that ends the turn to compute a value; None if somebody else has it."""
        with self._lock:
            if key in self._computing:
                return None
            turn = self._computing[key] = _Computing(threading.Lock(), users=1)  # another thread ends it
            turn.lock.acquire()

        def end() -> None:
            turn.lock.release()
            self._done(key, turn)

        return end

    def _done(self, key: str, turn: _Computing) -> None:
        with self._lock:
            turn.users -= 1
            if not turn.users:
                del self._computing[key]
