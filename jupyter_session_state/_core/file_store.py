"""Where the files that users sent are kept: by the control they belong to, within limits.

Whoever sends is not trusted. What a file may be is asked when it is announced, and again with every piece: a file
that turns out larger than announced is cut off, and what came of it is forgotten.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from jupyter_session_state._core.files import (
    MEGABYTE,
    Assembly,
    RefusedError,
    Rules,
    StoredFile,
    size_text,
    type_problem,
)

TOTAL = 2048 * MEGABYTE
"""Bytes that the files of one app may take together."""

COUNT = 10_000
"""Files that one control may have."""


@dataclass(slots=True)
class _Room:
    """The files of one control."""

    page: str = ""  # the page of the browser whose files are on their way
    coming: dict[str, Assembly] = field(default_factory=dict)
    arrived: dict[str, StoredFile] = field(default_factory=dict)  # complete, but not part of the value yet
    shown: dict[str, StoredFile] = field(default_factory=dict)  # by file id; the others by upload

    def let_go(self, chosen: Collection[str]) -> None:
        """Forget what arrived up to a file that is chosen now: it is chosen too, or its user removed it."""
        newest = max((n for n, f in enumerate(self.arrived.values()) if f.file_id in chosen), default=-1)
        for upload in list(self.arrived)[: newest + 1]:
            del self.arrived[upload]

    @property
    def count(self) -> int:
        return len(self.coming) + len(self.arrived) + len(self.shown)

    @property
    def size(self) -> int:
        there = sum(f.size for f in (*self.arrived.values(), *self.shown.values()))
        return there + sum(a.size for a in self.coming.values())


class FileStore:
    """The files of one app, by control. Its methods may be called on any thread.

    A file goes with its control, when another takes its place, and when its user removes it; the objects that a
    script got keep their bytes for as long as they live.
    """

    def __init__(self, total: int = TOTAL) -> None:
        self._total = total
        self._rooms: dict[str, _Room] = {}
        self._lock = threading.RLock()

    def announce(self, control: str, rules: Rules, page: str, upload: str, coming: Assembly) -> None:
        """Expect a file.

        Parameters
        ----------
        control
            Element id of the control it is for.
        rules
            What the control takes.
        page
            The page it comes from. One page sends at a time: what another one left unfinished is forgotten.
        upload
            The page's name for it.
        coming
            What it is going to be.

        Raises
        ------
        RefusedError
            If it must not come.
        """
        with self._lock:
            room = self._rooms.setdefault(control, _Room())
            if rules.single or room.page != page:
                room.coming.clear()
            if room.page != page:
                room.arrived.clear()
            room.page = page
            room.coming.pop(upload, None)  # announced again: it starts anew
            self._check(room, rules, coming)
            room.coming[upload] = coming

    def _check(self, room: _Room, rules: Rules, coming: Assembly) -> None:
        problem = type_problem(coming.name, rules.types)
        if problem is not None:
            raise RefusedError(problem)
        if coming.size > rules.max_size:
            raise RefusedError(
                f"{coming.name!r} is larger than {size_text(rules.max_size)}, the most that is taken here."
            )
        if room.count >= COUNT:
            raise RefusedError(f"{coming.name!r} is one file too many: at most {COUNT} are taken here.")
        total = max(self._total, 2 * rules.max_size)  # a file and the one that takes its place
        if self.size() + coming.size > total:
            raise RefusedError(
                f"{coming.name!r} does not fit: the files of this app may take {size_text(total)} together. "
                "Remove some first."
            )

    def add(self, control: str, upload: str, offset: int, piece: bytes | memoryview) -> int:
        """Take a piece of an expected file; return how many bytes of it are here.

        Raises
        ------
        RefusedError
            If it is not expected, or is no piece of such a file: what came of the file is forgotten.
        """
        with self._lock:
            room = self._rooms.get(control, _Room())
            if upload in room.arrived:
                return room.arrived[upload].size
            coming = self._coming(room, upload)
            try:
                coming.add(offset, piece)
            except RefusedError:
                del room.coming[upload]
                raise
            return coming.received

    def finish(self, control: str, upload: str) -> StoredFile | None:
        """Return an expected file if all of it is here; it belongs to the control from now on."""
        with self._lock:
            room = self._rooms.get(control, _Room())
            if upload not in room.arrived:
                if not self._coming(room, upload).complete:
                    return None
                room.arrived[upload] = room.coming.pop(upload).file()
            return room.arrived[upload]

    @staticmethod
    def _coming(room: _Room, upload: str) -> Assembly:
        if upload not in room.coming:
            raise RefusedError("The upload was given up. Send the file again.")
        return room.coming[upload]

    def cancel(self, control: str, upload: str) -> None:
        """Forget a file that is not part of the value, and what came of it."""
        with self._lock:
            room = self._rooms.get(control, _Room())
            room.coming.pop(upload, None)
            room.arrived.pop(upload, None)

    def choose(self, control: str, file_ids: Sequence[str]) -> tuple[StoredFile, ...]:
        """Return the files that the browser says are the control's value now; forget those it let go.

        Raises
        ------
        ValueError
            If there is no such file.
        """
        with self._lock:
            room = self._rooms.get(control, _Room())
            known = {**room.shown, **{file.file_id: file for file in room.arrived.values()}}
            unknown = [file_id for file_id in file_ids if file_id not in known]
            if unknown:
                raise ValueError(f"there is no file {unknown[0]!r}")
            room.let_go(file_ids)
            room.shown = {file_id: known[file_id] for file_id in file_ids}
            return tuple(room.shown.values())

    def show(self, control: str, files: Iterable[StoredFile]) -> None:
        """Take note of the files that a control was told to show."""
        with self._lock:
            self._rooms.setdefault(control, _Room()).shown = {file.file_id: file for file in files}

    def drop(self, control: str) -> None:
        """Forget the files of a control."""
        with self._lock:
            self._rooms.pop(control, None)

    def clear(self) -> None:
        """Forget all files."""
        with self._lock:
            self._rooms.clear()

    def size(self) -> int:
        """How many bytes the files have, those on their way included."""
        with self._lock:
            return sum(room.size for room in self._rooms.values())
