"""The rules of the real front end, kept by the one that tests use. No kernel is started here."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.channels import Json, Message
from tests.kernel.frontend import FrontEnd, Model, with_buffers, without_buffers


class Wire:
    """Collects what a front end sends and numbers it."""

    def __init__(self) -> None:
        self.sent: list[Json] = []

    def __call__(self, target: str, comm_id: str, data: Json, buffers: list[Any]) -> str:
        self.sent.append(data)
        return f"m{len(self.sent)}"

    @property
    def values(self) -> list[Json]:
        return [data["state"] for data in self.sent]


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def page(wire: Wire) -> FrontEnd:
    return FrontEnd(wire)


@pytest.fixture
def slider(page: FrontEnd) -> Model:
    data = {"state": {"value": 0, "description": "x"}}
    page.receive(message("comm_open", {"comm_id": "s", "target_name": "jupyter.widget", "data": data}))
    return page.models["s"]


def message(kind: str, content: Json, parent: str = "") -> Message:
    return Message(0.0, "iopub", kind, content, parent, {}, {}, [])


def update(method: str, value: int, parent: str = "") -> Message:
    return message(
        "comm_msg", {"comm_id": "s", "data": {"method": method, "state": {"value": value}}}, parent
    )


def idle(parent: str) -> Message:
    return message("status", {"execution_state": "idle"}, parent)


def test_changes_made_while_an_update_is_in_flight_are_merged_until_its_idle(
    page: FrontEnd, slider: Model, wire: Wire
) -> None:
    for value in (1, 2, 3):
        page.set(slider, {"value": value})
    assert wire.values == [{"value": 1}]
    page.receive(idle("m1"))
    page.receive(idle("m2"))
    assert wire.values == [{"value": 1}, {"value": 3}]


def test_an_unthrottled_page_sends_every_change(page: FrontEnd, slider: Model, wire: Wire) -> None:
    page.throttled = False
    for value in (1, 2, 3):
        page.set(slider, {"value": value})
    assert wire.values == [{"value": 1}, {"value": 2}, {"value": 3}]


def test_an_echo_of_an_older_update_is_dropped(page: FrontEnd, slider: Model) -> None:
    page.throttled = False
    page.set(slider, {"value": 1})
    page.set(slider, {"value": 2})
    page.receive(update("echo_update", 1, "m1"))
    assert slider["value"] == 2


def test_an_echo_does_not_overwrite_a_change_that_waits_to_be_sent(page: FrontEnd, slider: Model) -> None:
    page.set(slider, {"value": 1})
    page.set(slider, {"value": 2})
    page.receive(update("echo_update", 1, "m1"))
    assert slider["value"] == 2


def test_a_plain_update_always_wins(page: FrontEnd, slider: Model) -> None:
    page.set(slider, {"value": 1})
    page.receive(update("update", 9, "m1"))
    assert slider["value"] == 9


def test_an_echo_of_another_page_is_applied(page: FrontEnd, slider: Model) -> None:
    page.receive(update("echo_update", 7, "elsewhere"))
    assert slider["value"] == 7


def test_a_closed_model_is_no_longer_found(page: FrontEnd, slider: Model) -> None:
    assert page.live(description="x") == [slider]
    page.receive(message("comm_close", {"comm_id": "s"}))
    assert page.live(description="x") == []


def test_binary_values_survive_the_way_to_the_wire_and_back() -> None:
    state = {"a": b"1", "files": [{"name": "f", "content": b"2"}, b"3"]}
    stripped, paths, buffers = without_buffers(state)
    assert stripped == {"files": [{"name": "f"}, None]}
    assert with_buffers({"state": stripped, "buffer_paths": paths}, buffers) == state
