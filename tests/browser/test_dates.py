"""Fields for dates, times and colours, and sliders over dates, each by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

Axe = Callable[..., list[dict[str, Any]]]
HEAD = """
import datetime as dt
D, T, DT = dt.date, dt.time, dt.datetime
calls = st.session_state.setdefault(f"{NAME}_calls", [])
def called(key):
    st.session_state[f"{NAME}_calls"].append(f"{key}={st.session_state[key]!s}")
def tell(value, key):
    st.write(f"got {value!s}, state {st.session_state[key]!s}, calls {' '.join(calls[-2:])}")
"""
CELLS = {
    "single": """
tell(st.date_input("Birthday", D(2024, 5, 17), D(2024, 1, 1), D(2024, 12, 31), key="day", format="DD.MM.YYYY",
    on_change=called, args=("day",), help="When were you born?"), "day")
""",
    "empty": """
tell(st.date_input("Deadline", None, D(2024, 1, 1), D(2024, 12, 31), key="due", on_change=called, args=("due",)), "due")
""",
    "trip": """
tell(st.date_input("Trip", [], D(2024, 1, 1), D(2024, 12, 31), key="trip", on_change=called, args=("trip",)), "trip")
""",
    "clock": """
tell(st.time_input("Alarm", T(8, 45), key="alarm", on_change=called, args=("alarm",)), "alarm")
""",
    "moment": """
tell(st.datetime_input("Start", DT(2024, 5, 17, 8, 45), key="start", on_change=called, args=("start",)), "start")
""",
    "paint": """
tell(st.color_picker("Ink", "#1f77b4", key="ink", on_change=called, args=("ink",)), "ink")
""",
    "range": """
tell(st.slider("Price", 0, 100, (20, 60), key="price", on_change=called, args=("price",)), "price")
""",
    "slide": """
tell(st.slider("Week", D(2024, 5, 1), D(2024, 5, 31), D(2024, 5, 17), key="week", on_change=called,
    args=("week",)), "week")
""",
    "looks": """
left, right = st.columns(2)
left.date_input("A date", D(2024, 5, 17), help="With a hint")
right.date_input("An empty date", None)
st.session_state.setdefault("full", D(2024, 5, 17))
left.date_input("Can be cleared", None, key="full")
st.session_state.setdefault("full range", (D(2024, 5, 17), D(2024, 6, 1)))
right.date_input("A range that follows", key="full range")
st.date_input("A range", (D(2024, 5, 17), D(2024, 6, 1)), format="DD.MM.YYYY")
left, middle, right = st.columns(3)
left.time_input("A time", T(8, 45))
middle.time_input("Half a day", T(20, 45, 30), step=30, format="12h")
right.datetime_input("Both", DT(2024, 5, 17, 8, 45))
left, middle, right = st.columns(3)
left.color_picker("A colour", "#1f77b4")
middle.color_picker("Fixed", "#f80", disabled=True)
right.date_input("Fixed date", D(2024, 5, 17), disabled=True)
with st.form("f"):
    st.date_input("In a form", D(2024, 5, 17), label_visibility="collapsed")
    st.form_submit_button("Send")
st.sidebar.date_input("Aside", (D(2024, 5, 17),))
st.slider("Days", D(2024, 5, 1), D(2024, 5, 31), (D(2024, 5, 7), D(2024, 5, 17)))
""",
}
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    cells = [f"%%stateapp {name}\nNAME = {name!r}{HEAD}{body}" for name, body in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("looks")).to_contain_text("Days")
    return shared_notebook


def told(app: Locator, value: str, *calls: str) -> None:
    """Wait until the script has seen a value, in state too, and its callback as often as it should."""
    expect(app).to_contain_text(f"got {value}, state {value}, calls {' '.join(calls)}".rstrip())


def pick(app: Locator, button: str, value: str) -> None:
    """Open the browser's picker by mouse and choose; Chromium draws it outside of the page, beyond any test."""
    opener = app.get_by_role("button", name=button, exact=True)
    native = opener.locator("xpath=..").locator(".jss-native")
    native.evaluate("node => { node.showPicker = () => { node.dataset.opened = 'yes'; }; }")
    opener.click()
    expect(native).to_have_attribute("data-opened", "yes")
    native.evaluate(
        "(node, value) => { node.value = value; node.dispatchEvent(new Event('change', { bubbles: true })); }",
        value,
    )


def test_a_date_by_keyboard(apps: Notebook) -> None:
    app = apps.app("single")
    field = app.get_by_label("Birthday", exact=True)
    expect(field).to_have_value("17.05.2024")
    field.focus()
    field.press("ArrowUp")
    told(app, "2024-05-18", "day=2024-05-18")
    field.fill("1.6.2024")
    field.press("Enter")
    told(app, "2024-06-01", "day=2024-05-18 day=2024-06-01")
    expect(field).to_have_value("01.06.2024")
    expect(field).to_be_focused()


def test_a_date_beyond_its_limits_is_not_sent_and_says_why(apps: Notebook) -> None:
    app = apps.app("single")
    field = app.get_by_label("Birthday", exact=True)
    before = field.input_value()
    field.fill("1.6.2030")
    field.press("Enter")
    expect(app).to_contain_text("Enter a date from 01.01.2024 to 31.12.2024.")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.press("Escape")
    expect(field).to_have_value(before)
    expect(app).not_to_contain_text("Enter a date from")


def test_a_date_in_the_picker_of_the_browser(apps: Notebook) -> None:
    app = apps.app("single")
    field = app.get_by_label("Birthday", exact=True)
    field.fill("2024-03-30")
    field.press("Enter")
    told(app, "2024-03-30")
    app.get_by_role("button", name="Choose Birthday").click()
    apps.page.keyboard.press("ArrowRight")  # the picker is not part of the page, but has the keys
    apps.page.keyboard.press("Enter")
    told(app, "2024-03-31", "day=2024-03-30 day=2024-03-31")
    expect(field).to_have_value("31.03.2024")


