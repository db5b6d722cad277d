"""Every scenario of the corpus and of our own; the traces are what Streamlit did."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.corpus import Differences, run_scenario
from tests.conformance.runner import report

HERE = Path(__file__).resolve().parent

SCENARIOS = [
    path for folder in (HERE, HERE / "extra") for path in sorted((folder / "scenarios").glob("*.py"))
]
ALLOWED = Differences.load()


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_agrees_with_streamlit(path: Path) -> None:
    outcome = run_scenario(path, path.parents[1] / "traces", ALLOWED)
    assert outcome.agrees, report([outcome], ALLOWED.rules)


def test_every_divergence_names_a_scenario() -> None:
    assert ALLOWED.steps.keys() <= {path.stem for path in SCENARIOS}


def test_no_scenario_of_ours_has_the_name_of_another() -> None:
    names = [path.stem for path in SCENARIOS]
    assert len(set(names)) == len(names)


def test_every_scenario_has_a_trace_and_every_trace_a_scenario() -> None:
    for folder in (HERE, HERE / "extra"):
        names = [
            {p.stem for p in (folder / part).iterdir() if p.suffix in (".py", ".json")}
            for part in ("scenarios", "traces")
        ]
        assert names[0] == names[1]
