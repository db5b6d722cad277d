"""What the core asks of the world around it.

An adapter for a kernel lives in `_jupyter`; the quiet ones here serve tests and scripts without a front end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.reconcile import Op


class Renderer(Protocol):
    """Shows what `reconcile` says."""

    def apply(self, ops: Sequence[Op]) -> None:
        """Carry out the changes, in order."""

    def status(self, *, running: bool, message: str = "") -> None:
        """Show whether a run is on, and a short notice for the whole app."""

    def close(self) -> None:
        """Take everything off the page."""


class Scheduler(Protocol):
    """Decides when runs happen."""

    def wake(self, app: App) -> None:
        """Have `app.answer` called soon, on the thread that runs scripts; may be called on any thread."""

    def newer_input(self, app: App) -> bool:
        """Whether newer input of `app` waits that the run in progress should give way to."""

    def clock(self) -> float:
        """Seconds, growing."""


class Output(Protocol):
    """What the script printed and displayed since the last call."""

    def take(self) -> Sequence[dict[str, Any]]:
        """Return notebook-format outputs, oldest first."""

    def finish(self, shown: Sequence[object]) -> None:
        """Catch what a cell would show at its end, such as open figures, but for the objects in `shown`."""


class QuietRenderer:
    """Shows nothing."""

    def apply(self, ops: Sequence[Op]) -> None:
        """Nothing is shown."""

    def status(self, *, running: bool, message: str = "") -> None:
        """Nothing is shown."""

    def close(self) -> None:
        """Nothing to close."""


class NoScheduler:
    """Runs nothing by itself: its owner calls `app.answer`."""

    def wake(self, app: App) -> None:
        """Leave it to the owner."""

    def newer_input(self, app: App) -> bool:
        """Nothing waits elsewhere."""
        return False

    def clock(self) -> float:
        """Time does not matter here."""
        return 0.0


class NoOutput:
    """Captures nothing: what a script prints goes where it always goes."""

    def take(self) -> Sequence[dict[str, Any]]:
        """Nothing was captured."""
        return ()

    def finish(self, shown: Sequence[object]) -> None:
        """Nothing is captured."""
