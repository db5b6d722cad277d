"""The same as `jupyter_session_state.runtime.scriptrunner`, where some scripts look for it."""

from __future__ import annotations

from jupyter_session_state.runtime.scriptrunner import (
    ScriptRunContext,
    add_script_run_ctx,
    get_script_run_ctx,
)

__all__ = ["ScriptRunContext", "add_script_run_ctx", "get_script_run_ctx"]
