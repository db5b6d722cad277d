"""Keys that click a button."""

from __future__ import annotations

from typing import Any

from jupyter_session_state.elements import button_messages, messages

_MODIFIERS = {
    **dict.fromkeys(("ctrl", "control", "mod"), "ctrl"),
    **dict.fromkeys(("cmd", "command", "meta"), "cmd"),
    **dict.fromkeys(("alt", "option"), "alt"),
    "shift": "shift",
}
_ORDER = ("ctrl", "cmd", "alt", "shift")
_NAMED = {
    "return": "enter",
    "spacebar": "space",
    "esc": "escape",
    "del": "delete",
    **{f"arrow{way}": way for way in ("left", "right", "up", "down")},
    **{name: name for name in ("enter", "space", "tab", "escape", "backspace", "delete", "home", "end")},
    **{name: name for name in ("pageup", "pagedown", "left", "right", "up", "down")},
}
_TAKEN = ("c", "r")


def checked_shortcut(kind: str, shortcut: Any) -> str | None:
    """Return a shortcut in one spelling, ``"ctrl+shift+k"``; None for none.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no text.
    StreamlitAPIException
        If it is not one key with modifiers.
    """
    if shortcut is None:
        return None
    if not isinstance(shortcut, str):
        raise messages.wrong_type(kind, "shortcut", shortcut, "a str or None")
    words = [word for word in (part.strip().lower() for part in shortcut.split("+")) if word]
    held = {_MODIFIERS[word] for word in words if word in _MODIFIERS}
    keys = [word for word in words if word not in _MODIFIERS]
    if len(keys) != 1:
        raise button_messages.bad_shortcut(
            kind, shortcut, f"has {len(keys) or 'no'} keys that are no modifiers"
        )
    return "+".join([*(name for name in _ORDER if name in held), _key(kind, shortcut, keys[0])])


def _key(kind: str, shortcut: str, word: str) -> str:
    if word in _TAKEN:
        raise button_messages.bad_shortcut(kind, shortcut, "uses C or R, which are taken")
    is_function_key = word[0] == "f" and word[1:].isdigit()
    if word in _NAMED or is_function_key or (len(word) == 1 and word.isalnum()):
        return _NAMED.get(word, word)
    raise button_messages.bad_shortcut(kind, shortcut, f"has a key {word!r} that is not known")
