"""What a value looks like, in few words, whatever the value is.

No code of the value's own is run: a `__repr__` may raise, take for ever, or write a book. Objects are told by their
class and their attributes, arrays and frames by their shapes; those are the same in every library of them.
"""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.contents import (
    TEXTS,
    attributes,
    entries,
    is_a,
    is_plain,
    members,
    shape_of,
    size,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 500
"""Characters of a preview."""

MANY: Final = 12
"""Entries of a container that a preview tells at most."""

DEEP: Final = 3
"""Containers in containers that a preview looks into."""

JSON_LIMIT: Final = 4_000
"""Characters, and values in values, of what may be edited as JSON."""


EXACT: Final = 2**53
"""Whole numbers beyond are not exact in a browser."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a value looks like.

    Parameters
    ----------
    type
        The name of its class.
    text
        The value in at most so many characters as were asked for.
    size
        Its entries, or characters, or bytes; 1 for what has none.
    is_open
        Whether there is something inside to look at.
    """

    type: str
    text: str
    size: int
    is_open: bool


def look(value: Any, longest: int = LONGEST) -> Look:
    """Return what a value looks like; never raises, and never runs code of the value.

    Examples
    --------
    >>> look([1, "a"]).text
    "[1, 'a']"
    """
    is_open = next(entries(value), None) is not None
    return Look(type(value).__name__, preview(value, longest), size(value), is_open)


def preview(value: Any, longest: int = LONGEST) -> str:
    """Return a value in at most so many characters."""
    return shortened(_text(value, longest, DEEP), longest)


def shortened(text: str, longest: int) -> str:
    """Return a text, or its beginning if it is longer, which says that it is one."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def as_json(value: Any) -> str | None:
    """Return a value as JSON, if it is small and JSON can say it without loss; else None."""
    if not _is_of_json(value):
        return None
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        text.encode()
    except ValueError:  # a number that is none, half a letter
        return None
    return text if len(text) <= JSON_LIMIT else None


# -- texts -------------------------------------------------------------------------------------------------


def _text(value: Any, room: int, depth: int) -> str:
    if is_plain(value):
        return repr(value)
    if is_a(value, TEXTS):
        return _quoted(value, room)
    if is_a(value, (dict, list, tuple, set, frozenset)):
        return _container(value, room, depth)
    return _object(value, room, depth)


def _quoted(value: Any, room: int) -> str:
    kind: Any = next(known for known in TEXTS if is_a(value, known))
    return repr(kind(kind.__getitem__(value, slice(0, room + 1))))


def _container(value: Any, room: int, depth: int) -> str:
    kind: Any = next(known for known in _BRACKETS if is_a(value, known))
    name = type(value).__name__ if type(value) is not kind or kind is frozenset else ""
    inner = _joined(_named(value) if kind is dict else (("", child) for child in members(value)), room, depth)
    if kind is tuple and tuple.__len__(value) == 1:
        inner += ","
    if kind is set and not inner:
        return "set()"
    opening, closing = _BRACKETS[kind]
    return f"{name}{opening}{inner}{closing}"


def _named(value: Any) -> Iterator[tuple[str, Any]]:
    return ((_text(key, 100, 1) + ": ", child) for key, child in list(dict.items(value)))


def _joined(parts: Iterable[tuple[str, Any]], room: int, depth: int) -> str:
    if depth == 0:
        return "…" if any(True for _ in parts) else ""
    found: list[str] = []
    for number, (name, value) in enumerate(parts):
        if number == MANY or room <= 0:
            found.append("…")
            break
        found.append(name + _text(value, room, depth - 1))
        room -= len(found[-1])
    return ", ".join(found)


def _object(value: Any, room: int, depth: int) -> str:
    """Tell an object by its class and attributes."""
    name = type(value).__name__
    if is_a(value, type):
        return f"class {value.__name__}"
    if is_a(value, enum.Enum):
        return f"{name}.{object.__getattribute__(value, '_name_')}"
    shape = shape_of(value)
    if shape is not None:
        return _array(value, shape)
    if callable(value):
        is_known = type(value).__module__ == "builtins"
        return f"{value.__qualname__}()" if is_known else name
    return f"{name}({_joined(((f'{n}=', child) for n, child in attributes(value)), room, depth)})"


def _array(value: Any, shape: tuple[int, ...]) -> str:
    if shape == ():  # a number that says which kind it is
        return repr(value)
    sizes = f"{type(value).__name__} {' by '.join(map(str, shape))}"
    columns = getattr(value, "columns", None)
    if columns is not None:
        names = [str(name) for name in islice(columns, MANY + 1)]
        return f"{sizes}: {', '.join(names[:MANY] + ['…'] * (len(names) > MANY))}"
    name = getattr(getattr(value, "dtype", None), "name", None)
    return f"{sizes} of {name}" if isinstance(name, str) else sizes


def _is_of_json(value: Any) -> bool:
    """Whether a value is made of what comes back from JSON as the same, and of not too much of it."""
    waiting, seen = [value], 0
    while waiting:
        seen += 1
        part = waiting.pop()
        kind = type(part)
        if seen > JSON_LIMIT or (kind is str and len(part) > JSON_LIMIT):
            return False
        if kind is dict and all(type(key) is str for key in part):
            waiting.extend(part.values())
        elif kind is list:
            waiting.extend(part)
        elif kind not in _OF_JSON or (kind is int and abs(part) > EXACT):
            return False
    return True


_OF_JSON: Final = frozenset({str, int, float, bool, type(None)})
_BRACKETS: Final[dict[type, tuple[str, str]]] = {
    dict: ("{", "}"),
    list: ("[", "]"),
    tuple: ("(", ")"),
    set: ("{", "}"),
    frozenset: ("({", "})"),
}
