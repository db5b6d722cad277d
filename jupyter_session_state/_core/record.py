"""What happened in one interaction, in plain values: the source of `why`, and of every later view of the past."""

from __future__ import annotations

import reprlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

Ending = Literal["completed", "stopped", "rerun", "error", "aborted", "interrupted"]
"""How a run ended."""

MASK = "•••"

_brief = reprlib.Repr()
_brief.maxstring = _brief.maxother = 120
_brief.maxlist = _brief.maxtuple = _brief.maxdict = _brief.maxset = 8


@dataclass(frozen=True, slots=True)
class CallbackCall:
    """One callback that ran."""

    name: str
    arguments: str
    widget: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """A key before and after, as short texts; None where it was absent."""

    key: str
    before: str | None
    after: str | None


@dataclass(slots=True)
class Record:
    """One interaction and the run that answered it."""

    number: int
    cause: str
    callbacks: list[CallbackCall] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    elements_changed: int = 0
    seconds: float = 0.0
    ending: Ending = "completed"
    error: str = ""
    fragments: tuple[str, ...] = ()  # names of those that ran; none if everything did
    scope: tuple[str, ...] = ()  # their ids

    def __str__(self) -> str:
        """Tell it to a person."""
        ran = f"Run {self.number}" + (f" of {' and '.join(self.fragments)}" if self.fragments else "")
        lines = [f"{ran}, because {self.cause}: {self.ending}, {self.seconds * 1000:.0f} ms."]
        for call in self.callbacks:
            where = f", line {call.line}" if call.line else ""
            lines.append(f"  called {call.name}({call.arguments}) for {call.widget}{where}")
        for change in self.changes:
            before = "(absent)" if change.before is None else change.before
            after = "(gone)" if change.after is None else change.after
            lines.append(f"  {change.key}: {before} -> {after}")
        lines.extend(f"  refused {text}" for text in self.refused)
        if self.error:
            lines.append(f"  {self.error}")
        lines.append(f"  {self.elements_changed} element(s) changed on the page")
        return "\n".join(lines)


def brief(value: Any) -> str:
    """Return a short text for a value; never raises."""
    try:
        return _brief.repr(value)
    except Exception as error:  # noqa: BLE001 - any __repr__ may fail in its own way
        return f"<{type(value).__name__}: repr raised {type(error).__name__}>"


def summary(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `changes` needs to compare later: short texts for what can be mutated, else the objects."""
    mutable = {k: brief(v) for k, v in state.items() if isinstance(v, (list, dict, set))}
    return {**state, **mutable}


def changes(
    before: Mapping[str, Any], after: Mapping[str, Any], sensitive: Callable[[], Collection[str]]
) -> list[Change]:
    """Return the keys that differ between two summaries.

    Parameters
    ----------
    before, after
        The summaries.
    sensitive
        Returns the keys whose values are masked; asked only if something differs.
    """
    others = [key for key, old in before.items() if after.get(key, MISSING) is not old]
    others += [key for key in after if key not in before]
    pairs = [(key, before.get(key, MISSING), after.get(key, MISSING)) for key in others]
    differing = [(key, old, new) for key, old, new in pairs if not _equal(old, new)]
    masked = sensitive() if differing else ()
    return [Change(key, _shown(key, old, masked), _shown(key, new, masked)) for key, old, new in differing]


def _equal(a: Any, b: Any) -> bool:
    try:
        return type(a) is type(b) and bool(a == b)
    except Exception:  # noqa: BLE001 - arrays and frames refuse a truth value; identity decided already
        return False


def _shown(key: str, value: Any, sensitive: Collection[str]) -> str | None:
    if value is MISSING:
        return None
    if key in sensitive:
        return MASK
    return value if isinstance(value, str) and value.startswith(("[", "{")) else brief(value)


def callable_name(function: Any) -> str:
    """Return the name a user would recognise for a callable."""
    while hasattr(function, "func"):  # functools.partial
        function = function.func
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", type(function).__name__)
    return str(name)
