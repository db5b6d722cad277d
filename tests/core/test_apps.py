"""Apps: cells that are executed anew, several on one state, and the record of what happened."""

from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.state import SessionState

# -- a cell that is executed anew ----------------------------------------------------------------------------


def number(default: int) -> Any:
    return lambda: st.number_input("N", 0, 10, default, key="n")


def test_an_untouched_widget_takes_the_new_default(rig: Any) -> None:
    app = rig(number(3)).execute(number(5))
    assert (app.state, app.value("N")) == ({"n": 5}, 5.0)
    assert app.texts == []


def test_a_touched_widget_keeps_its_value_and_says_so(rig: Any) -> None:
    app = rig(number(3)).edit("N", 7.0).settle().execute(number(5))
    assert app.state == {"n": 7}
    assert app.texts == ["keeps `7` from this session"]
    app.edit("N", 8.0).settle()
    assert app.texts == []


def test_a_widget_that_was_assigned_counts_as_touched(rig: Any) -> None:
    app = rig(number(3))
    app.app.state.set("n", 7)
    app.app.ask("a test")
    app.settle().execute(number(5))
    assert app.state == {"n": 7}


def test_the_same_default_changes_nothing(rig: Any) -> None:
    app = rig(number(3)).edit("N", 7.0).settle().execute(number(3))
    assert app.state == {"n": 7}
    assert app.texts == []


def test_a_rerun_ignores_a_new_default(rig: Any) -> None:
    app = rig(lambda: st.number_input("N", 0, 10, 5 if st.checkbox("A") else 3, key="n"))
    app.edit("A", True).settle()
    assert app.state == {"n": 3}


def test_the_value_of_a_password_is_not_told(rig: Any) -> None:
    def password(default: str) -> Any:
        return lambda: st.text_input("P", default, key="p", type="password")

    app = rig(password("")).edit("P", "secret").settle().execute(password("other"))
    assert not any("secret" in text for text in app.texts)
    assert app.texts


def test_reset_gives_one_key_its_default_back(rig: Any) -> None:
    app = rig(number(3)).edit("N", 7.0).settle().execute(number(5))
    app.app.ask_reset("n")
    app.settle()
    assert (app.state, app.value("N")) == ({"n": 5}, 5.0)


def test_clear_makes_the_next_run_like_the_first(rig: Any) -> None:
    def script() -> None:
        st.session_state.setdefault("n", 0)
        st.session_state.n += 1
        st.checkbox("keyless")

    app = rig(script).edit("keyless", True).settle()
    app.app.ask_clear()
    app.settle()
    assert app.state == {"n": 1}
    assert app.value("keyless") is False


def test_clear_takes_unsent_text_out_of_forms(rig: Any) -> None:
    def script() -> None:
        with st.form("f"):
            st.text_input("T", "first")
            st.form_submit_button()

    app = rig(script).edit("T", "unsent")
    app.app.ask_clear()
    app.settle()
    assert app.value("T") == "first"


def test_waiting_input_of_the_old_cell_is_dropped(rig: Any) -> None:
    app = rig(lambda: st.checkbox("A", key="a"))
    app.edit("A", True)
    app.execute(lambda: st.checkbox("A", key="a"))
    assert app.state == {"a": False}


def test_an_app_that_closes_itself_is_gone_at_once_and_can_come_back(rig: Any, kernel: Kernel) -> None:
    def script() -> None:
        st.text("above")
        if st.checkbox("Close", key="close"):
            app.app.close()
        st.text("below")

    app = rig(script)
    app.edit("Close", True).settle()
    assert (kernel.apps, app.app.tree) == ({}, None)
    assert app.app.running is None
    assert rig(lambda: st.text("again")).texts == ["again"]


def test_a_closed_app_leaves_its_values_and_makes_room(rig: Any, kernel: Kernel) -> None:
    app = rig(number(3)).edit("N", 7.0).settle()
    app.app.close()
    assert kernel.apps == {}
    assert app.state == {"n": 7}
    other = rig(lambda: st.slider("N", 0, 10, key="n"), name="other")
    assert other.errors == []


# -- several apps, one state ---------------------------------------------------------------------------------


def test_a_key_in_two_apps_is_one_value_shown_twice(rig: Any) -> None:
    one, two = rig(number(3), name="one"), rig(number(3), name="two")
    one.edit("N", 7.0).settle()
    assert two.loop.woken
    two.settle()
    assert two.value("N") == 7.0
    two.edit("N", 2.0).settle()
    one.settle()
    assert one.value("N") == 2.0


def test_linked_apps_do_not_wake_each_other_for_ever(rig: Any) -> None:
    one, two = rig(number(3), name="one"), rig(number(3), name="two")
    one.edit("N", 7.0).settle()
    two.settle()
    assert not one.app.waiting
    assert not two.app.waiting


def test_apps_without_a_common_key_leave_each_other_alone(rig: Any) -> None:
    one, two = rig(number(3), name="one"), rig(lambda: st.checkbox("A", key="a"), name="two")
    runs = two.app.starts
    one.edit("N", 7.0).settle()
    two.settle()
    assert two.app.starts == runs


