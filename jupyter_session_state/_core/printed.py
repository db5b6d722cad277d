"""Where a run draws what was captured: prints and displays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from jupyter_session_state._core.element import Element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jupyter_session_state._core.place import Node
    from jupyter_session_state._core.run import ScriptRun


class Printed:
    """Draws outputs in notebook format at the place where a run draws; text joins the text before it."""

    __slots__ = ("_handles", "_last", "_run")

    def __init__(self, run: ScriptRun) -> None:
        self._run = run
        self._last: tuple[Node, int] | None = None  # where text was drawn that more text would join
        self._handles: dict[str, tuple[Node, int]] = {}

    def interrupt(self) -> None:
        """Say that something else is drawn now: text that comes later does not join."""
        self._last = None

    def draw(self, outputs: Iterable[dict[str, Any]]) -> None:
        """Draw outputs, oldest first."""
        for output in outputs:
            self._draw(output)

    def _draw(self, output: dict[str, Any]) -> None:
        handle = output.pop("handle", None)
        if output.pop("update", False):
            self._update(handle, output)
            return
        node, _ = self._run.here().spot()
        is_text = output.get("output_type") == "stream"
        if is_text and self._last is not None and self._last[0] is node:
            self._extend(node, self._last[1], output)
            return
        element = self._run.app.adopter.element_for(self._run, node, output) or Element(
            "output", {"outputs": (output,)}, id=node.child_id("output"), view="Output"
        )
        node.children.append(element)
        place = (node, len(node.children) - 1)
        if handle is not None:
            self._handles[handle] = place
        self._last = place if is_text else None
        self._run.after_element()

    def _update(self, handle: str, output: dict[str, Any]) -> None:
        """Exchange what was displayed earlier in this run under a handle."""
        if handle not in self._handles:
            return
        node, index = self._handles[handle]
        old = node.children[index]
        if isinstance(old, Element) and old.view == "Output":
            node.children[index] = replace(old, props={"outputs": (output,)})
            self._run.after_element()

    def _extend(self, node: Node, index: int, output: dict[str, Any]) -> None:
        old = cast("Element", node.children[index])
        outputs = list(old.props["outputs"])
        if outputs[-1].get("name") == output.get("name"):
            outputs[-1] = {**outputs[-1], "text": outputs[-1]["text"] + output["text"]}
        else:
            outputs.append(output)
        node.children[index] = Element(old.kind, {"outputs": tuple(outputs)}, id=old.id, view=old.view)
        self._run.after_element()
