"""Breakpoints set in a cell hit when it runs and when a widget runs it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver

CELL = """%%stateapp debugged
go = st.button("Go")
x = 1

x = x + 1
st.text(f"x={x} {go}")
"""
LINE = 5


class Debugger:
    """The debug adapter of a kernel, spoken to as the front end does."""

    def __init__(self, kernel: KernelDriver) -> None:
        self.kernel = kernel
        self._number = 0
        self.ask("initialize", clientID="test", adapterID="", linesStartAt1=True, pathFormat="path")
        self.ask("attach")

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        self._number += 1
        request = {"type": "request", "command": command, "seq": self._number, "arguments": arguments}
        reply = self.kernel.reply(self.kernel._channels.send("control", "debug_request", request))
        assert reply.get("success"), reply
        body: dict[str, Any] = reply.get("body") or {}
        return body

    def wait_stopped(self, mark: int) -> int:
        """Wait for a stop; returns its line."""
        event = self.kernel.wait(
            lambda: next(
                (m for m in self.kernel.since(mark, "debug_event") if m.content["event"] == "stopped"), None
            ),
            what="a breakpoint",
        )
        thread = event.content["body"]["threadId"]
        (frame, *_) = self.ask("stackTrace", threadId=thread)["stackFrames"]
        self.ask("continue", threadId=thread)
        return int(frame["line"])


def test_breakpoints_hit_in_the_first_run_and_in_a_rerun(
    start_kernel: Callable[..., KernelDriver],
) -> None:
    kernel = start_kernel()
    if "debugger" not in kernel.info.get("supported_features", []) and not kernel.info.get("debugger"):
        pytest.skip("this kernel has no debugpy")
    apps = Apps(kernel)
    debugger = Debugger(kernel)
    path = debugger.ask("dumpCell", code=CELL)["sourcePath"]
    points = debugger.ask(
        "setBreakpoints", breakpoints=[{"line": LINE}], source={"path": path}, sourceModified=False
    )
    assert points["breakpoints"][0]["verified"]
    debugger.ask("configurationDone")
    mark = kernel.mark()
    running = kernel.submit(CELL)
    assert debugger.wait_stopped(mark) == LINE
    kernel.finish(running)
    assert apps.text("debugged").endswith("x=2 False")
    mark = kernel.mark()
    apps.click("Go")
    assert debugger.wait_stopped(mark) == LINE
    apps.wait_text("debugged", "x=2 True")
