"""How peers take turns, and that one that fails takes nobody along."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from benchmarks import bench
from benchmarks.bench import Bench, Entry, Measured, Player
from benchmarks.gestures import Interaction
from benchmarks.peers.base import ONE, NotDoneError, Pace
from benchmarks.processes import Children
from benchmarks.sample import Sample


class Stand:
    """A peer that writes down what it is asked for."""

    def __init__(self, name: str, log: list[str], trouble: Callable[[str], None]) -> None:
        self.settle = 0.0
        self._name, self._log, self._trouble = name, log, trouble

    def prepare(self, app: str, n: int) -> None:
        self._trouble("prepare")

    def open(self) -> Sample:
        self._log.append(f"{self._name} opens")
        return Sample(1, 1, 1, 1)

    def act(self, interactions: Sequence[Interaction], pace: Pace = ONE) -> Sample:
        self._trouble("act")
        self._log.append(f"{self._name} acts")
        return Sample(1, 1, 1, 1)

    def runs(self) -> int:
        return 0

    def pump(self) -> None:
        self._trouble("pump")

    def memory_kib(self) -> float:
        return 0


Troubles = dict[str, Callable[[str], None]]


def prepared(
    monkeypatch: pytest.MonkeyPatch, troubles: Troubles, lacking: str = ""
) -> tuple[Bench, list[str]]:
    """A bench of peers that are stand-ins, and what they are asked for."""
    log: list[str] = []

    def start(name: str, children: Children) -> Stand:
        log.append(f"{name} starts")
        trouble = troubles.get(name, failing())
        trouble("start")
        return Stand(name, log, trouble)

    monkeypatch.setattr(bench, "start", start)
    monkeypatch.setattr(bench, "has", lambda name, app: name not in lacking)
    monkeypatch.setattr(bench, "SETTLE", 0)
    return Bench(Children(), ["a", "b", "c"]), log


def measure(
    monkeypatch: pytest.MonkeyPatch, names: str, troubles: Troubles, lacking: str = ""
) -> tuple[Measured, list[str]]:
    """Two rounds of some peers; returns what came of it, and what they were asked for."""
    asked, log = prepared(monkeypatch, troubles, lacking)
    return two_rounds(asked, names), [line for line in log if not line.endswith("starts")]


def two_rounds(asked: Bench, names: str) -> Measured:
    entries = [Entry(name, name, "rows", 10) for name in names.split()]
    return asked.measure(Measured("w1", "rows"), entries, 2, Player.act)


def failing(
    *jobs: str, error: type[Exception] = RuntimeError, after: int = 0, times: int = 1000
) -> Callable[[str], None]:
    """Trouble that begins once a job was done so often, and comes so many times."""
    done = [0]

    def trouble(job: str) -> None:
        if job in jobs:
            done[0] += 1
            if after < done[0] <= after + times:
                raise error("it broke")

    return trouble


def test_all_open_first_and_then_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    measured, log = measure(monkeypatch, "a b", {})
    assert log[:4] == ["a opens", "a acts", "b opens", "b acts"]  # the first act of each is in no figure
    assert log[4:] == ["a acts", "b acts", "a acts", "b acts"]
    assert {label: len(column) for label, column in measured.samples.items()} == {"a": 2, "b": 2}


def test_only_those_take_part_that_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    measured, _ = measure(monkeypatch, "a d b@server", {})
    assert list(measured.samples) == ["a", "b@server"]


@pytest.mark.parametrize("trouble", [failing("start"), failing("prepare"), failing("act", after=2)])
def test_a_peer_that_fails_is_named_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, trouble: Callable[[str], None]
) -> None:
    measured, _ = measure(monkeypatch, "a b c", {"b": trouble})
    assert measured.failed == {"b": "RuntimeError: it broke"}
    assert {label: len(column) for label, column in measured.samples.items()} == {"a": 2, "c": 2}


def test_a_peer_without_such_an_app_is_missing_and_not_even_started(monkeypatch: pytest.MonkeyPatch) -> None:
    measured, _ = measure(monkeypatch, "a b", {"a": failing("start")}, lacking="a")
    assert (measured.missing, measured.failed) == (["a"], {})
    assert list(measured.samples) == ["b"]


def test_a_peer_that_does_no_such_thing_is_missing_not_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    measured, _ = measure(monkeypatch, "a b", {"a": failing("act", error=NotDoneError, after=1)})
    assert (measured.missing, measured.failed) == (["a"], {})


def test_an_app_whose_connection_was_lost_is_shown_anew_before_its_next_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured, log = measure(
        monkeypatch, "a b", {"a": failing("pump", error=ConnectionError, after=3, times=1)}
    )
    assert log[4:] == ["a acts", "b acts", "a opens", "a acts", "a acts", "b acts"]
    assert {label: len(column) for label, column in measured.samples.items()} == {"a": 2, "b": 2}


def test_a_peer_that_failed_is_started_anew_for_the_next_workload(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, log = prepared(monkeypatch, {"a": failing("act", after=1, times=1)})
    assert two_rounds(asked, "a b").failed == {"a": "RuntimeError: it broke"}
    assert len(two_rounds(asked, "a b").column("a")) == 2
    assert [line for line in log if line.endswith("starts")] == ["a starts", "b starts", "a starts"]
