"""Threads of a script that draw in its app. Mirrors ``streamlit.runtime.scriptrunner``, as far as scripts use it.

A thread that a script starts knows nothing of the app: what it prints goes where the notebook puts it, and
``st.text()`` in it is an error. One that was attached draws, while the run goes on, into the main area or into the
fragment that attached it, and wherever it says ``with box:`` or ``box.text()``. When the run is over, what it draws
is lost without an error.
"""

from __future__ import annotations

import threading

from jupyter_session_state._core.control_flow import RerunException, StopException
from jupyter_session_state._core.pens import Attachment, Pen, attach
from jupyter_session_state._core.place import CURRENT

__all__ = [
    "RerunData",
    "RerunException",
    "ScriptRunContext",
    "StopException",
    "add_script_run_ctx",
    "get_script_run_ctx",
]


class RerunData(tuple[str, ...]):
    """What a script hands to `RerunException` to run anew: here always all of it."""

    __slots__ = ()

    def __new__(cls, *_: object, **__: object) -> RerunData:
        """Take whatever Streamlit's takes."""
        return super().__new__(cls)


class ScriptRunContext:
    """What attaches a thread to the run that goes on.

    Attributes
    ----------
    session_id
        Tells one session from another; in a notebook an app has one.
    """

    def __init__(self, share: Attachment) -> None:
        self._share = share
        app = share.run.app
        self.session_id = f"{app.name}-{id(app.state):x}"

    def new_share(self) -> Attachment:
        """Return a share of its own for a thread."""
        pen = self._share.pen
        return Attachment(self._share.run, Pen(pen.base, pen.running))


def get_script_run_ctx(suppress_warning: bool = False) -> ScriptRunContext | None:  # noqa: ARG001 - as in Streamlit
    """Return what attaches another thread to the run this one draws in; None if it draws in none.

    Parameters
    ----------
    suppress_warning
        There is no warning.
    """
    run = CURRENT.get()
    return None if run is None else ScriptRunContext(run.pens.share())


def add_script_run_ctx(
    thread: threading.Thread | None = None, ctx: ScriptRunContext | None = None
) -> threading.Thread:
    """Let what a thread calls of ``st`` draw in the app.

    Parameters
    ----------
    thread
        The thread; the one that calls this if not given.
    ctx
        What `get_script_run_ctx` gave in a thread that draws; that of this thread if not given.

    Returns
    -------
    threading.Thread
        The thread.

    Examples
    --------
    >>> thread = threading.Thread(target=work)  # doctest: +SKIP
    >>> add_script_run_ctx(thread).start()  # doctest: +SKIP
    >>> thread.join()  # doctest: +SKIP
    """
    thread = threading.current_thread() if thread is None else thread
    ctx = get_script_run_ctx() if ctx is None else ctx
    runs_the_script = thread is threading.current_thread() and CURRENT.is_set()
    if ctx is not None and not runs_the_script:
        attach(thread, ctx.new_share())
    return thread
