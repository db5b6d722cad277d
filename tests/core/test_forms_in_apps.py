"""Forms: drafts wait for the submit button."""

from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.testing import AppTest

FORM = """
with st.form("f", clear_on_submit={clear}):
    ok = st.checkbox("ok", key="ok")
    st.form_submit_button("Go")
st.text(ok)
"""


def test_a_form_has_its_key_in_the_tree() -> None:
    at = AppTest.from_string(FORM.format(clear=False)).run()
    assert at.form(key="f").kind == "form"


def test_a_form_that_clears_itself_sends_defaults_the_next_time() -> None:
    at = AppTest.from_string(FORM.format(clear=True)).run()
    at.checkbox(key="ok").check()
    at.button[0].click().run()
    assert at.text.values == ["True"]
    at.button[0].click().run()
    assert at.text.values == ["False"]


def test_a_form_that_does_not_clear_itself_sends_the_same_again() -> None:
    at = AppTest.from_string(FORM.format(clear=False)).run()
    at.checkbox(key="ok").check()
    at.button[0].click().run()
    at.button[0].click().run()
    assert at.text.values == ["True"]


def line_of(function: Any, offset: int) -> str:
    return f"line {function.__code__.co_firstlineno + offset}"


def test_a_form_in_a_form_is_refused_by_both_names(rig: Any) -> None:
    def script() -> None:
        with (
            st.form("outer"),
            pytest.raises(errors.StreamlitInvalidLayoutContextError, match=r"'inner'.*'outer'"),
        ):
            st.form("inner")

    assert rig(script).errors == []


def test_a_second_form_of_one_key_is_told_where_the_first_is(rig: Any) -> None:
    def script() -> None:
        st.form("f")
        with pytest.raises(errors.StreamlitDuplicateElementKey) as raised:
            st.form("f")
        assert "'f'" in str(raised.value)
        assert line_of(script, 1) in str(raised.value)

    assert rig(script).errors == []


def test_a_form_whose_key_was_assigned_is_refused_by_that_key(rig: Any) -> None:
    def script() -> None:
        st.session_state.f = 1
        with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError) as raised:
            st.form("f")
        assert str(raised.value).startswith("st.form takes no value")
        assert "'f'" in str(raised.value)

    assert rig(script).errors == []


def test_the_key_of_a_form_cannot_be_assigned_below_it(rig: Any) -> None:
    def script() -> None:
        st.form("f")
        with pytest.raises(errors.StreamlitWidgetAlreadyInstantiatedError) as raised:
            st.session_state.f = 1
        assert "the form 'f'" in str(raised.value)
        assert line_of(script, 1) in str(raised.value)

    assert rig(script).errors == []


def test_a_form_in_a_cached_function_is_warned_of_by_its_name_and_place(rig: Any) -> None:
    @st.cache_resource(show_spinner=False)
    def cached() -> None:
        with st.form("f"):
            st.text("in it")

    app = rig(lambda: cached())  # noqa: PLW0108 - a script is a function with code
    (warning,) = (e.props["message"] for e in app.app.tree.walk() if e.kind == "exception")
    assert warning.startswith("st.form 'f'")
    assert "cached()" in warning
    assert "in it" in app.texts
