"""What is pure in the benchmark of the browser: where the mouse goes, who takes turns, what the tables say."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import pytest

from benchmarks.bench import Measured
from benchmarks.browser.first_paint import REFERENCE
from benchmarks.browser.first_paint import table as first_paints
from benchmarks.browser.hosts import OPEN, OURS, SCRIPT, STREAMLIT
from benchmarks.browser.motions import places, sample, to_and_fro
from benchmarks.browser.tables import (
    DRAG,
    PRESS,
    besides,
    drags,
    everything,
    goals,
    p95,
    p95_ratio,
    percentile,
    presses,
)
from benchmarks.browser.turns import Players
from benchmarks.browser.viewers import Cost
from benchmarks.browser.viewers import table as viewers
from benchmarks.figures import Figure
from benchmarks.sample import Sample
from jupyter_session_state.testing import AppTest

PARTS = {"text": 5.0, "before": 2.0, "script": 6.0, "after": 1.0}
DRAGGED = {"tasks": 2.0, "blocked": 110.0, "longest": 60.0, "values": 9.0, "updates": 7.0}


def pressed(*figures: float) -> list[Sample]:
    return [sample(value, PARTS) for value in figures]


def measured(**columns: list[Sample]) -> Measured:
    return Measured(PRESS, "pressed", samples=columns)


def test_a_track_is_never_pressed_at_its_ends_nor_near_the_place_before() -> None:
    found = places(200)
    assert min(found) >= 0.05
    assert max(found) <= 0.95
    assert min(abs(a - b) for a, b in pairwise(found)) > 0.3


def test_a_drag_begins_where_the_thumb_is_and_turns_at_the_ends() -> None:
    ways = [to_and_fro(0.25, share / 8, sweeps=2) for share in range(9)]
    assert ways == [0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25, 0, 0.25]


def test_what_a_page_did_not_see_is_no_number() -> None:
    assert math.isnan(sample(None, DRAGGED).wall_ms)
    assert sample(3.0, DRAGGED).wall_ms == 3


def test_a_percentile_lies_between_two_values() -> None:
    assert percentile([float(value) for value in range(101)]) == 95
    assert percentile([0.0, 10.0]) == pytest.approx(9.5)
    assert percentile([7.0]) == 7


def test_the_spread_of_a_percentile_is_that_of_rounds_drawn_again() -> None:
    assert p95(pressed(*[100.0] * 20)).spread == 0
    wide = p95(pressed(*range(1, 41)))
    assert 0 < wide.spread < 5
    assert p95(pressed(*range(1, 41))) == wide  # the same figures give the same table


def test_a_ratio_of_percentiles_keeps_rounds_together() -> None:
    # The machine was busy in some rounds, for both: the ratio is 0.5 however they are drawn.
    found = p95_ratio(pressed(10, 200, 30, 400), pressed(20, 400, 60, 800))
    assert (found.value, found.spread) == (0.5, 0)
    assert not p95_ratio([], pressed(1))


def test_what_is_besides_the_script_is_what_comes_before_and_after() -> None:
    assert besides(pressed(9)) == [3]


def test_the_tables_show_who_took_part_and_who_failed() -> None:
    both = measured(ours=pressed(50, 50), streamlit=pressed(100, 100))
    both.failed["interact"] = "Error: no\n|slider|"
    lines = list(presses(both))
    assert len({line.count("|") for line in lines[2:]}) == 1
    assert [cell.strip() for cell in lines[4].split("|")][1:5] == [
        "ours",
        "50.0 ± 0",
        "50.0 ± 0",
        "0.500 ± 0",
    ]
    assert lines[-1].startswith("| interact | failed: Error: no /slider/ |")


def test_what_was_not_measured_has_no_table() -> None:
    assert [*presses(measured()), *drags(measured()), *goals([measured()])] == []


def test_without_streamlit_there_is_nothing_to_compare_with() -> None:
    lines = list(presses(measured(ours=pressed(50, 50))))
    assert [cell.strip() for cell in lines[4].split("|")][4:6] == ["-", "-"]
    assert [line for line in goals([measured(ours=pressed(50))]) if "Streamlit" in line] == []


def test_a_drag_without_a_picture_has_no_last_one() -> None:
    lines = list(drags(Measured(DRAG, "dragged", samples={"ours": [sample(None, DRAGGED)]})))
    assert [cell.strip() for cell in lines[4].split("|")][1:8] == [
        "ours",
        "2.00",
        "110",
        "60.0",
        "9.00",
        "7.00",
        "-",
    ]


@pytest.mark.parametrize(
    ("figure", "verdicts"),
    [
        (50, ["aim reached", "aim reached"]),
        (80, ["acceptable", "aim not reached"]),
        (120, ["not reached"] * 1),
    ],
)
def test_the_goals_compare_the_slowest_answers(figure: float, verdicts: list[str]) -> None:
    found = list(goals([measured(ours=pressed(figure, figure), streamlit=pressed(100, 100))]))[4:]
    assert [line.split("|")[5].strip() for line in found][: len(verdicts)] == verdicts


def test_every_figure_can_be_written_as_json() -> None:
    whole = everything([measured(ours=pressed(50, 50), streamlit=pressed(100, 100))])
    read = json.loads(json.dumps(whole, allow_nan=False))
    assert [goal["verdict"] for goal in read["goals"]] == ["aim reached", "aim reached"]
    assert [one["wall_ms"] for one in read["measured"][0]["samples"]["ours"]] == [50, 50]


class Stand:
    """A panel that writes down what it is asked for."""

    def __init__(self, name: str, log: list[str], *, fails_after: int = 1000) -> None:
        self._name, self._log, self._left = name, log, fails_after

    def press(self) -> Sample:
        if self._left == 0:
            raise RuntimeError("it broke")
        self._left -= 1
        self._log.append(self._name)
        return sample(1.0, PARTS)

    def close(self) -> None:
        self._log.append(f"{self._name} closed")


def seated(names: str, log: list[str], **fails_after: int) -> Players[Stand]:
    def opened(name: str) -> Stand:
        if name == "closed":
            raise OSError("no page")
        return Stand(name, log, fails_after=fails_after.get(name, 1000))

    players = Players(opened)
    players.seat(names.split(), Stand.press)
    return players


def test_all_are_warm_before_the_first_turn_and_then_take_turns() -> None:
    log: list[str] = []
    found = seated("a b", log).play(measured(), [Stand.press] * 2)
    assert log == ["a", "b", "a", "b", "a", "b"]
    assert {name: len(column) for name, column in found.samples.items()} == {"a": 2, "b": 2}


def test_one_that_fails_is_named_in_all_that_follows_and_the_others_go_on() -> None:
    log: list[str] = []
    players = seated("a closed b c", log, a=2, c=0)
    first = players.play(measured(), [Stand.press] * 3)
    assert first.failed == {
        "closed": "OSError: no page",
        "c": "RuntimeError: it broke",
        "a": "RuntimeError: it broke",
    }
    assert {name: len(column) for name, column in first.samples.items()} == {"b": 3}
    assert [line for line in log if line.endswith("closed")] == ["c closed", "a closed"]
    second = players.play(Measured(DRAG, "dragged"), [Stand.press])
    assert list(second.samples) == ["b"]
    assert set(second.failed) == {"a", "closed", "c"}


# -- the first paint -----------------------------------------------------------------------------------------


def test_the_page_that_is_painted_has_thirty_elements_and_says_where_it_begins_and_ends() -> None:
    at = AppTest.from_file(SCRIPT).run()
    assert not at.exception
    assert sum(1 for element in at.main if element.type != "main") == 30
    assert {OURS.first, STREAMLIT.first} == {at.title[0].value}
    assert {OURS.last, STREAMLIT.last} == {at.text[-1].value}


def test_first_paints_are_compared_round_by_round() -> None:
    extra = {"first": 5.0, "blocked": 0.0}
    ours, theirs = ([sample(wall, extra) for wall in walls] for walls in ((10, 30), (20, 60)))
    lines = list(
        first_paints(Measured("first", "The first visit", samples={"ours": ours, REFERENCE: theirs}))
    )
    assert lines[0] == "### The first visit"
    assert lines[-2] == "| ours | 5.00 ± 0 | 20.0 ± 5.0 | 29.0 ± 0.50 | 0.500 ± 0 | 0 ± 0 | 2 |"
    assert REFERENCE in OPEN


def test_a_viewer_without_a_kernel_has_none() -> None:
    one = Cost(Figure(2, 0.5), Figure(1, 0.5), Figure(math.nan), Figure(200))
    assert list(viewers({"Streamlit": one}))[-1] == "| Streamlit | 2.00 ± 0.50 | 1.00 ± 0.50 | - | 200 |"
