"""What buttons and chat inputs say: clicks with or without a payload, and requests for files to save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.control_flow import ControlFlow
from jupyter_session_state._core.uploads import is_upload
from jupyter_session_state._jupyter import grids
from jupyter_session_state._jupyter.markup.escape import sound
from jupyter_session_state._jupyter.views import ChatInput, Component, Download, Grid

if TYPE_CHECKING:
    import ipywidgets

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.events import Events
    from jupyter_session_state._jupyter.uploads import UploadChannel


class Clicks:
    """The buttons and chat inputs of one app.

    Parameters
    ----------
    app
        Finds the app.
    events
        Where to have something done on the main thread.
    uploads
        Takes the files that go with a message.
    """

    def __init__(self, app: Callable[[], App | None], events: Events, uploads: UploadChannel) -> None:
        self._app = app
        self._events = events
        self._uploads = uploads
        self._waiting: list[ipywidgets.Widget] = []  # for the end of the run that they caused

    def heard(
        self, widget: ipywidgets.Widget, element_id: str, content: Mapping[str, Any], buffers: Sequence[Any]
    ) -> None:
        """Take a message of a control's view; any thread."""
        app = self._app()
        if app is None:
            return
        if isinstance(widget, Grid):
            grids.heard(widget, content, self._events, app)
        elif content.get("event") == "click":
            if content.get("waits"):
                self._waiting.append(widget)
            app.click(element_id, self._payload(element_id, content))
        elif content.get("event") == "fire" and isinstance(widget, Component):
            self._fired(app, element_id, content.get("value"))
        elif content.get("event") == "fetch" and isinstance(widget, Download):
            self._events.later(lambda: serve(app, widget, element_id))
        elif isinstance(widget, ChatInput) and is_upload(content):
            self._uploads.message(widget, element_id, content, buffers)

    @staticmethod
    def _fired(app: App, element_id: str, value: Any) -> None:
        """Pass on what a component fired to the control beside it that has it."""
        registration = app.registrations.get(element_id)
        if registration is not None and registration.control.served:
            app.click(registration.control.served, value)

    def _payload(self, element_id: str, content: Mapping[str, Any]) -> Any:
        """Return what was clicked; True for a mere click, the text and what goes along for a message with files."""
        value = content.get("value", True)
        sent = {part: content[part] for part in ("files", "audio") if part in content}
        if not sent:
            return value
        files = self._uploads.taken(element_id, sent)
        return files if isinstance(files, ValueError) else {"text": value, **files}

    def run_ended(self) -> None:
        """Tell the views that waited for the end of a run."""
        while self._waiting:
            self._waiting.pop().send({"op": "done"})


def serve(app: App, widget: ipywidgets.Widget, element_id: str) -> None:
    """Send a view its file, or the reason why there is none. May run the author's code: main thread only."""
    registration = app.registrations.get(element_id)
    if widget.comm is None:
        return
    if registration is None or registration.disabled:
        widget.send({"op": "failed", "problem": "There is nothing to save now."})
        return
    try:
        with app.aside():
            file = registration.control.served.made()
    except (Exception, ControlFlow, KeyboardInterrupt) as error:  # noqa: BLE001 - whatever it was, it is told there
        reason = f"{type(error).__name__}: {error}".removesuffix(": ")[:500]
        widget.send({"op": "failed", "problem": sound(f"The file could not be made. {reason}")})
        return
    widget.send({"op": "file", "name": sound(file.file_name), "mime": file.mime}, [file.content])
