"""Scripts as people write them do under our AppTest what they do under Streamlit's, whatever their user does.

They stand for what people publish: galleries, docs, demos, templates. Each says in its first line what for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.edits import EDITS
from tests.acceptance.playing import Played, play

HERE = Path(__file__).resolve().parent
SCRIPTS = sorted((HERE / "scripts").glob("*.py"))

ON_PURPOSE: dict[str, dict[str, str]] = {}
"""By script: how a line about a difference begins, and why it is meant so (the number in docs/differences.md).

Differences that hold for any script are rules, in tests/conformance/DIVERGENCES.toml.
"""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: str(script.stem))
def test_a_script_does_as_under_streamlit(script: Path) -> None:
    allowed = ON_PURPOSE.get(script.stem, {})
    told = [line for played in play(script, EDITS.get(script.stem, [])) for line in lines(played)]
    assert [line for line in told if not line.startswith(tuple(allowed))] == []
    assert [start for start in allowed if not any(line.startswith(start) for line in told)] == []


def lines(played: Played) -> list[str]:
    """What went wrong in a step, each line beginning with its number."""
    found = [*played.refused, *played.differing()]
    if not any(played.wanted[area] for area in ("main", "sidebar")):
        found.append("Streamlit drew nothing")
    return [f"{played.number}: {line}" for line in found]


def test_every_list_of_edits_and_of_differences_has_a_script() -> None:
    assert EDITS.keys() | ON_PURPOSE.keys() <= {path.stem for path in SCRIPTS}
