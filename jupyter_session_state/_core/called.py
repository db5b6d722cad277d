"""The notebook's functions that a value leads to: what a script may call when it has that value."""

from __future__ import annotations

import functools
import types
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.patches import PatchedModule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WIDEST: Final = 100
"""How many items of one list or dictionary are looked at."""

MOST: Final = 1000
"""How many values are looked into from one value."""

_LEAVES: Final = frozenset(
    {
        types.ModuleType,
        PatchedModule,
        int,
        float,
        complex,
        bool,
        str,
        bytes,
        range,
        type(None),
        types.BuiltinFunctionType,
    }
)


def codes_of(value: object, namespace: dict[str, Any]) -> Iterator[types.CodeType]:
    """Yield the code of the functions of `namespace` that can be called through a value.

    These are the value itself, what it wraps or is bound to, what stands in lists and dictionaries, the methods of
    the notebook's own classes, and what such functions have in their closures and defaults.
    """
    if type(value) in _LEAVES:  # by far the most
        return
    waiting, seen = [value], {id(value): value}  # held, so that no id is used twice
    while waiting:
        part = waiting.pop()
        code = _code_in(part, namespace)
        if code is not None:
            yield code
        for inner in _parts(part, namespace.get("__name__")):
            if type(inner) not in _LEAVES and id(inner) not in seen and len(seen) < MOST:
                seen[id(inner)] = inner
                waiting.append(inner)


def _code_in(value: Any, namespace: dict[str, Any]) -> types.CodeType | None:
    # By its type alone: to ask a value for its class may run code of its author.
    if type(value) is types.FunctionType:
        return value.__code__ if value.__globals__ is namespace else None
    if type(value) is types.GeneratorType and value.gi_frame is not None:
        return value.gi_code if value.gi_frame.f_globals is namespace else None
    return None


def _parts(value: Any, module: object) -> Iterator[Any]:
    """Yield what a value leads to at the next step."""
    known = _STEPS.get(type(value))
    if known is not None:
        yield from known(value)
    elif issubclass(type(value), type):
        if value.__module__ == module:
            yield from (*value.__bases__, *_some(vars(value).values()))
        return
    elif type(value).__module__ == module:
        yield from (type(value), *_some(_attributes(value).values()))
        return
    wrapped = _attributes(value).get("__wrapped__")
    if wrapped is not None:
        yield wrapped


def _some(values: Iterable[Any]) -> list[Any]:
    """Return the first items, taken in one step: a thread may be adding others."""
    return list(islice(values, WIDEST))


def _attributes(value: object) -> dict[str, Any]:
    """Return what a value has of its own, without asking its class for anything."""
    try:
        found = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    return found if isinstance(found, dict) else {}


def _of_function(value: types.FunctionType) -> Iterator[Any]:
    yield from chain.from_iterable(map(_contents, value.__closure__ or ()))
    yield from value.__defaults__ or ()
    yield from (value.__kwdefaults__ or {}).values()


def _contents(cell: types.CellType) -> tuple[Any, ...]:
    try:
        return (cell.cell_contents,)
    except ValueError:  # not assigned yet
        return ()


_STEPS: Final[dict[type, Callable[[Any], Iterable[Any]]]] = {
    types.FunctionType: _of_function,
    types.MethodType: lambda v: (v.__func__, v.__self__),
    functools.partial: lambda v: (v.func, *v.args, *v.keywords.values()),
    property: lambda v: (v.fget, v.fset, v.fdel),
    staticmethod: lambda v: (v.__func__,),
    classmethod: lambda v: (v.__func__,),
    functools.cached_property: lambda v: (v.func,),
    **dict.fromkeys((list, tuple, set, frozenset), _some),
    dict: lambda v: _some(v.values()),
}
