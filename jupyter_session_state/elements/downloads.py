"""Files that a user may save: whatever holds the bytes, its name and its type."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from jupyter_session_state.elements import button_messages

_TEXT, _BYTES = "text/plain", "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to save.

    Parameters
    ----------
    label
        What the button says, for messages.
    source
        The bytes, or a function that makes what holds them when it is wanted.
    name, mime
        As the author gave them.
    """

    label: str
    source: bytes | Callable[[], Any]
    name: str | None
    mime: str | None

    @classmethod
    def of(cls, label: str, data: Any, name: str | None, mime: str | None) -> Download:
        """Read what was given, unless it is a function.

        Raises
        ------
        StreamlitAPIException
            If it holds no bytes.
        """
        if callable(data):
            return cls(label, data, name, mime)
        name, mime = _told_by_file(data, name, mime)
        content, usual = _content(label, data)
        return cls(label, content, name, mime or usual)

    def made(self) -> Download:
        """Return the file with its bytes; runs the author's function, if it is one."""
        if isinstance(self.source, bytes):
            return self
        return self.of(self.label, self.source(), self.name, self.mime)

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        source = self.made().source
        return source if isinstance(source, bytes) else b""

    @property
    def file_name(self) -> str:
        """The name to save it under."""
        return self.name or f"download{mimetypes.guess_extension(self.mime or _BYTES) or ''}"


def _told_by_file(data: Any, name: str | None, mime: str | None) -> tuple[str | None, str | None]:
    """Return name and type with what an open file tells of them."""
    try:
        path = getattr(data, "name", None)
    except (AttributeError, ValueError, OSError):
        return name, mime
    if not isinstance(path, str) or not path:
        return name, mime
    name = PurePath(path).name if name is None else name
    return name, mimetypes.guess_type(name)[0] if mime is None else mime


def _content(label: str, data: Any) -> tuple[bytes, str]:
    """Return the bytes of what was given, and the type that such a thing has."""
    if isinstance(data, str):
        return data.encode(), _TEXT
    if isinstance(data, bytes):
        return data, _BYTES
    if isinstance(data, io.StringIO):
        return data.getvalue().encode(), _TEXT
    if isinstance(data, io.TextIOWrapper):
        return data.read().encode(), _TEXT
    if isinstance(data, io.BytesIO):
        return data.getvalue(), _BYTES
    if isinstance(data, (io.BufferedReader, io.RawIOBase)):
        data.seek(0)
        return data.read() or b"", _BYTES
    raise button_messages.no_data(label, data)
