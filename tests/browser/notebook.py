"""A notebook open in JupyterLab: what a person does with it, and what may be asked about it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Request, WebSocket

from tests.browser.labserver import LabServer

SHOTS = Path(__file__).parent / "shots"
TIMEOUT = 60_000  # milliseconds

OPENED = "path => window.jupyterapp?.shell.currentWidget?.context?.path === path"
READY = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
}"""
SHUT_DOWN = "() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"
IDLE = "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
# The promise of a command ends with the command, so it is kept in the page instead of being returned.
COMMAND = """([name, args]) => {
  const run = (window.testRun = { done: false, error: null });
  window.jupyterapp.commands.execute(name, args).then(
    () => { run.done = true; },
    reason => { run.error = String(reason); run.done = true; }
  );
}"""
COMMAND_DONE = "() => window.testRun.done"
SELECT = "index => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = index; }"
EXECUTE = """async code => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const future = kernel.requestExecute({ code, store_history: false });
  let text = '';
  future.onIOPub = message => { if (message.header.msg_type === 'stream') { text += message.content.text; } };
  const reply = await future.done;
  return { text, status: reply.content.status, error: reply.content.evalue ?? '' };
}"""
PAINTED = "() => new Promise(requestAnimationFrame)"
#: Errors that others write to the console of a loaded machine, and that nothing follows from.
HARMLESS = (
    "[anywidget] Failed to initialize model.",  # a page took two seconds to load our code
    # JupyterLab asks a kernel that restarts for its debugger; the restart may be faster than the answer.
    "Could not restore the debugger state: Canceled future for debug_request message",
)
#: For how many pictures a thing may move before it is clicked: some seconds.
MOST_FRAMES = 200
THEME_PLUGIN = "@jupyterlab/apputils-extension:themes"
THEMED = "dark => document.body.dataset.jpThemeLight === String(!dark)"


