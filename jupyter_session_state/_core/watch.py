"""Watches the names of the notebook that apps read, and tells an app when one was bound to something else.

Between the turns of apps everything that happens to a name is the notebook's doing. So the names are compared when
a cell ended and when the turn of an app begins, and looked at afresh when it ends: what an app does to names is
no news for the others.

A name is compared by the identity of its value. Nothing is kept alive for that: a value that went is told by a
weak reference. Numbers and texts are compared by value: to assign `n = 5` again changes nothing.
"""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Final

from jupyter_session_state._core.called import codes_of
from jupyter_session_state._core.element import same
from jupyter_session_state._core.global_names import global_reads, words
from jupyter_session_state._core.syntax import bound_at_top

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from contextlib import AbstractContextManager

    from jupyter_session_state._core.assigned import Assigned, Reads
    from jupyter_session_state._core.names import Ledger

_ABSENT: Final = object()
_UNKNOWN: Final = object()  # of a value that was not kept: no other is the same

_PLAIN: Final = frozenset({int, float, complex, bool, str, bytes, type(None), object})
LONGEST: Final = 10_000
"""How long a text may be to be kept for comparison."""


class Watch:
    """What the names that apps read are bound to.

    Parameters
    ----------
    ledger
        The journal of the names that are watched.
    python
        Turns the text of a cell into Python.
    """

    def __init__(self, ledger: Ledger, python: Callable[[str], str] = str) -> None:
        self.ledger = ledger
        self._python = python
        self.readers: list[Reader] = []
        self.names: list[str] = []
        self._ids: list[int] = []
        self._guards: dict[str, object] = {}
        self._died: list[str] = []
        self._in_turn = False
        self._turned = False
        self._shadowed: frozenset[str] = frozenset()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Return a context in which an app runs: what happens to names is its doing."""
        outer, self._in_turn = self._in_turn, True
        if not outer:
            self.check()
        try:
            yield
        finally:
            self._in_turn = outer
            if not outer:
                self.settle()

    def cell_begins(self) -> None:
        """Hear that a plain cell begins."""
        self._turned = False

    def cell_ended(self, text: str, line: int | None = None) -> None:
        """See what a plain cell did.

        Parameters
        ----------
        text
            The cell.
        line
            Where it failed, if it did.
        """
        self._in_turn = False  # whatever tore a turn away
        if self.check(self._assigned(text, line)):
            self._tell()

    def check(self, assigned: Collection[str] = ()) -> bool:
        """Compare the names, and say whether one moved; `assigned` are some that did even if they look the same."""
        ids = self._ids_now()
        if ids == self._ids and not self._died and not assigned:
            return False
        moved = self._take(self.names, ids).union(assigned)
        for reader in self.readers:
            reader.rebound(moved)
        return True

    def settle(self) -> None:
        """Take the names as they are: an app had its turn."""
        names = set[str]().union(*(reader.found for reader in self.readers))
        if names != self._guards.keys():
            self._guards = {name: guard for name, guard in self._guards.items() if name in names}
            self._take(list(names), self._ids_now(names))
        elif (ids := self._ids_now()) != self._ids or self._died:
            self._take(self.names, ids)
        self._turned, self._shadowed = True, self.ledger.shadowed() & names
        self._tell()

    def _ids_now(self, names: Iterable[str] | None = None) -> list[int]:
        names = self.names if names is None else names
        return list(map(id, map(self.ledger.namespace.get, names, repeat(_ABSENT))))

    def _take(self, names: list[str], ids: list[int]) -> set[str]:
        """Take it that these names are bound to values of these ids; return those that are not as before."""
        before = dict(zip(self.names, self._ids, strict=True))
        moved = {name for name, now in zip(names, ids, strict=True) if before.get(name) != now}
        moved.update(self._died)
        for name in moved:
            value = self.ledger.namespace.get(name, _ABSENT)
            self._guards[name] = _guard(value, partial(_note, self._died, name))
        self._died.clear()  # of those that died, the guards are others now
        self.names, self._ids = names, ids
        return moved

    def _assigned(self, text: str, line: int | None) -> list[str]:
        """Return the names of apps that a cell assigned, perhaps the very value which an app had left there."""
        if self._turned:
            return []
        mentioned = [name for name in self._shadowed if name in text]  # the quick look first
        if not mentioned or words(text).isdisjoint(mentioned):
            return []
        return self.ledger.assigned(self._bound(text, line) & self._shadowed)

    def _bound(self, text: str, line: int | None) -> frozenset[str]:
        try:
            return bound_at_top(text, line)
        except (SyntaxError, ValueError):  # it has syntax of IPython's
            pass
        try:
            return bound_at_top(self._python(text), line)
        except (SyntaxError, ValueError):  # it is in another language
            return frozenset()

    def _tell(self) -> None:
        for reader in self.readers:
            reader.tell_news()


def _note(died: list[str], name: str, _gone: object) -> None:
    died.append(name)


def _guard(value: object, when_gone: Callable[[object], None]) -> object:
    """Return what must be held so that no other value gets the id of this one unnoticed."""
    try:
        return weakref.ref(value, when_gone)
    except TypeError:
        return value


def _memo(value: object) -> object:
    """Return what a value can be compared with later, and does not keep it alive."""
    if type(value) in _PLAIN:
        return _UNKNOWN if isinstance(value, (str, bytes)) and len(value) > LONGEST else value
    try:
        return weakref.ref(value)
    except TypeError:
        return _UNKNOWN


def _is(memo: object, value: object) -> bool:
    if type(memo) is weakref.ref:
        return value is not None and memo() is value
    return memo is not _UNKNOWN and same(memo, value)


class Reader:
    """What the last run of one app found under the names that it reads.

    Parameters
    ----------
    watch
        Of the names.
    tell
        Called with the names that the notebook changed since, whenever these are others than before.
    """

    def __init__(self, watch: Watch, tell: Callable[[tuple[str, ...]], None]) -> None:
        self.found: dict[str, object] = {}
        self.changed: dict[str, None] = {}
        self._watch = watch
        self._tell = tell
        self._told: tuple[str, ...] = ()
        self._places: dict[str, Assigned] = {}
        watch.readers.append(self)

    def close(self) -> None:
        """Read nothing any more."""
        self._watch.readers.remove(self)

    def turn(self) -> AbstractContextManager[None]:
        """Return a context in which the app runs: what happens to names is its doing."""
        return self._watch.turn()

    def begin(self, reads: Reads) -> None:
        """Look at what a run finds, when its names are in place and it has done nothing yet."""
        namespace = self._watch.ledger.namespace
        self.changed.clear()
        self._places = self._all_reads(reads)
        self.found = {name: _memo(namespace.get(name, _ABSENT)) for name in self._places}

    def end(self, assigned: Collection[str]) -> None:
        """Leave out what the run did assign before it read it."""
        names = frozenset(assigned)
        for name, place in self._places.items():
            if not place.lacks(name, names):
                self.found.pop(name, None)

    def rebound(self, names: Collection[str]) -> None:
        """Hear that the notebook bound these names anew."""
        for name in self.found.keys() & names:
            if _is(self.found[name], self._watch.ledger.namespace.get(name, _ABSENT)):
                self.changed.pop(name, None)
            else:
                self.changed[name] = None

    def tell_news(self) -> None:
        """Tell what changed, if that is new."""
        names = tuple(self.changed)
        if names != self._told:
            self._told = names
            self._tell(names)

    def _all_reads(self, reads: Reads) -> dict[str, Assigned]:
        """Return what is read, by functions of the notebook that the script may call as well."""
        ledger = self._watch.ledger
        places: dict[str, Assigned] = {}
        waiting = list(reads.names.items())
        while waiting:
            name, place = waiting.pop()
            if ledger.reserved(name):
                continue
            known = places.get(name)
            place = place if known is None else known.meet(place)
            if place == known:
                continue
            places[name] = place
            bodies = [reads.bodies.get(name, frozenset[str]())]
            if place.lacks(name):
                bodies += map(global_reads, codes_of(ledger.namespace.get(name), ledger.namespace))
            waiting.extend((inner, place) for inner in frozenset[str]().union(*bodies))
        return {name: place for name, place in places.items() if place.lacks(name)}
