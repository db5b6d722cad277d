"""Files that users send: what one is, which are taken, and how one is assembled of its pieces."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

MEGABYTE = 1024 * 1024

AHEAD = 64
"""Pieces that may wait for one before them."""


class RefusedError(Exception):
    """A file cannot be taken; the text is for the person who sent it."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that arrived. Two are equal if their ids are."""

    file_id: str
    name: str = field(compare=False)
    type: str = field(compare=False)
    data: bytes = field(compare=False, repr=False)

    @classmethod
    def new(cls, name: str, type: str, data: bytes) -> StoredFile:
        """Return a file with an id of its own."""
        return cls(str(uuid.uuid4()), name, type, data)

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.data)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Rules:
    """What one control takes.

    Parameters
    ----------
    max_size
        Bytes a file may have.
    types
        Extensions with their dot and MIME types, in lower case; none means all.
    single
        Whether a new file takes the place of the one before.
    """

    max_size: int
    types: tuple[str, ...] = ()
    single: bool = True


def type_problem(name: str, types: Iterable[str]) -> str | None:
    """Say why a file of this name is not taken, if so.

    Only extensions can be checked by the name: where MIME types are among the `types`, the browser's choice is
    trusted.
    """
    types = tuple(types)
    if "\0" in name:
        return f"The name {name!r} holds a null byte, which no file name can."
    if any("/" in kind for kind in types) or not types or name.lower().endswith(types):
        return None
    return f"{name!r} is not of a type that is taken here: {', '.join(types)}."


def size_text(size: int) -> str:
    """Return a size as people say it.

    Examples
    --------
    >>> size_text(200 * MEGABYTE)
    '200 MB'
    """
    if size < 1024:
        return f"{size} B"
    value, unit = (size / 1024, "kB") if size < MEGABYTE else (size / MEGABYTE, "MB")
    return f"{value:.1f}".removesuffix(".0") + f" {unit}"


class Assembly:
    """One file while its pieces come, in whatever order."""

    def __init__(self, name: str, type: str, size: int) -> None:
        self.name, self.type, self.size = name, type, size
        self._buffer = io.BytesIO()  # grows with what came: an announced size alone costs nothing
        self._ahead: dict[int, bytes] = {}
        self.received = 0

    @property
    def complete(self) -> bool:
        """Whether all of it is there."""
        return self._buffer.tell() == self.size

    def add(self, offset: int, piece: bytes | memoryview) -> None:
        """Take a piece; one that came before is ignored.

        Raises
        ------
        RefusedError
            If the pieces cannot be those of a file of the announced size.
        """
        written, length = self._buffer.tell(), len(piece)
        if offset + length <= written or len(self._ahead.get(offset, b"")) == length:
            return
        if offset + length > self.size or self.received + length > self.size:
            raise RefusedError(
                f"{self.name!r} was cut off: more came than the {size_text(self.size)} it was announced with."
            )
        if offset < written or offset in self._ahead or len(self._ahead) >= AHEAD:
            raise RefusedError(f"{self.name!r} came in pieces that do not fit together. Send it again.")
        self.received += length
        if offset > written:
            self._ahead[offset] = bytes(piece)
            return
        self._buffer.write(piece)
        self._join()

    def _join(self) -> None:
        while (piece := self._ahead.pop(self._buffer.tell(), None)) is not None:
            self._buffer.write(piece)

    def file(self) -> StoredFile:
        """Return the complete file."""
        return StoredFile.new(self.name, self.type, self._buffer.getvalue())
