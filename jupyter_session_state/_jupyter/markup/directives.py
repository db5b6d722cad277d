"""What Streamlit's Markdown adds to Markdown (colours, icons by name, formulas), as markdown-it rules."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_DIRECTIVE: Final = re.compile(
    r":(blue|green|orange|red|violet|gray|grey|yellow|primary|rainbow|small)(-background|-badge)?\["
)
_MATERIAL: Final = re.compile(r":material/([a-z0-9_]{1,60}):")
_SHORTCODE: Final = re.compile(r":([a-z+-][a-z0-9_+-]{0,40}):")
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
_SHORTCODES: Final = {
    "+1": "👍",
    "-1": "👎",
    "balloon": "🎈",
    "blush": "😊",
    "boom": "💥",
    "chart": "📈",
    "chart_with_upwards_trend": "📈",
    "cry": "😢",
    "exclamation": "❗",
    "eyes": "👀",
    "fire": "🔥",
    "grin": "😁",
    "heart": "❤️",
    "heavy_check_mark": "✔️",
    "hourglass": "⌛",
    "joy": "😂",
    "laughing": "😆",
    "mag": "🔍",
    "ok_hand": "👌",
    "question": "❓",
    "smile": "😄",
    "smiley": "😃",
    "sparkles": "✨",
    "star": "⭐",
    "sunglasses": "😎",
    "sunny": "☀️",
    "tada": "🎉",
    "thinking": "🤔",
    "thumbsdown": "👎",
    "thumbsup": "👍",
    "warning": "⚠️",
    "wave": "👋",
    "white_check_mark": "✅",
    "wink": "😉",
    "x": "❌",
    "zap": "⚡",
}


def install(parser: MarkdownIt) -> None:
    """Teach a parser these rules."""
    parser.inline.ruler.before("link", "jss_directive", _directive)
    parser.inline.ruler.before("link", "jss_icon", _icon)
    parser.inline.ruler.before("escape", "jss_formula", _formula)
    parser.block.ruler.before("fence", "jss_formula_block", _formula_block, {"alt": ["paragraph"]})


def icon_text(icon: str) -> str:
    """Return an icon parameter (an emoji or ``:material/name:``) as characters to read."""
    material = _MATERIAL.fullmatch(icon)
    return _material(material[1]) if material else icon


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


def _span(state: StateInline, start: re.Match[str], end: int) -> None:
    token = state.push("jss_span_open", "span", 1)
    token.attrSet("class", _classes(start[1].replace("grey", "gray"), start[2]))
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
    match = _MATERIAL.match(state.src, state.pos) or _SHORTCODE.match(state.src, state.pos)
    icon = match and (_material(match[1]) if match.re is _MATERIAL else _emoji(match[1]))
    if not match or not icon:
        return False
    if not silent:
        state.push("text", "", 0).content = icon
    state.pos = match.end()
    return True


def _material(name: str) -> str:
    return _SYMBOLS.get(name) or _emoji(name) or name.replace("_", " ")


def _emoji(name: str) -> str:
    if name in _SHORTCODES:
        return _SHORTCODES[name]
    try:
        symbol = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return symbol if len(symbol) == 1 and ord(symbol) >= 0x1F300 else ""


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
        token.meta["display"] = display is not None
    state.pos = match.end()
    return True


def _formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Lines from one that begins with ``$$`` to one that ends so: no Markdown in between."""
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
        if text.endswith("$$") and (line > start_line or len(text) > 4):
            return line
    return None


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
