"""The look of what shows things: pictures, players, frames, code, formulas, metrics, chats; light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import Notebook

SHOWN = r"""%%stateapp names
import numpy as np
import streamlit.components.v1 as components
st.set_page_config("Names", page_icon="🎈", layout="centered")
st.logo("🧭", link="https://example.org")
st.title("Names")
st.code("def add(a, b):\n    # the sum\n    return a + b  # 3", line_numbers=True)
st.html("<p style='color: inherit'>HTML of <b>mine</b></p>")
st.divider()
st.badge("New", icon="✨", color="green")
st.latex(r"e^{i\pi} + 1 = 0")
st.markdown("Inline $a^2$ and a :color[word]{foreground='#ffffff' background='#b00020'}, https://example.org -> there")
st.markdown("- [ ] open\n- [x] done")
left, right = st.columns(2)
left.metric("Visits", 1204, -3, chart_data=[3, 5, 4, 8], border=True, help="Of *today*")
right.metric("Share", 0.42, 0.1, format="percent", chart_data=[1, 2, 3], chart_type="bar", border=True)
x = st.slider("Grey", 0, 255, 40)
st.image(np.full((20, 30), x, dtype="uint8"), caption="Grey", width=120)
st.image("<svg viewBox='0 0 10 10' width='20' height='20'><circle r='5' cx='5' cy='5' fill='teal'/></svg>", alt="A dot")
st.audio(np.sin(np.arange(4000)), sample_rate=8000)
SCRIPT = "document.getElementById('in').textContent='ran '+self.origin"
components.html(f"<p id='in'>before</p><script>{SCRIPT}</script>", height=60)
st.iframe("<div style='height:333px'>tall</div>")
with st.chat_message("user"):
    st.write("Hello")
with st.chat_message("assistant"):
    st.write("How can I help?")
st.pagination(20, key="page")
cells = st.grid(3)
for name in "abc":
    cells.metric(name, 1)
st.skeleton(height=40)
st.foo("x")
st.write("theme", st.context.theme["type"])
"""
BLOB = re.compile("^blob:")
ASIDE = """%%stateapp aside
st.set_page_config(initial_sidebar_state="collapsed", layout="wide")
st.sidebar.checkbox("Folded away")
st.text("main")
"""
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def names(shared_notebook: Notebook) -> Notebook:
    """An app that shows all of it."""
    shared_notebook.open(["%load_ext jupyter_session_state", SHOWN, ASIDE])
    shared_notebook.run_all()
    expect(shared_notebook.app("names")).to_contain_text("st.foo")
    return shared_notebook


@pytest.mark.parametrize("theme", THEMES)
def test_what_shows_things_passes_axe(theme: Literal["light", "dark"], names: Notebook, axe: Axe) -> None:
    names.theme(theme)
    names.page.mouse.move(0, 0)
    shown = names.app("names")
    names.shot(f"names_{theme}", shown)
    assert axe(shown) == []


def test_pictures_come_as_bytes_of_their_own_and_change_in_place(names: Notebook) -> None:
    picture = names.app("names").get_by_alt_text("Grey")
    expect(picture).to_have_attribute("src", BLOB)
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") == 30
    before = picture.get_attribute("src")
    names.app("names").get_by_role("slider", name="Grey").press("ArrowRight")
    expect(picture).not_to_have_attribute("src", before or "")
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") == 30


def test_frames_run_scripts_without_an_origin_and_tell_their_height(names: Notebook) -> None:
    app = names.app("names")
    first = app.locator("iframe").first
    expect(first).to_have_attribute("sandbox", "allow-scripts")
    expect(first.content_frame.locator("#in")).to_have_text("ran null")
    tall = app.locator("iframe").nth(1)

    names.page.wait_for_function("node => node.offsetHeight > 332", arg=tall.element_handle())


def test_formulas_are_drawn_by_the_browser(names: Notebook) -> None:
    formula = names.app("names").locator("math").first
    assert formula.evaluate(
        "node => node instanceof MathMLElement && node.getBoundingClientRect().width > 30"
    )


def test_pages_are_leafed_through_by_keyboard(names: Notebook) -> None:
    pages = names.app("names").get_by_role("navigation", name="Pagination")
    pages.get_by_role("button", name="Next page").focus()
    names.page.keyboard.press("Enter")
    expect(pages.get_by_role("button", name="Page 2", exact=True)).to_have_attribute("aria-current", "page")
    expect(pages.get_by_role("button", name="Next page")).to_be_focused()


def test_the_page_tells_its_theme_to_the_next_run(names: Notebook) -> None:
    app = names.app("names")
    app.get_by_role("button", name="Rerun", exact=True).click()
    expect(app).to_contain_text("theme dark")


def test_a_code_is_copied(names: Notebook) -> None:
    names.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    code = names.app("names").locator(".jss-code").first
    code.hover()
    code.get_by_role("button", name="Copy").click()
    expect(code.get_by_role("button")).to_have_text("Copied")
    assert names.page.evaluate("navigator.clipboard.readText()").startswith("def add(a, b):\n")


def test_a_sidebar_that_is_folded_away_can_be_opened(names: Notebook) -> None:
    app = names.app("aside")
    box = app.get_by_role("checkbox", name="Folded away")
    expect(box).to_be_hidden()
    app.get_by_role("button", name="Sidebar").click()
    expect(box).to_be_visible()


def test_after_a_reload_pictures_are_asked_for_again(names: Notebook) -> None:
    names.reload()
    picture = names.app("names").get_by_alt_text("Grey")
    expect(picture).to_have_attribute("src", BLOB, timeout=30_000)
