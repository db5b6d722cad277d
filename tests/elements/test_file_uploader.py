from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given, strategies

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.files import MEGABYTE, StoredFile
from jupyter_session_state.elements.file_types import normalised
from jupyter_session_state.elements.uploaded_file import UploadedFile


def stored(name: str = "a.txt", data: bytes = b"hello") -> StoredFile:
    return StoredFile.new(name, "text/plain", data)


# -- the value ---------------------------------------------------------------------------------------------------


def test_nothing_uploaded_is_none_or_an_empty_list(app: Any) -> None:
    assert app(lambda: st.file_uploader("f")).value is None
    assert app(lambda: st.file_uploader("f", accept_multiple_files=True)).value == []
    assert app(lambda: st.file_uploader("f", accept_multiple_files="directory")).value == []


@pytest.mark.parametrize("odd", [1, None, "yes", 0])
def test_what_is_neither_true_nor_directory_takes_one_file(app: Any, odd: Any) -> None:
    assert app(lambda: st.file_uploader("f", accept_multiple_files=odd)).value is None


def test_a_file_is_bytes_with_a_name(app: Any) -> None:
    file = app(lambda: st.file_uploader("f", key="f")).run(f=(stored(),)).value
    assert (file.name, file.type, file.size, file.read()) == ("a.txt", "text/plain", 5, b"hello")


def test_each_call_gives_a_file_of_its_own_at_its_start(app: Any) -> None:
    shown = app(lambda: st.file_uploader("f", key="f")).run(f=(stored(),))
    first = shown.value
    assert first.read() == b"hello"
    second = shown.run().value
    assert second.read() == b"hello"
    assert second is not first
    assert second == first == shown.state.get("f")
    assert second is not shown.state.get("f")


def test_a_file_read_through_session_state_is_at_its_start_in_the_next_run(app: Any) -> None:
    def script() -> bytes | None:
        file = st.file_uploader("f", key="f")
        return st.session_state.f.read() if file else None

    shown = app(script).run(f=(stored(),))
    assert shown.value == b"hello"
    shown.app.kernel.resends = True
    assert shown.run().value == b"hello"


def test_a_file_that_is_read_is_no_change(app: Any) -> None:
    calls = []

    def script() -> None:
        st.file_uploader("f", key="f", on_change=lambda: calls.append(st.session_state.f))
        if st.session_state.f:
            st.session_state.f.read()

    shown = app(script).run(f=(stored(),))
    assert len(calls) == 1
    shown.run().run()
    assert len(calls) == 1
    shown.run(f=(stored(),))
    assert len(calls) == 2
    shown.run(f=())
    assert calls[2] is None


def test_of_several_files_for_one_the_first_counts(app: Any) -> None:
    assert app(lambda: st.file_uploader("f", key="f")).run(f=(stored("a"), stored("b"))).value.name == "a"


def test_files_are_listed_in_the_order_in_which_they_were_sent(app: Any) -> None:
    shown = app(lambda: st.file_uploader("f", None, True, key="f")).run(f=(stored("b"), stored("a")))
    assert [file.name for file in shown.value] == ["b", "a"]
    assert shown.value is not shown.state.get("f")
    assert shown.value == shown.state.get("f")


@pytest.mark.parametrize("wire", [5, None, "a", [stored()], ("a",), (5,), b"1", [], {"id": "1"}])
def test_what_is_no_upload_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.file_uploader("f", key="f")).run(f=(stored(),))
    shown.run(f=wire)
    assert shown.value.name == "a.txt"
    assert len(shown.record.refused) == 1


@given(strategies.recursive(strategies.none() | strategies.text() | strategies.floats(), strategies.lists))
def test_no_wire_but_files_is_decoded(wire: Any) -> None:
    control = st.file_uploader.spec.declare("f")  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        control.decode(wire)


