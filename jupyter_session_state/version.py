"""``from streamlit.version import STREAMLIT_VERSION_STRING``: which Streamlit's language is spoken here.

Scripts ask for it, or for ``st.__version__``, to find out what they may call.
"""

from __future__ import annotations

from typing import Final

from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.version import __version__

__all__ = ["STREAMLIT_VERSION_STRING"]

STREAMLIT_VERSION_STRING: Final = "1.67.0"


def told() -> str:
    """Return what ``__version__`` is: in an app that of the language, elsewhere that of this package."""
    return __version__ if CURRENT.get() is None else STREAMLIT_VERSION_STRING
