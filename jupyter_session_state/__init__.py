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
from importlib import import_module
from typing import TYPE_CHECKING, Any

from jupyter_session_state import elements, errors, version
from jupyter_session_state._core.patches import PatchedModule
from jupyter_session_state.elements import absent, directory

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from jupyter_session_state import components, connections, delta_generator, logger, runtime
    from jupyter_session_state.elements import *  # noqa: F403 - its __all__ is this module's
    from jupyter_session_state.elements.handles import apps as apps

    __version__: str
# and, in the one form that type checkers read:
__all__ = ["components", "connections", "delta_generator", "errors", "logger", "runtime"]
# Scripts reach for these too, although they are not public there.
_INNER = {
    "_config": "config",
    "config": "config",
    "dataframe_util": "dataframe_util",
    "type_util": "elements.types",
}
_PARTS = {name: name for name in __all__} | _INNER
__all__ += elements.__all__


sys.modules[__name__].__class__ = PatchedModule


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


if not TYPE_CHECKING:  # for checkers a wrong name shall stay wrong

    def __getattr__(name: str) -> Any:
        """Load what has this name; let a script go on that uses one which is not here: a note tells."""
        if name == "__version__":
            return version.told()
        if name in _PARTS:
            return import_module(f"{__name__}.{_PARTS[name]}")
        found = directory.find(name)
        if found is directory.NOTHING:
            return absent.stand_in(name, sys.modules[__name__])
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__, "__version__", "apps"})


def _register_magics() -> None:
    """Inside IPython, importing is as good as ``%load_ext``."""
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    if shell is not None:
        load_ipython_extension(shell)


_register_magics()
