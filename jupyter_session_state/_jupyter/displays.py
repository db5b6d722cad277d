"""What a thread displays, caught on its way to the front end: displays, and tracebacks that IPython shows."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jupyter_session_state._jupyter.exchange import Attribute


class Catcher(Protocol):
    """Who takes what is caught."""

    @property
    def handles(self) -> Collection[str]:
        """Display ids that this run has used."""
        ...

    def display(self, data: Any, metadata: Any, handle: str | None, *, update: bool) -> None:
        """Take what was displayed, or what takes the place of that."""

    def clear(self, *, wait: bool) -> None:
        """Take a call of `clear_output`."""

    def add(self, output: dict[str, Any]) -> None:
        """Take any other output."""


@contextmanager
def caught_displays(output: Catcher, shell: Any) -> Iterator[None]:
    """Hand what this thread displays to `output`."""
    publisher: Any = getattr(shell, "display_pub", None)
    if publisher is None:
        yield
    elif hasattr(publisher, "register_hook"):  # thread-local in ipykernel: swapping it loses messages
        hook = _hook(output)
        publisher.register_hook(hook)
        try:
            yield
        finally:
            publisher.unregister_hook(hook)
    else:
        shell.display_pub = _publisher(output, publisher)
        try:
            yield
        finally:
            shell.display_pub = publisher


def caught_tracebacks(output: Catcher, shell: Any) -> Iterator[Attribute]:
    """Yield what to exchange so that `output` takes the tracebacks that IPython shows on this thread.

    They are those of a repr that fails, or of ``showtraceback``.
    """
    real, thread = getattr(shell, "_showtraceback", None), threading.get_ident()
    if real is None:
        return

    def show(kind: Any, error: Any, traceback: Any) -> None:
        if threading.get_ident() != thread:
            real(kind, error, traceback)
            return
        name = getattr(kind, "__name__", str(kind))
        lines = [str(line) for line in traceback]
        output.add({"output_type": "error", "ename": name, "evalue": str(error), "traceback": lines})

    yield shell, "_showtraceback", show


def _hook(output: Catcher) -> Any:
    def hook(message: Any) -> Any:
        kind, content = message["header"]["msg_type"], message["content"]
        handle = (content.get("transient") or {}).get("display_id")
        if kind == "display_data" or (kind == "update_display_data" and handle in output.handles):
            output.display(content["data"], content.get("metadata"), handle, update=kind != "display_data")
        elif kind == "clear_output":
            output.clear(wait=bool(content.get("wait")))
        else:
            return message
        return None

    return hook


def _publisher(output: Catcher, real: Any) -> Any:
    from IPython.core.displaypub import DisplayPublisher

    thread = threading.get_ident()

    class Publisher(DisplayPublisher):
        def publish(self, data: Any, metadata: Any = None, source: Any = None, **more: Any) -> None:
            handle, update = (more.get("transient") or {}).get("display_id"), more.get("update", False)
            if threading.get_ident() == thread and (not update or handle in output.handles):
                output.display(data, metadata, handle, update=update)
            else:
                real.publish(data, metadata, source, **more)

        def clear_output(self, wait: bool = False) -> None:
            if threading.get_ident() == thread:
                output.clear(wait=wait)
            else:
                real.clear_output(wait)

        def __getattr__(self, name: str) -> Any:
            # Kernels tell theirs which request they answer, from other threads too.
            return getattr(real, name)

    return Publisher()
