"""Whether a message of a page is one: pages may be old, or not ours at all."""

from __future__ import annotations

import json
from typing import Any, Literal, get_args, get_origin, get_type_hints

from jupyter_session_state._jupyter.inspector import requests
from jupyter_session_state._jupyter.inspector.protocol import MAX_MESSAGE, VERSION, Error

_FIELDS: dict[str, dict[str, Any]] = {
    name: hints
    for message in vars(requests).values()
    if isinstance(message, type) and "type" in (hints := get_type_hints(message))
    for name in get_args(hints["type"])
}
"""The fields of each message, by its type."""


def fault(message: Any) -> Error | None:
    """Return what is wrong with a message, or None."""
    if not isinstance(message, dict) or not _is(message.get("id"), int):
        return _malformed("a message is an object with a number `id`")
    if message.get("v") != VERSION:
        return _malformed(f"this kernel speaks version {VERSION} of the protocol; reload the page")
    fields = _FIELDS.get(str(message.get("type")))
    if fields is None:
        return {"code": "unknown", "message": f"there is no message {str(message.get('type'))[:60]!r}"}
    wrong = next((name for name, hint in fields.items() if not _has(message, name, hint)), None)
    if wrong is not None:
        return _malformed(f"{message['type']!r} has no such {wrong!r}")
    return _too_large(message)


def _too_large(message: Any) -> Error | None:
    size = len(json.dumps(message, default=str))
    if size <= MAX_MESSAGE:
        return None
    return {
        "code": "too-large",
        "message": f"{size:,} bytes are more than the {MAX_MESSAGE:,} that may be sent",
    }


def _malformed(words: str) -> Error:
    return {"code": "malformed", "message": words}


def _has(message: dict[str, Any], name: str, hint: Any) -> bool:
    return name in message and _is(message[name], hint)


def _is(value: Any, hint: Any) -> bool:
    """Whether a value that came as JSON is of a type."""
    if hint is Any:
        return True
    if get_origin(hint) is Literal:
        return isinstance(value, str) and value in get_args(hint)
    if get_origin(hint) is list:
        return isinstance(value, list) and all(_is(item, get_args(hint)[0]) for item in value)
    if get_args(hint):
        return any(_is(value, kind) for kind in get_args(hint))
    return type(value) is hint
