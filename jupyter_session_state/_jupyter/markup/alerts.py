"""Coloured boxes: what went wrong, what went well, and exceptions with their traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.directives import icon_mark
from jupyter_session_state._jupyter.markup.escape import cut, escape, shorten, without_ansi
from jupyter_session_state._jupyter.markup.markdown import label_html, markdown_html
from jupyter_session_state._jupyter.markup.placing import placed

if TYPE_CHECKING:
    from collections.abc import Mapping

MESSAGE_LIMIT: Final = 20_000
TRACEBACK_LIMIT: Final = 50_000
_URGENT: Final = frozenset({"error", "exception"})  # a screen reader interrupts for these


def alert_html(kind: str, props: Mapping[str, Any]) -> str:
    """Show an error, warning, info or success: an icon and a title if given, and a text in Markdown."""
    title = props.get("title")
    head = f'<p class="jss-alert-title"><strong>{label_html(str(title))}</strong></p>' if title else ""
    body = markdown_html(str(props.get("body", "")))
    shown = _box(kind, kind, _icon(props.get("icon")) + f'<div class="jss-alert-body">{head}{body}</div>')
    return placed(shown, props)


def exception_html(props: Mapping[str, Any]) -> str:
    """Show an exception: its type and message, and the traceback folded below."""
    message, note = cut(without_ansi(str(props.get("message", ""))), MESSAGE_LIMIT)
    name = escape(shorten(str(props.get("type") or "Exception"), 200))
    line = f" (line {int(props['line'])})" if props.get("line") else ""
    colon = ":" if message else ""
    head = f'<p class="jss-exception-head"><strong>{name}{line}{colon}</strong> {escape(message)}</p>{note}'
    colour = "warning" if props.get("is_warning") else "error"
    body = head + _traceback(props.get("traceback") or ())
    return placed(_box("exception", colour, f'<div class="jss-alert-body">{body}</div>'), props)


def _box(kind: str, colour: str, content: str) -> str:
    role = "alert" if kind in _URGENT else "status"
    return f'<div class="jss-alert jss-alert-{colour}" role="{role}">{content}</div>'


def _icon(icon: object) -> str:
    if not icon:
        return ""
    return f'<span class="jss-alert-icon" aria-hidden="true">{icon_mark(icon)}</span>'


def _traceback(lines: tuple[str, ...]) -> str:
    if not lines:
        return ""
    text = "\n".join(line.rstrip("\n") for line in lines)
    shown, note = cut(without_ansi(text), TRACEBACK_LIMIT)
    return f'<details><summary>Traceback</summary><pre tabindex="0">{escape(shown)}</pre>{note}</details>'
