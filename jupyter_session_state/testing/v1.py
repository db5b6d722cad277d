"""``from streamlit.testing.v1 import AppTest``, as tests of Streamlit's apps have it."""

from __future__ import annotations

from jupyter_session_state.testing import AppTest

__all__ = ["AppTest"]
