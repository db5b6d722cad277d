"""What a map says of the object under the pointer: a template of HTML whose names in braces its page fills."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from jupyter_session_state._jupyter.markup.escape import escape, sound
from jupyter_session_state._jupyter.markup.sanitise import clean_raw_html

_CAPITAL: Final = re.compile(r"[A-Z]")


def tip_html(tooltip: Mapping[str, Any]) -> str:
    """Return the template of an author as HTML that may stand in a page.

    Only its texts are filled there, by texts: what an attribute says is what the author wrote.
    """
    style = _style(tooltip.get("style") or {})
    html = tooltip.get("html")
    if html:
        return _boxed(style, str(html)) or escape(sound(str(html)))
    text = escape(sound(str(tooltip.get("text", "")))).replace("\n", "<br>")
    return _boxed(style, text) or text


def _boxed(style: str, body: str) -> str | None:
    return clean_raw_html(sound(f'<div style="{escape(style)}">{body}</div>'))


def _style(given: Mapping[Any, Any]) -> str:
    """Return style in the words of stylesheets; in scripts of pages ``backgroundColor`` is ``background-color``."""
    names = {_CAPITAL.sub(lambda found: f"-{found[0].lower()}", str(name)): given[name] for name in given}
    return ";".join(f"{name}:{value}" for name, value in names.items())
