"""Session state as users know it."""

from __future__ import annotations

from jupyter_session_state._core.kernel import make_session_state
from jupyter_session_state._core.query_params import QueryParamsProxy

session_state = make_session_state()
"""The values that live between runs: those of the app that is running, else those all apps of the kernel share."""

query_params = QueryParamsProxy()
"""The query parameters of the app that is running."""
