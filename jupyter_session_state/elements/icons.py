"""Icons that authors give: one emoji, a name of the Material set, or none."""

from __future__ import annotations

import re
from typing import Any

from jupyter_session_state.elements import button_messages, messages

_SYMBOL = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa"
    r"\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620\u2622\u2623\u2626"
    r"\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f"
    r"\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26ce\u26cf"
    r"\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d"
    r"\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf\u2934"
    r"\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"  # those that Unicode calls emoji
    r"\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"  # their block: the newest ones are in it
)
_VARIANT, _TONE, _TAG = "\ufe0f?", r"[\U0001f3fb-\U0001f3ff]?", r"[\U000e0020-\U000e007f]*"
_PART = f"(?:{_SYMBOL}{_VARIANT}{_TONE}{_VARIANT}{_TAG}|{_TONE[:-1]})"
_FLAG, _KEYCAP = r"[\U0001f1e6-\U0001f1ff]{2}", f"[0-9#*]{_VARIANT}\u20e3"
_EMOJI = re.compile(f"{_KEYCAP}|{_FLAG}|{_PART}(?:\u200d{_PART})*")
_MATERIAL = re.compile(r":material/[a-z0-9_]{1,60}:")


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
    """Whether a text is one emoji."""
    return _EMOJI.fullmatch(text) is not None


def leading_icon(text: str, *, named: bool = False) -> tuple[str, str]:
    """Return the emoji a text begins with (or, if `named`, the name of a Material icon) and what comes after it.

    Returns
    -------
    tuple
        An empty text and the whole text, if it begins with none.
    """
    if named and (name := _MATERIAL.match(text)) is not None:
        return name[0], text[name.end() :].lstrip()
    found = _EMOJI.match(text)
    return ("", text) if found is None else (found[0], text[found.end() :].lstrip("_- "))
