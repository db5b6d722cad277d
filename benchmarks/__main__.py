"""Run all peers side by side, print the tables, and say which goals are reached.

python -m benchmarks
python -m benchmarks --only w1 --peers floor,streamlit_nogc,ours --sizes 10,100
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.bench import Bench, Measured
from benchmarks.machine import load, machine
from benchmarks.peers.catalogue import PEERS
from benchmarks.processes import Children
from benchmarks.workloads import WORKLOADS, Plan


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    options = _options(arguments)
    for end in (signal.SIGINT, signal.SIGTERM):  # shells have background jobs ignore Ctrl-C
        signal.signal(end, _interrupt)
    about = {
        **machine(options.peers),
        "command": " ".join(["python -m benchmarks", *(arguments or sys.argv[1:])]),
    }
    about["load before"] = load()
    found: list[Measured] = []
    try:
        with Children() as children:
            measure(Bench(children, options.peers), options, found)
    finally:  # what was measured until Ctrl-C is worth something
        about["load after"] = load()
        _finish(found, about, options.json)


def measure(bench: Bench, options: argparse.Namespace, found: list[Measured]) -> None:
    """Measure what was asked for, and print each table when it is there."""
    plan = Plan(options.sizes, options.rounds, options.reruns)
    for name in options.only:
        for measured in WORKLOADS[name](bench, plan):
            found.append(measured)
            print("\n".join(report.table(measured)), end="\n\n", flush=True)


def _finish(found: Sequence[Measured], about: dict[str, str], file: Path | None) -> None:
    if goals := list(report.goals(found)):
        print("\n".join(goals), end="\n\n")
    print("\n".join(f"- {name}: {value}" for name, value in about.items()))
    if file is not None:
        file.write_text(json.dumps({**about, **report.raw(found)}, indent=1) + "\n", encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    workloads = "; ".join(f"{name}: {(work.__doc__ or '').rstrip('.')}" for name, work in WORKLOADS.items())
    parser.add_argument("--only", type=_names(WORKLOADS), default=list(WORKLOADS), help=workloads)
    parser.add_argument("--peers", type=_names(PEERS), default=list(PEERS), help=f"some of {','.join(PEERS)}")
    parser.add_argument("--sizes", type=_sizes, default=[10, 100, 1000], help="rows in w1 and w7")
    parser.add_argument("--rounds", type=int, help="rounds of every workload but w6")
    parser.add_argument("--reruns", type=int, default=2000, help="reruns of w6")
    parser.add_argument("--json", type=Path, help="a file for every single figure")
    return parser.parse_args(arguments)


def _names(known: Collection[str]) -> Callable[[str], list[str]]:
    def parse(text: str) -> list[str]:
        names = text.split(",")
        unknown = [name for name in names if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
        return names

    return parse


def _sizes(text: str) -> list[int]:
    sizes = [int(size) for size in text.split(",")]
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError("an app has at least one row")
    return sizes


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt  # so that every child is ended


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
