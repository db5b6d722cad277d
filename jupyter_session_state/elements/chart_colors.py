"""Colours as authors write them, for charts."""

from __future__ import annotations

import re
from typing import Any, Final

NAMES: Final = frozenset(("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary"))
"""Colours that the theme of the page decides."""

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_CSS = re.compile(r"rgba?\([\d.,%\s/]+\)", re.IGNORECASE)


def color_text(value: Any) -> str | None:
    """Return a colour as CSS has it; None for what is no colour."""
    if isinstance(value, str):
        return value if _HEX.fullmatch(value) or _CSS.fullmatch(value) else None
    if not _is_numbers(value):
        return None
    red, green, blue, *rest = value
    shown = ", ".join(map(_part, (red, green, blue)))
    return f"rgb({shown})" if not rest else f"rgba({shown}, {_opacity(rest[0])})"


def named_color(value: Any) -> str | None:
    """Return a colour as CSS has it, or the name of one of the theme's; None for what is neither."""
    if isinstance(value, str) and value.lower() in NAMES:
        return value.lower()
    return color_text(value)


def _is_numbers(value: Any) -> bool:
    if not isinstance(value, (tuple, list)) or len(value) not in (3, 4):
        return False
    return all(isinstance(part, (int, float)) and not isinstance(part, bool) for part in value)


def _part(value: float) -> str:
    number = value if isinstance(value, int) else value * 255
    return str(round(min(255, max(0, number))))


def _opacity(value: float) -> str:
    return f"{min(1.0, max(0.0, value / 255 if isinstance(value, int) else value)):.3g}"
