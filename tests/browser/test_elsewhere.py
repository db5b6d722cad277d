"""Inputs of an app that are shown elsewhere too, by `widget("key")`: in a cell, and in a box of the user's own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

APP = """%%stateapp one
n = st.slider("N *fold*", 0, 10, 3, key="n")
tags = st.multiselect("Tags", ["a", "b", "c"], key="tags")
st.write(f"n is {n}, tags {tags}.")"""
CELLS = [
    "%load_ext jupyter_session_state\nimport ipywidgets as widgets\nfrom jupyter_session_state import widget",
    APP,
    'display(widget("n"), widget("tags"))',
    'widgets.VBox([widget("n"), widgets.Label("below")])',
    '%%stateapp two\nbox = widgets.HBox([widget("n"), widgets.Label("beside")])\ndisplay(box)\nst.write("two drawn")',
]


def slider_in(place: Locator) -> Locator:
    return place.get_by_role("slider", name="N fold", exact=True)


def sliders(notebook: Notebook) -> list[Locator]:
    """The slider in its app, then where else it is shown."""
    places = [notebook.app("one"), notebook.output(2), notebook.output(3), notebook.app("two")]
    return [slider_in(place) for place in places]


def expect_all_at(notebook: Notebook, value: int) -> None:
    for slider in sliders(notebook):
        expect(slider).to_have_value(str(value))
    expect(notebook.app("one")).to_contain_text(f"n is {value},")


@pytest.fixture(scope="module")
def shown(shared_notebook: Notebook) -> Notebook:
    """A page where one slider is in four places."""
    shared_notebook.open(CELLS)
    shared_notebook.run_all()
    expect_all_at(shared_notebook, 3)
    return shared_notebook


def use_everywhere(notebook: Notebook, start: int) -> None:
    """Move the slider in each of its places, and choose a tag in the cell."""
    for step, slider in enumerate(sliders(notebook), start + 1):
        slider.focus()
        slider.press("ArrowRight")
        expect_all_at(notebook, step)


def test_an_input_can_be_used_wherever_it_is_shown(shown: Notebook) -> None:
    use_everywhere(shown, 3)
    field = shown.output(2).get_by_role("combobox", name="Tags")
    field.fill("b")
    field.press("Enter")
    expect(shown.app("one")).to_contain_text("tags ['b']")
    expect(shown.output(3)).to_contain_text("below")
    expect(shown.app("two")).to_contain_text("beside")


def test_it_looks_as_in_its_app(shown: Notebook) -> None:
    for place in (shown.output(2), shown.output(3)):
        label = place.locator(".jss-slider > .jss-label").first
        expect(label).to_have_text("N fold")
        expect(label).to_have_css("font-size", "14px")
        expect(label.locator("em")).to_be_visible()
        shown.shot(f"elsewhere_{place.locator('.jss-alone').count()}", place)


def test_keys_pressed_in_it_are_not_for_the_notebook(shown: Notebook) -> None:
    slider = slider_in(shown.output(2))
    count = shown.page.locator(".jp-Notebook .jp-Cell").count()
    slider.focus()
    slider.press("d")
    slider.press("d")
    expect(shown.page.locator(".jp-Notebook .jp-Cell")).to_have_count(count)


def test_it_is_there_after_the_page_is_loaded_again_and_gone_with_its_app(shown: Notebook) -> None:
    shown.execute('session_state["n"] = 2')
    shown.execute("get_ipython().run_line_magic('stateapp', 'rerun one')")
    expect_all_at(shown, 2)
    shown.reload()
    expect_all_at(shown, 2)
    use_everywhere(shown, 2)
    shown.execute("get_ipython().run_line_magic('stateapp', 'close one')")
    expect(shown.page.locator(".jss-slider")).to_have_count(0)
    expect(shown.page.locator(".jss-alone")).to_have_count(0)
