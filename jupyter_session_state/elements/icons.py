"""Icons that authors give: one emoji, a name of the Material set, or none."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from jupyter_session_state.elements import button_messages, messages

_MATERIAL = re.compile(r":material/[a-z0-9_]{1,60}:")
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_JOINER, _VARIANT = "\u200d", "\ufe0f"
_ODD = "‼⁉〰〽\u2139"  # emoji that Unicode does not count among the symbols


def checked_icon(kind: str, icon: Any) -> str | None:
    """Return an icon without blanks around it, None for no icon.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no text.
    StreamlitAPIException
        If it is neither an emoji nor of the form ``":material/name:"``.
    """
    if icon is None:
        return None
    if not isinstance(icon, str):
        raise messages.wrong_type(kind, "icon", icon, "a str or None")
    text = icon.strip()
    if not text:
        return None
    if text != "spinner" and not _MATERIAL.fullmatch(text) and not is_emoji(text):
        raise button_messages.bad_icon(kind, icon)
    return text


def is_emoji(text: str) -> bool:
    """Whether a text is one emoji, as far as the classes of its characters tell."""
    if _KEYCAP.fullmatch(text):
        return True
    return all(map(_is_one_symbol, text.split(_JOINER)))


def leading_icon(text: str) -> tuple[str, str]:
    """Return the emoji a text begins with, or an empty text, and the rest without what parts them."""
    end = 0
    while end < len(text) and not text[end].isascii() and not text[end].isalnum():
        end += 1
    return (text[:end], text[end:].lstrip("_- ")) if end else ("", text)


def _is_one_symbol(part: str) -> bool:
    """Whether it is one symbol with what may follow it: a variant, a skin tone, tags, a flag's other half."""
    if not part or not _is_symbol(part[0]):
        return False
    rest = part[1:].replace(_VARIANT, "")
    if _is_flag_letter(part[0]):
        return len(rest) == 1 and _is_flag_letter(rest)
    return all(unicodedata.category(c) == "Sk" or 0xE0020 <= ord(c) <= 0xE007F for c in rest)


def _is_symbol(character: str) -> bool:
    if 0x1F000 <= ord(character) <= 0x1FAFF:  # the block of emoji, of which Python may not know the newest
        return True
    return ord(character) > 0x7F and (unicodedata.category(character) in ("So", "Sm") or character in _ODD)


def _is_flag_letter(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF
