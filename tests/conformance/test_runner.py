"""The runner finds what differs, tells what goes wrong, and lets a rule explain only what it speaks of."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import runner
from tests.conformance.corpus import BadCorpusError, Differences, Listed, Outcome, run_corpus, run_scenario

RUNNER = Path(runner.__file__)
ALL = Differences.load()
NONE = Differences()


class Corpus:
    """A corpus of one scenario in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("scenarios", "traces"):
            (folder / name).mkdir()

    def add(self, script: str, *told: dict[str, Any], steps: tuple[Any, ...] = (), name: str = "s") -> Path:
        """Write a scenario and its trace; what `told` does not say was empty."""
        path = self.folder / "scenarios" / f"{name}.py"
        path.write_text(f"SCRIPT = {script!r}\nSTEPS = {list(steps)!r}\n")
        empty = {"script_runs": 1, "session_state": {}, "main": []}
        trace = {"trace": [{**empty, "step": None, **one} for one in told]}
        (self.folder / "traces" / f"{name}.json").write_text(json.dumps(trace))
        return path

    def run(self, allowed: Differences = ALL) -> Outcome:
        """Run the scenario."""
        (outcome,) = run_corpus(self.folder, [], allowed)
        return outcome


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def text(body: str) -> dict[str, Any]:
    return {"type": "text", "value": body}


SLIDER = "import streamlit as st\nst.slider('S', 0, 10, 3, key='s')\n"
DRAWN = {"type": "slider", "key": "s", "label": "S", "value": "3"}

# -- failures ------------------------------------------------------------------------------------------------


def test_a_step_as_in_the_trace_agrees(corpus: Corpus) -> None:
    corpus.add(SLIDER, {"session_state": {"s": "3"}, "main": [DRAWN]})
    assert corpus.run().agrees


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"session_state": {"s": "3"}}, "main: element 0: expected None"),
        ({"session_state": {"s": "4"}, "main": [DRAWN]}, "session_state: expected"),
        ({"session_state": {"s": "3"}, "main": [DRAWN], "script_runs": 2}, "script_runs: expected 2, not 1"),
        ({"session_state": {"s": "3"}, "main": [DRAWN], "stdout": ["x"]}, "stdout: expected"),
        ({"session_state": {"s": "3"}, "main": [DRAWN], "sidebar": [text("x")]}, "sidebar: element 0"),
        ({"session_state": {"s": "3"}, "main": [DRAWN | {"disabled": True}]}, "main: element 0"),
    ],
)
def test_whatever_is_compared_can_differ(corpus: Corpus, told: dict[str, Any], expected: str) -> None:
    corpus.add(SLIDER, told)
    (line,) = corpus.run().differing[0]
    assert line.startswith(expected)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"do": "fly"}, "the step 'fly' is not in the vocabulary"),
        ({"do": "batch", "steps": [{"do": "fly"}]}, "the step 'fly' is not in the vocabulary"),
        ({"do": "set", "kind": "hologram", "value": 1}, "the kind 'hologram' is not offered"),
        ({}, "KeyError: 'do'"),
    ],
)
def test_a_step_that_cannot_be_played_is_a_failure(corpus: Corpus, step: Any, expected: str) -> None:
    corpus.add("", {}, {}, steps=(step,))
    (problem,) = corpus.run().problems
    assert expected in problem


def test_a_refused_step_on_an_absent_widget_is_none(corpus: Corpus) -> None:
    steps = ({"do": "set", "kind": "slider", "key": "none", "value": 1},)
    corpus.add("", {}, {"script_runs": 0}, steps=steps)
    assert corpus.run().agrees


def test_a_scenario_without_trace_is_a_failure(corpus: Corpus) -> None:
    path = corpus.add("", {})
    (corpus.folder / "traces" / "s.json").unlink()
    assert "there is no trace" in run_scenario(path, corpus.folder / "traces", ALL).problems[0]


def test_a_trace_of_another_length_is_a_failure(corpus: Corpus) -> None:
    corpus.add("", {}, steps=({"do": "rerun"},))
    assert "the trace has 1 steps, the scenario 2" in corpus.run().problems[0]


def test_a_trace_without_scenario_and_an_empty_corpus_are_failures(corpus: Corpus) -> None:
    with pytest.raises(BadCorpusError, match="no scenarios"):
        corpus.run()
    (corpus.folder / "traces" / "lost.json").write_text("{}")
    with pytest.raises(BadCorpusError, match="traces without a scenario: lost"):
        corpus.run()