def test_a_file_of_the_wrong_type_ends_the_run_before_the_script(app: Any) -> None:
    runs = []

    def script() -> Any:
        runs.append(1)
        return st.file_uploader("f", "csv", key="f", on_change=lambda: runs.append(2))

    shown = app(script).run(f=(stored("a.exe"),))
    assert type(shown.error) is errors.StreamlitAPIException
    assert "'f'" in str(shown.error)
    assert "'a.exe'" in str(shown.error)
    assert runs == [1]
    assert shown.state.get("f") is None
    assert shown.run().run(f=(stored("a.csv"),)).value.name == "a.csv"


# -- session state -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("draw", [st.file_uploader, st.camera_input, st.audio_input])
def test_its_key_cannot_be_assigned(app: Any, draw: Any) -> None:
    assert (
        type(app(lambda: draw("f", key="f"), f=None).error) is errors.StreamlitValueAssignmentNotAllowedError
    )


def test_what_was_put_there_from_outside_is_no_file(app: Any) -> None:
    shown = app(lambda: st.file_uploader("f", key="f"))
    for value in (5, "a", [5], [UploadedFile(stored())]):
        shown.state.set("f", value)
        assert shown.run().value is None


def test_a_file_that_was_deleted_is_gone_from_the_page_too(app: Any) -> None:
    deletes = [False]

    def script() -> Any:
        if deletes[0]:
            del st.session_state.f
        return st.file_uploader("f", key="f")

    shown = app(script).run(f=(stored(),))
    deletes[0] = True
    assert shown.run().value is None
    assert shown.only.value == ()


def test_a_replaced_file_is_let_go_when_the_run_is_over(app: Any) -> None:
    shown = app(lambda: st.file_uploader("f", key="f")).run(f=(stored(),))
    shown.run(f=())
    assert all((cell.old is None) or cell.old.name != "a.txt" for cell in old_cells(shown))


def old_cells(shown: Any) -> list[Any]:
    from jupyter_session_state._core.slots import MISSING

    return [cell for cell in shown.state._cells.values() if cell.old is not MISSING]


# -- arguments ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, -1, True, 1.5, "5"])
def test_a_size_that_cannot_be_raises(app: Any, size: Any) -> None:
    error = app(lambda: st.file_uploader("f", max_upload_size=size)).error
    assert type(error) is errors.StreamlitValueError
    assert repr(size) in str(error)


@pytest.mark.parametrize("size", [None, 3])
def test_a_size_is_in_megabytes_and_200_if_not_given(app: Any, size: Any) -> None:
    only = app(lambda: st.file_uploader("f", max_upload_size=size)).only
    assert only.props["max_size"] == (size or 200) * MEGABYTE


@pytest.mark.parametrize("types", [5, [5], [None]])
def test_types_that_are_no_texts_raise(app: Any, types: Any) -> None:
    assert type(app(lambda: st.file_uploader("f", types)).error) is TypeError


@pytest.mark.parametrize(
    ("types", "taken"),
    [
        (None, ()),
        ("", ()),
        ([], ()),
        (["", " "], ()),
        ("csv", (".csv",)),
        (" .CSV ", (".csv",)),
        (["csv", "txt"], (".csv", ".txt")),
        (("a.b", "x"), (".a.b", ".x")),
        ("jpg", (".jpg", ".jpeg")),
        (["jpeg", "png"], (".jpeg", ".png", ".jpg")),
        (["jpg", "jpeg"], (".jpg", ".jpeg")),
        (["mpg", "mp4", "tif", "htm"], (".mpg", ".mp4", ".tif", ".htm", ".mpeg", ".mpeg4", ".tiff", ".html")),
        ("Image", ("image/*",)),
        (["pdf", "audio", "Image/PNG"], ("audio/*", "image/png", ".pdf")),
        (".image", (".image",)),
    ],
)
def test_types_are_normalised_as_streamlit_does(types: Any, taken: Any) -> None:
    assert normalised(types) == taken
    utils = pytest.importorskip("streamlit.elements.lib.file_uploader_utils")
    assert tuple(utils.normalize_upload_file_type(types) if types else ()) == taken


