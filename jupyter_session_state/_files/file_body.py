"""A script that is a file: read again when it was changed, in a module of its own."""

from __future__ import annotations

import linecache
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.body import Hooks, ScriptBody
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.script import Script, compile_file
from jupyter_session_state._files.local_modules import LocalModules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class FileBody(ScriptBody):
    """The body of an app that is a file.

    Parameters
    ----------
    script
        The file, compiled.
    namespace
        The names of the module it runs as.
    hooks
        What it draws with.
    offered
        Names it finds without an import.
    run_page_of_folder
        Runs one of the script and the pages in the folder beside it; tells whether it did.
    """

    def __init__(
        self,
        script: Script,
        namespace: dict[str, Any],
        hooks: Hooks,
        offered: Mapping[str, object],
        run_page_of_folder: Callable[[Path], bool],
    ) -> None:
        folder = str(Path(script.filename).resolve().parent)
        super().__init__(script, namespace, Names(Ledger(namespace)), hooks, offered, folder)
        self._modules = LocalModules(folder)
        self._run_page_of_folder = run_page_of_folder

    @contextmanager
    def callbacks(self) -> Iterator[None]:
        """Return a context in which the names of the last run, and its modules, are in place."""
        with self._modules.active(), super().callbacks():
            yield

    @contextmanager
    def part(self, covers: Callable[[str | None], bool]) -> Iterator[None]:
        """Return a context in which fragments run: the names of the last run, and its modules, are in place."""
        with self._modules.active(), super().part(covers):
            yield

    def run(self) -> None:
        """Run the script once, as it is on disk now.

        Raises
        ------
        SyntaxError
            If it was changed to what is no Python.
        OSError, UnicodeDecodeError
            If it cannot be read any more.
        """
        source = read_script(self.filename)
        if source != self.script.source:
            self.script = compile_file(source, self.filename)
            linecache.checkcache(self.filename)
        with self._modules.active():
            if not self._has_pages() or not self._run_page_of_folder(Path(self.filename).resolve()):
                super().run()

    def run_page(self, source: str, filename: str) -> None:
        """Run the script of a page, which may be the app's own."""
        if Path(filename) == Path(self.filename).resolve():
            super().run()
        else:
            super().run_page(source, filename)

    def _has_pages(self) -> bool:
        """Whether there is a folder of pages, and the script does not seem to tell its pages itself."""
        return "navigation" not in self.script.source and Path(self.folder, "pages").is_dir()


def read_script(path: str | Path) -> str:
    """Return the text of a script.

    Raises
    ------
    OSError, UnicodeDecodeError
        If it cannot be read.
    """
    return Path(path).read_text(encoding="utf-8-sig")


def file_namespace(path: str) -> dict[str, Any]:
    """Return the names that a script finds when it is run as a file."""
    return {"__name__": "__main__", "__file__": path, "__builtins__": __builtins__}
