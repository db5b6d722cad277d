"""The picture of an app that is saved with the notebook: what it showed, without a kernel to run it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.charts import chart_html
from jupyter_session_state._jupyter.markup.codes import code_html
from jupyter_session_state._jupyter.markup.editors import editor_html
from jupyter_session_state._jupyter.markup.escape import escape, note
from jupyter_session_state._jupyter.markup.items import item_html
from jupyter_session_state._jupyter.markup.links import page_link_html
from jupyter_session_state._jupyter.markup.markdown import label_html
from jupyter_session_state._jupyter.markup.outputs import outputs_html
from jupyter_session_state._jupyter.markup.sources import within
from jupyter_session_state._jupyter.markup.tables import table_html, with_table
from jupyter_session_state._jupyter.markup.values import BUTTONS, label_of, value_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_session_state._core.element import Element

PAGE_LIMIT: Final = 256_000  # characters: a notebook must stay quick to open and to compare
PICTURES_LIMIT: Final = 200_000  # of these at most: the words come first
ROWS_LIMIT: Final = 50
_OVERHEAD: Final = 2_000  # kept back for notes and closing tags

# The saved picture may be opened where our stylesheet is not: a bare layout travels in style attributes.
_LINE: Final = "1px solid var(--jp-border-color2, #d0d4d9)"
_BOXES: Final[Mapping[str, str]] = {
    "columns": "display:flex;flex-wrap:wrap;gap:16px",
    "sidebar": f"padding:8px 16px;border:{_LINE};border-radius:8px;margin-bottom:16px",
}
_FRAME: Final = f"border:{_LINE};border-radius:8px;padding:12px 16px;margin:8px 0"
_TINTS: Final[Mapping[str, str]] = {
    "error": "var(--jp-error-color1, #d32f2f)",
    "exception": "var(--jp-error-color1, #d32f2f)",
    "warning": "var(--jp-warn-color1, #b26a00)",
    "success": "var(--jp-success-color1, #2e7d32)",
    "info": "var(--jp-info-color1, #0277bd)",
}


def static_page(tree: Element) -> str:
    """
    Return the whole app as HTML to read: texts, tables and figures, and each control as its label and value.

    Parameters
    ----------
    tree
        The root of what a run drew.

    Notes
    -----
    Values of password fields are masked. The result stays below `PAGE_LIMIT` characters: a figure that does
    not fit is replaced by a note, and so is all that follows once the page is full.
    """
    page = _Page()
    page.node(tree)
    return f'<div class="jss-static">{"".join(page.parts)}</div>'


class _Page:
    """The picture under construction and the room that is left."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.room = PAGE_LIMIT - _OVERHEAD
        self.picture_room = PICTURES_LIMIT
        self.full = False

    def node(self, element: Element) -> None:
        """Add one element, with all it holds."""
        if self.full:
            return
        if element.is_container:
            self._container(element)
        else:
            self._leaf(element)

    def _container(self, element: Element) -> None:
        opening, closing = _box(element)
        if not element.children and element.kind not in _FOLDED:
            return
        # The closing tag's room is taken beforehand, so that what is open can always be closed.
        if not self._add(opening, reserved=len(closing)):
            return
        # A sidebar is read first, wherever it stands in the tree.
        for child in sorted(element.children, key=lambda child: child.kind != "sidebar"):
            self.node(child)
        self.parts.append(closing)

    def _leaf(self, element: Element) -> None:
        content = _leaf_html(element)
        is_picture = element.kind in _PICTURES
        room = min(self.room, self.picture_room) if is_picture else self.room
        if len(content) > room:
            name = _PICTURES.get(element.kind, element.kind)
            content = note(f"Not in the saved picture: {name} ({len(content) // 1000:,} kB).")
        elif is_picture:
            self.picture_room -= len(content)
        if content:
            self._add(content)

    def _add(self, content: str, *, reserved: int = 0) -> bool:
        if len(content) + reserved > self.room:
            self.full = True
            self.parts.append(note("The rest is not in the saved picture: run the cell to see it."))
            return False
        self.room -= len(content) + reserved
        self.parts.append(content)
        return True


