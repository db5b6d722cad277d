"""Apps whose scripts are functions, and a front end that only remembers."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.app import App
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.ports import NoScheduler, QuietRenderer
from jupyter_session_state._core.reconcile import Close, Create, Op, Update
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.state import SessionState


class FunctionBody:
    """A script that is a function."""

    def __init__(self, function: Callable[[], Any]) -> None:
        self.filename = function.__code__.co_filename
        self.folder = ""
        self.run = function
        self.pages: list[str] = []

    def callbacks(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def part(self, covers: Callable[[str | None], bool]) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def run_page(self, source: str, filename: str) -> None:
        self.pages.append(filename)

    def hint(self, error: Exception) -> str | None:
        return None


@dataclass
class Front(QuietRenderer):
    """What a browser would show: the value of every control it was told of."""

    values: dict[str, Any] = field(default_factory=dict)
    ops: list[Op] = field(default_factory=list)

    def apply(self, ops: Sequence[Op]) -> None:
        self.ops = list(ops)
        for op in ops:
            if isinstance(op, Create):
                self.values[op.element.id] = op.element.value
            elif isinstance(op, Update) and op.value is not MISSING:
                self.values[op.element.id] = op.value
            elif isinstance(op, Close):
                del self.values[op.element.id]

    def updated(self) -> list[str]:
        """Labels of the controls the last flush changed."""
        return [str(op.element.props.get("label")) for op in self.ops if isinstance(op, Update)]


class Loop(NoScheduler):
    """Counts who wants a run; says there is newer input when told so; its clock stands still."""

    def __init__(self) -> None:
        self.woken = 0
        self.newer = False
        self.now = 0.0
        self.rings_at: float | None = None

    def wake(self, app: App) -> None:
        self.woken += 1

    def newer_input(self, app: App) -> bool:
        return self.newer or app.overtaken()

    def clock(self) -> float:
        return self.now

    def alarm(self, app: App, seconds: float | None) -> None:
        self.rings_at = None if seconds is None else self.now + seconds


class Rig:
    """An app with a front end, and hands to use it."""

    def __init__(self, kernel: Kernel, name: str, state: SessionState | None) -> None:
        self.front, self.loop = Front(), Loop()
        self.app = App(name, kernel, state=state, renderer=self.front, scheduler=self.loop)
        kernel.add(self.app)

    def execute(self, function: Callable[[], Any]) -> Rig:
        self.app.execute(FunctionBody(function))
        return self.settle()

    def settle(self) -> Rig:
        while self.app.waiting:
            self.app.answer()
        return self

    def id(self, label: str) -> str:
        return next(r.id for r in self.app.registrations.values() if label in (r.label, r.key))

    def edit(self, label: str, value: Any) -> Rig:
        """Change a control in the browser; nobody runs yet."""
        element_id = self.id(label)
        self.front.values[element_id] = value
        self.app.receive(element_id, value)
        return self

    def click(self, label: str) -> Rig:
        self.app.click(self.id(label))
        return self

    def wait(self, seconds: float) -> Rig:
        """Let time pass, with all that rings meanwhile."""
        end = self.loop.now + seconds
        while self.loop.rings_at is not None and self.loop.rings_at <= end:
            self.loop.now = self.loop.rings_at
            self.app.ring()
            self.settle()
        self.loop.now = end
        return self

    def value(self, label: str) -> Any:
        """What the browser shows."""
        return self.front.values[self.id(label)]

    @property
    def texts(self) -> list[str]:
        """What the page says, notes and alerts included."""
        assert self.app.tree is not None
        return [str(e.props["body"]) for e in self.app.tree.walk() if "body" in e.props]

    @property
    def errors(self) -> list[str]:
        assert self.app.tree is not None
        return [str(e.props["type"]) for e in self.app.tree.walk() if e.kind == "exception"]

    @property
    def last(self) -> Any:
        """The last record."""
        return self.app.history[-1]

    @property
    def state(self) -> dict[str, Any]:
        return self.app.state.snapshot()


@pytest.fixture
def kernel() -> Kernel:
    return Kernel(st.DeltaGenerator, resends=True)


@pytest.fixture
def rig(kernel: Kernel) -> Callable[..., Rig]:
    """Make an app: ``rig(function)`` has run it once."""

    def make(function: Callable[[], Any], name: str = "app", state: SessionState | None = None) -> Rig:
        return Rig(kernel, name, state).execute(function)

    return make


@pytest.fixture
def make_rig() -> Callable[[], Rig]:
    """Make an app in a kernel of its own, not run yet."""
    return lambda: Rig(Kernel(st.DeltaGenerator, resends=True), "app", None)
