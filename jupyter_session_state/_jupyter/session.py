"""The kernel's side of everything: one session per kernel, made when the magics are first used."""

from __future__ import annotations

import contextvars
import os
from typing import TYPE_CHECKING, Any

from jupyter_session_state import elements
from jupyter_session_state._core import readers
from jupyter_session_state._core.app import App
from jupyter_session_state._core.body import Hooks
from jupyter_session_state._core.kernel import Kernel, current_kernel, set_current_kernel
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.state import SessionState
from jupyter_session_state._core.travel import Travel
from jupyter_session_state._jupyter import pages, recorded
from jupyter_session_state._jupyter.adopt import Adopter
from jupyter_session_state._jupyter.bodies import AppFile, CellBody, offered_names
from jupyter_session_state._jupyter.events import Events
from jupyter_session_state._jupyter.host import Host, interruptible
from jupyter_session_state._jupyter.loop import RunContext, RunLoop
from jupyter_session_state._jupyter.output import CapturedOutput
from jupyter_session_state._jupyter.picture import Picture
from jupyter_session_state._jupyter.renderer import WidgetRenderer
from jupyter_session_state._jupyter.stale import POLICIES, Stale
from jupyter_session_state._jupyter.traffic import Traffic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_session_state._core.body import ScriptBody
    from jupyter_session_state._core.script import Script
    from jupyter_session_state._jupyter.cell import Cell


class Session:
    """Apps of one kernel with their widgets, and the loop that answers the browser."""

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.host = Host(shell)
        self.kernel = current_kernel()
        self.kernel.handle = elements.DeltaGenerator
        self.kernel.resends = True
        self.kernel.record = _recorded
        self.events = Events(self.host, self._wake)
        self.traffic = Traffic(self.host)
        self.loop = RunLoop(self.host, self.events, self._settle_values)
        self.cells: dict[str, Cell] = {}
        self.ledger = Ledger(shell.user_ns)
        self.stale = Stale(shell, self.ledger, lambda: self.loop.running is not None)
        self._names: dict[str, Names] = {}
        self._hooks: dict[str, Hooks] = {}
        self.scope = "kernel"
        self.at_end: set[Callable[[], None]] = set()
        self._variables = contextvars.copy_context()  # of the last cell: what handlers put out needs one
        self.host.watch(self.events.arrived)
        shell.events.register("post_run_cell", self.loop.cell_ended)

    def _wake(self) -> None:
        self.loop.arm()

    def _settle_values(self) -> None:
        """Give the widgets the values their views have; handlers of plain cells may put something out."""
        if self.events.are_heard:
            self._variables.copy().run(self._apply_heard)
        else:
            self.events.apply()

    def _apply_heard(self) -> None:
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
        pages.listen(self.events)
        output = CapturedOutput(self.shell)
        renderer = WidgetRenderer(self.events, self.traffic, lambda *told: self._act(name, *told))
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
        self._execute(app, cell, self._body(app, script, keep_variables=keep_variables))

    def load(self, app: App, cell: Cell, script: Script) -> None:
        """Run a script that is a file, with names of its own, and show its app in the cell's output."""
        hooks, adopter = self._hooks_of(app)
        self._execute(app, cell, AppFile(script, hooks, offered_names(), adopter))

    def _execute(self, app: App, cell: Cell, body: ScriptBody) -> None:
        context = self.loop.contexts[app.name]
        context.cell_was_executed()
        self._variables = contextvars.copy_context()
        self.cells[app.name] = cell
        app.restart_page()
        picture = Picture(app)
        show = lambda: picture.show(context.renderer.root)  # noqa: E731 - one line, used once
        with interruptible():
            context.run(self.loop, lambda: app.execute(body), while_running=show)
        picture.finish(context.renderer.root)
        if app.waiting:
            self.loop.wake(app)

    def _body(self, app: App, script: Script, *, keep_variables: bool) -> CellBody:
        hooks, adopter = self._hooks_of(app)
        old = self._names.get(app.name)
        if old is None or old.keep != keep_variables:
            if old is not None:
                old.forget()
            self._names[app.name] = Names(self.ledger, keep=keep_variables)
        reader = self.stale.readers[app.name]
        names, space = self._names[app.name], self.shell.user_ns
        return CellBody(script, space, names, hooks, offered_names(), adopter=adopter, reader=reader)

    def _hooks_of(self, app: App) -> tuple[Hooks, Adopter]:
        adopter = app.adopter
        if not isinstance(adopter, Adopter):
            raise TypeError(f"the app {app.name!r} was not made here")
        return self._hooks.setdefault(app.name, Hooks(elements.write, adopter.keep)), adopter

    def rerun(self, app: App, cause: str) -> None:
        """Run an app at once, within the cell being executed; after the run that asks, if one is on."""
        app.ask(cause)
        self.loop.run_now(app)

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
        while self.at_end:
            self.at_end.pop()()
        for name in list(self.kernel.apps):
            self.close(name)
        self.stale.unhook()
        self.shell.events.unregister("post_run_cell", self.loop.cell_ended)
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
        elif action == "undo":
            app.ask_job(Travel("undo"))
        elif action == "redo":
            app.ask_job(Travel("redo"))
        elif action == "record":
            self.events.later(lambda: self._record(app, message.get("ask")))
        elif action == "reset":
            app.ask_reset(str(message.get("key")))
        elif action == "reader":
            app.reader.update(readers.told(message))
        elif action == "page":
            app.visit(str(message.get("key")), str(message.get("query") or ""))

    def _record(self, app: App, ask: Any) -> None:
        """Show a page that asks for it a test of what was done with an app; on the main thread, between runs."""
        context = self.loop.contexts.get(app.name)
        told = recorded.answer(app, ask)
        if context is not None and context.renderer.root is not None and told is not None:
            context.renderer.root.send(told)


def _recorded(app: App) -> str:
    from jupyter_session_state._testing import recording

    return recording.recorded(app)


_sessions: list[Session] = []


def session(shell: Any) -> Session:
    """Return the session of this kernel."""
    if not _sessions or _sessions[0].shell is not shell:
        end_session()
        _sessions[:] = [Session(shell)]
    return _sessions[0]


def current_session() -> Session | None:
    """Return the session of this kernel, if there is one."""
    return _sessions[0] if _sessions else None


def end_session() -> None:
    """Close everything."""
    while _sessions:
        _sessions.pop().close_all()
