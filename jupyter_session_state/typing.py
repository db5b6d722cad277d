"""Types to name in annotations. Mirrors ``streamlit.typing``."""

from __future__ import annotations

from jupyter_session_state.elements.uploaded_file import UploadedFile

__all__ = ["UploadedFile"]
