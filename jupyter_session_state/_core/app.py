"""One `%%stateapp` cell and its life: what the browser sent goes in, what changed on the page comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.answer import Answer
from jupyter_session_state._core.calls import Calls
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.forms import Forms
from jupyter_session_state._core.interactions import Event, Interaction, Interactions
from jupyter_session_state._core.ports import (
    Adopter,
    Body,
    NoAdopter,
    NoOutput,
    NoScheduler,
    Output,
    QuietRenderer,
    Renderer,
    Scheduler,
)
from jupyter_session_state._core.query_params import QueryParams
from jupyter_session_state._core.screen import Screen
from jupyter_session_state._core.state import SessionState

if TYPE_CHECKING:
    from jupyter_session_state._core.kernel import Kernel
    from jupyter_session_state._core.record import Record
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.run import ScriptRun

HISTORY = 100
"""How many records an app keeps."""

DUE = 0.080
"""Seconds without anything new on the page, after which an unfinished run is shown too."""


class App:
    """A script, the controls it drew, what the browser holds, and what waits to be answered.

    Parameters
    ----------
    name
        The user's name for it, unique in the kernel.
    kernel
        The kernel it lives in.
    state
        Its session state; the kernel's if not given.
    renderer, scheduler, output
        Its ports.
    """

    def __init__(
        self,
        name: str,
        kernel: Kernel,
        *,
        state: SessionState | None = None,
        renderer: Renderer | None = None,
        scheduler: Scheduler | None = None,
        output: Output | None = None,
    ) -> None:
        self.name = name
        self.page = ""
        self.kernel = kernel
        self.state = kernel.state if state is None else state
        self.renderer: Renderer = renderer or QuietRenderer()
        self.scheduler: Scheduler = scheduler or NoScheduler()
        self.output: Output = output or NoOutput()
        self.adopter: Adopter = NoAdopter()
        self.body: Body | None = None
        self.registrations: dict[str, Registration] = {}
        self.drawn_keys: dict[str, Registration] = {}
        self.retired: dict[str, str | None] = {}  # ids with a key, not drawn now; the key if the value stays
        self.calls = Calls()
        self.queue = Interactions()
        self.forms = Forms()
        self.params = QueryParams()
        self.screen = Screen(self.renderer, self.scheduler.clock)
        self.warned: set[str] = set()
        self.history: list[Record] = []
        self.starts = 0
        self._replaced: dict[str, Any] | None = None  # while a cell was executed anew: last defaults by key
        self._asked: str | None = None  # why a run is wanted though the browser sent nothing
        self._linked = False  # another app asked, which knows what it changed
        self._carry = self._clear_first = False
        self._reset_first: set[str] = set()
        self.running: ScriptRun | None = None

    @property
    def filename(self) -> str:
        """File name under which the script was compiled."""
        return "" if self.body is None else self.body.filename

    # -- what the browser says: any thread -----------------------------------------------------------------

    def receive(self, element_id: str, wire: Any) -> None:
        """Take a value as the browser sends it; never runs user code."""
        self.browser[element_id] = wire
        registration = self.registrations.get(element_id)
        if registration is not None and registration.form is not None:
            self.forms.hold(registration.form, element_id, wire)
            return
        ignored = registration is not None and registration.ignore
        self.queue.put(Event(element_id, wire, quiet=ignored))
        if not ignored:
            self.scheduler.wake(self)

    def click(self, element_id: str, payload: Any = True) -> None:
        """Take a trigger; a submit button brings the drafts of its form along."""
        registration = self.registrations.get(element_id)
        drafts: dict[str, Any] = {}
        if registration is not None and registration.kind == "form_submit_button":
            drafts = self.submit(str(registration.form))
        self.queue.put(Event(element_id, payload, trigger=True, also=drafts))
        self.scheduler.wake(self)

    def submit(self, form: str) -> dict[str, Any]:
        """Hand over a form's drafts; a form that clears itself goes back to its declared defaults."""
        drafts = self.forms.submit(form)
        element = next((e for e in self.screen.elements() if e.kind == "form" and e.key == form), None)
        if element is not None and element.props.get("clear_on_submit"):
            for child in element.walk():
                registration = self.registrations.get(child.id)
                if registration is not None and not registration.control.trigger:
                    default = registration.control.encode(registration.control.default)
                    self.forms.hold(form, child.id, default)
        return drafts

    def restart_page(self) -> None:
        """Take everything off the page, to be drawn anew: its cell is executed again."""
        self.adopter.close()
        self.renderer.close()
        self.screen.clear()

    def ask(self, cause: str, *, linked: bool = False) -> None:
        """Want a run though the browser sent no value: a rerun button, a linked app."""
        self._asked, self._linked = cause, linked
        self.scheduler.wake(self)

    def newer_input(self) -> bool:
        """Whether something waits that the run in progress should give way to."""
        return self.scheduler.newer_input(self)

    @property
    def waiting(self) -> bool:
        """Whether `answer` has something to do."""
        return bool(self.queue) or self._asked is not None or self._carry

    # -- runs: the thread that runs scripts ----------------------------------------------------------------

    def execute(self, body: Body) -> Record:
        """Run a cell that was executed: state is kept, untouched keyed widgets take their new defaults."""
        known = {r.key: r.control.default for r in self.registrations.values() if r.key is not None}
        self._replaced = known if self.body is not None else None
        self.body = body
        self.queue.forget()
        self.forms.clear()
        self.warned.clear()
        self._carry, self._asked = False, None
        try:
            return self._answer(Interaction(), "the cell was executed")
        finally:
            self._replaced = None

    def answer(self) -> Record:
        """Answer what waits with one run."""
        carry, asked = self._carry and not self.queue, self._asked
        linked, self._linked = self._linked and not self.queue, False
        self._carry, self._asked = False, None
        self._prepare()
        interaction = self.queue.take()
        cause = "of st.rerun()" if carry else asked or "the page was refreshed"
        return self._answer(interaction, cause, carry=carry, linked=linked)

    def interact(self, interaction: Interaction) -> Record:
        """Answer an interaction that is complete as given, then every `st.rerun()` that follows from it."""
        record = self._answer(interaction, "the script was run")
        while self._carry:
            self._carry = False
            record = self._answer(Interaction(), "of st.rerun()", carry=True)
        return record

    def _answer(
        self, interaction: Interaction, cause: str, *, carry: bool = False, linked: bool = False
    ) -> Record:
        number = self.history[-1].number + 1 if self.history else 1
        record = Answer(self, interaction, carry=carry, number=number, cause=cause).run()
        if not linked:
            self.kernel.tell_linked(self, {change.key for change in record.changes})
        self.history.append(record)
        del self.history[:-HISTORY]
        return record

    def rerun_soon(self) -> None:
        """`st.rerun()`: a further run that carries on with what was assigned in this one."""
        self._carry = True
        self.scheduler.wake(self)

    def ask_clear(self) -> None:
        """Want everything forgotten, then a run that is like the first one."""
        self._clear_first = True
        self.ask("Clear and rerun was clicked")

    def ask_reset(self, key: str) -> None:
        """Want one key forgotten, so that its widget takes its default, then a run."""
        self._reset_first.add(key)
        self.ask(f"Reset of {key!r} was clicked")

    def _prepare(self) -> None:
        if self._clear_first:
            self._clear_first = False
            self.clear()
        while self._reset_first:
            key = self._reset_first.pop()
            if key in self.state:
                self.state.delete(key)
            if key in self.drawn_keys:
                self.screen.distrust(self.drawn_keys[key].id)

    def clear(self) -> None:
        """Forget all session state of this app, the shared one included, what the browser typed, and all caches."""
        self.state.clear()
        self.kernel.caches.clear()
        self.registrations.clear()
        self.drawn_keys.clear()
        self.retired.clear()
        self.forms.clear()
        self.params.reopen()
        self.queue.forget()
        self.warned.clear()
        self.screen.distrust()

    def close(self) -> None:
        """Take the app off the page and out of the kernel; the values of its keys stay."""
        self.queue.forget()
        self.kernel.remove(self.name)
        known = self.registrations.values()
        self.state.end_run([], [r.id for r in known if r.key is None or r.control.trigger])
        self.registrations.clear()
        self.drawn_keys.clear()
        self.adopter.close()
        self.renderer.close()
        self.screen.clear()

    def why(self) -> str:
        """Tell what the last interaction did."""
        return str(self.history[-1]) if self.history else f"The app {self.name!r} has not run yet."

    # -- defaults when a cell is executed anew -------------------------------------------------------------

    def takes_new_default(self, new: Registration) -> bool:
        """Whether a keyed widget nobody touched has another default in the cell that was executed anew."""
        return self._default_changed(new) and not self.state.touched(new.id)

    def keeps_value(self, new: Registration) -> bool:
        """Whether a touched widget keeps its value although its default was changed."""
        return self._default_changed(new) and self.state.touched(new.id)

    def _default_changed(self, new: Registration) -> bool:
        if not self._replaced or new.key not in self._replaced or new.control.trigger:
            return False
        old = self._replaced[new.key]
        return type(old) is not type(new.control.default) or bool(old != new.control.default)

    # -- the page ------------------------------------------------------------------------------------------

    @property
    def tree(self) -> Element | None:
        """What is on screen; None before the first run."""
        return self.screen.tree

    @property
    def browser(self) -> dict[str, Any]:
        """By element id, the values the browser holds."""
        return self.screen.browser

    def flush(self, run: ScriptRun, *, final: bool) -> int:
        """Show what `run` drew; unless final, what it did not reach yet stays from before."""
        return self.screen.show(run, final=final, pending=self.queue.pending(), drafts=self.forms.all())

    def flush_if_due(self, run: ScriptRun) -> None:
        """Show what a run drew that another one follows at once, unless something was shown just now."""
        if run.urgent or self.scheduler.clock() - self.screen.shown_at > DUE:
            self.flush(run, final=False)

    def flush_so_far(self) -> None:
        """Show what the run in progress drew, if there is one; for a thread that watches it."""
        run = self.running
        if run is not None:
            run.take_text()
            self.flush(run, final=False)

    def controls(self) -> list[Registration]:
        """The controls on the page, in page order, then those the script keeps without drawing them itself."""
        known = self.registrations
        ids = dict.fromkeys(e.id for e in self.screen.elements() if e.id in known)
        return [known[i] for i in (*ids, *(i for i, r in known.items() if i not in ids and r.external))]
