"""What a run draws that the script did not ask for: errors, warnings and notes of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.tracebacks import exception_element, user_line, words

if TYPE_CHECKING:
    from jupyter_session_state._core.place import Place
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.run import ScriptRun


def show_error(run: ScriptRun, error: BaseException, place: Place) -> None:
    """Draw an error, and what may help with it, at a place."""
    abortable, run.abortable = run.abortable, False
    run.take_output()
    script = run.app.filename
    line = user_line(error, script)
    run.error = f"{type(error).__name__}: {words(error)}" + (f" (line {line})" if line else "")
    place.emit(exception_element(error, script))
    body = run.app.body
    hint = body.hint(error) if body is not None and isinstance(error, Exception) else None
    if hint:
        place.note(hint)
    run.abortable = abortable


def say(run: ScriptRun, text: str) -> None:
    """Draw a note above the page."""
    run.draw_at("callbacks")
    with run.active():
        run.here().note(text)
    run.draw_at("main")


def warn_of_two_values(place: Place, new: Registration) -> None:
    """Warn, once, of a default value beside a value from session state."""
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
    """Note that a widget keeps its value though the cell that was executed anew gives it another default."""
    app = place.run.app
    if app.drawn.keeps_value(new):
        value = app.state.get(cast("str", new.key))
        shown = "•••" if new.control.sensitive else repr(value)[:80]
        place.emit(Element("note", {"body": f"keeps `{shown}` from this session", "reset": new.key}))
