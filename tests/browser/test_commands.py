"""Commands: the palette, the menu, the toolbar of cells, the keyboard; the status bar; completion."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import new_notebook
from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

SETUP = "%load_ext jupyter_session_state"
SALES = """%%stateapp sales
n = st.slider("Rows", 0, 20, 5, key="n_rows")
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.write(f"{n} rows, run {st.session_state.runs}")
"""
SLOW = """%%stateapp slow
import time
if st.button("Go"):
    for _ in range(600):
        time.sleep(0.1)
st.write("at rest")
"""
LABEL = "name => window.jupyterapp.commands.label(name, {})"
ENABLED = "name => window.jupyterapp.commands.isEnabled(name, {})"


@pytest.fixture(scope="module")
def shown(browser: Browser, lab: LabServer) -> Iterator[Notebook]:
    """A notebook with an app and a plain cell."""
    # A busy machine may take longer to complete a name than JupyterLab waits for.
    lab.write_settings("@jupyterlab/completer-extension:manager", {"providerTimeout": 10_000})
    with new_notebook(browser, lab, "commands") as notebook:
        notebook.open([SETUP, SALES, "x = 1", SLOW, "import time; time.sleep(3); print('plain cell ended')"])
        for index in range(3):
            notebook.run_cell(index)
        expect(notebook.app("sales")).to_contain_text("5 rows, run 1")
        yield notebook


def test_the_status_bar_counts_the_apps_and_opens_the_panel(shown: Notebook) -> None:
    item = shown.page.locator(".jp-SessionState-Status")
    expect(item).to_have_text("1 app")
    item.get_by_role("button").click()
    expect(shown.page.locator(".jp-SessionState-Inspector")).to_be_visible()
    item.get_by_role("button").click()
    expect(shown.page.locator(".jp-SessionState-Inspector")).to_be_hidden()


def test_only_cells_that_are_apps_have_buttons_in_their_toolbar(shown: Notebook) -> None:
    rerun = shown.page.locator(".jp-cell-toolbar [data-jp-item-name='session-state-rerun'] >> visible=true")
    shown.cell(2).locator(".jp-InputArea-editor").click()
    expect(shown.page.locator(".jp-cell-toolbar")).to_be_attached()
    expect(rerun).to_have_count(0)
    shown.cell(1).locator(".jp-InputArea-editor").click(position={"x": 5, "y": 5})
    expect(rerun).to_have_count(1)
    rerun.click()
    expect(shown.app("sales")).to_contain_text("run 2")


def test_shortcuts_rerun_and_clear_the_app_of_the_active_cell(shown: Notebook) -> None:
    shown.cell(1).locator(".jp-InputArea-editor").click(position={"x": 5, "y": 5})
    shown.page.keyboard.press("Control+Alt+r")
    expect(shown.app("sales")).to_contain_text("run 3")
    shown.page.keyboard.press("Control+Alt+c")
    dialog = shown.page.get_by_role("dialog")
    expect(dialog).to_contain_text("All keys of sales are forgotten")
    dialog.get_by_role("button", name="Cancel").click()
    expect(shown.app("sales")).to_contain_text("run 3")


def test_the_menu_and_the_palette_name_the_app(shown: Notebook) -> None:
    assert shown.page.evaluate(LABEL, "session-state:rerun") == "Rerun App “sales”"
    shown.page.get_by_role("menuitem", name="Run", exact=True).click()
    items = shown.page.locator(".lm-Menu-item >> visible=true")
    items.filter(has_text="Session State").hover()
    expect(items.filter(has_text="Rerun App “sales”").first).to_be_visible()
    expect(items.filter(has_text="Open in Voilà")).to_have_count(0)
    shown.page.keyboard.press("Escape")
    shown.page.keyboard.press("Escape")


def test_undo_and_redo(shown: Notebook) -> None:
    slider = shown.app("sales").get_by_role("slider", name="Rows")
    slider.focus()
    slider.press("ArrowRight")
    expect(shown.app("sales")).to_contain_text("6 rows")
    shown.page.wait_for_function("() => window.jupyterapp.commands.isEnabled('session-state:undo', {})")
    shown.command("session-state:undo")
    expect(shown.app("sales")).to_contain_text("5 rows")
    shown.page.wait_for_function("() => window.jupyterapp.commands.isEnabled('session-state:redo', {})")
    shown.command("session-state:redo")
    expect(shown.app("sales")).to_contain_text("6 rows")


def test_the_state_is_exported_and_a_test_recorded_beside_the_notebook(
    shown: Notebook, lab: LabServer
) -> None:
    for command, name in (
        ("session-state:export-state", "sales-state.json"),
        ("session-state:record-test", "test_sales.py"),
    ):
        shown.page.evaluate(
            "name => { void window.jupyterapp.commands.execute(name, {app: 'sales'}); }", command
        )
        dialog = shown.page.get_by_role("dialog")
        expect(dialog.get_by_role("textbox")).to_have_value(name)
        dialog.get_by_role("button", name="Save").click()
        expect(dialog).to_have_count(0)
    expect(shown.page.get_by_role("tab", name="test_sales.py")).to_be_visible()
    assert json.loads((lab.notebooks / "sales-state.json").read_text(encoding="utf-8"))["n_rows"] == 6
    assert "def test_" in (lab.notebooks / "test_sales.py").read_text(encoding="utf-8")
    shown.page.get_by_role("tab", name="commands.ipynb").click()


@pytest.mark.parametrize(
    ("typed", "written"), [("st.session_state.", "n_rows"), ('session_state["', "n_rows")]
)
def test_keys_are_completed(shown: Notebook, typed: str, written: str) -> None:
    shown.cell(2).locator(".jp-InputArea-editor").click()
    shown.page.keyboard.press("Control+a")
    shown.page.keyboard.press("Delete")
    shown.page.keyboard.insert_text(typed)
    shown.page.keyboard.press("Tab")
    expect(shown.page.locator(".jp-Completer >> visible=true")).to_contain_text(written)
    shown.page.keyboard.press("Escape")


def test_stop_interrupts_an_app_that_runs_and_nothing_else(shown: Notebook) -> None:
    shown.run_cell(3)
    expect(shown.app("slow")).to_contain_text("at rest")
    assert not shown.page.evaluate(ENABLED, "session-state:stop")
    shown.run_cell(4)
    expect(shown.output(4)).to_contain_text("plain cell ended")
    shown.app("slow").get_by_role("button", name="Go").click()
    shown.page.wait_for_function("() => window.jupyterapp.commands.isEnabled('session-state:stop', {})")
    shown.command("session-state:stop")
    shown.page.wait_for_function("() => !window.jupyterapp.commands.isEnabled('session-state:stop', {})")
