"""The demo notebook in JupyterLab, used as a person does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.labserver import ROOT
from tests.browser.notebook import Notebook

DEMO = ROOT / "notebooks" / "demo.ipynb"
STATE_CELL = 8
PICTURE = re.compile("^(blob:|data:image/)")
STATE = "print([session_state[key] for key in ('region', 'least', 'rows', 'product', 'top')])"


@pytest.fixture(scope="module")
def demo(shared_notebook: Notebook) -> Notebook:
    """The demo, with all its cells run."""
    shared_notebook.open(DEMO)
    shared_notebook.run_all()
    return shared_notebook


@pytest.fixture
def sales(demo: Notebook) -> Locator:
    """The app in Streamlit's language, as it is at first."""
    return _cleared(demo, "sales", "70 of 400 orders")


@pytest.fixture
def best(demo: Notebook) -> Locator:
    """The app in plain ipywidgets, as it is at first."""
    return _cleared(demo, "best", "Cocoa: the best 3 months")


def _cleared(notebook: Notebook, name: str, shown: str) -> Locator:
    app = notebook.app(name)
    app.get_by_role("button", name="Clear and rerun").click()
    expect(app).to_contain_text(shown)
    notebook.wait_idle()
    return app


def _figure(app: Locator) -> Locator:
    return app.locator("img")


def _changes(app: Locator, act: Callable[[], object]) -> None:
    """The app's figure becomes another one."""
    expect(_figure(app)).to_have_attribute("src", PICTURE)  # after a reload it comes later than the image
    before = _figure(app).get_attribute("src")
    assert before
    act()
    expect(_figure(app)).not_to_have_attribute("src", before)
    expect(_figure(app)).to_have_attribute("src", PICTURE)


def test_table_and_figure_follow_the_select_box(sales: Locator) -> None:
    _changes(sales, lambda: sales.get_by_label("Region").select_option("West"))
    expect(sales.locator("tbody tr").first).to_contain_text("West")
    expect(sales.locator("tbody")).not_to_contain_text("East")


def test_a_dragged_slider_filters(sales: Locator, demo: Notebook) -> None:
    slider = sales.get_by_role("slider")
    _changes(sales, lambda: demo.drag(sales.locator(".jss-slider-knob"), right=2000))
    expect(slider).to_have_value("500")
    expect(sales).not_to_contain_text("70 of 400 orders")


def test_a_slider_moved_with_the_keyboard_filters(sales: Locator) -> None:
    slider = sales.get_by_role("slider")
    slider.focus()
    _changes(sales, lambda: slider.press("ArrowRight"))
    expect(slider).to_have_value("110")
    expect(slider).to_be_focused()


def test_a_click_runs_the_callback_first(sales: Locator) -> None:
    rows = sales.locator("tbody tr")  # of the table that is read aloud: those in sight
    expect(rows).to_have_count(5)
    sales.get_by_role("button", name="Show 5 more rows").click()
    expect(rows).to_have_count(10)
    sales.get_by_role("button", name="Show 5 more rows").click()
    expect(rows).to_have_count(12)


def test_plain_ipywidgets_rerun_their_cell(best: Locator, demo: Notebook) -> None:
    _changes(best, lambda: demo.drag(best.locator(".noUi-handle"), right=1000))
    expect(best).to_contain_text("Cocoa: the best 12 months")
    best.get_by_label("Product").select_option("Tea")
    expect(best).to_contain_text("Tea: the best 12 months")
    best.get_by_role("button", name="Back to 3").click()
    expect(best).to_contain_text("Tea: the best 3 months")
    expect(best.locator(".widget-readout")).to_have_text("3")


def test_a_plain_cell_reads_what_the_apps_show(sales: Locator, best: Locator, demo: Notebook) -> None:
    sales.get_by_label("Region").select_option("North")
    best.get_by_label("Product").select_option("Tea")
    expect(sales.locator("tbody tr").first).to_contain_text("North")
    expect(best).to_contain_text("Tea: the best")
    demo.run_cell(STATE_CELL)
    expect(demo.output(STATE_CELL)).to_contain_text("region: North · at least: 100 · rows: 5")
    expect(demo.output(STATE_CELL)).to_contain_text("product: Tea · months: 3")


def test_a_reloaded_page_finds_the_apps_as_they_were_and_they_go_on(
    sales: Locator, best: Locator, demo: Notebook
) -> None:
    sales.get_by_label("Region").select_option("South")
    expect(sales.locator("tbody tr").first).to_contain_text("South")
    best.get_by_label("Product").select_option("Tea")
    expect(best).to_contain_text("Tea: the best 3 months")
    demo.reload()
    expect(sales.get_by_label("Region")).to_have_value("South")
    expect(best.get_by_label("Product")).to_have_value("Tea")
    expect(best).to_contain_text("Tea: the best 3 months")
    _changes(sales, lambda: sales.get_by_label("Region").select_option("North"))
    best.get_by_label("Product").select_option("Coffee")
    expect(best).to_contain_text("Coffee: the best 3 months")
    assert demo.execute(STATE) == "['North', 100, 5, 'Coffee', 3]\n"


def test_the_demo_is_saved_without_outputs() -> None:
    for notebook in sorted(Path(DEMO.parent).glob("*.ipynb")):
        text = notebook.read_text(encoding="utf-8")
        assert '"outputs": []' in text
        assert '"execution_count": null' in text
        assert '"output_type"' not in text
