"""The two tables of a session state, and what concerns both: see `state` for the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.identity import INTERNAL_PREFIX
from jupyter_session_state._core.sentence import missing_key
from jupyter_session_state._core.slots import MISSING, NO_CELL, Cells, Drawn, Slot
from jupyter_session_state._core.writers import Writers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator


class Layers:
    """The values by key and by widget, without the life of runs.

    Attributes
    ----------
    writers
        Who wrote each key.
    secrets
        Keys and element ids whose values must not be told or kept anywhere else, ever since one of these is drawn.
    """

    __slots__ = ("_cells", "_dormant", "_drawn", "_drawn_forms", "_readers", "_slots", "secrets", "writers")

    def __init__(self) -> None:
        self._slots: dict[str, Slot] = {}
        self._cells = Cells()
        self._dormant: dict[str, str] = {}  # keys without any value remember the id that drew them last
        self._drawn: dict[str, Drawn] = {}  # by element id, this run
        self._drawn_forms: dict[str, Drawn] = {}  # by form key, this run
        self._readers: dict[str, Callable[[Any], Any]] = {}  # what is seen of keys is made by these
        self.writers = Writers()
        self.secrets: set[str] = set()

    # -- the mapping ---------------------------------------------------------------------------------------

    def get(self, key: str) -> Any:
        """Return the value of `key`, or MISSING."""
        slot = self._slots.get(key)
        return MISSING if slot is None else self._cells.value_of(slot)

    def seen(self, key: str) -> Any:
        """Return what users see of `key`, or MISSING: its value, or what its widget makes of that."""
        value = self.get(key)
        reader = self._readers.get(key)
        return value if reader is None or value is MISSING else reader(value)

    def all_seen(self) -> dict[str, Any]:
        """What users see of the visible entries, as a new dict."""
        found = self.snapshot()
        found.update((key, self.seen(key)) for key in self._readers.keys() & found.keys())
        return found

    def present(self, key: str, reader: Callable[[Any], Any] | None) -> None:
        """From now on show users of `key` what `reader` makes of its value; None for the value itself."""
        if reader is not None:
            self._readers[key] = reader
        elif self._readers:
            self._readers.pop(key, None)

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
            raise KeyError(missing_key(key))
        del self._slots[key]
        self.present(key, None)
        if slot.id is not None:
            self._cells.drop_all(slot.id)

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not MISSING

    def keys(self) -> Iterator[str]:
        """Visible keys, in the order in which they appeared."""
        return iter(self.snapshot())

    def snapshot(self) -> dict[str, Any]:
        """The visible entries as a new dict of the stored objects."""
        cells, found = self._cells, dict[str, Any]()
        for key, slot in tuple(self._slots.items()):  # twice in every run, so without a call for each
            value = slot.fresh
            if value is MISSING:
                cell = cells.get(slot.id, NO_CELL)
                value = cell.old if cell.new is MISSING else cell.new
            if value is MISSING:
                value = slot.user
            if value is not MISSING and not slot.hidden:
                found[key] = value
        return found

    def clear(self) -> None:
        """Forget everything, keyless widgets included."""
        self._slots.clear()
        self._readers.clear()
        self._cells.clear()
        self._dormant.clear()

    # -- putting back --------------------------------------------------------------------------------------

    def held_by(self, element_ids: Iterable[str]) -> dict[str, Any]:
        """Return what these widgets have, by element id."""
        cells, found = self._cells, dict[str, Any]()
        for element_id in element_ids:
            cell = cells.get(element_id, NO_CELL)
            value = cell.old if cell.new is MISSING else cell.new
            if value is not MISSING:
                found[element_id] = value
        return found

    def programs(self) -> frozenset[str]:
        """Return the keys that the program gave a value, rather than their widgets alone."""
        slots = tuple(self._slots.items())
        return frozenset([k for k, s in slots if s.user is not MISSING or s.fresh is not MISSING])

    def put_back(self, key: str, value: Any, *, programs: bool, drawn: str | None) -> str | None:
        """Give `key` a value it had once, which is no assignment.

        Parameters
        ----------
        key, value
            The key and its value.
        programs
            Whether the program had given it.
        drawn
            The id of the control that has the key now; None if there is none.

        Returns
        -------
        str or None
            The id of the control that had it, if it is not drawn now: if the next run does not draw it, it goes.
        """
        slot = self._slot(key)
        slot.fresh, slot.user = MISSING, value if programs else MISSING
        element_id = drawn or (None if programs else slot.id)
        if element_id is None:
            slot.user = value
            self._cells.drop_all(slot.id or "")
            return None
        slot.draw(element_id)
        self.give(element_id, value)
        return None if drawn else element_id

    def give(self, element_id: str, value: Any) -> None:
        """Let a widget have a value as of before this interaction; MISSING takes it what it has."""
        if value is MISSING:
            self._cells.drop_all(element_id)
        else:
            cell = self._cells.of(element_id)
            cell.old, cell.new = value, MISSING

    # -- for both tables -----------------------------------------------------------------------------------

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
