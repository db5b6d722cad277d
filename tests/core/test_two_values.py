"""A default together with a value in session state."""

from __future__ import annotations

from jupyter_session_state.testing import AppTest

BOTH = """
st.session_state.n = 7
st.number_input("N", 0, 10, 3, key="n")
"""


def test_the_state_wins_and_a_warning_stands_before_the_widget() -> None:
    at = AppTest.from_string(BOTH).run()
    assert [node.type for node in at.main.children.values()] == ["warning", "number_input"]
    assert at.number_input[0].value == 7
    assert "'n'" in at.warning[0].value
    assert "line 3" in at.warning[0].value


def test_the_warning_is_given_once() -> None:
    at = AppTest.from_string(BOTH).run()
    assert not at.run().warning


def test_a_default_that_is_not_given_is_no_second_value() -> None:
    at = AppTest.from_string('st.session_state.n = 7\nst.number_input("N", 0, 10, key="n")').run()
    assert not at.warning


def test_a_widget_that_resets_itself_is_no_second_value() -> None:
    at = AppTest.from_string(
        'top = 5 if st.checkbox("low") else 10\nst.number_input("N", 0, top, 3, key="n")'
    ).run()
    at.number_input[0].set_value(8).run()
    at.checkbox[0].check().run()
    assert at.number_input[0].value == 3
    assert not at.warning


def test_a_value_from_outside_is_no_second_value() -> None:
    at = AppTest.from_string('st.number_input("N", 0, 10, 3, key="n")').run()
    at.session_state.n = 8
    assert not at.run().warning
    assert at.number_input[0].value == 8
