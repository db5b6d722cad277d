"""A fingerprint of any value by its content: equal type and content, equal fingerprint, in every process.

What a value holds is written into one hash, each part with its type and its length, so that no two contents
give the same bytes. What has no content to go by (a function, an open connection, an object that only its
address tells from others) has no fingerprint. The rules are Streamlit's, but for what those get wrong: sets
count as sets, frames and arrays count as a whole, and complex numbers have content.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import datetime as dt
import decimal
import functools
import hashlib
import io
import re
import types
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeAlias

from jupyter_session_state._core.hashing_data import data_encoder

HashFuncs: TypeAlias = Mapping[Any, Callable[[Any], Any]]
"""By type or its full name, what to go by. Keys of a Mapping are invariant, so one type alone would not do."""

Rule: TypeAlias = tuple[Callable[[Any], bool], Callable[[Any], Any]]
"""A test, and what to go by for values that pass it."""

SIZE = 16
"""Bytes of a fingerprint."""

DEEPEST = 200
"""How many values may be in each other: Python's own stack ends soon after."""


class UnhashableError(Exception):
    """A value, or a part of one, has no content to go by."""

    def __init__(self, part: Any) -> None:
        super().__init__(type_name(type(part)))
        self.part = part


class HashFuncError(Exception):
    """A function of the author's, made to say what to go by, raised."""

    def __init__(self, part: Any, function: Callable[[Any], Any]) -> None:
        super().__init__(type_name(type(part)))
        self.part = part
        self.function = function


def fingerprint(value: Any, hash_funcs: HashFuncs | None = None, rules: Sequence[Rule] = ()) -> str:
    """Return the fingerprint of a value.

    Parameters
    ----------
    value
        Anything.
    hash_funcs
        By type or its full name, what to go by for values of just that type.
    rules
        What to go by for values that pass a test.

    Raises
    ------
    UnhashableError
        If it, or a part of it, has none.
    HashFuncError
        If one of `hash_funcs` raised.
    """
    return Encoder(hash_funcs, rules).digest(value).hex()


def type_name(cls: type[Any]) -> str:
    """Return the full name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


class Encoder:
    """Writes values into a hash."""

    def __init__(self, hash_funcs: HashFuncs | None, rules: Sequence[Rule]) -> None:
        self._own = {k if isinstance(k, str) else type_name(k): f for k, f in (hash_funcs or {}).items()}
        self._rules = rules
        self._above: dict[int, int] = {}  # of the values being written, by identity, how deep they are
        self._sink: Callable[[bytes], object] = hashlib.blake2b(digest_size=SIZE).update

    def digest(self, value: Any) -> bytes:
        """Return the hash of one value by itself."""
        before, inner = self._sink, hashlib.blake2b(digest_size=SIZE)
        self._sink = inner.update
        try:
            self.add(value)
        finally:
            self._sink = before
        return inner.digest()

    def put(self, name: str, content: bytes | str = b"") -> None:
        """Write one part without parts of its own."""
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        self._sink(b"%s %d:" % (name.encode("utf-8", "surrogatepass"), len(data)))
        self._sink(data)

    def add_all(self, name: str, values: Iterable[Any], count: int) -> None:
        """Write a part that has parts."""
        self.put(name, b"%d" % count)
        for value in values:
            self.add(value)

    def add(self, value: Any) -> None:
        """Write a value with all it holds."""
        cls = type(value)
        leaf = _LEAVES.get(cls)
        if leaf is not None and not self._own:
            self.put(cls.__name__, leaf(value))
        elif id(value) in self._above:
            self.put("a cycle", b"%d" % (len(self._above) - self._above[id(value)]))
        elif len(self._above) >= DEEPEST:
            raise UnhashableError(value)
        else:
            self._above[id(value)] = len(self._above)
            try:
                self._add(value, type_name(cls))
            finally:
                del self._above[id(value)]

    def _add(self, value: Any, name: str) -> None:
        own = self._own.get(name)
        if own is not None and not isinstance(value, (bytes, bytearray)):
            self._add_by(own, value, name)
            return
        rule = next((go_by for test, go_by in self._rules if test(value)), None)
        if rule is not None:
            self.add_all(name, [rule(value)], 1)
            return
        for kinds, encode in _KINDS:
            if isinstance(value, kinds):
                encode(self, value, name)
                return
        self._add_by_look(value, name)

    def _add_by(self, own: Callable[[Any], Any], value: Any, name: str) -> None:
        """Write what the author's function says; it is not asked about its own answer."""
        try:
            said = own(value)
        except Exception as error:
            raise HashFuncError(value, own) from error
        before = self._own
        self._own = {k: f for k, f in before.items() if k != name}
        try:
            self.add_all(name, [said], 1)
        finally:
            self._own = before

    def _add_by_look(self, value: Any, name: str) -> None:
        encode = data_encoder(value)
        if encode is not None:
            self.put(name)
            encode(self, value)
        elif dataclasses.is_dataclass(value):
            fields = [(f.name, getattr(value, f.name, None)) for f in dataclasses.fields(value)]
            self.add_all(name, fields, len(fields))
        elif callable(getattr(type(value), "model_dump_json", None)):
            self.put(name, value.model_dump_json())
        else:
            self._add_reduced(value, name)

    def _add_reduced(self, value: Any, name: str) -> None:
        """Write what pickle would go by; that of an object without a way of its own is a function: it has none."""
        try:
            reduced = value.__reduce__()
        except Exception as error:
            raise UnhashableError(value) from error
        if isinstance(reduced, str):
            self.put(name, reduced)
            return
        make, arguments, *rest = reduced
        state, listed, items = (*rest[:3], None, None, None)[:3]
        parts = [make, arguments, state, list(listed or ()), list(items or ())]
        self.add_all(name, parts, len(parts))


