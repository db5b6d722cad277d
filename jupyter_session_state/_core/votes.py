"""What the callbacks of one interaction want to run, if it is not what the interaction itself would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jupyter_session_state._core.fragments import EVERYTHING, union
from jupyter_session_state._core.wishes import Turn

if TYPE_CHECKING:
    from jupyter_session_state._core.control_flow import RerunException
    from jupyter_session_state._core.fragments import Scope


@dataclass(frozen=True, slots=True)
class Verdict:
    """What runs instead of what the interaction would have run.

    Parameters
    ----------
    scope
        What runs.
    turn
        The page to turn to before.
    clicks_stay
        Whether the clicks of the interaction are still to be seen.
    """

    scope: Scope
    turn: Turn | None
    clicks_stay: bool


@dataclass(slots=True)
class Votes:
    """Collects how callbacks ended, then decides.

    A callback that returns, or calls plain `st.rerun()`, wants what the interaction would run anyway. One that
    names fragments wants those alone, and gets that unless another one wants the whole script.
    """

    reruns: list[RerunException] = field(default_factory=list)
    returned: bool = False

    def verdict(self, default: Scope) -> Verdict | None:
        """Return what runs instead of `default`; None if nobody wants anything else."""
        if not self.reruns:
            return None
        pages = [rerun.page for rerun in self.reruns if rerun.page is not None]
        targeted = any(rerun.fragments for rerun in self.reruns)
        scopes = [rerun.fragments for rerun in self.reruns]
        if targeted and self.returned and default == EVERYTHING:
            scopes.append(EVERYTHING)
        return Verdict(union(scopes), Turn(pages[-1]) if pages else None, targeted)
