"""Emoji by their names: ``:tada:``."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Final

NAMED: Final = re.compile(r":(\+1|-1|[\w-]{1,60}):", re.ASCII)
"""A name as authors write it."""

_FILE: Final = Path(__file__).with_name("emoji_names.txt")


def emoji(name: str) -> str:
    """Return the emoji of this name, an empty text if there is none."""
    return _by_name().get(name, "")


@functools.cache
def _by_name() -> dict[str, str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))
