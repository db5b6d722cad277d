"""How one interaction is answered: values into the state, callbacks, the script, changes onto the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.arrivals import Arrivals
from jupyter_session_state._core.bindings import drop_unbound
from jupyter_session_state._core.control_flow import RerunException, StopException
from jupyter_session_state._core.delta import Delta
from jupyter_session_state._core.fragment_runs import drop_outside, rerun_fragment
from jupyter_session_state._core.notices import say, show_error
from jupyter_session_state._core.record import Ending, Record, call_of, callable_name, changes
from jupyter_session_state._core.run import ScriptRun
from jupyter_session_state._core.votes import Votes
from jupyter_session_state.errors import FragmentHandledException

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.delta import Look
    from jupyter_session_state._core.fragments import Scope
    from jupyter_session_state._core.interactions import Interaction
    from jupyter_session_state._core.ports import Body
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.votes import Verdict
    from jupyter_session_state._core.wishes import Wish
    from jupyter_session_state.errors import StreamlitAPIException


COMPLETED: Ending = "completed"


class Answer:
    """One run of an app, from the values the browser sent to the record of what they did.

    Parameters
    ----------
    app
        The app that answers.
    interaction
        What the browser sent.
    wish
        What is wanted besides: why it runs, whether it carries on after `st.rerun()`, the page to turn to.
    scope
        The fragments that run; everything if there are none.
    before
        What there was before anything of this happened.
    """

    def __init__(self, app: App, interaction: Interaction, wish: Wish, scope: Scope, before: Look) -> None:
        self.app = app
        self.interaction = interaction
        self.wish = wish
        self.scope = scope
        self.turn = wish.turn
        self.before = before
        self.record = Record(app.history.next_number(), wish.cause, at=app.scheduler.epoch(), turn=wish.turn)
        self.started_with_trigger = bool(interaction.triggers)
        self.cleaned: frozenset[str] | None = (
            frozenset()
        )  # fragments that came to their end; None for everything
        self._next = RerunException()  # what a run that ended for another one wants that to be

    def run(self) -> Record:
        """Answer; user code raises nothing out of here but what interrupts the kernel."""
        app, record = self.app, self.record
        started = app.scheduler.clock()
        app.state.writers.begin_answer()
        run = self._new_run()
        app.renderer.status(running=True)
        try:
            record.ending = self._run(run)
        except KeyboardInterrupt:  # it came between two steps of ours, where no user code runs
            record.ending = self._end(app.running or run, "interrupted")
        finally:
            record.seconds = app.scheduler.clock() - started
            self._finish_record()
            app.renderer.status(running=False)
        return record

    def _finish_record(self) -> None:
        app, record = self.app, self.record
        after = app.history.looks.take(app)
        record.page, record.delta = after.page, Delta.between(self.before, after, app.state.secrets)
        record.changes = changes(record.delta)
        app.state.writers.end_answer(record.delta, app.drawn_keys)

    def _new_run(self) -> ScriptRun:
        self.app.starts += 1
        self.app.params.begin_run()
        abortable = not (self.started_with_trigger or self.wish.whole) and self.app.tree is not None
        run = ScriptRun(self.app, abortable=abortable, scope=self.scope)
        self.app.running = run
        return run

    def _run(self, run: ScriptRun) -> Ending:
        state = self.app.state
        if self.wish.note:
            say(run, self.wish.note)
        state.writers.begin("script")
        if not self.wish.carry:
            arrivals = Arrivals(self.app, self.interaction, self.record, by_hand=self.wish.by_hand)
            arrivals.assign()
            state.rest(self.app.drawn.triggers())
            state.begin_interaction()
            votes = Votes()
            changed = arrivals.apply()
            if arrivals.fault is not None:
                return self._end(run, self._fail(run, arrivals.fault))
            ending = self._run_callbacks(run, changed, votes)
            if ending is not None:
                return self._end(run, ending)
            verdict = votes.verdict(self.scope)
            if verdict is not None:  # the body is never started; another run takes its place
                run = self._follow(verdict)
        return self._end(run, self._run_body(run))

    def _follow(self, verdict: Verdict) -> ScriptRun:
        """Return the run that the callbacks want."""
        if verdict.clicks_stay:
            self.app.state.begin_interaction()
        else:
            self.app.state.rest(self.app.drawn.triggers())
        self.scope, self.turn = verdict.scope, verdict.turn or self.turn
        return self._new_run()

    @staticmethod
    def _fail(run: ScriptRun, fault: StreamlitAPIException) -> Ending:
        """Show what is wrong with a value that was sent, in place of the script."""
        run.draw_at("callbacks")
        with run.active():
            show_error(run, fault, run.here())
        return "error"

    # -- callbacks -----------------------------------------------------------------------------------------

    def _run_callbacks(self, run: ScriptRun, changed: list[Registration], votes: Votes) -> Ending | None:
        """Run the callbacks of changed controls; return how the run ends if nothing else must start."""
        change_of = self.app.state.change_of
        called = [(r, callback) for r in changed for callback in r.called(*change_of(r.id))]
        if not called or self.app.body is None:
            return None
        run.draw_at("callbacks")
        abortable, run.abortable = run.abortable, False  # what a callback does is done once, and whole
        with run.active(), self.app.body.callbacks():
            for registration, callback in called:
                ending = self._guard(run, lambda r=registration, c=callback: self._vote(run, r, c, votes))  # type: ignore[misc]
                if ending != "completed":
                    return ending
            run.take_output()
        run.abortable = abortable
        run.draw_at("main")
        return None

    def _vote(
        self, run: ScriptRun, registration: Registration, callback: Callable[..., Any], votes: Votes
    ) -> None:
        run.calling = registration
        self.app.state.writers.begin("callback", callable_name(callback))
        try:
            self._call(registration, callback)
        except RerunException as rerun:
            votes.reruns.append(rerun)
        else:
            votes.returned = True
        finally:
            self.app.state.writers.begin("script")
            run.calling = None

    def _call(self, registration: Registration, callback: Callable[..., Any]) -> None:
        name = callable_name(callback)
        if name:  # a widget of the script's own may have no handler
            self.record.callbacks.append(call_of(registration, callback, name))
        callback(*registration.args, **registration.kwargs)

    # -- the script ----------------------------------------------------------------------------------------

    def _run_body(self, run: ScriptRun) -> Ending:
        body = self.app.body
        if body is None:
            return "completed"
        if self.turn is not None:
            self.app.turn(self.turn)
        self.app.pages.begin_run()
        self.app.state.begin_run()
        with run.active():
            if self.scope:
                return self._run_fragments(run, body)
            ending = self._guard(run, body.run)
        if ending == "completed":
            self.cleaned = None
        return ending

    def _run_fragments(self, run: ScriptRun, body: Body) -> Ending:
        """Run each fragment of the scope; what ends one of them does not end the others, but for newer runs."""
        fragments, worst = self.app.fragments, COMPLETED
        with body.part(lambda fragment: fragments.lies_in(fragment, self.scope)):
            for fragment in fragments.in_order(self.scope):
                if fragment.id in run.fragments:
                    continue  # another one called it
                self.record.fragments += (f"{fragment.terms.name}()",)
                covered = {i for i in self.scope if fragments.lies_in(i, (fragment.id,))}
                ending = self._guard(run, lambda f=fragment: rerun_fragment(run, f))  # type: ignore[misc]
                for gone in fragments.forget_unseen(fragment.id, run.fragments):
                    drop_outside(run, gone)
                if ending in ("rerun", "aborted", "interrupted"):
                    return ending
                if ending == "completed":
                    self.cleaned = (self.cleaned or frozenset()) | covered
                else:
                    worst = ending
        return worst

    def _guard(self, run: ScriptRun, code: Callable[[], Any]) -> Ending:
        """Run user code; turn whatever it raises into how the run ends."""
        try:
            code()
        except RerunException as rerun:
            self._next = rerun
            return "rerun"
        except KeyboardInterrupt as error:
            show_error(run, error, run.here())
            return "interrupted"
        except BaseException as error:  # noqa: BLE001 - whatever the script raises is shown in its app
            return "aborted" if run.given_up else self._ended(run, error)
        # A bare `except` of the script may have swallowed that it was given up.
        return "aborted" if run.given_up else "completed"

    @staticmethod
    def _ended(run: ScriptRun, error: BaseException) -> Ending:
        if isinstance(error, (StopException, SystemExit)):
            return "stopped"
        if not isinstance(error, FragmentHandledException):  # that one is on the page already
            show_error(run, error, run.here())
        return "error"

    # -- the end -------------------------------------------------------------------------------------------

    def _end(self, run: ScriptRun, ending: Ending) -> Ending:
        app = self.app
        run.abortable = False
        run.unwind()
        with run.active():
            app.output.finish(run.shown, wanted=ending not in ("aborted", "rerun"))
            run.take_output()
        self.record.error, self.record.scope = run.error, run.scope
        self.record.printed = run.printed.begins
        if self.cleaned is None:
            app.fragments.keep(run.fragments)
            app.drawn.arrived_on(app.page)
        app.drawn.end_run(run, self.cleaned, resting=ending in ("completed", "rerun"))
        drop_unbound(app.params, app.registrations)
        if ending != "rerun":
            app.state.forget_past(app.drawn.renewed(self.interaction.values))
        app.forms.retain(app.registrations)
        app.running = None
        if ending != "aborted":
            run.end_calls()
        self._show(run, ending)
        app.adopter.end_run(self.cleaned)
        run.release()
        return ending

    def _show(self, run: ScriptRun, ending: Ending) -> None:
        app = self.app
        if ending == "rerun":
            app.rerun_soon(self._next)
            app.flush_if_due(run)
        elif ending == "aborted":
            app.given_up(self.scope)
            app.flush(run, final=False)
        else:
            if ending == "interrupted":
                app.fragments.stop_clocks(self.scope)
            self.record.elements_changed = app.flush(run, final=True)