@pytest.mark.parametrize("content", ["SCRIPT = ''", "STEPS = []", "SCRIPT, STEPS = 1, []", "1 / 0"])
def test_a_file_that_is_no_scenario_is_a_failure(corpus: Corpus, content: str) -> None:
    corpus.add("", {}).write_text(content)
    assert corpus.run().problems


def test_a_name_that_is_not_offered_is_told_besides_the_difference(corpus: Corpus) -> None:
    corpus.add("import streamlit as st\nst.hologram('x')", {"main": [text("x")]})
    outcome = corpus.run()
    assert outcome.differing
    assert outcome.problems == ["uses what is not offered: st.hologram"]


# -- the list of deliberate differences ----------------------------------------------------------------------


def test_a_listed_step_that_does_not_differ_is_a_failure(corpus: Corpus) -> None:
    corpus.add("", {})
    outcome = corpus.run(Differences({"s": {0: Listed(4)}}))
    assert not outcome.agrees
    assert outcome.lines() == ["s step 0: listed in DIVERGENCES.toml, but agrees"]


def test_a_listed_step_may_differ_only_by_its_number_and_elements(corpus: Corpus) -> None:
    corpus.add("import streamlit as st\nst.text('a')\nst.text('b')", {"main": [text("a"), text("x")]})
    assert not corpus.run(Differences({"s": {0: Listed(4)}})).agrees
    assert not corpus.run(Differences({"s": {0: Listed(4, (0,))}})).agrees
    assert corpus.run(Differences({"s": {0: Listed(4, (1,))}})).on_purpose


