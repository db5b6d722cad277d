"""Peers that take turns: started when they are first needed, one interaction each, round after round."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from benchmarks.gestures import Interaction, interaction
from benchmarks.peers.base import SETTLE, NotDoneError, Peer
from benchmarks.peers.catalogue import has, start
from benchmarks.processes import Children
from benchmarks.sample import Sample


@dataclass(frozen=True)
class Entry:
    """Who takes part in a workload.

    Parameters
    ----------
    label
        The row of the table.
    peer
        The name of the peer.
    app, n
        What is on show, and its number of rows.
    own
        Names a process of its own, for a peer that takes part twice.
    """

    label: str
    peer: str
    app: str
    n: int = 1
    own: str = ""

    @property
    def process(self) -> str:
        """Which process of the peer is used."""
        return f"{self.peer} {self.own}".strip()


@dataclass
class Measured:
    """What came of one workload at one size: a sample for each round, by row."""

    workload: str
    about: str
    size: int = 0
    extra: tuple[str, ...] = ()  # what is of interest besides
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def with_extra(self, *names: str) -> Measured:
        """Have further columns in the table."""
        self.extra = names
        return self

    def column(self, label: str) -> list[Sample]:
        """Return the samples of a row; none if the peer did not take part."""
        return self.samples.get(label, [])


@dataclass
class Player:
    """One peer with an app on show, and how often it was used."""

    entry: Entry
    peer: Peer
    turn: int = 0

    def open(self) -> Sample:
        """Show the app anew."""
        self.peer.prepare(self.entry.app, self.entry.n)
        self.turn = 0
        return self.peer.open()

    def next(self) -> Interaction:
        """Return the interaction that comes next."""
        self.turn += 1
        return interaction(self.entry.app, self.turn, self.entry.n)

    def act(self) -> Sample:
        """Do the next interaction."""
        return self.peer.act([self.next()])


T = TypeVar("T")
Turn = Callable[[Player], Sample]


class Bench:
    """All peers of one invocation.

    Parameters
    ----------
    children
        Where processes are started.
    peers
        The names of those that take part.
    """

    def __init__(self, children: Children, peers: Sequence[str]) -> None:
        self._children = children
        self._peers = peers
        self._started: dict[str, Peer] = {}
        self._broken: dict[str, str] = {}
        self._lost: set[str] = set()  # whose connection was

    def asked(self, peer: str) -> bool:
        """Whether a peer takes part."""
        return peer.partition("@")[0] in self._peers

    def measure(self, measured: Measured, entries: Sequence[Entry], rounds: int, turn: Turn) -> Measured:
        """Have everyone show its app, then let them take turns, so that all see the same load."""
        asked = [entry for entry in entries if self.asked(entry.peer)]
        who = ", ".join(entry.label for entry in asked)
        tell(f"{measured.workload}{f' N={measured.size}' if measured.size else ''}: {who}")
        measured.missing += [entry.label for entry in asked if not has(entry.peer, entry.app)]
        able = [entry for entry in asked if has(entry.peer, entry.app)]
        players = [player for entry in able if (player := self._seat(measured, entry, turn)) is not None]
        for _ in range(rounds):
            for player in list(players):
                sample = self._guarded(measured, player.entry, partial(self._turn, player, turn))
                if sample is None:
                    players.remove(player)
                else:
                    measured.samples.setdefault(player.entry.label, []).append(sample)
        return measured

    def _turn(self, player: Player, turn: Turn) -> Sample:
        """Let a player have its turn once all is quiet."""
        self._pump()
        if player.entry.process in self._lost:
            self._warm_up(player, turn)
        time.sleep(SETTLE)
        return turn(player)

    def _seat(self, measured: Measured, entry: Entry, turn: Turn) -> Player | None:
        def seat() -> Player:
            player = Player(entry, self._peer(entry))
            self._pump()
            self._warm_up(player, turn)
            return player

        return self._guarded(measured, entry, seat)

    def _warm_up(self, player: Player, turn: Turn) -> None:
        self._lost.discard(player.entry.process)
        player.open()
        if turn is not Player.open:
            player.act()  # the first one pays for what is made when it is first needed

    def _guarded(self, measured: Measured, entry: Entry, job: Callable[[], T]) -> T | None:
        """Do a job; what goes wrong is written down, and the others go on."""
        try:
            return job()
        except NotDoneError:
            measured.missing.append(entry.label)
        except Exception as error:  # noqa: BLE001 - whatever a library does must not end the others
            measured.failed[entry.label] = f"{type(error).__name__}: {error}"
            measured.samples.pop(entry.label, None)
            self._started.pop(entry.process, None)  # it may hang or be gone: the next workload starts it anew
            tell(f"  {entry.label} failed: {measured.failed[entry.label]}")
        return None

    def _peer(self, entry: Entry) -> Peer:
        """Return the peer; one that could not be started fails again in the same way."""
        name = entry.process
        if name in self._broken:
            raise RuntimeError(self._broken[name])
        if name not in self._started:
            tell(f"  starting {name}")
            try:
                self._started[name] = start(entry.peer, self._children)
            except Exception as error:
                self._broken[name] = f"{type(error).__name__}: {error}"
                raise
        return self._started[name]

    def _pump(self) -> None:
        """Keep connections alive: servers close those that do not answer while others have a long turn."""
        for name, peer in list(self._started.items()):
            try:
                peer.pump()
            except OSError:  # noqa: PERF203 - its app is shown anew before its next turn
                self._lost.add(name)


def tell(progress: str) -> None:
    """Say what is going on, where it is in nobody's way."""
    print(progress, file=sys.stderr, flush=True)
