"""AppTest's hands for inputs with options."""

from __future__ import annotations

import pytest

from jupyter_session_state.testing import AppTest, AppTestError

SCRIPT = """
import streamlit as st
name = {1: "one", 2: "two", 3: "three"}.get
st.radio("R", [1, 2, 3], format_func=name, key="r", horizontal=True)
st.multiselect("M", [1, 2, 3], [2], format_func=name, key="m", max_selections=2, placeholder="which")
st.select_slider("S", [1, 2, 3], (1, 2), format_func=name, key="s")
st.pills("P", [1, 2, 3], format_func=name, key="p")
st.segmented_control("G", [1, 2, 3], selection_mode="multi", format_func=name, key="g")
st.feedback("stars", key="f")
"""


@pytest.fixture
def at() -> AppTest:
    return AppTest.from_string(SCRIPT).run()


def test_each_kind_is_found_by_its_name(at: AppTest) -> None:
    assert [len(w) for w in (at.radio, at.multiselect, at.select_slider, at.pills, at.segmented_control)] == [
        1
    ] * 5
    assert [w.key for w in at.button_group] == ["p", "g"]
    assert [w.key for w in at.feedback] == ["f"]
    assert [at.pills[0].type, at.feedback[0].type, at.select_slider[0].type] == [
        "button_group",
        "feedback",
        "select_slider",
    ]


def test_a_radio_takes_a_value_or_its_label(at: AppTest) -> None:
    radio = at.radio("r")
    assert (radio.options, radio.index, radio.horizontal) == (["one", "two", "three"], 0, True)
    assert radio.set_value(3).run().radio("r").value == 3
    assert at.radio("r").index == 2
    assert at.radio("r").set_value(2).index == 1


def test_a_multiselect_collects(at: AppTest) -> None:
    multi = at.multiselect("m")
    assert (multi.value, multi.values, multi.indices) == ([2], ["two"], [1])
    assert (multi.max_selections, multi.placeholder) == (2, "which")
    multi.select(1).select(1).run()
    assert at.session_state.m == [2, 1]
    at.multiselect("m").unselect(2).unselect(3).run()
    assert at.session_state.m == [1]
    at.multiselect("m").set_value([3, 2]).run()
    assert at.multiselect("m").indices == [2, 1]


def test_nobody_can_choose_more_than_allowed_or_what_is_not_there(at: AppTest) -> None:
    with pytest.raises(AppTestError, match="at most 2"):
        at.multiselect("m").set_value([1, 2, 3])
    with pytest.raises(AppTestError, match="none of the options"):
        at.radio("r").set_value(4)
    with pytest.raises(AppTestError, match="grade"):
        at.feedback("f").set_value(5)


def test_a_slider_over_options_has_both_ends_set(at: AppTest) -> None:
    assert at.select_slider("s").options == ["one", "two", "three"]
    assert at.select_slider("s").set_range(3, 2).run().session_state.s == (2, 3)


def test_of_pills_one_is_pressed_and_released(at: AppTest) -> None:
    assert at.pills("p").select(2).run().session_state.p == 2
    assert at.pills("p").formatted_values == ["two"]
    assert at.pills("p").unselect(1).unselect(2).run().session_state.p is None
    assert at.pills("p").indices == []


def test_of_segments_several_are_pressed_and_released(at: AppTest) -> None:
    at.segmented_control("g").select(3).select(1).select(3).run()
    assert at.session_state.g == [3, 1]
    assert at.segmented_control("g").indices == [2, 0]
    assert at.segmented_control("g").unselect(3).run().session_state.g == [1]


def test_a_grade_is_given_and_taken_back(at: AppTest) -> None:
    assert at.feedback("f").set_value(4).run().session_state.f == 4
    assert at.feedback("f").set_value(None).run().session_state.f is None


def test_an_untouched_object_without_equality_counts_as_changed_as_in_streamlit() -> None:
    script = """
        import streamlit as st
        class Pet:
            def __init__(self, name): self.name = name
        pets = [Pet("a"), Pet("b")]
        def changed(): st.session_state.calls = st.session_state.get("calls", 0) + 1
        st.radio("R", pets, format_func=lambda p: p.name, key="r", on_change=changed)
        """
    assert AppTest.from_string(script).run().run().session_state.calls == 1


def test_what_a_form_holds_back_is_not_sent_again_by_another_widget() -> None:
    script = """
        import streamlit as st
        with st.form("f"):
            st.multiselect("M", ["a", "b"], key="m")
            st.form_submit_button()
        st.checkbox("other", key="c")
        """
    at = AppTest.from_string(script).run()
    at.multiselect("m").select("a")
    assert at.checkbox("c").check().run().session_state.m == []