def test_a_date_by_mouse(apps: Notebook) -> None:
    app = apps.app("empty")
    pick(app, "Choose Deadline", "2024-07-04")
    told(app, "2024-07-04", "due=2024-07-04")
    expect(app.get_by_label("Deadline", exact=True)).to_have_value("2024/07/04")
    app.get_by_role("button", name="Clear Deadline").click()
    told(app, "None", "due=2024-07-04 due=None")
    expect(app.get_by_role("button", name="Clear Deadline")).to_be_hidden()


def test_a_range_of_dates_by_keyboard_and_mouse(apps: Notebook) -> None:
    app = apps.app("trip")
    first, last = app.get_by_label("Trip, from", exact=True), app.get_by_label("Trip, to", exact=True)
    first.fill("2024-05-01")
    first.press("Tab")  # leaving sends
    told(app, "(datetime.date(2024, 5, 1),)", "trip=(datetime.date(2024, 5, 1),)")
    last.fill("2024/05/09")
    last.press("Enter")
    told(app, "(datetime.date(2024, 5, 1), datetime.date(2024, 5, 9))")
    pick(app, "Choose Trip, to", "2024-05-12")
    told(app, "(datetime.date(2024, 5, 1), datetime.date(2024, 5, 12))")
    app.get_by_role("button", name="Clear Trip").click()
    told(app, "()")
    expect(first).to_have_value("")
    expect(last).to_have_value("")


def test_a_time_by_keyboard_and_mouse(apps: Notebook) -> None:
    app = apps.app("clock")
    field = app.get_by_label("Alarm", exact=True)
    field.focus()
    field.press("ArrowUp")
    told(app, "09:00:00", "alarm=09:00:00")
    field.fill("7.05 pm")
    field.press("Enter")
    told(app, "19:05:00", "alarm=09:00:00 alarm=19:05:00")
    expect(field).to_have_value("19:05")
    pick(app, "Choose Alarm", "06:30")
    told(app, "06:30:00", "alarm=19:05:00 alarm=06:30:00")


def test_a_date_with_a_time_by_keyboard_and_mouse(apps: Notebook) -> None:
    app = apps.app("moment")
    field = app.get_by_label("Start", exact=True)
    expect(field).to_have_value("2024/05/17, 08:45")
    field.focus()
    field.press("ArrowDown")
    told(app, "2024-05-17 08:30:00", "start=2024-05-17 08:30:00")
    field.fill("2024/6/1 18:05")
    field.press("Enter")
    told(app, "2024-06-01 18:05:00")
    pick(app, "Choose Start", "2024-07-04T06:30")
    told(app, "2024-07-04 06:30:00", "start=2024-06-01 18:05:00 start=2024-07-04 06:30:00")


def test_a_colour_by_keyboard_and_mouse(apps: Notebook) -> None:
    app = apps.app("paint")
    text = app.get_by_label("Ink, as text")
    text.fill("#F80")
    text.press("Enter")
    told(app, "#ff8800", "ink=#ff8800")
    patch = app.get_by_label("Ink", exact=True)
    patch.click(trial=True)  # a picker that is open is not part of the page, and keeps the keys
    expect(text).to_have_value("#ff8800")
    patch.fill("#00ffaa")
    told(app, "#00ffaa", "ink=#ff8800 ink=#00ffaa")
    expect(text).to_have_value("#00ffaa")


def test_a_range_slider_by_keyboard_and_mouse(apps: Notebook) -> None:
    app = apps.app("range")
    low, high = app.get_by_role("slider", name="Price, from"), app.get_by_role("slider", name="Price, to")
    low.press("ArrowRight")
    told(app, "(21, 60)", "price=(21, 60)")
    high.press("End")
    told(app, "(21, 100)", "price=(21, 60) price=(21, 100)")
    track = app.locator(".jss-slider-track")
    box = track.bounding_box()
    assert box is not None
    track.click(position={"x": box["width"] * 0.1, "y": box["height"] / 2})
    told(app, "(10, 100)")
    apps.drag(app.locator(".jss-slider-knob").nth(1), right=-box["width"] / 2)
    told(app, "(10, 50)")
    expect(app.locator(".jss-slider-text").nth(1)).to_have_text("50")


def test_a_date_slider_by_keyboard_and_mouse(apps: Notebook) -> None:
    app = apps.app("slide")
    slider = app.get_by_role("slider", name="Week")
    slider.press("ArrowLeft")
    told(app, "2024-05-16", "week=2024-05-16")
    expect(slider).to_have_attribute("aria-valuetext", "2024-05-16")
    slider.press("Home")
    told(app, "2024-05-01", "week=2024-05-16 week=2024-05-01")
    track = app.locator(".jss-slider-track")
    box = track.bounding_box()
    assert box is not None
    apps.drag(app.locator(".jss-slider-knob"), right=box["width"] / 3)
    told(app, "2024-05-11")


@pytest.mark.parametrize("theme", THEMES)
def test_everybody_can_use_them_light_and_dark(
    theme: Literal["light", "dark"], apps: Notebook, axe: Axe
) -> None:
    apps.theme(theme)
    apps.page.mouse.move(0, 0)
    assert axe(*map(apps.app, ("looks", "trip", "paint"))) == []
    apps.shot(f"dates_{theme}", apps.app("looks"))
    field = apps.app("looks").get_by_label("A date", exact=True)
    field.fill("x")
    field.press("Enter")
    apps.shot(f"dates_problem_{theme}", apps.app("looks"))
    assert axe(apps.app("looks")) == []
    field.press("Escape")
