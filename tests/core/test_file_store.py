"""Where files are kept: whose they are, and how many there may be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from jupyter_session_state._core import file_store
from jupyter_session_state._core.file_store import FileStore
from jupyter_session_state._core.files import MEGABYTE, Assembly, RefusedError, Rules, StoredFile

ONE, MANY = Rules(100), Rules(100, single=False)


def expect(store: FileStore, upload: str, size: int, rules: Rules = MANY, **where: str) -> None:
    coming = Assembly(f"{upload}.txt", "text/plain", size)
    store.announce(where.get("control", "c"), rules, where.get("page", "p"), upload, coming)


def put(store: FileStore, upload: str, data: bytes, rules: Rules = MANY, **where: str) -> StoredFile:
    control = where.get("control", "c")
    expect(store, upload, len(data), rules, **where)
    store.add(control, upload, 0, data)
    file = store.finish(control, upload)
    assert file is not None
    return file


@pytest.fixture
def store() -> FileStore:
    return FileStore()


def test_what_arrived_can_be_chosen_in_any_order_and_kept_while_others_come(store: FileStore) -> None:
    a, b = put(store, "a", b"1"), put(store, "b", b"22")
    assert store.choose("c", [b.file_id, a.file_id]) == (b, a)
    c = put(store, "c", b"333")
    assert store.choose("c", [a.file_id, c.file_id]) == (a, c)
    assert store.size() == 4


def test_a_file_that_is_not_chosen_any_more_is_gone(store: FileStore) -> None:
    a = put(store, "a", b"1")
    store.choose("c", [a.file_id])
    store.choose("c", [])
    assert store.size() == 0
    with pytest.raises(ValueError, match="there is no file"):
        store.choose("c", [a.file_id])


def test_an_unknown_file_changes_nothing(store: FileStore) -> None:
    a = put(store, "a", b"1")
    store.choose("c", [a.file_id])
    with pytest.raises(ValueError, match="there is no file 'x'"):
        store.choose("c", [a.file_id, "x"])
    assert store.choose("c", [a.file_id]) == (a,)


def test_a_file_of_another_control_is_unknown(store: FileStore) -> None:
    a = put(store, "a", b"1", control="other")
    with pytest.raises(ValueError, match="there is no file"):
        store.choose("c", [a.file_id])


def test_a_value_that_was_sent_before_a_file_arrived_does_not_drop_it(store: FileStore) -> None:
    a = put(store, "a", b"1")
    store.choose("c", [a.file_id])
    b = put(store, "b", b"2")
    store.choose("c", [])  # it was on its way when the file came
    assert store.choose("c", [b.file_id]) == (b,)


def test_what_arrived_before_a_chosen_file_and_is_not_chosen_was_removed(store: FileStore) -> None:
    put(store, "a", bytes(50))
    b = put(store, "b", b"2")
    store.choose("c", [b.file_id])
    assert store.size() == 1


def test_a_single_upload_expects_one_file_at_a_time(store: FileStore) -> None:
    expect(store, "a", 10, ONE)
    expect(store, "b", 10, ONE)
    with pytest.raises(RefusedError, match="given up"):
        store.add("c", "a", 0, b"1")
    assert store.add("c", "b", 0, b"1") == 1


def test_another_page_takes_the_place_of_one_that_left_something_unfinished(store: FileStore) -> None:
    put(store, "a", b"1", page="first")
    expect(store, "b", 10, page="first")
    kept = put(store, "c", b"333", page="second")
    assert store.size() == 3
    assert store.choose("c", [kept.file_id]) == (kept,)


def test_an_upload_that_is_announced_again_starts_anew(store: FileStore) -> None:
    expect(store, "a", 4)
    store.add("c", "a", 0, b"xx")
    assert put(store, "a", b"1234").data == b"1234"


def test_a_piece_that_is_refused_takes_the_whole_upload_along(store: FileStore) -> None:
    expect(store, "a", 4)
    with pytest.raises(RefusedError, match="cut off"):
        store.add("c", "a", 0, b"12345")
    assert store.size() == 0


def test_a_piece_that_comes_again_after_the_last_one_does_no_harm(store: FileStore) -> None:
    a = put(store, "a", b"12")
    assert store.add("c", "a", 0, b"12") == 2
    assert store.finish("c", "a") == a
    assert store.choose("c", [a.file_id]) == (a,)


def test_what_is_cancelled_is_gone_unless_it_is_part_of_the_value(store: FileStore) -> None:
    a = put(store, "a", b"1")
    store.choose("c", [a.file_id])
    expect(store, "b", 10)
    put(store, "d", bytes(20))
    for upload in ("a", "b", "d", "never announced"):
        store.cancel("c", upload)
    store.cancel("nobody", "a")
    assert store.size() == 1
    assert store.choose("c", [a.file_id]) == (a,)


def test_what_a_control_was_told_to_show_can_be_chosen(store: FileStore) -> None:
    file = StoredFile.new("a", "", b"1")
    store.show("c", [file])
    assert store.choose("c", [file.file_id]) == (file,)
    store.show("c", [])
    assert store.size() == 0


def test_a_control_takes_its_files_along(store: FileStore) -> None:
    put(store, "a", b"1", control="c")
    put(store, "b", b"22", control="d")
    store.drop("c")
    store.drop("c")
    assert store.size() == 2
    store.clear()
    assert store.size() == 0


@pytest.mark.parametrize(
    ("coming", "rules", "words"),
    [
        (
            Assembly("a.exe", "", 1),
            Rules(100, (".txt", ".csv")),
            r"'a\.exe' is not of a type .* \.txt, \.csv",
        ),
        (Assembly("a", "", 101), Rules(100), "'a' is larger than 100 B"),
    ],
)
def test_what_the_rules_do_not_allow_is_refused_at_once(
    store: FileStore, coming: Assembly, rules: Rules, words: str
) -> None:
    with pytest.raises(RefusedError, match=words):
        store.announce("c", rules, "p", "a", coming)
    assert store.size() == 0


def test_the_files_of_an_app_are_limited_together() -> None:
    store = FileStore(total=250)
    put(store, "a", bytes(100), control="c")
    expect(store, "b", 100, control="d")
    with pytest.raises(RefusedError, match=r"'e\.txt' does not fit: .* 250 B together\. Remove some"):
        expect(store, "e", 51, control="d")
    expect(store, "e", 50, control="d")


def test_a_large_file_can_always_take_the_place_of_another() -> None:
    store = FileStore(total=10)
    old = put(store, "a", bytes(100), ONE)
    store.choose("c", [old.file_id])
    new = put(store, "b", bytes(100), ONE)
    assert store.choose("c", [new.file_id]) == (new,)


def test_a_control_has_a_limited_number_of_files(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_store, "COUNT", 2)
    put(store, "a", b"")
    expect(store, "b", 1)
    with pytest.raises(RefusedError, match="one file too many: at most 2"):
        expect(store, "d", 1)


class Hostile(RuleBasedStateMachine):
    """Pages that say anything, in any order."""

    uploads = Bundle("uploads")
    files = Bundle("files")
    names = st.tuples(st.sampled_from("cd"), st.sampled_from("abe"))
    limits = st.sampled_from([ONE, MANY])

    def __init__(self) -> None:
        super().__init__()
        self.store = FileStore(total=300)
        self.shown: dict[str, tuple[StoredFile, ...]] = {}

    @rule(target=uploads, name=names, rules=limits, page=st.sampled_from("pq"), size=st.integers(0, 120))
    def announce(self, name: Any, rules: Rules, page: str, size: int) -> Any:
        try:
            self.store.announce(name[0], rules, page, name[1], Assembly(name[1], "", size))
        except RefusedError:
            return multiple()
        return name

    @rule(target=files, name=uploads, offset=st.integers(0, 130), data=st.binary(max_size=130))
    def piece(self, name: Any, offset: int, data: bytes) -> Any:
        try:
            self.store.add(name[0], name[1], offset, data)
            file = self.store.finish(*name)
        except RefusedError:
            return multiple()
        return multiple() if file is None else (name[0], file)

    @rule(target=files, name=uploads)
    def finish(self, name: Any) -> Any:
        try:
            file = self.store.finish(*name)
        except RefusedError:
            return multiple()
        return multiple() if file is None else (name[0], file)

    @rule(name=uploads)
    def cancel(self, name: Any) -> None:
        self.store.cancel(*name)

    @rule(control=st.sampled_from("cd"), chosen=st.lists(files, max_size=3))
    def choose(self, control: str, chosen: list[Any]) -> None:
        ids = list(dict.fromkeys(file.file_id for _, file in chosen))
        try:
            got = self.store.choose(control, ids)
        except ValueError:
            return
        assert [file.file_id for file in got] == ids
        assert all(owner == control for owner, _ in chosen)
        self.shown[control] = got

    @rule(found=consumes(files))
    def show(self, found: Any) -> None:
        control, file = found
        self.store.show(control, [file])
        self.shown[control] = (file,)

    @rule(control=st.sampled_from("cd"))
    def drop(self, control: str) -> None:
        self.store.drop(control)
        self.shown.pop(control, None)

    @invariant()
    def holds_what_is_shown_and_never_too_much(self) -> None:
        for control, files in self.shown.items():
            assert self.store.choose(control, [file.file_id for file in files]) == files
        assert self.store.size() <= 300 + 2 * 130  # a page may be told to show more than it could send


TestHostile = Hostile.TestCase
TestHostile.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


def test_the_limit_of_an_app_is_two_gigabytes() -> None:
    assert file_store.TOTAL == 2048 * MEGABYTE
