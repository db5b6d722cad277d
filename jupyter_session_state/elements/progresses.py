"""How far something is."""

from __future__ import annotations

import math
from numbers import Integral, Real
from typing import Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import element
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import WidthWithoutContent, text_of


@element
def progress(value: float, text: str | None = None, width: WidthWithoutContent = "stretch") -> Element:
    """A bar that fills; ``.progress()`` of what is returned moves it on. Mirrors ``streamlit.progress``.

    Parameters
    ----------
    value
        An int from 0 to 100, or a float from 0.0 to 1.0.
    text
        Stands above the bar, as Markdown.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If `value` lies outside.
    StreamlitInvalidParameterTypeError
        If it is no number, or `text` no str.

    Examples
    --------
    >>> bar = st.progress(0, "reading")  # doctest: +SKIP
    >>> for i, file in enumerate(files):  # doctest: +SKIP
    ...     bar.progress((i + 1) / len(files), f"reading {file}")
    """
    if text is not None and not isinstance(text, str):
        raise messages.wrong_type("progress", "text", text, "a str or None")
    check_full_width("progress", width)
    shown = None if text is None else text_of(text)
    return Element("progress", {"value": _percent(value), "text": shown, "width": width})


def _percent(value: Any) -> int:
    if isinstance(value, Integral):
        percent = int(value)
        if not 0 <= percent <= 100:
            raise messages.out_of_range("progress", "value", value, 0, 100)
        return percent
    if not isinstance(value, Real):
        raise messages.wrong_type(
            "progress", "value", value, "an int from 0 to 100 or a float from 0.0 to 1.0"
        )
    fraction = float(value)
    inside = min(max(fraction, 0.0), 1.0)
    if not math.isclose(fraction, inside, abs_tol=1e-9):  # a sum of tenths may miss 1.0 by a hair
        raise messages.out_of_range("progress", "value", value, 0.0, 1.0)
    return int(inside * 100)
