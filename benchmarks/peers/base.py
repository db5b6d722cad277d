"""What every peer offers: show an app, do something with it, say what that cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from benchmarks.gestures import Interaction
from benchmarks.sample import Sample

SETTLE = 0.12
"""Seconds of quiet before and after each interaction: work put off until then is charged to who did it."""

TIMEOUT = 30.0
"""Seconds after which an answer that did not come counts as failure."""


class NotShownError(Exception):
    """The text that shows the end of an interaction did not come."""


class NotDoneError(Exception):
    """The peer does no such thing."""


@dataclass(frozen=True)
class Pace:
    """How many interactions follow each other.

    Parameters
    ----------
    gap
        Seconds between two; none sends them as quickly as possible.
    throttled
        Keep the rule of ipywidgets' front end: while one is not answered the others wait, and only the newest of
        those that wait is sent then.
    """

    gap: float = 0.0
    throttled: bool = False


ONE = Pace()
"""One interaction, or several at once."""


class Peer(Protocol):
    """A library with one app on show."""

    #: Seconds of quiet after each interaction, which are part of its processor time.
    settle: float

    def prepare(self, app: str, n: int) -> None:
        """Get ready to show an app."""

    def open(self) -> Sample:
        """Show the app that was prepared."""

    def act(self, interactions: Sequence[Interaction], pace: Pace = ONE) -> Sample:
        """Do these one after the other and wait until the last of them is shown."""

    def runs(self) -> int:
        """How often the script, or what the peer has for one, was begun since the app was shown."""

    def pump(self) -> None:
        """Take in what came meanwhile, so that the connection stays alive and the next figure is clean."""

    def memory_kib(self) -> float:
        """Memory of the process that runs the app."""
