"""What a program printed and displayed (nbformat outputs), for pictures of an app that nobody runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import cut, escape, without_ansi
from jupyter_session_state._jupyter.markup.sanitise import clean_raw_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STREAM_LIMIT: Final = 20_000
_PICTURES: Final = ("image/png", "image/jpeg", "image/gif")


def outputs_html(outputs: Iterable[Mapping[str, Any]]) -> str:
    """Show captured outputs, one after the other, in the richest form that is safe."""
    return "".join(map(_output_html, outputs))


def outputs_text(outputs: Iterable[Mapping[str, Any]]) -> str:
    """Return captured outputs as text."""
    return "\n".join(filter(None, map(_output_text, outputs)))


def _output_html(output: Mapping[str, Any]) -> str:
    data = output.get("data") or {}
    for mime in _PICTURES:
        if mime in data:
            source = escape("".join(_joined(data[mime]).split()))
            return f'<img src="data:{mime};base64,{source}" alt="Output picture" style="max-width:100%">'
    rich = clean_raw_html(_joined(data["text/html"])) if "text/html" in data else None
    if rich is not None:
        return f"<div>{rich}</div>"
    shown, note = cut(_output_text(output), STREAM_LIMIT)
    return f"<pre>{escape(shown)}</pre>{note}" if shown else ""


def _output_text(output: Mapping[str, Any]) -> str:
    if output.get("output_type") == "error":
        return f"{output.get('ename', 'Error')}: {output.get('evalue', '')}"
    data = output.get("data") or {}
    text = _joined(output.get("text") or data.get("text/plain") or "")
    return without_ansi(text).rstrip("\n")


def _joined(text: object) -> str:
    return "".join(map(str, text)) if isinstance(text, (list, tuple)) else str(text)
