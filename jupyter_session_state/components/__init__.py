"""Parts of a page that are made elsewhere. Mirrors ``streamlit.components``."""

from __future__ import annotations

from jupyter_session_state.components import v1, v2

__all__ = ["v1", "v2"]
