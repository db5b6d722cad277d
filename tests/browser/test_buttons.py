"""Switches, text areas, the chat input and buttons of all sorts in JupyterLab: by mouse, by keyboard, looked at."""

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
    "switch": """
on = st.toggle("Night **mode**", key="night", on_change=told, args=("night",), help="Saves *eyes*")
st.write(f"night: {on}, {st.session_state.night}")
""",
    "area": """
text = st.text_area("Story", key="story", on_change=told, args=("story",), max_chars=40, height=150)
need = st.text_area("Must", "old", key="must", required=True, on_change=told, args=("must",))
st.write(f"{text!r} {need!r}")
""",
    "talk": """
if st.button("Suggest"):
    st.session_state.said = "What about this?"
said = st.chat_input("Say something", key="said", on_submit=told, args=("said",), max_chars=60)
st.write(f"said: {said!r}")
with st.container():
    aside = st.chat_input("Whisper", key="aside", on_submit=told, args=("aside",), submit_mode="stop")
    if aside == "wait":
        import time
        for _ in range(300):
            time.sleep(0.1)
            st.session_state.seen = aside
""",
    "files": """
def told_files():
    said = st.session_state.mail
    st.session_state.log = [f"{said.text!r} with {[(f.name, f.size) for f in said.files]}"]
mail = st.chat_input("Mail", key="mail", on_submit=told_files, accept_file="multiple", file_type=["txt", "png"],
                     max_upload_size=1, accept_audio=True)
if mail:
    st.write(f"read {[f.read(4) for f in mail.files]}, sound: {mail.audio and mail.audio.read(4)}")
""",
    "save": """
st.download_button("Save table", "a,b\\n1,2", "table.csv", key="table", on_click=told, args=("table",))
st.download_button("Save quietly", bytes(range(256)), "raw.bin", key="quiet", on_click="ignore")
def make():
    return f"made for {st.session_state.get('who', 'nobody')}"
st.download_button("Make it", make, "made.txt", key="made", on_click="ignore")
st.download_button("Fail", lambda: 1 / 0, "never.txt", key="never", on_click="ignore")
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.write(f"run {st.session_state.runs}, saved: {st.session_state.table}")
""",
    "links": """
st.link_button("Plain", "/api?plain", icon="🔗", type="primary", help="Opens *elsewhere*")
clicked = st.link_button("Told", "/api?told", key="linked", on_click=told, args=("linked",))
st.link_button("Evil", "javascript:document.title='evil'", key="evil", on_click="rerun")
st.link_button("Evil too", " java\\nscript:document.title='evil'")
st.link_button("Still", "/api?still", disabled=True)
st.write(f"linked: {clicked}")
""",
    "menu": """
chosen = st.menu_button("Export", ["CSV", "**Excel**", "PDF"], key="export", on_click=told, args=("export",),
                        type="primary", help="To a *file*")
st.text(f"chosen: {chosen!r}, {st.session_state.export!r}")
""",
    "still": """
st.toggle("Still switch", True, disabled=True)
st.text_area("Still area", "text", disabled=True)
st.chat_input("Still talk", disabled=True)
st.download_button("Still save", "x", disabled=True)
st.menu_button("Still menu", ["a"], disabled=True)
st.toggle("Hidden switch", label_visibility="hidden")
st.download_button("Wide save", "x", width="stretch")
st.menu_button("Fixed menu", ["a"], width=220)
""",
}


def a_file(name: str, content: bytes) -> Any:
    """A file to choose."""
    return {"name": name, "mimeType": "", "buffer": content}


Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """One notebook, each app in a cell of its own."""
    cells = [f"%%stateapp {name} --scope app\n{TOLD}{body}\ntell()" for name, body in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("still").get_by_role("switch", name="Still switch")).to_be_disabled()
    return shared_notebook


def test_a_switch_is_flipped_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app, night = apps.app("switch"), apps.app("switch").get_by_role("switch", name="Night mode")
    app.get_by_text("mode").click()
    expect(app).to_contain_text("night: True, True")
    expect(night).to_be_checked()
    night.press("Space")
    expect(app).to_contain_text("night True; night False")
    expect(night).to_be_focused()


