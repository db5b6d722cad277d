"""The cell an app comes from: its file name, so that tracebacks and breakpoints point at it, and its line numbers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyter_session_state._jupyter.host import Host


@dataclass(frozen=True, slots=True)
class Cell:
    """A `%%stateapp` cell as it was executed."""

    body: str
    filename: str
    line_offset: int
    id: str | None

    @property
    def digest(self) -> str:
        """A short name made from the text."""
        return hashlib.blake2b(self.body.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def current_cell(shell: Any, host: Host, body: str) -> Cell:
    """Return the cell being executed, whose text below the magic line is `body`."""
    raw = host.cell_source()
    if raw is None or body not in raw:
        raw = "%%stateapp\n" + body
    offset = raw[: raw.find(body)].count("\n") if body else 1
    source = _plain_python(shell, body) if _has_magics(body) else body
    return Cell(source, _filename(shell, raw), offset, host.cell_id())


def _plain_python(shell: Any, body: str) -> str:
    """Return the body without syntax of IPython's own; it drops blank lines at the top, which count here."""
    text = body.lstrip()
    above = body[: len(body) - len(text)].count("\n")
    return "\n" * above + str(shell.transform_cell(body))


def _has_magics(body: str) -> bool:
    return any(
        line.lstrip().startswith(("%", "!")) or line.rstrip().endswith("?") for line in body.splitlines()
    )


def _filename(shell: Any, raw: str) -> str:
    """Return the name under which IPython, and so the debugger, already knows this very text."""
    compiler = shell.compile
    name: str = compiler.get_code_name(raw, raw, 0)
    numbers: dict[str, int] = getattr(compiler, "_filename_map", {})
    return str(compiler.cache(raw, numbers.get(name, shell.execution_count)))
