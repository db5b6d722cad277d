"""What a cached function knows: compared with the simplest table that does the same."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_session_state._core.store import Entry, Limits, Store


class Clock:
    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


class Reference:
    """Rows of key, value, size and time; the one used longest ago first."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits, self.clock = limits, clock
        self.rows: list[tuple[str, Any, int, float]] = []

    def alive(self, row: tuple[str, Any, int, float]) -> bool:
        ttl = self.limits.ttl
        return ttl is None or self.clock() - row[3] < ttl * self.limits.grace

    def find(self, key: str) -> Any:
        for row in self.rows:
            if row[0] == key:
                self.rows.remove(row)
                self.rows.append(row)
                return row[1] if self.alive(row) else None
        return None

    def put(self, key: str, value: Any, size: int) -> None:
        self.rows = [row for row in self.rows if self.alive(row) and row[0] != key]
        limits = self.limits
        while self.rows and (
            (limits.entries is not None and len(self.rows) >= limits.entries)
            or (limits.size is not None and sum(row[2] for row in self.rows) + size > limits.size)
        ):
            self.rows.pop(0)
        self.rows.append((key, value, size, self.clock()))

    def drop(self, key: str) -> None:
        self.rows = [row for row in self.rows if row[0] != key]


LIMITS = st.builds(
    Limits,
    entries=st.none() | st.integers(1, 3),
    ttl=st.none() | st.integers(0, 5),
    size=st.none() | st.integers(1, 20),
    grace=st.sampled_from([1.0, 2.0]),
)
KEYS = st.sampled_from("abcd")
STEPS = st.lists(
    st.tuples(st.just("find"), KEYS)
    | st.tuples(st.just("put"), KEYS, st.integers(), st.integers(0, 12))
    | st.tuples(st.just("drop"), KEYS)
    | st.tuples(st.just("wait"), st.integers(1, 4))
    | st.tuples(st.just("clear")),
    max_size=40,
)


@given(LIMITS, STEPS)
def test_it_does_what_the_simplest_table_does(limits: Limits, steps: list[tuple[Any, ...]]) -> None:
    clock = Clock()
    store, reference = Store("f", limits, clock), Reference(limits, clock)
    for step in steps:
        match step:
            case ("find", key):
                found = store.find(key)
                assert (None if found is None else found.value) == reference.find(key)
            case ("put", key, value, size):
                store.put(key, Entry(value, size=size))
                reference.put(key, value, size)
            case ("drop", key):
                store.drop(key)
                reference.drop(key)
            case ("wait", seconds):
                clock.time += seconds
            case _:
                store.clear()
                reference.rows = []
        assert len(store) == sum(map(reference.alive, reference.rows))


@given(LIMITS, STEPS)
def test_every_value_is_let_go_of_once_or_is_still_there(
    limits: Limits, steps: list[tuple[Any, ...]]
) -> None:
    clock, gone, put = Clock(), list[Any](), 0
    store = Store("f", limits, clock, gone.append)
    for step in steps:
        match step:
            case ("put", key, _, size) if store.find(key) is None:
                store.drop(key)
                put += 1
                store.put(key, Entry(put, size=size))
            case ("drop", key):
                store.drop(key)
            case ("wait", seconds):
                clock.time += seconds
            case ("clear",):
                store.clear()
            case _:
                pass
    store.clear()
    assert sorted(gone) == list(range(1, put + 1))


def test_an_old_entry_is_given_out_while_it_has_grace() -> None:
    clock = Clock()
    store = Store("f", Limits(ttl=10, grace=2), clock)
    store.put("k", Entry(1))
    assert not store.stale("k")
    clock.time = 10
    assert store.stale("k")
    assert store.find("k") is not None
    clock.time = 20
    assert store.find("k") is None


def test_an_entry_is_exchanged_only_if_it_is_still_there() -> None:
    store = Store("f", Limits(), Clock())
    old, new = Entry(1), Entry(2)
    store.put("k", old)
    assert store.exchange("k", old, new)
    assert store.find("k") is new
    assert not store.exchange("k", old, Entry(3))
    store.clear()
    assert not store.exchange("k", new, Entry(3))


def test_a_value_that_is_put_again_takes_the_place_of_the_first() -> None:
    store = Store("f", Limits(entries=2), Clock())
    for key, value in (("a", 1), ("b", 2), ("a", 3)):
        store.put(key, Entry(value))
    found = [store.find(key) for key in "ab"]
    assert [entry and entry.value for entry in found] == [3, 2]


def test_without_room_it_says_so() -> None:
    with pytest.raises(ValueError, match="max_entries of the cached function f is 0"):
        Store("f", Limits(entries=0), Clock()).put("k", Entry(1))


def test_what_release_raises_stops_nothing() -> None:
    gone: list[Any] = []

    def release(value: Any) -> None:
        gone.append(value)
        raise OSError(value)

    store = Store("f", Limits(), Clock(), release)
    store.put("a", Entry(1))
    store.put("b", Entry(2))
    assert [type(error) for error in store.clear()] == [OSError, OSError]
    assert gone == [1, 2]
    assert len(store) == 0


def test_an_entry_that_is_no_good_is_not_released() -> None:
    gone: list[Any] = []
    store = Store("f", Limits(), Clock(), gone.append)
    store.put("a", Entry(1))
    store.drop_quietly("a")
    store.drop_quietly("b")
    assert len(store) == 0
    assert gone == []


def test_one_thread_at_a_time_computes_a_value() -> None:
    store, inside, most, barrier = Store("f", Limits(), Clock()), [], [0], threading.Barrier(4)

    def work() -> None:
        barrier.wait()
        with store.computing("k", lambda: None):
            inside.append(1)
            most[0] = max(most[0], len(inside))
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert not store._computing


def test_who_waits_is_asked_whether_to_go_on_waiting() -> None:
    class GaveUpError(Exception):
        pass

    store = Store("f", Limits(), Clock())
    end = store.try_computing("k")
    assert end is not None
    assert store.try_computing("k") is None

    def give_up() -> None:
        raise GaveUpError

    with pytest.raises(GaveUpError), store.computing("k", give_up):
        pytest.fail("it was not its turn")
    end()
    assert not store._computing
