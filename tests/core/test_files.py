"""Files that come in pieces: whatever the order, whatever is sent twice, and whatever lies are told."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_session_state._core.files import (
    AHEAD,
    MEGABYTE,
    Assembly,
    RefusedError,
    StoredFile,
    size_text,
    type_problem,
)


def pieces(data: bytes, cuts: list[int]) -> list[tuple[int, bytes]]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [(a, data[a:b]) for a, b in itertools.pairwise(places)]


@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=AHEAD - 2), st.data())
def test_pieces_in_any_order_some_of_them_twice_make_the_file(
    data: bytes, cuts: list[int], draw: st.DataObject
) -> None:
    parts = pieces(data, cuts)
    again = draw.draw(st.lists(st.sampled_from(parts), max_size=20)) if parts else []
    assembly = Assembly("a", "", len(data))
    for offset, piece in draw.draw(st.permutations([*parts, *again])):
        assembly.add(offset, piece)
        assert assembly.received <= len(data)
    assert assembly.complete
    assert assembly.file().data == data


@given(st.integers(0, 60), st.lists(st.tuples(st.integers(0, 80), st.binary(max_size=40)), max_size=40))
def test_whatever_is_sent_no_more_is_kept_than_was_announced(
    size: int, sent: list[tuple[int, bytes]]
) -> None:
    assembly = Assembly("a", "", size)
    for offset, piece in sent:
        try:
            assembly.add(offset, piece)
        except RefusedError:
            break
        held = assembly._buffer.tell() + sum(map(len, assembly._ahead.values()))
        assert held == assembly.received <= size
    if assembly.complete:
        assert len(assembly.file().data) == size


def test_more_than_announced_is_refused_at_the_first_byte_too_many() -> None:
    assembly = Assembly("a.bin", "", 1024)
    assembly.add(0, bytes(1024))
    with pytest.raises(RefusedError, match=r"'a\.bin' was cut off: more came than the 1 kB"):
        assembly.add(1024, b"x")


def test_pieces_that_overlap_are_refused() -> None:
    assembly = Assembly("a", "", 10)
    assembly.add(0, b"12345")
    with pytest.raises(RefusedError, match="do not fit together"):
        assembly.add(3, b"4567")


def test_pieces_that_wait_for_one_before_them_are_few() -> None:
    assembly = Assembly("a", "", 10 * AHEAD)
    for number in range(AHEAD):
        assembly.add(2 + 2 * number, b"x")
    with pytest.raises(RefusedError, match="do not fit together"):
        assembly.add(3 + 2 * AHEAD, b"x")


def test_two_files_are_equal_if_their_ids_are() -> None:
    file = StoredFile("1", "a", "", b"x")
    assert file == StoredFile("1", "b", "text/plain", b"y")
    assert hash(file) == hash(StoredFile("1", "b", "", b""))
    assert file != StoredFile("2", "a", "", b"x")
    assert StoredFile.new("a", "", b"") != StoredFile.new("a", "", b"")


def test_a_file_says_its_name_and_never_its_bytes() -> None:
    assert str(StoredFile("1", "a.txt", "", b"secret")) == "a.txt"
    assert "secret" not in repr(StoredFile("1", "a.txt", "", b"secret"))


@pytest.mark.parametrize(
    ("name", "types", "is_taken"),
    [
        ("a.exe", (), True),
        ("a.TXT", (".txt",), True),
        ("a.exe", (".txt",), False),
        ("a.txt.exe", (".txt",), False),
        ("txt", (".txt",), False),
        (".txt", (".txt",), True),
        ("a.tar.gz", (".tar.gz",), True),
        ("a.exe", ("image/*",), True),  # the name does not tell
        ("a.exe", ("image/*", ".txt"), True),
        ("a.txt\0", (), False),
        ("a\0.txt", ("image/*",), False),
    ],
)
def test_the_name_decides_where_only_extensions_are_given(
    name: str, types: tuple[str, ...], is_taken: bool
) -> None:
    assert (type_problem(name, types) is None) == is_taken


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 kB"),
        (1536, "1.5 kB"),
        (MEGABYTE, "1 MB"),
        (2048 * MEGABYTE, "2048 MB"),
    ],
)
def test_sizes_are_said_as_people_do(size: int, text: str) -> None:
    assert size_text(size) == text
