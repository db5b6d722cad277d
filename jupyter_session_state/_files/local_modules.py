"""The modules beside a script: each app has them to itself, and `import streamlit` in them means this package.

While a script runs, its own copies stand in ``sys.modules`` under their plain names; otherwise whatever the rest of
the program has imported stands there. So the same file may be a module of an app and one of the notebook, and nobody
meets the other's. What was changed on disk is imported anew by the next run.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import decode_source
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.script import compile_module

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import CodeType, ModuleType


class LocalModules:
    """The modules of one app.

    Parameters
    ----------
    folder
        Where they are; their imports of each other start there, as those of the script do.
    """

    def __init__(self, folder: str) -> None:
        self._folder = str(Path(folder).resolve())
        self._own: dict[str, ModuleType] = {}
        self._times: dict[str, int] = {}  # by file, when it was changed last
        self._thread = 0
        self._depth = 0

    @contextmanager
    def active(self) -> Iterator[None]:
        """Let imports in this thread, and in those of its run, find them."""
        if self._depth:  # a callback may begin a run
            yield
            return
        self._thread, self._depth = threading.get_ident(), 1
        self._forget_if_changed()
        others = self._exchange(self._own)
        sys.path.insert(0, self._folder)
        sys.meta_path.insert(0, self)
        try:
            yield
        finally:
            sys.meta_path.remove(self)
            if self._folder in sys.path:
                sys.path.remove(self._folder)
            self._own = self._exchange(others)
            self._note_times()
            self._depth = 0

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module in the folder; part of the protocol of ``sys.meta_path``."""
        if threading.get_ident() != self._thread and CURRENT.get() is None:
            return None
        spec = PathFinder.find_spec(name, [self._folder] if path is None else path, target)
        if spec is None or not self._is_inside(spec.origin or ""):
            return None
        if isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(name, spec.loader.path)
        return spec

    # -- which modules are ours ----------------------------------------------------------------------------

    def _exchange(self, modules: dict[str, ModuleType]) -> dict[str, ModuleType]:
        """Put these modules in the place of those of the folder that are there; return the latter."""
        tops = self._names()
        found = {
            name: module
            for name, module in tuple(sys.modules.items())
            if name.partition(".")[0] in tops and self._is_from_here(module)
        }
        for name in found:
            del sys.modules[name]
        sys.modules.update(modules)
        return found

    def _names(self) -> set[str]:
        try:
            return {entry.name.partition(".")[0] for entry in Path(self._folder).iterdir()}
        except OSError:  # the folder is gone
            return {name.partition(".")[0] for name in self._own}

    def _is_from_here(self, module: ModuleType) -> bool:
        places = [getattr(module, "__file__", None) or "", *(getattr(module, "__path__", None) or ())]
        return any(self._is_inside(str(place)) for place in places)

    def _is_inside(self, file: str) -> bool:
        """Whether a file is in the folder, but not in an environment that is in there too."""
        return file.startswith(self._folder + os.sep) and "site-packages" not in file[len(self._folder) :]

    # -- what was changed ----------------------------------------------------------------------------------

    def _note_times(self) -> None:
        files = (getattr(module, "__file__", None) for module in self._own.values())
        self._times = {file: self._times.get(file, 0) or _changed_at(file) for file in files if file}

    def _forget_if_changed(self) -> None:
        """Forget all modules if one was changed: others may hold what they took from it."""
        if any(_changed_at(file) != time for file, time in self._times.items()):
            self._own.clear()
            self._times.clear()


class _Loader(SourceFileLoader):
    """Compiles modules as scripts are compiled, and leaves no compiled files behind."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return compile_module(decode_source(self.get_data(path)), path)


def _changed_at(file: str) -> int:
    try:
        return Path(file).stat().st_mtime_ns
    except OSError:
        return 0
