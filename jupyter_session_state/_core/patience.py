"""How long runs are given up for newer input until one must be let finish: a steady drag must not starve the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_session_state._core.fragments import Scope

PATIENCE = 0.300
"""Seconds within which a complete run must be shown, or twice the time it takes if that is longer."""

NEARLY = 0.060
"""A run that should be over in so many seconds is let finish: what it made is worth more than the head start."""

KNOWN = 100
"""Of how many scopes the times are remembered."""


class Patience:
    """The patience with one app; a whole script and each set of fragments have a time of their own."""

    def __init__(self) -> None:
        self._since: float | None = None  # when the first of the runs began that were given up in a row
        self._takes: dict[Scope, float] = {}

    def ended(self, scope: Scope, started: float, now: float, *, given_up: bool) -> None:
        """Hear that a run is over."""
        if given_up:
            self._since = started if self._since is None else self._since
            return
        self._since = None
        self._takes.pop(scope, None)
        self._takes[scope] = now - started
        if len(self._takes) > KNOWN:
            del self._takes[next(iter(self._takes))]

    def is_over(self, scope: Scope, started: float, now: float) -> bool:
        """Whether the run in progress must finish: it nearly has, or another one after it would come too late."""
        takes = self._takes.get(scope)
        if takes is not None and 0 <= started + takes - now <= NEARLY:
            return True
        if self._since is None:
            return False
        takes = takes or 0.0
        return now - self._since + takes > max(PATIENCE, 2 * takes)