@given(strategies.lists(strategies.text("jpegmthifdv4./ IMA*", max_size=6), max_size=5))
def test_any_types_are_normalised_as_streamlit_does(types: list[str]) -> None:
    utils = pytest.importorskip("streamlit.elements.lib.file_uploader_utils")
    assert list(normalised(types)) == list(utils.normalize_upload_file_type(types))


@pytest.mark.parametrize(
    "changed", [{"type": "csv"}, {"accept_multiple_files": True}, {"max_upload_size": 5}], ids=str
)
def test_other_rules_are_another_uploader_also_with_a_key(app: Any, changed: dict[str, Any]) -> None:
    arguments: dict[str, Any] = {"type": "txt"}
    shown = app(lambda: st.file_uploader("f", key="f", **arguments)).run(f=(stored(),))
    arguments.update(changed)
    assert not shown.run().value


def test_other_words_are_the_same_uploader_with_a_key(app: Any) -> None:
    arguments: dict[str, Any] = {"label": "f"}
    shown = app(lambda: st.file_uploader(key="f", **arguments)).run(f=(stored(),))
    arguments.update(label="g", help="h", disabled=True, label_visibility="hidden", width=300)
    assert shown.run().value.name == "a.txt"


def test_recorders_say_what_they_cannot_do(app: Any) -> None:
    error = app(lambda: st.camera_input("c", resolution="4k")).error  # type: ignore[arg-type]
    assert type(error) is errors.StreamlitValueError
    assert "'480p', '720p', '1080p'" in str(error)
    error = app(lambda: st.audio_input("a", sample_rate=1)).error
    assert type(error) is errors.StreamlitValueError
    assert "8000, 11025, 16000" in str(error)


def test_recorders_take_only_what_they_make(app: Any) -> None:
    def script() -> Any:
        return st.camera_input("c", resolution="480p", key="c"), st.audio_input("a", key="a")

    shown = app(script).run(c=(stored("a.jpg"),), a=(stored("a.wav"),))
    assert [file.name for file in shown.value] == ["a.jpg", "a.wav"]
    assert [e.props["device"] for e in shown.drawn] == ["camera", "microphone"]
    assert (shown.drawn[0].props["height"], shown.drawn[1].props["sample_rate"]) == (480, 16000)
    assert isinstance(shown.run(c=(stored("a.png"),)).error, errors.StreamlitAPIException)
    assert isinstance(shown.run().run(a=(stored("a.mp3"),)).error, errors.StreamlitAPIException)


# -- the file itself ---------------------------------------------------------------------------------------------


def test_files_are_equal_if_they_come_from_one_upload() -> None:
    one = stored()
    assert UploadedFile(one) == UploadedFile(one)
    assert len({UploadedFile(one), UploadedFile(one), UploadedFile(stored())}) == 2
    assert UploadedFile(one) != "a.txt"


def test_a_file_says_what_it_is() -> None:
    file = UploadedFile(StoredFile("1", "a.txt", "text/plain", b"hello"))
    assert repr(file) == "UploadedFile(file_id='1', name='a.txt', type='text/plain', size=5)"


def test_a_copy_stands_where_the_file_stands_and_has_what_was_written() -> None:
    file = UploadedFile(stored())
    file.seek(5)
    file.write(b"!")
    file.seek(2)
    twin = copy.deepcopy(file)
    assert (twin.tell(), twin.getvalue(), twin.name) == (2, b"hello!", "a.txt")
    twin.write(b"??")
    assert file.getvalue() == b"hello!"
    assert file.stored.data == b"hello"


def test_a_copy_shares_the_bytes() -> None:
    file = UploadedFile(stored(data=bytes(5 * MEGABYTE)))
    assert copy.deepcopy(file).getvalue() is file.getvalue() is file.stored.data


def test_a_file_can_be_pickled() -> None:
    file = UploadedFile(stored())
    twin = pickle.loads(pickle.dumps(file))
    assert (twin, twin.read(), twin.name) == (file, b"hello", "a.txt")
