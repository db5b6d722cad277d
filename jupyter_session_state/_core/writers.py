"""Who gave each key of a session state its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_session_state._core.delta import Delta
    from jupyter_session_state._core.registration import Registration

By = Literal["widget", "callback", "script", "cell", "inspector", "restore"]
"""The browser through its widget, a callback, the script, a plain cell, the inspector's panel, or undo."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a key.

    Parameters
    ----------
    by
        Who.
    name
        The label of the widget or the name of the callback; empty for others.
    line
        The line of the cell, where one is known.
    at
        When, in seconds since the epoch.
    """

    by: By
    name: str = ""
    line: int | None = None
    at: float = 0.0


def _no_time() -> float:
    return 0.0


class Writers:
    """Notes who writes; whose turn it is, is told by the answer that is going on.

    Attributes
    ----------
    now
        Tells seconds since the epoch.
    by, name
        Whose turn it is.
    """

    __slots__ = ("_last", "_noted", "by", "name", "now")

    def __init__(self) -> None:
        self.now: Callable[[], float] = _no_time
        self._last: dict[str, Writer] = {}
        self._noted: set[str] = set()
        self.by: By = "cell"
        self.name = ""

    def get(self, key: str) -> Writer | None:
        """Return who wrote a key last, None if that is not known."""
        return self._last.get(key)

    def begin(self, by: By, name: str = "") -> None:
        """Say whose turn it is now."""
        self.by, self.name = by, name

    def wrote(self, key: str, line: int | None = None) -> None:
        """Note that whose turn it is wrote a key."""
        self._last[key] = Writer(self.by, self.name, line, self.now())
        self._noted.add(key)

    def wrote_as(self, by: By, key: str, name: str = "") -> None:
        """Note that somebody else wrote a key than whose turn it is."""
        self._last[key] = Writer(by, name, None, self.now())
        self._noted.add(key)

    def begin_answer(self) -> None:
        """Start to note what is written in one answer."""
        self._noted.clear()

    def end_answer(self, delta: Delta, drawn: Mapping[str, Registration]) -> None:
        """Note who wrote what was found to differ: widgets their first values, the program what it changed in place.

        Parameters
        ----------
        delta
            What differs.
        drawn
            The controls that are drawn, by key.
        """
        for key, step in delta.keys.items():
            if step.after is MISSING:
                self._last.pop(key, None)
            elif key in drawn and not step.is_programs:
                if key not in self._noted:
                    self.wrote_as("widget", key, drawn[key].label)
            elif key not in self._noted:
                self.wrote(key)
        self.begin("cell")
