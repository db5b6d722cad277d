"""The arithmetic of the tables: ratios of interleaved pairs, and how far they spread."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.sample import Sample

Measure = Callable[[Sample], float]


@dataclass(frozen=True)
class Figure:
    """A median, and half the inter-quartile range around it."""

    value: float
    spread: float = math.nan

    def __bool__(self) -> bool:
        return not math.isnan(self.value)


NOTHING = Figure(math.nan)


def figure(values: Iterable[float]) -> Figure:
    """Return median and spread of some values; those that are not numbers do not count."""
    sound = [value for value in values if not math.isnan(value)]
    if not sound:
        return NOTHING
    if len(sound) == 1:
        return Figure(sound[0])
    low, middle, high = statistics.quantiles(sound, n=4, method="inclusive")
    return Figure(middle, (high - low) / 2)


def ratio(of: Sequence[Sample | None], over: Sequence[Sample | None], measure: Measure) -> Figure:
    """Return the ratio of two columns, taken round by round, so that both halves saw the same load."""
    pairs = [(a, b) for a, b in zip(of, over, strict=False) if a is not None and b is not None]
    return figure(measure(a) / measure(b) for a, b in pairs if measure(b))


def difference(of: Sequence[Sample | None], less: Sequence[Sample | None], measure: Measure) -> Figure:
    """Return the difference of two columns, taken round by round."""
    pairs = [(a, b) for a, b in zip(of, less, strict=False) if a is not None and b is not None]
    return figure(measure(a) - measure(b) for a, b in pairs)
