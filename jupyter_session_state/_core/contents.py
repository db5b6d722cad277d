"""What is inside a value, found without running code of its own.

Containers are looked into as what they are built on, objects through the attributes they hold themselves. What comes in
one piece has nothing inside: numbers, texts, dates, classes, functions, and the arrays and frames of known libraries.
"""

from __future__ import annotations

import enum
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST: Final = 200
"""Entries that one look inside returns at most."""

Step = str | int

ATOMS: Final = frozenset({int, float, complex, bool, type(None), type(...), range, slice})
TEXTS: Final = (str, bytes, bytearray)
GROUPS: Final = (list, tuple, set, frozenset)

_LIBRARY: Final = frozenset({"datetime", "decimal", "fractions", "uuid", "pathlib", "zoneinfo", "ipaddress"})
_OF_PANDAS: Final = frozenset({"Timestamp", "Timedelta", "Period", "NaTType", "NAType", "Interval"})
_OF_ARRAYS: Final = frozenset(
    {"numpy", "pandas", "polars", "pyarrow", "xarray", "torch", "jax", "jaxlib", "scipy"}
)


def is_a(value: Any, kinds: type | tuple[type, ...]) -> bool:
    """Whether a value is of these classes; what it says of its own class is not asked for."""
    return issubclass(type(value), kinds)


def is_plain(value: Any) -> bool:
    """Whether its class is known for a short and quick text."""
    kind = type(value)
    module = kind.__module__
    is_moment = module.partition(".")[0] == "pandas" and kind.__name__ in _OF_PANDAS
    return kind in ATOMS or module in _LIBRARY or is_moment


def shape_of(value: Any) -> tuple[int, ...] | None:
    """Return the shape of an array or a frame of one of the libraries of them; None of anything else."""
    if type(value).__module__.partition(".")[0] not in _OF_ARRAYS or is_plain(value):
        return None
    shape: Any = getattr(value, "shape", None)
    is_one = isinstance(shape, tuple) and all(isinstance(n, int) for n in shape)
    return tuple(shape) if is_one else None


def size(value: Any) -> int:
    """Return how many entries, characters or bytes a value has; 1 if it has none."""
    for kind in (*TEXTS, dict, *GROUPS):
        if is_a(value, kind):
            known: Any = kind
            return int(known.__len__(value))
    shape = shape_of(value)
    return shape[0] if shape else 1


def entries(value: Any) -> Iterator[tuple[str, Step, Any]]:
    """Return what is inside: the name of each entry if it has one, the step that leads to it, the entry."""
    if is_a(value, dict):
        for number, (key, child) in enumerate(list(dict.items(value))):
            yield key if type(key) is str else "", key if type(key) is str else number, child
    elif is_a(value, GROUPS):
        for number, child in enumerate(members(value)):
            yield "", number, child
    elif not (is_whole(value) or callable(value)):
        for name, child in attributes(value):
            yield name, name, child


def members(value: Any) -> list[Any]:
    """Return the entries of a list, a tuple or a set, whatever its class makes of that."""
    kind: Any = next(known for known in GROUPS if is_a(value, known))
    return list(kind.__iter__(value))


def is_whole(value: Any) -> bool:
    """Whether a value comes in one piece."""
    is_known = is_plain(value) or shape_of(value) is not None
    return is_known or is_a(value, (*TEXTS, type, enum.Enum))


def attributes(value: Any) -> Iterator[tuple[str, Any]]:
    """Return the attributes that an object holds itself, without asking its class for them."""
    try:
        own = object.__getattribute__(value, "__dict__")
    except AttributeError:
        own = {}
    if type(own) is dict:
        yield from ((str(name), child) for name, child in list(own.items()))
    for kind in type(value).__mro__:
        for name, member in list(vars(kind).items()):
            if type(member) is _MEMBER:
                try:
                    yield name, member.__get__(value)
                except AttributeError:  # it has no value yet
                    continue


def some(value: Any, offset: int, limit: int) -> tuple[list[tuple[str, Step, Any]], int]:
    """Return some of what is inside, and how many entries there are.

    Parameters
    ----------
    value
        What to look into.
    offset, limit
        Which of its entries.
    """
    first = max(0, offset)
    found = list(islice(entries(value), first, first + min(max(0, limit), MOST)))
    return found, sum(1 for _ in entries(value))


def at(value: Any, path: Sequence[Step]) -> Any:
    """Return what is at the end of a path.

    Raises
    ------
    LookupError
        If there is nothing.
    """
    for step in path:
        found = (child for _, known, child in entries(value) if type(known) is type(step) and known == step)
        value = next(found, _NOTHING)
        if value is _NOTHING:
            raise LookupError(f"there is nothing at {step!r}")
    return value


class _Slotted:
    __slots__ = ("member",)


_MEMBER: Final = type(_Slotted.__dict__["member"])
_NOTHING: Final = object()
