"""Texts: titles, headers, paragraphs."""

from __future__ import annotations

from typing import Any, Literal, get_args

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import element
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.sizes import check_width
from jupyter_session_state.elements.types import Anchor, Divider, SupportsStr, TextAlignment, Width, text_of

_DIVIDERS = ("red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow")


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
    if unsafe_allow_html and not wrap:
        raise messages.incompatible(
            "markdown", "unsafe_allow_html=True", "wrap=False", "Leave out one of them."
        )
    said = {"body": text_of(body), "unsafe_allow_html": unsafe_allow_html, "help": help}
    return Element("markdown", {**said, **_placing("markdown", width, text_alignment, wrap, "auto")})


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
    placing = _placing("title", width, text_alignment, wrap)
    return _heading("title", body, anchor, help, icon, False, placing)


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
    placing = _placing("header", width, text_alignment, wrap)
    return _heading("header", body, anchor, help, icon, divider, placing)


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
    placing = _placing("subheader", width, text_alignment, wrap)
    return _heading("subheader", body, anchor, help, icon, divider, placing)


def _heading(
    kind: str,
    body: SupportsStr,
    anchor: Anchor,
    help: str | None,
    icon: str | None,
    divider: Divider,
    placing: dict[str, Any],
) -> Element:
    props = {
        "body": text_of(body),
        "anchor": anchor,
        "divider": _checked_divider(divider),
        "help": help,
        "icon": checked_icon(kind, icon),
    }
    return Element(kind, {**props, **placing})


def _checked_divider(divider: Divider) -> Divider:
    """Return whether there is a line below a heading, or its colour.

    Raises
    ------
    StreamlitValueError
        If it is no colour that is known.
    """
    if divider in (True, False, None) or divider in _DIVIDERS:
        return divider
    raise messages.not_one_of("divider", divider, "True, False or one of " + ", ".join(map(repr, _DIVIDERS)))


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
    said = {"body": text_of(body), "unsafe_allow_html": unsafe_allow_html, "help": help}
    return Element("caption", {**said, **_placing("caption", width, text_alignment, wrap)})


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
    return Element(
        "text",
        {"body": text_of(body), "help": help, **_placing("text", width, text_alignment, wrap, "content")},
    )


def _placing(kind: str, width: Any, alignment: Any, wrap: Any, usual: str = "stretch") -> dict[str, Any]:
    """Return what the author said of width, alignment and line breaks, where that is not the usual."""
    if width != "auto":
        check_width(kind, width)
    if alignment not in get_args(TextAlignment):
        raise messages.not_one_of("text_alignment", alignment, ", ".join(map(repr, get_args(TextAlignment))))
    told = {"width": width, "text_alignment": alignment, "wrap": bool(wrap)}
    return {name: value for name, value in told.items() if value not in (usual, "left", True)}
