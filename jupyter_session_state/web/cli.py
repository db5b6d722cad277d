"""``from streamlit.web import cli``: imported by scripts that start a server for themselves if no app runs them."""

from __future__ import annotations

from typing import NoReturn

from jupyter_session_state import errors

__all__ = ["main"]


def main(*_: object, **__: object) -> NoReturn:
    """There is no server to be started.

    Raises
    ------
    StreamlitAPIException
        Always.
    """
    raise errors.StreamlitAPIException(
        "The notebook shows the app, so there is no server to start. Leave out the call of streamlit.web.cli.main() "
        "or streamlit.web.bootstrap.run(), or make it only if streamlit.runtime.exists() is False."
    )
