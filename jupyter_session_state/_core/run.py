"""One execution of the script: the tree it draws, and what it draws it with."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.canvas import Canvas
from jupyter_session_state._core.control_flow import AbortException
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.fragments import EVERYTHING, Fragment, Scope
from jupyter_session_state._core.place import CURRENT, Place, line_in
from jupyter_session_state._core.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.boxes import Claim
    from jupyter_session_state._core.capture import Capture
    from jupyter_session_state._core.fragment_runs import Running
    from jupyter_session_state._core.registration import Registration


class ScriptRun:
    """A run in progress. The app that owns it decides what happens before and after.

    Parameters
    ----------
    app
        The app.
    abortable
        Whether it may be given up when newer input comes.
    scope
        The fragments it draws; everything if there are none.
    """

    def __init__(self, app: App, *, abortable: bool = False, scope: Scope = EVERYTHING) -> None:
        self.app = app
        self.state = app.state
        self.calls = app.calls
        self.abortable = abortable
        self.scope = scope
        self.count = 0
        self.urgent = False  # what was drawn must be shown though a rerun follows at once
        self.drawn: dict[str, Registration] = {}
        self.drawn_keys: dict[str, Registration] = {}
        self.claimed_keys: dict[str, Claim] = {}  # of containers without a value
        self.fragments: dict[str, Fragment] = {}  # called in this run, by id
        self.fragment_keys: dict[str, str] = {}  # which definition has a key
        self.running: Running | None = None  # the innermost fragment
        self.calling: Registration | None = None  # whose callback runs
        self.page = ""  # the page that draws; none in the script itself
        self.dialog: tuple[Any, ...] | None = None  # what tells the one that is open from others
        self.error = ""
        head = Element("app", {"name": app.name}, id=f"{app.name}", view="Block")
        self.canvas = Canvas(self, head, app.tree if scope else None)
        self.roots = self.canvas.roots
        self.captures: list[Capture] = []  # of the cached functions that are being computed
        self._base: Any = app.kernel.handle(self.roots["main"])
        self._stack: list[Place] = []
        self.innermost: Place = self._base  # where plain calls draw
        self.shown: list[object] = []  # objects drawn on purpose, which nothing else shall show again
        self.printed = Printed(self)
        self.drawing = threading.RLock()  # a thread may show what is printed while the script draws

    # -- the tree ------------------------------------------------------------------------------------------

    def tree(self) -> Element:
        """What was drawn so far, and what is left as it was."""
        return self.canvas.tree()

    def here(self) -> Any:
        """The innermost place."""
        return self.innermost

    def draw_at(self, root: str) -> None:
        """Draw at another root from now on, outside of any ``with``."""
        self.draw_from(self.app.kernel.handle(self.roots[root]))

    def draw_from(self, place: Place) -> None:
        """Draw at `place` from now on, outside of any ``with``."""
        self._base = place
        self._find_innermost()

    @property
    def fragment_id(self) -> str | None:
        """Id of the fragment that runs, or None for the script."""
        return None if self.running is None else self.running.id

    def revived(self, place: Place) -> Any:
        """Return what stands for a place of an earlier run."""
        return self.running.revived(place) if self.running is not None and self.scope else self.here()

    def enter(self, place: Place) -> None:
        """Draw at `place` until `leave`."""
        self.take_output()
        self._stack.append(place)
        self.innermost = place

    def leave(self) -> None:
        """Draw where it was before."""
        self.take_output()
        if self._stack:
            self._stack.pop()
            self._find_innermost()

    def unwind(self) -> None:
        """Forget all open ``with`` blocks."""
        self._stack.clear()
        self._find_innermost()

    def _find_innermost(self) -> None:
        self.innermost = self._stack[-1] if self._stack else self._base

    def end_calls(self) -> None:
        """Let what calls of elements said be forgotten where this run did not make them again."""
        if not self.scope:
            self.app.calls.end_run()
        for fragment in self.fragments.values():
            fragment.calls.end_run()

    @contextmanager
    def active(self) -> Iterator[None]:
        """Make this the run that ``st.*`` calls draw in."""
        token = CURRENT.set(self)
        try:
            yield
        finally:
            CURRENT.reset(token)

    def release(self) -> None:
        """Let go of what was drawn: its nodes hold each other, so nothing else would for a long time."""
        self.canvas.release()
        self.drawn, self.drawn_keys = {}, {}

    # -- every st.* call -----------------------------------------------------------------------------------

    def before_element(self) -> None:
        """Put captured output before the element. The caller holds `drawing`."""
        outputs = self.app.output.take()
        if outputs:
            self.printed.draw(outputs)
        self.printed.interrupt()

    def after_element(self) -> None:
        """Count: whoever shows a run while it goes on sees that there is more."""
        self.count += 1

    def checkpoint(self) -> None:
        """End the run here if newer input waits.

        Raises
        ------
        AbortException
            If so; it is raised anew at the next call when a script swallows it.
        """
        if self.abortable and self.app.newer_input():
            raise AbortException

    def line(self) -> int | None:
        """The line of the cell that is being executed."""
        return line_in(self.app.filename)

    # -- captured output -----------------------------------------------------------------------------------

    def take_output(self) -> None:
        """Draw what was printed and displayed since the last call."""
        with self.drawing:
            self.printed.draw(self.app.output.take())

    def take_text(self) -> None:
        """Draw what was printed since the last call, for a thread that shows a run while it goes on."""
        with self.drawing:
            self.printed.draw(self.app.output.take_text())
