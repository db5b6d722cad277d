"""How a run is ended early.

All derive from `BaseException`, so that ``except Exception`` in a script cannot swallow them.
"""

from __future__ import annotations


class ControlFlow(BaseException):
    """Ends a run or a callback; never an error."""


class StopException(ControlFlow):
    """``st.stop()``: what was drawn stays, nothing more runs."""


class RerunException(ControlFlow):
    """``st.rerun()`` and ``st.switch_page()``: this run ends, a fresh one starts.

    Parameters
    ----------
    fragments
        Ids of the fragments that shall run; none for the whole script.
    page
        The page to turn to before, if any.
    """

    def __init__(self, fragments: tuple[str, ...] = (), page: str | None = None) -> None:
        super().__init__()
        self.fragments = fragments
        self.page = page


class AbortException(ControlFlow):
    """Newer input is waiting: this run is given up at an ``st.*`` call, and the next one starts."""
