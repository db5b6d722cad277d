"""The interactions of an app, as the timeline shows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.previews import shortened
from jupyter_session_state._jupyter.inspector.protocol import MAX_MESSAGE

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.record import Record
    from jupyter_session_state._jupyter.inspector.protocol import Item

LONGEST = 500
"""Characters of one text in the timeline."""

MANY = 50
"""Changes, callbacks or refusals that one interaction tells of."""


class Timeline:
    """What a page knows of the past of one app.

    Parameters
    ----------
    app
        The app.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self._told = 0
        self._state: dict[str, Any] = {}

    def whole(self) -> dict[str, Any]:
        """Return the message that tells all of it."""
        return self._message(list(self.app.history), whole=True)

    def news(self) -> dict[str, Any] | None:
        """Return the message that tells what was added, or None."""
        records = list(self.app.history)
        if records and records[-1].number < self._told:  # some were taken back
            return self.whole()
        new = [record for record in records if record.number > self._told]
        return self._message(new, whole=False) if new or self._state != self._where() else None

    def _where(self) -> dict[str, Any]:
        history = self.app.history
        undo, redo = history.back() is not None, history.forth() is not None
        return {"first": history.first, "cursor": history.cursor, "undo": undo, "redo": redo}

    def _message(self, records: list[Record], *, whole: bool) -> dict[str, Any]:
        self._told = max((record.number for record in records), default=0 if whole else self._told)
        self._state = self._where()
        items = _newest(records)
        message = {"type": "history", "app": self.app.name, "whole": whole, "items": items}
        return {**message, **self._state}


def _newest(records: list[Record]) -> list[Item]:
    """Return the newest of these that one message can tell; the page knows from `first` that there are others."""
    found: list[Item] = []
    size = 0
    for item in map(item_of, reversed(records)):
        size += len(json.dumps(item))
        if size > MAX_MESSAGE - 1000:
            break
        found.append(item)
    return found[::-1]


def item_of(record: Record) -> Item:
    """Return one interaction as the timeline shows it."""
    return {
        "number": record.number,
        "at": record.at,
        "cause": shortened(record.cause, LONGEST),
        "callbacks": [
            {
                "name": shortened(call.name, LONGEST),
                "arguments": shortened(call.arguments, LONGEST),
                "widget": shortened(call.widget, LONGEST),
                "line": call.line,
            }
            for call in record.callbacks[:MANY]
        ],
        "changes": [
            {
                "key": change.key,
                "before": change.before,
                "after": change.after,
                "restorable": change.restorable,
            }
            for change in record.changes[:MANY]
        ],
        "refused": [shortened(text, LONGEST) for text in record.refused[:MANY]],
        "printed": shortened(record.printed, LONGEST),
        "error": shortened(record.error, LONGEST),
        "ending": record.ending,
        "ms": record.seconds * 1000,
        "restorable": not record.why_not,
        "why_not": shortened(record.why_not, LONGEST),
    }
