"""Fragments: parts of a script that run again by themselves, each in its own place of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import scope_messages as messages
from jupyter_session_state._core.calls import Calls

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

Scope = tuple[str, ...]
"""What a run draws: ids of fragments, or everything if there are none."""

EVERYTHING: Scope = ()

SHORTEST = 0.05
"""Seconds between two runs of a fragment by its clock, at least."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the author of a fragment said about it, once for all its calls.

    Parameters
    ----------
    name
        The name of the function.
    definition
        Tells this function from others that have the same name.
    key
        The name by which `st.rerun` finds it.
    every
        Seconds between its runs by itself; None for none.
    parallel
        Whether it may run beside the script: it returns nothing then, and its errors end nothing else.
    lasting
        Whether only a run of the whole script may drop it, as with dialogs.
    """

    name: str
    definition: str
    key: str | None = None
    every: float | None = None
    parallel: bool = False
    lasting: bool = False


@dataclass(slots=True, eq=False)
class Fragment:
    """One call of a fragment, as the last run that came by made it.

    Parameters
    ----------
    id
        The id of the container it draws in.
    terms
        What its author said.
    call
        The function with the arguments of this call.
    parent
        Id of the fragment that made this call, or None for the script.
    page
        The page it belongs to.
    outside
        Where it draws in containers that are not its own: by the container's id and the place in it (None: at
        its end), the id of the part there that is the fragment's.
    due
        When its clock runs it next.
    calls
        What its calls of elements said last.
    """

    id: str
    terms: Terms
    call: Callable[[], Any]
    parent: str | None
    page: str
    outside: dict[tuple[str, int | None], str] = field(default_factory=dict)
    due: float | None = None
    calls: Calls = field(default_factory=Calls)

    def wind(self, now: float) -> None:
        """Set its clock, if it has one, to run it for the first time."""
        every = self.terms.every
        self.due = None if every is None or every <= 0 else now + max(every, SHORTEST)

    def tick(self, now: float) -> None:
        """Set its clock to the next time; times that were missed are left out."""
        if self.due is not None and self.terms.every is not None:
            every = max(self.terms.every, SHORTEST)
            self.due = self.due + every if self.due + every > now else now + every


class Fragments:
    """The fragments of one app, by id."""

    def __init__(self) -> None:
        self._known: dict[str, Fragment] = {}

    def add(self, fragment: Fragment) -> None:
        """Know a fragment, in place of an earlier call in the same place."""
        self._known.pop(fragment.id, None)
        self._known[fragment.id] = fragment

    def get(self, fragment_id: str | None) -> Fragment | None:
        """Return a fragment, or None if it is not known any more."""
        return None if fragment_id is None else self._known.get(fragment_id)

    def clear(self) -> None:
        """Forget all."""
        self._known.clear()

    def keep(self, ids: Collection[str]) -> None:
        """Forget all but these: the whole script has run."""
        self._known = {i: f for i, f in self._known.items() if i in ids}

    def forget_unseen(self, root: str, seen: Collection[str]) -> list[Fragment]:
        """Forget what `root` called in an earlier run and not in this one; return what was forgotten.

        Parameters
        ----------
        root
            Id of the fragment that ran.
        seen
            Ids of the fragments that were called in this run.
        """
        gone: list[Fragment] = []
        parents = [root]
        for parent in parents:  # it grows as it is walked
            for fragment in [f for f in self._known.values() if f.parent == parent]:
                if fragment.id in seen:
                    parents.append(fragment.id)
                elif not fragment.terms.lasting:
                    parents.append(fragment.id)
                    gone.append(self._known.pop(fragment.id))
        return gone

    def lies_in(self, fragment_id: str | None, ids: Collection[str]) -> bool:
        """Whether a fragment is one of `ids`, or is drawn anew with one of them, which called it in some way."""
        while fragment_id is not None:
            if fragment_id in ids:
                return True
            fragment = self._known.get(fragment_id)
            fragment_id = None if fragment is None or fragment.terms.lasting else fragment.parent
        return False

    def in_order(self, ids: Iterable[str]) -> list[Fragment]:
        """Return what to run for these ids: as given, but without those that another one's run covers.

        What may be called again by another one, as a dialog may, comes after it.
        """
        wanted = list(dict.fromkeys(ids))
        found = [self._known[i] for i in wanted if i in self._known]
        runs = [f for f in found if f.terms.lasting or not self.lies_in(f.parent, wanted)]
        return sorted(runs, key=lambda f: sum(caller in wanted for caller in self._callers(f)))

    def _callers(self, fragment: Fragment) -> Iterator[str]:
        parent = fragment.parent
        while parent is not None:
            yield parent
            known = self._known.get(parent)
            parent = None if known is None else known.parent

    def named(self, keys: Sequence[str]) -> Scope:
        """Return the ids of the fragments with these keys.

        Raises
        ------
        StreamlitAPIException
            If there is none with one of them.
        """
        ids: list[str] = []
        for key in keys:
            found = [f.id for f in self._known.values() if f.terms.key == key]
            if not found:
                known = sorted({f.terms.key for f in self._known.values() if f.terms.key is not None})
                raise messages.no_fragment(key, known)
            ids.extend(found)
        return tuple(dict.fromkeys(ids))

    # -- clocks --------------------------------------------------------------------------------------------

    def take_due(self, now: float) -> Scope:
        """Return the fragments whose time has come, and set their clocks to the next time."""
        due = [f for f in self._known.values() if f.due is not None and f.due <= now]
        for fragment in due:
            fragment.tick(now)
        return tuple(f.id for f in due)

    def next_due(self) -> float | None:
        """Return when the next clock rings, or None if there is none."""
        return min((f.due for f in self._known.values() if f.due is not None), default=None)

    def stop_clocks(self, ids: Collection[str]) -> None:
        """Let the clocks of these fragments ring no more until the script calls them again."""
        for fragment in self._known.values():
            if fragment.id in ids:
                fragment.due = None


def union(scopes: Iterable[Scope]) -> Scope:
    """Return the scope that covers all of these: everything, if one of them is everything or there is none."""
    ids: dict[str, None] = {}
    for scope in scopes:
        if scope == EVERYTHING:
            return EVERYTHING
        ids.update(dict.fromkeys(scope))
    return tuple(ids)
