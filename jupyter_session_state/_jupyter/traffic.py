"""How fast widgets come and go: a few at once, thousands little by little.

Each sends a message. A notebook server that gets too many within 3 s drops whatever comes next; and what comes while
the queues between it and the kernel are full (1,000 at each end, ZeroMQ's high-water mark) is gone without a word.
"""

from __future__ import annotations

import contextvars
import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipywidgets import Widget

    from jupyter_session_state._jupyter.host import Host

WINDOW = 3.0
"""Seconds over which the server counts."""

MOST = 2000
"""Widgets closed within that time: two thirds of what it passes on."""

PAUSE = 0.1
"""Seconds between two looks whether more may be closed."""

AT_ONCE = 1000
"""Widgets that may wait in the queues: half of what both hold."""

HELD = 2 * AT_ONCE
"""What both hold: more cannot be on its way."""

PASSED_ON = 500
"""Widgets in a second that a server passes on although all processors are busy."""

SLICE = 100
"""After so many widgets it is seen whether the server needs time; it gets twice what the kernel took for them."""

LONGEST = 0.5
"""Seconds of such a pause: what took longer was the script's own work, during which the server had time anyway."""


class Traffic:
    """Opens and closes the widgets of all apps of one kernel no faster than a server passes it on.

    Parameters
    ----------
    host
        The kernel, whose loop says when to go on; without one all are closed at once.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._waiting: deque[Widget] = deque()
        self._closed: deque[float] = deque()  # when, within the window
        self._is_due = False
        self._lock = threading.Lock()
        self._opened = 0
        self._queued = 0.0  # how many may still be on their way
        self._since = time.monotonic()

    def __len__(self) -> int:
        return len(self._waiting)

    def opened(self) -> None:
        """Take note that a widget was opened, and give the server time now and then; main thread."""
        self._opened += 1
        if self._opened % SLICE == 0:
            took = time.monotonic() - self._since
            self._queued = min(HELD, max(0.0, self._queued + SLICE - took * PASSED_ON))
            if self._queued > AT_ONCE:
                time.sleep(min(2 * took, LONGEST))
            self._since = time.monotonic()

    def close(self, widget: Widget) -> None:
        """Close a widget now, or when it is its turn; any thread."""
        self._waiting.append(widget)
        if not self._is_due:
            self._go_on()

    def _go_on(self) -> None:
        with self._lock:
            loop, now = self._host.loop(), time.monotonic()
            while self._closed and now - self._closed[0] > WINDOW:
                self._closed.popleft()
            while self._waiting and (len(self._closed) < MOST or loop is None):
                self._closed.append(now)
                self._waiting.popleft().close()
            self._is_due = bool(self._waiting)
            if self._is_due and loop is not None and not loop.is_closed():
                again = partial(loop.call_later, PAUSE, self._go_on, context=contextvars.Context())
                loop.call_soon_threadsafe(again, context=contextvars.Context())
