"""The tables, as Markdown, and the raw figures, as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.bench import Measured
from benchmarks.figures import Figure, Measure, figure, ratio
from benchmarks.goals import GOALS, Goal, cpu, wall
from benchmarks.sample import Sample

HEAD = ("CPU ms", "wall ms", "messages", "kB", "CPU / floor", "CPU / ours", "wall / ours")
EXTRA = {
    "us": "µs per call",
    "runs": "runs",
    "lag_ms": "lag ms",
    "delivered": "delivered",
    "restart_ms": "restart ms",
    "kib_per_rerun": "KiB per rerun",
    "closed": "CPU closed / away",
    "open": "CPU open / away",
    "told": "messages to the panel",
    "drift": "wall, last 200 / first 200",
}
"""Further columns of some tables."""


def table(measured: Measured) -> Iterator[str]:
    """Yield the lines of one table."""
    columns = [*HEAD, *(EXTRA[name] for name in measured.extra), "rounds"]
    yield f"### {measured.workload}{f', N={measured.size}' if measured.size else ''}: {measured.about}"
    yield ""
    yield f"| peer | {' | '.join(columns)} |"
    yield "| --- |" + " --: |" * len(columns)
    for label in measured.samples:
        yield f"| {label} | {' | '.join(_cells(measured, label))} |"
    for label in measured.missing:
        yield f"| {label} |" + " - |" * len(columns)
    for label, error in measured.failed.items():
        yield f"| {label} | failed: {_one_line(error)} |" + " |" * (len(columns) - 1)


def _cells(measured: Measured, label: str) -> list[str]:
    column = measured.column(label)

    def over(other: str, measure: Measure) -> str:
        return shown(ratio(column, measured.column(other), measure))

    return [
        shown(figure(map(cpu, column))),
        shown(figure(map(wall, column))),
        number(figure(sample.messages for sample in column).value),
        number(figure(sample.size / 1e3 for sample in column).value),
        over("floor", cpu),
        over("ours", cpu),
        over("ours", wall),
        *(shown(figure(sample.extra.get(name, math.nan) for sample in column)) for name in measured.extra),
        str(len(column)),
    ]


def _one_line(error: str) -> str:
    return " ".join(error.replace("|", "/").split())[:160]


def goals(found: Sequence[Measured]) -> Iterator[str]:
    """Yield the table of goals, those of them that were measured."""
    reached_goals = _reached(found)
    if not reached_goals:
        return
    yield "### Goals"
    yield ""
    yield "| goal | acceptable | aim | ours | |"
    yield "| --- | --: | --: | --: | --- |"
    for goal, reached in reached_goals:
        accept = "-" if goal.accept is None else _bound(goal, goal.accept)
        cells = [goal.title, accept, _bound(goal, goal.aim), shown(reached), goal.verdict(reached.value)]
        yield f"| {' | '.join(cells)} |"


def _bound(goal: Goal, value: float) -> str:
    return f"{'at least' if goal.more else 'at most'} {value:g}"


def _reached(found: Sequence[Measured]) -> list[tuple[Goal, Figure]]:
    pairs = [(goal, goal.figure(found)) for goal in GOALS]
    return [(goal, reached) for goal, reached in pairs if reached]


def raw(found: Sequence[Measured]) -> dict[str, Any]:
    """Return every single figure, for a file."""
    return {
        "goals": [
            {
                "title": goal.title,
                "value": reached.value,
                "spread": _sound(reached.spread),
                "verdict": goal.verdict(reached.value),
            }
            for goal, reached in _reached(found)
        ],
        "measured": [
            {
                "workload": one.workload,
                "size": one.size,
                "samples": {label: list(map(_plain, column)) for label, column in one.samples.items()},
                "missing": one.missing,
                "failed": one.failed,
            }
            for one in found
        ],
    }


def _plain(sample: Sample) -> dict[str, float | None]:
    figures = {
        "wall_ms": sample.wall_ms,
        "cpu_ms": sample.cpu_ms,
        "messages": sample.messages,
        "size": sample.size,
    }
    return {name: _sound(value) for name, value in (figures | sample.extra).items()}


def _sound(value: float) -> float | None:
    """Return what JSON can say: it knows no number that is none."""
    return None if math.isnan(value) else value


def shown(found: Figure) -> str:
    """Return a figure with its spread, if it has one."""
    if math.isnan(found.spread):
        return number(found.value)
    return f"{number(found.value)} ± {number(found.spread, digits=2)}"


def number(value: float, digits: int = 3) -> str:
    """Return a number with so many digits, or more if it is large."""
    if math.isnan(value):
        return "-"
    if value == 0:
        return "0"
    return f"{value:,.{max(0, digits - 1 - math.floor(math.log10(abs(value))))}f}"
