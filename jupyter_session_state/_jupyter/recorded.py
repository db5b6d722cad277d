"""The app's own button that records a test: the page shows the text, and writes no file."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from jupyter_session_state._jupyter import visitors
from jupyter_session_state._jupyter.markup.alerts import alert_html
from jupyter_session_state._jupyter.markup.codes import CODE_LIMIT, code_html
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App

LOG = logging.getLogger(__name__)


def answer(app: App, ask: Any) -> dict[str, Any] | None:
    """Return what the page is told that asked; nothing if it may be a visitor's, for the test has the program in it."""
    if visitors.are_here():
        return None
    return {"op": "recorded", "ask": str(ask)[:60], "html": _html(app)}


def _html(app: App) -> str:
    try:
        text = app.kernel.record(app)
    except StreamlitAPIException as error:
        return _problem(str(error))
    except Exception as error:  # a fault of ours; the page must not wait for ever
        LOG.exception("the app %r could not be recorded", app.name)
        return _problem(f"This session could not be recorded: {type(error).__name__}.")
    if len(text) > CODE_LIMIT:
        file = f"test_{app.name}.py".replace("-", "_")
        return _problem(
            "This test is too long to be shown. "
            f"Execute `%stateapp record {app.name} {file}` in a cell: it writes the test to a file."
        )
    return code_html({"body": text, "language": "python"})


def _problem(words: str) -> str:
    return alert_html("error", {"body": words})
