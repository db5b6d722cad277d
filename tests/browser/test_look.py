"""How apps look, light and dark, and whether everybody can use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

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
st.bar_chart({"town": ["Bern", "Oslo"], "people": [2, 3]}, x="town", y="people", alt="People")
st.graphviz_chart("digraph { rankdir=LR; start -> end }", alt="A short way")
st.map({"lat": [46.9, 59.9], "lon": [7.4, 10.7]}, height=200, alt="Two towns")
st.progress(40, "Counting")
st.text("fixed   width")
print("printed")
st.sidebar.header("Settings")
st.sidebar.checkbox("Loud")
st.sidebar.selectbox("Language", ["English", "Deutsch"])
[][1]
"""
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]
Axe = Callable[..., list[dict[str, Any]]]


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
    expect(shared_notebook.app("kitchen").locator(".jss-chart-host svg")).to_have_count(3)
    return shared_notebook


@pytest.mark.parametrize("theme", THEMES)
def test_apps_pass_axe(theme: Literal["light", "dark"], gallery: Notebook, axe: Axe) -> None:
    gallery.theme(theme)
    gallery.page.mouse.move(0, 0)
    names = ("sales", "best", "kitchen")
    for name in names:
        gallery.shot(f"{name}_{theme}", gallery.app(name))
    assert axe(*map(gallery.app, names)) == []


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
