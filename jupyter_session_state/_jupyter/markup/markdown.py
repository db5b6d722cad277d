"""Markdown to HTML, with the rules of Streamlit's Markdown, sanitised."""

from __future__ import annotations

import re
import secrets
import textwrap
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup import directives, text_rules
from jupyter_session_state._jupyter.markup.codes import coloured
from jupyter_session_state._jupyter.markup.escape import cut, escape, shorten, sound
from jupyter_session_state._jupyter.markup.formulas import formula_html
from jupyter_session_state._jupyter.markup.sanitise import (
    ID_PREFIX,
    clean_raw_html,
    clean_text_html,
    inner_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

MARKDOWN_LIMIT: Final = 100_000  # characters of one body; parsing costs up to a second or so at this size
LABEL_LIMIT: Final = 2_000
_KEPT: Final = 8_000  # longer texts are not kept in the caches
_WORDS: Final = re.compile(r"[^\W_]+")
_BARE: Final = re.compile(
    r"[^\W_]+(?: [^\W_]+)*"
)  # letters and digits are no markup: most labels need no parser


def markdown_html(body: str, *, unsafe_html: bool = False) -> str:
    """
    Return Markdown as HTML that is safe to put into a page.

    Parameters
    ----------
    body
        The text as its author wrote it; a common indentation is taken off.
    unsafe_html
        Let raw HTML through, as far as it cannot run or reach out of its box. Otherwise it is shown as text.
        Where no sanitiser can be had it is shown as text in any case.
    """
    shown, note = cut(sound(textwrap.dedent(body).strip()), MARKDOWN_LIMIT)
    render = _rendered if len(shown) <= _KEPT else _rendered.__wrapped__
    return render(shown, unsafe_html) + note


def label_html(label: str) -> str:
    """Return one line of Markdown (a label, a title) as HTML: emphasis, code, links; the rest stays as is."""
    text = _label(label)
    return text if _BARE.fullmatch(text) else _rendered_inline(text)


def plain_label(label: str) -> str:
    """Return a label without its markup, for titles and screen readers (plain text: escape it)."""
    return _plain_inline(_label(label))


def slug(text: str) -> str:
    """Return the id under which a heading with this plain text can be linked to."""
    words = "-".join(_WORDS.findall(text.lower()))[:80]
    return ID_PREFIX + (words or f"{zlib.crc32(sound(text).encode()):x}")


def _label(label: str) -> str:
    return shorten(" ".join(sound(label).split()), LABEL_LIMIT)


@lru_cache(maxsize=512)
def _rendered(body: str, unsafe_html: bool) -> str:
    env: dict[str, Any] = {}
    cleaned = clean_raw_html(_parser(True).render(body, env)) if unsafe_html else None
    if cleaned is None:
        env = {}
        cleaned = clean_text_html(_parser(False).render(body, env))
    return _with_formulas(cleaned, env)


@lru_cache(maxsize=1024)
def _rendered_inline(text: str) -> str:
    env: dict[str, Any] = {}
    return _with_formulas(clean_text_html(_parser(False).renderInline(text, env)), env)


@lru_cache(maxsize=1024)
def _plain_inline(text: str) -> str:
    tokens = _parser(False).parseInline(text)
    return "".join(_texts(tokens[0].children or ())).strip() if tokens else ""


@lru_cache(maxsize=2)
def _parser(raw_html: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": raw_html, "xhtmlOut": False}).enable(
        ["table", "strikethrough"]
    )
    directives.install(parser)
    text_rules.install(parser)
    parser.core.ruler.push("jss_links", _finish)
    parser.add_render_rule("jss_formula", _formula_html)
    parser.add_render_rule("fence", _fence_html)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    return parser


def _finish(state: StateCore) -> None:
    """Give headings an id and send links elsewhere to another tab."""
    for position, token in enumerate(state.tokens):
        children = token.children or ()
        if token.type == "heading_open":
            content = state.tokens[position + 1].children or ()
            token.attrSet("id", slug("".join(_texts(content))))
        for child in children:
            if child.type == "link_open":
                _finish_link(child)


def _finish_link(link: Token) -> None:
    href = str(link.attrGet("href") or "")
    if href.startswith("#"):
        link.attrSet("href", inner_link(href))
        return
    link.attrSet("target", "_blank")
    link.attrSet("rel", "noopener noreferrer")


def _texts(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type == "image":
            yield from _texts(token.children or ())
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.nesting == 0 and token.type != "html_inline":
            yield token.content


# The gate at the end knows no MathML, whose rules of reading are a maze: formulas are put in behind it. No author can
# write what stands for one meanwhile.
_STAND_IN: Final = f"jssformula{secrets.token_hex(8)}n"
_STANDS: Final = re.compile(rf"{_STAND_IN}(\d+)n")


def _formula_html(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    token, formulas = tokens[index], env.setdefault("formulas", [])
    classes = "jss-math jss-math-display" if token.meta["display"] else "jss-math"
    ending = "\n" if token.block else ""
    source = token.content.strip("$" if len(token.content) > 4 or not token.meta["display"] else "")
    formulas.append((source, token.meta["display"]))
    return f'<{token.tag} class="{classes}">{_STAND_IN}{len(formulas) - 1}n</{token.tag}>{ending}'


def _with_formulas(markup: str, env: dict[str, Any]) -> str:
    formulas = env.get("formulas")
    if not formulas:
        return markup

    def put_in(found: re.Match[str]) -> str:
        source, display = formulas[int(found[1])]
        return formula_html(source, display=display)

    return _STANDS.sub(put_in, markup)


def _fence_html(_self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    token = tokens[index]
    language = token.info.strip().partition(" ")[0]
    named = f' class="language-{escape(language)}"' if language else ""
    code = f"<pre><code{named}>{coloured(token.content, language)}</code></pre>"
    # Pages that can draw it put the picture in the place of the source.
    return f'<div class="jss-diagram">{code}</div>\n' if language == "mermaid" else f"{code}\n"


def _table_open(*_: Any) -> str:
    return '<div class="jss-scroll"><table>\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"
