"""Small marks: a line, a badge, a formula."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal, TypeAlias, get_args

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import element
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.sizes import check_full_width, check_width
from jupyter_session_state.elements.types import SupportsStr, Width, WidthWithoutContent, text_of

BadgeColor: TypeAlias = Literal[
    "red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "primary"
]


@element
def divider(*, width: WidthWithoutContent = "stretch") -> Element:
    """A line across. Mirrors ``streamlit.divider``.

    Examples
    --------
    >>> st.divider()  # doctest: +SKIP
    """
    check_full_width("divider", width)
    return Element("divider", {"body": "---", "width": width})


@element
def badge(
    label: str,
    *,
    icon: str | None = None,
    color: BadgeColor = "blue",
    width: Width = "content",
    help: str | None = None,
) -> Element:
    """A short word on a coloured ground. Mirrors ``streamlit.badge``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    color
        ``"red"``, ``"orange"``, ``"yellow"``, ``"blue"``, ``"green"``, ``"violet"``, ``"gray"`` or ``"primary"``.

    Raises
    ------
    StreamlitValueError
        If the colour is none of these.

    Examples
    --------
    >>> st.badge("New", icon="✨", color="green")  # doctest: +SKIP
    """
    if color not in get_args(BadgeColor):
        raise messages.not_one_of("color", color, ", ".join(map(repr, get_args(BadgeColor))))
    check_width("badge", width)
    shown = checked_icon("badge", icon)
    text = str(label).replace("[", "\\[").replace("]", "\\]")
    body = f":{color}-badge[{f'{shown} ' if shown else ''}{text}]"
    return Element("markdown", {"body": body, "unsafe_allow_html": False, "help": help, "width": width})


@element
def latex(body: SupportsStr | Any, *, help: str | None = None, width: Width = "stretch") -> Element:
    r"""A formula in LaTeX, or an expression of sympy. Mirrors ``streamlit.latex``.

    One that cannot be read is shown as it was written.

    Examples
    --------
    >>> st.latex(r"e^{i\pi} + 1 = 0")  # doctest: +SKIP
    """
    check_width("latex", width)
    return Element("latex", {"body": f"$$\n{_formula(body)}\n$$", "help": help, "width": width})


def _formula(body: Any) -> str:
    if any(cls.__module__.startswith("sympy.") for cls in type(body).__mro__):
        return str(import_module("sympy").latex(body))
    return text_of(body)
