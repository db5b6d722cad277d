"""What a run prints, displays and plots: caught, and handed over in order to be shown at its place."""

from __future__ import annotations

import builtins
import sys
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from jupyter_session_state._core.element import PENDING
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.printed import TEXT_LIMIT
from jupyter_session_state._core.terminal import joined_later
from jupyter_session_state._jupyter.displays import caught_displays, caught_tracebacks
from jupyter_session_state._jupyter.exchange import Exchange
from jupyter_session_state._jupyter.figures import HELPERS, Figures
from jupyter_session_state._jupyter.output_widgets import OutputWidgets
from jupyter_session_state._jupyter.picture import WIDGET_VIEW
from jupyter_session_state._jupyter.streams import caught_streams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jupyter_session_state._jupyter.exchange import Attribute

Output = dict[str, Any]

NONE: Sequence[Output] = ()


class CapturedOutput:
    """The output port of one app: notebook-format dicts, oldest first."""

    def __init__(self, shell: Any, *, afresh: bool = True) -> None:
        self._shell = shell
        self._widgets = OutputWidgets(afresh=afresh)
        self._figures = Figures()
        self._outputs: list[Output] = []
        self._lock = threading.Lock()
        self.handles: set[str] = set()

    # -- the port ------------------------------------------------------------------------------------------

    def take(self) -> Sequence[Output]:
        """Return what was caught since the last call."""
        if HELPERS in sys.modules:  # else there is no Matplotlib
            self._keep_places()
        if not self._outputs:
            return NONE
        with self._lock:
            taken, self._outputs = self._outputs, []
            return taken

    def take_ready(self) -> list[Output]:
        """Return what was caught since the last call up to the first widget, which its own thread draws; any thread."""
        with self._lock:
            ready = next((n for n, o in enumerate(self._outputs) if _is_widget(o)), len(self._outputs))
            taken, self._outputs = self._outputs[:ready], self._outputs[ready:]
            return taken

    def finish(self, shown: Sequence[object], *, wanted: bool) -> None:
        """Show the figures that are still open, as a cell does, but for those the script drew itself."""
        self._keep_places()
        self._figures.finish(shown, self._show_figure if wanted else None)

    # -- what is caught ------------------------------------------------------------------------------------

    def add(self, output: Output) -> None:
        """Catch one output; neighbouring texts of one stream become one."""
        if self._widgets.take(output):
            return
        self._keep_places()
        self._wait(output)
        run = CURRENT.get() if _is_widget(output) else None
        if (
            run is not None
        ):  # from now on it is known which widget stands for it, whatever the script does to it
            run.take_output()

    def _wait(self, output: Output) -> None:
        with self._lock:
            last = self._outputs[-1] if self._outputs else None
            if last is None or "name" not in output or last.get("name") != output["name"]:
                self._outputs.append(output)
            elif len(last["text"]) <= TEXT_LIMIT:  # nobody takes more than that
                last["text"] = joined_later(last["text"], output["text"])

    def display(self, data: Any, metadata: Any, handle: str | None, *, update: bool) -> None:
        """Catch what was displayed; one displayed earlier in this run may be updated by its handle."""
        output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        if handle is not None:
            self.handles.add(handle)
            output.update(handle=handle, update=update)
        self.add(output)

    def clear(self, *, wait: bool) -> None:
        """`clear_output()` in a script: of the output widget it is in, else of the place in the app."""
        if not self._widgets.clear():
            with self._lock:
                self._outputs.append({"output_type": "clear", "wait": wait})

    def _keep_places(self) -> None:
        """Keep places for the figures that were made meanwhile."""
        for handle in self._figures.new():
            with self._lock:
                self._outputs.append({"output_type": PENDING, "handle": handle})

    def _show_figure(self, figure: Any, metadata: dict[str, Any], handle: str | None) -> None:
        data, more = self._shell.display_formatter.format(figure)
        if data:  # else it could not be drawn, and IPython has shown why
            output = {"output_type": "display_data", "data": data, "metadata": {**more, **metadata}}
            self.add({**output, "handle": handle, "update": True, "owed": True})

    # -- around a run --------------------------------------------------------------------------------------

    @contextmanager
    def passing_on(self) -> Iterator[None]:
        """Catch what goes into output widgets; what does not goes where it would have gone."""
        with self.capturing(tracebacks=False):
            yield
        for output in self.take():
            if output["output_type"] == "stream":
                getattr(sys, output["name"]).write(output["text"])
            elif output["output_type"] == "display_data":
                self._shell.display_pub.publish(output["data"], output["metadata"])

    @contextmanager
    def capturing(self, *, tracebacks: bool = True) -> Iterator[None]:
        """Catch everything this thread puts out."""
        self.handles.clear()
        self._figures.begin()
        self._widgets.begin()
        shell = self._shell
        with Exchange(self._exchanged(tracebacks=tracebacks)), caught_displays(self, shell):
            keep_figures = _figures_kept(shell)
            try:
                yield
            finally:
                keep_figures()
                self._widgets.leave_all()

    def _exchanged(self, *, tracebacks: bool) -> Iterator[Attribute]:
        yield from caught_streams(self._catch_text)
        yield from self._widgets.collecting()
        yield builtins, "input", _refuse_input
        if tracebacks:
            yield from caught_tracebacks(self, self._shell)

    def _catch_text(self, name: str, text: str) -> None:
        self.add({"output_type": "stream", "name": name, "text": text})


def _is_widget(output: Output) -> bool:
    return WIDGET_VIEW in (output.get("data") or ())


def _figures_kept(shell: Any) -> Callable[[], None]:
    """Leave figures to the script while it draws them; return what to call when it is done.

    The inline backend shows and closes all that are open when "code was executed", and ipykernel 7 says so after every
    message for any widget, on whatever thread.
    """
    backend = sys.modules.get("matplotlib_inline.backend_inline")
    events = getattr(shell, "events", None)
    if backend is None or events is None:
        return _nothing
    try:
        events.unregister("post_execute", backend.flush_figures)
    except ValueError:  # it is not there: another backend, or no figure yet
        return _nothing
    return partial(events.register, "post_execute", backend.flush_figures)


def _nothing() -> None:
    """Do nothing."""


def _refuse_input(*_: object) -> NoReturn:
    raise RuntimeError("input() cannot ask in an app, since nobody would see the prompt. Use st.text_input.")
