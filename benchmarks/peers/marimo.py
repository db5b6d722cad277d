"""marimo in run mode: events by HTTP, updates over a WebSocket, as its front end does."""

from __future__ import annotations

import json
import re
import socket
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

from benchmarks.gestures import Interaction, first_text
from benchmarks.peers.base import ONE, SETTLE, TIMEOUT, NoAppError, NotShownError, Pace
from benchmarks.processes import Children, Server
from benchmarks.sample import Sample, cpu_ms, memory_kib
from benchmarks.websocket import WebSocket

NOTEBOOK = Path(__file__).resolve().parents[1] / "apps" / "marimo_rows.py"
OPTIONS = ("--headless", "--no-token", "--no-skew-protection", "--no-check", "--port", "{port}")
#: The array is rendered around its sliders, so its id comes first.
ARRAY = re.compile(r"object-id=\\?['\"]([^'\"\\]+)\\?['\"]")


class MarimoPeer:
    """marimo with one app on show; a server is kept for each size.

    Parameters
    ----------
    children
        Where the servers are started.
    python
        The interpreter that has marimo.
    """

    def __init__(self, children: Children, python: str) -> None:
        self.settle = SETTLE
        self._children = children
        self._python = python
        self._servers: dict[int, Server] = {}
        self._socket: WebSocket | None = None
        self._http: socket.socket | None = None

    def prepare(self, app: str, n: int) -> None:
        """Start the server of the app; its first session, which pays for imports, is in nobody's figures."""
        if app != "rows":
            raise NoAppError
        known = n in self._servers
        if not known:
            command = [
                self._python,
                "-m",
                "marimo",
                "-q",
                "run",
                str(NOTEBOOK),
                *OPTIONS,
                "--host",
                "127.0.0.1",
            ]
            self._servers[n] = self._children.server(command, "/health", {"BENCH_N": str(n)})
        self._server, self._n = self._servers[n], n
        if not known:
            self.open()

    def open(self) -> Sample:
        """Open the page anew: a new session."""
        self._disconnect()
        before, started = cpu_ms(self._server.pid), time.perf_counter()
        self._id = f"s_{uuid.uuid4().hex[:6]}"
        self._socket = WebSocket(self._server.port, f"/ws?session_id={self._id}")
        self._http = socket.create_connection(("127.0.0.1", self._server.port))
        self._http.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sample = self._answered(self._socket, started, before, first_text("rows", self._n))
        found = ARRAY.search(b"".join(sample.contents).decode())
        if found is None:
            raise NotShownError("the page has no sliders")
        self._array = found.group(1)
        return sample

    def act(self, interactions: Sequence[Interaction], pace: Pace = ONE) -> Sample:
        """Do one interaction; marimo has no app with several."""
        if self._socket is None or self._http is None:
            raise RuntimeError("no page is open")
        request = self._request(interactions[-1])
        self.pump()
        before, started = cpu_ms(self._server.pid), time.perf_counter()
        self._http.sendall(request)
        sample = self._answered(self._socket, started, before, interactions[-1].marker)
        self._http.settimeout(2)
        self._http.recv(65536)
        return sample

    def runs(self) -> int:
        """How often the script was begun: not known."""
        raise NoAppError

    def pump(self) -> None:
        """Answer pings, so that the server keeps the connection."""
        while self._socket is not None and self._socket.receive(0) is not None:
            pass

    def memory_kib(self) -> float:
        """Memory of the server."""
        return memory_kib(self._server.pid)

    def _request(self, interaction: Interaction) -> bytes:
        (gesture,) = interaction.gestures
        values = [{gesture.name.removeprefix("s"): gesture.value}]
        body = json.dumps({"objectIds": [self._array], "values": values}).encode()
        lines = [
            "POST /api/kernel/set_ui_element_value HTTP/1.1",
            f"Host: 127.0.0.1:{self._server.port}",
            f"Marimo-Session-Id: {self._id}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + body

    def _answered(self, page: WebSocket, started: float, before: float, marker: bytes) -> Sample:
        """Take in messages until the marker came and the run is over, then until it is quiet."""
        last, size, shown, over, contents = started, 0, False, 0.0, list[bytes]()
        while not over or time.perf_counter() < over + self.settle:
            if time.perf_counter() - started > TIMEOUT:
                raise NotShownError(f"{marker.decode()[:80]!r} was not shown in {TIMEOUT:.0f} s")
            got = page.receive(over + self.settle - time.perf_counter() if over else 0.5)
            if got is None:
                continue
            size += got[1]
            if b'"mimetype"' in got[0]:
                contents.append(got[0])
                last = time.perf_counter()
            shown = shown or marker in got[0]
            if shown and not over and b'"completed-run"' in got[0][:40]:
                over = time.perf_counter()
        cost = cpu_ms(self._server.pid) - before
        return Sample((last - started) * 1e3, cost, len(contents), size, {}, contents)

    def _disconnect(self) -> None:
        for connection in (self._socket, self._http):
            if connection is not None:
                connection.close()
