"""Data as a JSON tree."""

from __future__ import annotations

import array
import json as json_format
from collections import UserList, deque
from collections.abc import ItemsView, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.secret_values import AttrDict, Secrets, masked
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import WidthWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_LISTS = (
    list,
    tuple,
    set,
    frozenset,
    deque,
    array.array,
    map,
    enumerate,
    range,
    UserList,
    ItemsView,
    KeysView,
    ValuesView,
)


@drawing
def json(
    at: Any, body: object, *, expanded: bool | int = True, width: WidthWithoutContent = "stretch"
) -> DeltaGenerator:
    """Data as a tree to open and close. Mirrors ``streamlit.json``.

    Parameters
    ----------
    body
        A dict, a list, session state, or a text that is JSON already. What JSON does not know shows as its
        repr.
    expanded
        Whether it is open, or down to which depth.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If `expanded` is neither bool nor int.

    Examples
    --------
    >>> st.json({"name": "Ada", "tags": ["a", "b"]}, expanded=1)  # doctest: +SKIP
    """
    if not isinstance(expanded, int):
        raise messages.wrong_type("json", "expanded", expanded, "a bool or an int")
    check_full_width("json", width)
    text, left_out = json_text(body)
    if left_out:
        at.warning(f"Keys that JSON does not have were left out: {left_out}.")
    handle: DeltaGenerator = at.emit(Element("json", {"body": text, "expanded": expanded, "width": width}))
    return handle


def json_text(body: object) -> tuple[str, str]:
    """Return data as JSON, and what had to be left out; a text is taken for JSON as it is."""
    if isinstance(body, str):
        return body, ""
    plain = _plain(body)
    try:
        return json_format.dumps(plain, default=_fallback), ""
    except TypeError as error:
        return json_format.dumps(plain, default=_fallback, skipkeys=True), str(error)


def is_json_like(value: object) -> bool:
    """Whether `st.write` shows a value as a tree."""
    trees = (Mapping, list, map, enumerate, UserList, ItemsView, KeysView, ValuesView)
    return isinstance(value, trees) or _is_named_tuple(value) or _is_model(value)


def _plain(body: Any) -> Any:
    """Return what JSON knows for what is much like it; of secrets their names alone."""
    if isinstance(body, (AttrDict, Secrets)):
        return masked(body)
    if _is_named_tuple(body):
        return body._asdict()
    if _is_model(body):
        return body.model_dump()
    if isinstance(body, Mapping):
        return dict(body)
    return list(body) if isinstance(body, _LISTS) else body


def _fallback(value: Any) -> Any:
    if isinstance(value, (Mapping, set)) or _is_model(value):
        return _plain(value)
    return repr(value)


def _is_named_tuple(value: object) -> bool:
    return isinstance(value, tuple) and hasattr(value, "_asdict") and hasattr(value, "_fields")


def _is_model(value: object) -> bool:
    """Whether it is a pydantic model."""
    return not isinstance(value, type) and callable(getattr(type(value), "model_dump", None))
