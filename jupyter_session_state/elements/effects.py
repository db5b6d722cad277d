"""Balloons and snow: one moment of joy, or of cold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


@drawing
def balloons(at: Any) -> DeltaGenerator:
    """Balloons that rise once over the app. Mirrors ``streamlit.balloons``.

    Examples
    --------
    >>> st.balloons()  # doctest: +SKIP
    """
    return _effect(at, "balloons")


@drawing
def snow(at: Any) -> DeltaGenerator:
    """Snow that falls once over the app. Mirrors ``streamlit.snow``.

    Examples
    --------
    >>> st.snow()  # doctest: +SKIP
    """
    return _effect(at, "snow")


def _effect(at: Any, kind: str) -> DeltaGenerator:
    """Each run that comes here shows it anew, so the run is part of what is said."""
    handle: DeltaGenerator = at.emit(Element(kind, {"run": f"{at.run.app.name}/{at.run.app.starts}"}))
    return handle
