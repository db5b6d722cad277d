"""An app in a real kernel, used through the comms of its widgets as a browser does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.gestures import Gesture, Interaction, first_text
from benchmarks.links import Link, Message, Request, wait_ready
from benchmarks.peers.base import ONE, SETTLE, NotShownError, Pace
from benchmarks.peers.dialects import Dialect
from benchmarks.peers.exchange import Exchange
from benchmarks.sample import Sample, cpu_ms, memory_kib, sample


class KernelPeer:
    """A library in a kernel.

    Parameters
    ----------
    dialect
        Which library, and how to speak with its widgets.
    link
        The connection to the kernel.
    pid
        The kernel's process.
    """

    def __init__(self, dialect: Dialect, link: Link, pid: int) -> None:
        self.settle = SETTLE
        self._dialect = dialect
        self._link = link
        self._pid = pid
        self._models: dict[str, str] = {}
        self._app, self._n = "", 0
        wait_ready(link)
        self.execute(dialect.setup)

    def prepare(self, app: str, n: int) -> None:
        """Get ready to show an app."""
        before = self._dialect.before(app, n)
        self.execute(self._dialect.close)
        self.execute(before)
        self._app, self._n = app, n

    def open(self) -> Sample:
        """Show the app in the output of a cell."""
        cell = self._cell(self._dialect.show(self._app, self._n))
        shown, exchange = self._exchange([[cell]], first_text(self._app, self._n), ONE)
        self._models = models(exchange.received)
        return shown

    def act(self, interactions: Sequence[Interaction], pace: Pace = ONE) -> Sample:
        """Do these one after the other."""
        steps = [[self._said(gesture) for gesture in one.gestures] for one in interactions]
        return self._exchange(steps, interactions[-1].marker, pace)[0]

    def runs(self) -> int:
        """How often the script was begun since the app was shown."""
        exchange = self.execute(f"print('runs', {self._dialect.runs})")
        said = (message.json()["text"] for message in exchange.received if message.type == "stream")
        return int("".join(said).split()[1])

    def pump(self) -> None:
        """Take in what came meanwhile."""
        while self._link.receive(0) is not None:
            pass

    def memory_kib(self) -> float:
        """Memory of the kernel."""
        return memory_kib(self._pid)

    def _said(self, gesture: Gesture) -> Request:
        name = self._dialect.names.get(gesture.name, gesture.name)
        if name not in self._models:
            raise NotShownError(f"no control {name!r} among {list(self._models)[:5]}")
        content = {"comm_id": self._models[name], "data": self._dialect.data(gesture)}
        return self._link.request("comm_msg", content)

    def _cell(self, code: str) -> Request:
        content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}}
        return self._link.request("execute_request", {**content, "allow_stdin": False, "stop_on_error": True})

    def execute(self, code: str) -> Exchange:
        """Run a cell."""
        return self._say(self._cell(code))

    def say(self, msg_type: str, content: Mapping[str, Any]) -> None:
        """Send a message, and wait until the kernel is done with it."""
        self._say(self._link.request(msg_type, dict(content)))

    def _say(self, request: Request) -> Exchange:
        exchange = Exchange(self._link, [[request]], None, ONE)
        self._run(exchange, 0)
        return exchange

    def _run(self, exchange: Exchange, settle: float) -> None:
        """Run an exchange; an error that the kernel published explains better why nothing was shown."""
        try:
            exchange.run(settle)
        except NotShownError:
            complain(exchange.received)
            raise
        complain(exchange.received)

    def _exchange(
        self, steps: Sequence[Sequence[Request]], marker: bytes, pace: Pace
    ) -> tuple[Sample, Exchange]:
        self.pump()
        before = self._cpu_ms()
        exchange = Exchange(self._link, steps, marker, pace)
        self._run(exchange, self.settle)
        cost = self._cpu_ms() - before
        seen = [(message.at, message.content) for message in exchange.seen]
        size = sum(message.size for message in exchange.received)
        return sample(exchange.times, cost, size, seen), exchange

    def _cpu_ms(self) -> float:
        return sum(map(cpu_ms, self._link.pids))


def models(messages: Iterable[Message]) -> dict[str, str]:
    """Return the ids of the controls that were opened, by what is written on them."""
    opened = (message.json() for message in messages if message.type == "comm_open")
    named = ((_name(content["data"].get("state", {})), content["comm_id"]) for content in opened)
    return {name: model for name, model in named if name}


def _name(state: dict[str, Any]) -> str:
    children = state.get("children") or [""]
    return str(state.get("description") or state.get("label") or children[0])


def complain(messages: Iterable[Message]) -> None:
    """Raise the error that a kernel published."""
    for message in messages:
        if message.type == "error":
            content = message.json()
            raise RuntimeError(f"{content['ename']}: {content['evalue']}"[:400])
