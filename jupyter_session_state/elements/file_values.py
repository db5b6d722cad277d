"""The control behind all that gives files: what its value is, and how it travels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jupyter_session_state._core.files import MEGABYTE, StoredFile, type_problem
from jupyter_session_state._core.spec import Control
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.uploaded_file import UploadedFile

MAX_SIZE = 200
"""Megabytes a file may have where nothing is said."""


def checked_size(megabytes: Any) -> int:
    """Return how many megabytes a file may have, as given or by default.

    Raises
    ------
    StreamlitValueError
        If that is no positive whole number.
    """
    if megabytes is None:
        return MAX_SIZE
    if isinstance(megabytes, bool) or not isinstance(megabytes, int) or megabytes < 1:
        words = f"a positive whole number of megabytes, or None for {MAX_SIZE}"
        raise messages.not_one_of("max_upload_size", megabytes, words)
    return megabytes


def files(
    kind: str,
    label: str,
    types: tuple[str, ...],
    megabytes: int,
    *,
    multiple: str = "",
    identity_with_key: tuple[str, ...] = (),
    **props: Any,
) -> Control[Any]:
    """Return the control of a kind.

    Parameters
    ----------
    kind, label
        For messages.
    types
        What is taken, normalised; nothing means all.
    megabytes
        What a file may have.
    multiple
        ``"files"`` or ``"directory"`` for a list of files, nothing for one.
    identity_with_key
        As in `Control`.
    props
        More that the view needs to know.
    """
    value = Files(kind, str(label), types, many=bool(multiple))
    limits = {"types": types, "max_size": megabytes * MEGABYTE, "multiple": multiple}
    return Control(
        "Upload",
        value.none,
        {**limits, **props},
        decode=value.decode,
        encode=value.encode,
        check=value.check,
        identity_with_key=identity_with_key,
        read_only=True,
        renewed=True,
    )


@dataclass(frozen=True, slots=True)
class Files:
    """Files as a value. What travels is a tuple of the stored files.

    Parameters
    ----------
    kind, label
        For messages.
    types
        What is taken, normalised; nothing means all.
    many
        Whether the value is a list of files, or one file or None.
    """

    kind: str
    label: str
    types: tuple[str, ...]
    many: bool

    @property
    def none(self) -> list[UploadedFile] | None:
        """The value without a file."""
        return [] if self.many else None

    def decode(self, wire: Any) -> list[UploadedFile] | UploadedFile | None:
        """Return the files that were sent.

        Raises
        ------
        TypeError
            If that are none.
        StreamlitAPIException
            If one is of a type that is not taken.
        """
        if not isinstance(wire, tuple) or not all(isinstance(file, StoredFile) for file in wire):
            raise TypeError("expected files that were uploaded")
        for file in wire:
            problem = type_problem(file.name, self.types)
            if problem is not None:
                raise messages.unfit_file(self.kind, self.label, problem)
        files = [UploadedFile(file) for file in wire]
        return files if self.many else next(iter(files), None)

    @staticmethod
    def encode(value: Any) -> tuple[StoredFile, ...]:
        """Return what is sent for a value."""
        files = value if isinstance(value, list) else [value]
        return tuple(file.stored for file in files if isinstance(file, UploadedFile))

    def check(self, value: Any) -> Any:
        """Pass files on; whatever else was put there from outside of the app is none."""
        if isinstance(value, list) == self.many and all(map(_is_file, value if self.many else [value])):
            return value
        return self.none


def _is_file(value: Any) -> bool:
    return value is None or isinstance(value, UploadedFile)
