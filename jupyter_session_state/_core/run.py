"""One execution of the script: the tree it draws, and what it draws it with."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.canvas import Canvas
from jupyter_session_state._core.control_flow import AbortException
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.fragments import EVERYTHING, Fragment, Scope
from jupyter_session_state._core.pens import Drawing, Pens
from jupyter_session_state._core.place import CURRENT, Place, line_in
from jupyter_session_state._core.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.boxes import Claim
    from jupyter_session_state._core.pens import Pen
    from jupyter_session_state._core.registration import Registration


class ScriptRun(Drawing):
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
        self.filename = app.filename
        self.state = app.state
        self.calls = app.calls
        self.abortable = abortable
        self.given_up = False  # it was told so, which a bare `except` may have swallowed
        self.scope = scope
        self.count = 0
        self.urgent = False  # what was drawn must be shown though a rerun follows at once
        self.drawn: dict[str, Registration] = {}
        self.drawn_keys: dict[str, Registration] = {}
        self.claimed_keys: dict[str, Claim] = {}  # of what has no value: containers, charts
        self.claimed_ids: dict[str, Claim] = {}  # of charts without a key
        self.fragments: dict[str, Fragment] = {}  # called in this run, by id
        self.fragment_keys: dict[str, str] = {}  # which definition has a key
        self.calling: Registration | None = None  # whose callback runs
        self.page = ""  # the page that draws; none in the script itself
        self.dialog: tuple[Any, ...] | None = None  # what tells the one that is open from others
        self.error = ""
        self.noted: set[str] = set()  # names that are not here, of which a note tells already
        frame = {"name": app.name} if app.toolbar else {"name": app.name, "toolbar": False}
        head = Element("app", frame, id=f"{app.name}", view="Block")
        self.canvas = Canvas(self, head, app.tree if scope else None)
        self.roots = self.canvas.roots
        self.pens = Pens(self, app.kernel.handle(self.roots["main"]))
        self.is_over = False  # a thread of its may still go on
        self.shown: list[object] = []  # objects drawn on purpose, which nothing else shall show again
        self.printed = Printed(self)
        self.drawing = threading.RLock()  # a thread may show what is printed while the script draws

    # -- the tree ------------------------------------------------------------------------------------------

    def tree(self) -> Element:
        """What was drawn so far, and what is left as it was."""
        return self.canvas.tree()

    @property
    def fragment_id(self) -> str | None:
        """Id of the fragment that runs, or None for the script."""
        return None if self.running is None else self.running.id

    def revived(self, place: Place) -> Any:
        """Return what stands for a place of an earlier run."""
        return self.running.revived(place) if self.running is not None and self.scope else self.here()

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
            with self.app.patches.active():
                yield
        finally:
            CURRENT.reset(token)

    def release(self) -> None:
        """Let go of what was drawn: its nodes hold each other, so nothing else would for a long time."""
        with self.drawing:  # not in the midst of what a thread draws
            self.is_over = True
            self.canvas.release()
        self.drawn, self.drawn_keys = {}, {}

    # -- every st.* call -----------------------------------------------------------------------------------

    def before_element(self) -> None:
        """Put captured output before the element. The caller holds `drawing`, on the script's own thread."""
        outputs = self.app.output.take()
        if outputs:
            self.printed.draw(outputs)
        if self.printed.is_open:
            self.printed.interrupt()

    def after_element(self) -> None:
        """Count: whoever shows a run while it goes on sees that there is more."""
        self.count += 1

    def checkpoint(self, pen: Pen | None = None) -> None:
        """End the run here if newer input waits, and this thread, whose pen may be given, is the script's own.

        Raises
        ------
        AbortException
            If so; it is raised anew at every call after one that a bare ``except`` of the script swallowed.
        """
        if not self.abortable or (pen or self.pens.pen()) is not self.pens.own:
            return
        if self.given_up or self.app.scheduler.newer_input(self.app):
            self.given_up = True
            raise AbortException

    def line(self) -> int | None:
        """The line of the cell that is being executed."""
        return line_in(self.filename)

    # -- captured output -----------------------------------------------------------------------------------

    def take_output(self) -> None:
        """Draw what was printed and displayed since the last call."""
        if self.pens.is_own_thread:
            with self.drawing:
                self.printed.draw(self.app.output.take())

    def take_ready(self) -> None:
        """Draw of this what may be drawn, for a thread that shows a run while it goes on."""
        with self.drawing:
            self.printed.draw(self.app.output.take_ready())
