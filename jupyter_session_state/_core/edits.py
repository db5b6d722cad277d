"""Values that somebody gives keys by hand: by the rules of the widget that has the key, else as a program's."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import shown_alike
from jupyter_session_state._core.identity import INTERNAL_PREFIX, valid_key
from jupyter_session_state._core.interactions import Interaction
from jupyter_session_state._core.record import Record, brief
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.wishes import Wish
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.registration import Registration

LONGEST = 300
"""Letters of a reason why a value is refused."""


@dataclass(frozen=True, slots=True)
class Edit:
    """To give a key a value, MISSING to delete it; its widget's callback is called, and the app runs."""

    key: str
    value: Any

    def do(self, app: App) -> Record:
        """Do it; what is refused by now is told in a record of nothing."""
        why_not = check_edit(app, self.key, self.value)
        if why_not:
            return Record(app.history.cursor, why_not, at=app.scheduler.epoch(), refused=[why_not])
        verb = "was deleted" if self.value is MISSING else "was given a value"
        wish = Wish(f"{self.key!r} {verb} by hand", whole=True, by_hand=True)
        owner, registration = owner_of(app, self.key)
        if registration is None or self.value is MISSING:
            for other, drawn in app.kernel.drawing(app, self.key):
                other.show_anew(drawn.id)
            return app.settle(Interaction(assigned={self.key: self.value}), wish)
        owner.forms.discard(registration.id)
        wire = wire_of(registration, self.value)
        record = owner.settle(Interaction({registration.id: wire}, asking=(registration.id,)), wish)
        if owner is not app:
            app.ask(wish.cause)
        return record


def owner_of(app: App, key: str) -> tuple[App, Registration | None]:
    """Return the control that has a key now, and its app, this one rather than others that share the state."""
    return next(iter(app.kernel.drawing(app, key)), (app, None))


def why_not_editable(app: App, key: str) -> str:
    """Return why nobody can give a key a value by hand; empty if one can."""
    if key.startswith(INTERNAL_PREFIX):
        return f"{key!r} is a name of this package's own."
    _, registration = owner_of(app, key)
    if registration is None:
        return ""
    what = registration.named
    if registration.control.trigger:
        return f"{key!r} belongs to {what}: it is true for the run after a click, and has no value to edit."
    if registration.control.read_only:
        return f"{key!r} belongs to {what}: only its user gives it a value."
    return f"{key!r} belongs to {what}, which is disabled." if registration.disabled else ""


def check_edit(app: App, key: str, value: Any) -> str:
    """Return why a key cannot be given a value by hand; empty if it can.

    Parameters
    ----------
    app, key
        The app, and the key.
    value
        The value; MISSING for deleting the key.
    """
    if value is MISSING:
        return _check_delete(app, key)
    try:
        valid_key(key)
    except StreamlitAPIException as error:
        return str(error)
    why_not = why_not_editable(app, key)
    _, registration = owner_of(app, key)
    if why_not or registration is None:
        return why_not
    try:
        wire_of(registration, value)
    except (StreamlitAPIException, ValueError) as error:
        return f"{key!r} cannot have that value: {str(error)[:LONGEST]}"
    except Exception:  # noqa: BLE001 - of a value of another type, controls say something in their own way
        return f"{key!r} cannot have that value: {brief(value)} is nothing that {registration.what} holds."
    return ""


def _check_delete(app: App, key: str) -> str:
    if key not in app.state:
        return f"There is no key {key!r}."
    _, registration = owner_of(app, key)
    if registration is not None and registration.control.trigger:
        return why_not_editable(app, key)
    return ""


def wire_of(registration: Registration, value: Any) -> Any:
    """Return the form in which a browser would send a value: one given as the program has it, or as it travels.

    JSON has neither tuples nor dates, so a list may stand for a tuple, and a text for what travels as one.

    Raises
    ------
    Exception
        Whatever the control raises for what it cannot have.
    """
    try:
        return _as_program(registration, value)
    except Exception:
        for wire in (value, [value]):
            with suppress(Exception):  # of all that is wrong with it, the first thing is told
                return _as_browser(registration, wire)
        raise


def _as_program(registration: Registration, value: Any) -> Any:
    control = registration.control
    value = tuple(value) if isinstance(value, list) and isinstance(control.default, tuple) else value
    admitted = control.admit(value)
    wire = control.encode(admitted)
    found = control.decode(wire)
    if not bool(found == admitted):
        raise _would_make(registration, found)
    return _as_browser(registration, wire)


def _as_browser(registration: Registration, wire: Any) -> Any:
    control = registration.control
    found = control.check(control.decode(wire))
    if not shown_alike(control.encode(found), wire):
        raise _would_make(registration, found)
    return wire


def _would_make(registration: Registration, value: Any) -> ValueError:
    return ValueError(f"{registration.named} would make {brief(value)} of it.")
