"""Tabs, expanders, popovers and toasts in JupyterLab, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import Notebook

APP = """%%stateapp {name} --scope app
st.session_state.runs = st.session_state.get("runs", 0) + 1
def told(what):
    st.session_state.told = f"{{what}} is {{st.session_state[what]}}"
"""
CELLS = {
    "plain": """
chart, table, text = st.tabs(["Chart", "*Table*", "Text"], default="Chart")
chart.write("a chart")
table.write("a table")
text.text_input("Note", key="note")
with st.popover("Filter", help="Which rows?"):
    st.checkbox("Red", key="red")
    st.selectbox("Size", ["small", "large"], key="size")
with st.expander("More", icon="🔎"):
    st.write("inside")
st.write(f"run {st.session_state.runs}: red {st.session_state.red}, {st.session_state.size}")
""",
    "told": """
a, b = st.tabs(["A", "B"], key="tab", on_change=told, args=("tab",))
a.write("in A")
if b.open:
    b.write("drawn since B is open")
p = st.popover("Box", key="box", on_change=told, args=("box",))
p.button("Close", on_click=lambda: st.session_state.update(box=False))
e = st.expander("Fold", key="fold", on_change=told, args=("fold",))
e.write("in the fold")
st.button("Open all", on_click=lambda: st.session_state.update(tab="B", box=True, fold=True))
st.write(f"run {st.session_state.runs}: {a.open} {b.open} {p.open} {e.open}; {st.session_state.get('told')}")
""",
    "toasts": """
if st.button("Save"):
    st.toast("**Saved** it", icon="💾", duration="infinite")
if st.button("Save and rerun"):
    st.toast("Saved before a rerun", duration="infinite")
    st.rerun()
if st.button("Cook"):
    import time
    message = st.toast("Cooking", duration="infinite")
    time.sleep(0.5)
    message.toast("Ready", duration="infinite")
if st.button("Brief"):
    st.toast("Gone in a moment", duration=2)
st.write(f"run {st.session_state.runs}")
""",
    "bound": """
