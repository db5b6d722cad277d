"""Forms: drafts wait for the submit button."""

from __future__ import annotations

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
