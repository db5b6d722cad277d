"""The folder of a component's page: read when it changed, and nothing outside of it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

from jupyter_session_state._core.element import Blob
from jupyter_session_state.elements import component_messages
from jupyter_session_state.elements.component_pages import BrokenPageError, Bundler
from jupyter_session_state.elements.iframes import HTML

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of all files of one component."""

PAGE: Final = "index.html"
Stamp = tuple[int, int] | None


class Folder:
    """The page of one component, kept until one of its files is another."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._stamps: dict[str, Stamp] = {}
        self._page: Blob | None = None
        self._size = 0

    def page(self, name: str) -> Blob:
        """Return the page, with all its files in it.

        Parameters
        ----------
        name
            What the component is called, for errors.

        Raises
        ------
        StreamlitAPIException
            If there is none, if it is too large, or if it names a file outside of its folder.
        """
        if self._page is None or any(self._stamp(file) != stamp for file, stamp in self._stamps.items()):
            self._page = None
            self._page = self._made(name)
        return self._page

    def _made(self, name: str) -> Blob:
        self._stamps, self._size = {}, 0
        kept: dict[str, bytes | None] = {}

        def read(file: str) -> bytes | None:
            if file not in kept:
                kept[file] = self._read(name, file)
            return kept[file]

        page = read(PAGE)
        if page is None:
            raise component_messages.no_page(name, str(self._path))
        try:
            return Blob(Bundler(read).page(page.decode("utf-8", "replace")).encode(), HTML)
        except BrokenPageError as error:
            raise component_messages.broken_page(name, str(self._path), error) from None

    def _read(self, name: str, file: str) -> bytes | None:
        self._stamps[file] = self._stamp(file)
        try:
            root, place = self._path.resolve(), (self._path / file).resolve()
            if not place.is_relative_to(root):
                raise component_messages.outside(name, str(self._path), file)
            if not place.is_file():
                return None
            self._size += place.stat().st_size
            if self._size > LARGEST:
                raise component_messages.too_large(name, str(self._path), LARGEST)
            return place.read_bytes()
        except (OSError, ValueError) as error:  # a path that cannot be one is no file
            raise component_messages.broken_page(name, str(self._path), error) from None

    def _stamp(self, file: str) -> Stamp:
        try:
            found = (self._path / file).stat()
        except (OSError, ValueError):
            return None
        return found.st_mtime_ns, found.st_size


@functools.lru_cache(maxsize=32)
def folder(path: str) -> Folder:
    """Return the folder of this path: the same one each time, though a script declares its component in each run."""
    return Folder(path)
