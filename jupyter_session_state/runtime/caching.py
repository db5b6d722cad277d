"""``from streamlit.runtime.caching import cache_data``, as scripts have it that import what they use by its place."""

from __future__ import annotations

from jupyter_session_state.elements.caching import cache_data, cache_resource

__all__ = ["cache_data", "cache_resource"]
