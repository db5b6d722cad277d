"""Messages of one flush for many models on the page: a few are sent as they are, many go together.

A notebook server passes on 3,000 messages within 3 s and drops the rest without a word, so a run that changes
5,000 controls must not send 5,000. The widget protocol has no message for several models. Here the `Library`,
which every page with an app has, carries them, and its browser half hands each to its model as if it had come alone.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from jupyter_session_state._jupyter.views.bundle import AT_ONCE, library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ipywidgets import Widget

TOGETHER = 25
"""From so many messages on they go together; fewer take the usual way, which anything that listens understands."""


class _Letter(NamedTuple):
    """One message that waits: for whom, what, and how it would be sent alone."""

    widget: Widget
    model_id: str
    data: Any
    buffers: Sequence[Any]
    send: Callable[..., Any]

    @property
    def is_alone(self) -> bool:
        """Whether it cannot go together with others."""
        return bool(self.buffers)


class Outbox:
    """Holds what widgets send until `deliver`.

    Parameters
    ----------
    carry
        Sends several messages as one: gets pairs of model id and message, and their widgets.
    """

    def __init__(self, carry: Callable[[list[list[Any]], list[Widget]], None]) -> None:
        self._carry = carry
        self._letters: list[_Letter] = []
        self._lock = threading.RLock()

    @contextmanager
    def delivering(self) -> Iterator[None]:
        """Send what the block gave, before any other thread may send: patches are numbered, and come in order."""
        with self._lock:
            try:
                yield
            finally:
                self.deliver()

    @contextmanager
    def holding(self, widget: Widget) -> Iterator[None]:
        """Hold what this thread sends for `widget` in the block."""
        comm: Any = widget.comm
        if comm is None:
            yield
            return
        send, thread = comm.send, threading.get_ident()

        def hold(data: Any = None, metadata: Any = None, buffers: Any = None) -> None:
            if threading.get_ident() == thread:
                self._letters.append(_Letter(widget, comm.comm_id, data, buffers or (), send))
            else:  # an echo of what the browser just said
                send(data=data, metadata=metadata, buffers=buffers)

        comm.send = hold
        try:
            yield
        finally:
            vars(comm).pop("send", None)

    def deliver(self) -> None:
        """Send what is held, in order."""
        letters, self._letters = self._letters, []
        if len(letters) < TOGETHER:
            _send_each(letters)
            return
        for is_alone, group in groupby(letters, key=lambda letter: letter.is_alone):
            if is_alone:
                _send_each(group)
                continue
            together = list(group)
            for start in range(0, len(together), AT_ONCE):
                part = together[start : start + AT_ONCE]
                self._carry([[one.model_id, one.data] for one in part], [one.widget for one in part])


def library_outbox() -> Outbox:
    """Return an outbox whose messages go through the library."""
    return Outbox(lambda messages, widgets: library().deliver(messages, widgets))


def _send_each(letters: Iterable[_Letter]) -> None:
    for letter in letters:
        letter.send(data=letter.data, buffers=letter.buffers)
