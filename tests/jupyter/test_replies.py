"""A reply of ipykernel 7.0 to 7.3 does not take the notice away of a request that came meanwhile."""

from __future__ import annotations

import asyncio
import select
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import zmq
from zmq.eventloop.zmqstream import ZMQStream

from jupyter_session_state._jupyter.host import reply_through


@dataclass
class Manager:
    """What sends replies, as in those kernels."""

    _shell_socket: Any

    def reply(self, parts: list[bytes]) -> None:
        self._shell_socket.send_multipart(parts)


@dataclass
class ChannelThread:
    manager: Manager


@dataclass
class Line:
    """A kernel's socket, its stream, and a front end that sends requests to it."""

    socket: zmq.Socket[bytes]
    front_end: zmq.Socket[bytes]
    stream: ZMQStream = field(init=False)
    heard: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stream = ZMQStream(self.socket)
        self.stream.on_recv(lambda parts: self.heard.append(parts[-1]))

    def request(self, text: bytes) -> None:
        """Send a request, and wait until it is there, without looking at it."""
        self.front_end.send(text)
        assert select.select([self.socket.FD], [], [], 10)[0]

    async def until(self, condition: Callable[[], bool]) -> bool:
        for _ in range(20):
            if condition():
                return True
            await asyncio.sleep(0)
            await asyncio.to_thread(select.select, [self.socket.FD], [], [], 0.01)
        return condition()


async def _hears_what_came_while_it_replied(mend: bool) -> bool:
    context = zmq.Context()
    try:
        router = context.socket(zmq.ROUTER)
        port = router.bind_to_random_port("tcp://127.0.0.1")
        front_end = context.socket(zmq.DEALER)
        front_end.setsockopt(zmq.ROUTING_ID, b"me")
        front_end.connect(f"tcp://127.0.0.1:{port}")
        line = Line(router, front_end)
        thread = ChannelThread(Manager(router))
        if mend:
            reply_through(line.stream, thread)
        line.request(b"one")
        assert await line.until(lambda: line.heard == [b"one"])
        line.request(b"two")
        thread.manager.reply([b"me", b"answer"])
        return await line.until(lambda: line.heard == [b"one", b"two"])
    finally:
        context.destroy(linger=0)


def test_a_request_that_comes_while_a_reply_leaves_is_heard() -> None:
    assert asyncio.run(_hears_what_came_while_it_replied(mend=True))


def test_it_would_not_be_without_the_mending() -> None:
    assert not asyncio.run(_hears_what_came_while_it_replied(mend=False))


def test_a_kernel_that_replies_in_another_way_is_left_alone() -> None:
    thread = ChannelThread(Manager(None))
    reply_through(SimpleNamespace(socket=None), thread)
    assert thread.manager._shell_socket is None
