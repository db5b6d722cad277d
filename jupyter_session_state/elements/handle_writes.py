"""``write`` as a method of handles."""

from __future__ import annotations

from typing import Any

from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.writes import write_values


@drawing
def write(at: Any, *args: Any, unsafe_allow_html: bool = False) -> None:
    """Show a value in the way that fits it. Mirrors ``DeltaGenerator.write``.

    Several values need ``with``, or a whole area such as the sidebar: as in Streamlit, a container's own method takes
    one.

    Parameters
    ----------
    *args
        What to show.
    unsafe_allow_html
        Whether HTML in texts counts; it is sanitised even then.

    Raises
    ------
    StreamlitAPIException
        For several values, unless it is the handle of a whole area of the page.

    Examples
    --------
    >>> st.container().write(df)  # doctest: +SKIP
    """
    if len(args) > 1 and not at.is_area:
        raise messages.many_in_one_spot(len(args))
    write_values(at, args, html=unsafe_allow_html)
