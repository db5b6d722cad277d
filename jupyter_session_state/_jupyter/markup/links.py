"""Links to pages: the navigation of an app, and single links in the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.directives import icon_html
from jupyter_session_state._jupyter.markup.escape import escape
from jupyter_session_state._jupyter.markup.markdown import label_html, plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ANCHOR: Final = re.compile(r"</?a\b[^>]*>", re.IGNORECASE)
_SPARE: Final = 3  # fewer links than this are not folded away


def navigation_html(props: Mapping[str, Any]) -> str:
    """Show the links to an app's pages, by section; long lists are folded."""
    sections: Sequence[tuple[str, Sequence[Mapping[str, Any]]]] = props["sections"]
    room = props["visible"]
    total = sum(len(links) for _, links in sections)
    if room is None or total < room + _SPARE:
        return _nav("".join(_section(name, links) for name, links in sections))
    shown, folded = _parted(sections, room)
    is_open = " open" if any(link["current"] for _, links in folded for link in links) else ""
    rest = "".join(_section(name, links) for name, links in folded)
    return _nav(
        "".join(_section(name, links) for name, links in shown)
        + f"<details{is_open}><summary>View {total - room} more</summary>{rest}</details>"
    )


def page_link_html(props: Mapping[str, Any]) -> str:
    """Show one link in the page."""
    extra = " jss-stretch" if props.get("width") == "stretch" else ""
    extra += " jss-icon-right" if props.get("icon_position") == "right" else ""
    return _link(props, extra)


def _nav(content: str) -> str:
    return f'<nav class="jss-pages" aria-label="Pages">{content}</nav>'


def _section(name: str, links: Sequence[Mapping[str, Any]]) -> str:
    items = "".join(f"<li>{_link(link)}</li>" for link in links)
    head = f'<p class="jss-pages-section">{_words(name)}</p>' if name else ""
    label = f' aria-label="{escape(plain_label(name))}"' if name else ""
    return f'{head}<ul role="list"{label}>{items}</ul>'


def _parted(
    sections: Sequence[tuple[str, Sequence[Mapping[str, Any]]]], room: int
) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """Return the first links, as many as there is room for, and the others, both by section."""
    shown, folded = [], []
    for name, links in sections:
        if links[:room]:
            shown.append((name, links[:room]))
        if links[room:]:
            folded.append(("" if links[:room] else name, links[room:]))
        room = max(0, room - len(links))
    return shown, folded


def _link(link: Mapping[str, Any], extra: str = "") -> str:
    attributes = f'class="jss-page-link{extra}"'
    if link.get("help"):
        attributes += f' title="{escape(plain_label(link["help"]))}"'
    content = icon_html(link.get("icon")) + f"<span>{_words(str(link['label']))}</span>"
    if link.get("disabled"):
        return f'<span {attributes} role="link" aria-disabled="true">{content}</span>'
    if link["address"] is not None:
        address = escape(link["address"])
        return f'<a {attributes} href="{address}" target="_blank" rel="noopener noreferrer">{content}</a>'
    if link.get("current"):
        attributes += ' aria-current="page"'
    # A button rather than an anchor: an address of its own would be the notebook's.
    acts = f'data-jss-action="page" data-jss-key="{escape(link["page"])}"'
    if link.get("query"):
        acts += f' data-jss-query="{escape(link["query"])}"'
    return f'<button type="button" role="link" {attributes} {acts}>{content}</button>'


def _words(text: str) -> str:
    """Return a label without the links in it, which a link cannot hold."""
    return _ANCHOR.sub("", label_html(text))
