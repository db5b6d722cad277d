from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.files import StoredFile
from jupyter_session_state.elements.chat_values import ChatInputValue

NOTE = StoredFile("1", "note.txt", "text/plain", b"note")
SOUND = StoredFile("2", "said.wav", "audio/wav", b"RIFF")


def test_a_text_lasts_one_run(app: Any) -> None:
    shown = app(lambda: (st.chat_input(key="c"), st.session_state.c))
    assert shown.value == (None, None)
    assert shown.fire("c", "hello").value == ("hello", "hello")
    assert shown.run().value == (None, None)


def test_it_is_called_before_the_script(app: Any) -> None:
    heard: list[Any] = []

    def draw() -> Any:
        return st.chat_input(
            key="c", on_submit=lambda who: heard.append((who, st.session_state.c)), args=("me",)
        )

    app(draw).fire("c", "hello")
    assert heard == [("me", "hello")]


def test_a_text_of_the_programs_is_put_into_the_field_and_not_sent(app: Any) -> None:
    def draw() -> Any:
        if st.button("suggest", key="suggest"):
            st.session_state.c = "What now?"
        with st.container():
            return st.chat_input(key="c")

    shown = app(draw).fire("suggest")
    assert shown.value is None
    assert shown.drawn[-1].props["draft"] == "What now?"
    assert shown.fire("c", "Well").value == "Well"
    assert "draft" not in shown.drawn[-1].props


def test_directly_in_the_main_area_it_goes_to_the_foot(app: Any) -> None:
    shown = app(lambda: (st.text("a"), st.chat_input(key="foot"), st.text("b")))
    assert shown.kinds == ["text", "text"]
    foot = next(e for e in shown.tree.children if e.kind == "bottom")
    assert [e.key for e in foot.walk() if e.kind == "chat_input"] == ["foot"]


@pytest.mark.parametrize("root", ["sidebar", "bottom"])
def test_elsewhere_it_stays_where_it_is_drawn(app: Any, root: str) -> None:
    shown = app(lambda: getattr(st, root).chat_input("Say", key="c"))
    assert [r.kind for r in shown.tree.children if any(e.key == "c" for e in r.walk())] == [root]


@pytest.mark.parametrize("wire", [None, 5, True, ["x"], b"x", "\ud83d", {"text": 5}, {"text": None}])
def test_what_is_no_text_is_refused(app: Any, wire: Any) -> None:
    heard: list[Any] = []
    shown = app(lambda: st.chat_input(key="c", on_submit=heard.append, args=(1,))).fire("c", wire)
    assert shown.value is None
    assert (len(shown.record.refused), heard) == (1, [])


def test_a_disabled_one_hears_nothing(app: Any) -> None:
    shown = app(lambda: st.chat_input(key="c", disabled=True)).fire("c", "hello")
    assert shown.value is None
    assert len(shown.record.refused) == 1


def test_a_text_is_cut_to_its_longest_length(app: Any) -> None:
    assert app(lambda: st.chat_input(key="c", max_chars=3)).fire("c", "hello").value == "hel"


def test_files_go_with_the_text(app: Any) -> None:
    shown = app(lambda: st.chat_input(key="c", accept_file="multiple")).fire(
        "c", {"text": "a", "files": (NOTE, SOUND)}
    )
    assert isinstance(shown.value, ChatInputValue)
    assert shown.value.text == "a"
    assert [file.read() for file in shown.value.files] == [b"note", b"RIFF"]
    assert "audio" not in shown.value


def test_a_recording_goes_with_the_text(app: Any) -> None:
    shown = app(lambda: st.chat_input(key="c", accept_audio=True))
    assert shown.fire("c", {"text": "", "audio": (SOUND,)}).value.audio.name == "said.wav"
    assert shown.fire("c", "plain").value.to_dict() == {"text": "plain", "audio": None}


@pytest.mark.parametrize(
    "wire",
    [
        {"text": "a", "files": ["note.txt"]},
        {"text": "a", "files": "note.txt"},
        {"text": "a", "files": None},
        {"text": "a", "files": (NOTE,), "audio": (5,)},
        {"text": "a", "files": (NOTE, NOTE)},
        {"text": "a", "audio": (SOUND, SOUND)},
        {"files": ({"id": "1", "name": "note.txt"},)},
    ],
)
def test_what_are_no_files_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.chat_input(key="c", accept_file=True, accept_audio=True)).fire("c", wire)
    assert shown.value is None
    assert len(shown.record.refused) == 1


def test_a_file_of_another_type_is_an_error_in_place_of_the_script(app: Any) -> None:
    shown = app(lambda: st.chat_input("Mail", key="c", accept_file=True, file_type="png"))
    shown.fire("c", {"text": "a", "files": (NOTE,)})
    assert shown.record.ending == "error"
    assert "'Mail'" in str(shown.record.error)
    assert ".png" in str(shown.record.error)


def test_without_files_none_are_handed_over(app: Any) -> None:
    assert app(lambda: st.chat_input(key="c")).fire("c", {"text": "a", "files": (NOTE,)}).value == "a"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"accept_file": "x"}, errors.StreamlitValueError),
        ({"accept_file": 1}, errors.StreamlitValueError),
        ({"submit_mode": "later"}, errors.StreamlitValueError),
        ({"max_upload_size": 0}, errors.StreamlitValueError),
        ({"max_upload_size": True}, errors.StreamlitValueError),
        ({"audio_sample_rate": 1}, errors.StreamlitValueError),
        ({"file_type": 5}, TypeError),
        ({"height": "tall"}, errors.StreamlitInvalidHeightError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.chat_input(**arguments)).error) is error


def test_a_form_refuses_it(app: Any) -> None:
    def draw() -> None:
        with st.form("f"):
            st.chat_input("Say")
            st.form_submit_button()

    assert type(app(draw).error) is errors.StreamlitInvalidLayoutContextError


def test_a_value_reads_and_writes_as_attributes_and_items() -> None:
    said = ChatInputValue("look", files=[])
    said.text = "see"
    said["files"] = [1]
    assert said.to_dict() == dict(said) == {"text": "see", "files": [1]}
    assert (said["text"], said.get("files"), len(said)) == ("see", [1], 2)
    assert said == ChatInputValue("see", files=[1])
    with pytest.raises(AttributeError, match="accept_audio"):
        _ = said.audio
    with pytest.raises(KeyError):
        said["audio"] = None
    with pytest.raises(TypeError):
        ChatInputValue("x", pictures=[])
