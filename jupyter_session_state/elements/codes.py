"""Program text with colours, and blocks of the script that show themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Literal

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.source_blocks import block_at
from jupyter_session_state._core.spec import drawing, element
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.sizes import check_width, checked_height
from jupyter_session_state.elements.types import Height, SupportsStr, Width


@element
def code(
    body: SupportsStr,
    language: str | None = "python",
    *,
    line_numbers: bool = False,
    wrap_lines: bool = False,
    height: Height | None = "content",
    width: Width = "stretch",
) -> Element:
    """Program text, coloured, with a button that copies it. Mirrors ``streamlit.code``.

    Parameters
    ----------
    body
        The text; one line end at its beginning and one at its end are left out.
    language
        What it is written in; None for plain text, as is any language that is not known.
    line_numbers
        Whether lines have numbers.
    wrap_lines
        Whether long lines are broken.
    height
        ``"content"``, ``"stretch"``, or pixels, beyond which it scrolls.

    Raises
    ------
    StreamlitInvalidHeightError, StreamlitInvalidWidthError
        If a size is none.

    Examples
    --------
    >>> st.code("SELECT * FROM sales", language="sql")  # doctest: +SKIP
    """
    check_width("code", width)
    props = {
        "body": str(body).removeprefix("\n").removesuffix("\n"),
        "language": language or "plaintext",
        "line_numbers": bool(line_numbers),
        "wrap_lines": bool(wrap_lines),
        "height": checked_height("code", "content" if height is None else height),
        "width": width,
    }
    return Element("code", props)


@drawing
def echo(at: Any, code_location: Literal["above", "below"] = "above") -> AbstractContextManager[None]:
    """Run a block and show its source too. Mirrors ``streamlit.echo``.

    Parameters
    ----------
    code_location
        Whether the source stands above or below what the block draws.

    Examples
    --------
    >>> with st.echo():  # doctest: +SKIP
    ...     st.write("This line is shown, and runs")
    """
    return _echoed(at, code_location)


@contextmanager
def _echoed(at: Any, code_location: str) -> Iterator[None]:
    source = block_at(at.run.app.filename)
    spot = at.empty() if code_location != "below" else None
    yield
    place = at.run.here() if spot is None else spot
    if source is None:
        place.warning(messages.no_source())
    else:
        place.code(source, "python")
