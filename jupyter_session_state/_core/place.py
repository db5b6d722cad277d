"""Where elements are drawn: the tree under construction, and handles into it."""

from __future__ import annotations

import sys
import threading
from contextvars import ContextVar, Token
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jupyter_session_state._core import messages
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.pens import attachment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, TracebackType

    from jupyter_session_state._core.pens import Pen
    from jupyter_session_state._core.run import ScriptRun

S = TypeVar("S", bound="Place")
T = TypeVar("T", bound="Element | Node")

ROOTS = ("callbacks", "main", "sidebar", "event", "bottom")
"""The roots of a tree, in page order."""

DEEPEST = 100
"""How deep containers may be nested: no page needs more, and whoever walks a tree must not run out of stack."""


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
    depth: int = field(init=False)  # how many containers it is in

    def __post_init__(self) -> None:
        self.depth = 0 if self.parent is None else self.parent.depth + 1
        if self.depth > DEEPEST:
            raise messages.too_deep(self.head.kind, DEEPEST)
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

    def shown_id(self, kind: str, index: int | None) -> str:
        """Return the identity of what only shows something: the next of its kind in here, or the one in a spot."""
        return self.child_id(kind) if index is None else f"{self.head.id}/{kind}@{index}"

    def freeze(self) -> Element:
        """Return what was drawn so far as an immutable tree."""
        children = tuple(c.freeze() if isinstance(c, Node) else c for c in tuple(self.children))
        return self.head.holding(children)


def in_spot(item: T) -> T:
    """Return what is drawn over something else, marked so."""
    if isinstance(item, Node):
        item.head = replace(item.head, spot=True)
    elif isinstance(item, Element) and not item.spot:
        return replace(item, spot=True)
    return item


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
        return self.node.run

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

    @property
    def is_area(self) -> bool:
        """Whether this is a whole area of the page, such as ``st.sidebar``."""
        return self._node is None

    def spot(self) -> tuple[Node, int | None]:
        """Where exactly the next element goes; what a fragment draws elsewhere is kept apart there."""
        node = self.node
        running = node.run.running
        return (node, self._index) if running is None else running.spot(node, self._index)

    def emit(self: S, item: Element | Node) -> S:
        """Draw at this place, unless newer input waits; return the handle of what was drawn."""
        run = (self._node or self.node).run
        pen = run.pens.pen()
        run.checkpoint(pen)
        with run.drawing:
            drawn = self.put(item, pen)
        if drawn is None:
            return self
        handle: S = self.handle_of(item) if isinstance(item, Node) else self.handle_of(*drawn)
        return handle

    def put(self, item: Element | Node, pen: Pen) -> tuple[Node, int] | None:
        """Draw at this place; return where that is, or None if the run is over: a thread may go on after it.

        The caller holds `ScriptRun.drawing`, and gives the pen of its thread.
        """
        node, index = self._node or self.node, self._index
        run = node.run
        if pen.running is not None:
            node, index = self.spot()
        if pen is run.pens.own:
            run.before_element()
        if run.is_over:
            return None
        children = node.children
        if index is None:
            index = len(children)
            children.append(item)
        else:
            children[index] = item = in_spot(item)
        run.count += 1  # whoever shows a run while it goes on sees that there is more
        for capture in pen.captures:
            capture.note(node, index)
        return node, index

    def nest(
        self: S, kind: str, form: str | None = None, name: str | None = None, like: str = "", **props: Any
    ) -> S:
        """Draw a container; return the handle that draws into it.

        One with a `name` is the same wherever it was before; else the nth of its kind in here, or of those `like` it.
        """
        with self.node.run.drawing:
            parent, _ = self.spot()
            own_id = parent.child_id(like or kind) if name is None else f"{parent.run.app.name}/{kind}:{name}"
            head = Element(kind, props, id=own_id, view="Block", key=name, form=form or parent.form)
            return self.emit(Node(head, parent.run, parent, head.form))

    def show(self: S, item: Element) -> S:
        """Draw what has a widget of its own but no value; return its handle.

        It is the same one as the nth of its kind in here was before, or as the one in its spot.
        """
        with self.node.run.drawing:
            node, index = self.spot()
            return self.emit(replace(item, id=node.shown_id(item.kind, index)))

    def handle_of(self, node: Node, index: int | None = None) -> Any:
        """Return the handle of what is drawn there: a container, or the child of that number in it."""
        return type(self)(node, index)

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


_HERE: ContextVar[ScriptRun | None] = ContextVar("jupyter_session_state_run", default=None)


class _Current:
    """The run in progress as this thread knows it: by a context variable, or since it was attached."""

    def get(self) -> ScriptRun | None:
        """Return the run, or None."""
        run = _HERE.get()
        if run is None:
            share = attachment(threading.current_thread())
            run = None if share is None else share.run
        return run

    def is_set(self) -> bool:
        """Whether a context variable of this thread says so: it runs the script, or the copy of its context."""
        return _HERE.get() is not None

    def set(self, run: ScriptRun) -> Token[ScriptRun | None]:
        """Make it the run of this thread."""
        return _HERE.set(run)

    def reset(self, token: Token[ScriptRun | None]) -> None:
        """Make it the run again that was so before."""
        _HERE.reset(token)


CURRENT = _Current()
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
    place: Place = (_HERE.get() or running(name)).pens.pen().here
    return place


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
