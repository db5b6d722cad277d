"""Apps whose notebook changed: each is marked, or runs again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.messages import notebook_changed
from jupyter_session_state._core.watch import Reader, Watch
from jupyter_session_state._jupyter.markup import label_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.names import Ledger
    from jupyter_session_state._jupyter.renderer import WidgetRenderer
    from jupyter_session_state._jupyter.views import Block

POLICIES: Final = ("mark", "rerun", "ignore")
"""What may happen to an app when the notebook changed a name that it read; the first is the usual."""


class Stale:
    """Looks after every plain cell which apps read a name that it bound anew.

    Parameters
    ----------
    shell
        IPython's.
    ledger
        The journal of its names.
    running
        Whether an app is running.
    """

    def __init__(self, shell: Any, ledger: Ledger, running: Callable[[], bool]) -> None:
        self._running = running
        self.watch = Watch(ledger, shell.transform_cell)
        self.policies: dict[str, str] = {}
        self.readers: dict[str, Reader] = {}
        self._names = shell.user_ns
        self._events = shell.events
        self.hook()

    def hook(self) -> None:
        """Look after cells."""
        self._events.register("pre_run_cell", self._cell_begins)
        self._events.register("post_run_cell", self._cell_ended)

    def unhook(self) -> None:
        """Look after cells no more."""
        self._events.unregister("pre_run_cell", self._cell_begins)
        self._events.unregister("post_run_cell", self._cell_ended)

    def add(self, app: App, renderer: WidgetRenderer) -> None:
        """Look after an app."""
        self.readers[app.name] = Reader(self.watch, partial(self._tell, app, renderer))

    def remove(self, name: str) -> None:
        """Look after an app no more."""
        reader = self.readers.pop(name, None)
        if reader is not None:
            reader.close()
        self.policies.pop(name, None)

    def told(self, name: str) -> str:
        """Say what the notebook changed since an app ran; an empty text if nothing."""
        reader = self.readers.get(name)
        return notebook_changed(list(reader.changed)) if reader is not None and reader.changed else ""

    def _cell_begins(self, _info: object) -> None:
        self.watch.cell_begins()

    def _cell_ended(self, result: Any) -> None:
        if not self._running():  # else it is a script that executes cells
            self.watch.cell_ended(result.info.raw_cell or "", _line(result, self._names))

    def _tell(self, app: App, renderer: WidgetRenderer, names: tuple[str, ...]) -> None:
        policy = self.policies.get(app.name, POLICIES[0])
        if policy == "mark":
            _show(renderer.root, names)
        elif policy == "rerun" and names:
            app.ask(notebook_changed(names))


def _line(result: Any, names: dict[str, Any]) -> int | None:
    """Return the line on which a cell failed, or None; the first if it did not even begin."""
    error = result.error_in_exec
    step = None if error is None else error.__traceback__
    while step is not None:
        if step.tb_frame.f_globals is names:
            return int(step.tb_lineno)
        step = step.tb_next
    return None if result.success else 1


def _show(root: Block | None, names: tuple[str, ...]) -> None:
    """Put the mark above an app, or take it away."""
    if root is not None:
        root.patch(props={"message": _mark(notebook_changed(names)) if names else ""})


def _mark(text: str) -> str:
    html = label_html(text[0].upper() + text[1:])
    return f'{html} · <button type="button" data-jss-action="rerun">Rerun</button>'
