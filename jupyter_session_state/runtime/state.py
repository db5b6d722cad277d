"""``from streamlit.runtime.state import SessionStateProxy``, as scripts with types have it."""

from __future__ import annotations

from jupyter_session_state._core.proxy import SessionStateProxy
from jupyter_session_state._core.query_params import QueryParamsProxy
from jupyter_session_state.elements.state import session_state

SafeSessionState = SessionState = SessionStateProxy

__all__ = ["QueryParamsProxy", "SafeSessionState", "SessionState", "SessionStateProxy", "get_session_state"]


def get_session_state() -> SessionStateProxy:
    """Return the session state, which is the same object wherever it is asked for."""
    state: SessionStateProxy = session_state
    return state
