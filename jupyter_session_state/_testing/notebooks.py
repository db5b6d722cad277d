"""The app of a notebook's cell, and what the cells above it make."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jupyter_session_state._testing.errors import AppTestError

if TYPE_CHECKING:
    from pathlib import Path

_APP = re.compile(r"\s*%%stateapp[ \t]+(?P<name>[^\s-][^\s]*)[^\n]*\n?")
_MAGIC = re.compile(r"^([ \t]*)([%!].*|\?+[\w.]+|[\w.]+\?+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """The cell of an app, and the plain cells above it."""

    source: str
    before: tuple[str, ...]


def find_app(path: Path, name: str) -> Found:
    """Return what a notebook has of an app.

    Raises
    ------
    AppTestError
        If the file is no notebook, or has no such app.
    """
    before: list[str] = []
    names: list[str] = []
    for source in _code_cells(path):
        match = _APP.match(source)
        if match is None:
            if not source.lstrip().startswith("%%"):
                before.append(_MAGIC.sub(r"\1pass", source))
        elif match["name"] == name:
            return Found(source[match.end() :], tuple(before))
        else:
            names.append(match["name"])
    known = ", ".join(names) or "none"
    raise AppTestError(f"There is no cell that begins with %%stateapp {name} in {path}. Apps in it: {known}.")


def _code_cells(path: Path) -> list[str]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [_text(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError) as error:
        raise AppTestError(f"{path} is no notebook of format 4: {type(error).__name__}: {error}.") from None


def _text(source: Any) -> str:
    return source if isinstance(source, str) else "".join(source)


def run_cells(cells: tuple[str, ...], namespace: dict[str, Any], path: str) -> None:
    """Run plain cells one after the other.

    Raises
    ------
    AppTestError
        If one raises; the text says which.
    """
    for number, source in enumerate(cells, 1):
        _run_cell(source, f"the plain cell {number} of {path}", namespace)


def _run_cell(source: str, what: str, namespace: dict[str, Any]) -> None:
    try:
        exec(compile(source, f"<{what}>", "exec"), namespace)  # noqa: S102 - it is the author's own notebook
    except Exception as error:
        first = next((line for line in source.splitlines() if line.strip()), "")
        raise AppTestError(
            f"In {what}, which begins {first!r}, there was a {type(error).__name__}: {error}"
        ) from error
