"""What a page and the kernel say to each other while files come."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_session_state._core.file_store import FileStore
from jupyter_session_state._core.files import RefusedError, Rules, StoredFile
from jupyter_session_state._core.uploads import answer, file_ids, info

RULES = Rules(1000, (".txt",), single=False)
ANNOUNCED = {"op": "upload", "id": "u", "page": "p", "name": "a.txt", "type": "text/plain", "size": 5}


@pytest.fixture
def store() -> FileStore:
    return FileStore()


def say(store: FileStore, message: dict[str, Any], *buffers: Any, rules: Rules | None = RULES) -> Any:
    return answer(store, "c", rules, message, buffers)


def piece(offset: Any) -> dict[str, Any]:
    return {"op": "piece", "id": "u", "offset": offset}


def test_each_message_is_answered_with_how_much_is_there_and_the_last_with_the_file(store: FileStore) -> None:
    assert say(store, ANNOUNCED) == {"op": "received", "id": "u", "size": 0}
    assert say(store, piece(0), b"12") == {"op": "received", "id": "u", "size": 2}
    told = say(store, piece(2), memoryview(b"345"))
    assert told["op"] == "arrived"
    (file,) = store.choose("c", [told["file"]["id"]])
    assert (
        told["file"] == info(file) == {"id": file.file_id, "name": "a.txt", "type": "text/plain", "size": 5}
    )
    assert file.data == b"12345"


def test_an_empty_file_has_arrived_when_it_is_announced(store: FileStore) -> None:
    assert say(store, {**ANNOUNCED, "size": 0})["op"] == "arrived"


def test_the_kernel_names_the_file_not_the_page(store: FileStore) -> None:
    told = say(store, {**ANNOUNCED, "size": 0})
    assert told["file"]["id"] != "u"


def test_a_refusal_says_why_and_what_came_is_forgotten(store: FileStore) -> None:
    say(store, ANNOUNCED)
    told = say(store, piece(0), b"123456")
    assert told["op"] == "refused"
    assert "cut off" in told["problem"]
    assert say(store, piece(0), b"12")["op"] == "refused"
    assert store.size() == 0


def test_where_nothing_is_taken_everything_is_refused(store: FileStore) -> None:
    assert say(store, ANNOUNCED, rules=None)["op"] == "refused"
    assert say(store, piece(0), b"1", rules=None)["op"] == "refused"


def test_a_cancelled_upload_is_forgotten_without_a_word(store: FileStore) -> None:
    say(store, ANNOUNCED)
    assert say(store, {"op": "cancel", "id": "u"}) is None
    assert store.size() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": -1},
        {"size": True},
        {"size": 5.0},
        {"size": "5"},
        {"name": 5},
        {"name": "x" * 5000 + ".txt"},
        {"type": None},
        {"type": "x" * 300},
        {"page": 5},
    ],
)
def test_an_announcement_that_makes_no_sense_is_refused(store: FileStore, wrong: dict[str, Any]) -> None:
    assert say(store, {**ANNOUNCED, **wrong})["op"] == "refused"
    assert store.size() == 0


@pytest.mark.parametrize("offset", [-1, True, 1.0, "1", None])
def test_a_piece_without_a_place_is_refused(store: FileStore, offset: Any) -> None:
    say(store, ANNOUNCED)
    assert say(store, piece(offset), b"1")["op"] == "refused"


@pytest.mark.parametrize("buffers", [(), (b"1", b"2")])
def test_a_piece_has_one_buffer(store: FileStore, buffers: Any) -> None:
    say(store, ANNOUNCED)
    assert say(store, piece(0), *buffers)["op"] == "refused"


@pytest.mark.parametrize(
    "message", [{}, {"op": "upload"}, {"op": "x", "id": "u"}, {"op": "piece", "id": "u" * 300}]
)
def test_what_is_no_message_is_passed_by(store: FileStore, message: dict[str, Any]) -> None:
    assert say(store, message) is None


def test_a_name_that_cannot_be_sent_back_is_mended(store: FileStore) -> None:
    told = say(store, {**ANNOUNCED, "name": "\ud800.txt", "size": 0})
    assert told["file"]["name"] == "?.txt"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
MESSAGES = st.fixed_dictionaries(
    {},
    optional={
        "op": st.sampled_from(["upload", "piece", "cancel"]) | JSON,
        "id": st.sampled_from(["u", "v"]) | JSON,
        "page": st.sampled_from(["p", "q"]) | JSON,
        "name": st.sampled_from(["a.txt", "b.exe"]) | JSON,
        "type": st.just("") | JSON,
        "size": st.integers(0, 1200) | JSON,
        "offset": st.integers(0, 1200) | JSON,
    },
)


@given(st.lists(st.tuples(MESSAGES, st.lists(st.integers(0, 1200).map(bytes), max_size=2)), max_size=10))
def test_whatever_a_page_says_it_gets_an_answer_or_none_and_takes_no_more_than_its_due(
    said: list[tuple[dict[str, Any], list[bytes]]],
) -> None:
    store = FileStore(total=2500)
    for message, buffers in said:
        told = say(store, message, *buffers)
        assert told is None or told["op"] in ("received", "arrived", "refused")
        assert store.size() <= 2500


@given(JSON)
def test_a_value_that_is_no_list_of_files_is_a_value_error(value: Any) -> None:
    try:
        found = file_ids(value)
    except ValueError:
        return
    assert all(isinstance(file_id, str) for file_id in found)


def test_ids_count_once(store: FileStore) -> None:
    assert file_ids([{"id": "a"}, {"id": "b", "name": "x"}, {"id": "a"}]) == ["a", "b"]
    assert file_ids([]) == []


def test_refusals_are_for_people() -> None:
    assert issubclass(RefusedError, Exception)
    assert info(StoredFile("1", "a", "t", b"123"))["size"] == 3
