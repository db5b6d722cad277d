"""Scenarios, their traces, the list of deliberate differences: read, played, compared."""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jupyter_session_state as st
from tests.conformance.compare import compared, differences
from tests.conformance.driver import Driver, Seen, Step
from tests.conformance.ours import Ours
from tests.conformance.rules import RULES, explain

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).resolve().parent
DELIBERATE = range(1, 10)
"""The numbers of the list of deliberate differences."""


class BadCorpusError(Exception):
    """A scenario, a trace or the list of differences is not what it has to be."""


@dataclass(frozen=True)
class Scenario:
    """An app and what its user does."""

    name: str
    rule: str
    script: str
    steps: list[Step]

    @classmethod
    def load(cls, path: Path) -> Scenario:
        """Read one from its file.

        Raises
        ------
        BadCorpusError
            If the file has no text SCRIPT, or no list STEPS.
        """
        spec = importlib.util.spec_from_file_location(f"scenario_{path.stem}", path)
        if spec is None or spec.loader is None:
            raise BadCorpusError(f"{path} is no Python file")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        script, steps = getattr(module, "SCRIPT", None), getattr(module, "STEPS", None)
        if not isinstance(script, str) or not isinstance(steps, list):
            raise BadCorpusError(f"{path} needs SCRIPT, a text, and STEPS, a list")
        return cls(path.stem, " ".join((module.__doc__ or "").split()), script, steps)

    def play(self, driver: Driver) -> list[Seen]:
        """Play the first run and every step."""
        return [driver.play(step) for step in [None, *self.steps]]

    def missing_names(self) -> list[str]:
        """Names of `st` that the script uses and we do not have."""
        try:
            tree = ast.parse(self.script)
        except SyntaxError:
            return []
        used = {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st"
        }
        return sorted(f"st.{name}" for name in used if not hasattr(st, name))


@dataclass(frozen=True)
class Listed:
    """A step that differs on purpose: the number of the difference, and which elements of main differ by it."""

    number: int
    elements: tuple[int, ...] = ()


@dataclass(frozen=True)
class Differences:
    """What DIVERGENCES.toml says: which steps differ on purpose, and rules that explain differences anywhere."""

    steps: dict[str, dict[int, Listed]] = field(default_factory=dict)  # by scenario and step
    rules: dict[str, int] = field(default_factory=dict)  # numbers by name

    @classmethod
    def load(cls, path: Path = HERE / "DIVERGENCES.toml") -> Differences:
        """Read the list.

        Raises
        ------
        BadCorpusError
            If an entry gives no reason, no number of the deliberate differences, or names no rule.
        """
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        steps: dict[str, dict[int, Listed]] = {}
        for entry in table.get("divergence", []):
            listed = Listed(_number(entry), tuple(entry.get("elements", ())))
            if not entry.get("steps"):
                raise BadCorpusError(f"{entry.get('scenario')}: an entry names its steps")
            steps.setdefault(entry["scenario"], {}).update(dict.fromkeys(entry["steps"], listed))
        rules = {entry["name"]: _number(entry) for entry in table.get("rule", [])}
        if rules.keys() - RULES.keys():
            raise BadCorpusError(f"no such rule: {', '.join(sorted(rules.keys() - RULES.keys()))}")
        return cls(steps, rules)


def _number(entry: dict[str, Any]) -> int:
    name, number = entry.get("scenario") or entry.get("name"), entry.get("design")
    if not name or number not in DELIBERATE or not str(entry.get("reason", "")).strip():
        raise BadCorpusError(f"{name}: an entry names a deliberate difference (design) and a reason: {entry}")
    return int(str(number))


