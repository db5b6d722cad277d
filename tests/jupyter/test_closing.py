"""Widgets are closed at once while they are few, and never faster than a notebook server passes it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jupyter_session_state._jupyter import closing as module
from jupyter_session_state._jupyter.closing import MOST, Closing


class Clock:
    """Time that passes when a test says so, and a loop that runs what is due then."""

    def __init__(self) -> None:
        self.now = 0.0
        self._due: list[tuple[float, Callable[[], None]]] = []

    def monotonic(self) -> float:
        return self.now

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
    page, closing = Page(clock), Closing(clock)  # type: ignore[arg-type]
    for _ in range(100):
        closing.add(page.widget())
    assert len(page.closed) == 100
    assert len(closing) == 0


def test_thousands_are_closed_little_by_little_and_all_of_them(clock: Clock) -> None:
    page, closing = Page(clock), Closing(clock)  # type: ignore[arg-type]
    for _ in range(3 * MOST):
        closing.add(page.widget())
    assert len(page.closed) == MOST
    clock.run_until(30)
    assert len(page.closed) == 3 * MOST
    for start in page.closed:
        assert sum(start <= at < start + 3 for at in page.closed[:: MOST // 10]) <= 11


def test_without_a_loop_nothing_waits(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "loop", lambda: None)
    page, closing = Page(clock), Closing(clock)  # type: ignore[arg-type]
    for _ in range(2 * MOST):
        closing.add(page.widget())
    assert len(page.closed) == 2 * MOST
