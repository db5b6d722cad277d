"""One execution of the script: the tree it draws, and what it draws it with."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import messages, notices
from jupyter_session_state._core.bindings import bind_widget, settle_param
from jupyter_session_state._core.calls import PLAIN
from jupyter_session_state._core.canvas import Canvas
from jupyter_session_state._core.capture import warn_of_input
from jupyter_session_state._core.control_flow import AbortException
from jupyter_session_state._core.copies import copied
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.fragments import EVERYTHING, Fragment, Scope
from jupyter_session_state._core.pens import Drawing, Pens
from jupyter_session_state._core.place import CURRENT, Place, line_in
from jupyter_session_state._core.printed import Printed
from jupyter_session_state._core.registration import (
    Registration,
    Where,
    admitted,
    check_width,
    control_element,
    is_foreign,
    register,
)
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.boxes import Claim
    from jupyter_session_state._core.calls import Call
    from jupyter_session_state._core.spec import Spec


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
        self.calling: Registration | None = None  # whose callback runs
        self.page = ""  # the page that draws; none in the script itself
        self.dialog: tuple[Any, ...] | None = None  # what tells the one that is open from others
        self.error = ""
        head = Element("app", {"name": app.name}, id=f"{app.name}", view="Block")
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
        """Give way to newer input; put captured output before the element.

        The caller holds `drawing`, on the script's own thread.
        """
        self.checkpoint()
        self.printed.draw(self.app.output.take())
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
        if self.abortable and self.pens.is_own_thread and self.app.newer_input():
            raise AbortException

    def line(self) -> int | None:
        """The line of the cell that is being executed."""
        return line_in(self.app.filename)

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

    # -- inputs --------------------------------------------------------------------------------------------

    def draw_control(self, spec: Spec, place: Place, call: Call, wiring: Mapping[str, Any]) -> Any:
        """Draw an input and return its value; the rules every kind shares are here.

        Parameters
        ----------
        spec, call
            Its kind, and what the call says.
        place
            Where to draw it.
        wiring
            The callback and its arguments, as given by keyword.
        """
        self.checkpoint()
        with self.drawing:
            return self._draw_control(spec, place, call, wiring)

    def _draw_control(self, spec: Spec, place: Place, call: Call, wiring: Mapping[str, Any]) -> Any:
        node = place.node
        if self.captures:
            warn_of_input(self, spec.name, call.params.get("label"))
        where = Where(self.app.name, self.page, node.root, node.form, self.line())
        new = call.registration
        if new is None or new.where != where or wiring:
            new = self._understood(spec, call, wiring, where)
        if self.is_over:  # a thread goes on when its run has ended: it reads, and nothing comes of it
            value = self.state.widget_value(new.id, new.key)
            return copied(new.control.default if value is MISSING else value)
        self._check_key(new)
        assigned = new.key is not None and self.state.assigned(new.key)
        self._register(new)
        value = self._value(new, call.value)
        if assigned:
            notices.warn_of_two_values(place, new)
        if call.element is None or value is not call.value or type(value) not in PLAIN:
            check_width(spec, call.params.get("width", "stretch"))
            call.element = control_element(new, call.params, value)
            call.is_foreign, call.value = is_foreign(new.control, value, call.element.value), value
        new.drawn, new.is_foreign = (value, call.element.value), call.is_foreign
        element = call.element
        if new.control.trigger and new.key is not None and (assigned or not self.state.is_held(new.id)):
            element, value = self._not_sent(new.key, element, value), new.control.at_rest
        if new.control.pinned and node is self.roots["main"]:
            place = self.app.kernel.handle(self.roots["bottom"])
        new.returned = value
        place.emit(element)
        if new.key is not None:
            notices.note_kept_value(place, new)
        return copied(value)

    def _not_sent(self, key: str, element: Element, value: Any) -> Element:
        """Put a text that the program assigned to a trigger into its field: it is for the user to send."""
        if not isinstance(value, str):
            return element
        self.state.put(key, None)
        return replace(element, props={**element.props, "draft": value})

    @staticmethod
    def _understood(spec: Spec, call: Call, wiring: Mapping[str, Any], where: Where) -> Registration:
        old, new = call.registration, register(spec, call, wiring, where)
        if old is None or (old.id, old.form) != (new.id, new.form):
            call.element = None
        call.registration = new
        return new

    def draw_external(self, new: Registration) -> Any:
        """Take up a control whose view exists already, and return the value it shall show."""
        self.checkpoint()
        self._check_key(new)
        self._register(new)
        return self._value(new)

    def _check_key(self, new: Registration) -> None:
        if new.key is not None:
            if new.control.read_only and self.state.refuses(new.key):
                raise messages.assignment_not_allowed(new.key, new.kind, new.label)
            first = self.drawn_keys.get(new.key) or self.claimed_keys.get(new.key)
            if first is not None:
                raise messages.duplicate_key(new.key, new.kind, first.kind, first.line)
        elif new.id in self.drawn:
            raise messages.duplicate_id(new.kind, new.label, self.drawn[new.id].line)

    def _register(self, new: Registration) -> None:
        shared = None
        if new.key is not None:
            shared = self.app.kernel.shared_with(self.app, new)
            self.drawn_keys[new.key] = new
        new.fragment, new.page = self.fragment_id, self.page
        self.drawn[new.id] = new
        self.app.drawn.add(new, self.app.page)
        if new.form is not None and new.key is not None and self.state.assigned(new.key):
            self.app.forms.discard(new.id)
        at_rest = new.control.at_rest if new.control.trigger else MISSING
        self.state.register(new.id, new.key, new, shared, at_rest)
        if new.disabled:
            self.state.discard_input(new.id)
        if new.bound or self.app.params.bound:
            bind_widget(self.app, new)

    def _value(self, new: Registration, checked_before: Any = MISSING) -> Any:
        value = self.state.widget_value(new.id, new.key)
        if value is checked_before and type(value) in PLAIN and not self.app.drawn.takes_new_default(new):
            return value
        if value is MISSING or self.app.drawn.takes_new_default(new):
            self.state.set_default(new.id, copied(new.control.default))
            return self.state.widget_value(new.id, new.key)
        is_programs = new.key is not None and self.state.was_ever_assigned(new.key)
        checked = admitted(new, value) if is_programs else new.control.check(value)
        if checked is not value:
            if new.key is None:
                self.state.set_default(new.id, checked)
            elif self.state.assigned(new.key):
                self.state.put(new.key, checked)
            else:
                self.state.correct(new.id, checked)
            if new.bound:
                settle_param(self.app, new, checked)
        return checked
