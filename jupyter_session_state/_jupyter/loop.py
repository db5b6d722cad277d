"""The run loop: events from any thread only wake it; one run at a time, on the main thread.

A wake-up is followed by a short settling time, so that what the browser sent together is answered together.
After each run the loop goes back to the kernel's, which lets other cells and messages in.
"""

from __future__ import annotations

import contextvars
import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyter_session_state._jupyter.watcher import Watcher

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.host import Host

LOG = logging.getLogger(__name__)

SETTLE = 0.006
"""Seconds between two looks whether more came in."""

SETTLE_LIMIT = 0.040
"""Seconds after which a run starts though more keeps coming in."""

SHOW_RUNNING = 0.200
"""Seconds after which a run is marked as running."""

PATIENCE = 0.300
"""Seconds of runs given up, or twice the last complete run's time if longer, after which a run is let finish."""

LOOK = 0.001
"""Seconds between two looks whether newer input came: a thousand elements need not ask a thousand times."""

POLL = 0.005
"""Seconds between two looks at the socket, where the kernel's own thread does not look."""


class RunLoop:
    """The scheduler port on a kernel's own event loop.

    Parameters
    ----------
    host
        The kernel.
    settle_values
        Gives the widgets the values their views have; called before runs, on the main thread.
    waiting
        The number of events that came in, which the settling time watches.
    """

    def __init__(self, host: Host, settle_values: Callable[[], None], waiting: Callable[[], int]) -> None:
        self._host = host
        self._settle_values = settle_values
        self._waiting = waiting
        self._loop = host.loop()
        self._lock = threading.Lock()
        self._armed = False
        self._wanted: dict[str, App] = {}
        self._running: App | None = None
        self._looked = self._polled = 0.0
        self._watcher = Watcher()
        self._alarms: dict[str, asyncio.TimerHandle] = {}
        self.contexts: dict[str, RunContext] = {}

    # -- the scheduler port --------------------------------------------------------------------------------

    def wake(self, app: App) -> None:
        """Have the app answered soon; any thread."""
        with self._lock:  # else it might be written into the dict that a tick has just taken
            self._wanted[app.name] = app
        self.arm()

    def arm(self) -> None:
        """Have the main thread look at what came in; any thread."""
        with self._lock:
            if self._armed:
                return
            self._armed = True
        self._loop = self._host.loop() or self._loop
        if self._loop is None or self._loop.is_closed():
            self._armed = False
            return
        # An empty context: a copy of this one would carry the header of whatever message came last.
        self._loop.call_soon_threadsafe(
            self._settle, 0, -1, time.perf_counter(), context=contextvars.Context()
        )

    def newer_input(self, app: App) -> bool:
        """Whether newer input of the app waits that its run should give way to.

        A run is let finish when those before it were given up for long enough: a steady drag must not starve
        what is drawn last.
        """
        now = time.perf_counter()
        if now - self._looked < LOOK:
            return False
        self._looked = now
        context = self.contexts.get(app.name)
        if context is None or context.starved():
            return False
        if app.overtaken():
            return True
        if now - self._polled > POLL:
            self._polled = now
            self._host.poll()
        return context.hinted()

    def clock(self) -> float:
        """Seconds, growing."""
        return time.perf_counter()

    def alarm(self, app: App, seconds: float | None) -> None:
        """Have `app.ring` called in so many seconds, in place of any earlier alarm; main thread only."""
        earlier = self._alarms.pop(app.name, None)
        if earlier is not None:
            earlier.cancel()
        loop = self._host.loop() or self._loop
        if seconds is not None and loop is not None and not loop.is_closed():
            self._alarms[app.name] = loop.call_later(seconds, app.ring, context=contextvars.Context())

    # -- the main thread -----------------------------------------------------------------------------------

    def _settle(self, quiet: int, seen: int, since: float) -> None:
        loop = self._loop
        if loop is None:
            return
        if self._running is not None:  # the loop was entered again from within a run
            self._later(loop, 0, -1, since)
            return
        waiting = self._waiting()
        if (waiting == seen and quiet >= 1) or time.perf_counter() - since > SETTLE_LIMIT:
            self._tick()
            return
        self._later(loop, quiet + 1 if waiting == seen else 0, waiting, since)

    def _later(self, loop: asyncio.AbstractEventLoop, quiet: int, seen: int, since: float) -> None:
        loop.call_later(SETTLE, self._settle, quiet, seen, since, context=contextvars.Context())

    def _tick(self) -> None:
        with self._lock:
            self._armed = False
        self._settle_values()
        with self._lock:
            wanted, self._wanted = self._wanted, {}
        for app in wanted.values():
            context = self.contexts.get(app.name)
            if context is None or context.app is not app or not app.waiting:
                continue
            try:
                context.answer(self)
            except KeyboardInterrupt:  # between two apps: the app that was interrupted has shown it
                continue
            except Exception:  # a fault of ours in one app must not take the others along
                LOG.exception("the app %r could not be shown", app.name)
            if app.waiting:
                self.wake(app)

    @contextmanager
    def run_of(self, context: RunContext, while_running: Callable[[], None]) -> Iterator[None]:
        """Hold everything a run needs around it."""
        self._running, before = context.app, self._running

        def look(seconds: float) -> None:
            self._host.show_busy()
            context.app.flush_so_far()
            while_running()
            if seconds >= SHOW_RUNNING:
                context.renderer.show_running()

        try:
            with self._watcher.watching(look):
                yield
        finally:
            self._running = before

    @property
    def running(self) -> App | None:
        """The app whose run is going on."""
        return self._running


def _nothing() -> None:
    """Do nothing."""


class RunContext:
    """What the loop knows about one app: the cell it came from, and how its last runs went."""

    def __init__(self, app: App, host: Host, renderer: Any, output: Any) -> None:
        self.app = app
        self.renderer = renderer
        self.output = output
        self._given_up_since: float | None = None
        self._last_seconds = 0.0
        self._host = host
        self.cell_was_executed()

    def cell_was_executed(self) -> None:
        """Remember the cell that is being executed: its context variables, and its header for output."""
        self._parent = self._host.parent()
        self._variables = contextvars.copy_context()

    def hinted(self) -> bool:
        """Whether a message for one of the app's widgets arrived."""
        return bool(self.renderer.hinted)

    def answer(self, loop: RunLoop) -> None:
        """Answer what waits, on behalf of the cell."""
        self._variables.copy().run(self._answer, loop)

    def _answer(self, loop: RunLoop) -> None:
        with self._host.running(self._parent):
            self.run(loop, self.app.answer)

    def run(self, loop: RunLoop, go: Callable[[], Any], while_running: Callable[[], None] = _nothing) -> None:
        """Run the app, with its output captured; `while_running` is called when some of it was shown."""
        self.renderer.hinted = False
        started = time.perf_counter()
        with loop.run_of(self, while_running), self.output.capturing():
            record = go()
        if record.ending == "aborted":
            self._given_up_since = self._given_up_since or started
            self.app.try_again()
        else:
            self._given_up_since = None
            self._last_seconds = time.perf_counter() - started

    def starved(self) -> bool:
        """Whether runs were given up for so long that the next must finish."""
        since = self._given_up_since
        return since is not None and time.perf_counter() - since > max(PATIENCE, 2 * self._last_seconds)
