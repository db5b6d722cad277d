"""The sockets of one kernel, served by one thread, so that tests may send and look from any thread."""

from __future__ import annotations

import collections
import socket
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import zmq
from jupyter_client.session import Session

Json = dict[str, Any]
#: Channel -> socket type, as the messaging protocol defines them.
SOCKETS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB}


@dataclass(frozen=True)
class Message:
    """What arrived from the kernel."""

    at: float
    channel: str
    type: str
    content: Json
    parent: str  # msg_id of the request that this belongs to; empty if it belongs to none
    header: Json
    metadata: Json
    buffers: list[memoryview]


class Channels:
    """Sends requests and hands every message that arrives to `receive`, in the serving thread."""

    def __init__(self, connection: Mapping[str, Any], receive: Callable[[Message], None]) -> None:
        self._session = Session(
            key=connection["key"].encode(), signature_scheme=connection["signature_scheme"], username="test"
        )
        self._receive = receive
        self._outbox: collections.deque[tuple[str, list[Any]]] = collections.deque()
        self._ring, self._bell = socket.socketpair()
        self._closing = False
        self._context = zmq.Context()
        self._sockets = {channel: self._connect(connection, channel) for channel in SOCKETS}
        self._thread = threading.Thread(target=self._serve, name="kernel-channels", daemon=True)
        self._thread.start()

    def send(
        self,
        channel: str,
        msg_type: str,
        content: Json | bytes,
        *,
        metadata: Json | None = None,
        header: Json | None = None,
        buffers: Iterable[bytes | memoryview] = (),
    ) -> str:
        """Send one request; returns its msg_id. Content that is packed already goes as it is."""
        message: Json = self._session.msg(msg_type, metadata=metadata)
        message["content"] = content
        message["header"].update(header or {})
        # Signing happens here, socket work in the serving thread: zmq sockets belong to one thread.
        self._outbox.append((channel, [*self._session.serialize(message), *buffers]))
        self._ring.send(b"!")
        return str(message["header"]["msg_id"])

    def close(self) -> None:
        """Stop serving and close the sockets."""
        self._closing = True
        self._ring.send(b"!")
        self._thread.join()
        self._context.destroy(linger=0)
        self._ring.close()
        self._bell.close()

    def _connect(self, connection: Mapping[str, Any], channel: str) -> zmq.Socket[bytes]:
        sock = self._context.socket(SOCKETS[channel])
        # The kernel answers input requests to the peer that sent the shell request, known by this identity.
        sock.setsockopt(zmq.IDENTITY, self._session.bsession)
        if channel == "iopub":
            sock.setsockopt(zmq.SUBSCRIBE, b"")
        sock.connect(f"{connection['transport']}://{connection['ip']}:{connection[f'{channel}_port']}")
        return sock

    def _serve(self) -> None:
        poller = zmq.Poller()
        poller.register(self._bell, zmq.POLLIN)
        for sock in self._sockets.values():
            poller.register(sock, zmq.POLLIN)
        while not self._closing:
            ready = {entry for entry, _ in poller.poll()}
            if self._bell.fileno() in ready:
                self._bell.recv(4096)
            while self._outbox:
                channel, frames = self._outbox.popleft()
                self._sockets[channel].send_multipart(frames)
            for channel, sock in self._sockets.items():
                if sock in ready:
                    self._read(channel, sock)

    def _read(self, channel: str, sock: zmq.Socket[bytes]) -> None:
        _, raw = self._session.recv(sock)
        if raw is None:
            return
        message = Message(
            at=time.perf_counter(),
            channel=channel,
            type=raw["header"]["msg_type"],
            content=raw["content"],
            parent=raw["parent_header"].get("msg_id", ""),
            header=raw["header"],
            metadata=raw["metadata"],
            buffers=list(raw["buffers"]),
        )
        self._receive(message)
