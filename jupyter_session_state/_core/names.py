"""The journal of names: every run of an app starts from the names as they were before its last run.

One namespace serves the notebook's plain cells and several apps. What an app's run leaves under a name is a
*layer*: it lies over the notebook's own value, or over the layer of another app whose value the run found.

    df = load()              plain cell         the notebook's value
    df = df[df.year > y]     app "years"        a layer over it
    df = df.head(n)          app "top"          a layer over the one of "years"

A run of "years" starts from the notebook's `df`, a run of "top" from what "years" left last, in whatever
order the two run: no cut is applied twice. A plain cell that assigns `df` clears all layers. That is seen by
identity: the namespace no longer holds the very object that was left there.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import compress, repeat
from operator import is_not
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ABSENT: Final = object()

_RESERVED: Final = re.compile(r"__.*__|_{1,3}|_i{1,3}|_i?\d+|_[dios]h|In|Out|exit|quit|get_ipython")


def is_reserved(name: str) -> bool:
    """Whether a name is Python's or IPython's own (``__name__``, ``_``, ``_i3``, ``Out``), never an app's."""
    return _RESERVED.fullmatch(name) is not None


class Ledger:
    """What the apps left in one namespace, over what the notebook has there.

    Parameters
    ----------
    namespace : dict of str to object
        The names of the notebook.
    reserved : callable
        Says of a name whether apps leave it alone.
    """

    def __init__(self, namespace: dict[str, Any], reserved: Callable[[str], bool] = is_reserved) -> None:
        self.namespace = namespace
        self.reserved = reserved
        self._slots: dict[str, _Slot] = {}

    def assigned(self, names: Iterable[str]) -> list[str]:
        """Note that a plain cell assigned `names`, for when it gave one the very object that an app had left there.

        Returns those that showed the value of an app until now.
        """
        slots = [(name, self._slots.pop(name, None)) for name in names]
        return [name for name, slot in slots if slot is not None and slot.shown is not None]

    def shadowed(self) -> frozenset[str]:
        """Return the names under which the value of an app is to be seen."""
        return frozenset(name for name, slot in self._slots.items() if slot.shown is not None)

    def slot_of(self, name: str, found: object) -> _Slot:
        """Return the slot of a name that held `found`: a new one if the notebook put that there."""
        slot = self._slots.get(name)
        if slot is None or slot.visible() is not found:
            slot = self._slots[name] = _Slot(found)
        return slot

    def holds(self, name: str, layer: _Layer) -> bool:
        """Whether `layer` still counts: the notebook has not assigned the name since."""
        if self._slots.get(name) is not layer.slot:
            return False
        if layer.slot.visible() is self.value_of(name):
            return True
        del self._slots[name]
        return False

    def show(self, name: str, slot: _Slot, layer: _Layer | None) -> None:
        """Bind the name to what this layer left, or to the notebook's value."""
        slot.shown = layer
        value = slot.visible()
        if value is _ABSENT:
            self.namespace.pop(name, None)
        else:
            self.namespace[name] = value

    def remove(self, name: str, layer: _Layer) -> None:
        """Take a layer off; the ledger lets go of a name that no app changes any more."""
        layer.gone = True
        layer.slot.layers -= 1
        if not layer.slot.layers and self._slots.get(name) is layer.slot:
            del self._slots[name]

    def value_of(self, name: str) -> object:
        """Return what the namespace holds, or the mark of absence."""
        return self.namespace.get(name, _ABSENT)

    def changed_since(self, before: dict[str, Any]) -> list[str]:
        """Return the names created, replaced and deleted since `before` was copied."""
        now = dict(self.namespace)  # a thread of the script may be adding names
        # A thousand names are compared in every run: as few steps of Python as possible.
        differs = map(is_not, now.values(), map(before.get, now, repeat(_ABSENT)))
        names = list(compress(now, differs))
        if len(now) - sum(name not in before for name in names) < len(before):
            names.extend(before.keys() - now.keys())
        return [name for name in names if not self.reserved(name)]


@dataclass(slots=True, eq=False)
class _Slot:
    """One name that apps changed: the notebook's value, and which app's is to be seen instead (or None)."""

    base: object
    shown: _Layer | None = None
    layers: int = 0

    def visible(self) -> object:
        return self.base if self.shown is None else self.shown.value


@dataclass(slots=True, eq=False)
class _Layer:
    """What one app left under one name, and whose value its run had found there (None: the notebook's)."""

    slot: _Slot
    over: _Layer | None
    value: object = _ABSENT
    gone: bool = False

    def below(self) -> _Layer | None:
        """Return the layer this one lies over now; the app that made it may have left it away since."""
        while self.over is not None and self.over.gone:
            self.over = self.over.over
        return self.over


