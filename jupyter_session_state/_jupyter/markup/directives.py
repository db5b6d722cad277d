"""What Streamlit's Markdown adds to Markdown (colours, icons by name, formulas), as markdown-it rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.emoji import NAMED, emoji
from jupyter_session_state._jupyter.markup.escape import escape, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

ICON_LIMIT: Final = 40

_DIRECTIVE: Final = re.compile(
    r":(blue|green|orange|red|violet|gray|grey|yellow|primary|rainbow|small|shimmer)(-background|-badge)?\["
)
_OWN_COLOUR: Final = re.compile(r":color\[")
_COLOURS: Final = re.compile(
    r"""\{((?:\s*(?:foreground|background)=(?:"[^"{}]{1,60}"|'[^'{}]{1,60}'))+)\s*\}"""
)
_COLOUR_PART: Final = re.compile(r"""(foreground|background)=["']([^"']+)["']""")
_COLOUR: Final = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,30}|(?:rgb|hsl)a?\([\d\s.,%]{3,40}\)", re.IGNORECASE
)
_MATERIAL: Final = re.compile(r":material/([a-z0-9_]{1,60}):")
_FORMULA: Final = re.compile(r"\$(?![\s$])((?:[^$\\\n]|\\.){1,2000}?)(?<!\s)\$(?![\d$])")
_DISPLAY_FORMULA: Final = re.compile(r"\$\$((?:[^$\\]|\\.|\$(?!\$)){1,5000}?)\$\$", re.DOTALL)

_SYMBOLS: Final = {
    "add": "+",
    "arrow_back": "←",
    "arrow_downward": "↓",
    "arrow_forward": "→",
    "arrow_upward": "↑",
    "bar_chart": "📊",
    "calendar_month": "📅",
    "check": "✓",
    "check_circle": "✅",
    "close": "✕",
    "delete": "🗑️",
    "download": "⬇️",
    "edit": "✏️",
    "error": "❗",
    "favorite": "❤️",
    "folder": "📁",
    "home": "🏠",
    "info": "\u2139\ufe0f",
    "lightbulb": "💡",
    "link": "🔗",
    "lock": "🔒",
    "mail": "✉️",
    "menu": "☰",
    "person": "👤",
    "play_arrow": "▶",
    "refresh": "↻",
    "remove": "-",
    "save": "💾",
    "schedule": "🕒",
    "search": "🔍",
    "send": "➤",
    "settings": "⚙️",
    "star": "⭐",
    "stop": "⏹",
    "thumb_down": "👎",
    "thumb_up": "👍",
    "undo": "↶",
    "upload": "⬆️",
    "visibility": "👁️",
    "warning": "⚠️",
}


def install(parser: MarkdownIt) -> None:
    """Teach a parser these rules."""
    parser.inline.ruler.before("link", "jss_directive", _directive)
    parser.inline.ruler.before("link", "jss_colour", _colour)
    parser.inline.ruler.before("link", "jss_icon", _icon)
    parser.inline.ruler.before("escape", "jss_formula", _formula)
    parser.add_render_rule("jss_symbol", _symbol_html)
    parser.block.ruler.before("fence", "jss_formula_block", _formula_block, {"alt": ["paragraph"]})


def icon_text(icon: str) -> str:
    """Return an icon parameter (an emoji or ``:material/name:``) as characters to read."""
    material = _MATERIAL.fullmatch(icon)
    return _material(material[1]) if material else icon


def icon_mark(icon: object) -> str:
    """Return an icon parameter as HTML; nothing for none."""
    text = str(icon or "")
    material = _MATERIAL.fullmatch(text)
    if material is None:
        return escape(shorten(text, ICON_LIMIT))
    return (
        f'<span class="jss-symbol" {symbol(material[1])}><span>{escape(_material(material[1]))}</span></span>'
    )


def icon_html(icon: object) -> str:
    """Return an icon parameter as HTML that is not read out, because the words beside it say all; nothing for none."""
    return f'<span aria-hidden="true">{icon_mark(icon)}</span>' if icon else ""


