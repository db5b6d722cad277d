"""Putting an app's state back to how it was: keys, controls without one, page and address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.delta import Delta, Step
from jupyter_session_state._core.kept import NotKeptError, Unkept, fresh, keep
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.wishes import Turn

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.registration import Registration


class PuttingBack:
    """One way back or forth, while it is gone.

    Parameters
    ----------
    app
        The app.
    way
        What differs between the present and where it leads.

    Attributes
    ----------
    keys
        The keys it is about.
    left
        What could not be put back, and why, in words.
    notes
        What of it the page is to tell.
    lost
        By how much the state is not that to which the way led.
    """

    def __init__(self, app: App, way: Delta) -> None:
        self._app = app
        self._way = way
        self.keys = set(way.keys)
        self.left: list[str] = []
        self.notes: list[str] = []
        self.lost = Delta()

    def do(self) -> None:
        """Give everything what it had at the end of the way."""
        app, way = self._app, self._way
        if way.page[0] != way.page[1]:
            app.turn(Turn(way.page[1], by_hand=True))
        if way.address[0] != way.address[1]:
            app.params.navigate(way.address[1])
        for key, step in way.keys.items():
            self._put_key_back(key, step)
        for element_id, step in way.own.items():
            self._give_back(element_id, step)
        for key, value in way.unfollowed.items():
            if key in app.state:
                self.lost.unfollowed[key] = value
                self._tell(f"{key!r} {value.why}, so it may differ", is_data=value.is_data)

    def _tell(self, text: str, *, is_data: bool = True) -> None:
        self.left.append(text)
        if is_data:
            self.notes.append(text)

    def _put_key_back(self, key: str, step: Step) -> None:
        app = self._app
        owners = app.kernel.drawing(app, key)
        if any(registration.control.trigger for _, registration in owners):
            return  # what it has between clicks is no past
        if step.after is MISSING:
            if key in app.state:
                app.state.delete(key)
        else:
            try:
                value = fresh(step.after)
            except NotKeptError as error:
                self.lost.keys[key] = _lost(error, app.state.get(key))
                self._tell(f"{key!r} {error}")
                return
            self._give_key(key, value, step, owners)
        for owner, registration in owners:
            owner.show_anew(registration.id)

    def _give_key(self, key: str, value: Any, step: Step, owners: list[tuple[App, Registration]]) -> None:
        app = self._app
        drawn = next((registration.id for _, registration in owners), None)
        awaited = app.state.put_back(key, value, programs=step.is_programs, drawn=drawn)
        if awaited is not None:
            app.drawn.expect_back(awaited, key)
        app.state.writers.wrote_as("restore", key)

    def _give_back(self, element_id: str, step: Step) -> None:
        app = self._app
        registration = app.registrations.get(element_id)
        try:
            value = step.after if step.after is MISSING else fresh(step.after)
        except NotKeptError as error:
            self.lost.own[element_id] = _lost(error, app.state.widget_value(element_id, None))
            name = "an input that is gone" if registration is None else registration.named
            self._tell(f"{name} {error}")
            return
        app.state.give(element_id, value)
        if registration is not None:
            app.show_anew(element_id)
        else:
            app.drawn.expect_back(element_id, None)


def _lost(error: NotKeptError, present: Any) -> Step:
    return Step(Unkept(str(error), is_data=error.is_data), MISSING if present is MISSING else keep(present))
