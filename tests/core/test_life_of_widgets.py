"""What happens to the values of widgets that a run does not draw."""

from __future__ import annotations

from jupyter_session_state.testing import AppTest

HIDING = """
show = st.checkbox("show", True, key="show")
if st.button("assign", key="assign"):
    st.session_state.t = "by the program"
if show:
    st.checkbox("T", key="t"{more})
st.text(st.session_state.get("t", "absent"))
"""


def app(more: str = "") -> AppTest:
    return AppTest.from_string(HIDING.format(more=more)).run()


def seen(at: AppTest) -> tuple[str, object]:
    """What the run read, and what is there after it."""
    return at.text[0].value, at.session_state.get("t", "absent")


def hide(at: AppTest) -> AppTest:
    at.checkbox(key="t").check().run()
    return at.checkbox(key="show").uncheck().run()


def test_a_hidden_widget_is_readable_in_the_run_that_hides_it_and_gone_after() -> None:
    at = hide(app())
    assert seen(at) == ("True", "absent")
    assert seen(at.run()) == ("absent", "absent")


def test_a_hidden_widget_comes_back_with_its_default() -> None:
    at = hide(app())
    at.checkbox(key="show").check().run()
    assert at.checkbox(key="t").value is False


def test_what_is_assigned_to_a_hidden_widget_lives_for_one_more_run() -> None:
    at = hide(app())
    assert seen(at.button(key="assign").click().run()) == ("by the program", "by the program")
    assert seen(at.run()) == ("by the program", "absent")
    assert seen(at.run()) == ("absent", "absent")


def test_a_widget_that_persists_keeps_its_value_while_hidden() -> None:
    at = hide(app(', persist_state="session"'))
    assert seen(at) == seen(at.run()) == ("True", True)
    at.checkbox(key="show").check().run()
    assert at.checkbox(key="t").value is True


def test_what_is_assigned_to_a_hidden_widget_that_persists_stays() -> None:
    at = hide(app(', persist_state="session"'))
    at.button(key="assign").click().run()
    assert seen(at.run()) == seen(at.run()) == ("by the program", "by the program")


def test_persisting_needs_a_key() -> None:
    at = AppTest.from_string('st.checkbox("T", persist_state="session")').run()
    assert at.exception[0].exception_type == "StreamlitMissingRequiredParameterError"
    assert "key" in at.exception[0].message


def test_persisting_takes_known_scopes_only() -> None:
    at = AppTest.from_string('st.checkbox("T", key="t", persist_state="forever")').run()
    assert at.exception[0].exception_type == "StreamlitValueError"
    assert "t" not in at.session_state


def test_a_run_that_stops_drops_nothing() -> None:
    at = AppTest.from_string(
        """
        if st.checkbox("stop", key="stop"):
            st.stop()
        st.checkbox("T", key="t")
        """
    ).run()
    at.checkbox(key="t").check().run()
    at.checkbox(key="stop").check().run()
    assert at.session_state.t is True
    at.checkbox(key="stop").uncheck().run()
    assert at.checkbox(key="t").value is True


def test_an_error_drops_nothing() -> None:
    at = AppTest.from_string('if st.checkbox("fail"): 1 / 0\nst.checkbox("T", key="t")').run()
    at.checkbox(key="t").check().run()
    at.checkbox[0].check().run()
    assert at.exception[0].exception_type == "ZeroDivisionError"
    assert at.session_state.t is True


def test_an_older_program_value_shows_again_under_a_hidden_widget() -> None:
    at = AppTest.from_string(
        """
        if "t" not in st.session_state:
            st.session_state.t = True
        elif st.checkbox("show", True):
            st.checkbox("T", key="t")
        """
    ).run()
    at.run()
    at.checkbox(key="t").uncheck().run()
    assert at.session_state.t is False
    at.checkbox[0].uncheck().run()
    assert at.session_state.t is True


def test_deleting_a_key_before_its_widget_resets_it() -> None:
    at = AppTest.from_string('if st.button("reset"): del st.session_state.t\nst.checkbox("T", key="t")').run()
    at.checkbox(key="t").check().run()
    at.button[0].click().run()
    assert at.checkbox(key="t").value is False


def test_clear_keeps_widgets_without_a_key() -> None:
    at = AppTest.from_string(
        'if st.button("clear"): st.session_state.clear()\nst.checkbox("A")\nst.checkbox("B", key="b")'
    ).run()
    at.checkbox[0].check()
    at.checkbox[1].check().run()
    at.button[0].click().run()
    assert at.checkbox.values == [True, False]