def test_a_key_with_two_kinds_is_an_error_that_names_the_way_out(rig: Any) -> None:
    rig(number(3), name="one")
    two = rig(lambda: st.checkbox("A", key="n"), name="two")
    assert two.errors == ["StreamlitAPIException"]
    message = next(e for e in two.app.tree.walk() if e.kind == "exception").props["message"]
    for part in ("'n'", "'one'", "'two'", "number_input", "checkbox", "--scope app"):
        assert part in message
    assert two.state == {"n": 3}


def test_an_app_with_a_state_of_its_own_shares_nothing(rig: Any) -> None:
    one = rig(number(3), name="one")
    two = rig(lambda: st.checkbox("A", key="n"), name="two", state=SessionState())
    assert (one.state, two.state) == ({"n": 3}, {"n": False})


def test_a_run_of_one_app_does_not_drop_the_widgets_of_another(rig: Any) -> None:
    one = rig(number(3), name="one").edit("N", 7.0).settle()
    two = rig(lambda: st.checkbox("A", key="a"), name="two")
    two.edit("A", True).settle()
    assert one.state == two.state == {"n": 7, "a": True}


def test_a_key_that_one_app_draws_no_more_lives_on_in_the_other(rig: Any) -> None:
    one = rig(lambda: number(3)() if not st.checkbox("hide") else None, name="one")
    two = rig(number(3), name="two")
    one.edit("N", 7.0).settle()
    two.settle()
    one.edit("hide", True).settle()
    two.settle()
    assert two.state == {"n": 7}
    assert two.value("N") == 7.0


def test_the_same_label_without_a_key_in_two_apps_is_two_widgets(rig: Any) -> None:
    one, two = rig(lambda: st.checkbox("A"), name="one"), rig(lambda: st.checkbox("A"), name="two")
    one.edit("A", True).settle()
    assert two.value("A") is False


# -- records -------------------------------------------------------------------------------------------------


def more(step: int, unit: str = "") -> None:
    st.session_state.n += step


def counter() -> None:
    st.session_state.setdefault("n", 0)
    st.button("More", on_click=more, args=(2,), kwargs={"unit": "m"})


def test_a_record_tells_cause_callbacks_and_changes(rig: Any) -> None:
    app = rig(counter).click("More").settle()
    record = app.last
    assert record.cause == "st.button 'More' was clicked"
    (call,) = record.callbacks
    assert (call.name, call.arguments, call.widget) == ("more", "2, unit='m'", "st.button 'More'")
    assert call.line == more.__code__.co_firstlineno
    assert [(c.key, c.before, c.after) for c in record.changes] == [("n", "0", "2")]
    assert [r.number for r in app.app.history] == [1, 2]


def test_why_says_it_in_words(rig: Any) -> None:
    app = rig(counter).click("More").settle()
    for part in ("Run 2", "'More' was clicked", "more(2, unit='m')", "n: 0 -> 2"):
        assert part in app.app.why()


def test_why_before_the_first_run(kernel: Kernel) -> None:
    from jupyter_session_state._core.app import App

    assert "has not run" in App("new", kernel).why()


def test_changes_inside_of_a_list_are_seen(rig: Any) -> None:
    def script() -> None:
        st.session_state.setdefault("items", [])
        if st.button("Add"):
            st.session_state["items"].append("x")

    app = rig(script).click("Add").settle()
    assert [(c.key, c.before, c.after) for c in app.last.changes] == [("items", "[]", "['x']")]


def test_new_and_vanished_keys_are_told(rig: Any) -> None:
    def script() -> None:
        if st.checkbox("A", key="a"):
            st.session_state.pop("old", None)
        else:
            st.session_state.old = 1

    app = rig(script)
    assert [(c.key, c.before) for c in app.last.changes] == [("a", None), ("old", None)] or {
        c.key for c in app.last.changes
    } == {"a", "old"}
    app.edit("A", True).settle()
    assert ("old", None) in [(c.key, c.after) for c in app.last.changes]
    assert "(gone)" in app.app.why()


def test_secrets_are_masked_in_records(rig: Any) -> None:
    app = rig(lambda: st.text_input("P", key="p", type="password")).edit("P", "secret").settle()
    assert "secret" not in app.app.why()
    assert [c.key for c in app.last.changes] == ["p"]


@pytest.mark.parametrize("value", [object(), lambda: 1, float("nan")])
def test_any_value_may_be_in_the_state_of_a_recorded_run(rig: Any, value: Any) -> None:
    class Odd:
        def __repr__(self) -> str:
            raise ValueError("no repr")

        def __eq__(self, other: object) -> bool:
            raise ValueError("no comparison")

        __hash__ = None  # type: ignore[assignment]

    def script() -> None:
        st.session_state.value = value
        st.session_state.odd = Odd()

    app = rig(script)
    app.app.ask("a test")
    app.settle()
    assert app.errors == []
    assert app.app.why()


def test_the_past_does_not_grow_for_ever(rig: Any) -> None:
    app = rig(lambda: st.text("x"))
    for _ in range(120):
        app.app.ask("a test")
        app.app.answer()
    assert len(app.app.history) == 100
    assert app.last.number == 121
