"""How long the package takes to be there, in a process that has what every kernel has already.

    python -m benchmarks --only import

Each figure is of a process of its own, which imported ipykernel and ipywidgets before the clock starts. Nothing is
compiled: a process without a clock comes first.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys

from benchmarks.sample import Sample

WARM = "import ipykernel.kernelapp, ipykernel.ipkernel, IPython, ipywidgets"

IMPORTS = {
    "ours": "import jupyter_session_state, jupyter_session_state._jupyter.magic",
    "streamlit": "import streamlit",
}
"""What a notebook imports: the package, and what ``%load_ext`` loads of it."""

PROGRAM = """
import time
{warm}
cpu, wall = time.process_time(), time.perf_counter()
{statement}
print((time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3)
"""


def once(statement: str) -> Sample:
    """Import in a fresh process."""
    code = PROGRAM.format(warm=WARM, statement=statement)
    writes = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=writes
    )
    wall, cpu = map(float, done.stdout.split()[-2:])
    return Sample(wall, cpu, math.nan, math.nan)


def measure(rounds: int, peers: list[str]) -> dict[str, list[Sample]]:
    """Return what each of the peers took, in turns."""
    found: dict[str, list[Sample]] = {name: [] for name in peers}
    for number in range(rounds + 1):
        for name in peers:
            sample = once(IMPORTS[name])
            if number:  # the first one may have had to compile
                found[name].append(sample)
    return found
