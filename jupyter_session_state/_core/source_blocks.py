"""The source of a `with` block that is being executed."""

from __future__ import annotations

import ast
import linecache
import textwrap
from typing import TYPE_CHECKING

from jupyter_session_state._core.place import line_in

if TYPE_CHECKING:
    from collections.abc import Iterator


def block_at(filename: str) -> str | None:
    """Return the body of the innermost ``with`` whose head is executed in a file; None where that cannot be told."""
    line, lines = line_in(filename), linecache.getlines(filename)
    if line is None or not lines:
        return None
    block = min(_blocks(lines, line), key=len, default=None)
    return None if block is None else textwrap.dedent("".join(block)).rstrip("\n")


def _blocks(lines: list[str], line: int) -> Iterator[list[str]]:
    """Yield the lines in the body of every ``with`` that begins with, or has in its head, this line."""
    try:
        tree = ast.parse("".join(_readable(lines)))
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, (ast.With, ast.AsyncWith)):
            first = min([node.body[0].lineno, *(d.lineno for d in _decorators(node.body[0]))])
            if node.lineno <= line <= max(first - 1, node.lineno) and node.end_lineno:
                yield lines[first - 1 : node.end_lineno]


def _readable(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a cell without what only IPython knows, each in its place."""
    for text in lines:
        yield "\n" if text.lstrip().startswith(("%", "!")) else text


def _decorators(node: ast.stmt) -> list[ast.expr]:
    return list(getattr(node, "decorator_list", ()))
