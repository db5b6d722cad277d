"""Text on its way into HTML: escaping, shortening, and the notes that say what was shortened."""

from __future__ import annotations

import html
import re

# No terminal colours in a page: programs and tracebacks bring them along.
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")


def sound(text: str) -> str:
    """Return the text without lone surrogates, which no message to a browser could carry."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def escape(text: object) -> str:
    """Any value as text, fit for an element's content and for a quoted attribute."""
    return html.escape(sound(str(text)), quote=True)


def without_ansi(text: str) -> str:
    """Return the text without terminal escape sequences."""
    return _ANSI.sub("", text) if "\x1b" in text else text


def cut(text: str, limit: int) -> tuple[str, str]:
    """Return the part of a text that is shown, and a note for the reader (empty when all is shown)."""
    if len(text) <= limit:
        return text, ""
    return text[:limit], note(f"Text cut: it has {len(text):,} characters, the first {limit:,} are shown.")


def shorten(text: str, limit: int) -> str:
    """Return a text of one line or cell, with an ellipsis where it was cut."""
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text):,} characters)"


def note(message: str) -> str:
    """Write one of our own grey notes, from plain text."""
    return f'<p class="jss-remark">{escape(message)}</p>'
