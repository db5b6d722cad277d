"""A kernel behind a notebook server, reached as a browser reaches it."""

from __future__ import annotations

import json
import secrets
import struct
import sys
import time
import urllib.request
from collections.abc import Callable
from itertools import pairwise

import psutil
from jupyter_client.session import Session

from benchmarks.links import Json, Message, Request
from benchmarks.processes import ROOT, Children, Server
from benchmarks.websocket import WebSocket

PROTOCOL = "v1.kernel.websocket.jupyter.org"
PARTS = ("header", "parent_header", "metadata", "content")


class ServerLink:
    """A server with one kernel; the work of both is counted."""

    def __init__(self, children: Children) -> None:
        token = secrets.token_hex(16)
        self._server = children.server(
            _command(token), f"/api/status?token={token}", {"PYTHONPATH": str(ROOT)}
        )
        self._session = Session(key=b"")
        kernel = _start_kernel(self._server, token)
        self.kernel_pid = _kernel_pid(self._server.pid)
        self.pids: tuple[int, ...] = (self.kernel_pid, self._server.pid)
        path = f"/api/kernels/{kernel}/channels?session_id={self._session.session}&token={token}"
        self._socket = WebSocket(self._server.port, path, protocols=PROTOCOL)
        children.closing(self._socket.close)

    def request(self, msg_type: str, content: Json) -> Request:
        """Make a message for the kernel, in the server's own framing."""
        message = self._session.msg(msg_type, content)
        pack: Callable[[object], bytes] = self._session.pack
        parts = [b"shell", *(pack(message[name]) for name in PARTS)]
        offsets = [8 * (len(parts) + 2)]
        for part in parts:
            offsets.append(offsets[-1] + len(part))
        head = struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets)
        return Request(WebSocket.frame(head + b"".join(parts)), message["header"]["msg_id"].encode())

    def send(self, request: Request) -> None:
        """Send it."""
        self._socket.send(request.frames)

    def receive(self, timeout: float) -> Message | None:
        """Return the next message of the iopub channel."""
        end = time.perf_counter() + timeout
        while (got := self._socket.receive(max(0.0, end - time.perf_counter()))) is not None:
            payload, size = got
            at = time.perf_counter()
            (count,) = struct.unpack_from("<Q", payload)
            offsets = struct.unpack_from(f"<{count}Q", payload, 8)
            channel, header, parent, _, content = (
                payload[start:stop] for start, stop in pairwise(offsets[:6])
            )
            if channel == b"iopub":
                return Message(at, header, parent, content, size)
        return None


def _command(token: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "jupyter_server",
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.root_dir={folder}",
        f"--IdentityProvider.token={token}",
    ]


def _start_kernel(server: Server, token: str) -> str:
    request = urllib.request.Request(
        server.url("/api/kernels"),
        data=b'{"name": "python3"}',
        headers={"Authorization": f"token {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(json.load(answer)["id"])


def _kernel_pid(server: int) -> int:
    for child in psutil.Process(server).children(recursive=True):
        if any("ipykernel" in word for word in child.cmdline()):
            return int(child.pid)
    raise RuntimeError("the server started no kernel")
