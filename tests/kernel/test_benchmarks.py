"""The benchmarks really measure: two peers do the same, and show the same."""

from __future__ import annotations

import re

import pytest

from benchmarks.bench import Bench, Measured
from benchmarks.processes import Children
from benchmarks.sample import Sample
from benchmarks.workloads import Plan, inspector, w1

ROW = re.compile(rb"row \d+: \d+;")


def shown(sample: Sample) -> list[bytes]:
    """The rows that an interaction changed."""
    return [row for content in sample.contents for row in ROW.findall(content)]


@pytest.mark.kernel
def test_the_floor_and_an_app_of_ours_show_the_same_rows() -> None:
    with Children() as children:
        found: list[Measured] = list(w1(Bench(children, ["floor", "ours"]), Plan(sizes=[10], rounds=2)))
    (measured,) = found
    assert measured.failed == {}
    floor, ours = measured.column("floor"), measured.column("ours")
    assert [shown(sample) for sample in ours] == [shown(sample) for sample in floor]
    assert shown(ours[-1]) == [b"row 1: 16;"]
    assert all(sample.cpu_ms > 0 and sample.messages >= 2 for sample in [*floor, *ours])


@pytest.mark.kernel
def test_a_panel_that_is_open_is_told_of_each_rerun_and_what_that_costs_is_measured() -> None:
    with Children() as children:
        (measured,) = inspector(Bench(children, ["ours"]), Plan(sizes=[10, 1000], rounds=2))
    assert measured.failed == {}
    for sample in measured.column("ours"):
        assert sample.extra["told"] >= 1
        assert sample.extra["open"] > 0
        assert sample.extra["closed"] > 0
