"""The table of Streamlit's names in docs/names.md: `python -m tests.tools.names` writes it.

Which names there are, and how much a pasted script needs each, is in names.tsv; whether a name is here is found out by
looking for it.
"""

from __future__ import annotations

import csv
import inspect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupyter_session_state as st
from jupyter_session_state import testing

DATA = Path(__file__).with_name("names.tsv")
DOCS = Path(__file__).parents[2] / "docs" / "names.md"
CLASSES = {
    "1": "what a first app needs",
    "2": "expected by a script that is pasted",
    "3": "good to have",
    "4": "makes no sense in a notebook",
    "test": "for tests",
}
#: Names that raise an error which says why.
REFUSED = frozenset(("App", "login", "logout"))


@dataclass(frozen=True)
class Name:
    """One name of Streamlit's."""

    name: str
    needed: str
    difference: str

    @property
    def status(self) -> str:
        if self.name in REFUSED:
            return "an error that says why"
        return "here" if is_here(self.name) else "not there yet"


def is_here(name: str) -> bool:
    """Say whether a name leads to something in this package."""
    found: Any = testing if name.startswith("testing.v1.") else st
    for part in name.removeprefix("testing.v1.").split("."):
        if part not in _members(found):
            return False
        # The package loads a name when somebody asks for it; what is in it may only be there in a run.
        found = getattr(st, part) if found is st else inspect.getattr_static(found, part, None)
    return True


def _members(owner: Any) -> list[str]:
    """Return the names of a module, a class, or of what stands for something that only a run has."""
    if owner is st:
        return st.__all__
    return dir(owner) if inspect.ismodule(owner) or inspect.isclass(owner) else dir(type(owner))


def names() -> list[Name]:
    """Return them in the order of the file: the most needed first."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [Name(*row) for row in csv.reader(file, delimiter="\t")]


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    known = names()
    yield "# Streamlit's names"
    yield ""
    yield "Which of the public names of Streamlit 1.67 are here. `python -m tests.tools.names` writes this page by"
    yield "looking for each of them, and a test holds it true. What differs is told at length in"
    yield "[differences.md](differences.md); the numbers are those of its list."
    yield ""
    yield "| | names | here | an error that says why | not there yet |"
    yield "| --- | --: | --: | --: | --: |"
    for needed, title in CLASSES.items():
        counts = Counter(one.status for one in known if one.needed == needed)
        kinds = ("here", "an error that says why", "not there yet")
        cells = " | ".join(str(counts[kind]) for kind in kinds)
        yield f"| {title} | {counts.total()} | {cells} |"
    for needed, title in CLASSES.items():
        yield from (
            "",
            f"## {title[0].upper()}{title[1:]}",
            "",
            "| name | status | what differs |",
            "| --- | --- | --- |",
        )
        yield from (
            f"| `{one.name}` | {one.status} | {one.difference} |" for one in known if one.needed == needed
        )


def page() -> str:
    """Return the whole page."""
    return "\n".join(lines()) + "\n"


if __name__ == "__main__":
    DOCS.write_text(page(), encoding="utf-8")
