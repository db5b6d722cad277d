"""The kernel's end of the inspector and the timeline; nothing of it is loaded before the extension asks."""

from __future__ import annotations

from jupyter_session_state._jupyter import visitors
from jupyter_session_state._jupyter.inspector.target import Target
from jupyter_session_state._jupyter.session import current_session

_targets: list[Target] = []


def open() -> bool:  # noqa: A001 - the word for it; the module is never imported into another's names
    """Let pages look at the apps of this kernel, and return whether they may.

    The JupyterLab extension executes this, so whoever can is allowed to run code here anyway.
    """
    session = current_session()
    if session is None or visitors.are_here():
        return False
    if not _targets or _targets[0].session is not session:
        close()
        _targets[:] = [Target(session)]
        session.at_end.add(close)
    return True


def close() -> None:
    """Let nobody look any more."""
    while _targets:
        _targets.pop().close()
