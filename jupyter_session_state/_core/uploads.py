"""How files come: what a page and the kernel say to each other while it sends some, purely.

The page announces a file, waits until it is told to go on, sends pieces as binary buffers, keeps only a few of them
unanswered, and is told when the file is complete, under which id. It then names the ids as the control's value. Each
message of the page has one answer, or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from jupyter_session_state._core.file_store import FileStore
from jupyter_session_state._core.files import Assembly, RefusedError, Rules, StoredFile

OPERATIONS = frozenset({"upload", "piece", "cancel"})
"""What a page says while it sends: nothing that a script could see yet."""

LONGEST_NAME = 4096
LONGEST_WORD = 255  # ids and MIME types


class FileInfo(TypedDict):
    """A file as the page knows it."""

    id: str
    name: str
    type: str
    size: int


class Received(TypedDict):
    """So many bytes of a file are here."""

    op: Literal["received"]
    id: str
    size: int


class Arrived(TypedDict):
    """A file is complete."""

    op: Literal["arrived"]
    id: str
    file: FileInfo


class Refused(TypedDict):
    """A file is not taken; the page may stop to send it."""

    op: Literal["refused"]
    id: str
    problem: str


Answer = Received | Arrived | Refused


def is_upload(content: Any) -> bool:
    """Whether a message of a page is one of `OPERATIONS`."""
    operation = content.get("op") if isinstance(content, Mapping) else None
    return isinstance(operation, str) and operation in OPERATIONS


def info(file: StoredFile) -> FileInfo:
    """Return what the page needs to know of a file."""
    return {"id": file.file_id, "name": file.name, "type": file.type, "size": file.size}


def file_ids(value: Any) -> list[str]:
    """Return the ids in what a page sends as the value of a control, each once.

    Raises
    ------
    ValueError
        If it is no list of files.
    """
    if not isinstance(value, list):
        raise ValueError(f"expected a list of files, not a {type(value).__name__}")  # noqa: TRY004 - as documented
    return list(dict.fromkeys(map(_file_id, value)))


def _file_id(entry: Any) -> str:
    file_id = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(file_id, str):
        raise ValueError("expected files with their ids")  # noqa: TRY004 - as documented
    return file_id


def answer(
    store: FileStore, control: str, rules: Rules | None, message: Mapping[str, Any], buffers: Sequence[Any]
) -> Answer | None:
    """Carry out what a page says; return what to tell it.

    Parameters
    ----------
    store
        Where the files go.
    control
        Element id of the control whose view speaks.
    rules
        What the control takes; None if it takes nothing now.
    message
        One of `OPERATIONS` and what belongs to it; whatever else it is, it does no harm.
    buffers
        For a piece, its bytes.
    """
    upload = message.get("id")
    if not is_upload(message) or not isinstance(upload, str) or len(upload) > LONGEST_WORD:
        return None
    if message.get("op") == "cancel":
        store.cancel(control, upload)
        return None
    try:
        return _go_on(store, control, rules, message, buffers)
    except RefusedError as refusal:
        return {"op": "refused", "id": upload, "problem": str(refusal)}


def _go_on(
    store: FileStore, control: str, rules: Rules | None, message: Mapping[str, Any], buffers: Sequence[Any]
) -> Answer:
    upload, received = message["id"], 0
    if rules is None:
        raise RefusedError("Nothing can be uploaded here now.")
    if message.get("op") == "upload":
        _announce(store, control, rules, message)
    else:
        received = store.add(control, upload, _natural(message, "offset"), _piece(buffers))
    file = store.finish(control, upload)
    if file is not None:
        return {"op": "arrived", "id": upload, "file": info(file)}
    return {"op": "received", "id": upload, "size": received}


def _announce(store: FileStore, control: str, rules: Rules, message: Mapping[str, Any]) -> None:
    coming = Assembly(
        _text(message, "name", LONGEST_NAME), _text(message, "type", LONGEST_WORD), _natural(message, "size")
    )
    store.announce(control, rules, _text(message, "page", LONGEST_WORD), message["id"], coming)


def _text(message: Mapping[str, Any], name: str, longest: int) -> str:
    text = message.get(name)
    if not isinstance(text, str) or len(text) > longest:
        raise RefusedError(f"The {name} of the file is missing or too long.")
    return text.encode("utf-8", "replace").decode()  # half a surrogate pair could not be sent back


def _natural(message: Mapping[str, Any], name: str) -> int:
    number = message.get(name)
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise RefusedError(f"The {name} that came with the file makes no sense.")
    return number


def _piece(buffers: Sequence[Any]) -> memoryview:
    if len(buffers) != 1:
        raise RefusedError("A piece of the file came without its bytes.")
    return memoryview(buffers[0]).cast("B")
