"""Make pictures of acceptance scripts, Streamlit's page on the left and the app in JupyterLab on the right.

    python -m tests.tools.side_by_side [SCRIPT ...]

They go to ``tests/browser/shots/side_by_side`` to be looked at: nothing compares them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import socket

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.labserver import LabServer
from tests.browser.notebook import SHOTS, TIMEOUT, Notebook
from tests.browser.test_acceptance import SCRIPTS, SHOWN, cell_of
from tests.tools import chromium

OUTPUT = SHOTS / "side_by_side"
WIDTH, HEIGHT = 900, 3600
LOWEST = 600
"""A short page still has a sidebar."""
OPTIONS = (
    *("--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"),
    *("--theme.base=light", "--client.toolbarMode=minimal"),
)
SETTLED = 1.5
"""Seconds after which a page that says it is ready has drawn its charts; a picture taken too early is taken again."""


@contextmanager
def streamlit(script: Path) -> Iterator[str]:
    """Serve a script with Streamlit; give its address."""
    with closing(socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", *OPTIONS]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/_stcore/health")
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:  # noqa: PERF203 - a server that starts is asked again
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def shot_of_streamlit(page: Page, script: Path, file: Path) -> None:
    """Take a picture of a script under Streamlit, as high as what is on the page."""
    with streamlit(script) as address:
        page.goto(address)
        main = page.get_by_test_id("stMain")
        main.wait_for()
        page.locator("[data-test-script-state='notRunning']").first.wait_for(timeout=TIMEOUT)
        page.wait_for_timeout(SETTLED * 1000)
        bottom = page.get_by_test_id("stMainBlockContainer").bounding_box()
        height = HEIGHT if bottom is None else min(HEIGHT, max(LOWEST, int(bottom["y"] + bottom["height"])))
        page.screenshot(path=file, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})


def shot_of_ours(notebook: Notebook, name: str, file: Path) -> None:
    """Take a picture of a script in a cell of a notebook."""
    notebook.open(["%load_ext jupyter_session_state", cell_of(name)])
    notebook.run_all()
    app = notebook.app(name)
    expect(app).to_be_visible(timeout=TIMEOUT)
    app.evaluate(f"node => {{ node.style.width = '{WIDTH}px'; }}")
    notebook.page.wait_for_timeout(SETTLED * 1000)
    app.screenshot(path=file)


def beside(left: Path, right: Path, both: Path) -> None:
    """Put two pictures side by side."""
    pictures = [Image.open(left).convert("RGB"), Image.open(right).convert("RGB")]
    whole = Image.new(
        "RGB", (sum(p.width for p in pictures) + 20, max(p.height for p in pictures)), (128, 128, 128)
    )
    whole.paste(pictures[0], (0, 0))
    whole.paste(pictures[1], (pictures[0].width + 20, 0))
    whole.save(both)


def main(names: list[str]) -> None:
    """Make the pictures of these scripts."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    found = chromium.find()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        server = LabServer(Path(folder))
        try:
            server.wait_ready()
            for name in names:
                _both(browser, server, name)
        finally:
            server.stop()
            browser.close()


def _both(browser: Browser, server: LabServer, name: str) -> None:
    left, right = OUTPUT / f"{name}-streamlit.png", OUTPUT / f"{name}-ours.png"
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    shot_of_streamlit(page, SCRIPTS / f"{name}.py", left)
    page.close()
    page = browser.new_page(viewport={"width": WIDTH + 700, "height": HEIGHT})
    page.set_default_timeout(TIMEOUT)
    shot_of_ours(Notebook(page, server, name), name, right)
    page.close()
    beside(left, right, OUTPUT / f"{name}.png")
    print(OUTPUT / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:] or SHOWN)