def test_a_text_area_is_sent_by_leaving_it_and_by_ctrl_enter(apps: Notebook) -> None:
    app, story = apps.app("area"), apps.app("area").get_by_role("textbox", name="Story")
    story.click()
    apps.page.keyboard.type("Once\nupon")
    expect(app.locator(".jss-hint", has_text="9/40")).to_contain_text("Ctrl+Enter applies")
    apps.page.keyboard.press("Control+Enter")
    expect(app).to_contain_text("story 'Once\\nupon'")
    expect(story).to_be_focused()
    apps.page.keyboard.type(" a time, long ago, in a far country")
    app.get_by_text("nothing changed").or_(app.get_by_text("story 'Once")).first.click()
    expect(app).to_contain_text("story 'Once\\nupon a time, long ago, in a far cou'")
    box = story.bounding_box()
    assert box is not None
    assert 90 < box["height"] < 150


def test_a_required_text_area_is_not_sent_empty(apps: Notebook) -> None:
    app, must = apps.app("area"), apps.app("area").get_by_role("textbox", name="Must")
    must.fill("  ")
    must.press("Control+Enter")
    expect(app.locator(".jss-problem", has_text="fill in")).to_be_visible()
    must.fill("new")
    must.press("Tab")
    expect(app).to_contain_text("must 'new'")
    expect(app).not_to_contain_text("must '  '")


def test_a_message_is_sent_by_enter_and_by_the_button(apps: Notebook) -> None:
    app, field = apps.app("talk"), apps.app("talk").get_by_role("textbox", name="Say something")
    field.click()
    apps.page.keyboard.type("two")
    apps.page.keyboard.press("Shift+Enter")
    apps.page.keyboard.type("lines")
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("said 'two\\nlines'")
    expect(app).to_contain_text("said: 'two\\nlines'")
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    field.fill("by the button")
    app.locator(".jss-bottom").get_by_role("button", name="Send").click()
    expect(app).to_contain_text("said: 'by the button'")
    app.get_by_role("button", name="Rerun", exact=True).click()
    expect(app).to_contain_text("said: None")


def test_the_chat_input_stands_at_the_foot_of_the_page(apps: Notebook) -> None:
    app = apps.app("talk")
    expect(app.locator(".jss-bottom").get_by_role("textbox", name="Say something")).to_be_visible()
    expect(app.locator(".jss-main").get_by_role("textbox", name="Whisper")).to_be_visible()


def test_a_text_of_the_programs_waits_in_the_field(apps: Notebook) -> None:
    app, field = apps.app("talk"), apps.app("talk").get_by_role("textbox", name="Say something")
    for _ in range(2):  # it may be the same text again
        app.get_by_role("button", name="Suggest").click()
        expect(field).to_have_value("What about this?")
        expect(app).to_contain_text("said: None")
        field.press("Enter")
        expect(app).to_contain_text("said: 'What about this?'")


def test_a_run_that_takes_long_is_stopped_at_the_chat_input(apps: Notebook) -> None:
    app, field = apps.app("talk"), apps.app("talk").get_by_role("textbox", name="Whisper")
    field.fill("wait")
    field.press("Enter")
    stop = app.locator(".jss-main").get_by_role("button", name="Stop")
    stop.click()
    expect(app.locator(".jss-main").get_by_role("button", name="Send")).to_be_visible()
    expect(app).to_contain_text("KeyboardInterrupt")
    expect(field).to_be_editable()


def test_files_go_with_a_message_and_are_gone_afterwards(apps: Notebook) -> None:
    app, field = apps.app("files"), apps.app("files").get_by_role("textbox", name="Mail")
    send = app.get_by_role("button", name="Send")
    expect(send).to_be_disabled()
    app.get_by_label("Attach files").set_input_files(
        [a_file("one.txt", b"1111"), a_file("two.txt", b"22222")]
    )
    app.get_by_role("button", name="Remove one.txt").press("Enter")
    expect(app.get_by_role("listitem")).to_have_count(1)
    field.fill("see")
    field.press("Enter")
    expect(app).to_contain_text("'see' with [('two.txt', 5)]")
    expect(app).to_contain_text("read [b'2222'], sound: None")
    expect(app.get_by_role("listitem")).to_have_count(0)
    expect(send).to_be_disabled()
    field.fill("alone")
    field.press("Enter")
    expect(app).to_contain_text("'alone' with []")


def test_a_file_may_go_without_words(apps: Notebook) -> None:
    app = apps.app("files")
    app.get_by_label("Attach files").set_input_files(a_file("silent.png", bytes(7)))
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("'' with [('silent.png', 7)]")


