"""Session state: two layers for each key, one for the program and one for its widget."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from jupyter_session_state import errors
from jupyter_session_state._core.proxy import SessionStateProxy
from jupyter_session_state._core.slots import MISSING, DrawnForm
from jupyter_session_state._core.state import SessionState

SLIDER = DrawnForm("Speed", 4, "st.slider")


@pytest.fixture
def state() -> SessionState:
    return SessionState()


@pytest.fixture
def mapping(state: SessionState) -> Any:
    return SessionStateProxy(lambda: state, lambda: 9)


def draw(state: SessionState, element_id: str = "$$ID-1", key: str | None = "k", default: Any = 0) -> Any:
    """Do what a run does when it draws a control."""
    state.register(element_id, key, SLIDER)
    if state.widget_value(element_id, key) is MISSING:
        state.set_default(element_id, default)
    return state.widget_value(element_id, key)


# -- the mapping ---------------------------------------------------------------------------------------------


def test_it_is_a_mutable_mapping(mapping: Any) -> None:
    assert isinstance(mapping, MutableMapping)


def test_items_and_attributes_are_one_store(mapping: Any) -> None:
    mapping.a = 1
    mapping["b"] = 2
    assert (mapping["a"], mapping.b) == (1, 2)
    del mapping.a
    assert "a" not in mapping


@pytest.mark.parametrize(
    ("given_key", "stored"), [(1, "1"), (None, "None"), ((1, 2), "(1, 2)"), (1.5, "1.5")]
)
def test_any_key_counts_as_its_text(mapping: Any, given_key: Any, stored: str) -> None:
    mapping[given_key] = "v"
    assert list(mapping) == [stored]
    assert mapping[stored] == mapping[given_key] == "v"


@pytest.mark.parametrize(
    "access",
    [
        lambda m: m[""],
        lambda m: "" in m,
        lambda m: m.__setitem__("", 1),
        lambda m: m.__delitem__(""),
    ],
)
def test_the_empty_key_is_refused_by_every_access(mapping: Any, access: Any) -> None:
    with pytest.raises(errors.StreamlitValueError, match="empty"):
        access(mapping)


def test_keys_of_computed_identities_are_refused(mapping: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"\$\$ID"):
        "$$ID-x" in mapping  # noqa: B015 - the test itself must raise


def test_internal_keys_work_and_are_hidden(mapping: Any) -> None:
    key = "$$STREAMLIT_INTERNAL_KEY_x"
    mapping[key] = 1
    assert mapping[key] == 1
    assert key in mapping
    assert (list(mapping), len(mapping), mapping.to_dict()) == ([], 0, {})


def test_iteration_is_in_insertion_order(mapping: Any) -> None:
    for key in "zebra":
        mapping[key] = key
    assert list(mapping) == list("zebra")


def test_deleting_all_keys_in_a_loop_is_safe(mapping: Any) -> None:
    mapping.update(a=1, b=2, c=3)
    for key in mapping:
        del mapping[key]
    assert len(mapping) == 0


def test_missing_keys_are_told_with_what_to_do(mapping: Any) -> None:
    items: list[Callable[[], Any]] = [
        lambda: mapping["x"],
        lambda: mapping.pop("x"),
        lambda: mapping.__delitem__("x"),
    ]
    for access in items:
        with pytest.raises(KeyError, match=r"'x' not in st\.session_state"):
            access()
    attributes: list[Callable[[], Any]] = [lambda: mapping.x, lambda: delattr(mapping, "x")]
    for access in attributes:
        with pytest.raises(AttributeError, match="'x'"):
            access()


def test_none_is_a_value_like_others(mapping: Any) -> None:
    mapping.n = None
    assert "n" in mapping
    assert mapping.setdefault("n", 5) is None


def test_names_of_methods_are_stored_as_items(mapping: Any) -> None:
    mapping.items = 3
    assert mapping["items"] == 3
    assert callable(mapping.items)


def test_values_are_kept_by_reference_and_the_snapshot_is_new(mapping: Any) -> None:
    things = [1]
    mapping.a = mapping.b = things
    assert mapping.a is mapping.b is things
    copy = mapping.to_dict()
    copy["c"] = 1
    assert copy["a"] is things
    assert "c" not in mapping


def test_it_compares_and_prints_as_a_dict(mapping: Any) -> None:
    mapping.a = 1
    assert mapping == {"a": 1}
    assert str(mapping) == "{'a': 1}"
    assert dict(**mapping) == {"a": 1}
    assert mapping


def test_editors_complete_keys(mapping: Any) -> None:
    mapping.velocity = 1
    assert "velocity" in dir(mapping)
    assert mapping._ipython_key_completions_() == ["velocity"]


# -- widgets -------------------------------------------------------------------------------------------------


def test_a_drawn_key_cannot_be_assigned_in_the_same_run(state: SessionState, mapping: Any) -> None:
    state.begin_run()
    draw(state)
    with pytest.raises(errors.StreamlitWidgetAlreadyInstantiatedError) as raised:
        mapping.k = 0
    for part in ("'k'", "st.slider", "'Speed'", "line 9", "line 4"):
        assert part in str(raised.value)
    assert state.get("k") == 0


def test_after_deleting_it_a_drawn_key_can_be_assigned(state: SessionState, mapping: Any) -> None:
    state.begin_run()
    draw(state)
    del mapping.k
    mapping.k = 5
    assert mapping.k == 5


def test_between_runs_a_key_can_be_assigned_and_the_widget_takes_it(state: SessionState) -> None:
    state.begin_run()
    draw(state)
    state.end_run([], [])
    state.set("k", 5)
    state.begin_interaction()
    state.begin_run()
    assert draw(state) == 5


def test_what_the_browser_sends_differs_only_if_it_differs(state: SessionState) -> None:
    state.begin_run()
    draw(state)
    state.end_run([], [])
    state.begin_interaction()
    assert state.receive("$$ID-1", 0) is False
    assert state.receive("$$ID-1", 1) is True
    assert state.get("k") == 1


def test_a_program_value_beats_what_the_browser_sends(state: SessionState) -> None:
    state.begin_run()
    draw(state)
    state.end_run([], [])
    state.begin_interaction()
    state.receive("$$ID-1", 1)
    state.set("k", 2)
    assert state.get("k") == 2


def test_a_widget_without_a_key_is_not_seen(state: SessionState) -> None:
    state.begin_run()
    draw(state, key=None)
    assert list(state.keys()) == []
    assert state.widget_value("$$ID-1", None) == 0


def test_a_widget_that_is_gone_takes_its_key_along(state: SessionState) -> None:
    state.begin_run()
    draw(state)
    state.end_run([], ["$$ID-1"])
    assert "k" not in state


def test_a_shared_value_outlives_one_of_its_two_widgets(state: SessionState) -> None:
    state.begin_run()
    draw(state)
    state.end_run([], [])
    state.begin_run()
    state.register("$$ID-2", "k", SLIDER, shared="$$ID-1")
    state.end_run([], [])
    state.begin_interaction()
    state.receive("$$ID-2", 7)
    assert state.widget_value("$$ID-1", "k") == 7
    state.end_run([], ["$$ID-2"])
    assert state.get("k") == 7


def test_a_key_that_was_gone_comes_last(state: SessionState) -> None:
    state.begin_run()
    draw(state, "$$ID-1", "first")
    draw(state, "$$ID-2", "second")
    assert list(state.keys()) == ["first", "second"]
    state.end_run([], ["$$ID-1"])
    state.begin_run()
    draw(state, "$$ID-1", "first")
    assert list(state.keys()) == ["second", "first"]


def test_what_is_not_known_has_nothing(state: SessionState) -> None:
    assert state.shown_by("k") is None
    assert not state.was_assigned("k")
    assert not state.was_ever_assigned("k")
    assert not state.touched("$$ID-1")
    assert not state.was_held("$$ID-1")
    assert not state.is_held("$$ID-1")


def test_a_widget_stays_touched_when_its_value_comes_again(state: SessionState) -> None:
    state.begin_run()
    draw(state)
    assert not state.touched("$$ID-1")
    for _ in range(2):
        state.begin_interaction()
        state.receive("$$ID-1", 1)
        assert state.touched("$$ID-1")


@given(some.integers(0, 2), some.none() | some.integers(0, 2), some.none() | some.integers(0, 2))
def test_forgetting_a_value_spares_only_what_was_assigned_in_this_run(
    default: int, sent: int | None, assigned: int | None
) -> None:
    state = SessionState()
    draw(state, default=default)
    state.end_run([], [])
    state.begin_interaction()
    if sent is not None:
        state.receive("$$ID-1", sent)
    if assigned is not None:
        state.set("k", assigned)
    state.forget_value("k")
    assert state.get("k") == (MISSING if assigned is None else assigned)
    assert state.widget_value("$$ID-1", None) is MISSING
    state.begin_run()
    assert draw(state, default=5) == (5 if assigned is None else assigned)


def test_once_a_run_is_over_only_new_values_count(state: SessionState) -> None:
    draw(state, "$$ID-1", "k", 0)
    draw(state, "$$ID-2", "l", 1)
    state.begin_interaction()
    state.receive("$$ID-1", 2)
    state.forget_past(["$$ID-1", "$$ID-2", "$$ID-3"])
    assert (state.was_held("$$ID-1"), state.was_held("$$ID-2")) == (False, True)
    assert (state.get("k"), state.get("l")) == (2, 1)


def test_a_trigger_is_at_rest_before_anything_happened(state: SessionState) -> None:
    state.register("$$ID-1", "go", SLIDER, at_rest=False)
    state.register("$$ID-2", "k", SLIDER)
    assert (state.get("go"), state.get("k")) == (False, MISSING)


def test_a_trigger_of_two_apps_outlives_the_first_of_them(state: SessionState) -> None:
    state.register("$$ID-1", "go", SLIDER, at_rest=False)
    state.register("$$ID-2", "go", SLIDER, shared="$$ID-1", at_rest=False)
    state.end_run([], ["$$ID-2"])
    assert state.get("go") is False
    assert state.shown_by("go") == "$$ID-1"


def test_what_the_program_assigns_to_a_trigger_is_never_what_its_user_said(state: SessionState) -> None:
    state.register("$$ID-1", "said", SLIDER, at_rest=None)
    state.end_run([], [])
    state.begin_interaction()
    state.receive("$$ID-1", "typed")
    state.set("said", "assigned")
    state.begin_interaction()
    assert (state.get("said"), state.was_assigned("said")) == ("assigned", True)
    assert state.widget_value("$$ID-1", None) is MISSING


def test_triggers_go_back_to_rest(state: SessionState) -> None:
    state.begin_run()
    draw(state, default=False)
    state.end_run([], [])
    state.begin_interaction()
    state.receive("$$ID-1", True)
    assert state.get("k") is True
    state.end_run([("$$ID-1", False)], [])
    assert state.get("k") is False


def test_a_control_without_a_value_takes_that_of_another_app_later(state: SessionState) -> None:
    state.register("$$ID-mine", "k", SLIDER)  # its script was stopped before it got one
    state.begin_interaction()
    assert "k" not in state
    assert draw(state, "$$ID-other", "k", 5) == 5
    state.register("$$ID-mine", "k", SLIDER, shared="$$ID-other")
    assert state.widget_value("$$ID-mine", "k") == 5


def test_clearing_the_kernel_state_forgets_widgets_too(state: SessionState) -> None:
    state.begin_run()
    draw(state, key=None)
    state.set("a", 1)
    state.clear()
    assert list(state.keys()) == []
    assert state.widget_value("$$ID-1", None) is MISSING


# -- against a model that is a plain dict --------------------------------------------------------------------

KEYS = some.sampled_from(["a", "b", "c"])


class AsADict(RuleBasedStateMachine):
    """Without widgets, session state is a dict, whatever runs begin and end in between."""

    def __init__(self) -> None:
        super().__init__()
        self.state = SessionState()
        self.mapping: Any = SessionStateProxy(lambda: self.state)
        self.model: dict[str, Any] = {}

    @rule(key=KEYS, value=some.integers())
    def assign(self, key: str, value: int) -> None:
        self.mapping[key] = self.model[key] = value

    @rule(key=KEYS, value=some.integers())
    def set_default(self, key: str, value: int) -> None:
        assert self.mapping.setdefault(key, value) == self.model.setdefault(key, value)

    @precondition(lambda self: self.model)
    @rule(key=KEYS)
    def delete(self, key: str) -> None:
        assert self.mapping.pop(key, None) == self.model.pop(key, None)

    @rule()
    def interaction(self) -> None:
        self.state.begin_interaction()

    @rule()
    def whole_run(self) -> None:
        self.state.begin_run()
        self.state.end_run([], [])

    @rule()
    def clear(self) -> None:
        self.mapping.clear()
        self.model.clear()

    @invariant()
    def same(self) -> None:
        assert list(self.mapping.items()) == list(self.model.items())
        assert len(self.mapping) == len(self.model)


TestAsADict = AsADict.TestCase


@given(some.lists(some.tuples(KEYS, some.integers()), max_size=8))
def test_order_is_that_of_the_first_assignment(pairs: list[tuple[str, int]]) -> None:
    state = SessionState()
    for key, value in pairs:
        state.set(key, value)
        state.begin_interaction()
    assert list(state.keys()) == list(dict.fromkeys(key for key, _ in pairs))


def test_a_value_goes_to_all_widgets_that_have_one_under_the_key(state: SessionState) -> None:
    draw(state, "$$ID-1")
    draw(state, "$$ID-2")
    state.register("$$ID-3", "k", SLIDER)
    state.receive("$$ID-3", 5)
    state.discard_input("$$ID-3")
    draw(state, "$$ID-4")
    state.put("k", 7)
    state.begin_interaction()
    values = [state.widget_value(f"$$ID-{n}", None) for n in (1, 2, 4)]
    assert values == [7, 7, 7]
    assert state.widget_value("$$ID-3", None) is MISSING


def test_a_control_has_a_value_of_its_own_while_nothing_else_counts(state: SessionState) -> None:
    draw(state, "$$ID-1", default=5)
    draw(state, "$$ID-2", None, default=3)
    assert (state.own_value("$$ID-1", "k"), state.own_value("$$ID-2", None)) == (5, 3)
    assert state.own_value("$$ID-9", None) is MISSING
    state.put("k", 7)
    assert state.own_value("$$ID-1", "k") is MISSING
    state.begin_interaction()
    assert state.own_value("$$ID-1", "k") == 7
    draw(state, "$$ID-3")
    assert state.own_value("$$ID-1", "k") is MISSING


def test_what_was_assigned_before_its_widget_came_is_the_widgets_from_the_next_interaction_on(
    state: SessionState,
) -> None:
    state.put("k", 5)
    state.begin_interaction()
    draw(state)
    assert not state.was_held("$$ID-1")
    state.begin_interaction()
    assert state.was_held("$$ID-1")


def test_a_key_that_a_trigger_had_stays_apart_from_widgets(state: SessionState) -> None:
    state.register("$$ID-1", "k", SLIDER, at_rest=False)
    draw(state, "$$ID-2")
    state.put("k", 5)
    state.begin_interaction()
    assert state.was_assigned("k")
