"""What the browser sent, checked against what is on the page and stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.bindings import follow_browser
from jupyter_session_state._core.copies import copied
from jupyter_session_state._core.kept import SECRET, Unkept, keep
from jupyter_session_state._core.record import Input, Record, brief
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.interactions import Interaction
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.writers import By

LONGEST = 300
"""Letters of a reason why something is refused: it may quote what was sent, which may be as long as it likes."""


class Arrivals:
    """The values and clicks of one interaction.

    Parameters
    ----------
    app
        The app they are for.
    interaction
        What the browser sent.
    record
        Where to write down what changed, and what was refused.
    by_hand
        Whether somebody gives keys their values by hand, and the record says already why it came about.
    """

    def __init__(self, app: App, interaction: Interaction, record: Record, *, by_hand: bool = False) -> None:
        self._app = app
        self._interaction = interaction
        self._record = record
        self._by_hand = by_hand
        self._sent = interaction.values.keys() | interaction.triggers.keys()
        self.fault: StreamlitAPIException | None = None  # of a value that was sent

    def assign(self) -> None:
        """Give keys the values that somebody gives them by hand, where no widget has them."""
        state = self._app.state
        for key, value in self._interaction.assigned.items():
            self._record.assigned[key] = keep(value)
            if value is not MISSING:
                state.put(key, value)
                state.writers.wrote_as("inspector", key)
            elif key in state:
                state.delete(key)

    def apply(self) -> list[Registration]:
        """Store what the browser sent; return the controls that changed, in page order."""
        app, own_value = self._app, self._app.state.own_value
        # There may be something new from these; from most of a thousand there is not.
        heard = {
            i: r
            for i, r in app.registrations.items()
            if r.restless or i in self._sent or own_value(i, r.key) is MISSING
        }
        changed = [r for r in app.drawn.on_page(app.screen.elements(), heard) if self._receive(r)]
        for registration in changed:
            self._note(registration)
        for registration in changed:
            if not registration.control.trigger and not self._interaction.triggers:
                self._name_cause(registration)
        return changed

    def _note(self, registration: Registration) -> None:
        """Write down what the user did, so that it can be done again; not what is secret, or as large as files."""
        control, state, key = registration.control, self._app.state, registration.key
        if key is not None:
            by: By = "inspector" if self._by_hand else "widget"
            state.writers.wrote_as(by, key, registration.label)
        if registration.id not in self._sent:
            return
        value = SECRET if control.sensitive else keep(state.widget_value(registration.id, key))
        sent = self._interaction.triggers if control.trigger else self._interaction.values
        wire = sent[registration.id]
        wire = MISSING if control.renewed or isinstance(value, Unkept) else wire
        told = (registration.id, registration.kind, key, registration.label, wire, value, control.trigger)
        self._record.inputs.append(Input(*told, registration.form))

    def _receive(self, registration: Registration) -> bool:
        element_id = registration.id
        if registration.control.trigger:
            return self._fire(registration)
        values = self._interaction.values
        sent = element_id in values
        if not sent and not self._resends(registration):
            return False
        wire = values[element_id] if sent else self._app.browser[element_id]
        if registration.disabled:
            return sent and self._take_shown(registration, wire)
        value = self._decoded(registration, wire)
        if value is MISSING:
            return False
        if registration.bound and self._app.kernel.resends:
            follow_browser(self._app.params, registration, value)
        return self._app.state.receive(element_id, value)

    def _take_shown(self, registration: Registration, wire: Any) -> bool:
        """Take what a disabled control says it shows, in the form it comes back; nobody can have edited it."""
        value = self._decoded(registration, wire)
        held = self._app.state.widget_value(registration.id, registration.key)
        drawn, drawn_wire = registration.drawn
        is_shown = held is not MISSING and (value == held or (held is drawn and wire == drawn_wire))
        if value is MISSING or not is_shown:
            return self._refuse(registration, "it is disabled")
        self._app.state.receive(registration.id, value)
        return False

    def _decoded(self, registration: Registration, wire: Any) -> Any:
        """Return the value of what the browser sent; MISSING for what it cannot send, which is refused."""
        try:
            return registration.control.decode(wire)
        except StreamlitAPIException as error:
            self.fault = error
            return copied(registration.control.default)
        except Exception as error:  # noqa: BLE001 - of lists in lists without end, even a message may fail
            why = f"{brief(wire)} cannot come from it: {str(error)[:LONGEST]}"
            self._refuse(registration, "that cannot come from it" if registration.control.sensitive else why)
            return MISSING

    def _fire(self, registration: Registration) -> bool:
        triggers = self._interaction.triggers
        if registration.id not in triggers:
            return False
        if registration.disabled:
            return self._refuse(registration, "it is disabled")
        value = self._decoded(registration, triggers[registration.id])
        if value is MISSING:
            return False
        self._app.state.receive(registration.id, value)
        self._name_cause(registration)
        return True

    def _resends(self, registration: Registration) -> bool:
        """Whether a browser would send an untouched control again with a value that is not the stored one."""
        app = self._app
        if not app.kernel.resends or app.browser.get(registration.id, MISSING) is MISSING:
            return False
        if registration.id in app.forms.held():
            return False
        value = app.state.widget_value(registration.id, registration.key)
        return value is MISSING or registration.comes_back_otherwise(value)

    def _refuse(self, registration: Registration, why: str) -> bool:
        self._app.screen.distrust(registration.id)  # the next flush puts it right
        self._record.refused.append(f"the input of st.{registration.kind} {registration.label!r}: {why}")
        return False

    def _name_cause(self, registration: Registration) -> None:
        if self._by_hand:
            return
        verb = "was clicked" if registration.control.trigger else "changed"
        verb = "was closed" if registration.kind == "dialog" else verb
        self._record.cause = f"st.{registration.kind} {registration.label!r} {verb}"
