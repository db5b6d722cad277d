"""Widths and heights as authors write them."""

from __future__ import annotations

from typing import Any

from jupyter_session_state.elements import button_messages, messages


def check_width(kind: str, width: Any) -> None:
    """Raise StreamlitInvalidWidthError unless it is pixels, ``"stretch"`` or ``"content"``."""
    if not _is_size(width, ("stretch", "content")):
        raise messages.invalid_width(kind, width)


def check_full_width(kind: str, width: Any) -> None:
    """Raise StreamlitInvalidWidthError unless it is pixels or ``"stretch"``."""
    if not _is_size(width, ("stretch",)):
        raise messages.invalid_width(kind, width)


def check_height(kind: str, height: Any) -> None:
    """Raise StreamlitInvalidHeightError unless it is pixels, ``"stretch"``, ``"content"`` or ``"auto"``."""
    if not _is_size(height, ("stretch", "content", "auto")):
        raise messages.invalid_height(kind, height)


def _is_size(size: Any, words: tuple[str, ...]) -> bool:
    if isinstance(size, str):
        return size in words
    return isinstance(size, int) and not isinstance(size, bool) and size > 0


def loose_size(size: Any) -> int | str:
    """Return what a size comes to where anything is taken: whole pixels, none too, ``"content"``, or all there is.

    Raises
    ------
    ValueError
        If it is less than nothing.
    """
    if isinstance(size, (int, float)):
        if size < 0:
            raise button_messages.below_nothing(size)
        return int(size)
    return "content" if size == "content" else "stretch"


def checked_height(kind: str, height: Any) -> Any:
    """Return a height.

    Raises
    ------
    StreamlitInvalidHeightError
        If it is neither ``"content"`` nor ``"stretch"`` nor pixels.
    """
    fits = height in ("content", "stretch") if isinstance(height, str) else isinstance(height, int)
    if not fits or (isinstance(height, int) and height <= 0):
        raise button_messages.bad_height(kind, height)
    return height


def checked_length(kind: str, max_chars: int | None) -> int | None:
    """Return how many characters a text may have.

    Raises
    ------
    StreamlitValueError
        If it is less than none.
    """
    if max_chars is not None and max_chars < 0:
        raise messages.not_one_of(f"max_chars of st.{kind}", max_chars, "a number from 0, or None")
    return max_chars


def width_of(width: Any, use_container_width: bool | None) -> Any:
    """Return a width; the older parameter for the same counts if it is given."""
    if use_container_width is None:
        return width
    return "stretch" if use_container_width else "content"
