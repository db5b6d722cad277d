"""Opening a dialog: a window in the event area, whose content is a fragment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import scope_messages as messages
from jupyter_session_state._core.fragment_runs import call_fragment
from jupyter_session_state._core.fragments import Terms
from jupyter_session_state._core.inputs import draw_external
from jupyter_session_state._core.place import Node
from jupyter_session_state._core.registration import Registration
from jupyter_session_state._core.spec import Control

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.place import Place
    from jupyter_session_state._core.run import ScriptRun

DIALOG = "dialog"
"""Kind of its container."""


@dataclass(frozen=True, slots=True)
class DialogTerms:
    """What the author of a dialog said about it."""

    title: str
    width: str | int
    position: str
    dismissible: bool
    icon: str
    on_dismiss: str | Callable[..., Any]
    function: str

    def identity(self) -> tuple[Any, ...]:
        """What tells it from another dialog of the same run."""
        follows = "callback" if callable(self.on_dismiss) else self.on_dismiss
        return (self.title, self.width, self.position, self.dismissible, self.icon, follows)


def open_dialog(run: ScriptRun, terms: DialogTerms, content: Callable[[], Any]) -> None:
    """Open a dialog and draw its content.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        In another dialog, in a fragment that runs beside the script, or if the run has opened one.
    StreamlitDuplicateElementId
        If the run has opened this one.
    """
    _check(run, terms)
    parent, run.running = run.running, None  # the window belongs to no fragment, only what is in it
    try:
        window = _open_window(run, terms)
        if terms.on_dismiss != "ignore":
            _listen(run, terms, window, None if parent is None else parent.id)
        fragment = Terms(terms.function, f"dialog {terms.function}", lasting=True)
        call_fragment(run, window, fragment, content, None if parent is None else parent.id)
    finally:
        run.running = parent


def _check(run: ScriptRun, terms: DialogTerms) -> None:
    if run.running is not None and run.running.beside_script:
        raise messages.not_in_parallel("@st.dialog")
    if any(holder.head.kind == DIALOG for holder in run.here().node.lineage()):
        raise messages.nested_dialog(terms.title)
    if run.dialog is not None:
        same = run.dialog == terms.identity()
        raise messages.same_dialog(terms.title) if same else messages.second_dialog(terms.title)
    run.dialog = terms.identity()


def _open_window(run: ScriptRun, terms: DialogTerms) -> Place:
    root = run.roots["event"]
    root.children[:] = [child for child in root.children if _kind(child) != DIALOG]
    window: Place = run.app.kernel.handle(root).nest(
        DIALOG,
        label=terms.title,
        width=terms.width,
        position=terms.position,
        dismissible=terms.dismissible,
        icon=terms.icon,
        opening=run.app.starts,  # its user may have closed it: each call opens it again
    )
    run.canvas.afresh.append(window.node.head.id)
    return window


def _kind(child: Any) -> str:
    return str(child.head.kind if isinstance(child, Node) else child.kind)


def _listen(run: ScriptRun, terms: DialogTerms, window: Place, fragment: str | None) -> None:
    """Let its being closed by its user run the app, or the fragment that opened it."""
    new = Registration(
        id=window.node.head.id,
        key=None,
        kind=DIALOG,
        label=terms.title,
        control=Control("", False, decode=bool, trigger=True),
        callback=terms.on_dismiss if callable(terms.on_dismiss) else None,
        args=(),
        kwargs={},
        disabled=not terms.dismissible,
        ignore=False,
        form=None,
        line=run.line(),
    )
    draw_external(run, new)
    new.fragment = fragment
