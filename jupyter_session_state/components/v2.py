"""Components in HTML, CSS and JavaScript. Mirrors ``streamlit.components.v2``."""

from __future__ import annotations

from collections.abc import Callable

from jupyter_session_state.elements.component_values import ComponentResult
from jupyter_session_state.elements.custom_components import Definition, renderer

__all__ = ["component"]


def component(
    name: str,
    *,
    html: str | None = None,
    css: str | None = None,
    js: str | None = None,
    isolate_styles: bool = True,
) -> Callable[..., ComponentResult]:
    """Make a component of HTML, CSS and JavaScript. Mirrors ``streamlit.components.v2.component``.

    It is shown in a frame that is cut off from the notebook. Its script exports one function, which is called with an
    object when it is shown, and again when `data` is another one: ``parentElement``, ``data``, ``key``, ``name``,
    ``setStateValue(name, value)`` and ``setTriggerValue(name, value)``. What it returns is called when it leaves.

    Parameters
    ----------
    name
        Its name.
    html, css, js
        What it is made of, as text.
    isolate_styles
        Whether ``parentElement`` is a shadow root. The frame keeps styles apart in any case.

    Returns
    -------
    Callable
        Draws it, and returns a `ComponentResult` with what it set and fired.

    Examples
    --------
    >>> picker = component("picker", html="<button>Pick</button>", js=script)  # doctest: +SKIP
    >>> found = picker(key="picker", on_picked_change=lambda: None)  # doctest: +SKIP
    >>> found.picked  # doctest: +SKIP
    """
    return renderer(Definition.of(name, html, css, js, isolate_styles=isolate_styles))
