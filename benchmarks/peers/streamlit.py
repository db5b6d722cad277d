"""Streamlit itself: `streamlit run` behind its own WebSocket protocol, as its front end speaks it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.gestures import Interaction, first_text
from benchmarks.peers.base import ONE, SETTLE, NotDoneError, Pace
from benchmarks.peers.dialects import SCRIPTS
from benchmarks.peers.stream import Stream
from benchmarks.processes import Children, Server
from benchmarks.sample import Sample, cpu_ms, memory_kib, sample
from benchmarks.websocket import WebSocket

OPTIONS = (
    "--server.headless=true",
    "--server.address=127.0.0.1",
    "--server.port={port}",
    "--server.fileWatcherType=none",
    "--browser.gatherUsageStats=false",
    "--server.websocketPingInterval=120",  # the turn of another peer can be long
)
#: Kind of a control -> the field of a widget's state that holds its value, and the value at first.
FIELDS: dict[str, tuple[str, Any]] = {
    "slider": ("double_array_value", [0.0]),
    "text_input": ("string_value", ""),
    "button": ("trigger_value", False),
}


class StreamlitPeer:
    """Streamlit with one app on show; a server is kept for each app.

    Parameters
    ----------
    children
        Where the servers are started.
    collects
        Collect garbage after each run, as Streamlit does unless it is told not to.
    """

    def __init__(self, children: Children, *, collects: bool) -> None:
        self.settle = SETTLE
        self._children = children
        self._options = () if collects else ("--runner.postScriptGC=false",)
        self._servers: dict[tuple[str, int], Server] = {}
        self._page = Page()
        self._socket: WebSocket | None = None

    def prepare(self, app: str, n: int) -> None:
        """Start the server of the app; its first session, which pays for imports, is in nobody's figures."""
        known = (app, n) in self._servers
        if not known:
            script = str(SCRIPTS / f"{app}.py")
            command = [sys.executable, "-m", "streamlit", "run", script, *OPTIONS, *self._options]
            self._servers[app, n] = self._children.server(command, "/_stcore/health", {"BENCH_N": str(n)})
        self._server, self._marker = self._servers[app, n], first_text(app, n)
        if not known:
            self.open()

    def open(self) -> Sample:
        """Open the page anew: a new session."""
        if self._socket is not None:
            self._socket.close()
        self._page = Page()
        self._socket = WebSocket(self._server.port, "/_stcore/stream", protocols="streamlit")
        return self._exchange([self._page.request({})], self._marker, ONE)

    def act(self, interactions: Sequence[Interaction], pace: Pace = ONE) -> Sample:
        """Do these one after the other."""
        frames = [self._page.request(self._page.changes(one)) for one in interactions]
        return self._exchange(frames, interactions[-1].marker, pace)

    def runs(self) -> int:
        """How often the script was begun since the page was opened."""
        return self._page.runs

    def pump(self) -> None:
        """Answer pings, so that the server keeps the connection."""
        while self._socket is not None and (got := self._socket.receive(0)) is not None:
            self._page.read([got[0]])

    def memory_kib(self) -> float:
        """Memory of the server."""
        return memory_kib(self._server.pid)

    def _exchange(self, frames: Sequence[bytes], marker: bytes, pace: Pace) -> Sample:
        if self._socket is None:
            raise RuntimeError("no page is open")
        if pace.throttled:
            raise NotDoneError  # Streamlit's front end sends every change
        self.pump()
        before = cpu_ms(self._server.pid)
        exchange = Stream(self._socket, marker, ends)
        exchange.run(frames, pace, self.settle)
        cost = cpu_ms(self._server.pid) - before
        visible = self._page.read(payload for _, payload in exchange.received)
        seen = [one for one, changes in zip(exchange.received, visible, strict=True) if changes]
        return sample(exchange.times, cost, exchange.size, seen)


def ends(payload: bytes) -> bool:
    """Whether a message says that a run is over, and no other follows at once."""
    if len(payload) > 300:  # those that are long are elements: they need not be read while the clock runs
        return False
    message = ForwardMsg.FromString(payload)
    early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return bool(message.WhichOneof("type") == "script_finished" and message.script_finished != early)


class Page:
    """What Streamlit's front end remembers of a page: its controls, their values, what is cached."""

    def __init__(self) -> None:
        self.runs = 0
        self._hash = ""
        self._ids: dict[str, str] = {}  # label -> id
        self._states: dict[str, tuple[str, Any]] = {}
        self._cached: list[str] = []

    def changes(self, interaction: Interaction) -> dict[str, tuple[str, Any]]:
        """Return the states of the widgets that are changed."""
        found: dict[str, tuple[str, Any]] = {}
        for gesture in interaction.gestures:
            state: tuple[str, Any] = ("trigger_value", True)
            if gesture.kind == "slide":
                state = ("double_array_value", [float(gesture.value)])
            elif gesture.kind == "type":
                state = ("string_value", gesture.value)
            found[self._ids[gesture.name]] = state
        return found

    def request(self, changes: dict[str, tuple[str, Any]]) -> bytes:
        """Return what a browser sends: the state of every widget, and the hashes it has cached."""
        message = BackMsg()
        run = message.rerun_script
        run.page_script_hash = self._hash
        run.cached_message_hashes.extend(self._cached)
        for widget_id, (field, value) in {**self._states, **changes}.items():
            state = run.widget_states.widgets.add(id=widget_id)
            if field == "double_array_value":
                state.double_array_value.data.extend(value)
            else:
                setattr(state, field, value)
        self._states.update({key: state for key, state in changes.items() if state[0] != "trigger_value"})
        return WebSocket.frame(message.SerializeToString())

    def read(self, payloads: Any) -> list[bool]:
        """Take in messages; says of each whether it changes what is seen."""
        return [self._read(ForwardMsg.FromString(payload)) for payload in payloads]

    def _read(self, message: Any) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._hash = message.new_session.page_script_hash
            self.runs += 1
        if kind != "delta":
            return bool(kind == "ref_hash")
        if message.metadata.cacheable and message.hash and message.hash not in self._cached:
            self._cached.append(message.hash)
        if message.delta.WhichOneof("type") == "new_element":
            self._draw(message.delta.new_element)
        return True

    def _draw(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind in FIELDS:
            control = getattr(element, kind)
            self._ids[control.label] = control.id
            if kind != "button":
                self._states.setdefault(control.id, FIELDS[kind])
