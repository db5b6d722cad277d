"""What the core asks of the world around it.

An adapter for a kernel lives in `_jupyter`; the quiet ones here serve tests and scripts without a front end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from jupyter_session_state import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.place import Node
    from jupyter_session_state._core.reconcile import Op
    from jupyter_session_state._core.run import ScriptRun


class Renderer(Protocol):
    """Shows what `reconcile` says."""

    def apply(self, ops: Sequence[Op]) -> None:
        """Carry out the changes, in order."""

    def status(self, *, running: bool) -> None:
        """Show whether a run is on."""

    def travels(self, *, undo: bool, redo: bool) -> None:
        """Show whether there is something to undo, or to redo."""

    def close(self) -> None:
        """Take everything off the page."""


class Scheduler(Protocol):
    """Decides when runs happen."""

    def wake(self, app: App) -> None:
        """Have `app.answer` called soon, on the thread that runs scripts; may be called on any thread."""

    def run_now(self, app: App) -> None:
        """Have what waits answered before this returns, if this is the thread that runs scripts and no run is on."""

    def newer_input(self, app: App) -> bool:
        """Whether newer input of `app` waits that the run in progress should give way to."""
        ...

    def clock(self) -> float:
        """Seconds, growing."""
        ...

    def epoch(self) -> float:
        """Seconds since the epoch."""
        ...

    def alarm(self, app: App, seconds: float | None) -> None:
        """Have `app.ring` called in so many seconds, in place of any earlier alarm; None for never.

        It is set on the thread that runs scripts, and rings there.
        """


class Output(Protocol):
    """What the script printed and displayed since the last call.

    An output may have a ``handle``, under which a later one of the same run, marked with ``update``, takes its
    place; one that is ``owed`` is shown though that place is gone. Besides those of notebooks there are the types
    ``pending``, which keeps a place for a later one, and ``clear``.
    """

    def take(self) -> Sequence[dict[str, Any]]:
        """Return notebook-format outputs, oldest first."""
        ...

    def take_ready(self) -> Sequence[dict[str, Any]]:
        """Return of this what any thread may draw, up to the first that only its own may."""
        ...

    def finish(self, shown: Sequence[object], *, wanted: bool) -> None:
        """End what a cell would end, such as open figures.

        Parameters
        ----------
        shown
            Objects the script has drawn itself.
        wanted
            Whether the others are to be caught, as a cell would show them.
        """


class Adopter(Protocol):
    """Takes care of widgets that a script makes itself."""

    def bind(
        self,
        run: ScriptRun,
        widget: Any,
        key: str,
        traits: Sequence[str] | None,
        on_change: Callable[[], Any] | None,
    ) -> Any:
        """Bind a widget to a key; return the instance that stays."""
        ...

    def widget(self, key: str) -> Any:
        """Return the widget that shows a key of the app, or None."""
        ...

    def element_for(self, run: ScriptRun, node: Node, output: Mapping[str, Any]) -> Element | None:
        """Return the element for a captured output that is such a widget."""
        ...

    def end_run(self, cleaned: Collection[str] | None) -> None:
        """Let go of what a run made no more.

        Parameters
        ----------
        cleaned
            The fragments that came to their end, whose widgets it is about; None for all of a completed run.
        """

    def close(self) -> None:
        """Let go of everything."""


class Body(Protocol):
    """What an app runs: a compiled script in its namespace, or a function."""

    filename: str
    folder: str  # where relative paths in it start; empty for the current folder

    def callbacks(self) -> Any:
        """Return a context in which the names of the last run are in place."""
        ...

    def run(self) -> None:
        """Run the script once, from the names as they were before its last run."""

    def part(self, covers: Callable[[str | None], bool]) -> Any:
        """Return a context in which some fragments run: the names of the last run are in place.

        Parameters
        ----------
        covers
            Says of a fragment's id whether it is drawn anew; None is the script itself.
        """
        ...

    def run_page(self, source: str, filename: str) -> None:
        """Run another script within this one, with names of its own."""

    def hint(self, error: Exception) -> str | None:
        """Return a sentence that helps with an error of the script, if there is one."""
        ...


class QuietRenderer:
    """Shows nothing."""

    def apply(self, ops: Sequence[Op]) -> None:
        """Nothing is shown."""

    def status(self, *, running: bool) -> None:
        """Nothing is shown."""

    def travels(self, *, undo: bool, redo: bool) -> None:
        """Nothing is shown."""

    def close(self) -> None:
        """Nothing to close."""


class NoScheduler:
    """Runs nothing by itself: its owner calls `app.answer`."""

    def wake(self, app: App) -> None:
        """Leave it to the owner."""

    def run_now(self, app: App) -> None:
        """Answer all that waits."""
        while app.waiting:
            app.answer()

    def newer_input(self, app: App) -> bool:
        """Nothing waits elsewhere."""
        return False

    def clock(self) -> float:
        """Time does not matter here."""
        return 0.0

    def epoch(self) -> float:
        """Nor does the date."""
        return 0.0

    def alarm(self, app: App, seconds: float | None) -> None:
        """Nothing rings by itself."""


class NoOutput:
    """Captures nothing: what a script prints goes where it always goes."""

    def take(self) -> Sequence[dict[str, Any]]:
        """Nothing was captured."""
        return ()

    def take_ready(self) -> Sequence[dict[str, Any]]:
        """Nothing was captured."""
        return ()

    def finish(self, shown: Sequence[object], *, wanted: bool) -> None:
        """Nothing is captured."""


class NoAdopter:
    """Knows no widgets: what a script makes itself is nothing special."""

    def bind(
        self,
        run: ScriptRun,
        widget: Any,
        key: str,
        traits: Sequence[str] | None,
        on_change: Callable[[], Any] | None,
    ) -> Any:
        """Nothing is bound.

        Raises
        ------
        StreamlitAPIException
            Always: there are no ipywidgets here.
        """
        raise errors.StreamlitAPIException(
            f"bind(..., key={key!r}) needs a notebook kernel; there is none here."
        )

    def widget(self, key: str) -> Any:
        """There is none."""
        return None

    def element_for(self, run: ScriptRun, node: Node, output: Mapping[str, Any]) -> Element | None:
        """No output is a widget."""
        return None

    def end_run(self, cleaned: Collection[str] | None) -> None:
        """Nothing was made."""

    def close(self) -> None:
        """Nothing was made."""
