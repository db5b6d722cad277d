"""Graphs of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.chart_drawing import VIEW
from jupyter_session_state.elements.sizes import check_height, check_width, width_of
from jupyter_session_state.elements.types import Height, Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

LONGEST: Final = 500_000
"""How many characters of a graph a page lays out: that takes all of its attention."""


@drawing
def graphviz_chart(
    at: Any,
    figure_or_dot: Any,
    use_container_width: bool | None = None,
    *,
    width: Width = "content",
    height: Height = "content",
    alt: str | None = None,
) -> DeltaGenerator:
    """A graph of nodes and edges, laid out by Graphviz in the page. Mirrors ``streamlit.graphviz_chart``.

    Neither the package ``graphviz`` nor the program is needed.

    Parameters
    ----------
    figure_or_dot
        A text in the language DOT, or a graph of the package ``graphviz``.
    width, height
        How large it is: ``"content"``, ``"stretch"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no graph.
    StreamlitAPIException
        If it is too long to be laid out.

    Examples
    --------
    >>> st.graphviz_chart("digraph { start -> end }")  # doctest: +SKIP
    """
    width = width_of(width, use_container_width)
    check_width("graphviz_chart", width)
    check_height("graphviz_chart", height)
    source = figure_or_dot if isinstance(figure_or_dot, str) else getattr(figure_or_dot, "source", None)
    if not isinstance(source, str):
        raise chart_messages.no_graph(figure_or_dot)
    if len(source) > LONGEST:
        raise chart_messages.too_long_a_graph(len(source), LONGEST)
    layout = getattr(figure_or_dot, "engine", None) or "dot"
    props = {
        "engine": "graphviz",
        "spec": source,
        "data": None,
        "points": 0,
        "theme": "",
        "alt": (alt or "").strip() or None,
        "what": "Graph",
        "options": {"layout": str(layout)},
        "width": width,
        "height": height,
    }
    handle: DeltaGenerator = at.show(Element("graphviz_chart", props, view=VIEW))
    return handle
