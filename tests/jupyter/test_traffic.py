"""Widgets are opened and closed at once while they are few, and never faster than a server passes it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jupyter_session_state._jupyter import traffic as module
from jupyter_session_state._jupyter.traffic import AT_ONCE, LONGEST, MOST, PASSED_ON, SLICE, Traffic


class Clock:
    """Time that passes when a test says so, and a loop that runs what is due then."""

    def __init__(self) -> None:
        self.now = 0.0
        self._due: list[tuple[float, Callable[[], None]]] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def loop(self) -> Clock:
        return self

    def is_closed(self) -> bool:
        return False

    def call_soon_threadsafe(self, job: Callable[[], None], **_: Any) -> None:
        job()

    def call_later(self, seconds: float, job: Callable[[], None], **_: Any) -> None:
        self._due.append((self.now + seconds, job))

    def run_until(self, end: float) -> None:
        while self._due and min(self._due, key=lambda due: due[0])[0] <= end:
            due = min(self._due, key=lambda due: due[0])
            self._due.remove(due)
            self.now = due[0]
            due[1]()
        self.now = end


class Page:
    """Counts closed widgets, with the time of each."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.closed: list[float] = []

    def widget(self) -> Any:
        return self

    def close(self) -> None:
        self.closed.append(self.clock.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


def test_a_few_widgets_are_closed_at_once(clock: Clock) -> None:
    page, traffic = Page(clock), Traffic(clock)  # type: ignore[arg-type]
    for _ in range(100):
        traffic.close(page.widget())
    assert len(page.closed) == 100
    assert len(traffic) == 0


def test_thousands_are_closed_little_by_little_and_all_of_them(clock: Clock) -> None:
    page, traffic = Page(clock), Traffic(clock)  # type: ignore[arg-type]
    for _ in range(3 * MOST):
        traffic.close(page.widget())
    assert len(page.closed) == MOST
    clock.run_until(30)
    assert len(page.closed) == 3 * MOST
    for start in page.closed:
        assert sum(start <= at < start + 3 for at in page.closed[:: MOST // 10]) <= 11


def test_without_a_loop_nothing_waits(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "loop", lambda: None)
    page, traffic = Page(clock), Traffic(clock)  # type: ignore[arg-type]
    for _ in range(2 * MOST):
        traffic.close(page.widget())
    assert len(page.closed) == 2 * MOST


def opened(clock: Clock, traffic: Traffic, count: int, *, each: float) -> float:
    """Open widgets, each of which takes some seconds; return how long all took."""
    start = clock.now
    for _ in range(count):
        clock.now += each
        traffic.opened()
    return clock.now - start


def test_what_the_queues_hold_is_opened_without_a_pause(clock: Clock) -> None:
    assert opened(clock, Traffic(clock), AT_ONCE, each=0.0002) == pytest.approx(AT_ONCE * 0.0002)  # type: ignore[arg-type]


@pytest.mark.parametrize("each", [0.0002, 0.001])
def test_thousands_more_leave_the_server_twice_the_time_they_take(clock: Clock, each: float) -> None:
    traffic = Traffic(clock)  # type: ignore[arg-type]
    opened(clock, traffic, 2 * AT_ONCE, each=each)
    assert opened(clock, traffic, 1000, each=each) == pytest.approx(3 * 1000 * each)


def test_an_app_that_makes_widgets_all_the_time_is_not_slowed_down(clock: Clock) -> None:
    each = 1 / PASSED_ON
    assert opened(clock, Traffic(clock), 10 * AT_ONCE, each=each) == pytest.approx(10 * AT_ONCE * each)  # type: ignore[arg-type]


def test_after_a_rest_the_queues_are_empty_again(clock: Clock) -> None:
    traffic = Traffic(clock)  # type: ignore[arg-type]
    opened(clock, traffic, 3 * AT_ONCE, each=0.0002)
    clock.now += 10
    assert opened(clock, traffic, AT_ONCE, each=0.0002) == pytest.approx(AT_ONCE * 0.0002)


def test_a_script_that_takes_its_time_is_hardly_held_up_by_what_it_drew_before(clock: Clock) -> None:
    traffic = Traffic(clock)  # type: ignore[arg-type]
    opened(clock, traffic, 20 * AT_ONCE, each=0.0002)
    assert opened(clock, traffic, 10 * SLICE, each=2 / SLICE) <= 20 + LONGEST
