"""How one interaction is answered: values into the state, callbacks, the script, changes onto the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.bindings import drop_unbound, follow_browser
from jupyter_session_state._core.control_flow import AbortException, RerunException, StopException
from jupyter_session_state._core.record import (
    CallbackCall,
    Ending,
    Record,
    brief,
    callable_name,
    changes,
    summary,
)
from jupyter_session_state._core.run import ScriptRun, copied
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.tracebacks import exception_element, user_line
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.interactions import Interaction
    from jupyter_session_state._core.registration import Registration


class Answer:
    """One run of an app, from the values the browser sent to the record of what they did.

    Parameters
    ----------
    app
        The app that answers.
    interaction
        What the browser sent.
    carry
        Whether this run carries on after `st.rerun()`: what was assigned then still counts as assigned now.
    number, cause
        For the record.
    """

    def __init__(self, app: App, interaction: Interaction, *, carry: bool, number: int, cause: str) -> None:
        self.app = app
        self.interaction = interaction
        self.carry = carry
        self.record = Record(number, cause)
        self.started_with_trigger = bool(interaction.triggers)
        self.fault: StreamlitAPIException | None = None  # of a value that was sent

    def run(self) -> Record:
        """Answer; user code raises nothing out of here but what interrupts the kernel."""
        app, record = self.app, self.record
        started = app.scheduler.clock()
        before = summary(app.state.snapshot())
        run = self._new_run()
        app.renderer.status(running=True)
        try:
            record.ending = self._run(run)
        except KeyboardInterrupt:  # it came between two steps of ours, where no user code runs
            record.ending = self._end(app.running or run, "interrupted")
        finally:
            record.seconds = app.scheduler.clock() - started
            record.changes = changes(before, summary(app.state.snapshot()), self._sensitive())
            app.renderer.status(running=False)
        return record

    def _new_run(self) -> ScriptRun:
        self.app.starts += 1
        self.app.params.begin_run()
        run = ScriptRun(self.app, abortable=not self.started_with_trigger and self.app.tree is not None)
        self.app.running = run
        return run

    def _run(self, run: ScriptRun) -> Ending:
        if not self.carry:
            self.app.state.rest(self._triggers())
            self.app.state.begin_interaction()
            changed = self._apply()
            ending = self._run_callbacks(run, changed) if self.fault is None else self._fail(run, self.fault)
            if ending == "rerun":  # its body is never started; a fresh run takes its place
                self.app.state.rest(self._triggers())
                run = self._new_run()
            elif ending is not None:
                return self._end(run, ending)
        return self._end(run, self._run_script(run))

    # -- values --------------------------------------------------------------------------------------------

    def _apply(self) -> list[Registration]:
        """Store what the browser sent; return the controls that changed, in page order."""
        return [r for r in self.app.controls() if self._receive(r)]

    def _receive(self, registration: Registration) -> bool:
        element_id = registration.id
        if registration.control.trigger:
            return self._fire(registration)
        sent = element_id in self.interaction.values
        if not sent and not self._resends(registration):
            return False
        wire = self.interaction.values[element_id] if sent else self.app.browser[element_id]
        if registration.disabled:
            return self._refuse(registration, "it is disabled") if sent else False
        value = self._decoded(registration, wire)
        if value is MISSING:
            return False
        if registration.bound and self.app.kernel.resends:
            follow_browser(self.app.params, registration, value)
        return self.app.state.receive(element_id, value)

    def _decoded(self, registration: Registration, wire: Any) -> Any:
        """Return the value of what the browser sent; MISSING for what it cannot send, which is refused."""
        try:
            return registration.control.decode(wire)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            self._refuse(registration, f"{brief(wire)} cannot come from it: {error}")
            return MISSING
        except StreamlitAPIException as error:
            self.fault = error
            return copied(registration.control.default)

    def _fire(self, registration: Registration) -> bool:
        if registration.id not in self.interaction.triggers:
            return False
        if registration.disabled:
            return self._refuse(registration, "it is disabled")
        value = self._decoded(registration, self.interaction.triggers[registration.id])
        if value is MISSING:
            return False
        self.app.state.receive(registration.id, value)
        self._name_cause(registration)
        return True

    def _resends(self, registration: Registration) -> bool:
        """Whether a browser would send an untouched control again with a value that is not the stored one."""
        sent = self.app.browser.get(registration.id, MISSING)
        if sent is MISSING or not self.app.kernel.resends or registration.id in self.app.forms.held():
            return False
        value = self.app.state.widget_value(registration.id, registration.key)
        return value is MISSING or registration.comes_back_otherwise(value)

    def _refuse(self, registration: Registration, why: str) -> bool:
        self.app.screen.distrust(registration.id)  # the next flush puts it right
        self.record.refused.append(f"the input of st.{registration.kind} {registration.label!r}: {why}")
        return False

    def _name_cause(self, registration: Registration) -> None:
        verb = "was clicked" if registration.control.trigger else "changed"
        self.record.cause = f"st.{registration.kind} {registration.label!r} {verb}"

    def _fail(self, run: ScriptRun, fault: StreamlitAPIException) -> Ending:
        """Show what is wrong with a value that was sent, in place of the script."""
        run.draw_at("callbacks")
        with run.active():
            self._show_error(run, fault)
        return "error"

    # -- callbacks -----------------------------------------------------------------------------------------

    def _run_callbacks(self, run: ScriptRun, changed: list[Registration]) -> Ending | None:
        """Run the callbacks of changed controls; return how the run ends if the script must not start."""
        for registration in changed:
            if not (registration.control.trigger or self.started_with_trigger):
                self._name_cause(registration)
        called = [r for r in changed if r.callback is not None]
        if not called or self.app.body is None:
            return None
        run.draw_at("callbacks")
        rerun = False
        with run.active(), self.app.body.callbacks():
            for registration in called:
                ending = self._guard(run, lambda r=registration: self._call(r))  # type: ignore[misc]
                if ending == "rerun":
                    rerun = True
                elif ending != "completed":
                    return ending
            run.take_output()
        run.draw_at("main")
        return "rerun" if rerun else None

    def _call(self, registration: Registration) -> None:
        if (callback := registration.callback) is None:
            return
        if name := callable_name(callback):  # a widget of the script's own may have no handler
            self._record_call(registration, callback, name)
        callback(*registration.args, **registration.kwargs)

    def _record_call(self, registration: Registration, callback: Callable[..., Any], name: str) -> None:
        code = getattr(callback, "__code__", None)
        arguments = [brief(a) for a in registration.args]
        arguments += [f"{name}={brief(value)}" for name, value in registration.kwargs.items()]
        self.record.callbacks.append(
            CallbackCall(
                name,
                ", ".join(arguments),
                f"st.{registration.kind} {registration.label!r}",
                getattr(code, "co_firstlineno", None),
            )
        )

    # -- the script ----------------------------------------------------------------------------------------

    def _run_script(self, run: ScriptRun) -> Ending:
        body = self.app.body
        if body is None:
            return "completed"
        self.app.state.begin_run()
        with run.active():
            return self._guard(run, body.run)

    def _guard(self, run: ScriptRun, code: Callable[[], Any]) -> Ending:
        """Run user code; turn whatever it raises into how the run ends."""
        try:
            code()
        except (StopException, SystemExit):
            return "stopped"
        except RerunException:
            return "rerun"
        except AbortException:
            return "aborted"
        except KeyboardInterrupt as interrupt:
            self._show_error(run, interrupt)
            return "interrupted"
        except Exception as error:  # noqa: BLE001 - whatever the script raises is shown in its app
            self._show_error(run, error)
            return "error"
        return "completed"

    def _show_error(self, run: ScriptRun, error: BaseException) -> None:
        run.abortable = False
        run.take_output()
        line = user_line(error, self.app.filename)
        self.record.error = f"{type(error).__name__}: {error}" + (f" (line {line})" if line else "")
        place = run.here()
        place.emit(exception_element(error, self.app.filename))
        hint = self.app.body.hint(error) if self.app.body and isinstance(error, Exception) else None
        if hint:
            place.note(hint)

    # -- the end -------------------------------------------------------------------------------------------

    def _end(self, run: ScriptRun, ending: Ending) -> Ending:
        app = self.app
        run.abortable = False
        run.unwind()
        with run.active():
            app.output.finish(run.shown)
            run.take_output()
        completed = ending == "completed"
        app.drawn_keys = (
            run.drawn_keys if completed or not app.drawn_keys else {**app.drawn_keys, **run.drawn_keys}
        )
        triggers = self._triggers() if ending in ("completed", "rerun") else []
        gone = self._retire(run) if completed else []
        drop_unbound(app.params, app.registrations)
        kept = {i: key for i in gone if (key := app.retired.get(i)) is not None}
        app.state.end_run(triggers, gone, kept)
        if ending != "rerun":
            app.state.forget_past(self._renewed())
        app.forms.retain(set(app.registrations))
        app.running = None
        if ending != "aborted":
            app.calls.end_run()
        if ending == "rerun":
            app.rerun_soon()
            app.flush_if_due(run)
        elif ending == "aborted":
            app.flush(run, final=False)
        else:
            self.record.elements_changed = app.flush(run, final=True)
        app.adopter.end_run(completed=completed)
        run.release()
        return ending

    def _retire(self, run: ScriptRun) -> list[str]:
        """Return the controls this run did not draw; those with a key are remembered, for it may be assigned."""
        known, retired = self.app.registrations, self.app.retired
        for element_id in [i for i in retired if i in run.drawn]:
            del retired[element_id]
        gone = [i for i in known if i not in run.drawn]
        for element_id in gone:
            registration = known.pop(element_id)
            if registration.key is not None:
                retired[element_id] = registration.key if registration.keep else None
        return [*gone, *(i for i in retired if i not in gone)]

    def _triggers(self) -> list[tuple[str, Any]]:
        return [(r.id, r.control.at_rest) for r in self.app.registrations.values() if r.control.trigger]

    def _renewed(self) -> list[str]:
        """Return the controls that were sent something as large as a file."""
        known = self.app.registrations
        return [i for i in self.interaction.values if i in known and known[i].control.renewed]

    def _sensitive(self) -> set[str]:
        known = self.app.registrations.values()
        return {r.key for r in known if r.key is not None and r.control.sensitive}
