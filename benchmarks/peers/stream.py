"""Interactions sent to a web server, and everything that its page is sent until it is quiet again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from benchmarks.peers.base import TIMEOUT, NotShownError, Pace
from benchmarks.sample import Times
from benchmarks.websocket import WebSocket


class Stream:
    """One exchange with a server whose updates come over a WebSocket.

    Parameters
    ----------
    socket
        Where updates come from.
    marker
        The text that is shown when all is done.
    ends
        Whether a message says that a run is over; one that comes after the marker is the end.
    send
        Sends one request, if not the same connection does.
    since
        When the clock was started, if that was before now: a server may begin when it is connected to.
    """

    def __init__(
        self,
        socket: WebSocket,
        marker: bytes,
        ends: Callable[[bytes], bool],
        send: Callable[[bytes], None] | None = None,
        since: float | None = None,
    ) -> None:
        self._socket = socket
        self._marker = marker
        self._ends = ends
        self._send = send or socket.send
        self._left: list[bytes] = []
        self._shown = self._over = False
        self.received: list[tuple[float, bytes]] = []
        self.size = 0
        self._started = self._sent_last = since or time.perf_counter()

    def run(self, requests: Sequence[bytes], pace: Pace, settle: float) -> None:
        """Send everything, wait until the last of it is shown and its run over, then until it is quiet."""
        self._left = list(reversed(requests))
        due = time.perf_counter()
        while self._left or not (self._shown and self._over):
            if time.perf_counter() - self._started > TIMEOUT:
                raise NotShownError(f"{self._marker.decode()[:80]!r} was not shown in {TIMEOUT:.0f} s")
            while self._left and time.perf_counter() >= due:
                self._send(self._left.pop())
                self._sent_last = time.perf_counter()
                due += pace.gap
            self._receive(0.002 if self._left else 0.5)
        end = time.perf_counter() + settle
        while (left := end - time.perf_counter()) > 0:
            self._receive(left)

    @property
    def times(self) -> Times:
        """When it began, and when the last request was sent."""
        return Times(self._started, self._sent_last)

    def _receive(self, timeout: float) -> None:
        got = self._socket.receive(timeout)
        if got is None:
            return
        payload, size = got
        self.received.append((time.perf_counter(), payload))
        self.size += size
        if self._marker in payload:
            self._shown = True
        elif self._shown and self._ends(payload):
            self._over = True
