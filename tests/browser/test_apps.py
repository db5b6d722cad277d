"""What apps do in JupyterLab, each in a cell of one notebook and with a state of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

CELLS = {
    "typed": """
name = st.text_input("Your name", placeholder="Who is there?")
count = st.number_input("How many", 0, 10, 3)
st.write(f"{name or 'Nobody'} takes {count}")
""",
    "former": """
def send():
    st.session_state.sent = f"{st.session_state.title}, {st.session_state.agreed}"
with st.form("order"):
    st.text_input("Title", key="title")
    st.checkbox("I agree", key="agreed")
    st.form_submit_button("Send", on_click=send)
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.write(f"run {st.session_state.runs}: {st.session_state.get('sent', 'nothing sent')}")
""",
    "broken": """
st.write("above")
if st.checkbox("Break it"):
    1 / 0
st.write("below")
""",
    "beside": """
st.sidebar.header("Settings")
st.sidebar.checkbox("Loud", key="loud")
st.header("Voice")
st.write("LOUD" if st.session_state.loud else "quiet")
""",
    "folded": """
grown = st.checkbox("Grow")
with st.expander("Details"):
    st.write("inside the fold, grown" if grown else "inside the fold")
note = st.text_input("Note")
st.write(f"note: {note}")
""",
    "steady": """
level = st.slider("Level", 0, 10, 5)
st.title("A title that stays")
st.write("a text that stays")
name = st.text_input("A field that stays")
st.info("an alert that stays")
st.write(f"level {level}")
""",
    "counted": """
if st.button("Count"):
    st.session_state.n = st.session_state.get("n", 0) + 1
st.write(f"counted {st.session_state.get('n', 0)}")
""",
}
CLOCK = """
st.session_state.ticks = st.session_state.get("ticks", 0) + 1
if st.session_state.get("grow"):
    st.info(f"tick {st.session_state.ticks}")
