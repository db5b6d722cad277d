"""What the browser sent and no run has seen yet.

Latest value wins; a trigger is never lost; one trigger a run; a value that came after a click belongs to the
next click, so that every click sees what its user saw.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the browser said: a new value, or a trigger that fired.

    `value` is in the form it travels. For a trigger it is the payload (``True`` for a button). `also` holds
    values that travel with a trigger: the drafts of a form. A `quiet` event waits for another one's run.
    """

    id: str
    value: Any = True
    trigger: bool = False
    also: dict[str, Any] = field(default_factory=dict)
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Interaction:
    """What one run answers: new values by element id, and at most one trigger (several in a test batch).

    `asking` has the ids of those that want a run, clicks first: what they are decides what runs. `assigned` has
    keys that somebody gives a value by hand, or MISSING to delete them.
    """

    values: dict[str, Any] = field(default_factory=dict)
    triggers: dict[str, Any] = field(default_factory=dict)
    asking: tuple[str, ...] = ()
    assigned: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was done."""
        return bool(self.values or self.triggers or self.assigned)


class Interactions:
    """The queue of events. `put` may be called on any thread, `take` on one only."""

    __slots__ = ("_events",)

    def __init__(self) -> None:
        self._events: deque[Event] = deque()

    def __bool__(self) -> bool:
        """Whether something wants a run."""
        return bool(self._events) and any(not event.quiet for event in tuple(self._events))

    def __len__(self) -> int:
        return len(self._events)

    def put(self, event: Event) -> None:
        """Add an event; never blocks."""
        self._events.append(event)

    def pending(self) -> set[str]:
        """Ids with events that no run has taken."""
        return {event.id for event in tuple(self._events)}

    def asking(self) -> set[str]:
        """Ids with events that want a run."""
        return {event.id for event in tuple(self._events) if not event.quiet}

    def forget(self) -> None:
        """Drop everything."""
        self._events.clear()

    def take(self) -> Interaction:
        """Take what the next run shall answer: all leading values, and at most one trigger."""
        events = self._events
        values: dict[str, Any] = {}
        triggers: dict[str, Any] = {}
        asking: dict[str, None] = {}
        another_waits = False
        while events:
            event = events[0]
            if triggers and (event.trigger or another_waits):
                break
            events.popleft()
            if event.trigger:
                values.update(event.also)
                triggers[event.id] = event.value
                another_waits = self._trigger_waits()
            else:
                values.pop(event.id, None)
                values[event.id] = event.value
                if not event.quiet:
                    asking[event.id] = None
        return Interaction(values, triggers, (*triggers, *asking))

    def _trigger_waits(self) -> bool:
        return any(event.trigger for event in tuple(self._events))
