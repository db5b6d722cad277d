"""Who takes turns, and what becomes of one that fails: it is named, and the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Generic, Protocol, TypeVar

from benchmarks.bench import Measured, tell
from benchmarks.sample import Sample


class Closing(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Take it away."""


P = TypeVar("P", bound=Closing)
T = TypeVar("T")


class Players(Generic[P]):
    """The panels on show, by peer.

    Parameters
    ----------
    open_panel
        Shows the panel of a peer.
    """

    def __init__(self, open_panel: Callable[[str], P]) -> None:
        self._open = open_panel
        self._panels: dict[str, P] = {}
        self.failed: dict[str, str] = {}

    def seat(self, peers: Sequence[str], warm_up: Callable[[P], object]) -> None:
        """Show the panels of these, and do what pays for all that is made when it is first needed."""
        for peer in peers:
            tell(f"  opening {peer}")
            panel = self._guarded(peer, partial(self._ready, peer, warm_up))
            if panel is not None:
                self._panels[peer] = panel

    def play(self, measured: Measured, turns: Iterable[Callable[[P], Sample]]) -> Measured:
        """Let all have the first turn, then all the second, and so on, so that all see the same load."""
        for number, turn in enumerate(turns, start=1):
            tell(f"  {measured.workload} {number}")
            for peer, panel in list(self._panels.items()):
                sample = self._guarded(peer, partial(turn, panel))
                if sample is None:
                    self._close(self._panels.pop(peer))
                else:
                    measured.samples.setdefault(peer, []).append(sample)
        for peer in self.failed:
            measured.samples.pop(peer, None)
        measured.failed |= self.failed
        return measured

    def _ready(self, peer: str, warm_up: Callable[[P], object]) -> P:
        panel = self._open(peer)
        try:
            warm_up(panel)
        except Exception:
            self._close(panel)
            raise
        return panel

    @staticmethod
    def _close(panel: P) -> None:
        """Close a panel that failed, so that it disturbs nobody; it may be gone already."""
        with suppress(Exception):
            panel.close()

    def _guarded(self, peer: str, job: Callable[[], T]) -> T | None:
        try:
            return job()
        except Exception as error:  # noqa: BLE001 - whatever a page does must not end the others
            self.failed[peer] = f"{type(error).__name__}: {error}"
            tell(f"  {peer} failed: {self.failed[peer]}")
            return None
