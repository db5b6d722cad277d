"""The tables, as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterator

from benchmarks.bench import Measured
from benchmarks.figures import Figure, Measure, figure, ratio
from benchmarks.sample import Sample

HEAD = (
    "| peer | CPU ms | wall ms | messages | kB | CPU x floor | CPU x ours | wall x ours | rounds |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
)


def cpu(sample: Sample) -> float:
    """Processor time."""
    return sample.cpu_ms


def wall(sample: Sample) -> float:
    """Time until the last visible message."""
    return sample.wall_ms


def table(measured: Measured) -> Iterator[str]:
    """Yield the lines of one table."""
    yield f"### {measured.workload}{f', N={measured.size}' if measured.size else ''}"
    yield ""
    yield from HEAD
    for label in measured.samples:
        yield _row(measured, label)
    for label in measured.missing:
        yield f"| {label} |" + " - |" * 8
    for label, error in measured.failed.items():
        yield f"| {label} | failed: {error.replace('|', '/')[:160]} |" + " |" * 7


def _row(measured: Measured, label: str) -> str:
    column = measured.column(label)

    def over(other: str, measure: Measure) -> str:
        return shown(ratio(column, measured.column(other), measure))

    cells = [
        label,
        shown(figure(map(cpu, column))),
        shown(figure(map(wall, column))),
        number(figure(sample.messages for sample in column).value),
        number(figure(sample.size / 1e3 for sample in column).value),
        over("floor", cpu),
        over("ours", cpu),
        over("ours", wall),
        str(len(column)),
    ]
    return f"| {' | '.join(cells)} |"


def shown(found: Figure) -> str:
    """Return a figure with its spread."""
    return f"{number(found.value)} ± {number(found.spread)}" if found else "-"


def number(value: float) -> str:
    """Return a number with three digits."""
    if math.isnan(value):
        return "-"
    if value == 0:
        return "0"
    return f"{value:,.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"