_FOLDED: Final = frozenset({"expander", "popover", "status"})
_PICTURES: Final = {
    "audio": "sound",
    "iframe": "embedded page",
    "image": "picture",
    "output": "program output",
    "pdf": "document",
    "pyplot": "figure",
    "video": "film",
}


def _box(element: Element) -> tuple[str, str]:
    """How a container opens and closes."""
    label = label_html(str(element.props.get("label", "")))
    if element.kind in _FOLDED:
        was_open = element.props.get("expanded") if element.value is None else element.value
        opening = f'<details{" open" if was_open else ""} style="{_FRAME}">'
        return f"{opening}<summary>{label}</summary>", "</details>"
    if element.kind == "chat_message":
        name = label_html(str(element.props.get("name_shown", "")))
        return f'<div style="{_FRAME}"><p><strong>{name}:</strong></p>', "</div>"
    if element.kind in ("tab", "dialog"):
        return f'<div style="{_FRAME}"><p><strong>{label}</strong></p>', "</div>"
    style = _box_style(element)
    attribute = f' style="{style}"' if style else ""
    kind = element.kind if element.kind.isidentifier() else "container"
    return f'<div class="jss-static-{kind}"{attribute}>', "</div>"


def _box_style(element: Element) -> str:
    if element.kind == "column":
        return f"flex:{_weight(element.props.get('weight'))} 1 0;min-width:8em"
    framed = element.props.get("border") and element.kind != "columns"
    return _FRAME if framed else _BOXES.get(element.kind, "")


def _weight(weight: object) -> float:
    return weight if isinstance(weight, (int, float)) and 0 < weight < 1000 else 1


def _leaf_html(element: Element) -> str:
    if element.kind == "output":
        return outputs_html(element.value or element.props.get("outputs") or ())
    if element.kind == "data_editor":
        return editor_html(element, max_rows=ROWS_LIMIT)
    if element.view == "Grid":
        return _static(element)
    if element.view == "Chart":
        return chart_html(element)
    if element.id or element.view:
        return _control(element)
    return _static(element)


def _control(element: Element) -> str:
    label = escape(label_of(element))
    if element.kind in BUTTONS:
        return f'<p><span style="border:{_LINE};border-radius:8px;padding:4px 12px">{label}</span></p>'
    value = escape(value_text(element)) or "-"
    separator = ": " if label else ""
    return f'<p class="jss-static-control">{label}{separator}<strong>{value}</strong></p>'


def _static(element: Element) -> str:
    show = _SHOWN.get(element.kind)
    bare = replace(element, props={**element.props, "help": None, "anchor": False, "reset": None})
    content = show(bare.props) if show else item_html(bare, within)
    tint = _TINTS.get(element.kind)
    if not content or tint is None:
        return f'<div class="jss-item">{content}</div>' if content else ""
    edge = f"border-left:4px solid {tint};padding:2px 12px;margin:8px 0"
    return f'<div class="jss-item" style="{edge}">{content}</div>'


def _page_link(props: Mapping[str, Any]) -> str:
    address = props.get("address")
    words = label_html(str(props.get("label") or ""))
    return page_link_html(props) if address is not None else f"<p>{words}</p>"


def _progress(props: Mapping[str, Any]) -> str:
    value = min(100, max(0, int(props.get("value") or 0)))
    return f"<p>{label_html(str(props.get('text') or 'Progress'))}: <strong>{value} %</strong></p>"


def _text(props: Mapping[str, Any]) -> str:
    return f'<div style="white-space:pre-wrap">{escape(str(props.get("body", ""))[:20_000])}</div>'


def _table(props: Mapping[str, Any]) -> str:
    return table_html({**with_table(props), "height": None}, max_rows=ROWS_LIMIT)


def _nothing(_props: Mapping[str, Any]) -> str:
    return ""


_SHOWN: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "balloons": _nothing,
    "code": partial(code_html, copies=False),
    "dataframe": _table,
    "page_link": _page_link,
    "progress": _progress,
    "skeleton": _nothing,
    "snow": _nothing,
    "spinner": _nothing,
    "table": _table,
    "text": _text,
    "toast": _nothing,
}
