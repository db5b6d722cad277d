"""Where elements are drawn: the tree under construction, and handles into it."""

from __future__ import annotations

import sys
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jupyter_session_state._core import messages
from jupyter_session_state._core.element import Element

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, TracebackType

    from jupyter_session_state._core.run import ScriptRun

S = TypeVar("S", bound="Place")

ROOTS = ("callbacks", "main", "sidebar", "event", "bottom")
"""The roots of a tree, in page order."""


@dataclass(slots=True, eq=False)
class Node:
    """A container that a run is still filling."""

    head: Element
    run: ScriptRun
    parent: Node | None = None
    form: str | None = None
    opened: bool | None = None  # whether a container that tracks it is open
    children: list[Element | Node] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    root: str = field(init=False)  # name of the root it is under

    def __post_init__(self) -> None:
        at_top = self.parent is None or self.parent.parent is None
        self.root = self.head.kind if self.parent is None or at_top else self.parent.root

    def lineage(self) -> Iterator[Node]:
        """Yield this node, what it is in, and so on up to the root of the tree."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def child_id(self, kind: str) -> str:
        """Return the next identity for a container or output of this kind in here."""
        n = self.counts.get(kind, 0)
        self.counts[kind] = n + 1
        return f"{self.head.id}/{kind}{n}"

    def freeze(self) -> Element:
        """Return what was drawn so far as an immutable tree."""
        children = tuple(c.freeze() if isinstance(c, Node) else c for c in tuple(self.children))
        return replace(self.head, children=children)


class Place:
    """A handle on where to draw: a root, a container, or the one spot of an element that may be overwritten."""

    __slots__ = ("_index", "_node", "_root")

    def __init__(self, node: Node | None = None, index: int | None = None, *, root: str = "main") -> None:
        self._node = node
        self._index = index
        self._root = root

    # -- what declarations use -----------------------------------------------------------------------------

    @property
    def run(self) -> ScriptRun:
        """The run this place draws in."""
        return running("") if self._node is None else self._node.run

    @property
    def node(self) -> Node:
        """The container this place is in."""
        if self._node is not None:
            return self._node
        return running("").roots[self._root]

    @property
    def index(self) -> int | None:
        """Which child of the container this place overwrites; None if it adds to it."""
        return self._index

    def spot(self) -> tuple[Node, int | None]:
        """Where exactly the next element goes; what a fragment draws elsewhere is kept apart there."""
        node = self.node
        running = node.run.running
        return (node, self._index) if running is None else running.spot(node, self._index)

    def emit(self: S, item: Element | Node) -> S:
        """Draw at this place, unless newer input waits; return the handle of what was drawn."""
        self.run.checkpoint()
        node, index = self.put(item)
        return type(self)(item) if isinstance(item, Node) else type(self)(node, index)

    def put(self, item: Element | Node) -> tuple[Node, int]:
        """Draw at this place; return where that is."""
        node, index = self.spot()
        run, children = node.run, node.children
        with run.drawing:
            run.before_element()
            if index is None:
                index = len(children)
                children.append(item)
            else:
                children[index] = item
            run.after_element()
            for capture in run.captures:
                capture.note(node, index)
        return node, index

    def nest(
        self: S, kind: str, form: str | None = None, name: str | None = None, like: str = "", **props: Any
    ) -> S:
        """Draw a container; return the handle that draws into it.

        One with a `name` is the same wherever it was before; else the nth of its kind in here, or of those `like` it.
        """
        parent, _ = self.spot()
        own_id = parent.child_id(like or kind) if name is None else f"{parent.run.app.name}/{kind}:{name}"
        head = Element(kind, props, id=own_id, view="Block", key=name, form=form or parent.form)
        return self.emit(Node(head, parent.run, parent, head.form))

    def note(self, text: str) -> None:
        """Draw one of our own grey notes."""
        self.emit(Element("note", {"body": text}))

    def checked(self: S, name: str) -> S:
        """Return a place that is alive: this one, or the one that stands for it if its run is over."""
        run = running(name)
        if self._node is not None and self._node.run is not run:
            return cast("S", run.revived(self))
        return self

    # -- what users use ------------------------------------------------------------------------------------

    def __enter__(self: S) -> S:
        place = self.checked("container")
        place.run.enter(place)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        run = CURRENT.get()
        if run is not None:
            run.leave()


CURRENT: ContextVar[ScriptRun | None] = ContextVar("jupyter_session_state_run", default=None)
"""The run in progress; the one piece of ambient context."""


def running(name: str) -> ScriptRun:
    """Return the run in progress.

    Raises
    ------
    NoRunError
        If there is none.
    """
    run = CURRENT.get()
    if run is None:
        raise messages.no_run(name)
    return run


def current_place(name: str) -> Place:
    """Return where a plain ``st.name()`` draws: the innermost ``with``, else the main area."""
    return running(name).innermost


def frame_in(filename: str) -> FrameType | None:
    """Return the innermost frame that executes code of `filename`, or None."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the one way to a caller's line that costs nothing
    while frame is not None and frame.f_code.co_filename != filename:
        frame = frame.f_back
    return frame


def line_in(filename: str) -> int | None:
    """Return the line of `filename` that is being executed, or None."""
    frame = frame_in(filename)
    return None if frame is None else frame.f_lineno