class Notebook:
    """One notebook in one page of the browser."""

    def __init__(self, page: Page, server: LabServer, name: str) -> None:
        self.page = page
        self.name = name
        self.path = f"{name}.ipynb"
        self._server = server
        self.errors: list[str] = []  # what the page wrote to its console as an error, or threw
        self.foreign: list[str] = []  # requests to other machines; they are blocked
        page.on("console", self._on_console)
        page.on("pageerror", self._on_page_error)
        page.on("request", self._on_request)
        page.on("websocket", self._on_websocket)

    def open(self, cells: Sequence[str] | Path) -> None:
        """Open a notebook of these code cells, or a copy of a file, in the light theme, without running it."""
        file = self._server.notebooks / self.path
        if isinstance(cells, Path):
            file.write_bytes(cells.read_bytes())
        else:
            write_notebook(file, cells)
        self._server.write_settings(
            THEME_PLUGIN, {"theme": "JupyterLab Light"}
        )  # whatever the page before left
        self.page.goto(self._server.page_of(self.path))
        self._wait_ready()

    def run_all(self, *, timeout: float = TIMEOUT) -> None:
        """Run all cells and wait for the last one."""
        self.command("notebook:run-all-cells", timeout=timeout)
        self.wait_idle(timeout=timeout)

    def run_cell(self, index: int, *, timeout: float = TIMEOUT) -> None:
        """Run one cell, counted from 0, and wait for its end."""
        self.page.evaluate(SELECT, index)
        self.command("notebook:run-cell", timeout=timeout)
        self.wait_idle(timeout=timeout)

    def command(self, name: str, *, timeout: float = TIMEOUT, **args: Any) -> None:
        """Execute a command of JupyterLab and wait for its end."""
        self.page.evaluate(COMMAND, [name, args])
        self.page.wait_for_function(COMMAND_DONE, timeout=timeout)
        error = self.page.evaluate("() => window.testRun.error")
        assert error is None, f"{name} failed: {error}"

    def wait_idle(self, *, timeout: float = TIMEOUT) -> None:
        """Wait until the kernel says that it is idle."""
        self.page.wait_for_function(IDLE, timeout=timeout)

    def execute(self, code: str) -> str:
        """Run code in the notebook's kernel beside the cells; returns what it printed."""
        done = self.page.evaluate(EXECUTE, code)
        assert done["status"] == "ok", f"{code!r} failed: {done['error']}"
        return str(done["text"])

    def cell(self, index: int) -> Locator:
        """A cell, counted from 0."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index)

    def app(self, name: str) -> Locator:
        """The app of this name, wherever it is shown."""
        toolbar = self.page.get_by_role("group", name=f"App {name}", exact=True)
        return self.page.locator(".jss-app", has=toolbar)

    def output(self, index: int) -> Locator:
        """The output area of a cell."""
        return self.cell(index).locator(".jp-Cell-outputArea")

    def theme(self, name: Literal["light", "dark"]) -> None:
        """Switch JupyterLab's theme, if it is another, and wait until it is applied."""
        if self.page.evaluate(THEMED, name == "dark"):
            return
        self.command("apputils:change-theme", theme=f"JupyterLab {name.title()}")
        self.page.wait_for_function(THEMED, arg=name == "dark")
        self._wait_no_splash()

    def drag(
        self, handle: Locator, *, right: float, steps: int = 8, at: tuple[float, float] | None = None
    ) -> None:
        """Drag something by its middle, or a place in it, so many pixels, one step for each picture that is painted."""
        box = handle.bounding_box()
        assert box is not None, "what should be dragged is not on screen"
        across, down = at or (box["width"] / 2, box["height"] / 2)
        x, y = box["x"] + across, box["y"] + down
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for step in range(1, steps + 1):
            self.page.mouse.move(x + right * step / steps, y)
            self.page.evaluate(PAINTED)
        self.page.mouse.up()

    def reload(self) -> None:
        """Save, load the page again, and wait; the kernel goes on."""
        self.command("docmanager:save")
        self.page.reload()
        self._wait_ready()

    def reopen(self) -> None:
        """Save, end the kernel, load the page again, and wait; the fresh kernel knows no widgets."""
        self.command("docmanager:save")
        self.page.evaluate(SHUT_DOWN)
        self.page.reload()
        self._wait_ready()

    def shot(self, name: str, what: Locator | None = None) -> None:
        """Take a picture of the page, or of a part of it, if pictures are wanted."""
        shoot(name, what or self.page)

    def _wait_ready(self) -> None:
        # Waiting for the idle sign alone is too early: commands given then are lost now and then.
        self.page.wait_for_function(OPENED, arg=self.path, timeout=TIMEOUT)
        self.page.evaluate(READY)
        self.wait_idle()
        self._wait_no_splash()

    def _wait_no_splash(self) -> None:
        # The picture of a starting JupyterLab covers the page, also while it changes its theme.
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note_error(message.text)

    def _on_page_error(self, error: Error) -> None:
        self._note_error(str(error))

    def _note_error(self, text: str) -> None:
        if not any(known in text for known in HARMLESS):
            self.errors.append(text)

    def _on_request(self, request: Request) -> None:
        self._note_foreign(request.url)

    def _on_websocket(self, websocket: WebSocket) -> None:
        self._note_foreign(websocket.url)

    def _note_foreign(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            self.foreign.append(url)


def click_at(canvas: Locator, x: float, y: float) -> None:
    """Click a canvas under what scrolls it, once it stands still."""
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    for _ in range(MOST_FRAMES):
        canvas.page.evaluate(PAINTED)
        before, box = box, canvas.bounding_box()
        if before == box:
            break
    assert box is not None, "the grid is not on screen"
    canvas.page.mouse.click(box["x"] + x, box["y"] + y)


def shoot(name: str, what: Page | Locator) -> None:
    """Take a picture into `tests/browser/shots` for people to look at, if `JSS_SHOTS` says that they want to."""
    if os.environ.get("JSS_SHOTS"):
        SHOTS.mkdir(exist_ok=True)
        what.screenshot(path=SHOTS / f"{name}.png")


def write_notebook(file: Path, cells: Sequence[str], *, kernel: str = "python3") -> None:
    """Write a Python notebook of code cells."""
    spec = {"name": kernel, "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": spec}}
    file.write_text(json.dumps({**notebook, "cells": list(map(_code_cell, range(len(cells)), cells))}))


def _code_cell(number: int, source: str) -> dict[str, Any]:
    cell = {"cell_type": "code", "id": f"cell-{number}", "source": source, "metadata": {}}
    return {**cell, "outputs": [], "execution_count": None}
