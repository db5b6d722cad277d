"""Press and drag the first slider of one panel, which every peer shows in the same Chromium, until it is painted.

python -m benchmarks.browser
python -m benchmarks.browser --rounds 100 --json figures.json
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.bench import Measured, tell
from benchmarks.browser import tables
from benchmarks.browser.motions import places
from benchmarks.browser.pages import OPEN, Pages, Panel
from benchmarks.browser.turns import Players
from benchmarks.machine import load, machine
from benchmarks.processes import Children
from tests.browser.conftest import ARGUMENTS
from tests.tools import chromium

PEERS = ("ours", "streamlit", "interact")
WARM_UP = (0.3, 0.7)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    options = _options(arguments)
    for end in (signal.SIGINT, signal.SIGTERM):  # shells have background jobs ignore Ctrl-C
        signal.signal(end, _interrupt)
    about = {
        **machine([]),
        "jupyterlab": version("jupyterlab"),
        "command": " ".join(["python -m benchmarks.browser", *(arguments or sys.argv[1:])]),
    }
    about["load before"] = load()
    found = [
        Measured(tables.PRESS, "From the press of the mouse button to the pixels"),
        Measured(tables.DRAG, "A drag of 5 s"),
    ]
    try:
        with Children() as children, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.find(), args=ARGUMENTS, handle_sigint=False, handle_sigterm=False
            )
            about["browser"] = f"Chromium {browser.version}"
            measure(browser, children, options, found)
            browser.close()
    finally:  # what was measured until Ctrl-C is worth something
        about["load after"] = load()
        _finish(found, about, options.json)


def measure(browser: Browser, children: Children, options: argparse.Namespace, found: list[Measured]) -> None:
    """Press and drag, all peers in turn."""
    press, drag = found
    players = Players(Pages(children, browser).open)
    players.seat(options.peers, _warm_up)
    players.play(press, [partial(Panel.press, place=place) for place in places(options.rounds)])
    players.play(drag, [Panel.drag] * options.drags)


def _warm_up(panel: Panel) -> None:
    for place in WARM_UP:
        panel.press(place)


def _finish(found: list[Measured], about: dict[str, str], file: Path | None) -> None:
    press, drag = found
    for table in (tables.presses(press), tables.drags(drag), tables.goals(found)):
        if lines := list(table):
            print("\n".join(lines), end="\n\n")
    print("\n".join(f"- {name}: {value}" for name, value in about.items()))
    if file is not None:
        file.write_text(json.dumps({**about, **tables.everything(found)}, indent=1) + "\n", encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.browser",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--peers", type=_peers, default=list(PEERS), help=f"some of {','.join(OPEN)}")
    parser.add_argument("--rounds", type=_at_least_one, default=40, help="presses of each peer")
    parser.add_argument("--drags", type=_at_least_one, default=3, help="drags of each peer")
    parser.add_argument("--json", type=Path, help="a file for every single figure")
    return parser.parse_args(arguments)


def _peers(text: str) -> list[str]:
    names = list(dict.fromkeys(text.split(",")))
    unknown = [name for name in names if name not in OPEN]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; there are {', '.join(OPEN)}")
    return names


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one")
    return number


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt  # so that every child is ended


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        tell("interrupted")
        sys.exit(130)
