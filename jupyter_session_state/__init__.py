"""Streamlit's session state in Jupyter: a ``%%stateapp`` cell reruns when one of its widgets changes."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where ``jupyter labextension develop`` finds the built extension."""
    return [{"src": "labextension", "dest": "jupyter-session-state"}]
