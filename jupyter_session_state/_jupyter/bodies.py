"""The scripts of apps: that of a cell in the notebook's names, and one that is a file in its own."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import ipywidgets

from jupyter_session_state import elements
from jupyter_session_state._core.body import ScriptBody
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._files.file_body import FileBody, file_namespace
from jupyter_session_state._jupyter.adopt import Adopter, everything
from jupyter_session_state.elements import directory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jupyter_session_state._core.body import Hooks
    from jupyter_session_state._core.script import Script
    from jupyter_session_state._core.watch import Reader

API = sys.modules[__name__.partition(".")[0]]
"""The `st` namespace: this very package, which is imported before any part of it."""

TOLD = {
    "st": "import jupyter_session_state as st",
    "session_state": "from jupyter_session_state import session_state",
}
"""Names that a script misses most if the notebook has taken them, and how to get them all the same."""


def offered_names() -> dict[str, object]:
    """Return what a script finds without an import, where these names are free."""
    return {
        "st": API,
        "session_state": elements.session_state,
        "widgets": ipywidgets,
        "bind": elements.bind,
        "widget": elements.widget,
    }


class CellBody(ScriptBody):
    """A script in the notebook's own names, whose ipywidgets are taken care of, and what it reads is noted."""

    def __init__(self, *args: Any, adopter: Adopter, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._adopter = adopter
        self._reader = reader
        self._reads = self.script.reads()
        self._told = False

    @contextmanager
    def callbacks(self) -> Iterator[None]:
        """Return a context in which the names of the last run are in place."""
        with self._reader.turn(), super().callbacks(), self._adopter.watching():
            yield

    @contextmanager
    def part(self, covers: Callable[[str | None], bool]) -> Iterator[None]:
        """Return a context in which fragments run: the names of the last run are in place."""
        with self._reader.turn(), super().part(covers), self._adopter.watching(covers):
            yield

    def run(self) -> None:
        """Run the script once."""
        with self._reader.turn(), self._adopter.watching(everything):
            try:
                super().run()
            finally:
                self._reader.end(self._names.left())
                self._tell_what_is_taken()

    def begun(self) -> None:
        """Note what the run finds."""
        self._reader.begin(self._reads)

    def _tell_what_is_taken(self) -> None:
        """Say once that the script's `st` is not what it seems; a script that imports us itself is fine."""
        run = CURRENT.get()
        if self._told or run is None:
            return
        self._told = True
        for name in self.taken():
            if name in TOLD and name in self._reads.names:
                run.here().note(
                    f"`{name}` is something else in this notebook, so it is that here too. Begin the script with "
                    f"`{TOLD[name]}`."
                )


def _run_page_of_folder(script: Path) -> bool:
    """Run one of the pages beside a script: only now is loaded what they need."""
    return bool(directory.find("run_page_of_folder", {"run_page_of_folder": "page_folders"})(script))


class AppFile(FileBody):
    """A script that is a file, whose ipywidgets are taken care of."""

    def __init__(self, script: Script, hooks: Hooks, offered: Mapping[str, object], adopter: Adopter) -> None:
        super().__init__(script, file_namespace(script.filename), hooks, offered, _run_page_of_folder)
        self._adopter = adopter

    @contextmanager
    def callbacks(self) -> Iterator[None]:
        """Return a context in which the names of the last run are in place."""
        with super().callbacks(), self._adopter.watching():
            yield

    @contextmanager
    def part(self, covers: Callable[[str | None], bool]) -> Iterator[None]:
        """Return a context in which fragments run: the names of the last run are in place."""
        with super().part(covers), self._adopter.watching(covers):
            yield

    def run(self) -> None:
        """Run the script once."""
        with self._adopter.watching(everything):
            super().run()
