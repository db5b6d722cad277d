"""Interactions sent to a kernel, and everything it publishes until it is quiet again."""

from __future__ import annotations

import time
from collections.abc import Sequence

from benchmarks.links import Link, Message, Request
from benchmarks.peers.base import TIMEOUT, NotShownError, Pace
from benchmarks.sample import Times

#: Messages that nobody sees.
UNSEEN = {"status", "execute_input", "iopub_welcome", "comm_info_reply"}


class Exchange:
    """One exchange with a kernel.

    Parameters
    ----------
    link
        The connection.
    steps
        What is sent, in order; each step is a message, or several sent at once.
    marker
        The text that is shown when all is done; None if the end of the last request is the end.
    pace
        How the steps follow each other.
    """

    def __init__(
        self, link: Link, steps: Sequence[Sequence[Request]], marker: bytes | None, pace: Pace
    ) -> None:
        self._link = link
        self._steps = steps
        self._marker = marker
        self._pace = pace
        self._next = 0  # the step to send
        self._waiting = b""  # the request that is not answered yet
        self._shown = marker is None
        self.received: list[Message] = []
        self._started = 0.0
        self._sent_last = 0.0

    def run(self, settle: float) -> None:
        """Send everything, wait until the marker is shown and the kernel idle, then until it is quiet."""
        self._started = time.perf_counter()
        while not self._done:
            if time.perf_counter() - self._started > TIMEOUT:
                raise NotShownError(
                    f"{(self._marker or b'the end').decode()[:80]!r} was not shown in {TIMEOUT:.0f} s"
                )
            self._send_due()
            message = self._link.receive(self._patience())
            if message is not None:
                self._take(message)
        end = time.perf_counter() + settle
        while (message := self._link.receive(max(0.0, end - time.perf_counter()))) is not None:
            self._take(message)

    @property
    def times(self) -> Times:
        """When it began, and when the last request was sent."""
        return Times(self._started, self._sent_last)

    @property
    def seen(self) -> list[Message]:
        """The messages that change what users see."""
        return [message for message in self.received if message.type not in UNSEEN]

    @property
    def _done(self) -> bool:
        return self._next == len(self._steps) and not self._waiting and self._shown

    def _send_due(self) -> None:
        due = len(self._steps)
        if self._pace.gap:
            due = min(due, int((time.perf_counter() - self._started) / self._pace.gap) + 1)
        while self._next < due and not (self._pace.throttled and self._waiting):
            step = due - 1 if self._pace.throttled else self._next
            for request in self._steps[step]:
                self._link.send(request)
                self._waiting = request.msg_id
            self._next = step + 1
            self._sent_last = time.perf_counter()

    def _patience(self) -> float:
        return 0.002 if self._next < len(self._steps) else 0.5

    def _take(self, message: Message) -> None:
        self.received.append(message)
        if self._marker is not None and self._marker in message.content:
            self._shown = True
        if self._waiting and message.ends(self._waiting):
            self._waiting = b""
