"""Session state as users know it."""

from __future__ import annotations

from typing import Any

from jupyter_session_state._core.kernel import make_session_state
from jupyter_session_state._core.query_params import QueryParamsProxy
from jupyter_session_state._core.slots import MISSING

session_state = make_session_state()
"""The values that live between runs: those of the app that is running, else those all apps of the kernel share."""

query_params = QueryParamsProxy()
"""The query parameters of the app that is running."""


def held(key: Any) -> Any:
    """Return what session state has for the key of a call, or MISSING: for kinds whose form follows their value."""
    return MISSING if key is None else session_state.get(key, MISSING)
