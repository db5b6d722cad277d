"""What a cached function draws: remembered while it runs, drawn again when its value is known."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import messages
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.fragment_runs import OUTSIDE
from jupyter_session_state._core.place import Node, Place
from jupyter_session_state._core.tracebacks import exception_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.run import ScriptRun

HERE = ""
"""Stands for the place where the function is called."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One thing that was drawn.

    Parameters
    ----------
    where
        `HERE` or the name of a root; None if it was drawn into a container made outside of the function.
    item
        What is there since the function ended, with all it holds.
    """

    where: str | None
    item: Element


class Capture:
    """Watches one call of a cached function.

    Only the last state of what is drawn counts: a spot overwritten twice is one element.
    """

    def __init__(self, run: ScriptRun, function: str) -> None:
        self.function = function
        self._outside: dict[int, str] = {}
        self._lengths: dict[int, int] = {}
        for name, node in [*run.roots.items(), (HERE, run.here().node)]:
            self._know(node, name, len(node.children))
        self._made: set[int] = set()
        self._touched: dict[tuple[int, int], Node] = {}

    def _know(self, node: Node, name: str, length: int) -> None:
        """Remember a container, and how much is in it; a fragment's part of it goes by the same name."""
        self._outside[id(node)], self._lengths[id(node)] = name, length
        for child in node.children[:length]:
            if isinstance(child, Node) and child.head.kind == OUTSIDE:
                self._know(child, name, len(child.children))

    def _meet(self, part: Node) -> None:
        """Remember a fragment's part of a container that was made since, unless it took an older one's place."""
        host = part.parent
        if host is None or id(host) not in self._outside:
            return
        if part not in host.children[: self._lengths[id(host)]]:
            self._know(part, self._outside[id(host)], 0)

    def note(self, node: Node, index: int) -> None:
        """Note that something was drawn at a position of a container."""
        child = node.children[index]
        if isinstance(child, Node):
            self._made.add(id(child))
        if node.head.kind == OUTSIDE and id(node) not in self._outside:
            self._meet(node)
        if id(node) not in self._made:
            self._touched.setdefault((id(node), index), node)

    def remembered(self) -> tuple[Remembered, ...]:
        """Return what there is to draw again, in order."""
        found = []
        for (node_id, index), node in self._touched.items():
            child = node.children[index]
            item = child.freeze() if isinstance(child, Node) else child
            if not item.props.get("transient"):
                found.append(Remembered(self._where(node_id, index), item))
        return tuple(found)

    def _where(self, node_id: int, index: int) -> str | None:
        """Name the container, unless what is drawn there took the place of something older."""
        if node_id not in self._outside or index < self._lengths[node_id]:
            return None
        return self._outside[node_id]


@contextmanager
def capturing(run: ScriptRun | None, function: str) -> Iterator[Capture | None]:
    """Watch what is drawn in a block; without a run there is nothing to watch."""
    if run is None:
        yield None
        return
    capture = Capture(run, function)
    run.captures.append(capture)
    try:
        yield capture
    finally:
        run.captures.remove(capture)


def warn_of_input(run: ScriptRun, kind: str, label: Any) -> None:
    """Draw a warning before an input or a form that a cached function draws."""
    warning = messages.widget_in_cache(kind, str(label or ""), run.captures[-1].function, run.line())
    run.here().emit(exception_element(warning))


def draw_again(run: ScriptRun, function: str, remembered: tuple[Remembered, ...]) -> None:
    """Draw what a cached function drew when it was called.

    Raises
    ------
    CacheReplayClosureError
        If some of it was drawn where nothing can be drawn again.
    """
    for one in remembered:
        if one.where is None:
            raise messages.drawn_elsewhere(function)
        place = run.here() if one.where == HERE else run.app.kernel.handle(run.roots[one.where])
        _draw(run, place, one.item)


def _draw(run: ScriptRun, place: Any, item: Element) -> None:
    if item.is_container:
        inner: Place = place.nest(item.kind, item.form if item.kind == "form" else None, **item.props)
        for child in item.children:
            _draw(run, inner, child)
    elif item.is_shown and item.view != "ipywidget":
        place.show(item)
    elif not item.id or all(e.id != item.id for e in run.tree().walk()):
        place.emit(item)  # an input is dead, but there is only one of it
