"""The kernel's side of everything: one session per kernel, made when the magics are first used."""

from __future__ import annotations

import contextvars
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import ipywidgets

from jupyter_session_state import elements
from jupyter_session_state._core.app import App
from jupyter_session_state._core.body import Hooks, ScriptBody
from jupyter_session_state._core.kernel import Kernel, current_kernel, set_current_kernel
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.state import SessionState
from jupyter_session_state._jupyter.adopt import Adopter, everything
from jupyter_session_state._jupyter.closing import Closing
from jupyter_session_state._jupyter.events import Events
from jupyter_session_state._jupyter.host import Host, interruptible
from jupyter_session_state._jupyter.loop import RunContext, RunLoop
from jupyter_session_state._jupyter.output import CapturedOutput
from jupyter_session_state._jupyter.picture import Picture
from jupyter_session_state._jupyter.renderer import WidgetRenderer
from jupyter_session_state._jupyter.stale import POLICIES, Stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jupyter_session_state._core.script import Script
    from jupyter_session_state._core.watch import Reader
    from jupyter_session_state._jupyter.cell import Cell


API = sys.modules[__name__.partition(".")[0]]
"""The `st` namespace: this very package, which is imported before any part of it."""

TOLD = {
    "st": "import jupyter_session_state as st",
    "session_state": "from jupyter_session_state import session_state",
}
"""Names that a script misses most if the notebook has taken them, and how to get them all the same."""


class Session:
    """Apps of one kernel with their widgets, and the loop that answers the browser."""

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.host = Host(shell)
        self.kernel = current_kernel()
        self.kernel.handle = elements.DeltaGenerator
        self.kernel.resends = True
        self.events = Events(self.host, self._wake)
        self.closing = Closing(self.host)
        self.loop = RunLoop(self.host, self.events, self._settle_values)
        self.cells: dict[str, Cell] = {}
        self.ledger = Ledger(shell.user_ns)
        self.stale = Stale(shell, self.ledger, lambda: self.loop.running is not None)
        self._names: dict[str, Names] = {}
        self._hooks: dict[str, Hooks] = {}
        self.scope = "kernel"
        self._variables = contextvars.copy_context()  # of the last cell: what handlers put out needs one
        self.host.watch(self.events.arrived)

    def _wake(self) -> None:
        self.loop.arm()

    def _settle_values(self) -> None:
        """Give the widgets the values their views have; handlers of plain cells may put something out."""
        if len(self.events):
            self._variables.copy().run(self._apply_events)

    def _apply_events(self) -> None:
        with CapturedOutput(self.shell, afresh=False).passing_on():
            self.events.apply()

    # -- apps ----------------------------------------------------------------------------------------------

    def app(self, name: str, *, own_state: bool) -> App:
        """Return the app of this name, made if it is new or changes whose state it uses."""
        app = self.kernel.apps.get(name)
        if app is not None:
            if (app.state is self.kernel.state) != own_state:
                return app
            self.close(name)
        output = CapturedOutput(self.shell)
        renderer = WidgetRenderer(self.events, self.closing, lambda *told: self._act(name, *told))
        state = SessionState() if own_state else self.kernel.state
        app = App(name, self.kernel, state=state, renderer=renderer, scheduler=self.loop, output=output)
        app.params.open(os.environ.get("QUERY_STRING", ""))  # Voilà says there what its page was opened with
        renderer.app = app
        app.adopter = Adopter(app, self.events, renderer.hint, renderer.control)
        self.kernel.add(app)
        self.stale.add(app, renderer)
        self.loop.contexts[name] = RunContext(app, self.host, renderer, output)
        return app

    def execute(
        self,
        app: App,
        cell: Cell,
        script: Script,
        *,
        keep_variables: bool = False,
        on_change: str = POLICIES[0],
    ) -> None:
        """Run an executed cell, and show its app in the cell's output."""
        self.stale.policies[app.name] = on_change
        context = self.loop.contexts[app.name]
        context.cell_was_executed()
        self._variables = contextvars.copy_context()
        self.cells[app.name] = cell
        body = self._body(app, script, keep_variables=keep_variables)
        app.restart_page()
        picture = Picture(app)
        show = lambda: picture.show(context.renderer.root)  # noqa: E731 - one line, used once
        with interruptible():
            context.run(self.loop, lambda: app.execute(body), while_running=show)
        picture.finish(context.renderer.root)
        if app.waiting:
            self.loop.wake(app)

    def _body(self, app: App, script: Script, *, keep_variables: bool) -> ScriptBody:
        adopter = app.adopter
        if not isinstance(adopter, Adopter):
            raise TypeError(f"the app {app.name!r} was not made here")
        hooks = self._hooks.setdefault(app.name, Hooks(elements.write, adopter.keep))
        old = self._names.get(app.name)
        if old is None or old.keep != keep_variables:
            if old is not None:
                old.forget()
            self._names[app.name] = Names(self.ledger, keep=keep_variables)
        offered = {
            "st": API,
            "session_state": elements.session_state,
            "widgets": ipywidgets,
            "bind": elements.bind,
            "widget": elements.widget,
        }
        reader = self.stale.readers[app.name]
        names = self._names[app.name]
        return CellBody(script, self.shell.user_ns, names, hooks, offered, adopter=adopter, reader=reader)

    def rerun(self, app: App, cause: str) -> None:
        """Run an app at once, within the cell being executed; after the run that asks, if one is on."""
        app.ask(cause)
        if self.loop.running is not None:
            return
        with interruptible():
            self.loop.contexts[app.name].run(self.loop, app.answer)
        if app.waiting:
            self.loop.wake(app)

    def show(self, app: App) -> None:
        """Display an app in the output of the cell being executed too."""
        Picture(app).finish(self.loop.contexts[app.name].renderer.root)

    def close(self, name: str) -> None:
        """Close an app: its widgets go, its keys stay in the state."""
        app = self.kernel.apps.get(name)
        if app is not None:
            app.close()
        self.loop.contexts.pop(name, None)
        self.cells.pop(name, None)
        self._hooks.pop(name, None)
        self.stale.remove(name)
        names = self._names.pop(name, None)
        if names is not None:
            names.forget()

    def close_all(self) -> None:
        """Close every app and let go of the kernel."""
        for name in list(self.kernel.apps):
            self.close(name)
        self.stale.unhook()
        self.host.unwatch()
        set_current_kernel(Kernel())

    def _act(self, name: str, action: str, message: Mapping[str, Any]) -> None:
        """Do what a button of the app's frame asks for; any thread."""
        app = self.kernel.apps.get(name)
        if app is None:
            return
        if action == "rerun":
            app.ask("Rerun was clicked")
        elif action == "clear":
            app.ask_clear()
        elif action == "reset":
            app.ask_reset(str(message.get("key")))
        elif action == "page":
            app.visit(str(message.get("key")), str(message.get("query") or ""))


