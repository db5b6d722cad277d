"""From what an app drew to HTML that is safe to put into a page; pure functions, no widgets."""

from __future__ import annotations

from jupyter_session_state._jupyter.markup.directives import icon_html, icon_mark, icon_text
from jupyter_session_state._jupyter.markup.items import item_html
from jupyter_session_state._jupyter.markup.markdown import label_html, markdown_html, plain_label
from jupyter_session_state._jupyter.markup.sanitise import safe_link
from jupyter_session_state._jupyter.markup.static_page import static_page
from jupyter_session_state._jupyter.markup.static_text import static_text

__all__ = [
    "icon_html",
    "icon_mark",
    "icon_text",
    "item_html",
    "label_html",
    "markdown_html",
    "plain_label",
    "safe_link",
    "static_page",
    "static_text",
]
