"""Looks at runs that take their time, from a thread of its own, where there are threads."""

from __future__ import annotations

import contextvars
import logging
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOG = logging.getLogger(__name__)

STREAM = 0.080
"""Seconds between two looks at a run that goes on."""

IDLE = 10.0
"""Seconds without a run after which the thread ends."""


@dataclass(slots=True, eq=False)
class _Watched:
    """One run that is looked at.

    Parameters
    ----------
    look
        Called with the seconds it has been going on for.
    variables
        The context it runs in: what is sent from the thread belongs to its cell too.
    since, due
        When it began; when it is looked at next.
    """

    look: Callable[[float], None]
    variables: contextvars.Context
    since: float
    due: float


class Watcher:
    """One thread for all runs: to start one for each would cost a tenth of a quick run."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # held while it looks: so a run that is over is not looked at
        self._watched: list[_Watched] = []
        self._begun = threading.Event()
        self._alive = False

    @contextmanager
    def watching(self, look: Callable[[float], None]) -> Iterator[None]:
        """Have `look` called every 80 ms while the block runs, and never after it."""
        if sys.platform == "emscripten":
            yield
            return
        now = time.perf_counter()
        watched = _Watched(look, contextvars.copy_context(), now, now + STREAM)
        try:
            self._begin(watched)
            yield
        finally:
            with self._lock:
                self._watched = [w for w in self._watched if w is not watched]

    def _begin(self, watched: _Watched) -> None:
        with self._lock:
            self._watched.append(watched)
            if not self._alive:
                self._alive = True
                threading.Thread(target=self._watch, daemon=True).start()
        self._begun.set()

    # -- the thread ----------------------------------------------------------------------------------------

    def _watch(self) -> None:
        while self._begun.wait(IDLE) or self._is_wanted():
            self._begun.clear()
            while (seconds := self._seconds_left()) is not None:
                time.sleep(seconds)  # a run that ends meanwhile need not wake it
                self._look()

    def _is_wanted(self) -> bool:
        with self._lock:
            self._alive = self._begun.is_set() or bool(self._watched)
            return self._alive

    def _seconds_left(self) -> float | None:
        with self._lock:
            due = min((w.due for w in self._watched), default=None)
        return None if due is None else max(0.0, due - time.perf_counter())

    def _look(self) -> None:
        with self._lock:
            now = time.perf_counter()
            for watched in [w for w in self._watched if w.due <= now]:
                try:
                    watched.variables.run(watched.look, now - watched.since)
                except Exception:
                    LOG.exception("a run could not be shown while it went on")
                watched.due = time.perf_counter() + STREAM
