"""What counts as one emoji, and which icon a text begins with."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some
from streamlit.emojis import ALL_EMOJIS

from jupyter_session_state.elements.icons import is_emoji, leading_icon

EMOJI = some.sampled_from(sorted(ALL_EMOJIS))


def test_every_emoji_of_streamlit_is_one_and_leads_a_text() -> None:
    assert [e for e in ALL_EMOJIS if not is_emoji(e)] == []
    assert [e for e in ALL_EMOJIS if leading_icon(f"{e}_ - text") != (e, "text")] == []


def test_no_other_sign_below_the_block_of_emoji_is_one() -> None:
    signs = {chr(c) for c in range(0x1F000) if unicodedata.category(chr(c)) in ("So", "Sm", "Po", "Pd", "Ll")}
    assert {c for c in signs if is_emoji(c)} == {e for e in ALL_EMOJIS if len(e) == 1 and ord(e) < 0x1F000}


@given(EMOJI, EMOJI)
def test_two_emoji_side_by_side_are_none_unless_they_make_one(one: str, other: str) -> None:
    assert is_emoji(one + other) == (one + other in ALL_EMOJIS)


@pytest.mark.parametrize(
    "text", ["", "text", "“quoted”", "✓ done", "≥ 5", "é", "1 of 2", ":material/home: x"]
)
def test_a_text_that_begins_otherwise_stays_whole(text: str) -> None:
    assert leading_icon(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        (":material/home: Home", (":material/home:", "Home")),
        (":material/home:\nHome", (":material/home:", "Home")),
        (":rocket: x", ("", ":rocket: x")),
        ("🚨\n\ntext", ("🚨", "\n\ntext")),
    ],
)
def test_where_names_count_a_material_icon_leads_too(text: str, split: tuple[str, str]) -> None:
    assert leading_icon(text, named=True) == split
