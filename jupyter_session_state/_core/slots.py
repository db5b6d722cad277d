"""Where session state keeps its values: a slot for each key, a cell for each widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Missing:
    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final[Any] = _Missing()


@dataclass(slots=True)
class Slot:
    """What the program said about one key."""

    fresh: Any = MISSING
    user: Any = MISSING
    id: str | None = None
    apart: bool = False  # the program's value never becomes its widget's: a button's, a chat input's
    hidden: bool = False  # left out when the keys are told
    earlier: frozenset[str] = frozenset()  # other ids that drew the key, of which some may still have a value

    def draw(self, element_id: str) -> None:
        """Belong to the widget that draws the key now."""
        if self.id is not None and self.id != element_id:
            self.earlier = (self.earlier | {self.id}) - {element_id}
        self.id = element_id

    @property
    def is_programs(self) -> bool:
        """Whether the program gave it a value, in this interaction or in an earlier one."""
        return self.fresh is not MISSING or self.user is not MISSING


@dataclass(slots=True)
class Cell:
    """What one widget has; several element ids share it when several apps draw one key."""

    new: Any = MISSING
    old: Any = MISSING
    touched: bool = False
    ids: set[str] = field(default_factory=set)

    @property
    def value(self) -> Any:
        """The value that counts, or MISSING."""
        return self.old if self.new is MISSING else self.new

    def forget(self) -> None:
        """Have no value any more."""
        self.new = self.old = MISSING

    def rest(self, value: Any) -> None:
        """Put a trigger back to its value at rest."""
        if self.new is not MISSING:
            self.new = value
        if self.old is not MISSING:
            self.old = value


class Cells(dict[str | None, Cell]):
    """The cells of all widgets, by element id; what has no widget, has none."""

    def of(self, element_id: str) -> Cell:
        """Return the cell of a widget, a new one if it has none."""
        return self.setdefault(element_id, Cell(ids={element_id}))

    def share(self, element_id: str, other: str) -> None:
        """Let a widget have what another one has, from now on too."""
        cell = self[element_id] = self.of(other)
        cell.ids.add(element_id)

    def value_of(self, slot: Slot) -> Any:
        """Return the value of a key, or MISSING."""
        if slot.fresh is not MISSING:
            return slot.fresh
        held = self.get(slot.id, NO_CELL).value
        return slot.user if held is MISSING else held

    def settle_slot(self, slot: Slot) -> None:
        """Put what a key has under its widget if it has one, and what was assigned under all that ever drew it."""
        value, is_assigned = self.value_of(slot), slot.fresh is not MISSING
        slot.fresh = MISSING
        if slot.id is None or (slot.apart and is_assigned):
            if is_assigned:
                slot.user = value
                self.get(slot.id, Cell()).forget()
        elif value is not MISSING:
            cell = self.of(slot.id)
            cell.touched |= is_assigned
            cell.old, cell.new = value, MISSING
            if is_assigned:
                self._settle_earlier(slot, value)

    def _settle_earlier(self, slot: Slot, value: Any) -> None:
        """Tell widgets that had the key before, and are not forgotten since no run came to its end."""
        slot.earlier &= self.keys()
        for element_id in slot.earlier:
            if self[element_id].value is not MISSING:
                self[element_id].old, self[element_id].new = value, MISSING

    def settle(self) -> None:
        """Let new values be those of before: an interaction begins."""
        for cell in self.values():
            if cell.new is not MISSING:
                cell.old, cell.new = cell.new, MISSING

    def forget_past(self, element_ids: Iterable[str]) -> None:
        """Forget what widgets had before their new values."""
        for element_id in element_ids:
            cell = self.get(element_id)
            if cell is not None and cell.new is not MISSING:
                cell.old = MISSING

    def rest(self, triggers: Iterable[tuple[str, Any]]) -> None:
        """Put triggers back to their values at rest."""
        for element_id, value in triggers:
            if element_id in self:
                self[element_id].rest(value)

    def drop(self, element_id: str) -> str | None:
        """Forget what one widget has; return another one that has it still, if there is any."""
        cell = self.pop(element_id, None)
        if cell is None:
            return None
        cell.ids.discard(element_id)
        return next(iter(cell.ids), None)

    def drop_all(self, element_id: str) -> None:
        """Forget what a widget has together with all that share it."""
        heir: str | None = element_id
        while heir is not None:
            heir = self.drop(heir)


NO_SLOT: Final = Slot()
NO_CELL: Final = Cell()
"""What there is of keys and widgets that are not known: only to be read."""


class Drawn(Protocol):
    """What was drawn under a key in the run that is going on, for messages."""

    @property
    def what(self) -> str:
        """A few words: ``"st.slider"``."""
        ...

    @property
    def label(self) -> str:
        """Its label."""
        ...

    @property
    def line(self) -> int | None:
        """The line of the cell."""
        ...


@dataclass(frozen=True, slots=True)
class DrawnForm:
    """A form that was drawn."""

    label: str
    line: int | None
    what: str = "the form"
