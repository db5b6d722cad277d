"""What scripts import from ``streamlit.runtime``: whether they run in an app, and how to let threads draw in it."""

from __future__ import annotations

from typing import NoReturn

from jupyter_session_state._core.place import CURRENT

__all__ = ["Runtime", "exists", "get_instance"]


def exists() -> bool:
    """Whether an app runs this."""
    return CURRENT.get() is not None


def get_instance() -> NoReturn:
    """There is no server that could be had.

    Raises
    ------
    RuntimeError
        Always, as Streamlit does where no server runs: scripts expect that.
    """
    raise RuntimeError(
        "There is no server behind an app in a notebook, so streamlit.runtime has no instance. What the browser told "
        "is in st.context; the files of an app are what st.file_uploader returns."
    )


class Runtime:
    """Streamlit's server, which is not here; its class methods tell as much."""

    exists = staticmethod(exists)
    instance = staticmethod(get_instance)
