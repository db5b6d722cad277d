"""``from streamlit.web import bootstrap``: the other way in which scripts start a server for themselves."""

from __future__ import annotations

from jupyter_session_state.web.cli import main

__all__ = ["load_config_options", "run"]

run = main


def load_config_options(*_: object, **__: object) -> None:
    """Take options for a server, of which there is none."""
