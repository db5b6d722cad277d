"""A field whose value is in no state that is saved."""

from __future__ import annotations

from typing import Any

import ipywidgets

from jupyter_session_state._jupyter.inside import keep_secret


class Secret(ipywidgets.Password):  # type: ignore[misc]  # ipywidgets ships no types
    """A password field; what is saved has it empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_secret(self)
