"""Formulas in LaTeX as MathML, which browsers draw by themselves: no script and no fonts have to be sent.

What the converter makes is written out here once more, from an allow-list: whatever an author puts into a formula, only
elements and attributes of MathML that say how something looks come out.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import escape, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST: Final = 5_000
_DEEPEST: Final = 100


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS: Final = _words(
    "math mrow mi mn mo ms mtext mspace msup msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd"
    " mstyle menclose mpadded mphantom mmultiscripts mprescripts none"
)
_ATTRIBUTES: Final = _words(
    "accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form height largeop"
    " linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation"
    " rowalign rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width"
)
_PARTS: Final = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""Elements with a fixed number of parts: one that lacks some is half a formula."""
_VALUE: Final = re.compile(r"[\w .,%#+-]{1,100}")
_COMMAND: Final = re.compile(r"\s*\\[a-zA-Z]+\s*")


class UnreadableError(Exception):
    """A formula that cannot be read; the message says why."""


def formula_html(source: str, *, display: bool) -> str:
    """Return a formula as MathML, or its source with a quiet remark if it cannot be read.

    Parameters
    ----------
    source
        LaTeX, without the dollar signs around it.
    display
        Whether it stands on a line of its own.
    """
    try:
        return _converted(source, display)
    except UnreadableError as error:
        return _source(source, str(error), display=display)


@lru_cache(maxsize=512)
def _converted(source: str, display: bool) -> str:
    if len(source) > LONGEST:
        raise UnreadableError(f"it has {len(source):,} characters, and {LONGEST:,} are the most that is read")
    convert = _converter()
    if convert is None:
        raise UnreadableError("the package latex2mathml is not installed: pip install latex2mathml")
    try:
        tree = convert(source, display="block" if display else "inline")
    except RecursionError:
        raise UnreadableError("it is nested too deeply") from None
    except Exception as error:  # the converter has no base class for what it raises
        raise UnreadableError(_reason(error)) from error
    return "".join(_written(tree, 0))


@lru_cache(maxsize=1)
def _converter() -> Callable[..., Any] | None:
    """Return the converter, loaded when the first formula comes: it reads large tables."""
    try:
        convert: Callable[..., Any] = import_module("latex2mathml.converter").convert_to_element
    except ImportError:
        return None
    return convert


def _reason(error: Exception) -> str:
    """Return the name of an error as words: ``DoubleSuperscriptsError`` is "double superscripts"."""
    name = type(error).__name__.removesuffix("Error")
    words = " ".join(word.lower() for word in re.findall(r"[A-Z][a-z]*", name))
    return {"no available tokens": "something is missing at its end"}.get(words, words)


def _written(node: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise UnreadableError("it is nested too deeply")
    text = html.unescape(node.text or "")
    if node.tag == "mi" and _COMMAND.fullmatch(text):
        raise UnreadableError(f"{text.strip()} is not known")
    if len(node) != _PARTS.get(node.tag, len(node)):
        raise UnreadableError("something is missing in it")
    known = node.tag in _ELEMENTS
    if known:
        told = [f' {name}="{escape(value)}"' for name, value in node.attrib.items() if _is_look(name, value)]
        yield f"<{node.tag}{''.join(told)}>"
    yield escape(text)
    for child in node:
        yield from _written(child, depth + 1)
        yield escape(html.unescape(child.tail or ""))
    if known:
        yield f"</{node.tag}>"


def _is_look(name: str, value: str) -> bool:
    return name in _ATTRIBUTES and _VALUE.fullmatch(value) is not None


def _source(source: str, why: str, *, display: bool) -> str:
    code, remark = escape(shorten(source.strip(), LONGEST)), f"This formula cannot be shown: {escape(why)}."
    if not display:
        return f'<code title="{remark}">{code}</code>'
    return f'<code>{code}</code> <span class="jss-math-error">{remark}</span>'
