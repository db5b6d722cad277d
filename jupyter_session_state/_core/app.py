"""One `%%stateapp` cell and its life: what the browser sent goes in, what changed on the page comes out."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from jupyter_session_state._core.answer import Answer
from jupyter_session_state._core.calls import Calls
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.fragments import EVERYTHING, union
from jupyter_session_state._core.history import History
from jupyter_session_state._core.inbox import Inbox
from jupyter_session_state._core.interactions import Interaction
from jupyter_session_state._core.patches import Patches
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
from jupyter_session_state._core.run import ScriptRun
from jupyter_session_state._core.screen import Screen
from jupyter_session_state._core.state import SessionState
from jupyter_session_state._core.wishes import Turn, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.control_flow import RerunException
    from jupyter_session_state._core.delta import Look
    from jupyter_session_state._core.fragments import Scope
    from jupyter_session_state._core.kernel import Kernel
    from jupyter_session_state._core.record import Record
    from jupyter_session_state._core.registration import Registration

EXECUTED = "the cell was executed"
"""The cause of a run that is the first of its script."""

DUE = 0.080
"""Seconds without anything new on the page, after which an unfinished run is shown too."""


class App(Inbox):
    """A script with its runs, the page they draw and the pieces they leave for the next one.

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
        state = kernel.state if state is None else state
        self.scheduler: Scheduler = scheduler or NoScheduler()
        self.renderer: Renderer = renderer or QuietRenderer()
        super().__init__(state, Screen(self.renderer, self.scheduler.clock))
        self.name = name
        self.kernel = kernel
        self.state = state
        self.output: Output = output or NoOutput()
        self.adopter: Adopter = NoAdopter()
        self.body: Body | None = None
        self.calls, self.patches = Calls(), Patches()
        self.params = QueryParams()
        self.warned: set[str] = set()
        self.history = History(kernel.history_limit)
        self.state.writers.now = self.scheduler.epoch
        self.starts = 0
        self.is_closed = False
        self.toolbar = True  # whether its name and its buttons are above it

    @property
    def filename(self) -> str:
        """File name under which the script was compiled."""
        return "" if self.body is None else self.body.filename

    @property
    def drawn_keys(self) -> dict[str, Registration]:
        """The controls that are drawn and have a key, by key."""
        return self.drawn.keys

    @property
    def page(self) -> str:
        """The page it is on."""
        return self.pages.current

    def wake(self) -> None:
        """Have `answer` called soon; may be called on any thread."""
        self.scheduler.wake(self)

    # -- runs: the thread that runs scripts ----------------------------------------------------------------

    def execute(self, body: Body) -> Record:
        """Run a cell that was executed: state is kept, untouched keyed widgets take their new defaults."""
        before = self.look()
        self.drawn.compare_defaults(anew=self.body is not None)
        self.body = body
        self.queue.forget()
        self.forms.clear()
        self.warned.clear()
        self.wishes.forget()
        self.fragments.clear()
        try:
            return self._answer(Interaction(), Wish(EXECUTED), EVERYTHING, before)
        finally:
            self.drawn.defaults_compared()

    def answer(self) -> Record:
        """Answer what waits: the browser's input with one run, or else something that was asked for."""
        job = None if self.queue else self.wishes.take_job()
        if job is not None:
            return job.do(self)
        wish = self.wishes.take(newer=bool(self.queue))
        before, forgetting = self.look(), self.wishes.forgetting
        self._prepare()
        interaction = self.queue.take()
        # What nobody did is no way on from a state that was put back: it can still be done again.
        idle = not (interaction or wish.turn or forgetting or self.history.is_at_end)
        wish = replace(wish, travel=True) if idle else wish
        return self._answer(interaction, wish, self._scope(interaction, wish), before)

    def interact(self, interaction: Interaction) -> Record:
        """Answer an interaction that is complete as given, then every `st.rerun()` that follows from it."""
        return self.settle(interaction, replace(self.wishes.take(newer=True), cause="the script was run"))

    def settle(self, interaction: Interaction, wish: Wish) -> Record:
        """Answer an interaction with a full run as `wish` says, then every `st.rerun()` that follows from it."""
        record = self._answer(interaction, wish, EVERYTHING, self.look())
        while self.wishes.carry:
            further = replace(self.wishes.take(newer=False), whole=wish.whole)
            record = self._answer(Interaction(), further, union(further.scopes), self.look())
        return record

    def look(self) -> Look:
        """Look at what this app may change."""
        return self.history.looks.take(self)

    def _scope(self, interaction: Interaction, wish: Wish) -> Scope:
        """Return what runs: the fragments that ask, and the whole script if anything else does."""
        if self.tree is None:  # there is nothing they could be drawn into
            return EVERYTHING
        return union([*wish.scopes, *map(self.scope_of, interaction.asking)])

    def _answer(self, interaction: Interaction, wish: Wish, scope: Scope, before: Look) -> Record:
        record = Answer(self, interaction, wish, scope, before).run()
        if not wish.linked:
            self.kernel.tell_linked(self, {change.key for change in record.changes})
        self.history.add(record, travel=wish.travel, carry=wish.carry)
        self.show_travels()
        self._set_alarm()
        return record

    def show_travels(self) -> None:
        """Show whether there is something to undo, and to redo."""
        if not self.is_closed:
            history = self.history
            self.renderer.travels(undo=history.back() is not None, redo=history.forth() is not None)

    def rerun_soon(self, rerun: RerunException) -> None:
        """`st.rerun()`: a further run that carries on with what was assigned in this one."""
        self.wishes.carry_on(rerun.fragments, None if rerun.page is None else Turn(rerun.page))
        self.wake()

    def turn(self, turn: Turn) -> None:
        """Turn to another page: what was on the last one is gone."""
        if turn.page != self.page:
            self.drawn.leave_page(self.page, script_stays=turn.by_hand)
            self.pages.current = turn.page
        if turn.query is not None:
            self.params.navigate(parse_qs(turn.query, keep_blank_values=True))
            self.params.begin_run()

    def ring(self) -> None:
        """Run the fragments whose clocks ring now."""
        due = self.fragments.take_due(self.scheduler.clock())
        if due:
            self.wishes.want("of run_every", due)
            self.wake()
        else:
            self._set_alarm()

    def _set_alarm(self) -> None:
        due = self.fragments.next_due()
        self.scheduler.alarm(self, None if due is None else max(0.0, due - self.scheduler.clock()))

    def _prepare(self) -> None:
        if self.wishes.take_clear():
            self.clear()
        for key in self.wishes.take_resets():
            if key in self.state:
                self.state.delete(key)
            if key in self.drawn_keys:
                self.screen.distrust(self.drawn_keys[key].id)

    # -- its life ------------------------------------------------------------------------------------------

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let code of the author's run between runs: it finds the app's names and state; what it draws is lost."""
        run = ScriptRun(self)
        try:
            with run.active(), nullcontext() if self.body is None else self.body.callbacks():
                yield
        finally:
            run.release()
            self.state.begin_run()

    def clear(self) -> None:
        """Forget all session state of this app, the shared one included, what the browser typed, and all caches."""
        self.state.clear()
        self.kernel.caches.clear()
        self.drawn.clear()
        self.forms.clear()
        self.params.reopen()
        self.queue.forget()
        self.warned.clear()
        self.screen.distrust()

    def restart_page(self) -> None:
        """Take everything off the page, to be drawn anew: its cell is executed again."""
        self.adopter.close()
        self.renderer.close()
        self.screen.clear()

    def close(self) -> None:
        """Take the app off the page and out of the kernel; the values of its keys stay.

        A run in progress may do so itself: it goes on, and shows nothing more.
        """
        self.is_closed = True
        self.queue.forget()
        self.wishes.forget()
        self.fragments.clear()
        self.scheduler.alarm(self, None)
        self.kernel.remove(self.name)
        self.drawn.close()
        self.restart_page()

    def why(self) -> str:
        """Tell what the last interaction did."""
        return str(self.history.last) if self.history.last else f"The app {self.name!r} has not run yet."

    # -- the page ------------------------------------------------------------------------------------------

    @property
    def tree(self) -> Element | None:
        """What is on screen; None before the first run."""
        return self.screen.tree

    def flush(self, run: ScriptRun, *, final: bool) -> int:
        """Show what `run` drew; unless final, what it did not reach yet stays from before."""
        if self.is_closed:
            return 0
        return self.screen.show(run, final=final, pending=self.queue.pending(), drafts=self.forms.all())

    def flush_if_due(self, run: ScriptRun) -> None:
        """Show what a run drew that another one follows at once, unless something was shown just now."""
        if run.urgent or self.scheduler.clock() - self.screen.shown_at > DUE:
            self.flush(run, final=False)

    def flush_so_far(self) -> None:
        """Show what the run in progress drew, if there is one; for a thread that watches it."""
        run = self.running
        if run is not None:
            run.take_ready()
            self.flush(run, final=False)

    def controls(self) -> list[Registration]:
        """The controls on the page, in page order, then those the script keeps without drawing them itself."""
        return self.drawn.on_page(self.screen.elements())
