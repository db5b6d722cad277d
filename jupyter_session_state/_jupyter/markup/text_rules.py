"""What Streamlit's Markdown makes of plain words: addresses, arrows, tasks of lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'`]{1,2000}")
_ENDS: Final = ".,:;!?*_~)]}"
_SYMBOLS: Final = {"<->": "↔", "<-": "←", "->": "→", "--": "—", ">=": "≥", "<=": "≤", "~=": "≈"}
_SYMBOL: Final = re.compile(r"(?<!\S)(<->|<-|->|--|>=|<=|~=)(?!\S)")
_TASK: Final = re.compile(r"\[([ xX])\] (?=\S)")


def install(parser: MarkdownIt) -> None:
    """Teach a parser these rules."""
    parser.core.ruler.push("jss_words", _words)


def _words(state: StateCore) -> None:
    for position, token in enumerate(state.tokens):
        if token.type == "inline" and token.children:
            if position > 1 and state.tokens[position - 2].type == "list_item_open":
                _mark_task(state.tokens[position - 2], token.children)
            token.children = list(_changed(token.children))


def _mark_task(item: Token, children: list[Token]) -> None:
    found = _TASK.match(children[0].content) if children[0].type == "text" else None
    if found is not None:
        item.attrSet("class", "jss-task")
        mark = "☐" if found[1] == " " else "☑"
        children[0].content = f"{mark} {children[0].content[found.end() :]}"


def _changed(children: list[Token]) -> Iterator[Token]:
    links = 0
    for child in children:
        links += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text":
            yield child
            continue
        child.content = _SYMBOL.sub(lambda found: _SYMBOLS[found[1]], child.content)
        yield from _linked(child) if links == 0 and "://" in child.content else (child,)


def _linked(child: Token) -> Iterator[Token]:
    """Make links of the addresses in a text."""
    done = 0
    for found in _ADDRESS.finditer(child.content):
        address = found[0].rstrip(_ENDS)
        address += ")" * min(address.count("(") - address.count(")"), 1) if "(" in address else ""
        yield _text(child, child.content[done : found.start()])
        opening = _new(child, "link_open", "a", 1)
        opening.attrSet("href", address)
        yield opening
        yield _text(child, address)
        yield _new(child, "link_close", "a", -1)
        done = found.start() + len(address)
    yield _text(child, child.content[done:])


def _text(like: Token, content: str) -> Token:
    token = _new(like, "text", "", 0)
    token.content = content
    return token


def _new(like: Token, kind: str, tag: str, nesting: int) -> Token:
    token = type(like)(kind, tag, nesting)  # type: ignore[arg-type]
    token.level = like.level
    return token
