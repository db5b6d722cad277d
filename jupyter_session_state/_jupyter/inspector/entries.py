"""The keys of an app's session state, as the inspector shows them."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.edits import why_not_editable
from jupyter_session_state._core.kept import Unkept, looked_at
from jupyter_session_state._core.previews import as_json, look
from jupyter_session_state._core.record import MASK
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._jupyter.inspector.protocol import Entry, Group, Owner, Writer

_STEADY = frozenset({int, float, str, bool, bytes, type(None)})


class Entries:
    """What a page knows of the keys of one app.

    Parameters
    ----------
    app
        The app.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self._known: dict[str, Entry] = {}
        self._seen: dict[str, tuple[Any, ...]] = {}  # what they were made of

    def all(self) -> list[Entry]:
        """Return all of them, from now on known."""
        self._known.clear()
        self._seen.clear()
        return self.changed()[0]

    def changed(self) -> tuple[list[Entry], list[str]]:
        """Return those that are other than before, and the keys that are gone; from now on these are known."""
        owners, state = owners_of(self.app), self.app.state.snapshot()
        changed = [
            entry for key, value in state.items() if (entry := self._renewed(key, value, owners.get(key)))
        ]
        gone = [key for key in self._known if key not in state]
        for key in gone:
            del self._known[key]
            self._seen.pop(key, None)
        return changed, gone

    def _renewed(self, key: str, value: Any, owner: Registration | None) -> Entry | None:
        """Return what there is to say of a key, if that is new."""
        writer = self.app.state.writers.get(key)
        seen = self._seen.get(key, ())
        if type(value) in _STEADY and seen and all(map(is_, seen, (value, owner, writer))):
            return None
        self._seen[key] = (value, owner, writer)
        entry = entry_of(self.app, key, value, owner)
        if entry == self._known.get(key):
            return None
        self._known[key] = entry
        return entry


def owners_of(app: App) -> Mapping[str, Registration]:
    """Return the controls that have the keys of the app's state; its own before those of other apps."""
    owners: dict[str, Registration] = {}
    for other in app.kernel.apps.values():
        if other.state is app.state and other is not app:
            owners |= other.drawn_keys
    return owners | app.drawn_keys


def entry_of(app: App, key: str, value: Any, owner: Registration | None) -> Entry:
    """Return what there is to say of a key."""
    is_masked = owner is not None and owner.control.sensitive
    seen = look(MASK if is_masked else value)
    why_not = why_not_editable(app, key)
    return {
        "key": key,
        "group": _group(app, key, owner),
        "type": type(value).__name__,
        "preview": MASK if is_masked else seen.text,
        "size": 1 if is_masked else seen.size,
        "open": seen.is_open and not is_masked,
        "json": None if is_masked else as_json(value),
        "editable": not why_not,
        "why_not": why_not,
        "masked": is_masked,
        "owner": _owner(owner),
        "writer": _writer(app, key),
    }


def past_entries(app: App, state: Mapping[str, Any]) -> Iterator[Entry]:
    """Return what there is to say of keys as they were once."""
    owners = owners_of(app)
    for key, kept in state.items():
        value = looked_at(kept)
        entry = entry_of(
            app, key, f"(a value that {kept.why})" if isinstance(kept, Unkept) else value, owners.get(key)
        )
        yield {
            **entry,
            "open": False,
            "json": None,
            "editable": False,
            "why_not": "this is the past",
            "writer": None,
        }


def _group(app: App, key: str, owner: Registration | None) -> Group:
    if owner is not None:
        return "forms" if owner.form is not None else "widgets"
    return "yours" if app.state.shown_by(key) is None or app.state.was_ever_assigned(key) else "kept"


def _owner(owner: Registration | None) -> Owner | None:
    return None if owner is None else {"kind": owner.kind, "label": owner.label, "disabled": owner.disabled}


def _writer(app: App, key: str) -> Writer | None:
    writer = app.state.writers.get(key)
    return (
        None
        if writer is None
        else {"by": writer.by, "name": writer.name, "line": writer.line, "at": writer.at}
    )


def value_of(app: App, key: str) -> Any:
    """Return the value of a key that may be looked into; MISSING if it is not there, or masked."""
    owner = owners_of(app).get(key)
    return MISSING if owner is not None and owner.control.sensitive else app.state.get(key)
