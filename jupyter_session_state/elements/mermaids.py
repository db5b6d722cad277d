"""Diagrams in Mermaid's language."""

from __future__ import annotations

import re
from typing import Final

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import element
from jupyter_session_state.elements.sizes import check_width
from jupyter_session_state.elements.types import Width, text_of

_FEWEST_TICKS: Final = 4
_NAME: Final = re.compile(r"^[ \t]*%%[ \t]*stAlt[ \t]*:.*\n?", re.MULTILINE)
# What may stand before a diagram: empty lines, directives, comments, and settings between lines of dashes.
_BEFORE: Final = re.compile(
    r"(?:[ \t]*\n | [ \t]*%%\{.*?\}%%[^\n]*\n | [ \t]*%%[^\n]*\n | [ \t]*---[ \t]*\n.*?\n[ \t]*---[ \t]*\n)*",
    re.DOTALL | re.VERBOSE,
)


@element
def mermaid_chart(body: str, *, width: Width = "stretch", alt: str | None = None) -> Element:
    """A diagram, drawn by the notebook; its source where that cannot. Mirrors ``streamlit.mermaid_chart``.

    It is Markdown with a block of code in the language ``mermaid``, as ``st.markdown`` draws too.

    Parameters
    ----------
    body
        The diagram in Mermaid's language.
    width
        ``"stretch"``, ``"content"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Examples
    --------
    >>> st.mermaid_chart("flowchart LR; A --> B")  # doctest: +SKIP
    """
    check_width("mermaid_chart", width)
    source = str(body)
    name = " ".join((alt or "").split())
    if name:
        source = _named(source, name)
    ticks = "`" * max(_FEWEST_TICKS, *(len(found) + 1 for found in re.findall("`+", source)), 0)
    fenced = text_of(f"{ticks}mermaid\n{source}\n{ticks}")
    return Element("markdown", {"body": fenced, "unsafe_allow_html": False, "help": None, "width": width})


def _named(source: str, name: str) -> str:
    """Return a diagram with its name, in a comment right before it, as Streamlit notes it."""
    bare = _NAME.sub("", source)
    before = _BEFORE.match(bare)
    start = before.end() if before else 0
    return f"{bare[:start]}%% stAlt: {name}\n{bare[start:]}"
