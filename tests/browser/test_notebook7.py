"""Jupyter Notebook 7: apps work there, and the Session State panel opens at its side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import new_page
from tests.browser.labserver import NOTEBOOK, LabServer
from tests.browser.notebook import Notebook
from tests.tools import kernel_envs

pytestmark = pytest.mark.browser

APP = """%%stateapp sales
n = st.slider("Rows", 0, 20, 5, key="n")
st.write(f"{n} rows")
"""
#: What Notebook 7.6 itself says, also where nothing of ours is installed.
OF_NOTEBOOK = "Cannot read properties of undefined (reading 'schema')"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    """One Jupyter Notebook."""
    python = kernel_envs.interpreter(kernel_envs.NOTEBOOK)
    assert python.exists(), "no environment of Jupyter Notebook; make it with `make kernels KERNELS=notebook`"
    started = LabServer(tmp_path_factory.mktemp("notebook"), python=str(python), host=NOTEBOOK)
    try:
        started.wait_ready()
        yield started
    finally:
        started.stop()


def test_an_app_works_and_its_state_shows_in_the_panel(browser: Browser, server: LabServer) -> None:
    with new_page(browser) as page:
        notebook = Notebook(page, server, "notebook7")
        notebook.open(["%load_ext jupyter_session_state", APP])
        notebook.run_all()
        slider = notebook.app("sales").get_by_role("slider", name="Rows")
        slider.focus()
        slider.press("d")
        slider.press("d")  # in the notebook this deletes the cell
        slider.press("ArrowRight")
        expect(notebook.app("sales")).to_contain_text("6 rows")
        page.get_by_role("menuitem", name="Run", exact=True).click()
        items = page.locator(".lm-Menu-item >> visible=true")
        items.filter(has_text="Session State").hover()
        items.filter(has_text="Show Session State").click()
        panel = page.locator(".jp-SessionState-Inspector")
        row = panel.get_by_role("treeitem").filter(has=page.get_by_text("n", exact=True)).first
        expect(row).to_contain_text("6")
        notebook.shot("notebook7_panel")
        slider.press("ArrowRight")
        expect(row).to_contain_text("7")
        notebook.command("session-state:undo")
        expect(notebook.app("sales")).to_contain_text("6 rows")
        expect(notebook.app("sales").get_by_role("button", name="Record")).to_have_count(
            0
        )  # the panel has it
        assert notebook.foreign == []
        assert set(notebook.errors) <= {OF_NOTEBOOK}
