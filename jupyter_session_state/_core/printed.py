"""Where a run draws what was captured: prints, displays, and figures that are still being made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from jupyter_session_state._core.element import PENDING, Element
from jupyter_session_state._core.terminal import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jupyter_session_state._core.place import Node, Place
    from jupyter_session_state._core.run import ScriptRun

Output = dict[str, Any]

TEXT_LIMIT = 200_000
"""Characters of printed text one run shows; what goes beyond is dropped."""

NOTE = f"\n[more than {TEXT_LIMIT:,} characters were printed; the rest is not shown]\n"

CHUNK = 8_000
"""Characters after which text goes on in an element of its own: while text streams, only the last one is sent."""

TOLD = 2_000
"""Characters of it that the record of a run tells."""

CAPTURED = frozenset(("output", "ipywidget", PENDING))
"""Kinds of elements that show what was captured."""


class Printed:
    """Draws outputs in notebook format at the place where a run draws; text joins the text before it.

    What is captured in ``with spot:`` of one spot stands there together, until something else is drawn there.
    """

    __slots__ = ("_clearing", "_full", "_handles", "_last", "_room", "_run", "_spots", "begins", "is_open")

    def __init__(self, run: ScriptRun) -> None:
        self._run = run
        self._last: tuple[Node, int] | None = None  # where text was drawn that more text would join
        self._handles: dict[str, tuple[Node, int, int]] = {}
        self._spots: list[Place] = []  # entered spots in which something was captured
        self._clearing: Place | None = None  # what is to be cleared once something else comes
        self._room = TEXT_LIMIT
        self._full = False
        self.begins = ""  # how the text begins
        self.is_open = False  # whether what is drawn next has to do with what was printed

    def interrupt(self) -> None:
        """Say that something else is drawn now: text that comes later does not join."""
        self.is_open = False
        self._last = None
        self._clear_now()

    def draw(self, outputs: Iterable[Output]) -> None:
        """Draw outputs, oldest first."""
        for output in outputs:
            self.is_open = True
            if output["output_type"] == "clear":
                self._clear(output["wait"])
            elif output.pop("update", False):
                self._update(output)
            elif output["output_type"] != "stream":
                self._draw(output)
            elif not self._full:
                if len(self.begins) < TOLD:
                    self.begins = (self.begins + output["text"])[:TOLD]
                self._draw(output)
                self._say_if_full(output["name"])

    def _say_if_full(self, stream: str) -> None:
        if self._full:
            self._room = len(NOTE)
            self._draw({"output_type": "stream", "name": stream, "text": NOTE})

    def _draw(self, output: Output) -> None:
        self._clear_now()
        place: Place = self._run.pens.own.here  # also when another thread shows it
        node, index = place.spot()
        if index is not None:
            self._draw_in_spot(place, node, index, output)
        elif output["output_type"] == "stream" and self._last is not None and self._last[0] is node:
            self._extend(node, self._last[1], output)
        else:
            self._append(node, output)
        self._run.after_element()

    def _append(self, node: Node, output: Output, **more: Any) -> None:
        handle = output.pop("handle", None)
        element = self._run.app.adopter.element_for(self._run, node, output)
        if element is None and output["output_type"] == PENDING:
            element = Element(PENDING, {"id": node.child_id("later")}, spot=True)
        elif element is None:
            element = Element("output", {"outputs": (), **more}, id=node.child_id("output"), view="Output")
            element = self._extended(element, output)
        node.children.append(element)
        index = len(node.children) - 1
        if handle is not None:
            self._handles[handle] = (node, index, 0)
        self._last = (node, index) if output["output_type"] == "stream" else None
        self._split(node, index)

    def _extend(self, node: Node, index: int, output: Output) -> None:
        """Let text join the text before it."""
        node.children[index] = self._extended(cast("Element", node.children[index]), output)
        self._split(node, index)

    def _extended(self, element: Element, output: Output) -> Element:
        """Return an element with one output more; text joins text of the same stream."""
        outputs = list(element.props["outputs"])
        if output["output_type"] != "stream":
            outputs.append(output)
        elif outputs and outputs[-1].get("name") == output["name"]:
            before = outputs[-1]["text"]
            outputs[-1] = {**outputs[-1], "text": self._cut(before, joined(before, output["text"]))}
        else:
            outputs.append({**output, "text": self._cut("", joined("", output["text"]))})
        return replace(element, props={**element.props, "outputs": tuple(outputs)})

    def _cut(self, before: str, text: str) -> str:
        """Return a text as far as there is room for it."""
        self._room -= len(text) - len(before)
        if self._room >= 0:
            return text
        text, self._room, self._full = text[: self._room], 0, True
        return text

    def _split(self, node: Node, index: int) -> None:
        """Let text that became long go on in the next element, from the first line after the limit."""
        element = cast("Element", node.children[index])
        if element.view != "Output" or self._last is None:
            return
        *outputs, last = element.props["outputs"]
        length = sum(len(output.get("text", "")) for output in outputs)
        end = last["text"].find("\n", max(0, CHUNK - length)) + 1
        if not 0 < end < len(last["text"]):
            return
        head, rest = {**last, "text": last["text"][:end]}, {**last, "text": last["text"][end:]}
        node.children[index] = replace(element, props={**element.props, "outputs": (*outputs, head)})
        self._room += len(rest["text"])  # it is counted again
        self._append(node, rest, continued=True)

    # -- spots, clearing, handles ---------------------------------------------------------------------------

    def _draw_in_spot(self, place: Place, node: Node, index: int, output: Output) -> None:
        handle = output.pop("handle", None)
        if output["output_type"] == PENDING:
            output = {"output_type": "display_data", "data": {"text/plain": ""}, "metadata": {}}
        own_id = f"{node.head.id}/spot{index}"
        old = node.children[index]
        shown = self._run.app.adopter.element_for(self._run, node, output)
        if shown is None:
            goes_on = isinstance(old, Element) and old.id == own_id and any(place is p for p in self._spots)
            empty = Element("output", {"outputs": ()}, id=own_id, view="Output", spot=True)
            shown = self._extended(cast("Element", old) if goes_on else empty, output)
            self._spots.append(place)
        node.children[index] = shown
        if handle is not None:
            self._handles[handle] = (node, index, len(shown.props.get("outputs", ())) - 1)

    def _clear(self, wait: bool) -> None:
        self._clearing = self._run.pens.own.here
        if not wait:
            self._clear_now()

    def _clear_now(self) -> None:
        """Take away what was captured at a place since something else was drawn there."""
        place, self._clearing = self._clearing, None
        if place is None:
            return
        node, index = place.spot()
        if index is not None:
            node.children[index] = Element("empty", spot=True)
        else:
            while node.children and _is_captured(node.children[-1]):
                _give_back(node, cast("Element", node.children.pop()))
        self._last = None
        first = len(node.children) if index is None else index
        gone = [handle for handle, at in self._handles.items() if at[0] is node and at[1] >= first]
        for handle in gone:
            del self._handles[handle]
        self._run.after_element()

    def _update(self, output: Output) -> None:
        """Exchange what was displayed earlier in this run under a handle."""
        handle, owed = output.pop("handle", None), output.pop("owed", False)
        place = self._handles.get(handle)
        old = None if place is None else place[0].children[place[1]]
        if place is not None and isinstance(old, Element) and old.kind in ("output", PENDING):
            node, index, number = place
            outputs: list[Any] = [None] if old.kind == PENDING else list(old.props["outputs"])
            outputs[number] = output
            own_id = old.id or old.props["id"]
            props = {**old.props, "outputs": tuple(outputs)}
            node.children[index] = Element("output", props, id=own_id, view="Output", spot=old.spot)
            self._run.after_element()
        elif owed:  # its place is gone, but shown it must be
            self._draw(output)


def _is_captured(child: Element | Node) -> bool:
    return isinstance(child, Element) and child.kind in CAPTURED


def _give_back(node: Node, element: Element) -> None:
    """Let the next element of its kind have its id: what is shown again and again is one widget that changes."""
    own_id: str = element.id or element.props["id"]
    node.counts[own_id.rpartition("/")[2].rstrip("0123456789")] -= 1