class CellBody(ScriptBody):
    """A script in the notebook's own names, whose ipywidgets are taken care of, and what it reads is noted."""

    def __init__(self, *args: Any, adopter: Adopter, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._adopter = adopter
        self._reader = reader
        self._reads = self.script.reads()
        self._told = False

    @contextmanager
    def callbacks(self) -> Iterator[None]:
        """Return a context in which the names of the last run are in place."""
        with self._reader.turn(), super().callbacks(), self._adopter.watching():
            yield

    @contextmanager
    def part(self, covers: Callable[[str | None], bool]) -> Iterator[None]:
        """Return a context in which fragments run: the names of the last run are in place."""
        with self._reader.turn(), super().part(covers), self._adopter.watching(covers):
            yield

    def run(self) -> None:
        """Run the script once."""
        with self._reader.turn(), self._adopter.watching(everything):
            try:
                super().run()
            finally:
                self._reader.end(self._names.left())
                self._tell_what_is_taken()

    def begun(self) -> None:
        """Note what the run finds."""
        self._reader.begin(self._reads)

    def _tell_what_is_taken(self) -> None:
        """Say once that the script's `st` is not what it seems; a script that imports us itself is fine."""
        run = CURRENT.get()
        if self._told or run is None:
            return
        self._told = True
        for name in self.taken():
            if name in TOLD and name in self._reads.names:
                run.here().note(
                    f"`{name}` is something else in this notebook, so it is that here too. Begin the script with "
                    f"`{TOLD[name]}`."
                )


_sessions: list[Session] = []


def session(shell: Any) -> Session:
    """Return the session of this kernel."""
    if not _sessions or _sessions[0].shell is not shell:
        end_session()
        _sessions[:] = [Session(shell)]
    return _sessions[0]


def end_session() -> None:
    """Close everything."""
    while _sessions:
        _sessions.pop().close_all()
