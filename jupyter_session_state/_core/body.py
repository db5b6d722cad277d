"""What an app runs: a compiled script, the names it works with, and what it draws by standing there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.names import missing_name_hint
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.script import compile_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from jupyter_session_state._core.names import Names
    from jupyter_session_state._core.script import Script


def _as_it_is(_name: str, value: object, _site: int) -> object:
    return value


class Hooks:
    """Answers what a running script asks: one object for the whole life of an app.

    Parameters
    ----------
    write
        ``st.write``, which shows the value of an expression that stands alone.
    adopt
        Returns what a module-level ``name = value`` binds; the value itself if not given.
    """

    def __init__(
        self,
        write: Callable[..., object],
        adopt: Callable[[str, object, int], object] = _as_it_is,
    ) -> None:
        self._write = write
        self._adopt = adopt

    def show(self, *values: object) -> None:
        """Write the values of an expression statement; outside of a run there is no place for them."""
        if CURRENT.get() is not None:
            self._write(*values)

    def mark(self) -> object:
        """Say how much is drawn so far."""
        run = CURRENT.get()
        return None if run is None else run.count

    def show_last(self, mark: object, value: object) -> None:
        """Write what the call that ends the cell gave, unless it drew something itself."""
        run = CURRENT.get()
        if run is not None and run.count == mark:
            self._write(value)

    def keep(self, name: str, value: object, site: int) -> object:
        """Return what a module-level ``name = value`` binds."""
        return self._adopt(name, value, site)


class ScriptBody:
    """The `Body` of an app that is a script.

    Parameters
    ----------
    script
        What is run.
    namespace
        Where: the notebook's names, or those of a module of its own.
    names
        The app's journal of that namespace.
    hooks
        What it draws with; the app keeps them when a cell is executed anew.
    offered
        Names put into the namespace for each run, where they are free: ``st``, ``session_state``, ...
    folder
        Where relative paths of pages start; the current folder if empty.
    """

    def __init__(
        self,
        script: Script,
        namespace: dict[str, Any],
        names: Names,
        hooks: Hooks,
        offered: Mapping[str, object] | None = None,
        folder: str = "",
    ) -> None:
        self.filename = script.filename
        self.folder = folder
        self.script = script
        self.hooks = hooks
        self.namespace = namespace
        self._names = names
        self._offered = dict(offered or {})
        self._pages: dict[str, tuple[str, Script]] = {}  # scripts of pages, by file name

    def taken(self) -> list[str]:
        """Return the offered names under which the namespace has something else."""
        return [n for n, value in self._offered.items() if self.namespace.get(n, value) is not value]

    def callbacks(self) -> AbstractContextManager[None]:
        """Return a context in which the names of the last run are in place."""
        self._warn_anew()
        return self._names.lay_in()

    def part(self, covers: Callable[[str | None], bool]) -> AbstractContextManager[None]:  # noqa: ARG002 - the port
        """Return a context in which fragments run: the names of the last run are in place, as for callbacks."""
        self._warn_anew()
        return self._names.lay_in()

    def run_page(self, source: str, filename: str) -> None:
        """Run the script of a page, as a module of its own that is called ``__main__`` too."""
        known = self._pages.get(filename)
        if known is None or known[0] != source:
            known = self._pages[filename] = (source, compile_file(source, filename))
        namespace: dict[str, Any] = {**self._offered, "__name__": "__main__", "__file__": filename}
        known[1].run(namespace, self.hooks)

    def run(self) -> None:
        """Run the script once, from the names as they were before its last run."""
        self._names.begin()
        self._warn_anew()
        try:
            for name, value in self._offered.items():
                self.namespace.setdefault(name, value)
            self.begun()
            self.script.run(self.namespace, self.hooks)
        finally:
            self._names.end()

    def _warn_anew(self) -> None:
        """Let a line warn in each run, though Python warns once for each line: what a run shows is all there is."""
        self.namespace.pop("__warningregistry__", None)

    def begun(self) -> None:
        """Do what is to be done when the names are in place, before the script does anything."""

    def hint(self, error: Exception) -> str | None:
        """Return a sentence about a name that an earlier run made, if that is what is missing."""
        return missing_name_hint(error, self._names) if isinstance(error, NameError) else None
