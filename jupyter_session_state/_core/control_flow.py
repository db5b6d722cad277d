"""How a run is ended early.

All derive from `BaseException`, so that ``except Exception`` in a script cannot swallow them.
"""

from __future__ import annotations


class ControlFlow(BaseException):
    """Ends a run or a callback; never an error."""


class StopException(ControlFlow):
    """``st.stop()``: what was drawn stays, nothing more runs."""


class RerunException(ControlFlow):
    """``st.rerun()``: this run ends, a fresh one starts."""


class AbortException(ControlFlow):
    """Newer input is waiting: this run is given up at an ``st.*`` call, and the next one starts."""
