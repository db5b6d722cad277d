"""marimo in run mode: events by HTTP, updates over a WebSocket, as its front end does."""

from __future__ import annotations

import json
import re
import socket
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.gestures import Interaction, first_text
from benchmarks.peers.base import ONE, SETTLE, NotDoneError, NotShownError, Pace
from benchmarks.peers.stream import Stream
from benchmarks.processes import Children, Server
from benchmarks.sample import Sample, cpu_ms, memory_kib, sample
from benchmarks.websocket import WebSocket

NOTEBOOKS = Path(__file__).resolve().parents[1] / "apps" / "marimo"
OPTIONS = (
    "--headless",
    "--no-token",
    "--no-skew-protection",
    "--no-check",
    "--host",
    "127.0.0.1",
    "--port",
    "{port}",
)
#: What holds other inputs is rendered around them, so its id comes first.
INPUT = re.compile(r"object-id=\\?['\"]([^'\"\\]+)\\?['\"]")


def ends(payload: bytes) -> bool:
    """Whether a message says that all cells that had to run did."""
    return b'"completed-run"' in payload[:40]


def visible(payload: bytes) -> bool:
    """Whether a message carries the output of a cell."""
    return b'"mimetype"' in payload


class MarimoPeer:
    """marimo with one app on show; a server is kept for each.

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
        self._servers: dict[tuple[str, int], Server] = {}
        self._app, self._n = "", 0
        self._page: WebSocket | None = None
        self._requests: socket.socket | None = None
        self._clicks = self._runs = 0

    def prepare(self, app: str, n: int) -> None:
        """Start the server of the app; its first session, which pays for imports, is in nobody's figures."""
        known = (app, n) in self._servers
        if not known:
            command = [self._python, "-m", "marimo", "-q", "run", str(NOTEBOOKS / f"{app}.py"), *OPTIONS]
            self._servers[app, n] = self._children.server(command, "/health", {"BENCH_N": str(n)})
        self._server, self._app, self._n = self._servers[app, n], app, n
        if not known:
            self.open()

    def open(self) -> Sample:
        """Open the page anew: a new session."""
        for connection in (self._page, self._requests):
            if connection is not None:
                connection.close()
        self._clicks = self._runs = 0
        self._id = f"s_{uuid.uuid4().hex[:6]}"
        before, since = cpu_ms(self._server.pid), time.perf_counter()
        self._page = WebSocket(self._server.port, f"/ws?session_id={self._id}")
        self._requests = socket.create_connection(("127.0.0.1", self._server.port))
        self._requests.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        shown = self._exchange([], first_text(self._app, self._n), ONE, before, since)
        found = INPUT.search(b"".join(shown.contents).decode())
        if found is None:
            raise NotShownError("the page has no input")
        self._input = found.group(1)
        return shown

    def act(self, interactions: Sequence[Interaction], pace: Pace = ONE) -> Sample:
        """Do these one after the other."""
        requests = [self._request(one) for one in interactions]
        self.pump()
        answered = self._exchange(requests, interactions[-1].marker, pace, cpu_ms(self._server.pid))
        self._swallow(len(requests))
        return answered

    def runs(self) -> int:
        """How often cells were run since the page was opened."""
        return self._runs

    def pump(self) -> None:
        """Answer pings, so that the server keeps the connection."""
        while self._page is not None and self._page.receive(0) is not None:
            pass

    def memory_kib(self) -> float:
        """Memory of the server."""
        return memory_kib(self._server.pid)

    def _exchange(
        self, requests: Sequence[bytes], marker: bytes, pace: Pace, before: float, since: float | None = None
    ) -> Sample:
        if self._page is None or self._requests is None:
            raise RuntimeError("no page is open")
        if pace.throttled:
            raise NotDoneError  # its front end sends every change
        exchange = Stream(self._page, marker, ends, self._requests.sendall, since)
        exchange.run(requests, pace, self.settle)
        cost = cpu_ms(self._server.pid) - before
        self._runs += sum(ends(payload) for _, payload in exchange.received)
        seen = [(at, payload) for at, payload in exchange.received if visible(payload)]
        return sample(exchange.times, cost, exchange.size, seen)

    def _swallow(self, answers: int) -> None:
        """Read the answers to requests: they say nothing, but must not be taken for those of later ones."""
        if self._requests is None:
            return
        self._requests.settimeout(5)
        got = b""
        while got.count(b"HTTP/1.1 ") < answers:
            got += self._requests.recv(65536)

    def _request(self, interaction: Interaction) -> bytes:
        body = json.dumps({"objectIds": [self._input], "values": [self._value(interaction)]}).encode()
        lines = [
            "POST /api/kernel/set_ui_element_value HTTP/1.1",
            f"Host: 127.0.0.1:{self._server.port}",
            f"Marimo-Session-Id: {self._id}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + body

    def _value(self, interaction: Interaction) -> Any:
        """Return the value that the notebook's one input takes."""
        if self._app == "counter":
            self._clicks += 1
            return self._clicks
        values = {gesture.name: gesture.value for gesture in interaction.gestures if gesture.kind != "click"}
        return values if self._app == "form" else {name.removeprefix("s"): v for name, v in values.items()}