def test_files_that_are_not_taken_say_why_and_stay_behind(apps: Notebook) -> None:
    app, field = apps.app("files"), apps.app("files").get_by_role("textbox", name="Mail")
    app.get_by_label("Attach files").set_input_files(
        [a_file("evil.exe", b"x"), a_file("big.txt", bytes(1048577))]
    )
    expect(app.get_by_role("listitem").filter(has_text="evil.exe")).to_contain_text("not taken here")
    expect(app.get_by_role("listitem").filter(has_text="big.txt")).to_contain_text("larger than 1 MB")
    expect(app.get_by_role("button", name="Send")).to_be_disabled()
    field.fill("none")
    field.press("Enter")
    expect(app).to_contain_text("'none' with []")


def test_a_recording_goes_with_a_message(apps: Notebook) -> None:
    app = apps.app("files")
    app.get_by_role("button", name="Record").click()
    expect(app.get_by_role("timer")).to_have_text("0:01")
    app.get_by_role("button", name="Stop recording").click()
    expect(app.get_by_role("listitem")).to_contain_text(".wav")
    apps.shot("buttons_recorded", app)
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("sound: b'RIFF'")


def test_a_file_is_saved_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app = apps.app("save")
    with apps.page.expect_download() as saved:
        app.get_by_role("button", name="Save table").click()
    assert saved.value.suggested_filename == "table.csv"
    assert saved.value.path().read_bytes() == b"a,b\n1,2"
    expect(app).to_contain_text("run 2, saved: True")
    expect(app).to_contain_text("table True")
    with apps.page.expect_download() as quiet:
        app.get_by_role("button", name="Save quietly").press("Enter")
    assert quiet.value.path().read_bytes() == bytes(range(256))
    expect(app).to_contain_text("run 2, saved: True")  # it caused no run


def test_a_file_is_made_when_it_is_wanted(apps: Notebook) -> None:
    app = apps.app("save")
    with apps.page.expect_download() as made:
        app.get_by_role("button", name="Make it").click()
    assert made.value.path().read_text().startswith("made for ")
    app.get_by_role("button", name="Fail").click()
    expect(app.locator(".jss-problem", has_text="ZeroDivisionError")).to_be_visible()


def test_a_link_is_opened_by_mouse_and_by_keyboard_and_told(apps: Notebook) -> None:
    app = apps.app("links")
    with apps.page.context.expect_page() as opened:
        app.get_by_role("link", name="Plain").click()
    assert opened.value.url.endswith("/api?plain")
    assert opened.value.evaluate("() => window.opener") is None
    opened.value.close()
    with apps.page.context.expect_page() as told:
        app.get_by_role("link", name="Told").press("Enter")
    told.value.close()
    expect(app).to_contain_text("linked True")
    expect(app).to_contain_text("linked: True")


def test_a_link_that_would_run_code_leads_nowhere(apps: Notebook) -> None:
    app = apps.app("links")
    for name in ("Evil", "Evil too", "Still"):
        link = app.get_by_role("link", name=name, exact=True)
        expect(link).not_to_have_attribute("href", "")
        assert link.get_attribute("href") is None
        link.click(force=True)
    assert apps.page.title() != "evil"


def test_an_entry_of_a_menu_is_chosen_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app, button = apps.app("menu"), apps.app("menu").get_by_role("button", name="Export")
    button.click()
    app.get_by_role("menuitem", name="Excel").click()
    expect(app).to_contain_text("export '**Excel**'")
    expect(app).to_contain_text("chosen: '**Excel**', '**Excel**'")
    expect(button).to_be_focused()
    button.press("ArrowDown")
    expect(app.get_by_role("menuitem", name="CSV")).to_be_focused()
    apps.page.keyboard.press("End")
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("export '**Excel**'; export 'PDF'")
    button.press("Enter")
    apps.page.keyboard.press("Escape")
    expect(app.get_by_role("menuitem", name="CSV")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_keeps_people_out(apps: Notebook, axe: Axe, theme: Any) -> None:
    apps.theme(theme)
    apps.app("files").get_by_label("Attach files").set_input_files(
        [a_file("a.txt", b"1"), a_file("b.exe", b"2")]
    )
    expect(apps.app("files").get_by_role("listitem")).to_have_count(2)
    apps.app("menu").get_by_role("button", name="Export").click()
    found = axe(*map(apps.app, CELLS))
    apps.shot(f"buttons_open_menu_{theme}", apps.app("menu"))
    apps.page.keyboard.press("Escape")
    for name in CELLS:
        apps.shot(f"buttons_{name}_{theme}", apps.app(name))
    apps.app("files").get_by_role("button", name="Remove a.txt").click()
    assert found == []
