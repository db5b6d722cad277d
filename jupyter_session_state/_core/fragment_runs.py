"""A fragment while it runs: where it draws, and what becomes of its errors."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jupyter_session_state import errors
from jupyter_session_state._core import scope_messages as messages
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.fragments import Fragment, Terms
from jupyter_session_state._core.identity import short_digest
from jupyter_session_state._core.notices import show_error
from jupyter_session_state._core.place import Node, Place
from jupyter_session_state._core.tracebacks import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.run import ScriptRun

OUTSIDE = "outside"
"""Kind of the part of a container that belongs to a fragment drawing there from elsewhere."""


class Running:
    """One fragment being run: finds the place of everything it draws.

    Parameters
    ----------
    run
        The run.
    fragment
        The fragment.
    """

    def __init__(self, run: ScriptRun, fragment: Fragment) -> None:
        self.fragment = fragment
        self._run = run
        self._parts: dict[str, Node] = {}  # its parts of other containers, by id

    @property
    def id(self) -> str:
        """The fragment's id."""
        return self.fragment.id

    @property
    def beside_script(self) -> bool:
        """Whether it counts as running in parallel to the script."""
        return self.fragment.terms.parallel and not self._run.scope

    def holds(self, node: Node) -> bool:
        """Whether a container is the fragment's own, or in a part of another one that is; of any run."""
        return any(holder.head.id == self.id or holder.head.id in self._parts for holder in node.lineage())

    def spot(self, node: Node, index: int | None) -> tuple[Node, int | None]:
        """Return where to draw what is meant for this place.

        A fragment draws in a container that is not its own into a part of it that is: so its next run can draw
        there anew without touching what others drew.

        Raises
        ------
        StreamlitInvalidLayoutContextError
            If there is no such part, and none can be made now.
        """
        if self.holds(node):
            return node, index
        if self.beside_script:
            raise messages.outside_of_parallel()
        part_id = self.fragment.outside.get((node.head.id, index))
        part = None if part_id is None else self._parts.get(part_id)
        if part is None:
            part = self._new_part(node, index)
        return part, None if index is None else 0

    def revived(self, place: Place) -> Any:
        """Return what stands for a place of an earlier run: that container on the page, if it is not its own.

        Raises
        ------
        StreamlitInvalidLayoutContextError
            If it is not on the page.
        """
        if self.holds(place.node):
            return self._run.here()
        node = self._run.canvas.thaw(place.node.head.id)
        if node is None:
            raise messages.outside_unknown()
        return type(place)(node, place.index)

    def clear_outside(self) -> None:
        """Empty the parts of other containers that are the fragment's, to draw them anew."""
        for (container, index), part_id in list(self.fragment.outside.items()):
            canvas, part = self._run.canvas, None
            if not canvas.was_cleared(container):
                part = canvas.redraw(part_id) or self._put_back(container, index, part_id)
            if part is None:  # it went with what it was in
                del self.fragment.outside[container, index]
                continue
            self._parts[part_id] = part
            if index is not None:
                part.children.append(Element("empty"))

    def _put_back(self, container: str, index: int | None, part_id: str) -> Node | None:
        """Return the part for a single spot that the script has drawn over since."""
        node = None if index is None else self._run.canvas.thaw(container)
        if node is None or index is None or index >= len(node.children):
            return None
        part = node.children[index] = self._part(node, part_id)
        return part

    def _new_part(self, node: Node, index: int | None) -> Node:
        canvas = self._run.canvas
        if self._run.scope and node.head.kind != "event" and not canvas.is_afresh(node):
            raise messages.outside_unknown()
        part_id = f"{node.head.id}/{OUTSIDE}-{short_digest(f'{self.id} {index}')}"
        part = self._part(node, part_id)
        if index is None:
            node.children.append(part)
        else:
            part.children.append(Element("empty"))
            node.children[index] = part
        self.fragment.outside[node.head.id, index] = part_id
        self._parts[part_id] = part
        return part

    @staticmethod
    def _part(node: Node, part_id: str) -> Node:
        return Node(Element(OUTSIDE, id=part_id, view="Block", form=node.form), node.run, node, node.form)


def call_fragment(
    run: ScriptRun, place: Place, terms: Terms, call: Callable[[], Any], parent: str | None = None
) -> Any:
    """Call a fragment where the script comes by it; return what it returns.

    Parameters
    ----------
    run, place
        The run, and where in it to draw.
    terms
        What its author said.
    call
        The function with its arguments.
    parent
        Id of the fragment that calls it, if that is not the innermost one that runs.

    Raises
    ------
    FragmentHandledException
        If it fails; its error is on the page then.
    StreamlitDuplicateElementKey
        If another fragment of this run has its key.
    """
    _claim_key(run, terms)
    box = place.nest("fragment", like=f"fragment-{terms.name}-")
    fragment = Fragment(box.node.head.id, terms, call, parent or run.fragment_id, run.page)
    before = run.app.fragments.get(fragment.id)
    if before is not None:
        fragment.calls = before.calls
        if run.scope:
            fragment.outside = before.outside
    fragment.wind(run.app.scheduler.clock())
    run.app.fragments.add(fragment)
    run.fragments[fragment.id] = fragment
    running = Running(run, fragment)
    if not terms.parallel or run.scope:
        return _run(run, running, box)
    with suppress(errors.FragmentHandledException):  # it is on the page, and ends nothing else
        _run(run, running, box)
    return None


def rerun_fragment(run: ScriptRun, fragment: Fragment) -> None:
    """Run a fragment by itself, in its own place of the page on screen; do nothing if that is gone.

    Raises
    ------
    FragmentHandledException
        If it fails; its error is on the page then.
    """
    node = run.canvas.redraw(fragment.id)
    if node is None:
        return
    run.fragments[fragment.id] = fragment
    box = run.app.kernel.handle(node)
    run.draw_from(box)
    _run(run, Running(run, fragment), box)


def drop_outside(run: ScriptRun, fragment: Fragment) -> None:
    """Empty what a fragment drew in containers that are not its own: it is called no more."""
    for part_id in fragment.outside.values():
        run.canvas.redraw(part_id)


def _claim_key(run: ScriptRun, terms: Terms) -> None:
    if terms.key is None:
        return
    first = run.fragment_keys.setdefault(terms.key, terms.definition)
    if first != terms.definition:
        raise messages.duplicate_fragment_key(terms.key, terms.name)


def _run(run: ScriptRun, running: Running, box: Place) -> Any:
    around = (run.running, run.page, run.calls)
    run.running, run.page, run.calls = running, running.fragment.page, running.fragment.calls
    try:
        if run.scope:
            running.clear_outside()
        with box:
            return running.fragment.call()
    except Exception as error:
        show_error(run, error, box)
        raise errors.FragmentHandledException(words(error)) from error
    finally:
        run.running, run.page, run.calls = around
