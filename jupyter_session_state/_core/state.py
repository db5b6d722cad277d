"""Session state: one slot for each key, with a layer for the program and one for its widget.

The rules are Streamlit's (``streamlit/runtime/state``), told with two tables instead of four look-ups:

- a `Slot` for each user key holds what the *program* assigned: `fresh` in the run that is going on (or since the
  last one), `user` once a later interaction began. It also knows the element id that last drew its key.
- a `Cell` for each element id holds what the *widget* has: `new` in this run, `old` before it.

The first value present wins: ``fresh, new, old, user``. Two apps that draw one key share one cell.

The tables themselves are in `layers`. There is no ambient context: a run is between `begin_run` and `end_run`, an
interaction starts with `begin_interaction`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import messages
from jupyter_session_state._core.layers import Layers
from jupyter_session_state._core.slots import MISSING, NO_CELL, NO_SLOT, Cell, Drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class SessionState(Layers):
    """The values that live between runs. Keys are plain ``str``; the mapping users see is a proxy of this."""

    __slots__ = ()

    # -- the mapping ---------------------------------------------------------------------------------------

    def set(self, key: str, value: Any, *, line: int | None = None) -> None:
        """Assign `key`.

        Raises
        ------
        StreamlitWidgetAlreadyInstantiatedError
            If its widget, or a form of that key, was drawn in this run.
        """
        slot = self._slots.get(key, NO_SLOT)
        drawn = self._drawn_forms.get(key) or self._drawn.get(slot.id or "")
        if drawn is not None:
            raise messages.already_instantiated(key, drawn.what, drawn.label, drawn.line, line)
        self.put(key, value)
        self.writers.wrote(key, line)

    def forget_value(self, key: str) -> None:
        """Forget what `key` has from earlier runs; what was assigned in this one stays."""
        slot = self._slots.get(key)
        if slot is not None and slot.id is not None:
            slot.user = MISSING
            self._cells.drop_all(slot.id)
            self._drop_empty((slot.id,))

    # -- widgets -------------------------------------------------------------------------------------------

    def receive(self, element_id: str, value: Any) -> bool:
        """Take a value from the browser; return whether it differs from what was stored."""
        cell = self._cells.of(element_id)
        cell.new = value
        changed = bool(value != (None if cell.old is MISSING else cell.old))  # None over nothing is no change
        cell.touched |= changed
        return changed

    def register(
        self,
        element_id: str,
        key: str | None,
        drawn: Drawn,
        shared: str | None = None,
        at_rest: Any = MISSING,
    ) -> None:
        """Say that a control is drawn now; `shared` is another app's id for its key, `at_rest` a trigger's value."""
        if shared is not None and element_id not in self._cells:
            self._cells.share(element_id, shared)
        if key is not None:
            slot = self._slot(key)
            slot.draw(element_id)
            slot.apart |= at_rest is not MISSING
        if at_rest is not MISSING:
            self._cells.setdefault(element_id, Cell(old=at_rest, ids={element_id}))
        self.register_again(element_id, drawn)

    def register_again(self, element_id: str, drawn: Drawn) -> None:
        """Say that a control is drawn now, as before."""
        self._drawn[element_id] = drawn

    def register_form(self, key: str, drawn: Drawn) -> None:
        """Say that a form is drawn now."""
        self._drawn_forms[key] = drawn

    def drawn_form(self, key: str) -> Drawn | None:
        """Where a form of this key was drawn in this run."""
        return self._drawn_forms.get(key)

    def discard_input(self, element_id: str) -> bool:
        """Drop what the browser sent for a disabled control, the value before counts; return whether it sent any."""
        cell = self._cells.get(element_id, NO_CELL)
        sent, cell.new = cell.new, MISSING
        return sent is not MISSING

    def widget_value(self, element_id: str, key: str | None) -> Any:
        """Return what a registered control shows, or MISSING."""
        return self._cells.get(element_id, NO_CELL).value if key is None else self.get(key)

    def own_value(self, element_id: str, key: str | None) -> Any:
        """Return what a control has of its own, if that is what it shows; else MISSING."""
        if key is not None:
            slot = self._slots.get(key, NO_SLOT)
            if slot.id != element_id or slot.fresh is not MISSING:
                return MISSING
        cell = self._cells.get(element_id, NO_CELL)
        return cell.old if cell.new is MISSING else cell.new

    def shown_by(self, key: str) -> str | None:
        """Return the id of the control that has `key`, drawn now or last; None if `key` is the program's alone."""
        return self._slots.get(key, NO_SLOT).id

    def change_of(self, element_id: str) -> tuple[Any, Any]:
        """Return what a control had before this interaction and what it has now, each of which may be MISSING."""
        cell = self._cells.get(element_id, NO_CELL)
        return cell.old, cell.value

    def set_default(self, element_id: str, value: Any) -> None:
        """Give a control its first value."""
        cell = self._cells.of(element_id)
        cell.new, cell.touched = value, False

    def correct(self, element_id: str, value: Any) -> None:
        """Give a control another value because its own does not fit any more: nobody touched it by that."""
        self._cells.of(element_id).new = value

    def touched(self, element_id: str) -> bool:
        """Whether the user or the program gave the control another value than its default."""
        return self._cells.get(element_id, NO_CELL).touched

    def assigned(self, key: str) -> bool:
        """Whether the program assigned `key` in this run."""
        return self._slots.get(key, NO_SLOT).fresh is not MISSING

    def was_assigned(self, key: str) -> bool:
        """Whether `key` has a value of the program's from an earlier interaction, or one that was kept."""
        return self._slots.get(key, NO_SLOT).user is not MISSING

    def was_ever_assigned(self, key: str) -> bool:
        """Whether `key` has a value of the program's, of this interaction or of an earlier one."""
        return self._slots.get(key, NO_SLOT).is_programs

    def was_held(self, element_id: str) -> bool:
        """Whether the control had a value before this interaction."""
        return self._cells.get(element_id, NO_CELL).old is not MISSING

    def is_held(self, element_id: str) -> bool:
        """Whether the control got a value in this interaction, from the browser or as its default."""
        return self._cells.get(element_id, NO_CELL).new is not MISSING

    def refuses(self, key: str) -> bool:
        """Whether `key` holds a program's value that a read-only widget must refuse; from now on it stays one."""
        slot = self._slots.get(key)
        if slot is None or not slot.is_programs:
            return False
        slot.apart = True
        return True

    # -- the life of runs ----------------------------------------------------------------------------------

    def begin_interaction(self) -> None:
        """Settle what was assigned since the last interaction: under its widget if the key has one."""
        cells = self._cells
        for slot in self._slots.values():
            cell = cells.get(slot.id, NO_CELL)
            if slot.fresh is not MISSING or cell.new is not MISSING or cell.old is MISSING:
                cells.settle_slot(slot)
        cells.settle()

    def begin_run(self) -> None:
        """Start a run: nothing is drawn yet."""
        self._drawn.clear()
        self._drawn_forms.clear()

    def end_run(
        self, triggers: Iterable[tuple[str, Any]], gone: Iterable[str], kept: Mapping[str, str] | None = None
    ) -> None:
        """End a run: put its triggers back to rest, drop the widgets it no longer draws.

        Parameters
        ----------
        triggers
            Element ids of the app's triggers, with the value they have at rest.
        gone
            Element ids the app knew and this run, if it was completed, did not draw.
        kept
            The keys of those whose value stays, as if the program had assigned it.
        """
        for element_id, key in (kept or {}).items():
            self._keep(element_id, key)
        self.begin_run()
        self.rest(triggers)
        gone = set(gone)
        for element_id in gone:
            self._drop_cell(element_id)
        self._drop_empty(gone)

    def _keep(self, element_id: str, key: str) -> None:
        """Keep what a widget had before this interaction, under its key and in the widget that has the key now."""
        if not self.was_held(element_id):
            return
        slot = self._slot(key)
        slot.user = self._cells[element_id].value if slot.fresh is MISSING else slot.fresh
        slot.fresh = MISSING
        if slot.id in self._drawn:
            self.receive(slot.id, slot.user)

    def forget_past(self, element_ids: Iterable[str]) -> None:
        """Forget what controls had before their new values; once a run is over, only new ones count."""
        self._cells.forget_past(element_ids)

    def rest(self, triggers: Iterable[tuple[str, Any]]) -> None:
        """Put triggers back to their value at rest."""
        self._cells.rest(triggers)
