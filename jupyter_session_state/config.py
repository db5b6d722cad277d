"""``from streamlit import config``, as scripts have it that read options or set what ``st.set_option`` refuses."""

from __future__ import annotations

from jupyter_session_state.elements.settings import get_option
from jupyter_session_state.elements.settings import keep_option as set_option

__all__ = ["get_option", "set_option"]
