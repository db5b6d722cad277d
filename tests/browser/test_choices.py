"""Inputs with options in JupyterLab: changed by mouse and by keyboard, read by assistive tools, looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import Notebook

TOLD = """
def told(what):
    st.session_state.log = [*st.session_state.get("log", []), f"{what} {st.session_state[what]!r}"]
def tell():
    st.text("; ".join(st.session_state.get("log", [])) or "nothing changed")
"""
CELLS = {
    "radio": """
choice = st.radio("Pet", ["cat", "**dog**", "newt"], key="pet", on_change=told, args=("pet",),
                  captions=["purrs", None, "is *damp*"], help="Only one")
st.write(f"has {choice}")
""",
    "pills": """
choice = st.pills("Mood", ["calm", "bright", "odd"], default="calm", key="mood", on_change=told, args=("mood",))
several = st.pills("Tags", ["a", "b", "c"], selection_mode="multi", key="tags", on_change=told, args=("tags",))
st.write(f"is {choice}, has {several}")
""",
    "segments": """
choice = st.segmented_control("View", ["day", "week", "year"], key="view", default="day", required=True,
                              on_change=told, args=("view",))
st.write(f"shows {choice}")
""",
    "stars": """
grade = st.feedback("stars", key="grade", on_change=told, args=("grade",))
st.feedback("thumbs", key="thumb", default=1)
st.feedback("faces", key="face", default=3)
st.write(f"gave {grade}")
""",
    "sizes": """
size = st.select_slider("Size", ["XS", "S", "M", "L", "XL"], "S", key="size", on_change=told, args=("size",))
low, high = st.select_slider("Span", ["Mon", "Tue", "Wed", "Thu", "Fri"], ("Tue", "Thu"), key="span",
                             on_change=told, args=("span",))
st.write(f"{size}, {low} to {high}")
""",
    "chips": """
several = st.multiselect("Colours", ["red", "green", "blue", "grey", "black"], ["red"], key="colours",
                         on_change=told, args=("colours",), help="As many as you like")
two = st.multiselect("Two", ["one", "two", "three"], key="two", max_selections=2, on_change=told, args=("two",))
words = st.multiselect("Words", ["hello"], key="words", accept_new_options=True, on_change=told, args=("words",))
st.write(f"has {several}, {two}, {words}")
""",
    "box": """
choice = st.selectbox("City", ["Delft", "Oslo"], index=None, key="city", placeholder="Which city?",
                      on_change=told, args=("city",))
st.write(f"lives in {choice}")
""",
    "order": """
loud = st.checkbox("Loud")
with st.form("order"):
    st.multiselect("Extras!" if loud else "Extras", ["milk", "sugar"], key="extras")
    st.pills("Cup", ["small", "large"], key="cup")
    st.select_slider("Heat", ["cold", "warm", "hot"], key="heat")
    st.form_submit_button("Send")
st.write(f"{st.session_state.extras}, {st.session_state.cup}, {st.session_state.heat}")
""",
    "still": """
