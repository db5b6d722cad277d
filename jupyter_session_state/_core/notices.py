"""What a run draws beside an input, of its own accord."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jupyter_session_state._core.element import Element

if TYPE_CHECKING:
    from jupyter_session_state._core.place import Place
    from jupyter_session_state._core.registration import Registration


def warn_of_two_values(place: Place, new: Registration) -> None:
    """Say once that an input has both a default and a value in session state."""
    key, app = cast("str", new.key), place.run.app
    if not new.control.given or key in app.warned:
        return
    app.warned.add(key)
    body = (
        f"`st.{new.kind}` {new.label!r} has a default value, and `st.session_state[{key!r}]` was assigned too"
        f" (line {new.line}). Session state wins; leave out one of the two."
    )
    place.emit(Element("warning", {"body": body, "icon": None, "title": None}))


def note_kept_value(place: Place, new: Registration) -> None:
    """Say that an input keeps its value though the cell gives it another default now."""
    app = place.run.app
    if app.keeps_value(new):
        value = app.state.get(cast("str", new.key))
        shown = "•••" if new.control.sensitive else repr(value)[:80]
        place.emit(Element("note", {"body": f"keeps `{shown}` from this session", "reset": new.key}))
