"""Widgets bound to a query parameter: from the address into session state, and back.

The rules are Streamlit's, for ``bind="query-params"``. The address gives a widget its first value, before the
program's and before the default. After that session state leads: what the program assigns is written back, a value
that is the default is not kept in the address, and a widget that is drawn no more takes its parameter along, though
its value stays for when it comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from jupyter_session_state._core import messages
from jupyter_session_state._core.query_params import RESERVED
from jupyter_session_state._core.query_shapes import shape_of
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Container

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.query_params import QueryParams
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._core.state import SessionState


def check_bind(kind: str, label: str, key: str | None, bind: object) -> bool:
    """Return whether a call asks for a binding.

    Raises
    ------
    StreamlitAPIException
        If it asks for what cannot be: something else than the query parameters, a parameter without a name or
        with one that is reserved.
    """
    if bind is None:
        return False
    if bind != "query-params":
        raise messages.not_one_of("bind", bind, "'query-params' or None")
    if key is None:
        raise messages.bind_without_key(kind, label)
    if key.lower() in RESERVED:
        raise messages.bind_to_reserved(kind, label, key)
    return True


def bind_widget(app: App, new: Registration) -> None:
    """Bind a widget that is being drawn, or let go of one that is bound no more; its value is settled here."""
    params = app.params
    if new.key is None:
        return
    if not new.bound:
        _let_go(params, new.key, new.id)
        return
    params.bound[new.key] = new.id
    if not (_may_seed(app, new) and _seed(params, app.state, new)):
        _write_back(app, new)


def follow_browser(params: QueryParams, new: Registration, value: Any) -> None:
    """Take up that a browser wrote into its address what a bound widget shows there now."""
    at_default = bool(value == new.control.default)
    params.follow(cast("str", new.key), None if at_default else _texts(new, value) or [""])


def settle_param(app: App, new: Registration, value: Any) -> None:
    """Follow a bound widget that refused what session state had and shows `value` instead."""
    if app.kernel.resends:
        follow_browser(app.params, new, value)
    elif shape_of(new.control).strict:
        app.params.remove(cast("str", new.key))


def drop_unbound(params: QueryParams, known: Container[str]) -> None:
    """Take the parameters away whose widgets the app does not know any more."""
    for key, element_id in list(params.bound.items()):
        if element_id not in known:
            _let_go(params, key, element_id)


def _let_go(params: QueryParams, key: str, element_id: str) -> None:
    if params.bound.get(key) == element_id:
        del params.bound[key]
        params.remove(key)


def _texts(new: Registration, value: Any) -> list[str]:
    return shape_of(new.control).write(new.control.encode(value))


def _may_seed(app: App, new: Registration) -> bool:
    """Whether nobody gave the widget a value that counts more than the address: it was not on the page just now."""
    state = app.state
    has_value = state.widget_value(new.id, None) is not MISSING
    on_page = state.is_held(new.id) or (has_value and new.id in app.browser)
    if on_page and not new.disabled:
        return False
    return not (state.was_held(new.id) and state.assigned(cast("str", new.key)))


def _seed(params: QueryParams, state: SessionState, new: Registration) -> bool:
    """Give a widget what the address said when the run started; return whether it said something sound."""
    key = cast("str", new.key)
    texts = params.initial(key)
    if texts is None:
        return False
    try:
        value = _parsed(new, texts)
    except (ValueError, TypeError, LookupError, ArithmeticError):
        value = new.control.default
    if value == new.control.default:
        params.remove(key)
        return False
    state.receive(new.id, value)
    state.put(key, value)
    shape, written = shape_of(new.control), _texts(new, value)
    if shape.read(written) != shape.read(texts):
        params.write(key, written)
    return True


def _parsed(new: Registration, texts: list[str]) -> Any:
    shape = shape_of(new.control)
    if not any(texts) and not shape.clearable:
        raise ValueError("it cannot be empty")
    return new.control.decode(shape.mend(shape.read(texts)))


def _write_back(app: App, new: Registration) -> None:
    """Have the address say what session state has; a browser does that for all it shows, by whoever it came."""
    params, state, key = app.params, app.state, cast("str", new.key)
    value = state.widget_value(new.id, key)
    if value is MISSING or app.drawn.takes_new_default(new):
        value = new.control.default
    if app.kernel.resends:
        follow_browser(params, new, value)
        return
    assigned, kept = state.assigned(key), state.was_assigned(key)
    settled = assigned and (kept or state.was_held(new.id))
    if value != new.control.default:
        if settled or (kept and not assigned and key not in params):
            params.write(key, _texts(new, value))
    elif settled:
        params.remove(key)
    else:
        params.discard(key)
