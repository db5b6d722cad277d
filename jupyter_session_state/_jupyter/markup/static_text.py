"""The app in plain words, for where not even HTML can be shown."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup import media
from jupyter_session_state._jupyter.markup.charts import chart_text
from jupyter_session_state._jupyter.markup.directives import icon_text
from jupyter_session_state._jupyter.markup.editors import editor_text
from jupyter_session_state._jupyter.markup.escape import shorten, sound, without_ansi
from jupyter_session_state._jupyter.markup.helps import help_text
from jupyter_session_state._jupyter.markup.markdown import plain_label
from jupyter_session_state._jupyter.markup.metrics import metric_text
from jupyter_session_state._jupyter.markup.outputs import outputs_text
from jupyter_session_state._jupyter.markup.tables import table_text
from jupyter_session_state._jupyter.markup.values import BUTTONS, label_of, value_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jupyter_session_state._core.element import Element

LINES_LIMIT: Final = 60
ITEM_LIMIT: Final = 400
_TAG: Final = re.compile(r"<[^<>]{1,2000}>")


def static_text(tree: Element) -> str:
    """
    Return the whole app as a few lines of text; values of password fields are masked.

    Parameters
    ----------
    tree
        The root of what a run drew.
    """
    lines: list[str] = []
    for line in _lines(tree):
        if len(lines) == LINES_LIMIT:
            lines.append("…")
            break
        lines.append(line)
    return "\n".join(lines)


def _lines(tree: Element) -> Iterator[str]:
    for element in tree.walk():
        text = sound(_text(element))
        yield from (line.rstrip() for line in shorten(text, ITEM_LIMIT).splitlines() if line.strip())


def _text(element: Element) -> str:
    if element.is_container:
        return _container(element)
    if element.kind == "output":
        return outputs_text(element.value or element.props.get("outputs") or ())
    if element.id or element.view:
        return _control(element)
    show = _SHOWN.get(element.kind, _body)
    return show(element.props)


def _container(element: Element) -> str:
    if element.kind == "chat_message":
        return f"{plain_label(str(element.props.get('name_shown', '')))}:"
    is_named = element.kind in ("dialog", "expander", "popover", "status", "tab")
    return f"{plain_label(str(element.props.get('label', '')))}:" if is_named else ""


def _page_link(props: Mapping[str, Any]) -> str:
    words, address = plain_label(str(props.get("label") or "")), props.get("address")
    return f"[{words}]" if address is None else f"{words}: {address}"


def _control(element: Element) -> str:
    if element.kind == "data_editor":
        return editor_text(element)
    if element.view == "Chart":
        return chart_text(element)
    if element.view == "Grid":
        return table_text(element.props)
    label = label_of(element)
    if element.kind in BUTTONS:
        return f"[{label}]"
    value = value_text(element)
    return f"{label}: {value}" if label else value


def _body(props: Mapping[str, Any]) -> str:
    text = str(props.get("body") or "")
    return html.unescape(_TAG.sub("", text)) if props.get("unsafe_allow_html") else text


def _without_tags(props: Mapping[str, Any]) -> str:
    return html.unescape(_TAG.sub("", str(props.get("body") or "")))


def _heading(mark: str, props: Mapping[str, Any]) -> str:
    return f"{mark} {plain_label(_body(props))}"


def _alert(kind: str, props: Mapping[str, Any]) -> str:
    icon = icon_text(str(props.get("icon") or ""))
    words = (icon, f"{kind.capitalize()}:", plain_label(str(props.get("title") or "")), _body(props))
    return " ".join(filter(None, words))


def _exception(props: Mapping[str, Any]) -> str:
    line = f" (line {props['line']})" if props.get("line") else ""
    return without_ansi(f"{props.get('type') or 'Exception'}{line}: {props.get('message', '')}")


def _progress(props: Mapping[str, Any]) -> str:
    return f"{plain_label(str(props.get('text') or 'Progress'))}: {int(props.get('value') or 0)} %"


def _link_button(props: Mapping[str, Any]) -> str:
    return f"[{plain_label(str(props.get('label') or ''))}]"


def _nothing(_props: Mapping[str, Any]) -> str:
    return ""


_SHOWN: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "audio": partial(media.media_text, "audio"),
    "balloons": _nothing,
    "dataframe": table_text,
    "exception": _exception,
    "header": partial(_heading, "##"),
    "help": help_text,
    "html": _without_tags,
    "iframe": partial(media.media_text, "iframe"),
    "image": media.images_text,
    "link_button": _link_button,
    "metric": metric_text,
    "page_link": _page_link,
    "progress": _progress,
    "pdf": partial(media.media_text, "pdf"),
    "pyplot": partial(media.picture_text, "pyplot"),
    "skeleton": _nothing,
    "snow": _nothing,
    "spinner": _nothing,
    "subheader": partial(_heading, "###"),
    "table": table_text,
    "title": partial(_heading, "#"),
    "toast": _nothing,
    "video": partial(media.media_text, "video"),
    **{kind: partial(_alert, kind) for kind in ("error", "info", "success", "warning")},
}
