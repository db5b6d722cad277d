"""Whether a text says how something is called, or is the readable form of a value: ``m.f(a, b)`` or ``Point(1, 2)``."""

from __future__ import annotations

import keyword
import re
from typing import Final

_CODE: Final = frozenset(
    """
    BoundCachedFunc CachedFunc builtin_function_or_method class classmethod classmethod_descriptor function method
    method_descriptor staticmethod wrapper_descriptor
    """.split()  # noqa: SIM905 - a list of names is read more easily so
)
"""Types of what can be called."""

_CALL: Final = re.compile(r"(?P<name>[\w.<>]+)\((?P<inside>.*)\)(?: -> .*)?", re.DOTALL)
_DOTTED: Final = re.compile(r"(?:\w+|<\w+>)(?:\.(?:\w+|<\w+>))*")
_PARAMETER: Final = re.compile(r"[*/]|(?P<stars>\*{0,2})(?P<name>[^\W\d]\w*)\s*(?P<rest>[:=].*)?", re.DOTALL)
_CUT: Final = 300


def is_signature(value: str, kind: str) -> bool:
    """Whether the value of a `help` element is a signature, as Streamlit's AppTest decides it.

    Parameters
    ----------
    value
        The text.
    kind
        The type of what it tells of.
    """
    found = None if len(value) >= _CUT and value.endswith("...") else _CALL.fullmatch(value)
    if found is None or not _DOTTED.fullmatch(found["name"]):
        return False
    inside = found["inside"].strip()
    parts = _parts(inside)
    if inside == "...":
        return True
    if not all(map(_is_parameter, parts)):
        return False
    if parts and all(map(_is_field, parts)):  # as in the repr of a dataclass
        return kind in _CODE
    return "." in found["name"] or kind in _CODE


def _parts(text: str) -> list[str]:
    """Split a text at the commas that are in no brackets and no quotes."""
    parts, depth, quote = [""], 0, ""
    for before, char in zip(" " + text, text, strict=False):
        if quote:
            quote = "" if char == quote and before != "\\" else quote
        elif char in "'\"":
            quote = char
        else:
            depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth and not quote:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


def _is_parameter(part: str) -> bool:
    found = _PARAMETER.fullmatch(part)
    if found is None or (found["name"] and keyword.iskeyword(found["name"])):
        return False
    return not (found["stars"] and (found["rest"] or "").startswith("="))


def _is_field(part: str) -> bool:
    return re.match(r"[^\W\d]\w*\s*=", part) is not None
