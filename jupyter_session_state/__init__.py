"""Interactive apps in a notebook cell: Streamlit's session state and widgets, in the kernel.

This module is what a script knows as ``st``::

    %load_ext jupyter_session_state

    %%stateapp counter
    if "n" not in st.session_state:
        st.session_state.n = 0
    def more():
        st.session_state.n += 1
    st.button("More", on_click=more)
    st.write("clicked", st.session_state.n, "times")
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jupyter_session_state import elements, errors
from jupyter_session_state.elements import *  # noqa: F403 - its __all__ is this module's

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__version__ = "0.1.0"
__all__ = ["errors"]  # and, in the one form that type checkers read:
__all__ += elements.__all__


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Register ``%%stateapp`` and ``%stateapp``: ``%load_ext jupyter_session_state``."""
    from jupyter_session_state._jupyter.magic import load

    load(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Close the apps and take the magics away: ``%unload_ext jupyter_session_state``."""
    from jupyter_session_state._jupyter.magic import unload

    unload(shell)


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    return [{"src": "labextension", "dest": "jupyter-session-state"}]


def _register_magics() -> None:
    """Inside IPython, importing is as good as ``%load_ext``."""
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    if shell is not None:
        load_ipython_extension(shell)


_register_magics()
