"""Session state as users know it."""

from __future__ import annotations

from jupyter_session_state._core.kernel import make_session_state

session_state = make_session_state()
"""The values that live between runs: those of the app that is running, else those all apps of the kernel share."""
