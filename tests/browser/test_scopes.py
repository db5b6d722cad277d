"""Fragments, dialogs and pages in JupyterLab, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import Notebook

FRAGMENT = """%%stateapp parts --scope app
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text_input("Unsent")
st.write(f"script ran {st.session_state.runs} times")
@st.fragment
def part(name):
    n = st.slider(name, 0, 9, 2)
    for i in range(n):
        st.info(f"{name} {i}")
    with st.sidebar:
        st.write(f"{name} is {n}")
part("Left")
part("Right")
st.success("an alert that stays")
"""
DIALOG = """%%stateapp ask --scope app
@st.dialog("Why *this* one?", icon="🔥", on_dismiss=lambda: st.session_state.update(closed=True))
def ask(item):
    reason = st.text_input("Because")
    st.selectbox("How much", ["a little", "a lot"])
    st.slider("Level", 0, 10, 4)
    st.write(f"{item}: {reason or 'no reason'}")
    if st.button("Send", type="primary"):
        st.session_state.vote = f"{item}, {reason}"
        st.rerun()
@st.dialog("Wait", dismissible=False, width="large")
def wait():
    st.write("Only the button closes this")
    if st.button("Done"):
        st.rerun()
@st.dialog("Along the side", position="right")
def side():
    st.write("Content of the side")
left, middle, right = st.columns(3)
if left.button("Ask"):
    ask("Tea")
if middle.button("Wait"):
    wait()
if right.button("Side"):
    side()
st.text_input("Behind")
st.write(f"vote: {st.session_state.get('vote', 'none')}, closed: {st.session_state.get('closed', False)}")
"""
PAGES = """%%stateapp pages --scope app
def home():
    st.title("Home page")
    st.text_input("On home", key="t")
    st.page_link(costs, label="See the costs", help="All of them")
    st.page_link("https://example.org", label="Elsewhere")
    st.page_link(costs, label="Not now", disabled=True)
    if st.button("Switch"):
        st.switch_page(costs)
def costs():
    st.title("Cost page")
def more():
    st.title("More")
home_page, costs = st.Page(home, icon="🏠"), st.Page(costs, title="The *costs*", icon=":material/payments:")
page = st.navigation({"Mine": [home_page, costs], "Others": [more, st.Page("https://example.org", title="Out")]})
st.sidebar.checkbox("Loud")
page.run()
"""
TOP = """%%stateapp top --scope app
def page(n):
    def run():
        st.write(f"page {n} is shown")
    return st.Page(run, title=f"Page {n}", url_path=f"p{n}")
