"""Texts that may be too long for a page."""

from __future__ import annotations

from typing import Any

LONGEST = 200_000
"""Characters of one text that are shown."""


def shortened(text: str) -> tuple[str, str]:
    """Return as much of a text as is shown, and a sentence about the rest, if there is any."""
    if len(text) <= LONGEST:
        return text, ""
    return text[:LONGEST], f"The text has {len(text):,} characters; the first {LONGEST:,} are shown."


def draw_text(at: Any, body: str, *, html: bool) -> None:
    """Draw a text as Markdown; say so if it is cut."""
    text, said = shortened(body)
    if not said:
        at.markdown(body, unsafe_allow_html=html)
    elif at.index is None:
        at.markdown(text, unsafe_allow_html=html)
        at.note(said)
    else:
        at.markdown(f"{text}\n\n{said}", unsafe_allow_html=html)
