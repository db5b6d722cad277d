"""What the browser says to our widgets: taken in on any thread, applied on the main one.

A widget's own message handler would run user code right there, on whatever thread the kernel chose, and two
widgets of one app would overtake each other. Here a message is only written down.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ipywidgets.widgets import widget as module
from traitlets import TraitError

from jupyter_session_state._core.uploads import is_upload
from jupyter_session_state._jupyter.buffers import put_back, taken_out
from jupyter_session_state._jupyter.handlers import is_observed
from jupyter_session_state._jupyter.inside import from_json, handle, nothing_sent_back

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ipywidgets import Widget

    from jupyter_session_state._jupyter.host import Host

LOG = logging.getLogger(__name__)


class Events:
    """The inbox of one kernel.

    Parameters
    ----------
    host
        The kernel.
    wake
        Called after each message, on its thread.
    """

    def __init__(self, host: Host, wake: Callable[[], None]) -> None:
        self._host = host
        self._wake = wake
        self._inbox: deque[Callable[[], None]] = deque()
        self._comms: dict[str, Callable[[], None]] = {}
        self._lock = threading.Lock()
        self._coming = 0

    @property
    def coming(self) -> int:
        """How many messages have arrived in the kernel that it has not handed over yet, as far as that is seen."""
        return self._coming

    def expect_nothing(self) -> None:
        """Count anew: what has not come by now, such as a message for a widget that is gone, never will."""
        with self._lock:
            self._coming = 0

    def __len__(self) -> int:
        return len(self._inbox)

    def route(
        self,
        widget: Widget,
        *,
        on_state: Callable[[Mapping[str, Any]], None] | None = None,
        on_custom: Callable[[Mapping[str, Any], Sequence[Any]], None] | None = None,
        hint: Callable[[], None] | None = None,
    ) -> None:
        """Take the messages of `widget` from now on.

        Parameters
        ----------
        widget
            One of ours; its comm is open.
        on_state
            Called with the traits the browser set, on the thread the message came on: it may only write down.
        on_custom
            Called with a custom message and its binary buffers, likewise.
        hint
            Called when a message for it arrived, long before it is handled.
        """
        comm: Any = widget.comm
        if comm is None:
            return

        def taken_in(message: Mapping[str, Any]) -> None:
            self._handle(widget, message, on_state, on_custom)

        take_messages(comm, taken_in)
        if hint is not None:
            self._comms[comm.comm_id] = hint

    def later(self, job: Callable[[], None]) -> None:
        """Have something done on the main thread, after what came before it; any thread."""
        self._inbox.append(job)
        self._wake()

    def forget(self, widget: Widget) -> None:
        """Let a widget take its messages itself again: it is about to close, or it is not ours."""
        if widget.comm is not None:
            self._comms.pop(widget.comm.comm_id, None)
            vars(widget.comm).pop("handle_msg", None)

    def arrived(self, comm_id: str, data: Mapping[str, Any]) -> None:
        """Hear that a message for a comm is on its way; a file that is being sent is no input yet."""
        hint = self._comms.get(comm_id)
        if hint is not None and not is_upload(_content(data)):
            with self._lock:
                self._coming += 1
            hint()

    @property
    def are_heard(self) -> bool:
        """Whether applying what came in may run code that is not ours, which may put something out."""
        return any(not isinstance(job, _Adoption) or job.is_heard for job in tuple(self._inbox))

    def apply(self) -> None:
        """Give the widgets the values their views have, without sending anything; main thread only."""
        while self._inbox:
            try:
                self._inbox.popleft()()
            except Exception:  # noqa: PERF203 - a handler that some plain cell registered; the others must be heard too
                LOG.exception("a widget could not take what the browser sent")

    def _handle(
        self,
        widget: Widget,
        message: Mapping[str, Any],
        on_state: Callable[[Mapping[str, Any]], None] | None,
        on_custom: Callable[[Mapping[str, Any], Sequence[Any]], None] | None,
    ) -> None:
        data = message["content"].get("data")
        if message["content"]["comm_id"] in self._comms and not is_upload(_content(data)):
            with self._lock:
                self._coming = max(0, self._coming - 1)
        method = data.get("method") if isinstance(data, dict) else None
        if method == "update":
            self._take_state(widget, message, on_state)
        elif method == "custom" and on_custom is not None:
            on_custom(_content(data), message.get("buffers") or ())
        elif method == "custom":
            self._inbox.append(partial(handle, widget, message))
        elif method == "request_state":
            handle(widget, message)
        self._host.settle_message()
        self._wake()

    def _take_state(
        self, widget: Widget, message: Mapping[str, Any], on_state: Callable[[Mapping[str, Any]], None] | None
    ) -> None:
        try:
            state = _sent_state(message["content"]["data"], message.get("buffers") or ())
        except (TypeError, ValueError) as error:
            LOG.warning("what the page sent is no state of %s: %s", type(widget).__name__, error)
            return
        _echo(widget, state)
        self._inbox.append(_Adoption(widget, state))
        if on_state is not None:
            on_state(state)


def take_messages(comm: Any, taken_in: Callable[[Mapping[str, Any]], None]) -> None:
    """Have the messages of a comm handed over as they come, on the thread they come on."""
    comm.handle_msg = taken_in  # not Comm.handle_msg: it would flush the script's figures from any thread
    if hasattr(comm, "_reply_subshell_for"):
        comm._reply_subshell_for = lambda data, default: default  # else one comm hops between threads


def _content(data: Any) -> Mapping[str, Any]:
    """Return what a custom message says; nothing for one that says it in a way no view has."""
    content = data.get("content") if isinstance(data, dict) else None
    return content if isinstance(content, dict) else {}


def _sent_state(data: Mapping[str, Any], buffers: Any) -> dict[str, Any]:
    """Return the state in a message.

    Raises
    ------
    TypeError, ValueError
        If it is none.
    """
    state = data.get("state")
    if not isinstance(state, dict):
        raise TypeError(f"a state is a dictionary, not {type(state).__name__}")
    put_back(state, data.get("buffer_paths") or (), buffers)
    return state


def _echo(widget: Widget, state: Mapping[str, Any]) -> None:
    """Tell the other views, here where the message is still the parent of what is sent."""
    if widget.comm is None or not getattr(module, "JUPYTER_WIDGETS_ECHO", True):
        return
    echoed = {
        k: v for k, v in state.items() if k in widget.keys and widget.trait_metadata(k, "echo_update", True)
    }
    if echoed:
        echoed, paths, buffers = taken_out(echoed)
        widget.comm.send({"method": "echo_update", "state": echoed, "buffer_paths": paths}, buffers=buffers)


@dataclass(frozen=True, slots=True, eq=False)
class _Adoption:
    """A widget takes the values its view has."""

    widget: Widget
    state: Mapping[str, Any]

    @property
    def is_heard(self) -> bool:
        return is_observed(self.widget, self.state)

    def __call__(self) -> None:
        widget = self.widget
        if widget.comm is None:
            return
        known = {k: v for k, v in self.state.items() if k in widget.keys}
        # A value that a trait refuses, here or when the hold ends, is refused with words by the run.
        with suppress(TraitError), nothing_sent_back(widget, known), widget.hold_trait_notifications():
            for name, value in known.items():
                with suppress(TraitError, TypeError, ValueError):
                    widget.set_trait(name, from_json(widget, name, value))
