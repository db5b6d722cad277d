"""Scripts played under Streamlit's AppTest and ours, side by side, and what differs then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupyter_session_state as st
from tests.conformance.compare import Element, compared, differences
from tests.conformance.corpus import Differences
from tests.conformance.driver import AREAS, Driver, Seen, Step
from tests.conformance.ours import Ours
from tests.conformance.rules import explain
from tests.conformance.theirs import Theirs

RULES = Differences.load().rules
FRAMES = ("dataframe", "table")
START = 40
"""How many characters of an error's message are compared: what follows may name lines and files."""

_FILE = re.compile(r"(/mock)?/media/\w+\.\w+|data:image/[^']*")


@dataclass
class Played:
    """One step under both."""

    number: int
    wanted: Seen
    got: Seen
    more: list[str]
    """How they differ in what the corpus does not compare."""
    refused: list[str]
    """Why it could not be played: an input that is not there, a value that is no option."""

    def differing(self) -> list[str]:
        """How ours differs, as lines for a person."""
        return [*differences(self.wanted, self.got), *self.more]


def play(script: Path, steps: Iterable[Step]) -> Iterator[Played]:
    """Play the first run of a script and all steps under both."""
    text = script.read_text(encoding="utf-8")
    theirs, ours = Theirs(script), Ours(script)
    for number, step in enumerate([None, *steps]):
        seen = [driver.play(step) for driver in (theirs, ours)]
        refused = [one["note"] for one in seen if "note" in one]
        wanted, got = map(_listed, seen)
        wanted, got, _ = explain(wanted, got, text, ours, RULES)
        _leave_out_unknown(wanted, got)
        yield Played(number, wanted, got, _more(theirs, ours), refused)


def _listed(seen: Seen) -> Seen:
    """Return what is compared of a step; files go by their being there, frames are compared by `_frames`."""
    found = compared(seen)
    for element in (e for area in AREAS for e in found[area]):
        if element["type"] in FRAMES:
            del element["value"]
        elif element["type"] == "image":
            element["value"] = _FILE.sub("<file>", element["value"])
    return found


def _leave_out_unknown(wanted: Seen, got: Seen) -> None:
    """Compare the kind alone of elements of which Streamlit's AppTest knows no value."""
    for area in AREAS:
        for a, b in zip(wanted[area], got[area], strict=False):
            if a["type"] == b["type"] and _is_unknown(a):
                a["value"] = b["value"] = "unknown"


def _is_unknown(element: Element) -> bool:
    return "key" not in element and element.get("value") in ("None", "<KeyError>")


def _more(theirs: Theirs, ours: Ours) -> list[str]:
    looks = {"frames": _frames, "errors": _errors, "address": _address}
    found = {name: (look(theirs), look(ours)) for name, look in looks.items()}
    return [f"{name}: expected {a!r}, not {b!r}" for name, (a, b) in found.items() if a != b]


def _frames(driver: Driver) -> list[list[list[str]]]:
    """Return the tables on the page, the texts of the cells below those of the columns.

    Streamlit sends a column of mixed values as texts, so their types are not compared.
    """
    return [
        [list(map(str, frame.columns)), *([_text(cell) for cell in row] for row in frame.values.tolist())]
        for node in driver.all_nodes()
        if node.type in FRAMES
        for frame in [node.value]
    ]


def _text(cell: Any) -> str:
    return str(cell.tolist() if hasattr(cell, "tolist") else cell)


def _errors(driver: Driver) -> list[str]:
    """Return how the messages begin of errors that are Python's or the script's own; others are ours to word."""
    return [
        error.message[:START]
        for error in driver.at.exception
        if not hasattr(st.errors, _class_of(error).rpartition(".")[2])
    ]


def _class_of(error: Any) -> str:
    return str(vars(error)["proto"].type if "proto" in vars(error) else error.exception_type)


def _address(driver: Driver) -> dict[str, Any]:
    return {name: driver.at.query_params[name] for name in sorted(driver.at.query_params)}
