"""CPU per element call in a rerun that changes one row, beside bare execution of the same script.

    python -m benchmarks.element_calls [--rounds 15] [--rows 1000] [--profile]

The script draws N rows of a keyed slider and a text. One slider moves, the app reruns. The slope between N and
N/10 rows, divided by the element calls between them, is what one call costs: drawing, state, comparison and the end
of the run together, without a kernel around it. The same script with functions that do nothing is the floor.
Figures are processor time of this process; rounds of both are interleaved.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import statistics
import time
from collections.abc import Callable

from jupyter_session_state import elements
from jupyter_session_state._core.app import App
from jupyter_session_state._core.body import Hooks, ScriptBody
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.script import compile_script

SCRIPT = """
for i in range(N):
    x = st.slider(f"row {i}", 0, 100, key=f"s{i}")
    st.text(f"{i}: {x}")
"""


class Rows:
    """An app of N rows, and how its user moves the first slider."""

    def __init__(self, rows: int) -> None:
        kernel = Kernel(elements.DeltaGenerator)
        self.app = App("rows", kernel)
        kernel.add(self.app)
        namespace = {"st": elements, "N": rows, "__name__": "__main__"}
        script = compile_script(SCRIPT, "<rows>")
        body = ScriptBody(
            script, namespace, Names(Ledger(namespace)), Hooks(elements.write), {"st": elements}
        )
        self.app.execute(body)
        self.slider = next(iter(self.app.registrations))
        self.value = 0

    def move(self) -> None:
        """One interaction."""
        self.value = (self.value + 1) % 100
        self.app.receive(self.slider, [float(self.value)])
        self.app.answer()


class Nothing:
    """A stand-in for `st` whose functions do nothing."""

    @staticmethod
    def slider(label: str, low: int, high: int, *, key: str) -> int:
        """Draw nothing."""
        return low

    @staticmethod
    def text(body: str) -> None:
        """Draw nothing."""


def bare(rows: int) -> Callable[[], None]:
    """Return the same script, run without anything around it."""
    code = compile(SCRIPT, "<bare>", "exec")
    return lambda: exec(code, {"st": Nothing, "N": rows})


def cpu(function: Callable[[], None]) -> float:
    """Processor seconds of one call."""
    started = time.process_time()
    function()
    return time.process_time() - started


def measure(rows: int, rounds: int) -> dict[str, list[float]]:
    """Return microseconds per element call, by who runs the script, one figure for each round."""
    few = rows // 10
    subjects = {"app": (Rows(few).move, Rows(rows).move), "bare": (bare(few), bare(rows))}
    found: dict[str, list[float]] = {name: [] for name in subjects}
    for number in range(rounds + 2):  # the first two warm up
        for name, (small, large) in subjects.items():
            gc.collect()
            figure = (cpu(large) - cpu(small)) / (2 * (rows - few)) * 1e6
            if number >= 2:
                found[name].append(figure)
    return found


def profile(rows: int) -> None:
    """Print where the time of ten interactions goes."""
    app = Rows(rows)
    app.move()
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(10):
        app.move()
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if options.profile:
        profile(options.rows)
        return
    for name, figures in measure(options.rows, options.rounds).items():
        low, middle = min(figures), statistics.median(figures)
        print(f"{name:5} {middle:7.2f} us per element call (median of {len(figures)}; smallest {low:.2f})")


if __name__ == "__main__":
    main()