st.navigation([page(n) for n in range(14)], position="top").run()
"""
SEEN = "node => { for (const one of [node, ...node.querySelectorAll('*')]) { one.seenByTest = true; } }"
UNSEEN = (
    "node => [node, ...node.querySelectorAll('*')].filter(one => !one.seenByTest).map(one => one.outerHTML)"
)
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """A notebook with all the apps, run."""
    shared_notebook.open(["%load_ext jupyter_session_state", FRAGMENT, DIALOG, PAGES, TOP])
    shared_notebook.run_all()
    return shared_notebook


# -- fragments -----------------------------------------------------------------------------------------------


def test_what_stands_outside_of_a_fragment_keeps_its_nodes(apps: Notebook) -> None:
    app = apps.app("parts")
    field = app.get_by_label("Unsent")
    field.press_sequentially("half a")
    outside = app.locator(".jss-main > :not(.jss-fragment)")
    right = app.locator(".jss-main > .jss-fragment").nth(1)
    for part in [*outside.all(), right]:
        part.evaluate(SEEN)
    apps.execute("")  # nothing: the kernel is free
    app.get_by_role("slider", name="Left").press("ArrowRight")
    expect(app).to_contain_text("Left is 3")
    expect(app).to_contain_text("Left 2")
    app.get_by_role("slider", name="Left").press("Home")
    expect(app).not_to_contain_text("Left 0")
    expect(app).to_contain_text("Left is 0")
    expect(app).to_contain_text("script ran 2 times")  # the text field was left
    for part in [*outside.all(), right]:
        assert part.evaluate(UNSEEN) == []
    expect(field).to_have_value("half a")


def test_a_fragment_follows_the_mouse_alone(apps: Notebook) -> None:
    app = apps.app("parts")
    ran = app.get_by_text("script ran").inner_text()
    apps.drag(app.locator(".jss-slider-knob").nth(1), right=1000)
    expect(app).to_contain_text("Right is 9")
    expect(app).to_contain_text(ran)


# -- dialogs -------------------------------------------------------------------------------------------------


def test_a_dialog_by_mouse(apps: Notebook) -> None:
    app = apps.app("ask")
    app.get_by_role("button", name="Ask").click()
    dialog = app.get_by_role("dialog", name="Why this one?")
    expect(dialog).to_be_visible()
    dialog.get_by_role("slider", name="Level").press("End")
    dialog.get_by_label("How much").select_option("a lot")
    dialog.get_by_label("Because").fill("it is green")
    dialog.get_by_label("How much").focus()
    expect(dialog).to_contain_text("Tea: it is green")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog).to_have_count(0)
    expect(app).to_contain_text("vote: Tea, it is green")


def test_a_dialog_by_keyboard(apps: Notebook) -> None:
    app, page = apps.app("ask"), apps.page
    opener = app.get_by_role("button", name="Ask")
    opener.focus()
    opener.press("Enter")
    dialog = app.get_by_role("dialog")
    first = dialog.get_by_label("Because")
    expect(first).to_be_focused()
    page.keyboard.type("of the keys")
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Tea: of the keys")
    expect(first).to_be_focused()
    held = set()
    for _ in range(12):  # round and round: nothing behind it is reached
        page.keyboard.press("Tab")
        held.add(
            page.evaluate(
                "() => { const at = document.activeElement;"
                " return at === document.body || at.closest('dialog') !== null; }"
            )
        )
    assert held == {True}
    first.focus()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
    expect(app).to_contain_text("closed: True")


def test_a_dialog_is_closed_by_its_button_and_by_a_click_beside_it(apps: Notebook) -> None:
    app = apps.app("ask")
    closings: tuple[Callable[[], None], ...] = (
        lambda: app.get_by_role("button", name="Close").click(),
        lambda: apps.page.mouse.click(5, 5),
    )
    for close in closings:
        app.get_by_role("button", name="Side").click()
        dialog = app.get_by_role("dialog", name="Along the side")
        expect(dialog).to_contain_text("Content of the side")
        box = dialog.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] == 1280
        close()
        expect(dialog).to_have_count(0)
        expect(app.get_by_role("button", name="Side")).to_be_focused()


def test_a_dialog_that_may_not_be_closed_stays(apps: Notebook) -> None:
    app, page = apps.app("ask"), apps.page
    app.get_by_role("button", name="Wait").click()
    dialog = app.get_by_role("dialog", name="Wait")
    expect(dialog).to_contain_text("Only the button")
    expect(dialog.get_by_role("button", name="Close")).to_have_count(0)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.mouse.click(5, 5)
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_have_count(0)


def test_a_closed_dialog_opens_again_and_the_notebook_stays_as_it_is(apps: Notebook) -> None:
    app, page = apps.app("ask"), apps.page
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    for _ in range(2):
        app.get_by_role("button", name="Ask").click()
        expect(app.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(app.get_by_role("dialog")).to_have_count(0)
    app.get_by_role("button", name="Side").click()
    dialog = app.get_by_role("dialog")
    dialog.focus()
    for key in "bbdd":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells


@pytest.mark.parametrize("theme", THEMES)
def test_dialogs_pass_axe(theme: Literal["light", "dark"], apps: Notebook, axe: Axe) -> None:
    apps.theme(theme)
    app = apps.app("ask")
    for name in ("Ask", "Side"):
        app.get_by_role("button", name=name).click()
        dialog = app.get_by_role("dialog")
        expect(dialog).to_be_visible()
        apps.page.set_viewport_size({"width": 1280, "height": 1000})
        apps.shot(f"dialog_{name}_{theme}")
        apps.page.set_viewport_size({"width": 1280, "height": 5000})
        assert axe(dialog) == []
        apps.page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)


# -- pages ---------------------------------------------------------------------------------------------------


def test_pages_by_mouse(apps: Notebook) -> None:
    app = apps.app("pages")
    links = app.get_by_role("navigation", name="Pages")
    expect(links.get_by_role("link", name="home")).to_have_attribute("aria-current", "page")
    app.get_by_label("Loud").check()
    app.get_by_label("On home").fill("typed")
    links.get_by_role("link", name="The costs").click()
    expect(app.get_by_role("heading", name="Cost page")).to_be_visible()
    expect(links.get_by_role("link", name="The costs")).to_have_attribute("aria-current", "page")
    expect(links.get_by_role("link", name="home")).not_to_have_attribute("aria-current", "page")
    expect(app.get_by_label("Loud")).to_be_checked()
    links.get_by_role("link", name="home").click()
    expect(app.get_by_label("On home")).to_have_value("")
    app.get_by_role("link", name="See the costs").click()
    expect(app.get_by_role("heading", name="Cost page")).to_be_visible()


def test_pages_by_keyboard(apps: Notebook) -> None:
    app, page = apps.app("pages"), apps.page
    links = app.get_by_role("navigation", name="Pages")
    home = links.get_by_role("link", name="home")
    home.focus()
    page.keyboard.press("Enter")
    expect(app.get_by_role("heading", name="Home page")).to_be_visible()
    expect(home).to_be_focused()
    page.keyboard.press("Tab")
    expect(links.get_by_role("link", name="The costs")).to_be_focused()
    page.keyboard.press("Enter")
    expect(app.get_by_role("heading", name="Cost page")).to_be_visible()
    home.press("Enter")
    app.get_by_role("button", name="Switch").press("Enter")
    expect(app.get_by_role("heading", name="Cost page")).to_be_visible()


def test_links_elsewhere_open_elsewhere_and_disabled_ones_nowhere(apps: Notebook) -> None:
    app = apps.app("pages")
    app.get_by_role("navigation").get_by_role("link", name="home").click()
    for link in app.get_by_role("link", name="Out").all() + app.get_by_role("link", name="Elsewhere").all():
        expect(link).to_have_attribute("href", "https://example.org")
        expect(link).to_have_attribute("target", "_blank")
        expect(link).to_have_attribute("rel", "noopener noreferrer")
    app.get_by_role("link", name="Not now").click(force=True)
    expect(app.get_by_role("heading", name="Home page")).to_be_visible()


def test_many_pages_above_the_app_are_folded(apps: Notebook) -> None:
    app = apps.app("top")
    links = app.get_by_role("navigation", name="Pages")
    expect(links.get_by_role("link")).to_have_count(10)
    links.get_by_text("View 4 more").click()
    links.get_by_role("link", name="Page 13").click()
    expect(app).to_contain_text("page 13 is shown")
    expect(links.get_by_role("link", name="Page 13")).to_be_visible()
    box, shell = links.bounding_box(), app.locator(".jss-main").bounding_box()
    assert box is not None
    assert shell is not None
    assert box["y"] + box["height"] <= shell["y"]


@pytest.mark.parametrize("theme", THEMES)
def test_parts_and_pages_pass_axe(theme: Literal["light", "dark"], apps: Notebook, axe: Axe) -> None:
    apps.theme(theme)
    pages, names = apps.app("pages"), ("parts", "pages", "top")
    pages.get_by_role("navigation").get_by_role("link", name="home").click()
    expect(pages.get_by_role("heading", name="Home page")).to_be_visible()
    apps.page.mouse.move(0, 0)
    for name in names:
        apps.shot(f"scopes_{name}_{theme}", apps.app(name))
    assert axe(*map(apps.app, names)) == []
