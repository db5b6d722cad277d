"""Where what was printed and displayed is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.ports import NoOutput


class Tape(NoOutput):
    """Hands out what a test put there."""

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []

    def take(self) -> Sequence[dict[str, Any]]:
        taken, self.waiting = self.waiting, []
        return taken

    def take_text(self) -> Sequence[dict[str, Any]]:
        return self.take()

    def say(self, text: str, name: str = "stdout") -> None:
        self.waiting.append({"output_type": "stream", "name": name, "text": text})

    def display(self, data: str, **more: Any) -> None:
        self.waiting.append({"output_type": "display_data", "data": data, **more})


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def drawn(tape: Tape, make_rig: Callable[[], Any]) -> Callable[[Callable[[], Any]], list[Any]]:
    """Run a script whose output is the tape; return what is in its main area, outputs as lists."""

    def draw(script: Callable[[], Any]) -> list[Any]:
        rig = make_rig()
        rig.app.output = tape
        rig.execute(script)
        assert rig.errors == []
        main = next(e for e in rig.app.tree.children if e.kind == "main")
        return [list(e.props["outputs"]) if e.kind == "output" else e.kind for e in main.children]

    return draw


def test_text_joins_the_text_before_it(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.say("a")
        tape.say("b")
        tape.say("c", "stderr")
        tape.say("d", "stderr")

    (outputs,) = drawn(script)
    assert [(o["name"], o["text"]) for o in outputs] == [("stdout", "ab"), ("stderr", "cd")]


def test_an_element_between_two_texts_keeps_them_apart(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.say("a")
        st.text("between")
        tape.say("b")

    first, between, last = drawn(script)
    assert (first[0]["text"], between, last[0]["text"]) == ("a", "text", "b")


def test_text_in_another_container_is_another_output(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.say("a")
        with st.container():
            tape.say("b")
        tape.say("c")

    first, container, last = drawn(script)
    assert (first[0]["text"], container, last[0]["text"]) == ("a", "container", "c")


def test_a_display_is_an_output_of_its_own_and_ends_a_text(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.say("a")
        tape.display("picture")
        tape.say("b")

    first, picture, last = drawn(script)
    assert (first[0]["text"], picture[0]["data"], last[0]["text"]) == ("a", "picture", "b")


def test_a_display_with_a_handle_is_exchanged_in_place(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.display("old", handle="h")
        st.text("below")
        tape.display("new", handle="h", update=True)

    picture, below = drawn(script)
    assert (picture[0]["data"], below) == ("new", "text")


def test_an_update_of_a_handle_that_is_not_there_is_left_out(tape: Tape, drawn: Any) -> None:
    assert drawn(lambda: tape.display("new", handle="h", update=True)) == []


def test_an_update_of_what_is_no_output_any_more_is_left_out(tape: Tape, make_rig: Callable[[], Any]) -> None:
    rig = make_rig()
    rig.app.output = tape

    def script() -> None:
        tape.display("old", handle="h")
        st.text("drawn after it")
        main = rig.app.running.roots["main"]
        main.children[0] = main.children[1]
        tape.display("new", handle="h", update=True)

    rig.execute(script)
    main = next(e for e in rig.app.tree.children if e.kind == "main")
    assert [e.kind for e in main.children] == ["text", "text"]


def test_what_a_cached_function_printed_in_its_container_is_printed_wherever_it_is_drawn_again(
    tape: Tape, make_rig: Callable[[], Any]
) -> None:
    rig = make_rig()
    rig.app.output = tape
    calls: list[int] = []

    @st.cache_data(show_spinner=False)
    def cached() -> None:
        calls.append(1)
        with st.container():
            tape.say("computed")

    def script() -> None:
        cached()
        cached()
        with st.container(key="box"):
            cached()

    rig.execute(script)
    outputs = [e for e in rig.app.tree.walk() if e.kind == "output"]
    assert (rig.errors, len(calls)) == ([], 1)
    assert [e.props["outputs"][0]["text"] for e in outputs] == ["computed"] * 3
    assert len({e.id for e in outputs}) == 3


def test_a_thread_that_watches_a_run_sees_what_is_printed(tape: Tape, make_rig: Callable[[], Any]) -> None:
    rig = make_rig()
    rig.app.output = tape
    seen: list[Any] = []

    def script() -> None:
        tape.say("so far")
        rig.app.flush_so_far()
        rig.app.flush_so_far()
        seen.extend(e.kind for e in rig.app.tree.walk())

    rig.execute(script)
    assert "output" in seen
    rig.app.flush_so_far()  # nothing runs: nothing to show
