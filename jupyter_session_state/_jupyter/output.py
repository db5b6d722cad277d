"""What a run prints, displays and plots: caught, and handed over in order to be shown at its place."""

from __future__ import annotations

import builtins
import sys
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from jupyter_session_state._jupyter.output_widgets import OutputWidgets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STREAMS = ("stdout", "stderr")

TEXT_LIMIT = 200_000
"""Characters of printed text one run shows; what goes beyond is counted and dropped."""


class CapturedOutput:
    """The output port of one app: notebook-format dicts, oldest first."""

    def __init__(self, shell: Any, *, afresh: bool = True) -> None:
        self._shell = shell
        self._widgets = OutputWidgets(afresh=afresh)
        self._outputs: list[dict[str, Any]] = []
        self._printed = 0
        self._lock = threading.Lock()
        self.handles: set[str] = set()

    def take(self) -> list[dict[str, Any]]:
        """Return what was caught since the last call."""
        if not self._outputs:
            return []
        with self._lock:
            taken, self._outputs = self._outputs, []
            return taken

    def take_text(self) -> list[dict[str, Any]]:
        """Return what was printed since the last call, if nothing else waits; any thread."""
        with self._lock:
            if any(output["output_type"] != "stream" for output in self._outputs):
                return []
            taken, self._outputs = self._outputs, []
            return taken

    def finish(self, shown: Sequence[object]) -> None:
        """Show the figures that are still open, as a cell does, but for those the script drew itself."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        backend = sys.modules.get("matplotlib_inline.backend_inline")
        if pyplot is None or backend is None or not pyplot.get_fignums():
            return
        if "inline" not in str(pyplot.get_backend()):
            return
        for figure in [pyplot.figure(number) for number in pyplot.get_fignums()]:
            if any(figure is one for one in shown):
                pyplot.close(figure)
        backend.flush_figures()

    def add(self, output: dict[str, Any]) -> None:
        """Catch one output; neighbouring texts of one stream become one."""
        if output["output_type"] == "stream":
            output = self._cut(output)
            if not output["text"]:
                return
        if self._widgets.take(output):
            return
        with self._lock:
            last = self._outputs[-1] if self._outputs else None
            if last is not None and "name" in output and last.get("name") == output["name"]:
                last["text"] += output["text"]
            else:
                self._outputs.append(output)

    def display(self, data: Any, metadata: Any, handle: str | None, *, update: bool) -> None:
        """Catch what was displayed; one displayed earlier in this run may be updated by its handle."""
        output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        if handle is not None:
            self.handles.add(handle)
            output.update(handle=handle, update=update)
        self.add(output)

    def clear(self) -> None:
        """`clear_output()` in a script: forget what waits."""
        if not self._widgets.clear():
            self._outputs.clear()

    def _cut(self, output: dict[str, Any]) -> dict[str, Any]:
        text = output["text"]
        room = TEXT_LIMIT - self._printed
        self._printed += len(text)
        if len(text) <= room:
            return output
        note = f"\n[more than {TEXT_LIMIT:,} characters were printed; the rest is not shown]\n"
        return {**output, "text": text[:room] + note if room > 0 else ""}

    @contextmanager
    def passing_on(self) -> Iterator[None]:
        """Catch what goes into output widgets; what does not goes where it would have gone."""
        with self.capturing():
            yield
        for output in self.take():
            if output["output_type"] == "stream":
                getattr(sys, output["name"]).write(output["text"])
            else:
                self._shell.display_pub.publish(output["data"], output["metadata"])

    @contextmanager
    def capturing(self) -> Iterator[None]:
        """Catch everything this thread puts out."""
        self._printed = 0
        self.handles.clear()
        with ExitStack() as stack:
            stack.enter_context(_streams(self))
            stack.enter_context(_displays(self, self._shell))
            stack.enter_context(_no_input())
            stack.enter_context(self._widgets.collecting())
            yield


class _Stream:
    """Stands in for sys.stdout or sys.stderr: catches its own thread, passes other threads on."""

    def __init__(self, output: CapturedOutput, name: str, real: Any) -> None:
        self._output = output
        self._name = name
        self._real = real
        self._thread = threading.get_ident()

    def write(self, text: str) -> int:
        if threading.get_ident() != self._thread:
            return int(self._real.write(text) or 0)
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            self._output.add({"output_type": "stream", "name": self._name, "text": text})
        return len(text)

    def flush(self) -> None:
        if threading.get_ident() != self._thread:
            self._real.flush()

    def isatty(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


@contextmanager
def _streams(output: CapturedOutput) -> Iterator[None]:
    before = sys.stdout, sys.stderr
    ours = _Stream(output, "stdout", sys.stdout), _Stream(output, "stderr", sys.stderr)
    for name, mine in zip(STREAMS, ours, strict=True):
        setattr(sys, name, mine)
    try:
        yield
    finally:
        for name, real, mine in zip(STREAMS, before, ours, strict=True):
            if getattr(sys, name) is mine:  # a script that swapped it too keeps its own
                setattr(sys, name, real)


@contextmanager
def _displays(output: CapturedOutput, shell: Any) -> Iterator[None]:
    publisher: Any = getattr(shell, "display_pub", None)
    if hasattr(
        publisher, "register_hook"
    ):  # thread-local in ipykernel: swapping the publisher loses messages
        hook = _hook(output)
        publisher.register_hook(hook)
        try:
            yield
        finally:
            publisher.unregister_hook(hook)
        return
    if publisher is None:
        yield
        return
    shell.display_pub = _publisher(output, publisher)
    try:
        yield
    finally:
        shell.display_pub = publisher


def _hook(output: CapturedOutput) -> Any:
    def hook(message: Any) -> Any:
        kind, content = message["header"]["msg_type"], message["content"]
        handle = (content.get("transient") or {}).get("display_id")
        if kind == "display_data" or (kind == "update_display_data" and handle in output.handles):
            output.display(content["data"], content.get("metadata"), handle, update=kind != "display_data")
        elif kind == "clear_output":
            output.clear()
        else:
            return message
        return None

    return hook


def _publisher(output: CapturedOutput, real: Any) -> Any:
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
                output.clear()
            else:
                real.clear_output(wait)

        def __getattr__(self, name: str) -> Any:
            return getattr(
                real, name
            )  # kernels tell theirs which request they answer, from other threads too

    return Publisher()


@contextmanager
def _no_input() -> Iterator[None]:
    def refuse(*_: object) -> NoReturn:
        raise RuntimeError(
            "input() cannot ask in an app, since nobody would see the prompt. Use st.text_input."
        )

    before = builtins.input
    builtins.input = refuse
    try:
        yield
    finally:
        builtins.input = before
