"""How apps look, light and dark, and whether everybody can use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.labserver import ROOT
from tests.browser.notebook import Notebook

DEMO = ROOT / "notebooks" / "demo.ipynb"
KITCHEN = """%%stateapp kitchen
st.title("Kitchen")
st.header("All kinds at once", help="Nobody should build an app like this", divider="blue")
st.write("A paragraph with **strong**, *soft* and `code` words, and a [link](https://example.org).")
st.write("Another one, and a list:\\n\\n- one\\n- two\\n\\n> quoted")
left, middle, right = st.columns([2, 1, 1])
left.text_input("Your name", placeholder="Who is there?", help="Only the *first* one")
middle.number_input("How many", 0, 10, 3)
right.selectbox("Size", ["small", "large"])
st.slider("Level", 0, 100, (20, 60))
st.slider("Fixed", 0, 100, 30, disabled=True)
st.checkbox("I agree", help="To what?")
st.button("Plain")
st.button("Important", type="primary")
st.button("Not now", disabled=True)
for alert in (st.error, st.warning, st.info, st.success):
    alert(f"This is what `st.{alert.__name__}` says.")
with st.expander("More", expanded=True):
    st.caption("A caption in an expander")
    st.json({"name": "Ada", "numbers": [1, 2.5, None], "deep": {"yes": True}})
with st.form("order"):
    st.subheader("A form")
    st.text_input("Title")
    st.form_submit_button("Send", type="primary")
st.dataframe(df.head(4))
st.progress(40, "Counting")
st.text("fixed   width")
print("printed")
st.sidebar.header("Settings")
st.sidebar.checkbox("Loud")
st.sidebar.selectbox("Language", ["English", "Deutsch"])
[][1]
"""
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]
Axe = Callable[[Locator], list[dict[str, Any]]]


def code_cells(notebook: Path) -> list[str]:
    """The sources of a notebook's code cells."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def gallery(shared_notebook: Notebook) -> Notebook:
    """The demo's apps and one that shows every kind."""
    shared_notebook.open([*code_cells(DEMO), KITCHEN])
    shared_notebook.run_all()
    expect(shared_notebook.app("kitchen")).to_contain_text("IndexError")
    return shared_notebook


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, gallery: Notebook) -> str:
    """The page in one theme after the other."""
    gallery.theme(request.param)
    gallery.page.mouse.move(0, 0)
    return str(request.param)


@pytest.mark.parametrize("app", ["sales", "best", "kitchen"])
def test_apps_pass_axe(app: str, theme: str, gallery: Notebook, axe: Axe) -> None:
    shown = gallery.app(app)
    gallery.shot(f"{app}_{theme}", shown)
    assert axe(shown) == []


def test_space_between_texts_is_even(gallery: Notebook) -> None:
    boxes = gallery.app("kitchen").locator(".jss-main > *:visible")
    edges = [box.bounding_box() for box in boxes.all()]
    gaps = {
        round(below["y"] - above["y"] - above["height"])
        for above, below in pairwise(edges)
        if above and below
    }
    assert gaps == {16}


def test_a_narrow_app_stays_within_its_width(gallery: Notebook) -> None:
    app = gallery.app("kitchen")
    size = gallery.page.viewport_size
    assert size is not None
    try:
        gallery.page.set_viewport_size({"width": 700, "height": size["height"]})
        expect(app.get_by_role("button", name="Sidebar")).to_be_visible()
        gallery.shot("kitchen_narrow", app)
        assert app.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
    finally:
        gallery.page.set_viewport_size(size)
