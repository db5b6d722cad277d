"""AppTest's hands for buttons, chat inputs, switches and text areas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jupyter_session_state.testing import AppTest, AppTestError

SCRIPT = """
import streamlit as st
heard = st.session_state.setdefault("heard", [])
def note(key):
    heard.append((key, st.session_state[key]))
st.toggle("T", key="t", on_change=note, args=("t",), help="H")
st.text_area("A", key="a", max_chars=5, placeholder="P", on_change=note, args=("a",))
st.download_button("D", "data", "d.txt", key="d", on_click=note, args=("d",))
st.menu_button("M", [1, 2], format_func="no {}".format, key="m", on_click=note, args=("m",))
st.link_button("L", "/l")
st.chat_input("C", key="c", on_submit=note, args=("c",))
st.text_area("Off", key="off", disabled=True)
st.chat_input("Shut", key="shut", disabled=True, accept_file=True)
"""
FILES = """
import streamlit as st
said = st.chat_input("Mail", key="mail", accept_file=HOW, file_type="txt")
st.text(f"{said.text!r} {[f.name for f in said.files]}" if said else "none")
"""


@pytest.fixture
def at() -> AppTest:
    return AppTest.from_string(SCRIPT).run()


def heard(at: AppTest) -> Any:
    return at.session_state.heard


def test_a_switch_is_switched(at: AppTest) -> None:
    assert (at.toggle[0].value, at.toggle[0].help) == (False, "H")
    assert at.toggle("t").set_value(True).run().toggle("t").value is True
    assert heard(at) == [("t", True)]
    with pytest.raises(AppTestError):
        at.toggle("t").set_value("yes")


def test_a_text_area_is_written(at: AppTest) -> None:
    area = at.text_area("a")
    assert (area.placeholder, area.max_chars) == ("P", 5)
    area.input("a\nb").run()
    assert heard(at) == [("a", "a\nb")]
    with pytest.raises(AppTestError, match="disabled"):
        at.text_area("off").input("x")
    with pytest.raises(AppTestError):
        at.text_area("a").set_value(5)


def test_a_download_is_clicked_and_its_file_is_there(at: AppTest) -> None:
    download = at.download_button("d")
    assert (download.data, download.file_name, download.value) == (b"data", "d.txt", False)
    assert download.click().run().download_button("d").value is True
    assert heard(at) == [("d", True)]
    assert at.run().download_button("d").value is False


def test_a_file_that_a_function_makes_knows_session_state() -> None:
    at = AppTest.from_string("""
st.number_input("N", value=2, key="n")
st.download_button("D", lambda: "x" * st.session_state.n, key="d")
""").run()
    at.number_input("n").set_value(3).run()
    assert at.download_button("d").data == b"xxx"


def test_an_entry_of_a_menu_is_clicked_by_value_and_by_place(at: AppTest) -> None:
    assert at.menu_button("m").options == ["no 1", "no 2"]
    assert at.menu_button("m").click(2).run().menu_button("m").value == 2
    at.menu_button("m").click_index(0).run()
    assert heard(at) == [("m", 2), ("m", 1)]
    assert at.run().menu_button("m").value is None
    with pytest.raises(AppTestError):
        at.menu_button("m").click(3)


def test_a_message_is_sent_once(at: AppTest) -> None:
    chat = at.chat_input("c")
    assert (chat.value, chat.placeholder) == (None, "C")
    assert chat.set_value("hello").value == "hello"
    assert at.run().chat_input("c").value == "hello"
    assert heard(at) == [("c", "hello")]
    assert at.run().chat_input("c").value is None
    at.chat_input("c").set_value("taken").set_value(None)
    assert at.run().chat_input("c").value is None


@pytest.mark.parametrize(
    "act", [lambda w: w.set_value("x"), lambda w: w.upload("a", b""), lambda w: w.clear()]
)
def test_nobody_talks_to_a_disabled_chat_input(at: AppTest, act: Callable[[Any], Any]) -> None:
    with pytest.raises(AppTestError, match="disabled"):
        act(at.chat_input("shut"))


def test_a_link_is_looked_at_only(at: AppTest) -> None:
    (link,) = at.get("link_button")
    assert link.value == "L"
    with pytest.raises(AppTestError, match="'L'"):
        link.click()


def test_a_file_takes_the_place_of_the_one_before_where_one_is_taken() -> None:
    at = AppTest.from_string(FILES.replace("HOW", "True")).run()
    at.chat_input[0].upload("a.txt", b"").upload("b.txt", b"").set_value("hi")
    assert at.run().text[0].value == "'hi' ['b.txt']"
    assert at.run().text[0].value == "none"


def test_files_add_up_where_several_are_taken() -> None:
    at = AppTest.from_string(FILES.replace("HOW", "'multiple'")).run()
    at.chat_input[0].upload("a.txt", b"").upload("b.TXT", b"")
    assert at.run().text[0].value == "'' ['a.txt', 'b.TXT']"
    at.chat_input[0].upload("a.txt", b"").clear()
    assert at.run().text[0].value == "none"


@pytest.mark.parametrize("file", [("", b""), ("a.png", b""), ("a.txt", "text"), ("a.txt", b"", ""), (5, b"")])
def test_what_no_user_could_attach_is_refused(file: Any) -> None:
    at = AppTest.from_string(FILES.replace("HOW", "True")).run()
    with pytest.raises(AppTestError, match="chat_input"):
        at.chat_input[0].upload(*file)
    assert at.run().text[0].value == "none"


def test_a_chat_input_for_texts_takes_no_files(at: AppTest) -> None:
    with pytest.raises(AppTestError, match="accept_file"):
        at.chat_input("c").upload("a.txt", b"")


def test_the_foot_of_the_page_is_found() -> None:
    at = AppTest.from_string("st.chat_input('C', key='c')\nst.bottom.text('below')").run()
    assert [w.key for w in at.bottom.chat_input] == ["c"]
    assert at.bottom.text[0].value == "below"
    assert not at.main.chat_input
