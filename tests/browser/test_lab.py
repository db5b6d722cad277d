"""The browser fixtures work, and the lab extension does no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

SLIDER = """
import ipywidgets as widgets
slider = widgets.IntSlider(value=2, max=10, description="speed")
result = widgets.Label("not moved")
slider.observe(lambda change: setattr(result, "value", f"moved to {change.new}"), "value")
widgets.VBox([slider, result])
"""
HAS_PLUGIN = "() => window.jupyterapp.hasPlugin('jupyter-session-state:plugin')"


def test_a_dragged_slider_reaches_python_and_its_answer_the_page(notebook: Notebook) -> None:
    notebook.open(["print('first cell')", SLIDER])
    notebook.run_all()
    expect(notebook.output(0)).to_contain_text("first cell")
    notebook.drag(notebook.output(1).locator(".noUi-handle"), right=1000)
    expect(notebook.output(1)).to_contain_text("moved to 10")
    assert notebook.execute("print(slider.value)") == "10\n"
    for name in ("light", "dark"):
        notebook.theme(name)
        notebook.shot(f"harness_{name}")


def test_widgets_survive_a_reload_of_the_page(notebook: Notebook) -> None:
    notebook.open([SLIDER])
    notebook.run_all()
    notebook.execute("slider.value = 7")
    notebook.reload()
    expect(notebook.output(0)).to_contain_text("moved to 7")


def test_the_extension_is_loaded_and_causes_no_error(notebook: Notebook) -> None:
    notebook.open(["1"])
    assert notebook.page.evaluate(HAS_PLUGIN)
    assert notebook.errors == []


def test_axe_names_what_a_screen_reader_cannot(
    notebook: Notebook, axe: Callable[[Locator], list[dict[str, Any]]]
) -> None:
    notebook.open(["from IPython.display import HTML; HTML('<button></button><p>text</p>')"])
    notebook.run_all()
    button = notebook.output(0).locator("button")
    expect(button).to_be_attached()
    assert [violation["id"] for violation in axe(notebook.output(0))] == ["button-name"]


def test_other_machines_cannot_be_reached_and_attempts_are_noted(notebook: Notebook) -> None:
    notebook.open(["1"])
    # The server itself under another name: it would answer if names were looked up.
    url = notebook.page.url.partition("/lab")[0].replace("127.0.0.1", "localhost") + "/api"
    reached = notebook.page.evaluate(
        "url => fetch(url, { mode: 'no-cors' }).then(() => true, () => false)", url
    )
    assert not reached
    assert notebook.foreign == [url]
    notebook.foreign.clear()
