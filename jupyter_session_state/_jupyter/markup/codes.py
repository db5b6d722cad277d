"""Program text with colours, read by Pygments in the kernel."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import cut, escape, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CODE_LIMIT: Final = 200_000
_COLOURED: Final = 60_000  # characters: longer texts are shown without colours, at once
_PLAIN: Final = frozenset(("", "none", "plaintext", "plain", "text", "txt"))
# By the beginning of what Pygments calls a token; the longest one that fits counts.
_CLASSES: Final = (
    ("Token.Comment", "comment"),
    ("Token.Keyword.Constant", "constant"),
    ("Token.Keyword", "keyword"),
    ("Token.Literal.Number", "number"),
    ("Token.Literal.String", "string"),
    ("Token.Name.Attribute", "property"),
    ("Token.Name.Builtin", "builtin"),
    ("Token.Name.Class", "name"),
    ("Token.Name.Decorator", "meta"),
    ("Token.Name.Exception", "builtin"),
    ("Token.Name.Function", "name"),
    ("Token.Name.Namespace", "name"),
    ("Token.Name.Tag", "keyword"),
    ("Token.Operator.Word", "keyword"),
    ("Token.Operator", "operator"),
    ("Token.Generic.Deleted", "deleted"),
    ("Token.Generic.Inserted", "inserted"),
    ("Token.Generic.Heading", "name"),
)


def code_html(props: Mapping[str, Any], *, copies: bool = True) -> str:
    """Show a program text; with a button that copies it, where there is a view to do so."""
    text, note = cut(sound(str(props.get("body", ""))), CODE_LIMIT)
    lines = coloured(text, str(props.get("language") or ""))
    classes = ["jss-code"]
    if props.get("line_numbers"):
        classes.append("jss-numbered")
        lines = "\n".join(f'<span class="jss-line">{line}</span>' for line in lines.split("\n"))
    if props.get("wrap_lines"):
        classes.append("jss-wrap")
    button = '<button type="button" class="jss-copy" data-jss-action="copy">Copy</button>' if copies else ""
    style = f' style="{size}"' if (size := _size(props)) else ""
    pre = f'<pre tabindex="0"><code>{lines}</code></pre>'
    return f'<div class="{" ".join(classes)}"{style}>{button}{pre}</div>{note}'


def _size(props: Mapping[str, Any]) -> str:
    sizes = [
        f"{name}:{size}px"
        for name in ("height", "width")
        if isinstance(size := props.get(name), int) and not isinstance(size, bool)
    ]
    return ";".join([*sizes, *(["width:fit-content"] if props.get("width") == "content" else [])])


def coloured(text: str, language: str) -> str:
    """Return a program text as HTML; a word in colour never goes over the end of a line."""
    lexer = None if language.lower() in _PLAIN or len(text) > _COLOURED else _lexer(language.lower()[:60])
    if lexer is None:
        return escape(text)
    try:
        return "".join(_pieces(lexer.get_tokens_unprocessed(text)))
    except Exception:  # noqa: BLE001 - a lexer that fails is no reason not to show the text
        return escape(text)


def _pieces(tokens: Iterable[tuple[int, Any, str]]) -> Iterator[str]:
    for _, kind, text in tokens:
        name = _class_of(str(kind))
        for number, line in enumerate(text.split("\n")):
            if number:
                yield "\n"
            if line:
                yield f'<span class="jss-tok-{name}">{escape(line)}</span>' if name else escape(line)


@lru_cache(maxsize=256)
def _class_of(kind: str) -> str:
    fitting = [(start, name) for start, name in _CLASSES if kind.startswith(start)]
    return max(fitting, key=lambda found: len(found[0]))[1] if fitting else ""


@lru_cache(maxsize=64)
def _lexer(language: str) -> Any:
    """Return what reads a language; None if nobody knows it."""
    try:
        return import_module("pygments.lexers").get_lexer_by_name(language)
    except Exception:  # noqa: BLE001 - not installed, or no such language: shown plainly either way
        return None
