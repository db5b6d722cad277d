"""Carriage returns and backspaces in what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.terminal import joined, joined_later

WRITTEN = some.text(alphabet="ab\r\b\n", max_size=12)


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (["a", "b"], "ab"),
        (["1 of 3", "\r2 of 3", "\r3 of 3\n"], "3 of 3\n"),
        (["long line", "\rX"], "Xong line\rX"),
        (["windows\r\n", "line"], "windows\nline"),
        (["first\n", "12", "\b3"], "first\n13"),
        (["\b\b", "a"], "a"),
        (["first\n\b", "a"], "first\na"),
        (["abc\r", "\n", "d"], "abc\nd"),
        (["a\n", "\n", "\rb"], "a\n\nb"),
    ],
)
def test_what_a_terminal_would_show_is_kept(pieces: list[str], shown: str) -> None:
    text = ""
    for piece in pieces:
        text = joined(text, piece)
    assert text == shown


@given(WRITTEN, WRITTEN)
def test_it_does_not_matter_in_which_pieces_it_was_written(a: str, b: str) -> None:
    assert joined(joined("", a), b) == joined("", a + b)


@given(WRITTEN, some.text(alphabet="ab\r\n", max_size=12), some.text(alphabet="ab\r\n", max_size=12))
def test_what_waits_may_be_joined_before_it_is_known_what_it_follows(before: str, a: str, b: str) -> None:
    assert joined(joined("", before), joined_later(a, b)) == joined("", before + a + b)


@given(some.lists(WRITTEN, max_size=8))
def test_nothing_that_was_overwritten_stays(pieces: list[str]) -> None:
    text = ""
    for piece in pieces:
        text = joined(text, piece)
    assert "\b" not in text
    assert "\r" not in text[: text.rfind("\n") + 1]
    assert text.count("\r") <= 1


def test_a_bar_that_moves_ten_thousand_times_is_as_short_as_at_first() -> None:
    text = ""
    for n in range(10_000):
        text = joined(text, f"\r{n:5} of 10000")
    assert text == " 9999 of 10000"
