"""Which types of files an uploader takes, as authors write them and as browsers want them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

CATEGORIES = frozenset({"image", "audio", "video", "text"})
"""Words for all types of one sort."""

ALIASES = (
    (".jpg", ".jpeg"),
    (".mpg", ".mpeg"),
    (".mp4", ".mpeg4"),
    (".tif", ".tiff"),
    (".htm", ".html"),
)
"""Extensions that mean one format: who takes one takes both."""


def normalised(types: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return MIME types, then extensions with their dot, all in lower case; nothing means all types.

    Raises
    ------
    TypeError
        If that is no text and no list of texts.

    Examples
    --------
    >>> normalised(["PDF", ".jpg", "image"])
    ('image/*', '.pdf', '.jpg', '.jpeg')
    """
    entries = [_entry(entry).strip().lower() for entry in _entries(types)]
    kinds = [f"{entry}/*" if entry in CATEGORIES else entry for entry in entries if entry]
    mimes = [kind for kind in kinds if "/" in kind]
    extensions = [kind if kind.startswith(".") else f".{kind}" for kind in kinds if "/" not in kind]
    return (*mimes, *_with_aliases(extensions))


def _entries(types: Any) -> list[Any]:
    if not types:
        return []
    return [types] if isinstance(types, str) else list(types)


def _entry(entry: Any) -> str:
    if not isinstance(entry, str):
        raise TypeError(
            f"type must be a file extension or a MIME type, or a list of them, but holds {entry!r}. "
            "Write it as in type=['csv', 'image/*']."
        )
    return entry


def _with_aliases(extensions: list[str]) -> list[str]:
    found = list(extensions)
    for first, second in ALIASES:
        if first in found and second not in found:
            found.append(second)
        if second in found and first not in found:
            found.append(first)
    return found
