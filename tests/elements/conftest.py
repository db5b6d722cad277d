"""Functions as apps: drawn, changed and looked at without a front end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import pytest

from jupyter_session_state._core.app import App
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.interactions import Interaction
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.record import Record
from jupyter_session_state._core.state import SessionState
from jupyter_session_state.elements import DeltaGenerator


class FunctionBody:
    filename = __file__
    folder = ""

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function
        self.errors: list[Exception] = []
        self.returned: Any = None

    @contextmanager
    def callbacks(self) -> Iterator[None]:
        with nullcontext():
            yield

    def part(self, covers: object) -> AbstractContextManager[None]:
        return nullcontext()

    def run_page(self, source: str, filename: str) -> None:
        raise NotImplementedError

    def run(self) -> None:
        self.returned = self.function()

    def hint(self, error: Exception) -> str | None:
        self.errors.append(error)
        return None


class FunctionApp:
    """A function that draws; what it returned last, and what it raised last."""

    def __init__(self, function: Callable[[], Any], state: dict[str, Any]) -> None:
        kernel = Kernel(DeltaGenerator)
        self.app = App("app", kernel)
        kernel.add(self.app)
        self.app.body = self.body = FunctionBody(function)
        for key, value in state.items():
            self.app.state.set(key, value)
        self.run()

    def run(self, **values: Any) -> FunctionApp:
        """Run once more; `values` are what the browser sends, by key."""
        self.body.errors.clear()
        wires = {self.id_of(key): wire for key, wire in values.items()}
        self.app.interact(Interaction(values=wires))
        return self

    def fire(self, key: str, payload: Any = True) -> FunctionApp:
        """Run once more because of a trigger."""
        self.body.errors.clear()
        self.app.interact(Interaction(triggers={self.id_of(key): payload}))
        return self

    def id_of(self, key: str) -> str:
        drawn = (e.id for e in self.tree.walk() if e.key == key)
        return next(drawn, None) or next(r.id for r in self.app.registrations.values() if r.key == key)

    @property
    def tree(self) -> Element:
        assert self.app.tree is not None
        return self.app.tree

    @property
    def record(self) -> Record:
        return self.app.history[-1]

    @property
    def state(self) -> SessionState:
        return self.app.state

    @property
    def value(self) -> Any:
        """What the function returned last."""
        if self.body.errors:
            raise self.body.errors[-1]
        return self.body.returned

    @property
    def error(self) -> Exception | None:
        return self.body.errors[-1] if self.body.errors else None

    @property
    def drawn(self) -> list[Element]:
        """What is in the main area, without containers."""
        main = next(e for e in self.tree.children if e.kind == "main")
        return [e for e in main.walk() if not e.is_container]

    @property
    def kinds(self) -> list[str]:
        return [e.kind for e in self.drawn]

    @property
    def only(self) -> Element:
        (element,) = self.drawn
        return element


@pytest.fixture
def app() -> Callable[..., FunctionApp]:
    """Run a function as an app; keywords are what session state holds before."""

    def start(function: Callable[[], Any], **state: Any) -> FunctionApp:
        return FunctionApp(function, state)

    return start
