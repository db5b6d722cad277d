"""The tree a run draws: a page of its own, or the page on screen with some of its places drawn anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.place import ROOTS, Node
from jupyter_session_state._core.reconcile import STALE_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.run import ScriptRun


NAVIGATION = "navigation"
"""Kind of the container of links to pages."""


class Canvas:
    """What one run draws on.

    Parameters
    ----------
    run
        The run.
    head
        The root element, without anything in it.
    screen
        The tree on screen, if the run draws only parts of it: what it does not touch stays as it is, the very
        same objects. None for a page that is drawn from the top.
    """

    def __init__(self, run: ScriptRun, head: Element, screen: Element | None = None) -> None:
        self._run = run
        self.afresh: list[str] = []  # ids of containers of the page on screen that are drawn anew
        self._cleared: set[str] = set()  # ids of containers that were in them
        self._navigation: Element | None = None
        if screen is None:
            self._top = Node(head, run)
            self.roots = {name: self._open_root(name) for name in ROOTS}
        else:
            self._top = self._node(screen, None)
            self._take_navigation(self._top)
            roots = [child.kind for child in self._top.children if isinstance(child, Element)]
            self.roots = {kind: self._thawed(self._top, i) for i, kind in enumerate(roots)}
            self._take_navigation(self.roots["sidebar"])
            self.redraw(self.roots["callbacks"].head.id)

    def draw_navigation(self, **props: Any) -> None:
        """Draw the links to the pages: above everything in the sidebar, or above the app."""
        element_id = f"{self._top.head.id}/{NAVIGATION}"
        self._navigation = Element(NAVIGATION, props, id=element_id, view="Block")

    def configure(self, **props: Any) -> None:
        """Say something of the page as a whole: its title, its logo."""
        self._top.head = replace(self._top.head, props={**self._top.head.props, **props})

    def tree(self) -> Element:
        """What was drawn so far, and around it what was there before."""
        tree, links = self._top.freeze(), self._navigation
        # Put in here, not when it is drawn: places within the host are known by their number.
        return tree if links is None else _with_links(tree, links)

    def _take_navigation(self, host: Node) -> None:
        first = host.children[0] if host.children else None
        if isinstance(first, Element) and first.kind == NAVIGATION:
            self._navigation = first
            del host.children[0]

    def thaw(self, element_id: str) -> Node | None:
        """Return the node of a container, to draw in it again; None if it is not on the page."""
        path = _path_to(self._top, element_id)
        if path is None:
            return None
        node = self._top
        for index in path:
            node = self._thawed(node, index)
        return node

    def redraw(self, element_id: str) -> Node | None:
        """Return the node of a container with nothing in it; None if it is not on the page."""
        node = self.thaw(element_id)
        if node is not None:
            self._cleared.update(_containers_in(node))
            node.children.clear()
            self.afresh.append(element_id)
        return node

    def is_afresh(self, node: Node) -> bool:
        """Whether a container was drawn in this run, rather than left as it was."""
        return any(holder.head.id in self.afresh for holder in node.lineage())

    def was_cleared(self, element_id: str) -> bool:
        """Whether a container of the page on screen went with what is drawn anew; it may be there again."""
        return element_id in self._cleared

    def release(self) -> None:
        """Take the tree apart."""
        nodes = [self._top]
        while nodes:
            node = nodes.pop()
            nodes.extend(child for child in node.children if isinstance(child, Node))
            node.children.clear()

    def _open_root(self, name: str) -> Node:
        root = Node(Element(name, id=f"{self._top.head.id}/{name}", view="Block"), self._run, self._top)
        self._top.children.append(root)
        return root

    def _thawed(self, parent: Node, index: int) -> Node:
        child = parent.children[index]
        if isinstance(child, Element):
            child = parent.children[index] = self._node(child, parent)
        return child

    def _node(self, element: Element, parent: Node | None) -> Node:
        props = element.props
        if STALE_FROM in props:
            props = {name: value for name, value in props.items() if name != STALE_FROM}
        head = replace(element, props=props, children=())
        return Node(head, self._run, parent, element.form, children=list(element.children))


def _with_links(tree: Element, links: Element) -> Element:
    if links.props["position"] == "top":
        return replace(tree, children=(links, *tree.children))
    children = [
        replace(root, children=(links, *root.children)) if root.kind == "sidebar" else root
        for root in tree.children
    ]
    return replace(tree, children=tuple(children))


def _head(item: Element | Node) -> Element:
    return item.head if isinstance(item, Node) else item


def _path_to(container: Element | Node, element_id: str) -> list[int] | None:
    """Return which children lead to a container; its id does not say, for one with a key keeps it anywhere."""
    if _head(container).id == element_id:
        return []
    for index, child in enumerate(container.children):
        if _head(child).is_container:
            rest = _path_to(child, element_id)
            if rest is not None:
                return [index, *rest]
    return None


def _containers_in(node: Node) -> Iterator[str]:
    for child in node.children:
        for element in (child.freeze() if isinstance(child, Node) else child).walk():
            if element.is_container:
                yield element.id


def differing(old: Element, new: Element, afresh: list[str]) -> Iterator[tuple[Element, Element]]:
    """Yield the containers that differ, before and after, as deep down as possible.

    Parameters
    ----------
    old, new
        Two trees that share what did not change: the very same objects.
    afresh
        Ids of containers that are compared as a whole.
    """
    if old is new:
        return
    if new.id in afresh or not _same_frame(old, new):
        yield old, new
        return
    for before, after in zip(old.children, new.children, strict=True):
        yield from differing(before, after, afresh)


def _same_frame(old: Element, new: Element) -> bool:
    if old.props is not new.props or len(old.children) != len(new.children):
        return False
    return all(
        a is b or (a.is_container and b.is_container and a.id == b.id)
        for a, b in zip(old.children, new.children, strict=True)
    )
