"""The app under test, and the browser that plays its user."""

from __future__ import annotations

import itertools
import linecache
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from jupyter_session_state import elements
from jupyter_session_state._core.app import App
from jupyter_session_state._core.body import Hooks, ScriptBody
from jupyter_session_state._core.interactions import Interaction
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.ports import NoScheduler
from jupyter_session_state._core.proxy import SessionStateProxy
from jupyter_session_state._core.script import compile_file, compile_script
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._files.file_body import FileBody
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.notebooks import run_cells
from jupyter_session_state.elements.page_folders import run_page_of_folder
from jupyter_session_state.elements.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from jupyter_session_state._testing.components import Edit
    from jupyter_session_state._testing.editors import TableInput
    from jupyter_session_state._testing.widgets import Widget


API = sys.modules[__name__.partition(".")[0]]
"""The `st` namespace: the package itself, which knows nothing of its tests."""


class Deadline(NoScheduler):
    """Ends a test whose app reruns itself for ever."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """Allow this much time from now on."""
        self._seconds, self._end = seconds, time.monotonic() + seconds

    def wake(self, app: App) -> None:  # noqa: ARG002 - there is one app only
        """Let the owner go on with a further run, if there is time left.

        Raises
        ------
        RuntimeError
            If there is not.
        """
        if time.monotonic() > self._end:
            raise errors.too_slow(self._seconds)

    def clock(self) -> float:
        """Seconds, growing."""
        return time.perf_counter()

    def epoch(self) -> float:
        """Seconds since the epoch."""
        return time.time()


class TestState(SessionStateProxy):
    """Session state as a test sees it between runs."""

    __slots__ = ()
    __test__ = False

    def __repr__(self) -> str:
        return repr(self.to_dict())


class BrokenBody:
    """The body of a script that does not compile: each run raises its error."""

    def __init__(self, filename: str, error: SyntaxError) -> None:
        self.filename = filename
        self.folder = ""
        self._error = error

    @contextmanager
    def callbacks(self) -> Iterator[None]:
        """There are none."""
        yield

    def part(self, covers: object) -> AbstractContextManager[None]:  # noqa: ARG002 - there are no fragments
        """There are none."""
        return self.callbacks()

    def run_page(self, source: str, filename: str) -> None:
        """There are none."""

    def run(self) -> None:
        """Raise."""
        raise self._error

    def hint(self, error: Exception) -> str | None:  # noqa: ARG002 - it was raised here
        """The error says it all."""
        return None


_numbers = itertools.count(1)


def remember_source(source: str) -> str:
    """Make the lines of a script known to tracebacks; return the file name they go by."""
    filename = f"<AppTest {next(_numbers)}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    return filename


TESTER = {"email": "test@example.com"}
"""Who uses an app in a test: the one whom Streamlit's AppTest names."""


