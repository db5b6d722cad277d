"""Texts: titles, headers, paragraphs."""

from __future__ import annotations

from typing import Literal

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import element
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.types import Anchor, Divider, SupportsStr, TextAlignment, Width, text_of


@element
def markdown(
    body: SupportsStr,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width | Literal["auto"] = "auto",
    text_alignment: TextAlignment = "left",
    anchors: bool = True,
    wrap: bool = True,
) -> Element:
    """Text in Markdown. Raw HTML shows as text unless allowed, and is sanitised even then.

    Mirrors ``streamlit.markdown``.

    Examples
    --------
    >>> st.markdown("**bold** and `code`")  # doctest: +SKIP
    """
    return Element("markdown", {"body": text_of(body), "unsafe_allow_html": unsafe_allow_html, "help": help})


@element
def title(
    body: SupportsStr,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> Element:
    """The largest heading. Mirrors ``streamlit.title``.

    Examples
    --------
    >>> st.title("Sales")  # doctest: +SKIP
    """
    return _heading("title", body, anchor, help, icon, divider=False)


@element
def header(
    body: SupportsStr,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> Element:
    """A heading of the second level; `divider` draws a line below it. Mirrors ``streamlit.header``.

    Examples
    --------
    >>> st.header("By region", divider=True)  # doctest: +SKIP
    """
    return _heading("header", body, anchor, help, icon, divider)


@element
def subheader(
    body: SupportsStr,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> Element:
    """A heading of the third level; `divider` draws a line below it. Mirrors ``streamlit.subheader``.

    Examples
    --------
    >>> st.subheader("North")  # doctest: +SKIP
    """
    return _heading("subheader", body, anchor, help, icon, divider)


def _heading(
    kind: str, body: SupportsStr, anchor: Anchor, help: str | None, icon: str | None, divider: Divider
) -> Element:
    props = {
        "body": text_of(body),
        "anchor": anchor,
        "divider": divider,
        "help": help,
        "icon": checked_icon(kind, icon),
    }
    return Element(kind, props)


@element
def caption(
    body: SupportsStr,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width = "stretch",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> Element:
    """Small grey text in Markdown. Mirrors ``streamlit.caption``.

    Examples
    --------
    >>> st.caption("Source: the notebook's own df")  # doctest: +SKIP
    """
    return Element("caption", {"body": text_of(body), "unsafe_allow_html": unsafe_allow_html, "help": help})


@element
def text(
    body: SupportsStr,
    *,
    help: str | None = None,
    width: Width = "content",
    text_alignment: TextAlignment = "left",
    wrap: bool = True,
) -> Element:
    """Plain text, exactly as it is, its spaces and line ends included. Mirrors ``streamlit.text``.

    Examples
    --------
    >>> st.text("a  b  c")  # doctest: +SKIP
    """
    return Element("text", {"body": text_of(body), "help": help})
