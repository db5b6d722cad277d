"""How buttons of all sorts and the chat input are made from elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets

from jupyter_session_state._jupyter.markup import icon_html, icon_text, label_html, plain_label, safe_link
from jupyter_session_state._jupyter.markup.escape import sound
from jupyter_session_state._jupyter.view import Traits, View, option_of
from jupyter_session_state._jupyter.views import ChatInput, Download, Link, Menu


def _button(props: Mapping[str, Any]) -> Traits:
    return {"tooltip": plain_label(str(props["help"])) if props.get("help") else None}


def button_label(props: Mapping[str, Any]) -> str:
    """Return label and icon as plain text: the core button shows nothing else (but see `decorations`)."""
    words = [icon_text(props.get("icon") or ""), plain_label(props.get("label") or "")]
    return " ".join(filter(None, words[::-1] if props.get("icon_position") == "right" else words))


def button_html(props: Mapping[str, Any]) -> str:
    """Return label and icon as sanitised HTML."""
    parts = [icon_html(props.get("icon")), label_html(props.get("label") or "")]
    return " ".join(filter(None, parts[::-1] if props.get("icon_position") == "right" else parts))


def _download(props: Mapping[str, Any]) -> Traits:
    return {"reruns": bool(props["reruns"])}


def _link(props: Mapping[str, Any]) -> Traits:
    return {"href": safe_link(props["url"])}


def _menu(props: Mapping[str, Any]) -> Traits:
    return {"options": [option_of(sound(label)) for label in props["options"]]}


def _chat(props: Mapping[str, Any]) -> Traits:
    own = {name: props[name] for name in ("max_chars", "submit_mode")}
    draft = {"draft": props["draft"]} if props.get("draft") else {}
    return {**own, **_files(props), **draft, "placeholder": sound(props["placeholder"])}


def _files(props: Mapping[str, Any]) -> Traits:
    """Return what may go with a text; nothing if that is all."""
    if "max_size" not in props:
        return {}
    flags = ("max_size", "multiple", "accept_file", "accept_audio", "sample_rate")
    return {**{name: props[name] for name in flags}, "types": list(props["file_types"])}


BUTTONS: dict[str, View] = {
    "Button": View(ipywidgets.Button, _button, trait="", label=button_label),
    "Download": View(Download, _download, trait="", label=button_html),
    "Link": View(Link, _link, trait="", label=button_html),
    "Menu": View(Menu, _menu, trait="", label=button_html),
    "ChatInput": View(ChatInput, _chat, trait=""),
}
"""Their views, by the name a `Control` gives."""
