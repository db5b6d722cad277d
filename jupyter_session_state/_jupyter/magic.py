"""``%%stateapp`` and ``%stateapp``."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring

from jupyter_session_state._core.script import compile_file, compile_script
from jupyter_session_state._files.file_body import read_script
from jupyter_session_state._jupyter import past
from jupyter_session_state._jupyter.cell import Cell, current_cell
from jupyter_session_state._jupyter.session import end_session, session
from jupyter_session_state._jupyter.stale import POLICIES
from jupyter_session_state.elements.state import session_state

if TYPE_CHECKING:
    from argparse import Namespace

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.session import Session

NAME = re.compile(r"^[^\W\d][\w.-]*$")
VERBS = (
    *("rerun", "clear", "close", "show", "why", "undo", "redo", "goto"),
    *("record", "scope", "load"),
)


@magics_class
class StateAppMagics(Magics):
    """The magics of this package."""

    @magic_arguments()
    @argument("name", nargs="?", help="Name of the app; a cell that is executed again replaces its own app.")
    @argument(
        "--scope", choices=("kernel", "app"), default=None, help="Share session state with all apps, or not."
    )
    @argument("--keep-variables", action="store_true", help="Leave the script's variables from run to run.")
    @argument("--query", default=None, help="The address the app begins with, such as 'region=EU&page=2'.")
    @argument(
        "--on-change",
        choices=POLICIES,
        default=POLICIES[0],
        help="What to do when the notebook gives a name that the app read another value.",
    )
    @argument("--no-toolbar", action="store_true", help="Leave out the line with the app's name and buttons.")
    @line_cell_magic
    def stateapp(self, line: str, cell: str | None = None) -> Any:
        """Make an interactive app of the cell, or do something with one.

        As a cell magic, ``%%stateapp NAME``: the cell is a script in plain ipywidgets, in Streamlit's language,
        or both. It runs again, top to bottom, whenever one of its widgets changes.

        As a line magic: ``%stateapp`` lists the apps; ``%stateapp rerun|clear|close|show|why NAME`` runs one
        again, forgets its state and runs it, takes it off the page, shows it here too, tells what its last
        interaction did; ``%stateapp undo|redo NAME`` puts the state back to how it was before the last step, or
        does that step again, and ``%stateapp goto NAME RUN`` puts it back to how it was after a run;
        ``%stateapp record NAME FILE`` writes a test that does again what was done, and replaces a file it did not
        write only with ``--force``; ``%stateapp scope app|kernel`` says whether later cells have a state of their own;
        ``%stateapp load FILE [NAME]``, with the options of the cell magic, makes an app of a script on disk.
        """
        if cell is None:
            return self._line(line)
        self._cell(line, cell)
        return None

    # -- the cell ------------------------------------------------------------------------------------------

    def _cell(self, line: str, body: str) -> None:
        options = _parse(line)
        ours = session(self.shell)
        cell = current_cell(self.shell, ours.host, body)
        script = compile_script(cell.body, cell.filename, line_offset=cell.line_offset)
        app = _app(ours, _name(options, cell, ours), options)
        ours.execute(app, cell, script, keep_variables=options.keep_variables, on_change=options.on_change)

    # -- the line ------------------------------------------------------------------------------------------

    def _line(self, line: str) -> Any:
        try:
            words = shlex.split(line)
        except ValueError as error:
            raise UsageError(f"%stateapp {line.strip()}: {error}.") from None
        ours = session(self.shell)
        if not words:
            return _listing(ours)
        verb, *rest = words
        if verb == "load":
            return self._load(ours, line)
        if verb not in VERBS:
            raise UsageError(
                f"%stateapp: {verb!r} is not one of {', '.join(VERBS)}. "
                "To make an app, begin the cell with two percent signs: %%stateapp NAME."
            )
        if verb in past.USAGE:
            name, words = past.parse(verb, rest)
            told = past.do(_find(ours, name), verb, words)
            return print(told) if told else None
        if len(rest) != 1:
            raise UsageError(
                f"%stateapp {verb} takes one name, as in %stateapp {verb} {_example(verb, ours)}."
            )
        if verb == "scope":
            return _set_scope(ours, rest[0])
        return getattr(self, f"_{verb}")(ours, _find(ours, rest[0]))

    def _load(self, ours: Session, line: str) -> None:
        path, rest = _file_and_rest(line)
        try:
            source = read_script(path)
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"%stateapp load: {path} cannot be read: {error}") from None
        options = _parse(rest)
        if options.name is None:
            options.name = re.sub(r"[^\w.-]", "_", path.stem)
        script = compile_file(source, str(path))
        cell = Cell(source, str(path), 0, ours.host.cell_id())
        ours.load(_app(ours, _name(options, cell, ours), options), cell, script)

    def _rerun(self, ours: Session, app: App) -> None:
        ours.rerun(app, "%stateapp rerun")

    def _clear(self, ours: Session, app: App) -> None:
        app.ask_clear("%stateapp clear")
        ours.loop.run_now(app)

    def _close(self, ours: Session, app: App) -> None:
        ours.close(app.name)

    def _show(self, ours: Session, app: App) -> None:
        ours.show(app)

    def _why(self, ours: Session, app: App) -> None:
        print(app.why())


def _app(ours: Session, name: str, options: Namespace) -> App:
    app = ours.app(name, own_state=(options.scope or ours.scope) == "app")
    app.toolbar = not options.no_toolbar
    if options.query is not None:
        app.params.open(options.query.strip("'\""))  # IPython leaves quotes on
    return app


def _file_and_rest(line: str) -> tuple[Path, str]:
    """Return the file that ``load FILE ...`` means, and what follows it."""
    words = shlex.split(line)
    if len(words) < 2:
        raise UsageError("%stateapp load takes a file, and a name if you like: %stateapp load app.py NAME.")
    return Path(words[1]).expanduser().resolve(), shlex.join(words[2:])


def _parse(line: str) -> Namespace:
    try:
        return cast("Namespace", parse_argstring(StateAppMagics.stateapp, line))
    except (UsageError, ValueError) as error:  # ValueError: a quote that is not closed
        known = (
            "[NAME] [--scope kernel|app] [--keep-variables] [--query TEXT] [--on-change mark|rerun|ignore] "
            "[--no-toolbar]"
        )
        raise UsageError(
            f"%%stateapp {line.strip()}: {error}. It takes {known}; %%stateapp? tells more."
        ) from None


def _name(options: Namespace, cell: Cell, ours: Session) -> str:
    name = options.name
    if name is None:
        return f"cell-{cell.id or cell.digest}"
    if not NAME.match(name):
        raise UsageError(
            f"%%stateapp: {name!r} cannot be the name of an app. Begin with a letter; go on with letters, digits, "
            "'_', '-' or '.'."
        )
    other = ours.cells.get(name)
    if other is not None and other.id and cell.id and other.id != cell.id:
        raise UsageError(
            f"%%stateapp: the app {name!r} belongs to another cell, the one that begins {_beginning(other)!r}. "
            f"Give this one another name, or close that one first: %stateapp close {name}."
        )
    return str(name)


def _beginning(cell: Cell) -> str:
    first = next((line.strip() for line in cell.body.splitlines() if line.strip()), "")
    return first[:60]


def _find(ours: Session, name: str) -> App:
    app = ours.kernel.apps.get(name)
    if app is None:
        known = ", ".join(ours.kernel.apps) or "none yet"
        raise UsageError(f"%stateapp: there is no app {name!r}. Apps: {known}.")
    return app


def _example(verb: str, ours: Session) -> str:
    return "app" if verb == "scope" else next(iter(ours.kernel.apps), "NAME")


def _set_scope(ours: Session, scope: str) -> None:
    if scope not in ("kernel", "app"):
        raise UsageError(
            f"%stateapp scope: {scope!r} is neither 'kernel' (one state for all) nor 'app' (one each)."
        )
    ours.scope = scope


def _listing(ours: Session) -> None:
    if not ours.kernel.apps:
        print("No apps yet. Begin a cell with %%stateapp NAME.")
    for app in ours.kernel.apps.values():
        own = "" if app.state is ours.kernel.state else ", own state"
        stale = ours.stale.told(app.name)
        last = app.history[-1] if app.history else None
        told = "not run yet" if last is None else f"{_count(last.number, 'run')}, the last one {last.ending}"
        print(
            f"{app.name}: {told}, {_count(len(app.controls()), 'widget')}{own}{stale and f'; stale: {stale}'}"
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def load(shell: Any) -> None:
    """Register the magics, once."""
    if "stateapp" not in shell.magics_manager.magics["cell"]:
        shell.register_magics(StateAppMagics)
    shell.user_ns.setdefault("session_state", session_state)


def unload(shell: Any) -> None:
    """Close the apps and take the magics away."""
    end_session()
    for kind in ("cell", "line"):
        shell.magics_manager.magics[kind].pop("stateapp", None)
