"""Components of version 2: what a frame sets and fires, and what its script sees of it."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.interactions import Event, Interaction
from jupyter_session_state.components import v2
from jupyter_session_state.elements import component_values
from jupyter_session_state.elements.component_values import ComponentResult

SHOW = v2.component("hello", html="<b>Hi</b>", css="b {}", js="export default () => {}")


class Frame:
    """The frame of the component with the key "c", in an app."""

    def __init__(self, start: Any, draw: Callable[[], Any], **state: Any) -> None:
        self.app = start(draw, **state)
        main = next(r for r in self.app.app.registrations.values() if r.control.view == "Component")
        self.id, self.fires = main.id, main.control.served

    def sends(self, value: Any = None, fired: Any = None) -> Any:
        """One event of the frame; returns what the script returned."""
        values = {} if value is None else {self.id: value}
        self.app.app.interact(Interaction(values, {} if fired is None else {self.fires: fired}))
        return self.app.body.returned

    def refused(self) -> str:
        """What was refused of the last event."""
        return " ".join(self.app.record.refused)

    @property
    def shown(self) -> Any:
        """The element on the page."""
        return next(e for e in self.app.tree.walk() if e.view == "Component")


def draw() -> Any:
    nothing = lambda: None  # noqa: E731 - as pages of components are told
    got = SHOW(key="c", default={"n": 1}, on_n_change=nothing, on_hit_change=nothing)
    return dict(got), dict(st.session_state["c"])


def test_a_component_begins_with_its_defaults_and_none_for_what_it_may_fire(app: Any) -> None:
    frame = Frame(app, draw)
    assert frame.app.value == ({"n": 1, "hit": None}, {"n": 1})
    assert frame.shown.props["parts"] == {
        "html": "<b>Hi</b>",
        "css": "b {}",
        "js": "export default () => {}",
        "isolated": True,
    }


def test_what_it_sets_stays_and_defaults_fill_what_it_does_not_say(app: Any) -> None:
    frame = Frame(app, draw)
    assert frame.sends({"more": [2]}) == ({"n": 1, "more": [2], "hit": None}, {"n": 1, "more": [2]})
    assert frame.sends() == ({"n": 1, "more": [2], "hit": None}, {"n": 1, "more": [2]})


def test_what_it_fires_is_there_for_one_run(app: Any) -> None:
    frame = Frame(app, draw)
    assert frame.sends({"n": 2}, {"hit": 0, "other": "x"}) == (
        {"hit": 0, "n": 2},
        {"hit": 0, "other": "x", "n": 2},
    )
    assert frame.sends() == ({"hit": None, "n": 2}, {"n": 2})


def test_clicks_that_wait_each_have_a_run_and_the_latest_state_counts(app: Any) -> None:
    seen = []

    def note() -> Any:
        got = SHOW(key="c", on_hit_change=lambda: None)
        seen.append((got.get("n"), got.hit))

    frame = Frame(app, note)
    queue = frame.app.app.queue
    for number in (1, 2, 3):
        queue.put(Event(frame.id, {"n": number}))
        queue.put(Event(frame.fires, {"hit": number}, trigger=True))
    while frame.app.app.waiting:
        frame.app.app.answer()
    assert seen == [(None, None), (1, 1), (2, 2), (3, 3)]


def test_callbacks_are_called_for_the_names_that_changed_alone(app: Any) -> None:
    called: list[Any] = []

    def note(name: str) -> Callable[[], None]:
        return lambda: called.append((name, dict(st.session_state["c"])))

    def script() -> None:
        SHOW(
            key="c",
            default={"a": 0},
            **{f"on_{name}_change": note(name) for name in ("a", "b", "hit", "miss")},
        )

    frame = Frame(app, script)
    frame.sends({"a": 0, "b": 1})
    assert called == [("b", {"a": 0, "b": 1})]
    called.clear()
    frame.sends({"a": 1, "b": 1}, {"hit": None})
    assert called == [("a", {"hit": None, "a": 1, "b": 1}), ("hit", {"hit": None, "a": 1, "b": 1})]
    called.clear()
    frame.sends()
    assert called == []
    assert frame.app.app.history[-2].callbacks[0].widget == "st.components.v2.component 'hello'"


def test_a_callback_that_fails_is_told_and_the_state_stays(app: Any) -> None:
    frame = Frame(app, lambda: SHOW(key="c", on_n_change=lambda: 1 / 0))
    frame.sends({"n": 5})
    assert isinstance(frame.app.body.errors[-1], ZeroDivisionError)
    assert frame.app.app.state.get("c") == {"n": 5}


def test_a_part_of_its_state_can_be_assigned_before_it_is_drawn(app: Any) -> None:
    def script() -> Any:
        if st.session_state.get("set"):
            state = st.session_state["c"]
            state.n, state["m"] = 7, [1]
            del state["gone"]
            assert (state.n, state.unknown, dict(state)) == (7, None, {"n": 7, "m": [1]})
        return dict(SHOW(key="c"))

    frame = Frame(app, script)
    frame.sends({"n": 1, "gone": 2})
    frame.app.app.state.set("set", True)
    assert frame.sends() == {"n": 7, "m": [1]}
    assert frame.shown.value == {"n": 7, "m": [1]}


def test_afterwards_it_cannot(app: Any) -> None:
    def script() -> None:
        SHOW(key="c", default={"n": 1}, on_n_change=lambda: None)
        st.session_state["c"]["n"] = 2

    run = app(script)
    assert isinstance(run.body.errors[0], errors.StreamlitWidgetAlreadyInstantiatedError)
    assert run.app.state.get("c") == {"n": 1}


def test_what_session_state_shows_is_a_plain_dict_to_copies_and_pickles(app: Any) -> None:
    def script() -> Any:
        SHOW(key="c", default={"n": [1]}, on_n_change=lambda: None)
        seen = st.session_state["c"]
        assert not hasattr(seen, "_private")
        return copy.deepcopy(seen), pickle.loads(pickle.dumps(seen)), st.session_state.to_dict()["c"]

    copied, pickled, told = app(script).value
    assert (type(copied), type(pickled)) == (dict, dict)
    assert copied == pickled == told == {"n": [1]}


@pytest.mark.parametrize("value", [5, {1: 2}, {"x": object()}, {"x": float("nan")}, {"": 1}, {"x" * 201: 1}])
def test_a_state_that_cannot_be_one_is_refused_where_the_component_is(app: Any, value: Any) -> None:
    run = app(lambda: SHOW(key="c"), c=value)
    (error,) = run.body.errors
    assert isinstance(error, (TypeError, ValueError))
    assert "'c'" in str(error)


def test_what_no_frame_can_send_is_refused_and_the_state_stays(app: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(component_values, "LONGEST", 50)
    frame = Frame(app, draw)
    frame.sends({"n": 2})
    for wire in ([1], {"\ud800": 1}, {"n": "x" * 50}, {"n": b"x"}, 5):
        assert frame.sends(wire)[1] == {"n": 2}
        assert "hello" in frame.refused()
    assert frame.sends(None, ["hit"])[0]["hit"] is None
    assert "values by name" in frame.refused()


def test_a_result_is_read_by_attribute_and_is_the_callers_own(app: Any) -> None:
    found = ComponentResult({"point": {"x": 1}, "n": None})
    found.n = 4
    assert (found.point.x, found["n"]) == (1, 4)
    with pytest.raises(AttributeError, match="on_other_change"):
        _ = found.other

    def script() -> Any:
        got = SHOW(key="c", default={"n": [1]}, on_n_change=lambda: None)
        got["n"].append(2)
        return got

    run = app(script)
    assert run.value.n == [1, 2]
    assert run.app.state.get("c") == {"n": [1]}


def test_components_without_a_key_are_told_apart_by_what_they_show(app: Any) -> None:
    run = app(lambda: [SHOW(data=1), SHOW(data=2), SHOW(data=1, width=100)])
    assert run.kinds == ["components.v2.component"] * 3
    again = app(lambda: [SHOW(data=1), SHOW(data=1)])
    assert isinstance(again.body.errors[0], errors.StreamlitDuplicateElementId)


def test_a_component_may_be_as_wide_as_its_content(app: Any) -> None:
    run = app(lambda: SHOW(width="content", height="stretch"))
    assert run.only.props["width"] == "content"


def test_new_data_leaves_what_has_a_key_the_same(app: Any) -> None:
    words = iter("ab")
    frame = Frame(app, lambda: SHOW(key="c", data={"word": next(words)}))
    before = frame.shown
    frame.sends()
    assert (frame.shown.id, frame.shown.props["parts"]) == (before.id, before.props["parts"])
    assert json.loads(frame.shown.props["data"]) == {"json": {"word": "b"}}


FRAME = pd.DataFrame({"a": [1, 2], "day": pd.to_datetime(["2026-01-02", None])})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, {"json": None}),
        ((1, "ä"), {"json": [1, "ä"]}),
        (b"\x00\xff", {"bytes": "AP8="}),
        (FRAME, {"json": [{"a": 1, "day": "2026-01-02T00:00:00.000"}, {"a": 2, "day": None}]}),
        ({"rows": FRAME[["a"]], "n": 1}, {"json": {"rows": [{"a": 1}, {"a": 2}], "n": 1}}),
        ({"s": FRAME["a"]}, {"json": {"s": [1, 2]}}),
        (FRAME[["a"]].style, {"json": [{"a": 1}, {"a": 2}]}),
        (FRAME["a"].to_numpy(), {"json": [1, 2]}),
    ],
)
def test_data_travels_as_json(app: Any, data: Any, told: Any) -> None:
    run = app(lambda: SHOW(data=data))
    assert json.loads(run.only.props["data"]) == told


@pytest.mark.parametrize("data", [object(), [float("inf")], {"x": {1, 2}}, {(1, 2): 3}])
def test_data_that_cannot_travel_is_an_error_that_says_why(app: Any, data: Any) -> None:
    run = app(lambda: SHOW(data=data))
    (error,) = run.body.errors
    assert isinstance(error, errors.BidiComponentUnserializableDataError)
    assert "'hello'" in str(error)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"width": "wide"}, errors.StreamlitInvalidWidthError),
        ({"height": -1}, ValueError),
        ({"default": {"n": 1}}, errors.BidiComponentInvalidDefaultKeyError),
        ({"on__change": print}, errors.BidiComponentInvalidCallbackNameError),
    ],
)
def test_arguments_that_cannot_be_are_errors_of_streamlits_classes(
    app: Any, options: Any, error: Any
) -> None:
    assert isinstance(app(lambda: SHOW(**options)).body.errors[0], error)


@pytest.mark.parametrize("part", ["html", "css", "js"])
def test_what_a_component_is_made_of_is_text(part: str) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match=part):
        v2.component("x", **{part: 5})  # type: ignore[arg-type]


def test_in_a_form_state_waits_for_the_submit_button(app: Any) -> None:
    def script() -> Any:
        with st.form("f"):
            got = SHOW(key="c", on_n_change=lambda: None)
            st.form_submit_button("Send", key="send")
        return got.n

    frame = Frame(app, script)
    frame.app.app.receive(frame.id, {"n": 3})
    assert not frame.app.app.waiting
    frame.app.app.click(frame.app.id_of("send"))
    frame.app.app.answer()
    assert frame.app.body.returned == 3
