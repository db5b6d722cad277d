"""Drives a real kernel as a notebook front end does: executes cells, follows widgets, moves, clicks."""

from __future__ import annotations

import ast
import re
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from tests.kernel.channels import Channels, Json, Message
from tests.kernel.frontend import CONTROL_TARGET, WIDGET_TARGET, FrontEnd, Model
from tests.kernel.process import KernelProcess

T = TypeVar("T")
TARGETS = (WIDGET_TARGET, CONTROL_TARGET, "jupyter_session_state")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
ROOT = Path(__file__).resolve().parents[2]


#: All that may be left over; the library of browser code is opened once for each kernel and never closed.
CLEAN = """
%unload_ext jupyter_session_state
%reset -f
def clean():
    import ipywidgets, sys
    from ipywidgets.widgets.widget import _instances
    ours = sys.modules.get("jupyter_session_state._jupyter.views")
    kept = [ours.library(), ours.library().layout] if ours else []
    for widget in list(_instances.values()):
        if not any(widget is one for one in kept):
            widget.close()
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")
clean()
del clean
"""


@dataclass(frozen=True)
class Execution:
    """What one executed cell did, as far as the front end can tell."""

    msg_id: str
    reply: Json
    messages: list[Message]

    @property
    def stdout(self) -> str:
        return self._stream("stdout")

    @property
    def stderr(self) -> str:
        return self._stream("stderr")

    @property
    def displays(self) -> list[Json]:
        """The mime bundles of what was displayed, the cell's result included."""
        shown = ("display_data", "execute_result")
        return [message.content["data"] for message in self.messages if message.type in shown]

    @property
    def error(self) -> str | None:
        """Name and text of the exception that ended the cell."""
        return None if self.reply["status"] == "ok" else f"{self.reply['ename']}: {self.reply['evalue']}"

    @property
    def traceback(self) -> str:
        """The traceback as text, without its colours."""
        return COLOURS.sub("", "\n".join(self.reply.get("traceback", [])))

    def _stream(self, name: str) -> str:
        streams = (m.content for m in self.messages if m.type == "stream")
        return "".join(stream["text"] for stream in streams if stream["name"] == name)


