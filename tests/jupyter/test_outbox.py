"""A few messages are sent as they are; many go together, in order, and none is lost."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import pytest

from jupyter_session_state._jupyter.outbox import TOGETHER, Outbox
from jupyter_session_state._jupyter.views.bundle import AT_ONCE


class Comm:
    """Notes what is sent through it."""

    def __init__(self, name: str, log: list[Any]) -> None:
        self.comm_id, self._log = name, log

    def send(self, data: Any = None, metadata: Any = None, buffers: Any = None) -> None:
        self._log.append((self.comm_id, data))


class Post:
    """An outbox, and everything that left it."""

    def __init__(self) -> None:
        self.log: list[Any] = []
        self.outbox = Outbox(self._carry)

    def _carry(self, messages: list[list[Any]], widgets: list[Any]) -> None:
        assert [widget.comm.comm_id for widget in widgets] == [name for name, _ in messages]
        self.log.append(("carried", messages))

    def widget(self, name: str) -> Any:
        return SimpleNamespace(comm=Comm(name, self.log))

    def put(self, count: int, **more: Any) -> None:
        for number in range(count):
            widget = self.widget(f"w{number}")
            with self.outbox.holding(widget):
                widget.comm.send(data=number, **more)

    @property
    def arrived(self) -> list[Any]:
        """Every message with its model, however it came."""
        pairs = [content if who == "carried" else [[who, content]] for who, content in self.log]
        return [tuple(pair) for group in pairs for pair in group]


@pytest.fixture
def post() -> Post:
    return Post()


def test_nothing_leaves_before_it_is_delivered(post: Post) -> None:
    post.put(3)
    assert post.log == []


def test_a_few_messages_are_sent_by_their_own_models(post: Post) -> None:
    post.put(TOGETHER - 1)
    post.outbox.deliver()
    assert post.log == [(f"w{n}", n) for n in range(TOGETHER - 1)]


def test_many_go_together_in_order(post: Post) -> None:
    post.put(2 * AT_ONCE + 1)
    post.outbox.deliver()
    assert [who for who, _ in post.log] == ["carried"] * 3
    assert post.arrived == [(f"w{n}", n) for n in range(2 * AT_ONCE + 1)]


def test_what_has_buffers_is_sent_alone_and_in_its_place(post: Post) -> None:
    post.put(TOGETHER)
    post.put(1, buffers=[b"x"])
    post.put(TOGETHER)
    post.outbox.deliver()
    assert [who for who, _ in post.log] == ["carried", "w0", "carried"]
    assert post.arrived == [(f"w{n}", n) for count in (TOGETHER, 1, TOGETHER) for n in range(count)]


def test_what_another_thread_sends_meanwhile_is_not_held(post: Post) -> None:
    widget = post.widget("a")
    with post.outbox.holding(widget):
        echo = threading.Thread(target=lambda: widget.comm.send(data="echo"))
        echo.start()
        echo.join()
    assert post.log == [("a", "echo")]


def test_afterwards_a_widget_sends_by_itself_again(post: Post) -> None:
    widget = post.widget("a")
    with post.outbox.holding(widget):
        widget.comm.send(data=1)
    post.outbox.deliver()
    widget.comm.send(data=2)
    assert post.log == [("a", 1), ("a", 2)]


def test_a_widget_that_is_closed_has_nothing_to_hold(post: Post) -> None:
    with post.outbox.holding(SimpleNamespace(comm=None)):
        pass
    post.outbox.deliver()
    assert post.log == []
