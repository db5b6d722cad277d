"""How a run draws inputs: the rules that every kind shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from jupyter_session_state._core import messages, notices
from jupyter_session_state._core.bindings import bind_widget, settle_param
from jupyter_session_state._core.calls import PLAIN, Call, Site
from jupyter_session_state._core.capture import warn_of_input
from jupyter_session_state._core.copies import copied
from jupyter_session_state._core.place import frame_in
from jupyter_session_state._core.registration import (
    Registration,
    Where,
    admitted,
    check_width,
    control_element,
    is_foreign,
    register,
)
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType

    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.pens import Pen
    from jupyter_session_state._core.place import Node, Place
    from jupyter_session_state._core.run import ScriptRun
    from jupyter_session_state._core.spec import Control, Spec


def draw_control(run: ScriptRun, spec: Spec, place: Place, call: Call, wiring: Mapping[str, Any]) -> Any:
    """Draw an input and return its value.

    Parameters
    ----------
    run
        The run that draws it.
    spec, call
        Its kind, and what the call says.
    place
        Where to draw it.
    wiring
        The callback and its arguments, as given by keyword.
    """
    pen = run.pens.pen()
    run.checkpoint(pen)
    with run.drawing:
        return _draw(run, spec, place, pen, call, wiring)


def _draw(run: ScriptRun, spec: Spec, place: Place, pen: Pen, call: Call, wiring: Mapping[str, Any]) -> Any:
    frame = frame_in(run.filename)
    new = call.registration
    if new is None or not (_is_there(run, call, new, place.node, frame) and _stands(run, call, new, pen)):
        return _draw_anew(run, spec, place, pen, call, wiring, frame)
    if wiring:
        new.rewire(spec, call.params, wiring)
    if new.key is not None:
        run.drawn_keys[new.key] = new
    new.fragment, new.page = None if pen.running is None else pen.running.id, run.page
    run.drawn[new.id] = new
    run.state.register_again(new.id, new)
    place.put(cast("Element", call.element), pen)  # what is steady has one
    return call.value


def draw_external(run: ScriptRun, new: Registration) -> Any:
    """Take up a control whose view exists already, and return the value it shall show."""
    run.checkpoint()
    _check_key(run, new)
    _register(run, new)
    return _value(run, new)


def draw_unseen(
    place: Place, spec: Spec, params: Mapping[str, Any], control: Control[Any]
) -> tuple[str, Any]:
    """Take up a control that something else on the page shows, such as a table its buttons; return its id and value.

    Parameters
    ----------
    place
        Where what shows it is drawn next.
    spec, params, control
        Its kind, what the call says of it, and what it is.
    """
    run, (node, _) = place.run, place.spot()
    if run.captures:
        warn_of_input(run, spec.name, params.get("label"))
    where = Where(run.app.name, run.page, node.root, node.form, run.line())
    new = register(spec, Call(params, control), {}, where)
    new.external = True
    return new.id, draw_external(run, new)


# -- a call that draws just what it drew last ------------------------------------------------------------------


def _is_there(run: ScriptRun, call: Call, new: Registration, node: Node, frame: FrameType | None) -> bool:
    """Whether a call is made by the line that made it last, and draws at such a place."""
    site, where = call.site, new.where
    return (
        call.steady
        and frame is not None
        and site is not None
        and frame.f_lasti == site.instruction
        and frame.f_code is site.code
        and where is not None
        and where.root == node.root
        and where.form == node.form
        and where.page == run.page
    )


def _stands(run: ScriptRun, call: Call, new: Registration, pen: Pen) -> bool:
    """Whether a call draws just what it drew last: the long way round would come to the same."""
    app, key = run.app, new.key
    return (
        app.drawn.expects(new)
        and new.id not in run.drawn
        and (key is None or (key not in run.drawn_keys and key not in run.claimed_keys))
        and run.state.own_value(new.id, key) is call.value
        and not pen.captures
        and not app.params.bound
        and not run.is_over
    )


# -- the long way round ----------------------------------------------------------------------------------------


def _draw_anew(
    run: ScriptRun,
    spec: Spec,
    place: Place,
    pen: Pen,
    call: Call,
    wiring: Mapping[str, Any],
    frame: FrameType | None,
) -> Any:
    node, state = place.node, run.state
    if pen.captures:
        warn_of_input(run, spec.name, call.params.get("label"))
    line = None if frame is None else frame.f_lineno
    new = _understood(spec, call, wiring, Where(run.app.name, run.page, node.root, node.form, line))
    if run.is_over:  # a thread goes on when its run has ended: it reads, and nothing comes of it
        value = state.widget_value(new.id, new.key)
        return copied(new.control.default if value is MISSING else value)
    _check_key(run, new)
    new.forget_drawn()
    assigned = new.key is not None and state.assigned(new.key)
    _register(run, new)
    value = _value(run, new, call.value)
    if assigned:
        notices.warn_of_two_values(place, new)
    element = _element(spec, call, new, value)
    call.site = None if frame is None else Site(frame.f_code, frame.f_lasti)
    if new.control.trigger and new.key is not None and (assigned or not state.is_held(new.id)):
        element, value = _not_sent(run, new.key, element, value), new.control.at_rest
    if new.control.pinned and node is run.roots["main"]:
        place = run.app.kernel.handle(run.roots["bottom"])
    new.returned = value
    place.put(element, pen)
    if new.key is not None:
        notices.note_kept_value(place, new)
    return copied(value)


def _understood(spec: Spec, call: Call, wiring: Mapping[str, Any], where: Where) -> Registration:
    """Return what a call says at a place; as it did last, if it is the same one."""
    old = call.registration
    if old is not None and old.where == where and not wiring:
        return old
    new = register(spec, call, wiring, where)
    if old is None or (old.id, old.form) != (new.id, new.form):
        call.element, call.steady = None, False
    call.registration = new
    return new


def _check_key(run: ScriptRun, new: Registration) -> None:
    if new.key is not None:
        if new.control.read_only and run.state.refuses(new.key):
            raise messages.assignment_not_allowed(new.key, new.kind, new.label)
        first = run.drawn_keys.get(new.key) or run.claimed_keys.get(new.key)
        if first is not None:
            raise messages.duplicate_key(new.key, new.kind, first.kind, first.line)
    elif new.id in run.drawn:
        raise messages.duplicate_id(new.kind, new.label, run.drawn[new.id].line)


def _register(run: ScriptRun, new: Registration) -> None:
    app, state, shared = run.app, run.state, None
    if new.key is not None:
        shared = app.kernel.shared_with(app, new)
        run.drawn_keys[new.key] = new
    new.fragment, new.page = run.fragment_id, run.page
    run.drawn[new.id] = new
    app.drawn.add(new, app.page)
    if new.form is not None and new.key is not None and state.assigned(new.key):
        app.forms.discard(new.id)
    at_rest = new.control.at_rest if new.control.trigger else MISSING
    state.register(new.id, new.key, new, shared, at_rest)
    if new.key is not None:
        presents = new.control.presents
        state.present(new.key, None if presents is None else lambda value: presents(value, state))
    new.overruled = new.disabled and state.discard_input(new.id)
    if new.bound or app.params.bound:
        bind_widget(app, new)


def _value(run: ScriptRun, new: Registration, checked_before: Any = MISSING) -> Any:
    """Return the value of a control, checked, and corrected in the state if it does not fit any more."""
    app, state = run.app, run.state
    value = state.widget_value(new.id, new.key)
    if value is checked_before and type(value) in PLAIN and not app.drawn.takes_new_default(new):
        return value
    if value is MISSING or app.drawn.takes_new_default(new):
        state.set_default(new.id, copied(new.control.default))
        return state.widget_value(new.id, new.key)
    is_put = new.overruled or (new.key is not None and state.was_ever_assigned(new.key))
    is_put |= new.keep is not None and not state.is_held(new.id)  # it is put back on the page
    checked = admitted(new, value) if is_put else new.control.check(value)
    if checked is not value:
        if new.key is None:
            state.set_default(new.id, checked)
        elif state.assigned(new.key):
            state.put(new.key, checked)
        else:
            state.correct(new.id, checked)
        if new.bound:
            settle_param(app, new, checked)
    return checked


def _element(spec: Spec, call: Call, new: Registration, value: Any) -> Element:
    """Return what shows a control with a value: the very same as last time, if it is the same."""
    element = call.element
    if element is None or value is not call.value or type(value) not in PLAIN:
        if element is None:
            check_width(spec, call.params.get("width", "stretch"))
            element = control_element(new, call.params)
        element = call.element = element.showing(new.wire_of(value))
        call.is_foreign, call.value = is_foreign(new.control, value, element.value), value
        call.steady = new.is_steady and type(value) in PLAIN
    new.drawn, new.is_foreign = (value, element.value), call.is_foreign
    return element


def _not_sent(run: ScriptRun, key: str, element: Element, value: Any) -> Element:
    """Put a text that the program assigned to a trigger into its field: it is for the user to send."""
    if not isinstance(value, str):
        return element
    run.state.put(key, None)
    return replace(element, props={**element.props, "draft": value})
