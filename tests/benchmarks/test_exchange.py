"""When an exchange with a kernel is over, and what a throttled front end sends."""

from __future__ import annotations

from collections import deque

import pytest

from benchmarks.links import Json, Message, Request
from benchmarks.peers import exchange as module
from benchmarks.peers.base import ONE, NotShownError, Pace
from benchmarks.peers.exchange import Exchange


class Kernel:
    """A link to a kernel that answers each request with a text and says that it is idle, in some order."""

    def __init__(self, *, idle_first: bool = False) -> None:
        self.pids: tuple[int, ...] = ()
        self.sent: list[bytes] = []
        self._idle_first = idle_first
        self._answers: deque[Message] = deque()

    def request(self, msg_type: str, content: Json) -> Request:
        raise NotImplementedError

    def send(self, request: Request) -> None:
        self.sent.append(request.msg_id)
        text = message("comm_msg", request.msg_id, b"text of " + request.msg_id)
        idle = message("status", request.msg_id, b'{"execution_state": "idle"}')
        self._answers.extend([idle, text] if self._idle_first else [text, idle])

    def receive(self, timeout: float) -> Message | None:
        return self._answers.popleft() if self._answers else None


def message(kind: str, parent: bytes, content: bytes) -> Message:
    return Message(0.0, b'{"msg_type": "%s"}' % kind.encode(), parent, content, 10)


def steps(count: int) -> list[list[Request]]:
    return [[Request(None, b"request %d" % number)] for number in range(count)]


@pytest.mark.parametrize("idle_first", [False, True])
def test_an_exchange_is_over_when_the_text_is_shown_and_the_kernel_idle(idle_first: bool) -> None:
    done = Exchange(Kernel(idle_first=idle_first), steps(3), b"text of request 2", ONE)
    done.run(settle=0)
    assert len(done.received) == 6
    assert [seen.type for seen in done.seen] == ["comm_msg"] * 3


def test_a_text_that_never_comes_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIMEOUT", 0.01)
    with pytest.raises(NotShownError, match="'something else' was not shown"):
        Exchange(Kernel(), steps(1), b"something else", ONE).run(settle=0)


def test_a_throttled_front_end_sends_the_newest_when_the_last_was_answered() -> None:
    kernel = Kernel()
    Exchange(kernel, steps(60), b"text of request 59", Pace(throttled=True)).run(settle=0)
    assert kernel.sent == [b"request 59"]  # all were there at once: one is enough


def test_without_throttling_everything_is_sent() -> None:
    kernel = Kernel()
    Exchange(kernel, steps(60), b"text of request 59", ONE).run(settle=0)
    assert len(kernel.sent) == 60
