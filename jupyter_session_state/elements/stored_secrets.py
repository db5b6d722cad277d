"""The secrets of this kernel."""

from __future__ import annotations

from jupyter_session_state.elements.secret_values import Secrets

secrets = Secrets()
"""What ``.streamlit/secrets.toml`` says."""
