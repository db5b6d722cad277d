"""The browser fixtures work, and the lab extension does no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import scan
from tests.browser.notebook import Notebook

SLIDER = """
import ipywidgets as widgets
slider = widgets.IntSlider(value=2, max=10, description="speed")
result = widgets.Label("not moved")
slider.observe(lambda change: setattr(result, "value", f"moved to {change.new}"), "value")
widgets.VBox([slider, result])
"""
BAD = """
from IPython.display import HTML
HTML('''<button></button><p>text</p>
<nav aria-label="twice">one</nav><nav aria-label="twice">two</nav><nav aria-label="once in each">three</nav>''')
"""
FINE = "HTML('<nav aria-label=\"once in each\">fine</nav>')"
HAS_PLUGIN = "() => window.jupyterapp.hasPlugin('jupyter-session-state:plugin')"


@pytest.fixture(scope="module")
def opened(shared_notebook: Notebook) -> Notebook:
    """A notebook of plain widgets and of HTML, run."""
    shared_notebook.open(["print('first cell')", SLIDER, BAD, FINE])
    shared_notebook.run_all()
    expect(shared_notebook.output(3)).to_contain_text("fine")
    return shared_notebook


def test_the_extension_is_loaded_and_causes_no_error(opened: Notebook) -> None:
    assert opened.page.evaluate(HAS_PLUGIN)
    assert opened.errors == []


def test_a_dragged_slider_reaches_python_and_its_answer_the_page(opened: Notebook) -> None:
    expect(opened.output(0)).to_contain_text("first cell")
    opened.drag(opened.output(1).locator(".noUi-handle"), right=1000)
    expect(opened.output(1)).to_contain_text("moved to 10")
    assert opened.execute("print(slider.value)") == "10\n"
    for name in ("light", "dark"):
        opened.theme(name)
        opened.shot(f"harness_{name}")


def test_widgets_survive_a_reload_of_the_page(opened: Notebook) -> None:
    opened.execute("slider.value = 7")
    opened.reload()
    expect(opened.output(1)).to_contain_text("moved to 7")


def test_axe_names_what_a_screen_reader_cannot(
    opened: Notebook, axe: Callable[..., list[dict[str, Any]]]
) -> None:
    bad, fine = opened.output(2), opened.output(3)
    expect(bad.locator("button")).to_be_attached()
    first, second = scan(bad, fine)
    assert [violation["id"] for violation in first.violations] == ["button-name", "landmark-unique"]
    assert second.violations == []
    assert axe(fine, bad) == first.violations


def test_other_machines_cannot_be_reached_and_attempts_are_noted(opened: Notebook) -> None:
    # The server itself under another name: it would answer if names were looked up.
    url = opened.page.url.partition("/lab")[0].replace("127.0.0.1", "localhost") + "/api"
    reached = opened.page.evaluate(
        "url => fetch(url, { mode: 'no-cors' }).then(() => true, () => false)", url
    )
    assert not reached
    assert opened.foreign == [url]
    opened.foreign.clear()
    opened.errors.clear()  # the browser writes down that it did not reach it
