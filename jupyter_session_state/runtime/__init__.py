"""What scripts import from ``streamlit.runtime``: whether they run in an app, and how to let threads draw in it."""

from __future__ import annotations

from jupyter_session_state._core.place import CURRENT

__all__ = ["exists"]


def exists() -> bool:
    """Whether an app runs this."""
    return CURRENT.get() is not None