def symbol(name: str) -> str:
    """Return the attribute by which a page that has the font knows a Material icon (`js/src/views/symbols.ts`)."""
    return f'data-jss-symbol="{name}"'


def _symbol_html(_self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    """Show a Material icon among words: a picture with a name of its own, as in Streamlit."""
    token = tokens[index]
    name = token.meta["symbol"]
    said = f'role="img" aria-label="{name.replace("_", " ")} icon"'
    return f'<span class="jss-symbol" {symbol(name)} {said}><span>{escape(token.content)}</span></span>'


def _directive(state: StateInline, silent: bool) -> bool:
    start = _DIRECTIVE.match(state.src, state.pos)
    if start is None:
        return False
    end = state.md.helpers.parseLinkLabel(state, start.end() - 1)
    if end < 0:
        return False
    if not silent:
        _span(state, start, end)
    state.pos = end + 1
    return True


def _colour(state: StateInline, silent: bool) -> bool:
    """Show ``:color[text]{foreground="#d50000" background="hsl(60,100%,90%)"}`` in these colours."""
    start = _OWN_COLOUR.match(state.src, state.pos)
    end = -1 if start is None else state.md.helpers.parseLinkLabel(state, start.end() - 1)
    told = _COLOURS.match(state.src, end + 1) if end >= 0 else None
    if start is None or told is None:
        return False
    if not silent:
        names = {"foreground": "color", "background": "background-color"}
        parts = [
            (names[name], value) for name, value in _COLOUR_PART.findall(told[1]) if _COLOUR.fullmatch(value)
        ]
        _span(state, start, end, style=";".join(f"{name}:{value}" for name, value in parts))
    state.pos = told.end()
    return True


def _span(state: StateInline, start: re.Match[str], end: int, **attributes: str) -> None:
    token = state.push("jss_span_open", "span", 1)
    shown = attributes or {"class": _classes(start[1].replace("grey", "gray"), start[2])}
    for name, value in shown.items():
        if value:
            token.attrSet(name, value)
    outer_end = state.posMax
    state.pos, state.posMax = start.end(), end
    state.md.inline.tokenize(state)
    state.posMax = outer_end
    state.push("jss_span_close", "span", -1)


def _classes(colour: str, form: str | None) -> str:
    if form is None:
        return f"jss-{colour}"
    return f"jss-{colour}-background" + (" jss-badge" if form == "-badge" else "")


def _icon(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != ":":
        return False
    match = _MATERIAL.match(state.src, state.pos) or NAMED.match(state.src, state.pos)
    icon = match and (_material(match[1]) if match.re is _MATERIAL else emoji(match[1]))
    if not match or not icon:
        return False
    if not silent:
        token = state.push("jss_symbol" if match.re is _MATERIAL else "text", "", 0)
        token.content, token.meta["symbol"] = icon, match[1]
    state.pos = match.end()
    return True


def _material(name: str) -> str:
    return _SYMBOLS.get(name) or emoji(name) or name.replace("_", " ")


def _formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    display = _DISPLAY_FORMULA.match(state.src, state.pos)
    match = display or _FORMULA.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        token = state.push("jss_formula", "span", 0)
        token.content = match[0]
        token.meta["display"] = display is not None and "\n" in match[0]
    state.pos = match.end()
    return True


def _formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Lines from one that begins with ``$$`` to a later one that ends so: no Markdown in between."""
    first = _line(state, start_line)
    if not first.startswith("$$"):
        return False
    last = _closing_line(state, start_line, end_line)
    if last is None:
        return False
    if not silent:
        token = state.push("jss_formula", "div", 0)
        token.content = "\n".join(_line(state, line) for line in range(start_line, last + 1))
        token.meta["display"] = True
        token.block = True
        state.line = last + 1
    return True


def _closing_line(state: StateBlock, start_line: int, end_line: int) -> int | None:
    for line in range(start_line, end_line):
        text = _line(state, line)
        if text.endswith("$$") and line > start_line:
            return line
    return None


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
