"""``from streamlit.deprecation_util import show_deprecation_warning``: how libraries say that something is old."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jupyter_session_state._core.place import running

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

__all__ = ["show_deprecation_warning"]


def show_deprecation_warning(message: str, show_in_browser: bool = True, show_once: bool = False) -> None:
    """Warn that something is old.

    Parameters
    ----------
    message
        What to say, as Markdown.
    show_in_browser
        Whether the app says it; nobody does otherwise.
    show_once
        Whether the app says it in one run only.
    """
    run = running("warning")
    if not show_in_browser or (show_once and message in run.app.warned):
        return
    run.app.warned.add(message)
    cast("DeltaGenerator", run.here()).warning(message)
