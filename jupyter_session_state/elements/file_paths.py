"""Files that authors name: beside the script, where their path is no absolute one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_session_state.elements import media_messages


def found(at: Any, path: str | Path) -> Path:
    """Return where a file is: as the path says, or beside the script of the run."""
    given = Path(path).expanduser()
    folder = getattr(at.run.app.body, "folder", "")
    beside = Path(folder) / given if folder else given
    return given if given.is_absolute() or given.exists() or not beside.exists() else beside


def is_file(at: Any, path: str) -> bool:
    """Whether a text is the path of a file rather than anything else a text may be."""
    if len(path) > 4096 or "\n" in path or "<" in path:
        return False
    try:
        return found(at, path).is_file()
    except (OSError, ValueError, RuntimeError):
        return False


def read_bytes(at: Any, kind: str, path: str | Path) -> bytes:
    """Return the content of a file.

    Raises
    ------
    StreamlitAPIException
        If it cannot be read, or is larger than a page should get.
    """
    place = found(at, path)
    try:
        media_messages.check_size(kind, place.stat().st_size, str(path))
        return place.read_bytes()
    except (OSError, ValueError) as error:
        raise media_messages.unreadable(kind, str(path), error) from error


def read_text(at: Any, kind: str, path: Path) -> str:
    """Return the content of a file of text.

    Raises
    ------
    StreamlitAPIException
        If it cannot be read.
    """
    try:
        return read_bytes(at, kind, path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise media_messages.unreadable(kind, str(path), error) from error