class Names:
    """What one app's runs made of the names in a namespace.

    `begin` and `end` go around every run (`end` in a ``finally``), `lay_in` around callbacks.

    Parameters
    ----------
    ledger : Ledger
        Shared by all apps of the namespace.
    keep : bool
        Let names survive from run to run: the app then writes names as a plain cell does.

    Examples
    --------
    >>> namespace = {"n": 1}
    >>> names = Names(Ledger(namespace))
    >>> for _ in range(3):
    ...     names.begin()
    ...     exec("n = n + 1; m = n", namespace)
    ...     names.end()
    >>> namespace["n"]
    2
    """

    def __init__(self, ledger: Ledger, *, keep: bool = False) -> None:
        self._ledger = ledger
        self.keep = keep
        self._layers: dict[str, _Layer] = {}
        self._made: set[str] = set()
        self._before: dict[str, Any] | None = None
        self._hidden: dict[str, _Layer | None] = {}

    def begin(self) -> None:
        """Put the names back to where they were before the last run."""
        if self.keep:
            return
        if self._before is not None:
            self.end()  # of a run that something tore away
        self._hidden = self._show_all({name: layer.below() for name, layer in self._standing()})
        self._before = dict(self._ledger.namespace)

    def end(self) -> None:
        """Record what the run created, replaced and deleted, however it ended."""
        if self._before is None:
            return
        before, self._before = self._before, None
        changed = self._record(before)
        for name in self._layers.keys() - changed:
            self._take_off(name)

    @contextmanager
    def lay_in(self) -> Iterator[None]:
        """Let callbacks see the app's names as its last run left them.

        Names they assign count as that run's: the next run does not see them. Afterwards the names of other
        apps that had to make room are back.
        """
        if self.keep or self._before is not None:  # in a run its names are there
            yield
            return
        hidden = self._show_all(dict(self._standing()))
        before = dict(self._ledger.namespace)
        try:
            yield
        finally:
            self._record(before)
            for name, other in hidden.items():
                if name in self._layers:  # a callback may have closed the app
                    self._ledger.show(name, self._layers[name].slot, other)

    def forget(self) -> None:
        """Leave the names as they are to the notebook: the app is closed."""
        for name, layer in self._layers.items():
            if layer.slot.shown is layer:
                layer.slot.base, layer.slot.shown = layer.value, None
            self._ledger.remove(name, layer)
        self._layers.clear()
        self._hidden, self._before = {}, None

    def left(self) -> frozenset[str]:
        """Return the names that the last run assigned or deleted."""
        return frozenset(self._layers)

    def made(self, name: str) -> bool:
        """Whether a run of this app created the name."""
        return name in self._made

    def lost(self, name: str) -> bool:
        """Whether a run of this app created the name and it is not there now."""
        return name in self._made and name not in self._ledger.namespace

    def _standing(self) -> list[tuple[str, _Layer]]:
        return [(name, layer) for name, layer in self._layers.items() if self._ledger.holds(name, layer)]

    def _show_all(self, wanted: dict[str, _Layer | None]) -> dict[str, _Layer | None]:
        """Show these layers of our names; return what other apps had to be seen in their place."""
        hidden: dict[str, _Layer | None] = {}
        for name, layer in wanted.items():
            own = self._layers[name]
            shown = own.slot.shown
            if shown is not own and shown is not layer:
                hidden[name] = shown
            if shown is not layer:
                self._ledger.show(name, own.slot, layer)
        return hidden

    def _record(self, before: dict[str, Any]) -> list[str]:
        changed = self._ledger.changed_since(before)
        for name in changed:
            found = before.get(name, _ABSENT)
            if found is _ABSENT:
                self._made.add(name)
            self._put_on(name, self._ledger.slot_of(name, found))
        return changed

    def _put_on(self, name: str, slot: _Slot) -> None:
        layer = self._layers.get(name)
        if layer is None or layer.slot is not slot:
            layer = self._layers[name] = _Layer(slot, over=slot.shown)
            slot.layers += 1
        layer.value = self._ledger.value_of(name)
        slot.shown = layer

    def _take_off(self, name: str) -> None:
        """Drop the layer of a name that this run left alone; another app's value comes back to be seen."""
        layer = self._layers.pop(name)
        if name in self._hidden and self._ledger.holds(name, layer):
            self._ledger.show(name, layer.slot, self._hidden[name])
        self._ledger.remove(name, layer)


def missing_name_hint(error: NameError, names: Names) -> str | None:
    """Explain a NameError about a name that an earlier run of the app had made; None for all others.

    Examples
    --------
    >>> missing_name_hint(NameError("...", name="model"), Names(Ledger({}))) is None
    True
    """
    name = error.name
    if isinstance(error, UnboundLocalError) or not name or not names.lost(name):
        return None
    # An attribute that the mapping has itself (`items`) would be read as its method.
    place = f'st.session_state["{name}"]' if hasattr(MutableMapping, name) else f"st.session_state.{name}"
    return f"`{name}` was made in an earlier run; a script starts afresh each time. Keep it in {place}."
