"""What a page tells of its reader: theme, language, time zone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LONGEST = 64


def told(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return of what a page told that which makes sense."""
    texts = {name: message.get(name) for name in ("timezone", "locale")}
    found: dict[str, Any] = {
        name: text for name, text in texts.items() if isinstance(text, str) and 0 < len(text) <= LONGEST
    }
    if message.get("theme") in ("light", "dark"):
        found["theme"] = message["theme"]
    offset = message.get("timezone_offset")
    if isinstance(offset, int) and not isinstance(offset, bool) and abs(offset) < 24 * 60:
        found["timezone_offset"] = offset
    return found
