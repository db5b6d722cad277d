"""Where session state keeps its values: a slot for each key, a cell for each widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Protocol


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