st.slider("Level", 0, 10, 3, key="level", bind="query-params")
st.tabs(["One", "Two"], key="page", bind="query-params")
st.write(str(st.query_params))
""",
}
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """A notebook with all the apps, run."""
    cells = [APP.format(name=name) + script for name, script in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *cells])
    shared_notebook.run_all()
    return shared_notebook


def test_tabs_change_by_mouse_without_a_run(apps: Notebook) -> None:
    app = apps.app("plain")
    app.get_by_role("tab", name="Table").click()
    expect(app.get_by_text("a table")).to_be_visible()
    expect(app.get_by_text("a chart")).to_be_hidden()
    expect(app).to_contain_text("run 1:")


def test_tabs_change_by_keyboard_and_survive_a_run(apps: Notebook) -> None:
    app = apps.app("plain")
    app.get_by_role("tab", name="Chart").click()
    apps.page.keyboard.press("ArrowLeft")
    expect(app.get_by_role("tab", name="Text")).to_be_focused()
    apps.page.keyboard.press("Tab")
    field = app.get_by_role("tabpanel", name="Text").get_by_label("Note")
    expect(field).to_be_focused()
    field.press_sequentially("x")
    field.press("Enter")
    expect(app).to_contain_text("run 2:")
    expect(app.get_by_role("tab", name="Text")).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()


def test_a_popover_stays_open_while_what_is_in_it_runs_the_app(apps: Notebook) -> None:
    app = apps.app("plain")
    button = app.get_by_role("button", name="Filter", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    box = app.get_by_role("dialog", name="Filter")
    box.get_by_label("Red").check()
    expect(app).to_contain_text("red True, small")
    expect(box).to_be_visible()
    apps.page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_popover_works_by_keyboard_and_closes_by_a_click_elsewhere(apps: Notebook) -> None:
    app = apps.app("plain")
    box = app.get_by_role("dialog", name="Filter")
    app.get_by_role("button", name="Filter", exact=True).press("Enter")
    expect(box).to_be_visible()
    apps.page.keyboard.press("Tab")
    expect(box.get_by_label("Red")).to_be_focused()
    app.get_by_text("run ").last.click()
    expect(box).to_be_hidden()


def test_a_popover_lies_beside_its_button(apps: Notebook) -> None:
    app = apps.app("plain")
    button = app.get_by_role("button", name="Filter", exact=True)
    button.click()
    at, box = button.bounding_box(), app.get_by_role("dialog", name="Filter").bounding_box()
    assert at is not None
    assert box is not None
    assert abs(at["x"] - box["x"]) < 2
    assert 0 < box["y"] - at["y"] - at["height"] < 10
    apps.page.keyboard.press("Escape")


def test_what_is_tracked_tells_the_app(apps: Notebook) -> None:
    app = apps.app("told")
    expect(app).to_contain_text("run 1: True False False False; None")
    app.get_by_role("tab", name="B").click()
    expect(app).to_contain_text("run 2: False True False False; tab is B")
    expect(app.get_by_text("drawn since B is open")).to_be_visible()
    app.get_by_text("Fold", exact=True).click()
    expect(app).to_contain_text("run 3: False True False True; fold is True")
    app.get_by_role("button", name="Box").press("Enter")
    expect(app).to_contain_text("run 4: False True True True; box is True")
    app.get_by_role("dialog", name="Box").get_by_role("button", name="Close").click()
    expect(app).to_contain_text("run 5: False True False True")
    expect(app.get_by_role("dialog", name="Box")).to_be_hidden()
    app.get_by_role("tab", name="B").focus()
    apps.page.keyboard.press("Home")
    expect(app).to_contain_text("run 6: True False False True; tab is A")
    app.locator("summary").press("Enter")
    expect(app).to_contain_text("run 7: True False False False; fold is False")


def test_a_program_opens_what_is_tracked(apps: Notebook) -> None:
    app = apps.app("told")
    app.get_by_role("button", name="Open all").click()
    expect(app.get_by_role("dialog", name="Box")).to_be_visible()
    expect(app.get_by_text("in the fold")).to_be_visible()
    expect(app.get_by_role("tab", name="B")).to_have_attribute("aria-selected", "true")
    apps.page.keyboard.press("Escape")
    expect(app).to_contain_text("False True False True; box is False")


def test_a_toast_comes_goes_and_comes_again(apps: Notebook) -> None:
    app = apps.app("toasts")
    status = app.locator(".jss-toaster")
    app.get_by_role("button", name="Save", exact=True).click()
    expect(status).to_contain_text("Saved it")
    expect(status).to_have_attribute("role", "status")
    app.get_by_role("button", name="Save", exact=True).click()
    expect(status.get_by_text("Saved it")).to_have_count(2)
    status.get_by_role("button", name="Dismiss").first.click()
    expect(status.get_by_text("Saved it")).to_have_count(1)
    status.get_by_role("button", name="Dismiss").press("Enter")
    expect(status).to_be_hidden()


def test_a_toast_survives_the_rerun_that_follows_it(apps: Notebook) -> None:
    app = apps.app("toasts")
    app.get_by_role("button", name="Save and rerun").click()
    status = app.locator(".jss-toaster")
    expect(status).to_contain_text("Saved before a rerun")
    status.get_by_role("button", name="Dismiss").click()


def test_a_toast_changes_in_its_place(apps: Notebook) -> None:
    app = apps.app("toasts")
    status = app.locator(".jss-toaster")
    app.get_by_role("button", name="Cook").click()
    expect(status.get_by_text("Cooking")).to_be_visible()
    expect(status.get_by_text("Ready")).to_be_visible()
    expect(status.get_by_text("Cooking")).to_have_count(0)
    status.get_by_role("button", name="Dismiss").click()


def test_a_toast_goes_by_itself(apps: Notebook) -> None:
    app = apps.app("toasts")
    status = app.locator(".jss-toaster")
    app.get_by_role("button", name="Brief").click()
    expect(status).to_contain_text("Gone in a moment")
    expect(status).to_be_hidden()


def test_the_address_follows_what_users_change(apps: Notebook) -> None:
    app = apps.app("bound")
    expect(app).to_contain_text("{}")
    handle = app.get_by_role("slider", name="Level")
    handle.focus()
    handle.press("ArrowRight")
    expect(app).to_contain_text("{'level': '4'}")
    app.get_by_role("tab", name="Two").click()
    apps.wait_idle()
    handle.press("ArrowLeft")
    expect(app).to_contain_text("{'page': 'Two'}")


@pytest.mark.parametrize("theme", THEMES)
def test_they_pass_axe_and_look_right(theme: Literal["light", "dark"], apps: Notebook, axe: Axe) -> None:
    apps.theme(theme)
    plain, toasts = apps.app("plain"), apps.app("toasts")
    toasts.get_by_role("button", name="Save", exact=True).click()
    plain.locator("summary").click()
    plain.get_by_role("button", name="Filter", exact=True).click()
    expect(toasts.locator(".jss-toaster")).to_contain_text("Saved it")
    plain.scroll_into_view_if_needed()
    apps.page.mouse.move(0, 0)
    apps.shot(f"disclosures_{theme}", plain)
    apps.shot(f"toast_{theme}", toasts.locator(".jss-toaster"))
    assert axe(plain, toasts) == []
    apps.page.keyboard.press("Escape")
    plain.locator("summary").click()
    toasts.locator(".jss-toaster").get_by_role("button", name="Dismiss").click()
