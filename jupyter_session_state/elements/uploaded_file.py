"""What a script gets for a file that its user sent."""

from __future__ import annotations

import io
from typing import Any

from jupyter_session_state._core.files import StoredFile


class UploadedFile(io.BytesIO):
    """A file that a user sent: a binary file, in memory, with a name.

    Two are equal if they come from the same upload, wherever they were read to. Mirrors
    ``streamlit.typing.UploadedFile``.

    Attributes
    ----------
    name
        What it was called; in an uploaded directory, its path within it. Do not write to this path unchecked.
    type
        Its MIME type as the browser says it.
    size
        How many bytes were sent.
    file_id
        What tells this upload from every other.
    """

    def __init__(self, stored: StoredFile) -> None:
        super().__init__(stored.data)  # shares the bytes until somebody writes
        self.file_id = stored.file_id
        self.name = stored.name
        self.type = stored.type
        self.size = stored.size
        self._stored = stored

    @property
    def stored(self) -> StoredFile:
        """The file as it was sent."""
        return self._stored

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, UploadedFile):
            return NotImplemented
        return self.file_id == other.file_id

    def __hash__(self) -> int:
        return hash(self.file_id)

    def __repr__(self) -> str:
        return f"UploadedFile(file_id={self.file_id!r}, name={self.name!r}, type={self.type!r}, size={self.size})"

    def __deepcopy__(self, memo: dict[int, Any]) -> UploadedFile:
        """Return a file of its own at the same place, without copying the bytes."""
        copy = UploadedFile(self._stored)
        io.BytesIO.__init__(copy, self.getvalue())  # what a script wrote into it counts
        copy.seek(self.tell())
        return copy
