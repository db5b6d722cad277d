"""What we want to reach, and whether we do; never a test, for the machine is not ours alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from benchmarks.bench import Measured
from benchmarks.figures import NOTHING, Figure, difference, figure, ratio
from benchmarks.sample import Sample

Find = Callable[[Measured], Figure]


@dataclass(frozen=True)
class Goal:
    """One line of the table of goals.

    Parameters
    ----------
    title
        What is compared, and in which unit.
    workload, size
        Where the figure is found.
    find
        Takes the figure from what was measured.
    accept, aim
        What is good enough, if that was said, and what we want.
    more
        Whether more is better.
    """

    title: str
    workload: str
    find: Find
    accept: float | None
    aim: float
    size: int = 0
    more: bool = False

    def figure(self, found: Iterable[Measured]) -> Figure:
        """Return what we reach; nothing if it was not measured."""
        places = (one for one in found if (one.workload, one.size) == (self.workload, self.size))
        return next((self.find(one) for one in places), NOTHING)

    def verdict(self, value: float) -> str:
        """Say what a figure comes to."""
        if self._reaches(value, self.aim):
            return "aim reached"
        if self.accept is None:
            return "aim not reached"
        return "acceptable" if self._reaches(value, self.accept) else "not reached"

    def _reaches(self, value: float, bound: float) -> bool:
        return value >= bound if self.more else value <= bound


def cpu(sample: Sample) -> float:
    """Processor time."""
    return sample.cpu_ms


def wall(sample: Sample) -> float:
    """Time until the last visible message."""
    return sample.wall_ms


def content(sample: Sample) -> float:
    """Bytes of what is shown, without headers: their ids are longer in a kernel that has said more."""
    return sum(map(len, sample.contents))


def ours(name: str) -> Find:
    """Return the median of a figure of ours."""
    return lambda measured: figure(_value(sample, name) for sample in measured.column("ours"))


def _value(sample: Sample, name: str) -> float:
    return sample.extra[name] if name in sample.extra else float(getattr(sample, name))


def over_floor(measured: Measured) -> Figure:
    """How many times the processor time of the floor we need."""
    return ratio(measured.column("ours"), measured.column("floor"), cpu)


def against(peer: str, measure: Callable[[Sample], float]) -> Find:
    """How many times as much a peer needs."""
    return lambda measured: ratio(measured.column(peer), measured.column("ours"), measure)


def extra(measure: Callable[[Sample], float]) -> Find:
    """How much more we need with the table than without."""
    return lambda measured: difference(measured.column("ours"), measured.column("ours without"), measure)


def _rows(n: int, floor: tuple[float, float], streamlit: tuple[float, float]) -> Iterator[Goal]:
    """Yield the goals of w1 at one size."""
    yield Goal(f"w1 N={n}: CPU over floor", "w1", over_floor, *floor, size=n)
    faster = against("streamlit_nogc", cpu)
    yield Goal(
        f"w1 N={n}: CPU of Streamlit without GC over ours", "w1", faster, *streamlit, size=n, more=True
    )
    yield Goal(f"w1 N={n}: messages per interaction", "w1", ours("messages"), 3, 2, size=n)
    yield Goal(f"w1 N={n}: bytes per interaction", "w1", ours("size"), 3500, 2500, size=n)


def _inspector(n: int) -> Iterator[Goal]:
    """Yield the goals of the inspector at one size."""
    for state, most in (("closed", 1.02), ("open", 1.3)):
        title = f"inspector N={n}: CPU of a rerun with it {state}, over without"
        yield Goal(title, "inspector", ours(state), None, most, size=n)


def _first_display(n: int, accept: float, aim: float) -> Goal:
    title = f"w7 N={n}: first display, wall time of Streamlit over ours"
    return Goal(title, "w7", against("streamlit", wall), accept, aim, size=n, more=True)


GOALS: tuple[Goal, ...] = (
    Goal("import: CPU until the package is there, ms", "import", ours("cpu_ms"), 200, 150),
    Goal("CPU of one element call in an unchanged rerun, µs", "calls", ours("us"), 8, 4),
    *_rows(10, (1.4, 1.1), (2, 3)),
    *_rows(100, (2, 1.3), (8, 18)),
    *_rows(1000, (6, 2.5), (25, 70)),
    Goal("w3 burst: runs", "w3 burst", ours("runs"), 5, 3),
    Goal("w3 burst: ms until all is shown", "w3 burst", ours("wall_ms"), None, 200),
    Goal("w3 60 Hz: ms from the last event to its text", "w3 60 Hz", ours("lag_ms"), 150, 85),
    Goal("w4: runs per submit", "w4", ours("runs"), 1, 1),
    Goal("w4: CPU over floor", "w4", over_floor, 1.2, 1),
    Goal("w5: bytes for the unchanged table", "w5", extra(content), 100, 0),
    Goal("w5: CPU for the unchanged table, ms", "w5", extra(cpu), 5, 2),
    Goal("w6: growth per rerun, KiB", "w6", ours("kib_per_rerun"), 1, 0.05),
    *_inspector(10),
    *_inspector(100),
    _first_display(10, 1, 2),
    _first_display(100, 0.7, 1),
    _first_display(1000, 0.4, 0.7),
    Goal("texts: messages when 1000 change", "texts", ours("messages"), 20, 2),
    Goal("texts: share that arrives through a server", "texts", ours("delivered"), 1, 1, more=True),
    Goal("abort: ms to the first line of the next run", "abort", ours("restart_ms"), 100, 40),
)