@pytest.mark.parametrize(
    "entry",
    [
        '[[divergence]]\nscenario = "s"\nsteps = [0]\nreason = "r"',
        '[[divergence]]\nscenario = "s"\nsteps = [0]\ndesign = 12\nreason = "r"',
        '[[divergence]]\nscenario = "s"\nsteps = []\ndesign = 1\nreason = "r"',
        '[[divergence]]\nscenario = "s"\nsteps = [0]\ndesign = 1\nreason = " "',
        '[[rule]]\nname = "whatever"\ndesign = 1\nreason = "r"',
    ],
)
def test_an_entry_needs_number_steps_and_reason(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "list.toml"
    path.write_text(entry)
    with pytest.raises(BadCorpusError):
        Differences.load(path)


# -- rules ---------------------------------------------------------------------------------------------------

WARNED = "import streamlit as st\nst.session_state.s = 4\n" + SLIDER.splitlines()[1]
READ_ONLY = """
import streamlit as st
if st.session_state.setdefault('n', 0) == 0:
    st.session_state.b = True
st.session_state.n += 1
st.text('above')
st.button('B', key='b')
st.text('below')
"""
RAISED = {"type": "exception", "exc": "StreamlitValueAssignmentNotAllowedError"}
BUTTON = {"type": "button", "key": "b", "label": "B", "value": "False"}


def test_our_warning_directly_before_its_widget_is_explained(corpus: Corpus) -> None:
    corpus.add(WARNED, {"session_state": {"s": "4"}, "main": [DRAWN | {"value": "4"}]})
    assert corpus.run().explained == {0: ["two_values"]}
    assert corpus.run(NONE).differing


def test_another_warning_is_not_explained(corpus: Corpus) -> None:
    script = WARNED.replace("st.slider", "st.warning('mine')\nst.slider")
    corpus.add(script, {"session_state": {"s": "4"}, "main": [DRAWN | {"value": "4"}]})
    assert corpus.run().differing


def test_what_differs_besides_the_warning_is_told(corpus: Corpus) -> None:
    corpus.add(WARNED, {"session_state": {"s": "4"}, "main": [DRAWN | {"value": "5"}]})
    assert corpus.run().differing


def test_a_read_only_key_that_raises_again_ends_the_comparison_of_the_run(corpus: Corpus) -> None:
    first = {"session_state": {"b": "True", "n": "1"}, "main": [text("above"), RAISED]}
    again = {"session_state": {"b": "False", "n": "2"}, "main": [text("above"), BUTTON, text("below")]}
    corpus.add(READ_ONLY, first, again, steps=({"do": "rerun"},))
    assert corpus.run().explained == {1: ["read_only"]}
    again["main"] = [text("other"), BUTTON, text("below")]
    corpus.add(READ_ONLY, first, again, steps=({"do": "rerun"},))
    assert corpus.run().differing


def test_a_read_only_error_where_they_have_something_else_is_not_explained(corpus: Corpus) -> None:
    corpus.add(READ_ONLY, {"session_state": {"b": "True", "n": "1"}, "main": [text("above"), text("below")]})
    assert corpus.run().differing


def test_the_last_call_of_a_script_is_explained_and_no_other(corpus: Corpus) -> None:
    corpus.add("import streamlit as st\nst.text('a')\nmax(1, 2)", {"main": [text("a")]})
    assert corpus.run().explained == {0: ["last_call"]}
    corpus.add("import streamlit as st\nst.text('a')\nst.text('b')\nx = 1", {"main": [text("a")]})
    assert corpus.run().differing


def test_a_semicolon_silences_the_last_expression(corpus: Corpus) -> None:
    told = {"main": [{"type": "markdown", "value": "`1`"}]}
    corpus.add("x = 1\nx;", told)
    assert corpus.run().explained == {0: ["last_call"]}


def test_a_note_explains_the_error_of_an_unknown_keyword_or_name(corpus: Corpus) -> None:
    error = {"type": "exception", "exc": "TypeError"}
    corpus.add("import streamlit as st\nst.text('a', flavour=1)\nst.text('b')", {"main": [error]})
    assert corpus.run().explained == {0: ["notes"]}
    corpus.add("import streamlit as st\nst.text('b')", {"main": [error]})
    assert corpus.run().differing


def test_keys_in_another_order_are_explained_and_other_keys_are_not(corpus: Corpus) -> None:
    script = (
        "import streamlit as st\nss = st.session_state\nss.b = ss.a = 1\nst.text(list(ss))\nprint(list(ss))"
    )
    state = {"a": "1", "b": "1"}
    corpus.add(script, {"session_state": state, "main": [text("['a', 'b']")], "stdout": ["['a', 'b']"]})
    assert corpus.run().explained == {0: ["order_of_keys"]}
    corpus.add(script, {"session_state": state, "main": [text("['a', 'c']")], "stdout": ["['b', 'a']"]})
    assert corpus.run().differing


def test_a_list_that_is_not_of_keys_keeps_its_order(corpus: Corpus) -> None:
    script = "import streamlit as st\nst.session_state.a = 1\nst.text(['x', 'y'])"
    corpus.add(script, {"session_state": {"a": "1"}, "main": [text("['y', 'x']")]})
    assert corpus.run().differing


def test_a_widget_key_named_none_is_explained(corpus: Corpus) -> None:
    told = {"main": [DRAWN | {"key": None}]}
    corpus.add(SLIDER.replace("'s'", "'None'"), told)
    assert corpus.run().explained == {0: ["none_keys"]}
    corpus.add(SLIDER, told)
    assert corpus.run().differing


# -- the command ---------------------------------------------------------------------------------------------


def command(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    call = [sys.executable, RUNNER, *arguments]
    return subprocess.run(list(map(str, call)), cwd=cwd, env=environment, capture_output=True, text=True)  # noqa: PLW1510


def test_it_runs_from_anywhere_and_exits_with_zero_if_all_agrees(corpus: Corpus, tmp_path: Path) -> None:
    corpus.add(WARNED, {"session_state": {"s": "4"}, "main": [DRAWN | {"value": "4"}]})
    done = command(".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "s step 0: differs on purpose by the rule two_values (difference 4)" in done.stdout
    assert command(".", "--strict", cwd=tmp_path).returncode == 1


def test_it_exits_with_one_if_something_differs_and_tells_programs_what(corpus: Corpus) -> None:
    corpus.add("", {"main": [text("x")]})
    done = command(corpus.folder, "--json", cwd=Path("/"))
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert (told["scenarios"], told["differ"]) == (1, 1)
    assert "expected" in told["outcomes"][0]["differing"]["0"][0]


def test_it_exits_with_two_if_there_is_nothing_to_run(tmp_path: Path) -> None:
    done = command(tmp_path, cwd=tmp_path)
    assert done.returncode == 2
    assert "no scenarios" in done.stderr
