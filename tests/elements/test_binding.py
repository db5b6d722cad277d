"""Widgets bound to query parameters, of every kind, as a browser keeps its address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.spec import KINDS
from tests.elements.conftest import FunctionApp

DAY = dt.datetime(2024, 1, 2, 3, 4)  # noqa: DTZ001 - a day on the calendar, not a moment
BOUND: dict[str, Callable[[], Any]] = {
    "checkbox": lambda: st.checkbox("x", key="x", bind="query-params"),
    "toggle": lambda: st.toggle("x", True, key="x", bind="query-params"),
    "slider": lambda: st.slider("x", 0, 10, 3, key="x", bind="query-params"),
    "number_input": lambda: st.number_input("x", 0, 10, 3, key="x", bind="query-params"),
    "text_input": lambda: st.text_input("x", "a", key="x", bind="query-params"),
    "text_area": lambda: st.text_area("x", None, key="x", max_chars=5, bind="query-params"),
    "selectbox": lambda: st.selectbox("x", ["a", "b"], key="x", bind="query-params"),
    "radio": lambda: st.radio("x", ["a", "b"], index=None, key="x", bind="query-params"),
    "multiselect": lambda: st.multiselect("x", ["a", "b"], "a", key="x", bind="query-params"),
    "select_slider": lambda: st.select_slider("x", ["a", "b", "c"], ("a", "b"), key="x", bind="query-params"),
    "pills": lambda: st.pills("x", ["a", "b"], key="x", bind="query-params"),
    "segmented_control": lambda: st.segmented_control(
        "x", ["a", "b"], selection_mode="multi", key="x", bind="query-params"
    ),
    "pagination": lambda: st.pagination(9, default=2, key="x", bind="query-params"),
    "feedback": lambda: st.feedback("stars", default=2, key="x", bind="query-params"),
    "expander": lambda: st.expander("x", key="x", bind="query-params"),
    "date_input": lambda: st.date_input("x", DAY, key="x", bind="query-params"),
    "time_input": lambda: st.time_input("x", dt.time(8), key="x", bind="query-params"),
    "datetime_input": lambda: st.datetime_input("x", DAY, key="x", bind="query-params"),
    "color_picker": lambda: st.color_picker("x", "#aabbcc", key="x", bind="query-params"),
    "tabs": lambda: st.tabs(["a", "b"], key="x", bind="query-params"),
}
TEXTS = some.text(some.characters(exclude_categories=["Cs"])) | some.sampled_from(
    ["a", "b", "c", "true", "FALSE", "0", "3", "4.5", "-1", "1e400", "nan", "2024-01-01", "10:30", ""]
)


def opened(draw: Callable[[], Any], query: str = "", **state: Any) -> FunctionApp:
    """Return an app in a front end that keeps an address, opened with this one."""
    app = FunctionApp(lambda: None, state)
    app.app.kernel.resends = True
    app.app.params.open(query)
    app.body.function = draw
    return app.run()


def slider() -> Any:
    return st.slider("x", 0, 10, 3, key="x", bind="query-params")


def test_every_kind_that_can_be_bound_is_tested_here() -> None:
    assert {name for name, spec in KINDS.items() if "bind" in spec.parameters} <= BOUND.keys()


@pytest.mark.parametrize("kind", BOUND)
@settings(deadline=None, max_examples=40)  # an app runs in each, perhaps on a busy machine
@given(texts=some.lists(TEXTS, min_size=1, max_size=3))
def test_no_address_breaks_an_app(kind: str, texts: list[str]) -> None:
    app = opened(BOUND[kind])
    default = app.state.get("x")
    app = FunctionApp(lambda: None, {})
    app.app.kernel.resends = True
    app.app.params.navigate({"x": texts, "other": "stays"})
    app.body.function = BOUND[kind]
    app.run()
    assert app.body.errors == []
    address, value = app.app.params.address, app.state.get("x")
    assert address.pop("other") == "stays"
    assert ("x" in address) == (value != default)


@pytest.mark.parametrize("kind", BOUND)
@settings(deadline=None, max_examples=40)  # an app runs in each, perhaps on a busy machine
@given(texts=some.lists(TEXTS, min_size=1, max_size=3))
def test_an_address_that_was_understood_gives_the_same_value_again(kind: str, texts: list[str]) -> None:
    first = FunctionApp(lambda: None, {})
    first.app.params.navigate({"x": texts})
    first.body.function = BOUND[kind]
    first.run()
    again = opened(BOUND[kind], first.app.params.query_string)
    assert again.state.get("x") == first.state.get("x")


def test_what_a_user_chooses_stands_in_the_address_before_the_script_runs() -> None:
    def draw() -> dict[str, str]:
        seen = st.query_params.to_dict()
        slider()
        return seen

    app = opened(draw)
    assert app.run(x=[5.0]).value == {"x": "5"}
    assert app.app.params.query_string == "x=5"
    assert app.run(x=[3.0]).value == {}, "3 is the default"
    assert app.app.params.query_string == ""


def test_what_a_user_empties_is_said_so() -> None:
    app = opened(BOUND["multiselect"])
    app.run(x=[])
    assert app.app.params.query_string == "x="
    assert opened(BOUND["multiselect"], "x=").value == []


def test_a_slider_over_dates_stands_there_as_dates() -> None:
    def draw() -> Any:
        days = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        return st.slider("x", *days, days[0], key="x", bind="query-params")

    app = opened(draw, "x=2024-05-01")
    assert app.value == dt.date(2024, 5, 1)
    app.run(x=[(dt.date(2024, 6, 2) - dt.date(1970, 1, 1)) / dt.timedelta(microseconds=1)])
    assert app.app.params.query_string == "x=2024-06-02"


@pytest.mark.parametrize(
    ("kind", "query", "value", "written"),
    [
        ("date_input", "x=2024/06/01", dt.date(2024, 6, 1), "x=2024-06-01"),
        ("date_input", "x=1066-10-14", DAY.date(), ""),
        ("date_input", "x=", DAY.date(), ""),
        ("time_input", "x=9:15", dt.time(9, 15), "x=09%3A15"),
        (
            "datetime_input",
            "x=2024/06/01, 10:00",
            DAY.replace(month=6, day=1, hour=10, minute=0),
            "x=2024-06-01T10%3A00",
        ),
        ("color_picker", "x=ff8800", "#ff8800", "x=%23ff8800"),
        ("color_picker", "x=", "#aabbcc", ""),
    ],
)
def test_dates_times_and_colours_stand_there_as_they_travel(
    kind: str, query: str, value: Any, written: str
) -> None:
    app = opened(BOUND[kind], query)
    assert app.value == value
    assert app.app.params.query_string == written


@pytest.mark.parametrize("kind", ["date_input", "datetime_input", "time_input"])
def test_only_a_field_that_started_empty_can_be_emptied_by_the_address(kind: str) -> None:
    def draw() -> Any:
        return getattr(st, kind)("x", None, key="x", bind="query-params")

    assert opened(draw, "x=").value is None


def test_the_address_counts_more_than_the_program_before_the_widget_is_there() -> None:
    def draw() -> Any:
        if "x" not in st.session_state:
            st.session_state["x"] = 8
        return st.slider("x", 0, 10, key="x", bind="query-params")

    app = opened(draw, "x=5")
    assert app.value == 5
    assert [e.kind for e in app.tree.walk() if e.kind == "warning"] == []


def test_the_program_counts_more_afterwards_and_is_written_there() -> None:
    app = opened(slider, "x=5")
    app.state.set("x", 8)
    assert app.run().value == 8
    assert app.app.params.query_string == "x=8"


def test_an_app_linked_by_the_key_says_it_in_its_address_too() -> None:
    first, second = opened(slider), opened(slider)
    second.app.state = first.app.state
    first.run(x=[7.0])
    second.run()
    assert second.app.params.query_string == "x=7"


def test_a_value_the_widget_refuses_is_not_left_in_the_address() -> None:
    options = ["a", "b"]
    app = opened(lambda: st.selectbox("x", options, key="x", bind="query-params"), "x=b")
    options.remove("b")
    assert app.run().value == "a"
    assert app.app.params.query_string == ""


def test_a_hidden_widget_takes_its_parameter_along_and_brings_it_back() -> None:
    shown = [True]
    app = opened(lambda: slider() if shown[0] else None)
    app.run(x=[5.0])
    shown[0] = False
    app.run()
    assert app.app.params.query_string == ""
    assert app.state.get("x") == 5
    shown[0] = True
    assert app.run().value == 5
    assert app.app.params.query_string == "x=5"


def test_a_disabled_widget_listens_to_the_address_alone() -> None:
    app = opened(lambda: st.slider("x", 0, 10, 3, key="x", bind="query-params", disabled=True), "x=5")
    assert app.run(x=[9.0]).value == 5


def test_clearing_goes_back_to_the_address_the_app_was_opened_with() -> None:
    app = opened(slider, "x=5")
    app.run(x=[7.0])
    app.app.clear()
    assert app.run().value == 5
    assert app.app.params.query_string == "x=5"


def test_a_new_default_of_a_cell_executed_again_is_not_in_the_address() -> None:
    start = [3]
    app = opened(lambda: st.slider("x", 0, 10, start[0], key="x", bind="query-params"))
    start[0] = 6
    app.app.execute(app.body)
    assert app.value == 6
    assert app.app.params.query_string == ""


def test_a_cell_executed_again_keeps_what_the_address_says() -> None:
    app = opened(slider)
    app.run(x=[5.0])
    app.app.restart_page()
    app.app.execute(app.body)
    assert (app.value, app.app.params.query_string) == (5, "x=5")


def test_widgets_that_are_not_bound_stay_out_of_the_address() -> None:
    def draw() -> None:
        slider()
        st.slider("y", 0, 10)
        st.slider("z", 0, 10, key="z")

    app = opened(draw, "x=5&y=6&z=7")
    assert app.state.get("z") == 0
    app.run(z=[8.0])
    assert app.app.params.query_string == "x=5&y=6&z=7"


def test_apps_have_an_address_each() -> None:
    first, second = opened(slider, "x=5"), opened(slider)
    assert (first.value, second.value) == (5, 3)


def test_a_form_writes_when_it_is_submitted() -> None:
    def draw() -> None:
        with st.form("f"):
            slider()
            st.form_submit_button("go", key="go")

    app = opened(draw)
    app.app.receive(app.id_of("x"), [5.0])
    assert app.app.params.query_string == ""
    app.app.click(app.id_of("go"))
    app.app.answer()
    assert app.app.params.query_string == "x=5"


ODD: Any = "url"


@pytest.mark.parametrize(
    ("draw", "error", "words"),
    [
        (
            lambda: st.checkbox("C", bind="query-params"),
            errors.StreamlitMissingRequiredParameterError,
            "'C' needs a key",
        ),
        (
            lambda: st.checkbox("C", key="c", bind=ODD),
            errors.StreamlitValueError,
            "'url'.*'query-params' or None",
        ),
        (
            lambda: st.checkbox("C", key="Embed", bind="query-params"),
            errors.StreamlitAPIException,
            "Choose another key",
        ),
        (
            lambda: st.text_input("T", key="t", type="password", bind="query-params"),
            errors.StreamlitIncompatibleParametersError,
            "'T' would stand in the address",
        ),
    ],
)
def test_what_cannot_be_bound_says_why(draw: Callable[[], Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        _ = opened(draw).value
