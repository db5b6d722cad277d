"""Ten tasks that somebody does with a keyboard alone, in one app: Tab to a field, use it, see where the focus is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

APP = """%%stateapp keys
@st.dialog("Really?")
def ask():
    st.write("Nothing is lost")
kind = st.selectbox("Kind", ["ant", "bee", "cat"])
many = st.multiselect("Many", ["ant", "bee", "cat"])
level = st.slider("Level", 0, 10, 4)
day = st.date_input("Day", "2026-03-04")
with st.expander("More"):
    st.checkbox("Inside")
one, two = st.tabs(["First", "Second"])
one.write("on the first")
two.write("on the second")
if st.button("Ask"):
    ask()
file = st.file_uploader("File")
with st.form("form"):
    name = st.text_input("Name")
    sent = st.form_submit_button("Send")
with st.popover("Settings"):
    st.checkbox("Loud")
said = st.chat_input("Say something", key="said")
if said:
    st.session_state.heard = said
st.text(f"{kind} {many} {level} {day} {name} {st.session_state.get('heard', '')} loud={st.session_state.get('loud')}")
"""
#: Whether a person can see where the focus is: an outline or a shadow of it, or of the box around it.
FOCUS_SEEN = """node => {
  for (let one = node, up = 0; one && up < 4; one = one.parentElement, up += 1) {
    const style = getComputedStyle(one);
    const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    if (isOutlined || style.boxShadow !== 'none') return true;
  }
  return false;
}"""


@pytest.fixture(scope="module")
def keys(shared_notebook: Notebook) -> Notebook:
    shared_notebook.open(["%load_ext jupyter_session_state", APP])
    shared_notebook.run_all()
    return shared_notebook


class Person:
    """Somebody who has only a keyboard."""

    def __init__(self, notebook: Notebook) -> None:
        self.app = notebook.app("keys")
        self.keyboard = notebook.page.keyboard
        expect(self.app.locator(".jss-run-state")).to_have_text("Idle")  # a run may change what Tab comes to
        self.app.get_by_role("button", name="Rerun", exact=True).focus()

    def tab_to(self, place: Locator, *, most: int = 60) -> Locator:
        """Press Tab until this has the focus."""
        for _ in range(most):
            if place.evaluate("node => node === document.activeElement"):
                assert place.evaluate(FOCUS_SEEN), "nobody sees that it has the focus"
                return place
            self.keyboard.press("Tab")
        raise AssertionError(f"{place} was not reached with {most} presses of Tab")

    def press(self, *names: str) -> None:
        for name in names:
            self.keyboard.press(name)

    def hears(self, text: str) -> None:
        expect(self.app).to_contain_text(text)


@pytest.fixture
def person(keys: Notebook) -> Person:
    return Person(keys)


def field(person: Person, role: Any, name: str) -> Locator:
    return person.app.get_by_role(role, name=name, exact=True)


def test_an_option_is_selected_by_typing(person: Person) -> None:
    person.tab_to(field(person, "combobox", "Kind"))
    person.keyboard.type("bee")
    person.press("Enter")
    person.hears("bee [")


def test_chips_are_added_and_removed(person: Person) -> None:
    person.tab_to(field(person, "combobox", "Many"))
    person.keyboard.type("cat")
    person.press("Enter")
    person.hears("['cat']")
    person.press("Escape", "Backspace")
    person.press("Backspace")
    person.hears(" [] ")


def test_a_slider_goes_by_arrows_and_to_its_ends(person: Person) -> None:
    person.tab_to(field(person, "slider", "Level"))
    person.press("ArrowRight")
    person.hears("] 5 ")
    person.press("Home")
    person.hears("] 0 ")
    person.press("End")
    person.hears("] 10 ")


def test_a_date_is_picked(person: Person) -> None:
    person.tab_to(person.app.get_by_label("Day", exact=True).first)
    person.press("ControlOrMeta+a")
    person.keyboard.type("2026/03/05")
    person.press("Enter")
    person.hears("2026-03-05")


def test_an_expander_is_opened(person: Person) -> None:
    inside = field(person, "checkbox", "Inside")
    expect(inside).to_be_hidden()
    person.tab_to(person.app.locator("summary, button", has_text="More").first)
    person.press("Enter")
    expect(inside).to_be_visible()


def test_a_tab_is_changed(person: Person) -> None:
    person.tab_to(field(person, "tab", "First"))
    person.press("ArrowRight")
    expect(person.app.get_by_text("on the second")).to_be_visible()
    expect(field(person, "tab", "Second")).to_be_focused()


def test_a_dialog_is_opened_and_closed_and_the_focus_comes_back(person: Person) -> None:
    button = person.tab_to(field(person, "button", "Ask"))
    person.press("Enter")
    expect(person.app.get_by_role("dialog")).to_be_visible()
    assert person.app.get_by_role("dialog").evaluate("node => node.contains(document.activeElement)")
    person.press("Escape")
    expect(person.app.get_by_role("dialog")).to_have_count(0)
    expect(button).to_be_focused()


def test_the_choice_of_a_file_is_opened(person: Person, keys: Notebook) -> None:
    # Listened for before the key: else the browser may open its own first.
    keys.page.on("filechooser", lambda _: None)
    person.tab_to(person.app.locator("input[type=file]").first)
    with keys.page.expect_file_chooser() as chosen:
        person.press("Enter")
    chosen.value.set_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"})
    person.hears("a.txt")


def test_a_form_is_sent_with_enter(person: Person) -> None:
    person.tab_to(field(person, "textbox", "Name"))
    person.keyboard.type("Ada")
    person.press("Enter")
    person.hears("Ada")


def test_a_popover_is_opened_and_closed(person: Person) -> None:
    button = person.tab_to(field(person, "button", "Settings"))
    person.press("Enter")
    loud = field(person, "checkbox", "Loud")
    expect(loud).to_be_visible()
    person.tab_to(loud, most=4)
    person.press("Space", "Escape")
    expect(loud).to_be_hidden()
    expect(button).to_be_focused()


def test_a_message_is_sent(person: Person) -> None:
    person.tab_to(field(person, "textbox", "Say something"))
    person.keyboard.type("hello")
    person.press("Enter")
    person.hears("hello loud")


def test_what_happens_is_told_to_who_does_not_see_it(person: Person) -> None:
    live = person.app.get_by_role("status")
    assert live.count() > 0
    expect(live.first).to_have_attribute("aria-live", "polite")
