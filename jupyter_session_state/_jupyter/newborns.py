"""The widgets that a run builds: each has its place in the script, and maybe one that stands for it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.place import line_in
from jupyter_session_state._jupyter.deferred import births, discard, widget_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipywidgets import Widget

    from jupyter_session_state._jupyter.bound import Bound

Site = tuple[Any, ...]
"""What tells a widget from its neighbours: its key, or class, line and how many there were before it."""


class Newborns:
    """What was built since the run, or the callbacks before it, began.

    Parameters
    ----------
    filename
        Tells the file name of the script.
    """

    def __init__(self, filename: Callable[[], str]) -> None:
        self._filename = filename
        self._built: dict[str, tuple[Widget, Site]] = {}  # by model id
        self._stand_for: dict[str, Bound] = {}  # by model id
        self._counts: dict[Site, int] = {}

    def count_anew(self) -> None:
        """Begin with the first widget of each line again: a run starts."""
        self._counts.clear()

    @contextmanager
    def born(self) -> Iterator[None]:
        """Take up every widget that this thread builds."""
        with births(self._take_up):
            yield

    def _take_up(self, widget: Widget) -> None:
        place = (type(widget).__name__, line_in(self._filename()))
        ordinal = self._counts.get(place, 0)
        self._counts[place] = ordinal + 1
        self._built[widget.model_id] = (widget, ("site", *place, ordinal))

    def all(self) -> list[tuple[Widget, Site]]:
        """What was built, with its site."""
        return list(self._built.values())

    def site(self, widget: Widget) -> Site | None:
        """Where a widget was built; None if it is older."""
        entry = self._built.get(widget.model_id or "")
        return None if entry is None else entry[1]

    def find(self, model_id: str) -> Widget | None:
        """Return a widget, built now or before."""
        entry = self._built.get(model_id)
        return widget_of(model_id) if entry is None else entry[0]

    def stands_for(self, widget: Widget) -> Bound | None:
        """Return what stands for a widget that was built now."""
        return self._stand_for.get(widget.model_id or "")

    def let_stand_for(self, widget: Widget, bound: Bound) -> None:
        """Remember what stands for a widget."""
        self._stand_for[widget.model_id or ""] = bound

    def represented(self) -> Iterator[tuple[Widget, Bound]]:
        """Yield the widgets that another one stands for, with that one."""
        for model_id, bound in self._stand_for.items():
            entry = self._built.get(model_id)
            if entry is not None and entry[0] is not bound.widget:
                yield entry[0], bound

    def forget(self) -> None:
        """Discard what was never shown."""
        for widget, _ in self._built.values():
            discard(widget)
        self._built.clear()
        self._stand_for.clear()