@dataclass
class Outcome:
    """How one scenario went, by step."""

    name: str
    problems: list[str] = field(default_factory=list)
    differing: dict[int, list[str]] = field(default_factory=dict)
    listed: dict[int, list[str]] = field(default_factory=dict)
    explained: dict[int, list[str]] = field(default_factory=dict)
    stale: list[int] = field(default_factory=list)

    @property
    def agrees(self) -> bool:
        """Whether there is nothing that the list of differences does not say."""
        return not (self.problems or self.differing or self.stale)

    @property
    def on_purpose(self) -> bool:
        """Whether it agrees but for deliberate differences."""
        return self.agrees and bool(self.listed or self.explained)

    def lines(self) -> list[str]:
        """Return what to tell a person."""
        told = [f"{self.name}: {problem}" for problem in self.problems]
        for step, found in sorted(self.differing.items()):
            told.extend(f"{self.name} step {step}: {line}" for line in found)
        told.extend(f"{self.name} step {step}: listed in DIVERGENCES.toml, but agrees" for step in self.stale)
        return told


def run_scenario(path: Path, traces: Path, allowed: Differences) -> Outcome:
    """Play a scenario and compare every step with its trace; whatever goes wrong is told, nothing is skipped."""
    outcome = Outcome(path.stem)
    try:
        scenario = Scenario.load(path)
        trace = load_trace(traces / f"{path.stem}.json", len(scenario.steps) + 1)
        driver = Ours(scenario.script)
        for number, (step, wanted) in enumerate(zip([None, *scenario.steps], trace, strict=True)):
            _compare_step(outcome, number, wanted, driver.play(step), scenario, driver, allowed)
        told = outcome.listed.keys() | outcome.differing.keys()
        outcome.stale = sorted(allowed.steps.get(path.stem, {}).keys() - told)
        if not outcome.agrees and (missing := scenario.missing_names()):
            outcome.problems.append(f"uses what is not offered: {', '.join(missing)}")
    except Exception as error:  # noqa: BLE001 - one scenario must not hide the others
        outcome.problems.append(f"{type(error).__name__}: {error}")
    return outcome


def _compare_step(
    outcome: Outcome,
    number: int,
    wanted: Seen,
    got: Seen,
    scenario: Scenario,
    driver: Ours,
    allowed: Differences,
) -> None:
    failure = got.get("note", "")
    wanted, got = compared(wanted), compared(got, wanted)
    found = differences(wanted, got)
    if not found:
        return
    listed = allowed.steps.get(outcome.name, {}).get(number)
    rules = [name for name, design in allowed.rules.items() if listed is None or design == listed.number]
    wanted, got, used = explain(wanted, got, scenario.script, driver, rules)
    if listed is not None:
        _take_out(listed.elements, wanted, got)
    left = differences(wanted, got)
    if left:
        outcome.differing[number] = [*([f"note: {failure}"] if failure else []), *left]
    elif listed is not None:
        outcome.listed[number] = found
    else:
        outcome.explained[number] = used


def _take_out(elements: tuple[int, ...], wanted: Seen, got: Seen) -> None:
    for step in (wanted, got):
        step["main"] = [e for index, e in enumerate(step["main"]) if index not in elements]


def load_trace(path: Path, length: int) -> list[Seen]:
    """Read what Streamlit did.

    Raises
    ------
    BadCorpusError
        If there is no trace, or it tells of another number of steps.
    """
    if not path.is_file():
        raise BadCorpusError(f"there is no trace {path}")
    trace: list[Seen] = json.loads(path.read_text(encoding="utf-8"))["trace"]
    if len(trace) != length:
        raise BadCorpusError(f"the trace has {len(trace)} steps, the scenario {length}")
    return trace


def run_corpus(folder: Path, names: list[str], allowed: Differences) -> list[Outcome]:
    """Run the scenarios of a folder whose names begin so.

    Raises
    ------
    BadCorpusError
        If there are none, or if a trace has no scenario.
    """
    paths = sorted((folder / "scenarios").glob("*.py"))
    orphans = {p.stem for p in (folder / "traces").glob("*.json")} - {p.stem for p in paths}
    if orphans:
        raise BadCorpusError(f"traces without a scenario: {', '.join(sorted(orphans))}")
    wanted = [p for p in paths if not names or p.stem.startswith(tuple(names))]
    if not wanted:
        raise BadCorpusError(f"no scenarios {' '.join(names)} in {folder / 'scenarios'}")
    return [run_scenario(path, folder / "traces", allowed) for path in wanted]
