"""``from streamlit.hello.utils import show_code``, as the pages of Streamlit's demo have it."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from jupyter_session_state import elements as st

__all__ = ["show_code"]


def show_code(demo: Callable[..., Any]) -> None:
    """Offer in the sidebar to show what a function does, and show it below.

    Parameters
    ----------
    demo
        The function; its first line is left out.
    """
    if not st.sidebar.checkbox("Show code", True):
        return
    st.markdown("## Code")
    body = inspect.getsource(demo).partition("\n")[2]
    st.code(textwrap.dedent(body))
