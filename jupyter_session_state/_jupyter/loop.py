"""The run loop: events from any thread only wake it; one run at a time, on the main thread.

A wake-up is followed by a short settling time, so that what the browser sent together is answered together.
After each run the loop goes back to the kernel's, which lets other cells and messages in. Apps take turns.
"""

from __future__ import annotations

import contextvars
import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.patience import Patience
from jupyter_session_state._jupyter.host import interruptible, is_running_here
from jupyter_session_state._jupyter.watcher import Watcher

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.events import Events
    from jupyter_session_state._jupyter.host import Host

LOG = logging.getLogger(__name__)

SETTLE = 0.006
"""Seconds without news after which a run starts."""

SETTLE_AFTER_CELL = 0.030
"""The same for what came in while a cell ran: the page sends no newer value before it sees that this one is taken."""

SETTLE_LIMIT = 0.040
"""Seconds after which a run starts though more keeps coming in."""

BACKLOG_LIMIT = 0.200
"""Seconds after which a run starts though messages that have arrived were not handed over yet."""

SHOW_RUNNING = 0.200
"""Seconds after which a run is marked as running."""

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
    events
        What the browser said, which the settling time watches.
    settle_values
        Gives the widgets the values their views have; called before runs, on the main thread.
    """

    def __init__(self, host: Host, events: Events, settle_values: Callable[[], None]) -> None:
        self._host = host
        self._events = events
        self._settle_values = settle_values
        self._loop = host.loop()
        self._lock = threading.Lock()
        self._armed = False
        self._wanted: dict[str, App] = {}
        self._running: App | None = None
        self._cell_ended_at = float("-inf")
        self._looked = self._polled = 0.0
        self._watcher = Watcher()
        self._alarms: dict[str, asyncio.TimerHandle] = {}
        self.contexts: dict[str, RunContext] = {}
        self.observer: Callable[[App, float | None], None] | None = (
            None  # of runs: how long in ms, None while one goes on
        )

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
        self._settle_later(self._loop, time.perf_counter())

    def cell_ended(self, _result: object = None) -> None:
        """Hear that a plain cell is done, which kept what came in waiting."""
        self._cell_ended_at = time.perf_counter()

    def run_now(self, app: App) -> None:
        """Do all that is wanted now, within the cell being executed; after the run that asks, if one is on."""
        on_main_thread = threading.current_thread() is threading.main_thread()
        if self._running is not None or not on_main_thread or app.name not in self.contexts:
            return
        context = self.contexts[app.name]
        with interruptible():
            app.wishes.fulfil(lambda: context.run(self, app.answer))
        if app.waiting:
            self.wake(app)

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
        if context is None or context.must_finish():
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

    def epoch(self) -> float:
        """Seconds since the epoch."""
        return time.time()

    def alarm(self, app: App, seconds: float | None) -> None:
        """Have `app.ring` called in so many seconds, in place of any earlier alarm; main thread only."""
        earlier = self._alarms.pop(app.name, None)
        if earlier is not None:
            earlier.cancel()
        loop = self._host.loop() or self._loop
        if seconds is not None and loop is not None and not loop.is_closed():
            self._alarms[app.name] = loop.call_later(seconds, app.ring, context=contextvars.Context())

    # -- the main thread -----------------------------------------------------------------------------------

    def _settle_later(self, loop: asyncio.AbstractEventLoop, since: float) -> None:
        """Look in a moment whether more came in than there is now; any thread."""
        # An empty context: a copy of this one would carry the header of whatever message came last.
        empty = contextvars.Context()
        held_up = since - self._cell_ended_at < SETTLE
        quiet = SETTLE_AFTER_CELL if held_up else SETTLE
        seen = len(self._events)

        def look() -> None:
            loop.call_later(quiet, self._settle, seen, since, context=empty)

        if is_running_here(loop):
            look()
        else:
            loop.call_soon_threadsafe(look, context=empty)

    def _settle(self, seen: int, since: float) -> None:
        loop = self._loop
        if loop is None:
            return
        is_quiet = len(self._events) == seen
        if self._running is None and self._is_settled(time.perf_counter() - since, is_quiet=is_quiet):
            self._tick()
        else:  # more comes, or the loop was entered again from within a run
            self._settle_later(loop, since)

    def _is_settled(self, seconds: float, *, is_quiet: bool) -> bool:
        """Whether a run may start: nothing more comes, or enough time has passed."""
        if not self._events.coming:
            return is_quiet or seconds > SETTLE_LIMIT
        if seconds <= BACKLOG_LIMIT:
            return False
        self._events.expect_nothing()
        return True

    def _tick(self) -> None:
        with self._lock:
            self._armed = False
        self._settle_values()
        context = self._next()
        if context is None:
            return
        try:
            context.answer(self)
        except KeyboardInterrupt:  # between two steps of ours: an app that was interrupted has shown it
            LOG.warning("the app %r was interrupted", context.app.name)
        except Exception:  # a fault of ours in one app must not take the others along
            LOG.exception("the app %r could not be shown", context.app.name)
        if context.app.waiting:
            self.wake(context.app)
        if self._wanted:
            self.arm()

    def _next(self) -> RunContext | None:
        """Return whose turn it is: of those with something to answer, the one whose last run is longest ago."""
        with self._lock:
            found = [(app, self.contexts.get(name)) for name, app in self._wanted.items()]
            waiting = [c for app, c in found if c is not None and c.app is app and app.waiting]
            chosen = min(waiting, key=lambda context: context.ran_at, default=None)
            self._wanted = {c.app.name: c.app for c in waiting if c is not chosen}
        return chosen

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
                self.tell(context.app, None)

        try:
            with self._watcher.watching(look):
                yield
        finally:
            self._running = before

    def tell(self, app: App, ms: float | None) -> None:
        """Tell whoever observes runs of one; any thread."""
        if self.observer is not None:
            self.observer(app, ms)

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
        self.ran_at = self._started = float("-inf")
        self._patience = Patience()
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
        self._started = time.perf_counter()
        with loop.run_of(self, while_running), self.output.capturing():
            record = go()
        given_up = record.ending == "aborted"
        self.ran_at = time.perf_counter()
        self._patience.ended(record.scope, self._started, self.ran_at, given_up=given_up)
        loop.tell(self.app, record.seconds * 1000)
        if given_up:
            self.app.try_again()

    def must_finish(self) -> bool:
        """Whether this run must finish: runs were given up for so long, or it nearly has."""
        run = self.app.running
        return run is not None and self._patience.is_over(run.scope, self._started, time.perf_counter())
