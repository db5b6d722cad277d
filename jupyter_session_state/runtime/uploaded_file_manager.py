"""``from streamlit.runtime.uploaded_file_manager import UploadedFile``, as scripts with types have it."""

from __future__ import annotations

from jupyter_session_state.elements.uploaded_file import UploadedFile

__all__ = ["UploadedFile"]
