"""The wheel in JupyterLite: a kernel in the browser, without threads, sockets or another machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.lite_site import SiteServer, build_site

pytestmark = pytest.mark.browser
START = 120_000  # milliseconds: the kernel is compiled and its packages are unpacked in the page
CELL = """%%stateapp counter
if "n" not in st.session_state:
    st.session_state.n = 0
def more(by):
    st.session_state.n += by
st.button("More", on_click=more, args=(2,))
level = st.slider("Level", 0, 10, 3)
name = st.text_input("Name", key="name")
st.write("clicked", st.session_state.n, "level", level, "name", name)
"""


def notebook(*codes: str) -> dict[str, Any]:
    """A notebook of code cells."""
    empty: dict[str, Any] = {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": []}
    cells = [{**empty, "id": f"cell-{n}", "source": code} for n, code in enumerate(codes)]
    kernel = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    folder: Path = tmp_path_factory.mktemp("lite")
    server = SiteServer(build_site(folder, notebook("import jupyter_session_state", CELL)))
    yield server
    server.stop()


def test_an_app_runs_in_a_kernel_in_the_browser(site: SiteServer, page: Page) -> None:
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((site.url(""), "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("request", note)
    page.goto(site.url("lab/index.html?path=lite.ipynb"))
    page.locator(".jp-Notebook .jp-Cell .cm-content").first.click(timeout=START)
    expect(page.get_by_text("Python (Pyodide) | Idle")).to_be_visible(timeout=START)
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    said = page.locator(".jss-block p").last
    expect(said).to_have_text("clicked 0 level 3 name", timeout=START)
    page.get_by_role("button", name="More").click()
    expect(said).to_have_text("clicked 2 level 3 name")
    page.get_by_role("slider", name="Level").press("ArrowRight")
    expect(said).to_have_text("clicked 2 level 4 name")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Name").press("Enter")
    expect(said).to_have_text("clicked 2 level 4 name Ada")
    assert elsewhere == []
