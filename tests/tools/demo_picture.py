"""Make the picture in the README anew: the first app of the demo, its cell above it.

    python -m tests.tools.demo_picture

It goes to ``docs/img/demo.png``: look at it before you keep it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.labserver import ROOT, LabServer
from tests.browser.notebook import TIMEOUT, Notebook
from tests.tools import chromium

DEMO = ROOT / "notebooks" / "demo.ipynb"
PICTURE = ROOT / "docs" / "img" / "demo.png"
APP = "sales"
WIDTH, HEIGHT = 1100, 4000
SETTLED = 1000
"""Milliseconds after which tables and figures are drawn."""
BARE = ".jp-InputPrompt, .jp-OutputPrompt, .jp-Collapser, .jp-cell-toolbar { display: none !important }"


def main() -> None:
    """Run the demo, and take the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        server = LabServer(Path(folder))
        try:
            server.wait_ready()
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_default_timeout(TIMEOUT)
            _take(Notebook(page, server, "demo"))
        finally:
            server.stop()
            browser.close()
    print(PICTURE)


def _take(notebook: Notebook) -> None:
    notebook.open(DEMO)
    notebook.command("application:toggle-left-area")
    notebook.run_all()
    app = notebook.app(APP)
    expect(app.locator("canvas").first).to_be_visible(timeout=TIMEOUT)
    page = notebook.page
    page.add_style_tag(content=BARE)
    page.mouse.move(0, 0)
    page.wait_for_timeout(SETTLED)
    page.locator(".jp-Cell", has=app).screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
