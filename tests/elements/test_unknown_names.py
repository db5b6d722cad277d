"""Names that are not here, that Streamlit removed, or that make no sense: the script goes on, or says why not."""

from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.testing import AppTest


def notes(source: str) -> tuple[list[str], AppTest]:
    test = AppTest.from_string(source).run()
    assert [e.value for e in test.exception] == []
    return [node.value for node in test.main if node.kind == "note"], test


@pytest.mark.parametrize(
    "use",
    [
        "st.foo('x')",
        "st.foo.bar(1, b=2)",
        "with st.foo() as f: f.write('x')",
        "with st.foo: pass",
        "for x in st.foo(): st.write(x)",
        "if st.foo(): st.write('no')",
        "st.foo",
        "st.write(st.foo.bar)",
        "a = st.foo('x').more",
        "st.sidebar.foo(1)",
        "st.container().foo(1)",
        "from streamlit import foo\nfoo()",
    ],
)
def test_an_unknown_name_draws_one_note_and_the_script_goes_on(use: str) -> None:
    told, test = notes(f"import streamlit as st\n{use}\nst.foo()\nst.text('end')")
    assert [note for note in told if "foo" in note][:1] == told[:1]
    assert len(told) <= 2
    assert test.text[-1].value == "end"


def test_as_a_decorator_it_leaves_the_function_as_it_is() -> None:
    told, test = notes(
        "@st.foo\ndef f(): return 3\n@st.bar(1)\ndef g(): return 4\nst.text(f())\nst.write(type(g).__name__)"
    )
    assert test.text[0].value == "3"
    assert len(told) == 2


def test_each_run_notes_it_anew() -> None:
    test = AppTest.from_string("st.foo()").run()
    assert [n.kind for n in test.main] == ["main", "note"]
    assert [n.kind for n in test.run().main] == ["main", "note"]


def test_what_is_looked_at_only_draws_nothing() -> None:
    told, test = notes("x = hasattr(st, 'foo')\ny = st.foo\nst.text(f'{x}{bool(y)}{len(y)}{y}')")
    assert told == []
    assert test.text[0].value == "TrueFalse0"


def test_private_names_stay_errors() -> None:
    test = AppTest.from_string("st._foo").run()
    assert test.exception[0].exception_type == "AttributeError"
    with pytest.raises(AttributeError, match="_bar"):
        _ = st.container._bar  # type: ignore[attr-defined]


def test_outside_of_a_run_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="foo"):
        _ = st.foo  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="foo"):
        _ = st.sidebar.foo  # type: ignore[attr-defined]


def test_what_only_some_handles_have_is_no_unknown_name(app: Any) -> None:
    assert app(
        lambda: [hasattr(st.container(), n) for n in ("update", "open", "cell", "to_pandas")]
    ).value == [False, False, False, False]


@pytest.mark.parametrize(
    ("old", "drawn"),
    [
        ("a, b = st.beta_columns(2); a.text('x')", ["text"]),
        ("st.beta_container().text('x')", ["text"]),
        ("with st.beta_expander('e'): st.text('x')", ["text"]),
        ("@st.cache\ndef f(): return 'x'\nst.text(f())", ["text"]),
        ("@st.cache(allow_output_mutation=True, ttl=5)\ndef f(): return 'x'\nst.text(f())", ["text"]),
        ("@st.experimental_memo\ndef f(): return 'x'\nst.text(f())", ["text"]),
        ("@st.experimental_fragment\ndef f(): st.text('x')\nf()", ["text"]),
        (
            "st.experimental_set_query_params(a=['1', '2'])\nst.text(st.experimental_get_query_params())",
            ["text"],
        ),
        ("st.experimental_data_editor([1], key='e')", ["data_editor"]),
        ("st.bokeh_chart(1)", []),
    ],
)
def test_removed_names_work_with_a_note(old: str, drawn: list[str]) -> None:
    told, test = notes(f"import streamlit as st\n{old}")
    assert told
    assert all("removed" in note for note in told)
    kinds = [node.kind for node in test.main]
    assert [kind for kind in kinds if kind in ("text", "data_editor")] == drawn


def test_query_params_of_old_are_lists() -> None:
    _, test = notes(
        "st.experimental_set_query_params(a=['1', '2'], b='3')\nst.text(st.experimental_get_query_params())"
    )
    assert test.text[0].value == "{'a': ['1', '2'], 'b': ['3']}"


@pytest.mark.parametrize("call", [st.login, st.logout, lambda: st.App("x.py")])
def test_what_makes_no_sense_says_why(call: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="notebook"):
        call()