class Session:
    """One app with a state and a namespace of its own.

    Parameters
    ----------
    source, filename
        The script, and the name tracebacks give it.
    given
        Names the script finds.
    name
        The app's.
    """

    def __init__(self, source: str, filename: str, given: Mapping[str, Any], name: str = "app") -> None:
        self._module = ModuleType("__main__")
        self._module.__dict__.update(given, __file__=filename)
        self._source, self._filename = source, filename
        self._folder = str(Path(filename).parent) if Path(filename).is_file() else ""
        self._deadline = Deadline()
        kernel = Kernel(elements.DeltaGenerator, resends=False)
        self.app = App(name, kernel, scheduler=self._deadline)
        self.app.reader["user"] = dict(TESTER)
        kernel.add(self.app)
        self._cleared: set[str] = set()  # forms that were submitted and cleared themselves
        self._left: dict[str, Any] = {}  # what the last run left in session state
        self._hooks = Hooks(elements.write)
        self.cells: tuple[str, ...] = ()  # plain cells that run before the script's first run

    def have(self, names: Mapping[str, Any]) -> None:
        """Let the script find names."""
        self._module.__dict__.update(names)

    def first_run(self, timeout: float) -> None:
        """Execute the script for the first time."""
        self._deadline.start(timeout)
        self.app.pages.own_is_known = False  # nor is it in the first run of Streamlit's AppTest
        with self._as_main():
            run_cells(self.cells, self._module.__dict__, self._filename)
            self.app.execute(self._body())
            while self.app.waiting:
                self.app.answer()
        self.app.pages.own_is_known = True
        self._left = self.app.state.snapshot()

    def interact(self, widgets: list[Widget | TableInput | Edit], timeout: float) -> None:
        """Play all edits as one interaction.

        Edits in a form whose submit button was not clicked are forgotten. A form that clears itself sends, at
        its next submit, the defaults of what was not edited again. Both as in Streamlit's AppTest.
        """
        clicks = [w for w in widgets if w.staged is not MISSING and self._is_trigger(w)]
        submitted = {w.form_id for w in clicks if w.form_id}
        clearing = self._clearing_forms()
        values = self._values(widgets, submitted, submitted & clearing & self._cleared)
        self._cleared = (self._cleared - submitted) | (submitted & clearing)
        self._deadline.start(timeout)
        with self._as_main():
            self.app.interact(Interaction(values, {w.id: w.wire for w in clicks}))
        self._left = self.app.state.snapshot()

    def switch_page(self, path: str) -> None:
        """Turn to the page that is in a file.

        Raises
        ------
        ValueError
            If there is no such file, or the app has no such page.
        """
        file = Path(self._folder, path).resolve()
        if not file.is_file():
            raise errors.no_page_file(path, self._folder)
        known = self.app.pages.known
        if not known:  # the app has not said which pages it has: go by the name
            self.app.pages.current = Page(file).info().id
            return
        page = self.app.pages.of_source(str(file))
        if page is None:
            raise errors.no_page(path, [p.source for p in known.values() if p.source])
        self.app.visit(page.id)

    def _values(
        self, widgets: list[Widget | TableInput | Edit], submitted: set[str], cleared: set[str]
    ) -> dict[str, Any]:
        """Return what a browser sends: each control's value, whether it was edited or not."""
        values: dict[str, Any] = {}
        for widget in widgets:
            if self._is_trigger(widget):
                self._withdraw(widget)
                continue
            waits = bool(widget.form_id) and widget.form_id not in submitted
            if widget.staged is not MISSING and not waits:
                values[widget.id] = widget.wire
            elif widget.form_id in cleared and not waits:
                values[widget.id] = self.app.registrations[widget.id].default_wire
            else:
                values.update(self._untouched(widget))
        self.app.browser.update(values)
        return values

    def _untouched(self, widget: Widget | TableInput | Edit) -> dict[str, Any]:
        """Return what a browser says of a control nobody edited: the value in session state, as it travels.

        It need not come back as the same value: of two options with one label it is the last one, and an object
        without ``==`` differs from any other. Streamlit tells such a change to `on_change`, too.
        """
        control = self.app.registrations[widget.id].control
        if control.read_only and not control.renewed:
            return {}
        try:
            wire = widget.stored_wire()
        except Exception:  # noqa: BLE001 - deleted, or a value this control cannot show
            return {}
        if wire is MISSING:  # nothing is sent, so the default counts: None too, if it was drawn with None
            return {widget.id: None} if self._was_put(widget) else {}
        return {widget.id: wire}

    def _was_put(self, widget: Widget | TableInput | Edit) -> bool:
        """Whether the test gave the widget's key another value since the last run."""
        key, state = widget.key, self.app.state
        return key is not None and state.get(key) is not self._left.get(key, MISSING)

    def _withdraw(self, widget: Widget | TableInput | Edit) -> None:
        """Take back what the test put under a trigger's key: Streamlit's AppTest sends each trigger at rest."""
        if widget.key is not None and self._was_put(widget):
            self.app.state.put(widget.key, MISSING)

    def _clearing_forms(self) -> set[str]:
        elements = () if self.app.tree is None else self.app.tree.walk()
        return {str(e.key) for e in elements if e.kind == "form" and e.props["clear_on_submit"]}

    def _is_trigger(self, widget: Widget | TableInput | Edit) -> bool:
        registration = self.app.registrations.get(widget.id)
        return registration is not None and registration.control.trigger

    def _body(self) -> ScriptBody | BrokenBody:
        try:
            script = (compile_file if self._folder else compile_script)(self._source, self._filename)
        except SyntaxError as error:
            return BrokenBody(self._filename, error)
        namespace = self._module.__dict__
        if self._folder:
            return FileBody(script, namespace, self._hooks, offered_names(), run_page_of_folder)
        names = Names(Ledger(namespace))
        return ScriptBody(script, namespace, names, self._hooks, offered_names())

    @contextmanager
    def _as_main(self) -> Iterator[None]:
        """Be the module ``__main__`` for a while: dataclasses and pickle look their module up."""
        before = sys.modules.get("__main__")
        sys.modules["__main__"] = self._module
        try:
            yield
        finally:
            if before is None:
                del sys.modules["__main__"]
            else:
                sys.modules["__main__"] = before


def offered_names() -> dict[str, object]:
    """Return what a script finds without an import."""
    return {"st": API, "session_state": elements.session_state}
