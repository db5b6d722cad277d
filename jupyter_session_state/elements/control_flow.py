"""Ending a run early."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from jupyter_session_state import errors
from jupyter_session_state._core.control_flow import RerunException, StopException
from jupyter_session_state._core.place import running


def stop() -> NoReturn:
    """End the run here; what was drawn stays. Mirrors ``streamlit.stop``.

    Raises
    ------
    NoRunError
        Outside of an app.

    Examples
    --------
    >>> if not st.text_input("Name"):  # doctest: +SKIP
    ...     st.stop()
    """
    running("stop")
    raise StopException


def rerun(scope: str | int | Sequence[str | int] = "app") -> NoReturn:
    """End the run here and start another one. Mirrors ``streamlit.rerun``.

    Raises
    ------
    NoRunError
        Outside of an app.
    StreamlitAPIException
        If `scope` is ``"fragment"`` and no fragment runs.

    Examples
    --------
    >>> if st.button("Reset"):  # doctest: +SKIP
    ...     st.session_state.wish = 0
    ...     st.rerun()
    """
    running("rerun")
    if scope != "app":
        raise errors.StreamlitAPIException(
            f"st.rerun(scope={scope!r}) is possible only while a fragment runs; leave scope out to rerun the app."
        )
    raise RerunException
