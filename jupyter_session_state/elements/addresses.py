"""What is an address."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlparse


def is_address(text: Any, *schemes: str) -> bool:
    """Whether a text is an address of one of these schemes."""
    if not isinstance(text, str):
        return False
    try:
        found = urlparse(text.strip())
    except ValueError:
        return False
    if found.scheme not in schemes:
        return False
    return bool(found.netloc) if found.scheme in ("http", "https") else bool(found.path)