class KernelDriver:
    """A kernel, and the page that shows its notebook.

    Parameters
    ----------
    python
        The interpreter whose ipykernel is started.
    subshells
        Send comm messages as JupyterLab does by default: over one subshell for each comm target.
    throttled
        Keep ipywidgets' rule of one update in flight for each model; False sends every change.
    path
        What is put on the kernel's import path.
    """

    def __init__(
        self,
        python: Path | str = sys.executable,
        *,
        subshells: bool = False,
        throttled: bool = True,
        path: Path | None = ROOT,
        env: dict[str, str] | None = None,
    ) -> None:
        self.log: list[Message] = []
        self._replies: dict[str, Message] = {}
        self._idle: set[str] = set()  # requests that the kernel is done with
        self._told: set[str] = set()  # comm messages sent since the kernel was clean
        self._changed = threading.Condition()
        self._stopped = False
        self._throttled = throttled
        self._subshells: dict[str, str] = {}
        self.page = FrontEnd(self._send_comm, throttled=throttled)
        self.process = KernelProcess(str(python), path, env or {})
        self._channels = Channels(self.process.connection, self._take)
        self.info = self._greet()
        if subshells:
            self._subshells = {target: self.create_subshell() for target in TARGETS}

    # --- cells --------------------------------------------------------------------------------------

    def execute(self, code: str, *, check: bool = True, timeout: float = 60, **request: Any) -> Execution:
        """Run a cell and wait for its end; a failing cell fails the test unless `check` is off."""
        done = self.finish(self.submit(code, **request), timeout=timeout)
        assert not (check and done.error), f"{done.error}\n{done.traceback}"
        return done

    def submit(self, code: str, *, cell_id: str | None = None, **content: Any) -> str:
        """Send a cell without waiting; returns the msg_id that `finish` takes."""
        request = {"code": code, "silent": False, "store_history": True, "user_expressions": {}}
        request |= {"allow_stdin": False, "stop_on_error": True, **content}
        return self._channels.send("shell", "execute_request", request, metadata=_cell_metadata(cell_id))

    def finish(self, msg_id: str, *, timeout: float = 60) -> Execution:
        """Wait for a submitted cell: its reply and the idle that says that all its output came."""
        reply = self.reply(msg_id, timeout=timeout)
        self.wait(lambda: msg_id in self._idle, timeout=timeout, what="the cell's idle status")
        return Execution(msg_id, reply, [message for message in self.log if message.parent == msg_id])

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the notebook's namespace; it must have a literal as its repr."""
        wanted = {"value": expression}
        done = self.execute("", user_expressions=wanted, store_history=False)
        answer = done.reply["user_expressions"]["value"]
        assert answer["status"] == "ok", answer
        return ast.literal_eval(answer["data"]["text/plain"])

    def wait_value(self, expression: str, expected: Any, *, timeout: float = 30) -> None:
        """Wait until an expression has a value; the notebook is asked again after every sign of life."""
        end = time.monotonic() + timeout
        while (value := self.evaluate(expression)) != expected:
            assert time.monotonic() < end, f"{expression} is {value!r}, not {expected!r}\n{self._recent()}"
            with self._changed:
                self._changed.wait(0.05)

    # --- widgets ------------------------------------------------------------------------------------

    def widget(self, *, timeout: float = 30, **traits: Any) -> Model:
        """The one open model whose state holds these values; waits for it."""
        message = f"one model with {traits}"
        self.wait(lambda: len(self.widgets(**traits)) == 1, timeout=timeout, what=message)
        return self.widgets(**traits)[0]

    def widgets(self, **traits: Any) -> list[Model]:
        """All open models whose state holds these values, in the order in which they were opened."""
        with self._changed:
            return self.page.live(**traits)

    def set(self, model: Model, **changes: Any) -> None:
        """Change traits of a model as its view in the browser does."""
        with self._changed:
            self.page.set(model, changes)

    def click(self, model: Model) -> str:
        """Click a button."""
        return self.custom(model, {"event": "click"})

    def custom(self, model: Model, content: Any, buffers: list[Any] | None = None) -> str:
        """Send a custom message to a model."""
        with self._changed:
            return self.page.custom(model, content, buffers)

    def close_comm(self, model: Model) -> None:
        """Close the comm of a model from the page's side."""
        model.closed = True
        closing = {"comm_id": model.model_id, "data": {}}
        self._channels.send("shell", "comm_close", closing, header=self._subshell_header(WIDGET_TARGET))

    def play(self, moves: Iterable[Callable[[], object]], *, hz: float = 60) -> None:
        """Make moves at a steady pace, as a hand that drags does; late moves are made at once."""
        start = time.perf_counter()
        pace = threading.Event()
        for number, move in enumerate(moves):
            pace.wait(max(0.0, start + number / hz - time.perf_counter()))
            move()

    def reload_page(self, *, timeout: float = 30) -> None:
        """Forget all models and fetch them from the kernel, as the page does when it is loaded again."""
        with self._changed:
            self.page = FrontEnd(self._send_comm, throttled=self._throttled)
        comm_id = self.open_comm(CONTROL_TARGET)
        self._send_comm(CONTROL_TARGET, comm_id, {"method": "request_states"}, [])
        answer = self.wait(
            lambda: self._comm_message(comm_id), timeout=timeout, what="the states of all models"
        )
        data = answer.content["data"]
        with self._changed:
            self.page.restore(data["states"], data["buffer_paths"], answer.buffers)

    def open_comm(self, target: str) -> str:
        """Open a comm from the page's side; returns its id."""
        comm_id = uuid.uuid4().hex
        opening = {"comm_id": comm_id, "target_name": target, "data": {}}
        subshell = self._subshell_header(target)
        self._channels.send("shell", "comm_open", opening, metadata={"version": "1.0.0"}, header=subshell)
        return comm_id

    def send_comm(self, target: str, comm_id: str, data: Any) -> str:
        """Send a message on a comm."""
        return self._send_comm(target, comm_id, data, [])

    def received(self, comm_id: str) -> list[Json]:
        """What the kernel sent on a comm."""
        with self._changed:
            return [
                m.content["data"]
                for m in self.log
                if m.type == "comm_msg" and m.content["comm_id"] == comm_id
            ]

    # --- the kernel ---------------------------------------------------------------------------------

    def wait(
        self, condition: Callable[[], T | None], *, timeout: float = 30, what: str = "the condition"
    ) -> T:
        """Wait until something holds; it is looked at again whenever a message arrived."""
        end = time.monotonic() + timeout
        with self._changed:
            while not (value := condition()):
                assert self.process.alive, f"the kernel died\n{self.process.log}"
                left = end - time.monotonic()
                assert left > 0, f"waited {timeout} s for {what}\n{self._recent()}"
                self._changed.wait(min(left, 1.0))
            return value

    def wait_quiet(self, quiet: float = 0.3, *, timeout: float = 30) -> None:
        """Wait until the kernel has said nothing for a while; always takes that while, which `Apps.settle` does not."""
        end = time.monotonic() + timeout
        with self._changed:
            while self._changed.wait(quiet):
                assert time.monotonic() < end, (
                    f"the kernel did not fall silent in {timeout} s\n{self._recent()}"
                )

    def wait_taken(self, *, timeout: float = 30) -> None:
        """Wait until the kernel is done with every comm message that was sent to it."""
        self.wait(lambda: self._told <= self._idle, timeout=timeout, what="the idle of each comm message")

    def reply(self, msg_id: str, *, timeout: float = 30) -> Json:
        """The content of the answer to a shell or control request."""
        return self.wait(lambda: self._replies.get(msg_id), timeout=timeout, what="a reply").content

    def mark(self) -> int:
        """A place in the log; `since(mark)` gives what came after it."""
        return len(self.log)

    def since(self, mark: int, *types: str) -> list[Message]:
        """Messages of these types (of all, if none is named) since a mark."""
        return [message for message in self.log[mark:] if not types or message.type in types]

    def interrupt(self) -> None:
        """Interrupt what runs, as the front end's stop button does."""
        self.process.interrupt()

    def clean(self) -> None:
        """Make the kernel as good as new: what tests loaded, named and showed is gone, and so is the log."""
        self.execute(CLEAN, store_history=False, timeout=10)
        with self._changed:
            self.log.clear()
            self._told.clear()
            self.page.models = {m.model_id: m for m in self.page.live()}
        self.process.forget_log()

    @property
    def supports_subshells(self) -> bool:
        return "kernel subshells" in self.info.get("supported_features", [])

    def create_subshell(self) -> str:
        """Open a subshell; returns its id."""
        reply = self.reply(self._channels.send("control", "create_subshell_request", {}))
        assert reply["status"] == "ok", reply
        return str(reply["subshell_id"])

    def stop(self) -> None:
        """End the kernel; may be called twice."""
        if not self._stopped:
            self._stopped = True
            self._channels.close()
            self.process.kill()

    def __enter__(self) -> KernelDriver:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # --- inner --------------------------------------------------------------------------------------

    def _take(self, message: Message) -> None:
        with self._changed:
            self.log.append(message)
            if message.channel in ("shell", "control"):
                self._replies[message.parent] = message
            elif message.channel == "iopub":
                self._publish(message)
            self._changed.notify_all()

    def _publish(self, message: Message) -> None:
        self.page.receive(message)
        if message.type == "status" and message.content["execution_state"] == "idle":
            self._idle.add(message.parent)

    def _send_comm(self, target: str, comm_id: str, data: Json, buffers: list[Any]) -> str:
        content = {"comm_id": comm_id, "data": data}
        header = self._subshell_header(target)
        msg_id = self._channels.send("shell", "comm_msg", content, header=header, buffers=buffers)
        self._told.add(msg_id)
        return msg_id

    def _subshell_header(self, target: str) -> Json:
        return {"subshell_id": self._subshells[target]} if target in self._subshells else {}

    def _greet(self) -> Json:
        """Ask until both channels answer: an iopub subscription takes effect some time after it was made."""
        for _ in range(60):
            asked = self._channels.send("shell", "kernel_info_request", {})
            info = self.reply(asked, timeout=60)
            with self._changed:
                if self._changed.wait_for(partial(self._idle.__contains__, asked), timeout=0.5):
                    return info
        raise AssertionError(f"the kernel publishes nothing\n{self.process.log}")

    def _comm_message(self, comm_id: str) -> Message | None:
        ours = (m for m in reversed(self.log) if m.type == "comm_msg" and m.content["comm_id"] == comm_id)
        return next(ours, None)

    def _recent(self) -> str:
        lines = [f"{m.channel:7} {m.type:16} {str(m.content)[:160]}" for m in self.log[-15:]]
        return "\n".join([f"models: {self.page.live()}", "last messages:", *lines, self.process.log[-2000:]])


def _cell_metadata(cell_id: str | None) -> Json:
    return {"cellId": cell_id} if cell_id else {}
