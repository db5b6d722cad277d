"""What happened in one interaction, in plain values: the source of `why`, and of every later view of the past."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from jupyter_session_state._core.delta import Delta
from jupyter_session_state._core.kept import SECRET, Kept, Unkept, looked_at
from jupyter_session_state._core.previews import preview
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.delta import Step
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.wishes import Turn

Ending = Literal["completed", "stopped", "rerun", "error", "aborted", "interrupted"]
"""How a run ended."""

MASK = "•••"

BRIEF = 120
"""Characters of a value in a record."""


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
    restorable: bool = True  # whether the value after it can be put back


@dataclass(frozen=True, slots=True)
class Input:
    """What the user did to one control.

    Parameters
    ----------
    id, kind, key, label
        Which control.
    wire
        What the browser sent; MISSING where that is not kept.
    value
        What that was for the program, as `Kept` or itself; an `Unkept` says why not.
    trigger
        Whether it was a click, or the like.
    form
        The form it is in.
    """

    id: str
    kind: str
    key: str | None
    label: str
    wire: Any
    value: Any
    trigger: bool
    form: str | None = None


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
    at: float = 0.0  # when it began, in seconds since the epoch
    printed: str = ""  # how what was printed begins
    page: str = ""  # the page it ended on
    inputs: list[Input] = field(default_factory=list)
    assigned: dict[str, Any] = field(default_factory=dict)  # what is kept of values given by hand
    turn: Turn | None = None  # the page that was chosen
    delta: Delta = field(default_factory=Delta)
    left: list[str] = field(default_factory=list)  # what could not be put back, and why

    @property
    def why_not(self) -> str:
        """Why not all of the state after it can be put back; empty if it can."""
        return "; ".join(f"{key!r} {why}" for key, why in self.delta.not_restorable().items())

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
        lines.extend(f"  not put back: {text}" for text in self.left)
        if self.error:
            lines.append(f"  {self.error}")
        lines.append(f"  {self.elements_changed} element(s) changed on the page")
        return "\n".join(lines)


def brief(value: Any) -> str:
    """Return a short text for a value; never raises."""
    if value is MISSING:
        return "nothing"
    return preview(value, BRIEF)


def changes(delta: Delta) -> list[Change]:
    """Return the keys that differ, in words."""
    return [
        Change(key, *_told(step), restorable=not isinstance(step.after, Unkept))
        for key, step in delta.keys.items()
    ]


def _told(step: Step) -> tuple[str | None, str | None]:
    if isinstance(step.before, Kept) and isinstance(step.after, Kept):
        return _told_apart(looked_at(step.before), looked_at(step.after))
    return _shown(step.before), _shown(step.after)


def _shown(value: Any) -> str | None:
    if value is MISSING:
        return None
    if value is SECRET:
        return MASK
    if isinstance(value, Unkept):
        return f"(a value that {value.why})"
    seen = looked_at(value)
    return f"(a {value.type.__name__})" if seen is MISSING else brief(seen)


def _told_apart(before: Any, after: Any) -> tuple[str, str]:
    """Return short texts of two values that differ, with the part that does if it is not among what they show."""
    texts = brief(before), brief(after)
    if texts[0] != texts[1] or type(before) is not type(after):
        return texts
    parts = _parts(before), _parts(after)
    for name in (*parts[0], *parts[1]):
        old, new = (brief(part.get(name, MISSING)) for part in parts)
        if old != new:
            return f"{texts[0]} with {old} at {brief(name)}", f"{texts[1]} with {new} at {brief(name)}"
    return texts


def _parts(value: Any) -> dict[Any, Any]:
    if isinstance(value, dict):
        return value
    if isinstance(value, (set, frozenset)):
        return dict.fromkeys(value, "in it")
    return (
        dict(enumerate(value)) if isinstance(value, (list, tuple)) else dict(getattr(value, "__dict__", {}))
    )


def call_of(registration: Registration, callback: Callable[..., Any], name: str) -> CallbackCall:
    """Return what is told of a callback that is called for a control."""
    arguments = [brief(a) for a in registration.args]
    arguments += [f"{name}={brief(value)}" for name, value in registration.kwargs.items()]
    return CallbackCall(
        name,
        ", ".join(arguments),
        registration.named,
        getattr(getattr(callback, "__code__", None), "co_firstlineno", None),
    )


def callable_name(function: Any) -> str:
    """Return the name a user would recognise for a callable."""
    while hasattr(function, "func"):  # functools.partial
        function = function.func
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", type(function).__name__)
    return str(name)