st.text_input("Unsent")
st.write(f"ticks {st.session_state.ticks}")
"""
LINKED = """
st.slider("Shared", 0, 10, 5, key="shared")
st.write(f"{app} sees {st.session_state.shared}")
"""
SEEN = "node => { for (const one of [node, ...node.querySelectorAll('*')]) { one.seenByTest = true; } }"
STILL_SEEN = (
    "node => [node, ...node.querySelectorAll('*')].filter(one => !one.seenByTest).map(one => one.outerHTML)"
)


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """A notebook with all the apps, run."""
    own = [f"%%stateapp {name} --scope app{script}" for name, script in CELLS.items()]
    linked = [f"%%stateapp clock{CLOCK}"] + [
        f"%%stateapp {app}\napp = {app!r}{LINKED}" for app in ("left", "right")
    ]
    shared_notebook.open(["%load_ext jupyter_session_state", *own, *linked])
    shared_notebook.run_all()
    return shared_notebook


def test_text_is_sent_by_enter_and_a_number_by_its_buttons(apps: Notebook) -> None:
    app = apps.app("typed")
    field = app.get_by_label("Your name")
    field.press_sequentially("Ada")
    expect(app).to_contain_text("Nobody takes 3")
    field.press("Enter")
    expect(app).to_contain_text("Ada takes 3")
    expect(field).to_be_focused()
    app.get_by_role("button", name="Increase How many").click()
    expect(app).to_contain_text("Ada takes 4")


def test_text_is_sent_when_the_field_is_left(apps: Notebook) -> None:
    app = apps.app("typed")
    app.get_by_label("Your name").fill("Grace")
    app.get_by_role("spinbutton", name="How many").focus()
    expect(app).to_contain_text("Grace takes")


def test_a_form_sends_all_of_its_values_with_its_button_and_nothing_before(apps: Notebook) -> None:
    app = apps.app("former")
    app.get_by_label("Title").fill("Tea")
    app.get_by_label("I agree").check()
    expect(app).to_contain_text("run 1: nothing sent")
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("run 2: Tea, True")
    app.get_by_label("Title").fill("Coffee")
    app.get_by_label("Title").press("Enter")
    expect(app).to_contain_text("run 3: Coffee, True")


def test_an_error_shows_its_line_and_the_app_goes_on(apps: Notebook) -> None:
    app = apps.app("broken")
    app.get_by_label("Break it").check()
    alert = app.locator(".jss-alert")
    expect(alert).to_contain_text("ZeroDivisionError (line 4): division by zero")
    alert.locator("summary").click()
    expect(alert.locator("pre")).to_contain_text("line 4")
    expect(alert.locator("pre")).to_contain_text("1 / 0")
    expect(app).not_to_contain_text("below")
    app.get_by_label("Break it").uncheck()
    expect(app).to_contain_text("below")
    expect(alert).to_have_count(0)


def test_the_sidebar_stands_left_of_the_main_part(apps: Notebook) -> None:
    app = apps.app("beside")
    side, main = app.get_by_role("group", name="Sidebar"), app.get_by_role("heading", name="Voice")
    side_box, main_box = side.bounding_box(), main.bounding_box()
    assert side_box is not None
    assert main_box is not None
    assert side_box["x"] + side_box["width"] <= main_box["x"]
    side.get_by_label("Loud").check()
    expect(app).to_contain_text("LOUD")


def test_an_anchor_shows_only_when_its_heading_is_pointed_at(apps: Notebook) -> None:
    heading = apps.app("beside").get_by_role("heading", name="Voice")
    apps.page.mouse.move(0, 0)
    expect(heading.locator(".jss-anchor")).to_have_css("opacity", "0")
    heading.hover()
    expect(heading.locator(".jss-anchor")).to_have_css("opacity", "1")
    apps.shot("anchor", apps.app("beside"))


def test_an_opened_expander_and_unsent_text_survive_a_rerun(apps: Notebook) -> None:
    app = apps.app("folded")
    expect(app.get_by_text("inside the fold")).to_be_hidden()
    app.get_by_text("Details").click()
    app.get_by_label("Note").fill("not sent")
    app.get_by_label("Grow").check()  # takes the focus, which sends the text
    expect(app.get_by_text("inside the fold, grown")).to_be_visible()
    expect(app).to_contain_text("note: not sent")
    expect(app.get_by_label("Note")).to_have_value("not sent")


def test_focus_caret_and_unsent_text_survive_reruns_caused_elsewhere(apps: Notebook) -> None:
    app = apps.app("clock")
    field = app.get_by_label("Unsent")
    field.press_sequentially("half a sent")
    for _ in range(3):
        apps.execute("%stateapp rerun clock")
    apps.execute("session_state.grow = True\n%stateapp rerun clock")
    expect(app).to_contain_text("ticks 5")
    expect(app.locator(".jss-alert")).to_have_text("tick 5")  # what was drawn moved down
    expect(field).to_be_focused()
    field.press_sequentially("ence")
    expect(field).to_have_value("half a sentence")


def test_nodes_of_what_did_not_change_stay_the_same(apps: Notebook) -> None:
    app = apps.app("steady")
    body = app.locator(".jss-main")
    body.evaluate(SEEN)
    app.get_by_role("slider").press("ArrowRight")
    expect(app).to_contain_text("level 6")
    app.get_by_role("slider").press("ArrowRight")
    expect(app).to_contain_text("level 7")
    assert body.evaluate(STILL_SEEN) == []


def test_clear_and_rerun_starts_anew(apps: Notebook) -> None:
    app = apps.app("counted")
    app.get_by_role("button", name="Count").click()
    expect(app).to_contain_text("counted 1")
    app.get_by_role("button", name="Count").click()
    expect(app).to_contain_text("counted 2")
    app.get_by_role("button", name="Rerun", exact=True).click()
    expect(app).to_contain_text("counted 2")
    app.get_by_role("button", name="Clear and rerun").click()
    expect(app).to_contain_text("counted 0")


@pytest.mark.parametrize(("moved", "other"), [("left", "right"), ("right", "left")])
def test_apps_linked_on_a_key_follow_each_other(apps: Notebook, moved: str, other: str) -> None:
    sliders = [_slider(apps, app) for app in (moved, other)]
    wanted = "0" if sliders[0].input_value() != "0" else "10"
    sliders[0].press("Home" if wanted == "0" else "End")
    for app, slider in zip((moved, other), sliders, strict=True):
        expect(apps.app(app)).to_contain_text(f"{app} sees {wanted}")
        expect(slider).to_have_value(wanted)


def _slider(notebook: Notebook, app: str) -> Locator:
    return notebook.app(app).get_by_role("slider", name="Shared")
