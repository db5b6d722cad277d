"""Ways to talk to a kernel: its own sockets, or a notebook server as a browser does."""

from __future__ import annotations

import json
import math
import time
from dataclasses import dataclass
from typing import Any, Protocol

import zmq
from jupyter_client.session import Session

from tests.kernel.process import KernelProcess

Json = dict[str, Any]
DELIMITER = b"<IDS|MSG>"


@dataclass(frozen=True)
class Request:
    """A message ready to be sent, so that making it is in no figure."""

    frames: Any
    msg_id: bytes


@dataclass(frozen=True)
class Message:
    """What a kernel published; its JSON is read only when somebody asks, after the clock was stopped."""

    at: float
    header: bytes
    parent: bytes
    content: bytes
    size: int

    @property
    def type(self) -> str:
        """The type of the message."""
        return str(json.loads(self.header)["msg_type"])

    def json(self) -> Any:
        """Return the content."""
        return json.loads(self.content)

    def ends(self, request: bytes) -> bool:
        """Whether this says that the kernel is done with a request."""
        return b'"idle"' in self.content and request in self.parent and self.type == "status"


class Link(Protocol):
    """A connection to one kernel."""

    #: The processes that have work with a message.
    pids: tuple[int, ...]

    def request(self, msg_type: str, content: Json) -> Request:
        """Make a message for the kernel."""

    def send(self, request: Request) -> None:
        """Send it."""

    def receive(self, timeout: float) -> Message | None:
        """Return the next message that the kernel published; None if none came in time."""


class SocketLink:
    """The kernel's own sockets."""

    def __init__(self, kernel: KernelProcess) -> None:
        connection = kernel.connection
        self.pids: tuple[int, ...] = (kernel.pid,)
        self._session = Session(
            key=connection["key"].encode(), signature_scheme=connection["signature_scheme"]
        )
        self._context = zmq.Context()
        self._shell = self._connect(zmq.DEALER, f"tcp://{connection['ip']}:{connection['shell_port']}")
        self._published = self._connect(zmq.SUB, f"tcp://{connection['ip']}:{connection['iopub_port']}")
        self._published.subscribe(b"")
        self._poller = zmq.Poller()
        self._poller.register(self._published, zmq.POLLIN)

    def request(self, msg_type: str, content: Json) -> Request:
        """Make a message for the kernel, signed and serialised."""
        message = self._session.msg(msg_type, content)
        return Request(self._session.serialize(message), message["header"]["msg_id"].encode())

    def send(self, request: Request) -> None:
        """Send it to the shell channel."""
        self._shell.send_multipart(request.frames)
        while self._shell.poll(0):  # replies are in no figure, but must not pile up
            self._shell.recv_multipart()

    def receive(self, timeout: float) -> Message | None:
        """Return the next message of the iopub channel."""
        if not self._poller.poll(math.ceil(max(0.0, timeout) * 1000)):
            return None
        frames = self._published.recv_multipart()
        at = time.perf_counter()
        start = frames.index(DELIMITER)
        _, header, parent, _, content = frames[start + 1 : start + 6]
        return Message(at, header, parent, content, sum(map(len, frames)))

    def close(self) -> None:
        """Close the sockets."""
        self._context.destroy(linger=0)

    def _connect(self, kind: int, address: str) -> zmq.Socket[bytes]:
        sock = self._context.socket(kind)
        sock.sndhwm = sock.rcvhwm = 0  # nothing is ever dropped on our side
        sock.connect(address)
        return sock


def wait_ready(link: Link) -> None:
    """Ask until the kernel answers: a subscription takes effect some time after it was made."""
    for _ in range(120):
        request = link.request("kernel_info_request", {})
        link.send(request)
        end = time.perf_counter() + 1
        while (message := link.receive(end - time.perf_counter())) is not None:
            if message.ends(request.msg_id):
                return
    raise RuntimeError("the kernel did not start")
