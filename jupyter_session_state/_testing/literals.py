"""Values as they stand in the text of a program."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDTH = 88
"""How long a line may be."""


def literal(value: Any) -> str | None:
    """Return the text of a value that has one in any program; None for others."""
    write = _WRITERS.get(type(value))
    return None if write is None else write(value)


def _float(value: float) -> str | None:
    return repr(value) if math.isfinite(value) else None


def _moment(value: Any) -> str | None:
    return repr(value) if getattr(value, "tzinfo", None) is None else None


def _dict(value: dict[Any, Any]) -> str | None:
    return _bracketed("{", [_pair(k, v) for k, v in value.items()], "}")


def _list(value: list[Any]) -> str | None:
    return _bracketed("[", [literal(item) for item in value], "]")


def _tuple(value: tuple[Any, ...]) -> str | None:
    return _bracketed("(", [literal(item) for item in value], ",)" if len(value) == 1 else ")")


def _quoted(text: str) -> str:
    shown = repr(text)
    return shown if '"' in text else f'"{shown[1:-1]}"'


def _pair(key: Any, value: Any) -> str | None:
    texts = literal(key), literal(value)
    return None if None in texts else f"{texts[0]}: {texts[1]}"


def _bracketed(start: str, items: list[str | None], end: str) -> str | None:
    return None if None in items else f"{start}{', '.join(map(str, items))}{end}"


_WRITERS: dict[type, Callable[[Any], str | None]] = {
    **dict.fromkeys((type(None), bool, int), repr),
    **dict.fromkeys((dt.datetime, dt.date, dt.time, dt.timedelta), _moment),
    float: _float,
    str: _quoted,
    dict: _dict,
    list: _list,
    tuple: _tuple,
}


def assertion(name: str, value: Any) -> Iterator[str]:
    """Yield the lines that assert a value, as ruff would set them."""
    if isinstance(value, bool) and " in " in name:
        yield f"assert {name}" if value else f"assert {name.replace(' in ', ' not in ')}"
        return
    operator = "is" if value is None or isinstance(value, bool) else "=="
    line = f"assert {name} {operator} {literal(value)}"
    if len(line) + 4 <= WIDTH or not isinstance(value, list) or not value:
        yield line
        return
    yield f"assert {name} {operator} ["
    yield from (f"    {literal(item)}," for item in value)
    yield "]"


def raw_text(source: str) -> str:
    """Return the text of several lines as it stands in a program, readable if that can be."""
    prefix = "r" if "\\" in source else ""
    for quotes in ('"""', "'''"):
        if quotes not in source:
            return f"{prefix}{quotes}\n{source}{quotes}"
    return repr(source)
