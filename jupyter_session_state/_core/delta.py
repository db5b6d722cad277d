"""What one run of an app changed, as it can be put back: what was there before, and what is there after."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import is_
from typing import TYPE_CHECKING, Any, NamedTuple

from jupyter_session_state._core.kept import SECRET, Kept, Memory, Unkept
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jupyter_session_state._core.app import App

Address = dict[str, Any]


class Step(NamedTuple):
    """One value before and after, as `Memory` keeps it; MISSING where there was none."""

    before: Any
    after: Any
    was_programs: bool = False  # whether the program had given the key a value, rather than its widget alone
    is_programs: bool = False


@dataclass(slots=True)
class Look:
    """What there was at one moment: by key, and by element id for controls without a key."""

    keys: dict[str, Any]
    own: dict[str, Any]
    programs: frozenset[str] = frozenset()
    page: str = ""
    address: Address = field(default_factory=dict)
    unfollowed: dict[str, Unkept] = field(default_factory=dict)  # keys of which nothing is kept


class Looks:
    """Looks at what one app may change, one time after the other."""

    def __init__(self) -> None:
        self._keys, self._own = Memory(), Memory()

    def take(self, app: App) -> Look:
        """Look now."""
        state = app.state
        return Look(
            self._keys.look(state.snapshot()),
            self._own.look(state.held_by(app.drawn.keyless)),
            state.programs(),
            app.page,
            app.params.address,
            self._keys.unkept(),
        )


@dataclass(slots=True)
class Delta:
    """What differs between two looks.

    Parameters
    ----------
    keys, own
        The values that differ: by key, and by element id.
    page, address
        Before and after.
    unfollowed
        The keys that may differ, for nothing of them is kept, and why.
    """

    keys: dict[str, Step] = field(default_factory=dict)
    own: dict[str, Step] = field(default_factory=dict)
    page: tuple[str, str] = ("", "")
    address: tuple[Address, Address] = field(default_factory=lambda: ({}, {}))
    unfollowed: dict[str, Unkept] = field(default_factory=dict)

    @classmethod
    def between(cls, before: Look, after: Look, secrets: Collection[str]) -> Delta:
        """Compare two looks; of `secrets`, which are keys and ids, nothing is kept."""
        keys = {
            key: step._replace(was_programs=key in before.programs, is_programs=key in after.programs)
            for key, step in differing(before.keys, after.keys).items()
        }
        own = differing(before.own, after.own)
        if keys or own:
            keys, own = _hide(keys, secrets), _hide(own, secrets)
        unfollowed = {k: why for k, why in after.unfollowed.items() if k not in keys}
        return cls(keys, own, (before.page, after.page), (before.address, after.address), unfollowed)

    def __bool__(self) -> bool:
        """Whether something differs for sure."""
        return (
            bool(self.keys or self.own) or self.page[0] != self.page[1] or self.address[0] != self.address[1]
        )

    @property
    def size(self) -> int:
        """Bytes that are kept for it."""
        steps = (*self.keys.values(), *self.own.values())
        return sum(v.size for step in steps for v in step[:2] if isinstance(v, Kept))

    def then(self, later: Delta) -> Delta:
        """Return what this one and a later one come to together."""
        return Delta(
            _joined(self.keys, later.keys),
            _joined(self.own, later.own),
            (self.page[0], later.page[1]),
            (self.address[0], later.address[1]),
            {**self.unfollowed, **later.unfollowed},
        )

    def reversed(self) -> Delta:
        """Return what takes it back."""
        return Delta(
            _turned(self.keys),
            _turned(self.own),
            (self.page[1], self.page[0]),
            (self.address[1], self.address[0]),
            dict(self.unfollowed),
        )

    def not_restorable(self) -> dict[str, str]:
        """Return what cannot be put back to how it was after this, and why."""
        lost = {k: s.after for k, s in self.keys.items() if isinstance(s.after, Unkept)}
        return {key: value.why for key, value in {**self.unfollowed, **lost}.items()}


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Step]:
    """Return the values that differ: by what they are, and for plain ones by type and value."""
    if before.keys() == after.keys() and all(map(is_, before.values(), after.values())):
        return {}
    found = {}
    for key, old in before.items():
        new = after.get(key, MISSING)
        if new is not old and not _equal(old, new):
            found[key] = Step(old, new)
    found.update((key, Step(MISSING, new)) for key, new in after.items() if key not in before)
    return found


def _equal(a: Any, b: Any) -> bool:
    kept = isinstance(a, (Kept, Unkept))  # these are one object if nothing changed
    return not kept and type(a) is type(b) and bool(a == b)


def _hide(steps: dict[str, Step], secrets: Collection[str]) -> dict[str, Step]:
    return {name: _hidden(step) if name in secrets else step for name, step in steps.items()}


def _hidden(step: Step) -> Step:
    before, after = (v if v is MISSING else SECRET for v in step[:2])
    return step._replace(before=before, after=after)


def _turned(steps: Mapping[str, Step]) -> dict[str, Step]:
    return {k: Step(s.after, s.before, s.is_programs, s.was_programs) for k, s in steps.items()}


def _joined(first: Mapping[str, Step], later: Mapping[str, Step]) -> dict[str, Step]:
    joined = dict(first)
    for name, step in later.items():
        old = first.get(name)
        joined[name] = (
            step if old is None else Step(old.before, step.after, old.was_programs, step.is_programs)
        )
    return joined
