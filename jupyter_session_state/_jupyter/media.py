"""The bytes of pictures, sounds and frames: sent once, as binary buffers, beside the HTML that names them.

What a page has seen it keeps for a while, under the fingerprint; so an unchanged picture is never sent again. A
page that does not have what its HTML names, after a reload for instance, asks for it.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.element import Blob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.element import Element

REMEMBERED: Final = 256
"""Of how many it is remembered that they were sent; a page asks for what it has let go of."""


class Media:
    """What the pages of one app have been sent.

    Parameters
    ----------
    send
        Sends a message with buffers to all pages.
    app
        Returns the app, once there is one.
    """

    def __init__(
        self, send: Callable[[dict[str, Any], Sequence[bytes]], None], app: Callable[[], App | None]
    ) -> None:
        self._send = send
        self._app = app
        self._sent: dict[str, None] = {}
        self._new: dict[str, Blob] = {}
        self._lock = threading.Lock()

    def note(self, element: Element) -> None:
        """Take up what an element that will be drawn needs."""
        if element.kind in _WITHOUT:
            return
        with self._lock:
            for blob in blobs_in(element.props):
                if blob.fingerprint in self._sent:
                    self._sent[blob.fingerprint] = self._sent.pop(
                        blob.fingerprint
                    )  # used again: remembered longest
                else:
                    self._new[blob.fingerprint] = blob

    def push(self) -> None:
        """Send what was taken up and no page has yet."""
        with self._lock:
            new, self._new = self._new, {}
            self._sent.update(dict.fromkeys(new))
            for fingerprint in list(self._sent)[: max(0, len(self._sent) - REMEMBERED)]:
                del self._sent[fingerprint]
        if new:
            self._send(_message(new.values()), [blob.data for blob in new.values()])

    def answer(self, ids: Any, send: Callable[[dict[str, Any], Sequence[bytes]], None]) -> None:
        """Send what a page asks for, as far as it is on screen; any thread."""
        app = self._app()
        tree = None if app is None else app.tree
        if tree is None or not isinstance(ids, list):
            return
        wanted = {name for name in ids if isinstance(name, str)}
        found = {
            blob.fingerprint: blob
            for element in tree.walk()
            for blob in blobs_in(element.props)
            if blob.fingerprint in wanted
        }
        if found:
            send(_message(found.values()), [blob.data for blob in found.values()])


_WITHOUT: Final = frozenset(("markdown", "text", "caption", "title", "header", "subheader", "empty", "json"))
"""Kinds that never have any: most of a page."""


def blobs_in(value: Any) -> Iterator[Blob]:
    """Yield the bytes that props hold, in lists and dictionaries too."""
    if isinstance(value, Blob):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from blobs_in(item)
    elif type(value) in (list, tuple) and value and isinstance(value[0], (Blob, dict, list, tuple, str)):
        for item in value:
            yield from blobs_in(item)


def _message(blobs: Any) -> dict[str, Any]:
    return {"op": "media", "media": [[blob.fingerprint, blob.mime] for blob in blobs]}
