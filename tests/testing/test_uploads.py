"""AppTest plays users who send files."""

from __future__ import annotations

import pytest

from jupyter_session_state.testing import AppTest, AppTestError

ONE = """
f = st.file_uploader("File", "txt", key="f", on_change=lambda: st.text("changed"))
st.write(f.name if f else "none")
"""
MANY = """
fs = st.file_uploader("Files", accept_multiple_files="directory", key="f")
st.write(*[f.name for f in fs])
"""
RECORDERS = """
c = st.camera_input("C", resolution="720p")
a = st.audio_input("A", sample_rate=8000)
st.write(c and c.name, a and a.name)
"""
TEXT = ("a.txt", b"hello", "text/plain")


def test_a_file_given_as_a_tuple_or_in_a_list_is_uploaded() -> None:
    at = AppTest.from_string(ONE).run()
    at.file_uploader[0].set_value(TEXT).run()
    assert at.markdown.values == ["a.txt"]
    assert at.text.values == ["changed"]
    at.file_uploader(key="f").set_value([("b.txt", b"", "")]).run()
    assert at.markdown.values == ["b.txt"]
    at.run()
    assert at.markdown.values == ["b.txt"]
    assert at.text.values == []


def test_its_value_is_that_of_the_last_run() -> None:
    at = AppTest.from_string(ONE).run()
    uploader = at.file_uploader[0]
    assert uploader.set_value(TEXT).value is None
    assert at.run().file_uploader[0].value.name == "a.txt"


@pytest.mark.parametrize(
    "clear", [lambda w: w.clear(), lambda w: w.set_value(None), lambda w: w.set_value([])]
)
def test_files_are_removed(clear: object) -> None:
    at = AppTest.from_string(ONE).run()
    at.file_uploader[0].upload("a.txt", b"1").run()
    assert callable(clear)
    clear(at.file_uploader[0])
    assert at.run().markdown.values == ["none"]


def test_uploads_add_up_until_the_next_run_and_then_replace() -> None:
    at = AppTest.from_string(MANY).run()
    at.file_uploader[0].upload("a", b"").upload("b", b"")
    assert at.run().markdown.values == ["a b"]
    at.file_uploader[0].upload("c", b"")
    assert at.run().markdown.values == ["c"]
    assert at.file_uploader[0].value[0].type == "application/octet-stream"


def test_what_an_uploader_takes_can_be_asked() -> None:
    one, many = (AppTest.from_string(script).run().file_uploader[0] for script in (ONE, MANY))
    assert (one.accept_multiple_files, one.accept_directory, one.allowed_type) == (False, False, [".txt"])
    assert (many.accept_multiple_files, many.accept_directory, many.allowed_type) == (True, True, [])


def test_a_file_of_the_wrong_type_is_an_error_in_the_app() -> None:
    at = AppTest.from_string(ONE).run()
    at.file_uploader[0].upload("a.exe", b"").run()
    assert [e.exception_type for e in at.exception] == ["StreamlitAPIException"]
    assert at.run().markdown.values == ["none"]


def test_nobody_uploads_to_what_is_disabled() -> None:
    at = AppTest.from_string(
        "st.file_uploader('x', disabled=True); st.camera_input('y', disabled=True)"
    ).run()
    for widget in (at.file_uploader[0], at.camera_input[0]):
        with pytest.raises(AppTestError, match="disabled"):
            widget.clear()


def test_recorders_make_one_file_of_their_type() -> None:
    at = AppTest.from_string(RECORDERS).run()
    at.camera_input[0].set_value(("a.JPG", b"1", "Image/JPEG"))
    at.audio_input[0].upload("a.wav", b"1").run()
    assert at.markdown.values == ["a.JPG a.wav"]
    assert at.camera_input[0].value.type == "image/jpeg"
    at.camera_input[0].clear().run()
    assert at.markdown.values == ["`None` a.wav"]
    assert (at.camera_input[0].resolution, at.audio_input[0].sample_rate) == ("720p", 8000)


@pytest.mark.parametrize(
    "file",
    [
        ("a.png", b"", "image/jpeg"),
        ("a.jpg", b"", "image/png"),
        ("a.jpg", "text", "image/jpeg"),
        ("a.jpg", b""),
        [("a.jpg", b"", "image/jpeg")],
        "a.jpg",
    ],
)
def test_what_a_camera_does_not_make_is_refused(file: object) -> None:
    at = AppTest.from_string(RECORDERS).run()
    with pytest.raises(AppTestError, match=r"the camera_input 'C'.*\.jpg"):
        at.camera_input[0].set_value(file)  # type: ignore[arg-type]


def test_a_form_sends_files_with_its_button_and_may_clear_them() -> None:
    at = AppTest.from_string(
        "with st.form('f', clear_on_submit=True):\n"
        "    f = st.file_uploader('x')\n    st.form_submit_button()\nst.text(f and f.name)"
    ).run()
    at.file_uploader[0].upload("a.txt", b"1")
    at.button[0].click().run()
    assert at.text.values == ["a.txt"]
    at.button[0].click().run()
    assert at.file_uploader[0].value is None


def test_the_type_of_a_file_can_be_named() -> None:
    at = AppTest.from_string(
        "import streamlit as st\nfrom streamlit.typing import UploadedFile\n"
        "f = st.file_uploader('x')\nst.text(isinstance(f, UploadedFile))"
    ).run()
    at.file_uploader[0].upload("a.txt", b"1").run()
    assert at.text.values == ["True"]
