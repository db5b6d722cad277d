"""What the tables of the benchmarks say: pairs, spreads, and what a figure comes to."""

from __future__ import annotations

import math

import pytest

from benchmarks.bench import Measured
from benchmarks.figures import difference, figure, ratio
from benchmarks.goals import GOALS, Goal, cpu, ours, over_floor
from benchmarks.report import goals, number, raw, table
from benchmarks.sample import Sample
from benchmarks.workloads import WORKLOADS


def column(*figures: float) -> list[Sample]:
    return [Sample(wall_ms=1, cpu_ms=value, messages=2, size=1000) for value in figures]


def w1(**columns: list[Sample]) -> Measured:
    return Measured("w1", "rows", 10, samples=columns)


def test_a_figure_is_the_median_with_half_the_inter_quartile_range() -> None:
    found = figure([1, 2, 3, 4, 100])
    assert (found.value, found.spread) == (3, 1)


def test_a_single_value_has_no_spread() -> None:
    found = figure([7])
    assert found.value == 7
    assert math.isnan(found.spread)


def test_what_is_no_number_does_not_count() -> None:
    assert figure([math.nan, 5, 5]).value == 5
    assert not figure([math.nan])
    assert not figure([])


def test_a_ratio_is_taken_round_by_round() -> None:
    # The second half of the run was ten times slower for both: the ratio of medians would be 11 / 5.5.
    found = ratio(column(2, 20, 2, 20), column(1, 10, 1, 10), cpu)
    assert (found.value, found.spread) == (2, 0)


def test_a_ratio_ends_with_the_shorter_column_and_leaves_out_nothing_spent() -> None:
    assert ratio(column(2, 4, 9), column(1, 0), cpu).value == 2
    assert not ratio(column(1), [], cpu)


def test_a_difference_is_taken_round_by_round() -> None:
    assert difference(column(3, 13), column(1, 11), cpu).value == 2


@pytest.mark.parametrize(
    ("value", "verdict"), [(1.1, "aim reached"), (1.4, "acceptable"), (1.41, "not reached")]
)
def test_less_is_better_unless_the_goal_says_otherwise(value: float, verdict: str) -> None:
    assert Goal("", "w1", over_floor, 1.4, 1.1).verdict(value) == verdict


@pytest.mark.parametrize(("value", "verdict"), [(3, "aim reached"), (2, "acceptable"), (1.9, "not reached")])
def test_more_is_better_where_the_goal_says_so(value: float, verdict: str) -> None:
    assert Goal("", "w1", over_floor, 2, 3, more=True).verdict(value) == verdict


def test_a_goal_without_an_acceptable_figure_has_its_aim_only() -> None:
    goal = Goal("", "w3 burst", over_floor, None, 200)
    assert [goal.verdict(200), goal.verdict(201)] == ["aim reached", "aim not reached"]


def test_a_goal_is_about_one_workload_and_size() -> None:
    measured = w1(ours=column(4), floor=column(2))
    assert Goal("", "w1", over_floor, 1, 1, size=10).figure([measured]).value == 2
    assert not Goal("", "w1", over_floor, 1, 1, size=100).figure([measured])
    assert not Goal("", "w2", over_floor, 1, 1, size=10).figure([measured])


def test_a_goal_reads_figures_of_the_workload_and_those_of_every_sample() -> None:
    measured = w1(ours=[Sample(1, 1, 2, 1000, {"runs": 3})])
    assert ours("runs")(measured).value == 3
    assert ours("size")(measured).value == 1000


def test_every_goal_is_about_a_workload_that_is_there_and_aims_higher_than_what_is_acceptable() -> None:
    for goal in GOALS:
        assert goal.workload.partition(" ")[0] in WORKLOADS, goal.title
        if goal.accept is not None:
            assert goal.verdict(goal.aim) == "aim reached", goal.title
            assert goal.accept == goal.aim or goal.verdict(goal.accept) == "acceptable", goal.title


def test_a_table_shows_who_took_part_who_has_no_such_app_and_who_failed() -> None:
    measured = w1(floor=column(2, 2), ours=column(3, 3))
    measured.missing.append("marimo")
    measured.failed["solara"] = "ImportError: no\n|module|"
    head, _, names, _, floor, us, missing, failed = table(measured)
    assert head == "### w1, N=10: rows"
    cells = [cell.strip() for cell in us.split("|")]
    assert cells[[cell.strip() for cell in names.split("|")].index("CPU / floor")] == "1.50 ± 0"
    assert floor.startswith("| floor | 2.00 ± 0 |")
    assert missing.startswith("| marimo | - |")
    assert failed.startswith("| solara | failed: ImportError: no /module/ |")
    assert len({line.count("|") for line in (names, floor, us, missing, failed)}) == 1


def test_the_table_of_goals_shows_only_what_was_measured() -> None:
    lines = list(goals([w1(floor=column(2, 2), ours=column(3, 3))]))[4:]
    assert lines[0] == "| w1 N=10: CPU over floor | at most 1.4 | at most 1.1 | 1.50 ± 0 | not reached |"
    assert [line.split("|")[1].strip() for line in lines[1:]] == [
        "w1 N=10: messages per interaction",
        "w1 N=10: bytes per interaction",
    ]


def test_raw_figures_can_be_written_as_json() -> None:
    measured = w1(ours=[Sample(math.nan, 1, 2, 3)])
    (sample,) = raw([measured])["measured"][0]["samples"]["ours"]
    assert sample == {"wall_ms": None, "cpu_ms": 1, "messages": 2, "size": 3}


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (0.01234, "0.0123"), (12.345, "12.3"), (1234.5, "1,234"), (math.nan, "-")]
)
def test_numbers_have_three_digits(value: float, text: str) -> None:
    assert number(value) == text
