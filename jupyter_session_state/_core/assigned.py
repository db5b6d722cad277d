"""What a script has assigned by the time it comes to a place, and what it reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple


class Assigned(NamedTuple):
    """The names a script has assigned when it comes to a place; None where it does not come."""

    certain: frozenset[str] | None = frozenset()
    likely: frozenset[str] | None = frozenset()

    def plus(self, *names: str) -> Assigned:
        """Return what holds after these names were assigned too."""
        return Assigned(*(None if known is None else known.union(names) for known in self))

    def meet(self, other: Assigned) -> Assigned:
        """Return what holds at a place to which two ways lead."""
        return Assigned(
            *(a if b is None else b if a is None else a & b for a, b in zip(self, other, strict=True))
        )

    def both(self, other: Assigned) -> Assigned:
        """Return what holds after two things that both happened."""
        return Assigned(
            *(None if a is None or b is None else a | b for a, b in zip(self, other, strict=True))
        )

    def lacks(self, name: str, assigned: frozenset[str] = frozenset()) -> bool:
        """Whether a name that is looked up here may be the notebook's, when a run assigned `assigned`."""
        if self.certain is None or name in self.certain:
            return False
        return name not in assigned or self.likely is None or name not in self.likely


NOWHERE: Final = Assigned(None, None)


@dataclass(frozen=True, slots=True)
class Reads:
    """What a script reads.

    Attributes
    ----------
    names
        By name, what is assigned wherever it is looked up; only names that may be the notebook's.
    bodies
        By name of a function or class of the script, the global names that it looks up when it is called.
    """

    names: dict[str, Assigned] = field(default_factory=dict)
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)
