"""``with Output():``, and what builds on it such as `interact`: what is put out inside belongs to that widget.

The widget's own way is to tell the front end which message's output to take, and nothing a run puts out belongs
to a message. So while a run is on, entering the widget collects, and leaving it gives it what was collected.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

import ipywidgets

from jupyter_session_state._core.printed import TEXT_LIMIT
from jupyter_session_state._core.terminal import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._jupyter.exchange import Attribute

Outputs = list[dict[str, Any]]


class OutputWidgets:
    """The output widgets that were entered and not left, innermost last.

    Parameters
    ----------
    afresh
        Whether a widget starts empty when it is first entered, as it does in a script that runs again.
    """

    def __init__(self, *, afresh: bool) -> None:
        self._afresh = afresh
        self._open: list[tuple[Any, Outputs]] = []
        self._known: set[int] = set()

    def take(self, output: dict[str, Any]) -> bool:
        """Collect an output for the innermost widget; return whether there is one."""
        if not self._open:
            return False
        outputs = self._open[-1][1]
        last = outputs[-1] if outputs else {}
        if "name" in output and last.get("name") == output["name"]:
            if len(last["text"]) <= TEXT_LIMIT:
                outputs[-1] = {**last, "text": joined(last["text"], output["text"])}
        else:
            outputs.append({k: v for k, v in output.items() if k not in ("handle", "update")})
        return True

    def clear(self) -> bool:
        """Empty the innermost widget; return whether there is one."""
        if self._open:
            self._open[-1][1].clear()
        return bool(self._open)

    def collecting(self) -> Iterator[Attribute]:
        """Yield what to exchange to take over what entering and leaving output widgets means on this thread."""
        thread, cls = threading.get_ident(), cast("Any", ipywidgets.Output)
        enter, leave = cls.__enter__, cls.__exit__

        def __enter__(widget: Any) -> Any:  # noqa: N807 - stands for a method of that name
            return self._enter(widget) if threading.get_ident() == thread else enter(widget)

        def __exit__(widget: Any, *error: Any) -> Any:  # noqa: N807 - the same
            return self._leave() if threading.get_ident() == thread else leave(widget, *error)

        yield cls, "__enter__", __enter__
        yield cls, "__exit__", __exit__

    def begin(self) -> None:
        """Start a run: no widget was entered yet."""
        self._known.clear()

    def leave_all(self) -> None:
        """Leave the widgets that the run left open."""
        while self._open:
            self._leave()

    def _enter(self, widget: Any) -> None:
        fresh = self._afresh and id(widget) not in self._known
        self._known.add(id(widget))
        self._open.append((widget, [] if fresh else list(widget.outputs)))

    def _leave(self) -> None:
        widget, outputs = self._open.pop()
        if list(widget.outputs) != outputs:
            widget.outputs = tuple(outputs)
