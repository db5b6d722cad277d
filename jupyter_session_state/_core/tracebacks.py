"""Exceptions as elements: the words, and the frames that are the user's own."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_session_state._core.element import Element

if TYPE_CHECKING:
    from types import TracebackType

_OURS = str(Path(__file__).resolve().parent.parent)


def exception_element(error: object, script: str = "") -> Element:
    """Return the element that shows an exception; `script` is the file name the app's own cell was compiled under.

    What is no exception shows by its type and its text: authors pass texts, too.
    """
    return Element(
        "exception",
        {
            "type": type(error).__name__,
            "message": _message(error),
            "traceback": user_traceback(error, script),
            "line": user_line(error, script),
            "is_warning": isinstance(error, Warning),
        },
    )


def add_note(error: BaseException, note: str) -> None:
    """Let an exception that the author's code raised say where it happened."""
    error.__notes__ = [*getattr(error, "__notes__", ()), note]  # type: ignore[attr-defined, unused-ignore]


def words(error: object) -> str:
    """Return what an exception says, even if the author's class cannot say it."""
    try:
        return str(error)
    except BaseException as another:  # noqa: BLE001 - an error that cannot be told must still be shown
        return f"(its text cannot be had: str() raised {type(another).__name__})"


def _message(error: object) -> str:
    notes = getattr(error, "__notes__", ())
    told = notes if isinstance(notes, (list, tuple)) else ()
    return "\n\n".join(filter(None, (_own_message(error), *map(str, told))))


def _own_message(error: object) -> str:
    if isinstance(error, SyntaxError):
        return f"{error.msg} (line {error.lineno})"
    return words(error)


def user_traceback(error: object, script: str = "") -> tuple[str, ...]:
    """Return the traceback as lines, without the frames of this package; frames of `script` say "in this cell"."""
    stack = traceback.extract_tb(getattr(error, "__traceback__", None))
    frames = [f for f in stack if not f.filename.startswith(_OURS)]
    lines = traceback.format_list(frames)
    if isinstance(error, SyntaxError):
        lines.extend(traceback.format_exception_only(error)[:-1])
    ours = f'  File "{script}", line'
    told = [text.replace(ours, "  In this cell, line", 1) if script else text for text in lines]
    return tuple(line.rstrip("\n") for text in told for line in text.splitlines())


def user_line(error: object, filename: str) -> int | None:
    """Return the last line of `filename` that the error came through."""
    line = None
    step: TracebackType | None = getattr(error, "__traceback__", None)
    while step is not None:
        if step.tb_frame.f_code.co_filename == filename:
            line = step.tb_lineno
        step = step.tb_next
    return line
