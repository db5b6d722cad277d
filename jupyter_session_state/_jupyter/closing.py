"""Widgets that left the page are closed: a few at once, thousands little by little.

Each sends a message, and a notebook server that gets too many within 3 s drops whatever comes next.
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


class Closing:
    """Closes the widgets of all apps of one kernel.

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

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, widget: Widget) -> None:
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
