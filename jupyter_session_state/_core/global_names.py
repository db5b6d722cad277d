"""Which global names a piece of code may look up, by its bytecode."""

from __future__ import annotations

import dis
import re
from collections import Counter
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_TEXT: Final = frozenset(
    ("globals", "locals", "vars", "eval", "exec", "get_ipython", "query", "sql", "__main__")
)
"""Names of what finds variables by texts: ``globals()["df"]``, ``frame.query("a > @n")``, a magic."""

_WORD: Final = re.compile(r"[^\W\d]\w*")

# All that takes a name from the table, but for attributes, imports and assignments: an opcode of a Python to come
# counts as a read until it is known.
_NO_READS: Final = re.compile(r"STORE_|IMPORT_|.*ATTR|LOAD_METHOD|LOAD_SUPER")
_READS: Final = frozenset(code for code in dis.hasname if not _NO_READS.match(dis.opname[code]))


def words(text: str) -> frozenset[str]:
    """Return the words of a text that could be names."""
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=4096)
def global_reads(code: CodeType, *, by_text: bool = False) -> frozenset[str]:
    """Return the global names that code looks up or deletes, the functions and classes in it included.

    Parameters
    ----------
    code
        The code of a module, a function or an expression.
    by_text
        Count the words of its texts too. They count anyway where the code mentions one of `BY_TEXT`.
    """
    return frozenset(_reads(code, by_text=by_text or not BY_TEXT.isdisjoint(code.co_names)))


def bound_once(code: CodeType) -> frozenset[str]:
    """Return the names that code binds at one place only, its functions and classes included."""
    return frozenset(name for name, places in Counter(_bindings(code)).items() if places == 1)


def _bindings(code: CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("STORE_NAME", "STORE_GLOBAL"):
            yield str(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _bindings(constant)


def _reads(code: CodeType, *, by_text: bool) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opcode in _READS:
            yield str(instruction.argval)
    for constant in code.co_consts:
        yield from _reads_of_constant(constant, by_text=by_text)


def _reads_of_constant(constant: Any, *, by_text: bool) -> frozenset[str]:
    if isinstance(constant, CodeType):
        return global_reads(constant, by_text=by_text)
    return words(constant) if by_text and isinstance(constant, str) else frozenset()