# -- one function for each kind ----------------------------------------------------------------------------


def _by(said: Callable[[Any], bytes | str]) -> Callable[[Encoder, Any, str], None]:
    return lambda encoder, value, name: encoder.put(name, said(value))


def _items(encoder: Encoder, value: Any, name: str) -> None:
    encoder.put(name, b"%d" % len(value))
    for item in value:  # here, not in `add_all`: the deeper lists may be, the better
        encoder.add(item)


def _mapping(encoder: Encoder, value: Any, name: str) -> None:
    pairs = dict(value).items()
    encoder.add_all(name, pairs, len(pairs))


def _set(encoder: Encoder, value: Any, name: str) -> None:
    encoder.put(name, b"".join(sorted(encoder.digest(item) for item in value)))


def _file(encoder: Encoder, value: Any, name: str) -> None:
    encoder.add_all(name, [value.tell(), value.getvalue()], 2)


def _partial(encoder: Encoder, value: Any, name: str) -> None:
    encoder.add_all(name, [value.func, value.args, value.keywords], 3)


def _builtin(encoder: Encoder, value: Any, name: str) -> None:
    owner = getattr(value, "__self__", None)
    encoder.put(name, value.__name__)
    encoder.add(owner)


def _no_content(_encoder: Encoder, value: Any, _name: str) -> None:
    raise UnhashableError(value)


_LEAVES: dict[type[Any], Callable[[Any], bytes | str]] = {
    type(None): lambda _: b"",
    bool: lambda value: b"1" if value else b"0",
    int: hex,
    float: float.hex,
    str: lambda value: value.encode("utf-8", "surrogatepass"),
    bytes: bytes,
}
"""The common kinds, of just these types; their own names are short and nobody else's."""


_KINDS: tuple[tuple[type[Any] | tuple[type[Any], ...], Callable[[Encoder, Any, str], None]], ...] = (
    ((bytes, bytearray), _by(bytes)),
    (str, _by(str)),
    (float, _by(float.hex)),
    (bool, _by(lambda value: b"1" if value else b"0")),
    (int, _by(lambda value: hex(int(value)))),
    (complex, _by(lambda value: f"{value.real.hex()} {value.imag.hex()}")),
    (type(None), _by(lambda _: b"")),
    (uuid.UUID, _by(lambda value: value.bytes)),
    ((dt.datetime, dt.date, dt.time), _by(lambda value: value.isoformat())),
    (dt.timedelta, _by(lambda value: f"{value.days} {value.seconds} {value.microseconds}")),
    (decimal.Decimal, _by(str)),
    (Enum, _by(lambda value: str(value.value) if value.name is None else value.name)),
    ((list, tuple), _items),
    (dict, _mapping),
    ((set, frozenset), _set),
    ((types.MappingProxyType, collections.abc.ItemsView), _mapping),
    (re.Pattern, _by(lambda value: f"{value.flags} {value.pattern!r}")),
    ((io.StringIO, io.BytesIO), _file),
    (types.ModuleType, _by(lambda value: value.__name__)),
    (type, _by(type_name)),
    (functools.partial, _partial),
    (types.BuiltinFunctionType, _builtin),
    ((types.FunctionType, types.MethodType, types.GeneratorType, types.CoroutineType), _no_content),
)
"""Tests in their order, and what writes what passes them."""
