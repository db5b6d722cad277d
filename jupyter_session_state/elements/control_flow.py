"""Ending a run early."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from jupyter_session_state._core import scope_messages as messages
from jupyter_session_state._core.control_flow import RerunException, StopException
from jupyter_session_state._core.place import running
from jupyter_session_state.elements.fragments import LEVELS

if TYPE_CHECKING:
    from jupyter_session_state._core.run import ScriptRun


def stop() -> NoReturn:
    """End the run here; what was drawn stays. Mirrors ``streamlit.stop``.

    Raises
    ------
    NoRunError
        Outside of an app.

    Examples
    --------
    >>> if not st.text_input("Name"):  # doctest: +SKIP
    ...     st.stop()
    """
    running("stop")
    raise StopException


def rerun(scope: str | int | Sequence[str | int] = "app") -> NoReturn:
    """End the run here and start another one. Mirrors ``streamlit.rerun``.

    Parameters
    ----------
    scope
        ``"app"`` for the whole script; ``"fragment"``, in a fragment that runs by itself, for that one alone; in
        a callback also the key of a fragment, or several, to run instead of what the widget would.

    Raises
    ------
    NoRunError
        Outside of an app.
    StreamlitAPIException
        If `scope` is ``"fragment"`` and no fragment runs by itself, or names a fragment that is not there, or
        names one outside of a callback.

    Examples
    --------
    >>> if st.button("Reset"):  # doctest: +SKIP
    ...     st.session_state.wish = 0
    ...     st.rerun()
    """
    wanted = _valid_scope(scope)
    run = running("rerun")
    if wanted == "app":
        raise RerunException
    if wanted == "fragment":
        raise RerunException(_rest_of_scope(run))
    if run.calling is None:
        raise messages.key_scope_outside_callback(scope)
    raise RerunException(run.app.fragments.named([wanted] if isinstance(wanted, str) else wanted))


def _rest_of_scope(run: ScriptRun) -> tuple[str, ...]:
    """Return the fragments that are still to run: the one that asks, and those after it."""
    current = run.fragment_id if run.calling is None else run.calling.fragment
    rest = list(run.scope)
    while rest and not run.app.fragments.lies_in(current, rest[:1]):
        del rest[0]
    if not rest:
        raise messages.fragment_scope_in_script()
    return tuple(rest)


def _valid_scope(scope: Any) -> str | list[str]:
    if isinstance(scope, int):
        return str(scope)
    if isinstance(scope, (bytes, bytearray)) or not isinstance(scope, (str, Sequence)):
        raise messages.bad_scope(scope)
    if not scope:
        raise messages.empty_scope(scope)
    return scope if isinstance(scope, str) else [_valid_name(name, scope) for name in scope]


def _valid_name(name: Any, scope: Any) -> str:
    if isinstance(name, int):
        return str(name)
    if not isinstance(name, str):
        raise messages.bad_scope(scope)
    if not name:
        raise messages.empty_scope(scope)
    if name in LEVELS:
        raise messages.level_among_keys(name)
    return name
