"""Every scenario of the corpus and of our own, as far as we offer its kinds; the traces are Streamlit's."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

import jupyter_session_state as st
from tests.conformance.corpus import Differences, Scenario, run_scenario
from tests.conformance.runner import report

HERE = Path(__file__).resolve().parent

PENDING = frozenset(
    """
    altair_chart area_chart audio badge balloons bar_chart bokeh_chart chat_message code column_config
    connection context divider echo get_option graphviz_chart html iframe image latex line_chart login
    logo logout map metric pdf plotly_chart pydeck_chart scatter_chart secrets set_option
    set_page_config snow status table user vega_lite_chart video
    """.split()  # noqa: SIM905 - a list of names is read more easily so
)
"""Names of Streamlit's that we do not offer yet."""

SCENARIOS = [
    path for folder in (HERE, HERE / "extra") for path in sorted((folder / "scenarios").glob("*.py"))
]
ALLOWED = Differences.load()


@functools.cache
def missing_kinds(path: Path) -> list[str]:
    """Return which kinds a scenario needs that we do not offer: it names them, or `st.write` draws them."""
    tree = ast.parse(Scenario.load(path).script)
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    used = {node.attr for node in attributes if not ast.unparse(node.value).endswith("session_state")}
    trace = (path.parents[1] / "traces" / f"{path.stem}.json").read_text(encoding="utf-8")
    if '"help_info"' in trace:
        used.add("help")
    return sorted(used & PENDING)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_agrees_with_streamlit(path: Path) -> None:
    if missing := missing_kinds(path):
        pytest.skip(f"needs kind {', '.join(missing)}")
    outcome = run_scenario(path, path.parents[1] / "traces", ALLOWED)
    assert outcome.agrees, report([outcome], ALLOWED.rules)


def test_no_kind_is_pending_that_we_offer() -> None:
    assert not PENDING & set(st.__all__)


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
