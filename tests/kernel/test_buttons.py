"""Messages of buttons, files to save and chat inputs, as a front end sends them, well meant or not."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from tests.kernel.apps import Apps
from tests.kernel.frontend import Model

pytestmark = pytest.mark.one_kernel

MENU = """
chosen = st.menu_button("Menu", ["a", "b"], key="menu")
st.text(f"chosen {chosen}")
"""
SAVE = """
st.download_button("Save", bytes(range(256)) * 1000, "raw.bin", key="save")
def make():
    st.session_state.made = st.session_state.get("made", 0) + 1
    return f"made {st.session_state.made}"
st.download_button("Make", make, "made.txt", key="make", on_click="ignore")
st.download_button("Fail", lambda: 1 / 0, key="fail")
st.download_button("Shut", "secret", key="shut", disabled=True)
st.text(f"saved {st.session_state.save}")
"""
CHAT = """
def note():
    st.session_state.heard = st.session_state.get("heard", 0) + 1
said = st.chat_input("Say", key="say", on_submit=note, max_chars=5)
mail = st.chat_input("Mail", key="mail", on_submit=note, accept_file=True, file_type="txt", max_upload_size=1)
shut = st.chat_input("Shut", key="shut", on_submit=note, disabled=True)
files = mail and [(f.name, f.read()) for f in mail.files]
st.text(f"said {said!r} {mail and mail.text!r} {files} {shut!r} heard {st.session_state.get('heard', 0)}")
"""


def told(model: Model, op: str) -> list[tuple[Any, Any]]:
    """What the kernel sent to a view, of one sort."""
    return [(content, buffers) for content, buffers in list(model.customs) if content.get("op") == op]


def fetch(apps: Apps, label: str, op: str) -> tuple[Any, Any]:
    """Ask for a file as the view of its button does; returns the answer."""
    model = apps.control(label)
    before = len(told(model, op))
    apps.kernel.custom(model, {"event": "fetch"})
    return apps.kernel.wait(lambda: told(model, op)[before:], what=f"{op} of {label}")[0]


def test_a_menu_brings_its_label(apps: Apps) -> None:
    apps.run("menu", MENU)
    apps.kernel.custom(apps.control("Menu"), {"event": "click", "value": "b"})
    apps.wait_text("menu", "chosen b")


@pytest.mark.parametrize("value", ["c", 1, None, ["a"], {"text": "a"}, True])
def test_an_entry_that_is_not_there_is_refused(apps: Apps, value: Any) -> None:
    apps.run("menu", MENU)
    apps.kernel.custom(apps.control("Menu"), {"event": "click", "value": value})
    apps.wait_run("menu", 2)
    assert "chosen None" in apps.text("menu")
    assert len(apps.last("menu")["refused"]) == 1


def test_a_file_comes_as_a_buffer_when_it_is_asked_for_and_never_in_the_state(apps: Apps) -> None:
    apps.run("save", SAVE)
    model = apps.control("Save")
    assert len(repr(model.state)) < 5000
    content, buffers = fetch(apps, "Save", "file")
    assert (content["name"], content["mime"]) == ("raw.bin", "application/octet-stream")
    assert [bytes(buffer) for buffer in buffers] == [bytes(range(256)) * 1000]
    assert len(apps.endings("save")) == 1
    apps.click("Save")
    apps.wait_text("save", "saved True")


def test_a_function_makes_its_file_anew_each_time(apps: Apps) -> None:
    apps.run("save", SAVE)
    assert "made" not in apps.kernel.evaluate("list(session_state)")
    assert [bytes(b) for b in fetch(apps, "Make", "file")[1]] == [b"made 1"]
    assert [bytes(b) for b in fetch(apps, "Make", "file")[1]] == [b"made 2"]


def test_a_function_that_fails_says_so_and_the_app_goes_on(apps: Apps) -> None:
    apps.run("save", SAVE)
    assert "ZeroDivisionError" in fetch(apps, "Fail", "failed")[0]["problem"]
    apps.click("Save")
    apps.wait_text("save", "saved True")


def test_a_function_finds_the_names_and_the_state_of_its_app(apps: Apps) -> None:
    apps.kernel.execute("session_state.who = 'the kernel'")
    script = """
    limit = 2
    st.session_state.who = "the app"
    def make():
        st.text_input("drawn in vain", key="vain")
        st.write("drawn in vain")
        return f"{st.session_state.who} {limit}"
    st.download_button("Mine", make, key="mine")
    """
    apps.run("mine", textwrap.dedent(script), options="--scope app")
    apps.run("other", "limit = 3")
    assert [bytes(b) for b in fetch(apps, "Mine", "file")[1]] == [b"the app 2"]
    assert apps.kernel.evaluate("limit") == 3
    apps.click("Mine")
    apps.wait_run("mine", 2)
    assert "in vain" not in apps.text("mine")
    assert [bytes(b) for b in fetch(apps, "Mine", "file")[1]] == [b"the app 2"]


def test_a_function_may_not_end_runs(apps: Apps) -> None:
    apps.run("save", "st.download_button('Stop', st.stop, key='stop')\nst.text('here')")
    assert "Stop" in fetch(apps, "Stop", "failed")[0]["problem"]
    apps.click("Stop")
    apps.wait_run("save", 2)
    assert "here" in apps.text("save")


def test_a_disabled_button_gives_no_file(apps: Apps) -> None:
    apps.run("save", SAVE)
    content, buffers = fetch(apps, "Shut", "failed")
    assert not buffers
    assert "secret" not in repr(content)


def test_a_message_is_heard_once_and_cut(apps: Apps) -> None:
    apps.run("chat", CHAT)
    model = apps.kernel.widget(placeholder="Say")
    apps.kernel.custom(model, {"event": "click", "value": "hello there"})
    apps.wait_text("chat", "said 'hello' None None None heard 1")
    apps.kernel.custom(model, {"event": "click", "value": "again", "waits": True})
    apps.wait_text("chat", "said 'again' None None None heard 2")
    apps.kernel.wait(lambda: told(model, "done"), what="the end of the run")


@pytest.mark.parametrize(
    "content",
    [
        {"value": 5},
        {"value": None},
        {"value": ["a"]},
        {"value": {"text": "a", "files": ["x"]}, "files": "x"},
        {"value": "a", "files": [{"id": "never"}]},
        {"value": "a", "files": [5]},
        {"files": []},
    ],
)
def test_messages_that_no_page_sends_are_refused_before_anybody_is_called(apps: Apps, content: Any) -> None:
    apps.run("chat", CHAT)
    apps.kernel.custom(apps.kernel.widget(placeholder="Mail"), {"event": "click", **content})
    apps.wait_run("chat", 2)
    assert "said None None None None heard 0" in apps.text("chat")
    assert len(apps.last("chat")["refused"]) == 1


def test_a_disabled_chat_input_hears_nothing(apps: Apps) -> None:
    apps.run("chat", CHAT)
    apps.kernel.custom(apps.kernel.widget(placeholder="Shut"), {"event": "click", "value": "a"})
    apps.wait_run("chat", 2)
    assert "heard 0" in apps.text("chat")


def test_a_file_goes_with_a_message_and_the_kernel_keeps_none_of_it(apps: Apps) -> None:
    apps.run("chat", CHAT)
    model = apps.kernel.widget(placeholder="Mail")
    note = {"op": "upload", "id": "1", "page": "p", "name": "note.txt", "type": "", "size": 4}
    apps.kernel.custom(model, note)
    apps.kernel.wait(lambda: told(model, "received"), what="the announcement")
    apps.kernel.custom(model, {"op": "piece", "id": "1", "offset": 0}, [b"note"])
    ((answer, _),) = apps.kernel.wait(lambda: told(model, "arrived"), what="the file")
    apps.kernel.custom(model, {"event": "click", "value": "see", "files": [answer["file"]]})
    apps.wait_text("chat", "said None 'see' [('note.txt', b'note')] None heard 1")
    apps.kernel.custom(model, {"event": "click", "value": "again", "files": [answer["file"]]})
    apps.wait_run("chat", 3)
    assert len(apps.last("chat")["refused"]) == 1


@pytest.mark.parametrize(("name", "size"), [("note.exe", 4), ("big.txt", 2 << 20), ("a\0.txt", 1)])
def test_a_file_that_is_not_taken_is_refused_at_once(apps: Apps, name: str, size: int) -> None:
    apps.run("chat", CHAT)
    model = apps.kernel.widget(placeholder="Mail")
    apps.kernel.custom(
        model, {"op": "upload", "id": "1", "page": "p", "name": name, "type": "", "size": size}
    )
    assert apps.kernel.wait(lambda: told(model, "refused"), what="the refusal")
    assert len(apps.endings("chat")) == 1


def test_a_chat_input_for_texts_takes_no_files(apps: Apps) -> None:
    apps.run("chat", CHAT)
    model = apps.kernel.widget(placeholder="Say")
    apps.kernel.custom(
        model, {"op": "upload", "id": "1", "page": "p", "name": "a.txt", "type": "", "size": 0}
    )
    assert apps.kernel.wait(lambda: told(model, "refused"), what="the refusal")
    apps.kernel.custom(model, {"event": "click", "value": "still"})
    apps.wait_text("chat", "said 'still'")
