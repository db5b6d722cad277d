"""The app in its cell's output: the live view, and beside it a picture for where no widgets live."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from IPython.display import display

from jupyter_session_state._jupyter import markup

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.element import Element
    from jupyter_session_state._jupyter.views import Block

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Picture:
    """The output of one executed cell.

    The view is shown once the run drew something and takes its time, or at the end of the run. The picture is of
    the first run: to exchange it later would make the front end build the live view anew, under the user's hands.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._handle: Any = None
        self._lock = threading.Lock()

    def show(self, root: Block | None) -> None:
        """Display the app, unless it is displayed; any thread that knows the cell."""
        tree = self._app.tree
        with self._lock:
            if self._handle is None and root is not None and tree is not None:
                self._handle = display(_bundle(root, tree), raw=True, display_id=True)

    def finish(self, root: Block | None) -> None:
        """Display the app as the completed run drew it."""
        tree = self._app.tree
        if self._handle is None:
            self.show(root)
        elif root is not None and tree is not None:
            self._handle.update(_bundle(root, tree), raw=True)


def _bundle(root: Block, tree: Element) -> dict[str, Any]:
    return {
        WIDGET_VIEW: {"version_major": 2, "version_minor": 1, "model_id": root.model_id},
        "text/html": markup.static_page(tree),
        "text/plain": markup.static_text(tree),
    }
