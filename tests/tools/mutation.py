"""Tells what `mutmut run` found: the score of each module, and in tests/mutation.md each change that no test notices.

The reasons in that file are written by hand and kept from run to run, as long as the same change of the same function
survives. A survivor without a reason, or a module below `LOWEST`, fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "tests" / "mutation.md"
LOWEST = 0.9
NOTICED = ("killed", "timeout", "segfault", "suspicious")
"""A change that makes the tests hang or crash is noticed by them."""

UNSEEN = "**not looked at yet**"
INTRODUCTION = """\
# Changes of the core that no test notices

`make mutation` changes `_core/state.py`, `identity.py`, `forms.py` and `interactions.py` in every small way mutmut
knows, one change at a time, runs the tests of the core on each, and writes this file. At least 90 % of the changes of
each module must make a test fail. What survives is listed with the reason, which is written by hand and kept by the
next run.
"""


@dataclass(frozen=True)
class Mutant:
    """One change, and what became of it."""

    name: str
    status: str

    @property
    def module(self) -> str:
        """The file it is in: ``state.py``."""
        return self.name.rpartition(".")[0].rpartition(".")[2] + ".py"

    @property
    def function(self) -> str:
        """The function it changes: ``SessionState.get``."""
        mangled = self.name.rpartition(".")[2].rpartition("__mutmut_")[0]
        return mangled.removeprefix("x").removeprefix("_" if "ǁ" not in mangled else "ǁ").replace("ǁ", ".")

    @property
    def noticed(self) -> bool:
        """Whether a test failed."""
        return self.status in NOTICED


Survivor = tuple[str, str, str]
"""Module, function, and the change itself."""


def _mutmut(*arguments: str) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def _results() -> list[Mutant]:
    lines = (line.strip().rpartition(": ") for line in _mutmut("results", "--all", "true").splitlines())
    return [Mutant(name, status) for name, _, status in lines if "__mutmut_" in name]


def change(diff: str) -> str:
    """Return the change that a diff makes, as ``old`` -> ``new``."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    old, new = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return f"`{old}` → `{new}`"


def reasons(report: str) -> dict[Survivor, str]:
    """Return the reasons that a report gives."""
    found: dict[Survivor, str] = {}
    module = function = ""
    for line in report.splitlines():
        if line.startswith("## "):
            module = line[3:]
        elif line.startswith("### "):
            function = line[4:].strip("`")
        elif (item := re.match(r"- (`.*` → `.*`): (.+)", line)) is not None:
            found[module, function, item[1]] = item[2]
    return {survivor: reason for survivor, reason in found.items() if reason != UNSEEN}


def written(results: list[Mutant], survivors: list[Survivor], known: dict[Survivor, str]) -> str:
    """Return the report."""
    lines = [INTRODUCTION, "| module | changes | noticed | score |", "| --- | --: | --: | --: |"]
    for module, (noticed, count) in scores(results).items():
        lines.append(f"| `{module}` | {count} | {noticed} | {noticed / count:.1%} |")
    before = ("", "")
    for module, function, changed in sorted(set(survivors)):
        if module != before[0]:
            lines += ["", f"## {module}"]
        if (module, function) != before:
            lines += ["", f"### `{function}`", ""]
        before = (module, function)
        lines.append(f"- {changed}: {known.get((module, function, changed), UNSEEN)}")
    return "\n".join(lines) + "\n"


def scores(results: list[Mutant]) -> dict[str, tuple[int, int]]:
    """Return by module how many changes were noticed, of how many."""
    count = Counter(mutant.module for mutant in results)
    noticed = Counter(mutant.module for mutant in results if mutant.noticed)
    return {module: (noticed[module], count[module]) for module in sorted(count)}


def main() -> None:
    """Write the report; fail if a module is below the mark, or a survivor has no reason."""
    results = _results()
    survivors = [
        (mutant.module, mutant.function, change(_mutmut("show", mutant.name)))
        for mutant in results
        if not mutant.noticed
    ]
    known = reasons(REPORT.read_text(encoding="utf-8")) if REPORT.exists() else {}
    REPORT.write_text(written(results, survivors, known), encoding="utf-8")
    found = scores(results)
    for module, (noticed, count) in found.items():
        print(f"{module:18} {noticed:4} of {count:4} noticed: {noticed / count:.1%}")
    unexplained = set(survivors) - set(known)
    if unexplained:
        print(f"{len(unexplained)} survivors have no reason yet in {REPORT.relative_to(ROOT)}")
    low = [module for module, (noticed, count) in found.items() if noticed < LOWEST * count]
    sys.exit(bool(low or unexplained or not results))


if __name__ == "__main__":
    main()
