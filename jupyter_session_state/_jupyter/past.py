"""What ``%stateapp`` does with the past of an app: undo, redo, goto, record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from IPython.core.error import UsageError

from jupyter_session_state.elements.handles import AppHandle
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jupyter_session_state._core.app import App

USAGE = {
    "undo": "one name, as in %stateapp undo NAME",
    "redo": "one name, as in %stateapp redo NAME",
    "goto": "a name and the number of a run, as in %stateapp goto NAME 3; %stateapp why NAME tells the last one",
    "record": "a name and a file, as in %stateapp record NAME test_app.py; with --force it replaces any file",
}
"""By verb, what it takes."""


def parse(verb: str, words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the name of the app, and what follows it.

    Raises
    ------
    UsageError
        If the words do not fit the verb.
    """
    rest = [word for word in words if not (verb == "record" and word == "--force")]
    wanted = 1 if verb in ("undo", "redo") else 2
    if len(rest) != wanted or (verb == "goto" and not rest[1].isdecimal()):
        raise UsageError(f"%stateapp {verb} takes {USAGE[verb]}.")
    return rest[0], [*rest[1:], *(["--force"] if "--force" in words and verb == "record" else [])]


def do(app: App, verb: str, words: Sequence[str]) -> str:
    """Do what the magic says; return what there is to tell.

    Raises
    ------
    UsageError
        If it cannot be done; the text says why.
    """
    handle = AppHandle(app)
    try:
        if verb == "goto":
            handle.goto(int(words[0]))
        elif verb == "record":
            return _write(Path(words[0]).expanduser(), handle.record(), force="--force" in words)
        else:
            getattr(handle, verb)()
    except StreamlitAPIException as error:
        raise UsageError(f"%stateapp {verb}: {error}") from None
    return ""


def _write(file: Path, text: str, *, force: bool) -> str:
    from jupyter_session_state._testing.recording import MARK

    try:
        if not force and file.exists() and not file.read_text(encoding="utf-8").startswith(MARK):
            raise UsageError(
                f"%stateapp record: {file} is there, and was not written by it. "
                "Take another name, or add --force to replace it."
            )
        file.write_text(text, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"%stateapp record: {file} cannot be written: {error}") from None
    return f"{file}: a test of {text.count('at.run()')} runs. Run it with pytest."
