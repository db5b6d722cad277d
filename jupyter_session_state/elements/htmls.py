"""HTML of the author's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.file_paths import read_text
from jupyter_session_state.elements.sizes import check_width
from jupyter_session_state.elements.types import SupportsStr, Width, text_of

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_STYLES = re.compile(r"(?:\s|<!--.*?-->|<style\b[^>]*>.*?</style\s*>)+", re.IGNORECASE | re.DOTALL)
_RUNS = re.compile(r"<script\b|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


class SupportsReprHtml(Protocol):
    """Whatever shows itself in notebooks."""

    def _repr_html_(self) -> str: ...


@drawing
def html(
    at: Any,
    body: str | Path | SupportsStr | SupportsReprHtml,
    *,
    width: Width = "stretch",
    unsafe_allow_javascript: bool = False,
) -> DeltaGenerator:
    """HTML, without what could run or leave its box. Mirrors ``streamlit.html``.

    Parameters
    ----------
    body
        The text, an object with ``_repr_html_``, or the path of a file (a `Path`).
    unsafe_allow_javascript
        Let scripts run. In a page that acts with your rights on the server they cannot: the element then stands in a
        frame of its own, cut off from the page.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is nothing to show.
    StreamlitInvalidWidthError
        If the width is none.

    Examples
    --------
    >>> st.html("<p style='color: teal'>Hello</p>")  # doctest: +SKIP
    """
    check_width("html", width)
    content = _content(at, body)
    if not content:
        raise messages.no_body("html")
    drawn = Element("html", {"body": content, "width": width})
    if _STYLES.fullmatch(content):  # nothing that is seen: it takes no room among what is
        return cast("DeltaGenerator", at.run.app.kernel.handle(at.run.roots["event"]).emit(drawn))
    if unsafe_allow_javascript and _RUNS.search(content):
        return cast("DeltaGenerator", at.iframe(content, width="stretch" if width == "content" else width))
    return cast("DeltaGenerator", at.emit(drawn))


def _content(at: Any, body: Any) -> str:
    show = getattr(body, "_repr_html_", None)
    if callable(show) and not isinstance(body, type):
        return str(show())
    if isinstance(body, Path):
        text = read_text(at, "html", body)
        return f"<style>{text}</style>" if body.suffix.lower() == ".css" else text
    return text_of(body)