st.radio("Still pet", ["cat", "dog"], horizontal=True, disabled=True)
st.pills("Still mood", ["calm", "bright"], default="calm", disabled=True)
st.segmented_control("Still view", ["day", "week"], selection_mode="multi", default=["day"], disabled=True)
st.select_slider("Still size", ["S", "M", "L"], "M", disabled=True)
st.multiselect("Still colours", ["red", "green"], ["red"], disabled=True)
st.feedback("stars", default=2, disabled=True)
""",
}
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """One notebook, each app in a cell of its own."""
    cells = [f"%%stateapp {name} --scope app\n{TOLD}{body}\ntell()" for name, body in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("still").get_by_role("slider", name="Still size")).to_be_disabled()
    return shared_notebook


def test_a_radio_button_is_chosen_by_mouse_and_by_arrow_key(apps: Notebook) -> None:
    app = apps.app("radio")
    app.get_by_text("dog").click()
    expect(app).to_contain_text("pet '**dog**'")
    expect(app).to_contain_text("has dog")
    app.get_by_role("radio", name="dog").press("ArrowDown")
    expect(app).to_contain_text("pet '**dog**'; pet 'newt'")
    expect(app.get_by_role("radio", name="newt")).to_be_checked()
    expect(app.get_by_role("radio", name="newt")).to_be_focused()
    expect(app.get_by_role("radiogroup", name="Pet")).to_be_visible()


def test_a_pill_is_pressed_and_released_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app = apps.app("pills")
    mood = app.get_by_role("radiogroup", name="Mood")
    mood.get_by_role("radio", name="bright").click()
    expect(app).to_contain_text("mood 'bright'")
    mood.get_by_role("radio", name="bright").press("ArrowRight")
    expect(mood.get_by_role("radio", name="odd")).to_be_focused()
    expect(mood.get_by_role("radio", name="bright")).to_be_checked()  # the arrow only went there
    apps.page.keyboard.press("Space")
    expect(app).to_contain_text("mood 'bright'; mood 'odd'")
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("mood 'odd'; mood None")
    tags = app.get_by_role("group", name="Tags")
    tags.get_by_role("checkbox", name="c").click()
    expect(app).to_contain_text("tags ['c']")
    tags.get_by_role("checkbox", name="c").press("Home")
    apps.page.keyboard.press("Space")
    expect(app).to_contain_text("is None, has ['c', 'a']")


def test_a_required_segment_stays_pressed(apps: Notebook) -> None:
    app = apps.app("segments")
    view = app.get_by_role("radiogroup", name="View")
    view.get_by_role("radio", name="week").click()
    expect(app).to_contain_text("view 'week'")
    view.get_by_role("radio", name="week").click()
    view.get_by_role("radio", name="week").press("End")
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("view 'week'; view 'year'")
    expect(app).to_contain_text("shows year")


def test_a_grade_is_given_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app = apps.app("stars")
    stars = app.get_by_role("radiogroup").first
    stars.get_by_role("radio", name="4 stars").click()
    expect(app).to_contain_text("grade 3")
    expect(stars.locator(".jss-lit")).to_have_count(4)
    stars.get_by_role("radio", name="4 stars").press("ArrowLeft")
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("grade 3; grade 2")
    expect(app).to_contain_text("gave 2")


def test_a_slider_over_options_is_moved_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app = apps.app("sizes")
    size = app.get_by_role("slider", name="Size")
    size.press("ArrowRight")
    expect(app).to_contain_text("size 'M'")
    expect(size).to_have_attribute("aria-valuetext", "M")
    knob = app.locator(".jss-slider").nth(1).locator(".jss-slider-knob").nth(1)
    apps.drag(knob, right=400)
    expect(app).to_contain_text("M, Tue to Fri")
    expect(app.get_by_role("slider", name="Span, to")).to_have_attribute("aria-valuetext", "Fri")
    app.get_by_role("slider", name="Span, from").press("Home")
    expect(app).to_contain_text("M, Mon to Fri")


def test_chips_are_added_and_taken_away_by_mouse(apps: Notebook) -> None:
    app = apps.app("chips")
    field = app.get_by_role("combobox", name="Colours")
    field.click()
    options = app.get_by_role("listbox", name="Colours").get_by_role("option")
    expect(options).to_have_text(["Select all", "green", "blue", "grey", "black"])
    options.filter(has_text="blue").click()
    expect(app).to_contain_text("colours ['red', 'blue']")
    expect(field).to_be_focused()
    expect(options).to_have_text(["Select all", "green", "grey", "black"])  # it stays open
    app.get_by_role("button", name="Remove red").click()
    expect(app).to_contain_text("colours ['blue']")
    app.get_by_role("button", name="Clear Colours").click()
    expect(app).to_contain_text("has []")
    apps.page.mouse.click(5, 5)
    expect(app.get_by_role("listbox", name="Colours")).to_be_hidden()


def test_chips_are_added_and_taken_away_by_keyboard(apps: Notebook) -> None:
    app = apps.app("chips")
    field = app.get_by_role("combobox", name="Colours")
    listbox = app.get_by_role("listbox", name="Colours")
    field.focus()
    field.press_sequentially("gr")
    expect(listbox.get_by_role("option")).to_have_text(["Select all 2 found", "green", "grey"])
    field.press("Enter")
    expect(app).to_contain_text("has ['green']")
    field.press("ArrowDown")
    field.press("Enter")
    expect(app).to_contain_text("has ['green', 'red']")
    field.press("Escape")
    expect(listbox).to_be_hidden()
    field.press("ArrowLeft")
    expect(app.get_by_role("button", name="Remove red")).to_be_focused()
    apps.page.keyboard.press("ArrowLeft")
    apps.page.keyboard.press("Delete")
    expect(app).to_contain_text("has ['red']")
    field.focus()
    field.press("Backspace")
    expect(app).to_contain_text("has []")
    apps.page.keyboard.press("Escape")


def test_no_more_than_allowed_can_be_chosen(apps: Notebook) -> None:
    app = apps.app("chips")
    field = app.get_by_role("combobox", name="Two")
    field.press("ArrowDown")
    field.press("Enter")
    field.press("Enter")
    expect(app).to_contain_text("two ['one', 'two']")
    expect(app.get_by_text("You can select up to 2 options")).to_be_visible()
    expect(app.get_by_role("listbox", name="Two").get_by_role("option")).to_have_count(0)
    field.press("Escape")


def test_a_word_that_was_typed_becomes_a_chip(apps: Notebook) -> None:
    app = apps.app("chips")
    field = app.get_by_role("combobox", name="Words")
    field.press_sequentially("new one")
    expect(app.get_by_role("option", name="Add: new one")).to_be_visible()
    field.press("Enter")
    expect(app).to_contain_text("words ['new one']")
    expect(field).to_have_value("")
    field.press("Escape")


def test_a_form_keeps_choices_until_it_is_sent_whatever_else_runs(apps: Notebook) -> None:
    app = apps.app("order")
    extras = app.get_by_role("combobox")
    extras.press_sequentially("su")
    extras.press("Enter")
    extras.press("Escape")
    app.get_by_role("radio", name="large").click()
    app.get_by_role("slider", name="Heat").press("End")
    app.get_by_label("Loud").check()
    expect(app.get_by_text("Extras!")).to_be_visible()
    expect(app).to_contain_text("[], None, cold")
    expect(app.get_by_role("button", name="Remove sugar")).to_be_visible()
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("['sugar'], large, hot")


def test_a_choice_can_be_taken_back(apps: Notebook) -> None:
    app = apps.app("box")
    city = app.get_by_label("City")
    expect(city.locator("option:checked")).to_have_text("Which city?")
    city.select_option("Oslo")
    expect(app).to_contain_text("city 'Oslo'")
    city.focus()
    city.press("Home")
    expect(app).to_contain_text("city 'Oslo'; city None")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_them(theme: Any, apps: Notebook, axe: Axe) -> None:
    apps.theme(theme)
    apps.page.mouse.move(0, 0)
    for name in CELLS:
        apps.shot(f"choices_{name}_{theme}", apps.app(name))
    assert axe(*map(apps.app, CELLS)) == []
    chips = apps.app("chips")
    chips.get_by_role("combobox", name="Colours").click()
    apps.shot(f"choices_list_{theme}", chips)
    assert axe(chips) == []
    apps.page.keyboard.press("Escape")
