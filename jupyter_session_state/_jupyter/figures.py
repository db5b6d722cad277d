"""Figures of Matplotlib that a run leaves open: shown where they were made, once they are done."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Show: TypeAlias = Callable[[Any, "dict[str, Any]", "str | None"], None]

HELPERS = "matplotlib._pylab_helpers"
"""The module that knows of open figures."""


class Figures:
    """The figures of one run, where Matplotlib shows its figures in the notebook.

    A cell shows its open figures at its end. A run keeps a place for each where it was made, and shows it there
    at the end, when all is drawn in it. One that is shown before, with ``plt.show()``, is shown there alone.
    """

    def __init__(self) -> None:
        self._foreign: dict[int, Any] = {}  # by number, what was open before the run
        self._seen: dict[int, Any] = {}
        self._places: dict[int, str] = {}
        self._count = 0

    def begin(self) -> None:
        """Start a run."""
        self._seen = dict(_open_figures())
        self._foreign = dict(self._seen)
        self._places.clear()
        self._count = 0

    def new(self) -> list[str]:
        """Return names for the places of the figures that were made since the last call."""
        figures = _open_figures()
        if not figures and not self._seen:
            return []
        made = [number for number, manager in figures.items() if self._seen.get(number) is not manager]
        self._seen = dict(figures)
        for number in made:
            self._count += 1
            self._places[number] = f"figure {self._count}"
        return [self._places[number] for number in made]

    def finish(self, drawn: Sequence[object], show: Show | None) -> None:
        """Show what is open, and close it.

        Parameters
        ----------
        drawn
            Figures that the script has drawn on purpose: they are not shown again.
        show
            Is given a figure, what the notebook knows of it, and the name of its place, if it has one. None if
            nothing is to be shown.
        """
        figures = dict(_open_figures())
        if not figures:
            return
        backend = sys.modules["matplotlib_inline.backend_inline"]
        for number, manager in figures.items():
            figure = manager.canvas.figure
            is_own = self._foreign.get(number) is not manager
            is_wanted = is_own or any(figure is one for one in getattr(backend.show, "_to_draw", ()))
            if show is not None and is_wanted and not any(figure is one for one in drawn):
                show(figure, _metadata(backend, figure), self._places.get(number))
            if is_own:  # even where cells keep theirs open: the next run makes its own again
                sys.modules["matplotlib.pyplot"].close(figure)
        _nothing_to_draw(backend.show)


def _metadata(backend: Any, figure: Any) -> dict[str, Any]:
    """Return what the notebook wants to know of a figure: whether it needs a light background."""
    fetch = getattr(backend, "_fetch_figure_metadata", None)
    return {} if fetch is None else fetch(figure) or {}


def _nothing_to_draw(show: Any) -> None:
    """Let the backend forget what it was to show at the end of the cell: it is shown."""
    if hasattr(show, "_to_draw"):
        show._to_draw = []
    if hasattr(show, "_draw_called"):
        show._draw_called = False


def _open_figures() -> dict[int, Any]:
    """Return the open figures by number, oldest first; none where the notebook does not show them."""
    helpers = sys.modules.get(HELPERS)
    if helpers is None or not helpers.Gcf.figs or "matplotlib_inline.backend_inline" not in sys.modules:
        return {}
    pyplot = sys.modules.get("matplotlib.pyplot")
    inline = pyplot is not None and "inline" in str(pyplot.get_backend())
    return helpers.Gcf.figs if inline else {}
