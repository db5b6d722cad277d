"""Figures of Matplotlib."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Blob, Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import data_messages, messages
from jupyter_session_state.elements.types import Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_MIME = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
# Nothing that changes by itself may be in a picture: an unchanged figure shall not be sent again.
_TIMELESS: dict[str, dict[str, Any]] = {"png": {"Software": None}, "svg": {"Date": None}}


@drawing
def pyplot(
    at: Any,
    /,
    fig: Any,
    clear_figure: bool = False,
    *,
    width: Width = "stretch",
    use_container_width: bool | None = None,
    alt: str | None = None,
    **kwargs: Any,
) -> DeltaGenerator:
    """A figure of Matplotlib, as a picture. Mirrors ``streamlit.pyplot``.

    Parameters
    ----------
    fig
        The figure; axes, ``plt`` and what seaborn returns do too. None is the current figure.
    clear_figure
        Whether to empty the figure afterwards.
    width
        ``"stretch"``, ``"content"`` or pixels.
    alt
        What it shows, for those who cannot see it.
    **kwargs
        For ``Figure.savefig``, such as ``dpi=100``.

    Raises
    ------
    StreamlitAPIException
        If it is no figure, or there is none.

    Examples
    --------
    >>> fig, ax = plt.subplots()  # doctest: +SKIP
    >>> ax.hist(values)  # doctest: +SKIP
    >>> st.pyplot(fig)  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    figure = _figure_of(fig)
    image = picture(figure, **kwargs)
    at.run.shown.append(figure)
    handle: DeltaGenerator = at.emit(Element("pyplot", {"image": image, "alt": alt, "width": width}))
    if clear_figure:
        figure.clf()
    return handle


def is_figure(value: Any) -> bool:
    """Whether `st.write` shows a value as a figure."""
    figures = sys.modules.get("matplotlib.figure")
    axes = sys.modules.get("matplotlib.axes")
    if figures is None or axes is None:
        return False
    return isinstance(value, (figures.FigureBase, axes.Axes))


def _figure_of(fig: Any) -> Any:
    """Return the figure that is meant by a figure, its axes, the module ``pyplot``, or None."""
    plt = sys.modules.get("matplotlib.pyplot")
    if fig is None or fig is plt:
        if plt is None or not plt.get_fignums():
            raise data_messages.no_figure(fig)
        return plt.gcf()
    found = fig
    while not hasattr(found, "savefig"):
        around = getattr(found, "figure", None)  # axes, parts of figures and seaborn's grids are in one
        if around is None or around is found:
            raise data_messages.no_figure(fig)
        found = around
    return found


def picture(figure: Any, **kwargs: Any) -> Blob:
    """Return a figure as a picture that is the same as long as the figure is."""
    kind = str(kwargs.get("format") or "png").lower()
    if kind not in _MIME:
        raise messages.not_one_of("format", kind, "one of " + ", ".join(map(repr, _MIME)))
    options = {"bbox_inches": "tight", "dpi": 200, "metadata": _TIMELESS.get(kind), **kwargs, "format": kind}
    file = io.BytesIO()
    if kind == "svg":
        with sys.modules["matplotlib"].rc_context({"svg.hashsalt": "jupyter_session_state"}):
            figure.savefig(file, **options)
    else:
        figure.savefig(file, **options)
    return Blob(file.getvalue(), _MIME[kind])
