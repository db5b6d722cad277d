"""Widths and heights as authors write them."""

from __future__ import annotations

from typing import Any

from jupyter_session_state.elements import messages


def check_width(kind: str, width: Any) -> None:
    """Raise StreamlitInvalidWidthError unless it is pixels, ``"stretch"`` or ``"content"``."""
    if not _is_size(width, ("stretch", "content")):
        raise messages.invalid_width(kind, width)


def check_height(kind: str, height: Any) -> None:
    """Raise StreamlitInvalidHeightError unless it is pixels, ``"stretch"``, ``"content"`` or ``"auto"``."""
    if not _is_size(height, ("stretch", "content", "auto")):
        raise messages.invalid_height(kind, height)


def _is_size(size: Any, words: tuple[str, ...]) -> bool:
    if isinstance(size, str):
        return size in words
    return isinstance(size, int) and not isinstance(size, bool) and size > 0
