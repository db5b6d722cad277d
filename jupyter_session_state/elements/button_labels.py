"""What the buttons in a cell of a table say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from jupyter_session_state.elements.grid_cells import MOST_ITEMS, full_text, is_missing


def labels_of(value: Any) -> list[str]:
    """Return what a cell's button says, several texts for the entries of a menu, nothing for no button."""
    if is_missing(value):
        return []
    return [text for item in _items(value) if (text := _text(item))][:MOST_ITEMS]


def _items(value: Any) -> Iterable[Any]:
    if isinstance(value, str):
        return _listed(value)
    if hasattr(value, "tolist"):
        value = value.tolist()
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]


def _listed(text: str) -> list[Any]:
    """Return the items of a list that is written as JSON; any other text is one."""
    if text.strip().startswith("[") and text.strip().endswith("]"):
        try:
            return list(json.loads(text))
        except (ValueError, RecursionError):
            pass
    return [text]


def _text(item: Any) -> str:
    """Return the text of an item as a page writes it: 2 for 2.0, true for True."""
    if is_missing(item):
        return ""
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, float) and item.is_integer() and abs(item) < 1e21:
        return str(int(item))
    return full_text(item)
