"""``from streamlit.delta_generator import DeltaGenerator``, as scripts with types have it."""

from __future__ import annotations

from jupyter_session_state.elements.delta_generator import DeltaGenerator

__all__ = ["DeltaGenerator"]
