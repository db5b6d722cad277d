"""Query parameters as they are given, and as the text that stands behind a question mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import urlencode

from jupyter_session_state._core import messages

Value: TypeAlias = str | Iterable[Any]
Pairs: TypeAlias = Mapping[str, Value] | Iterable[tuple[str, Value]]


def query_string(params: Pairs) -> str:
    """Return parameters as text; a name may come several times.

    Raises
    ------
    StreamlitQueryParamDictValueError
        If the value of one is a dict.
    TypeError, ValueError
        If they are no names and values at all.
    """
    texts: dict[str, list[str]] = {}
    for name, value in pairs_of(params):
        if isinstance(value, dict):
            raise messages.dict_as_param(name)
        is_text = isinstance(value, str) or not isinstance(value, Iterable)
        texts.setdefault(name, []).extend([str(value)] if is_text else map(str, value))
    return urlencode(texts, doseq=True)


def pairs_of(params: Any) -> list[tuple[str, Value]]:
    """Return names and values, whether given as a mapping or one by one."""
    if hasattr(params, "keys") and hasattr(params, "__getitem__"):
        return [(name, params[name]) for name in list(params.keys())]
    return list(params)
