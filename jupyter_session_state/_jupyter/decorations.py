"""What a container has to know of its controls: help, sizes, icons, rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jupyter_session_state._jupyter.buttons import button_html, button_label
from jupyter_session_state._jupyter.markup import icon_mark, label_html
from jupyter_session_state._jupyter.markup.escape import escape, sound

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Element

Decoration = dict[str, Any]

_FIELDS = frozenset({"Text", "Password", "Textarea", "Combobox", "Dropdown"})
"""Core views whose fields we mend; the others look after icon and rules themselves."""

_BUTTONS = frozenset({"Button", "Download", "Link", "Menu"})
_KEYBOARDS = {"email": "email", "url": "url", "phone": "tel", "search": "search"}
_NAMES_OF_KEYS = {
    "ctrl": "Control",
    "cmd": "Meta",
    "alt": "Alt",
    "shift": "Shift",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    **{way: f"Arrow{way.capitalize()}" for way in ("left", "right", "up", "down")},
}


def decoration(element: Element) -> Decoration:
    """Return what the container of a control has to know of it."""
    props = element.props
    found: Decoration = {**_sizes(element), **_field(element), **_marked(element)}
    if props.get("help"):
        found["help"] = label_html(str(props["help"]))
    if props.get("label_visibility", "visible") != "visible":
        found["label"] = props["label_visibility"]
    names = _classes(element)
    if names:
        found["class"] = " ".join(names)
    attributes = _attributes(element)
    if attributes:
        found["attrs"] = attributes
    return found


def _classes(element: Element) -> list[str]:
    props = element.props
    names = []
    if element.view in _BUTTONS:
        names.append(f"jss-{props['type']}")
    if props.get("width") == "stretch" and element.view in _BUTTONS:
        names.append("jss-stretch")
    if props.get("wrap") is False or (element.view in _BUTTONS and not props.get("wrap")):
        names.append("jss-one-line")
    if props.get("continued"):
        names.append("jss-continued")
    return names


def _sizes(element: Element) -> Decoration:
    sizes = {name: element.props.get(name) for name in ("width", "height")}
    found: Decoration = {name: size for name, size in sizes.items() if isinstance(size, int)}
    if sizes["height"] in ("content", "stretch"):
        found["height"] = sizes["height"]
    return found


def _field(element: Element) -> Decoration:
    """Return icon and rules of a field that core ipywidgets draw."""
    props = element.props
    if element.view not in _FIELDS:
        return {}
    icon, rules = icon_mark(props.get("icon")), _rules(element)
    return {**({"icon": icon} if icon else {}), **({"rules": rules} if rules else {})}


def _marked(element: Element) -> Decoration:
    """Return label and icon of a core button, which has plain text alone, where they are more than that."""
    if element.view != "Button":
        return {}
    html = button_html(element.props)
    return {} if html == escape(button_label(element.props)) else {"html": html}


def _rules(element: Element) -> Decoration:
    props = element.props
    rules = {
        "required": props.get("required"),
        "pattern": props.get("pattern"),
        "max": props.get("max_chars"),
    }
    found = {name: sound(rule) if isinstance(rule, str) else rule for name, rule in rules.items() if rule}
    if props.get("message") and "pattern" in found:
        found["message"] = sound(props["message"])
    if props.get("live") is not None and element.form is None:
        found["live"] = props["live"]
    if element.view == "Textarea" or (element.view in ("Text", "Password") and found):
        found["hint"] = True
    return found


def _attributes(element: Element) -> Mapping[str, Any]:
    props = element.props
    shortcut, keyboard = props.get("shortcut"), _KEYBOARDS.get(str(props.get("type")))
    found = {
        "maxlength": props.get("max_chars"),
        "autocomplete": props.get("autocomplete"),
        "inputmode": keyboard if element.view in _FIELDS else None,
        "role": "switch" if element.view == "Switch" else None,
        "data-jss-shortcut": shortcut,
        "aria-keyshortcuts": _spoken(shortcut) if shortcut else None,
    }
    return {name: value for name, value in found.items() if value}


def _spoken(shortcut: str) -> str:
    """Return a shortcut as the attribute for assistive technology has it: ``Control+K``."""
    return "+".join(_NAMES_OF_KEYS.get(word, word.capitalize()) for word in shortcut.split("+"))
