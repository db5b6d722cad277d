"""HTML and pages in frames. Mirrors ``streamlit.components.v1``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_session_state.elements.declared_components import CustomComponent
from jupyter_session_state.elements.iframes import component_html as html
from jupyter_session_state.elements.iframes import component_iframe as iframe

__all__ = ["CustomComponent", "declare_component", "html", "iframe"]


def declare_component(name: str, path: str | Path | None = None, url: str | None = None) -> CustomComponent:
    """Name a component that has a page of its own. Mirrors ``streamlit.components.v1.declare_component``.

    Calling what it returns draws the page in a frame that is cut off from the notebook, and returns the value that the
    page sets. The page speaks the messages of ``streamlit-component-lib``.

    Parameters
    ----------
    name
        Its name.
    path
        The folder of its page, ``index.html``. What the page names is read from there and sent along, 20 MB at most.
    url
        The address of its page instead, such as that of a server for development.

    Raises
    ------
    StreamlitAPIException
        If neither is given, or the address is none.

    Examples
    --------
    >>> slider = declare_component("slider", path="slider/build")  # doctest: +SKIP
    >>> value = slider(low=0, high=9, default=3, key="slider")  # doctest: +SKIP
    """
    return CustomComponent.declared(name, path, url)


def __getattr__(name: str) -> Any:
    raise AttributeError(f"streamlit.components.v1 has no {name!r} here; it has {', '.join(__all__)}")
