"""The queue: latest value wins, no trigger is lost, one trigger a run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.forms import Forms
from jupyter_session_state._core.interactions import Event, Interaction, Interactions

EVENTS = some.lists(
    some.builds(
        Event,
        id=some.sampled_from(["a", "b", "c"]),
        value=some.integers(0, 9),
        trigger=some.booleans(),
        quiet=some.booleans(),
    )
)


def drained(events: list[Event]) -> list[Interaction]:
    queue = Interactions()
    for event in events:
        queue.put(event)
    taken = []
    while len(queue):
        taken.append(queue.take())
    return taken


@given(EVENTS)
def test_every_trigger_gets_a_run_of_its_own_in_order(events: list[Event]) -> None:
    fired = [(i, v) for taken in drained(events) for i, v in taken.triggers.items()]
    assert fired == [(e.id, e.value) for e in events if e.trigger]
    assert all(len(taken.triggers) <= 1 for taken in drained(events))


@given(EVENTS)
def test_the_last_value_of_every_control_arrives_last(events: list[Event]) -> None:
    arrived: dict[str, int] = {}
    for taken in drained(events):
        arrived.update(taken.values)
    assert arrived == {e.id: e.value for e in events if not e.trigger}


@given(EVENTS)
def test_a_click_sees_what_its_user_saw(events: list[Event]) -> None:
    seen: dict[str, int] = {}
    expected = []
    for event in events:
        if event.trigger:
            expected.append(dict(seen))
        else:
            seen[event.id] = event.value
    known: dict[str, int] = {}
    got = []
    for taken in drained(events):
        known.update(taken.values)
        if taken.triggers:
            got.append(dict(known))
    assert got[:-1] == expected[:-1]  # values after the last click travel with it: no run of their own


@given(EVENTS)
def test_who_wants_a_run_is_told_and_clicks_first(events: list[Event]) -> None:
    queue = Interactions()
    for event in events:
        queue.put(event)
    assert queue.pending() == {event.id for event in events}
    assert queue.asking() == {event.id for event in events if not event.quiet}
    taken = drained(events)
    assert {i for t in taken for i in t.asking} == {e.id for e in events if e.trigger or not e.quiet}
    assert all(t.asking[: len(t.triggers)] == tuple(t.triggers) for t in taken)


def test_values_without_a_click_are_one_run() -> None:
    (taken,) = drained([Event("a", 1), Event("b", 2), Event("a", 3)])
    assert taken.values == {"b": 2, "a": 3}
    assert list(taken.values) == ["b", "a"]  # in the order of the last edits


def test_drafts_travel_with_their_submit_button() -> None:
    first, second = drained(
        [Event("go", trigger=True, also={"a": 1}), Event("a", 2), Event("go", trigger=True, also={"b": 3})]
    )
    assert (first.values, second.values) == ({"a": 1}, {"a": 2, "b": 3})


def test_quiet_events_want_no_run_but_join_the_next() -> None:
    queue = Interactions()
    queue.put(Event("a", 1, quiet=True))
    assert not queue
    queue.put(Event("b", 2))
    assert queue
    assert queue.take().values == {"a": 1, "b": 2}


def test_an_empty_queue_gives_an_empty_interaction() -> None:
    assert Interactions().take() == Interaction()


# -- drafts --------------------------------------------------------------------------------------------------


def test_drafts_wait_for_their_own_form() -> None:
    forms = Forms()
    forms.hold("f", "a", 1)
    forms.hold("f", "a", 2)
    forms.hold("g", "b", 3)
    assert forms.held() == {"a", "b"}
    assert forms.submit("f") == {"a": 2}
    assert forms.submit("f") == {}
    assert forms.all() == {"b": 3}


def test_drafts_go_with_their_control() -> None:
    forms = Forms()
    forms.hold("f", "a", 1)
    forms.hold("f", "b", 2)
    forms.retain({"b"})
    assert forms.all() == {"b": 2}
    forms.discard("b")
    assert forms.held() == set()
