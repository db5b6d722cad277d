"""The tables of what the pages showed: medians, 95th percentiles, and how they compare."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from benchmarks.bench import Measured
from benchmarks.figures import NOTHING, Figure, figure, ratio
from benchmarks.goals import Goal, wall
from benchmarks.report import raw, shown
from benchmarks.sample import Sample

PRESS = "press"
DRAG = "drag"
REFERENCE = "streamlit"
RESAMPLES = 200
PARTS = {
    "text": "text p50",
    "before": "until script p50",
    "script": "script p50",
    "after": "after script p50",
}
DRAGGED = {
    "tasks": "long tasks",
    "blocked": "ms in them",
    "longest": "longest ms",
    "values": "values shown",
    "updates": "whole pictures",
}


def p95(column: Sequence[Sample]) -> Figure:
    """Return the 95th percentile, and how far it would spread if the rounds were drawn again."""
    return _again([wall(sample) for sample in column], percentile)


def p95_ratio(of: Sequence[Sample], over: Sequence[Sample]) -> Figure:
    """Return the ratio of two 95th percentiles, and how far it would spread if the rounds were drawn again."""
    pairs = [(wall(a), wall(b)) for a, b in zip(of, over, strict=False)]
    return _again(pairs, lambda drawn: percentile([a for a, _ in drawn]) / percentile([b for _, b in drawn]))


def percentile(values: Sequence[float], hundredth: int = 95) -> float:
    """Return a percentile, between two values if need be."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[hundredth - 1]


def _again(rounds: Sequence[Any], measure: Callable[[Sequence[Any]], float]) -> Figure:
    if not rounds:
        return NOTHING
    draw = random.Random(0)  # the same figures give the same table
    drawn = [measure(draw.choices(rounds, k=len(rounds))) for _ in range(RESAMPLES)]
    return Figure(measure(rounds), figure(drawn).spread)


def besides(column: Sequence[Sample]) -> list[float]:
    """Return what was needed beside the script itself, round by round."""
    return [sample.extra["before"] + sample.extra["after"] for sample in column]


def _ours_over_streamlit(measured: Measured) -> Figure:
    return p95_ratio(measured.column("ours"), measured.column(REFERENCE))


GOALS = (
    Goal("p95 from the press to the pixels, over Streamlit's", PRESS, _ours_over_streamlit, 1, 0.5),
    Goal(
        "p95 from the press to the pixels, ms", PRESS, lambda measured: p95(measured.column("ours")), None, 60
    ),
)


def presses(measured: Measured) -> Iterator[str]:
    """Yield the table of what was pressed."""
    head = [
        "p50 ms",
        "p95 ms",
        "p50 / Streamlit",
        "p95 / Streamlit",
        *PARTS.values(),
        "all but script p95",
        "rounds",
    ]
    yield from _table(measured, head, _press_cells)


def _press_cells(measured: Measured, column: list[Sample]) -> list[str]:
    reference = measured.column(REFERENCE)
    return [
        shown(figure(map(wall, column))),
        shown(p95(column)),
        shown(ratio(column, reference, wall)),
        shown(p95_ratio(column, reference)),
        *(shown(figure(sample.extra[part] for sample in column)) for part in PARTS),
        shown(_again(besides(column), percentile)),
        str(len(column)),
    ]


def drags(measured: Measured) -> Iterator[str]:
    """Yield the table of what was dragged."""
    yield from _table(
        measured, [*DRAGGED.values(), "ms from the release to the last pixels", "drags"], _drag_cells
    )


def _drag_cells(_: Measured, column: list[Sample]) -> list[str]:
    cells = [shown(figure(sample.extra[name] for sample in column)) for name in DRAGGED]
    return [*cells, shown(figure(map(wall, column))), str(len(column))]


def _table(
    measured: Measured, head: Sequence[str], cells: Callable[[Measured, list[Sample]], list[str]]
) -> Iterator[str]:
    if not (measured.samples or measured.failed):
        return
    yield f"### {measured.about}"
    yield ""
    yield f"| peer | {' | '.join(head)} |"
    yield "| --- |" + " --: |" * len(head)
    for label, column in measured.samples.items():
        yield f"| {label} | {' | '.join(cells(measured, column))} |"
    for label, error in measured.failed.items():
        said = " ".join(error.replace("|", "/").split())[:160]
        yield f"| {label} | failed: {said} |" + " |" * (len(head) - 1)


def goals(found: Sequence[Measured]) -> Iterator[str]:
    """Yield the table of goals, those of them that were measured."""
    reached = [(goal, goal.figure(found)) for goal in GOALS]
    if any(value for _, value in reached):
        yield from (
            "### Goals",
            "",
            "| goal | acceptable | aim | ours | |",
            "| --- | --: | --: | --: | --- |",
        )
    for goal, value in reached:
        if value:
            accept = "-" if goal.accept is None else f"at most {goal.accept:g}"
            cells = [goal.title, accept, f"at most {goal.aim:g}", shown(value), goal.verdict(value.value)]
            yield f"| {' | '.join(cells)} |"


def everything(found: Sequence[Measured]) -> dict[str, Any]:
    """Return every single figure, for a file."""
    reached = [(goal, goal.figure(found)) for goal in GOALS]
    verdicts = [
        {
            "title": goal.title,
            "value": value.value,
            "spread": value.spread,
            "verdict": goal.verdict(value.value),
        }
        for goal, value in reached
        if value and not math.isnan(value.spread)
    ]
    return {**raw(found), "goals": verdicts}
