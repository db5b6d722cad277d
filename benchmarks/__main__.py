"""Run all peers side by side and print the tables.

python -m benchmarks
python -m benchmarks --only w1 --peers floor,streamlit_nogc,ours --sizes 10,100
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Collection, Sequence

from benchmarks.bench import Bench, Measured
from benchmarks.peers.catalogue import PEERS
from benchmarks.processes import Children
from benchmarks.report import table
from benchmarks.workloads import WORKLOADS, Plan


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    with Children() as children:
        run(children, options)


def run(children: Children, options: argparse.Namespace) -> list[Measured]:
    """Measure what was asked for, and print each table when it is there."""
    bench = Bench(children, options.peers)
    found: list[Measured] = []
    for name in options.only:
        for measured in WORKLOADS[name](bench, Plan(options.sizes, options.rounds)):
            found.append(measured)
            print("\n".join(table(measured)), end="\n\n", flush=True)
    return found


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--only", type=_names(WORKLOADS), default=list(WORKLOADS), help="workloads, as in w1,w3"
    )
    parser.add_argument("--peers", type=_names(PEERS), default=list(PEERS), help=f"of {','.join(PEERS)}")
    parser.add_argument("--sizes", type=_sizes, default=[10, 100, 1000], help="rows in w1 and w7")
    parser.add_argument("--rounds", type=int, help="rounds of every workload")
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
    return [int(size) for size in text.split(",")]


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt  # so that every child is ended


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
