"""How long a page of 30 elements takes until it is painted for the first time, and what a viewer of it costs.

python -m benchmarks.browser.first_paint
python -m benchmarks.browser.first_paint --rounds 20 --viewers 0
"""

from __future__ import annotations

import argparse
import compileall
import signal
import sys
from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser, sync_playwright

from benchmarks.bench import Measured, tell
from benchmarks.browser import viewers
from benchmarks.browser.hosts import OPEN
from benchmarks.browser.tables import p95
from benchmarks.figures import figure, ratio
from benchmarks.goals import wall
from benchmarks.machine import load, machine
from benchmarks.processes import Children
from benchmarks.report import shown
from benchmarks.sample import Sample
from tests.browser.conftest import ARGUMENTS
from tests.browser.labserver import ROOT
from tests.tools import chromium

PACKAGE = ROOT / "jupyter_session_state"
REFERENCE = "Streamlit"
HEAD = ("first words p50", "all p50 ms", "all p95 ms", "all / Streamlit", "long tasks ms", "rounds")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, _interrupt)  # so that every child is ended
    compileall.compile_dir(PACKAGE, quiet=1)  # as an installed package is: Streamlit's is compiled too
    about = {**machine([]), "load before": load()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        about["browser"] = f"Chromium {browser.version}"
        for found in visits(browser, options.rounds):
            print("\n".join(table(found)), end="\n\n")
        if options.viewers:
            print("\n".join(viewers.table(costs(browser, options.viewers))), end="\n\n")
        browser.close()
    about["load after"] = load()
    print("\n".join(f"- {name}: {value}" for name, value in about.items()))


def visits(browser: Browser, rounds: int) -> tuple[Measured, Measured]:
    """Visit all hosts in turn; each round is a first visit and a second one."""
    first, second = Measured("first", "The first visit"), Measured("second", "The second visit")
    with Children() as children:
        hosts = {name: open_host(children) for name, open_host in OPEN.items()}
        for turn in range(rounds + 1):
            tell(f"round {turn} of {rounds}")
            for name, host in hosts.items():
                both = host.visit(browser)
                if turn:  # the first of all pays for what a server makes once
                    for measured, sample in zip((first, second), both, strict=True):
                        measured.samples.setdefault(name, []).append(sample)
    return first, second


def costs(browser: Browser, count: int) -> dict[str, viewers.Cost]:
    """Return what viewers cost, host by host, each alone on the machine."""
    found = {}
    for name, open_host in viewers.HOSTS.items():
        tell(name)
        with Children() as children:
            found[name] = viewers.cost(browser, open_host(children), count)
    return found


def table(measured: Measured) -> Iterator[str]:
    """Yield the table of visits."""
    yield f"### {measured.about}"
    yield ""
    yield f"| page | {' | '.join(HEAD)} |"
    yield "| --- |" + " --: |" * len(HEAD)
    for name, column in measured.samples.items():
        yield f"| {name} | {' | '.join(_cells(column, measured.column(REFERENCE)))} |"


def _cells(column: list[Sample], reference: list[Sample]) -> list[str]:
    return [
        shown(figure(sample.extra["first"] for sample in column)),
        shown(figure(map(wall, column))),
        shown(p95(column)),
        shown(ratio(column, reference, wall)),
        shown(figure(sample.extra["blocked"] for sample in column)),
        str(len(column)),
    ]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.browser.first_paint",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=10, help="visits of each page")
    parser.add_argument(
        "--viewers", type=int, default=5, help="of each page, to see what they cost; 0: no one"
    )
    return parser.parse_args(arguments)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        tell("interrupted")
        sys.exit(130)
