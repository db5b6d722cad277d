"""Session state: one slot for each key, with a layer for the program and one for its widget.

The rules are Streamlit's (``streamlit/runtime/state``), told with two tables instead of four look-ups:

- a `Slot` for each user key holds what the *program* assigned: `fresh` in the run that is going on (or since the
  last one), `user` once a later interaction began. It also knows the element id that last drew its key.
- a `Cell` for each element id holds what the *widget* has: `new` in this run, `old` before it.

The first value present wins: ``fresh, new, old, user``. Two apps that draw one key share one cell.

There is no ambient context: a run is between `begin_run` and `end_run`, an interaction starts with
`begin_interaction`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import messages
from jupyter_session_state._core.identity import INTERNAL_PREFIX
from jupyter_session_state._core.slots import MISSING, NO_CELL, NO_SLOT, Cell, Cells, Drawn, Slot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


class SessionState:
    """The values that live between runs. Keys are plain ``str``; the mapping users see is a proxy of this."""

    __slots__ = ("_cells", "_dormant", "_drawn", "_drawn_forms", "_slots")

    def __init__(self) -> None:
        self._slots: dict[str, Slot] = {}
        self._cells = Cells()
        self._dormant: dict[str, str] = {}  # keys without any value remember the id that drew them last
        self._drawn: dict[str, Drawn] = {}  # by element id, this run
        self._drawn_forms: dict[str, Drawn] = {}  # by form key, this run

    # -- the mapping ---------------------------------------------------------------------------------------

    def get(self, key: str) -> Any:
        """Return the value of `key`, or MISSING."""
        slot = self._slots.get(key)
        return MISSING if slot is None else self._cells.value_of(slot)

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

    def put(self, key: str, value: Any) -> None:
        """Assign `key` without asking, or take that back with MISSING: for resets by the widget itself."""
        self._slot(key).fresh = value

    def delete(self, key: str) -> None:
        """Forget `key`, what its widget has, and which widget that was.

        Raises
        ------
        KeyError
            If it is not there.
        """
        slot = self._slots.get(key)
        if slot is None or self._cells.value_of(slot) is MISSING:
            raise KeyError(messages.missing_key(key))
        del self._slots[key]
        if slot.id is not None:
            self._cells.drop_all(slot.id)

    def forget_value(self, key: str) -> None:
        """Forget what `key` has from earlier runs; what was assigned in this one stays."""
        slot = self._slots.get(key)
        if slot is not None and slot.id is not None:
            slot.user = MISSING
            self._cells.drop_all(slot.id)
            self._drop_empty((slot.id,))

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not MISSING

    def keys(self) -> Iterator[str]:
        """Visible keys, in the order in which they appeared."""
        return iter(self.snapshot())

    def snapshot(self) -> dict[str, Any]:
        """The visible entries as a new dict of the stored objects."""
        found = {
            key: self._cells.value_of(slot) for key, slot in list(self._slots.items()) if not slot.hidden
        }
        return {key: value for key, value in found.items() if value is not MISSING}

    def clear(self) -> None:
        """Forget everything, keyless widgets included."""
        self._slots.clear()
        self._cells.clear()
        self._dormant.clear()

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
        slot = self._slots.get(key or "", NO_SLOT)
        if key is not None and (slot.id != element_id or slot.fresh is not MISSING):
            return MISSING
        return self._cells.get(element_id, NO_CELL).value

    def shown_by(self, key: str) -> str | None:
        """Return the id of the control that has `key`, drawn now or last; None if `key` is the program's alone."""
        return self._slots.get(key, NO_SLOT).id

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
        for slot in self._slots.values():
            if slot.fresh is not MISSING or not self._cells.get(slot.id, NO_CELL).is_settled:
                self._cells.settle_slot(slot)
        self._cells.settle()

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

    def _slot(self, key: str) -> Slot:
        slot = self._slots.get(key)
        if slot is None:
            hidden = key.startswith(INTERNAL_PREFIX)
            slot = self._slots[key] = Slot(id=self._dormant.pop(key, None), hidden=hidden)
        return slot

    def _drop_cell(self, element_id: str) -> None:
        if (heir := self._cells.drop(element_id)) is not None:
            for slot in self._slots.values():
                if slot.id == element_id:
                    slot.id = heir

    def _drop_empty(self, ids: Collection[str]) -> None:
        """Forget keys that only had what these widgets had, but not which widget that was."""
        for key, slot in list(self._slots.items()):
            if slot.id is not None and slot.id in ids and not slot.is_programs:
                del self._slots[key]
                self._dormant[key] = slot.id
