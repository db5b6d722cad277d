"""The workloads: what is on show, who takes part, and what one turn is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.bench import Bench, Entry, Measured, Player
from benchmarks.peers.catalogue import PEERS


@dataclass(frozen=True)
class Plan:
    """What the user asked for."""

    sizes: Sequence[int] = (10, 100, 1000)
    rounds: int | None = None

    def times(self, usual: int) -> int:
        """How many rounds: as many as the user says, else the usual."""
        return self.rounds or usual


Workload = Callable[[Bench, Plan], Iterator[Measured]]

ROUNDS = {10: 21, 100: 15}
"""Rounds of w1 by number of rows; 9 for more."""


def entries(app: str, n: int = 1) -> list[Entry]:
    """Return everyone, with the same app."""
    return [Entry(name, name, app, n) for name in PEERS]


def w1(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """One slider of N changes."""
    for n in plan.sizes:
        rounds = plan.times(ROUNDS.get(n, 9))
        yield bench.measure(Measured("w1", n), entries("rows", n), rounds, Player.act)


WORKLOADS: dict[str, Workload] = {"w1": w1}
