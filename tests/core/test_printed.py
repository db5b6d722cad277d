"""Where what was printed and displayed is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state._core.app import App
from jupyter_session_state._core.element import PENDING, Element
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.place import Node
from jupyter_session_state._core.ports import NoAdopter, NoOutput
from jupyter_session_state._core.printed import CHUNK, NOTE, TEXT_LIMIT
from jupyter_session_state._core.run import ScriptRun

STREAMS = ("stdout", "stderr")


class Tape(NoOutput):
    """Hands out what a test put there."""

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []

    def take(self) -> Sequence[dict[str, Any]]:
        taken, self.waiting = self.waiting, []
        return taken

    def take_ready(self) -> Sequence[dict[str, Any]]:
        return self.take()

    def say(self, text: str, name: str = "stdout") -> None:
        self.waiting.append({"output_type": "stream", "name": name, "text": text})

    def display(self, data: str, **more: Any) -> None:
        self.waiting.append({"output_type": "display_data", "data": data, **more})

    def clear(self, *, wait: bool = False) -> None:
        self.waiting.append({"output_type": "clear", "wait": wait})

    def keep(self, handle: str) -> None:
        self.waiting.append({"output_type": PENDING, "handle": handle})


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


LINE = "a line of text that is as long as others are\n"


def texts(outputs: list[Any]) -> str:
    return "".join(o["text"] for o in outputs)


def test_text_that_becomes_long_goes_on_in_elements_of_bounded_size(tape: Tape, drawn: Any) -> None:
    parts = drawn(lambda: tape.say(LINE * 1000))
    assert "".join(map(texts, parts)) == LINE * 1000
    assert all(CHUNK <= len(texts(part)) < CHUNK + len(LINE) for part in parts[:-1])
    assert all(texts(part).endswith("\n") for part in parts)
    assert len(parts) == 6


@given(some.lists(some.tuples(some.sampled_from(STREAMS), some.integers(1, 200)), max_size=8))
def test_where_text_is_parted_does_not_depend_on_when_it_was_taken(pieces: list[tuple[str, int]]) -> None:
    def run(take_each: bool) -> list[Any]:
        app = App("a", Kernel())
        app.output = tape = Tape()
        printed_in = ScriptRun(app)
        for name, lines in pieces:
            tape.say(LINE * lines, name)
            if take_each:
                printed_in.take_output()
        printed_in.take_output()
        return [e.props["outputs"] for e in printed_in.tree().walk() if e.kind == "output"]

    assert run(True) == run(False)


def test_a_bar_that_moves_is_one_line(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        for n in range(5):
            tape.say(f"\r{n} of 5", "stderr")
            st.session_state.get("x")

    ((line,),) = drawn(script)
    assert line["text"] == "4 of 5"


def test_more_than_the_limit_is_not_shown_and_said_once(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        for _ in range(3):
            tape.say("x" * (TEXT_LIMIT // 2))
            st.text("between")
        tape.say("more", "stderr")

    parts = [texts(part) for part in drawn(script) if isinstance(part, list)]
    assert sum(map(len, parts)) == TEXT_LIMIT + len(NOTE)
    assert "".join(parts).count(NOTE) == 1


def test_a_bar_may_move_for_ever(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        for n in range(30):
            tape.say("\r" + f"{n:02}" * (TEXT_LIMIT // 40))

    ((line,),) = drawn(script)
    assert line["text"].startswith("2929")
    assert NOTE not in line["text"]


def test_clearing_takes_what_was_captured_since_something_was_drawn(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.say("stays")
        st.text("drawn")
        tape.say("goes")
        tape.display("goes too", handle="h")
        tape.clear()
        tape.display("left out", handle="h", update=True)
        tape.say("here")

    first, drawn_one, last = drawn(script)
    assert (texts(first), drawn_one, texts(last)) == ("stays", "text", "here")


def test_clearing_that_waits_happens_with_the_next_output_or_element(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.say("first")
        tape.clear(wait=True)
        tape.say("second")
        st.text("drawn")
        tape.say("third")
        tape.clear(wait=True)
        st.text("more")
        tape.say("last")
        tape.clear(wait=True)

    second, _, _, last = drawn(script)
    assert (texts(second), texts(last)) == ("second", "last")


def test_a_place_that_was_kept_shows_what_was_owed(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.keep("figure")
        tape.say("below")
        tape.display("picture", handle="figure", update=True, owed=True)

    picture, below = drawn(script)
    assert (picture[0]["data"], texts(below)) == ("picture", "below")


def test_what_is_owed_is_shown_though_its_place_was_cleared(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        tape.keep("figure")
        tape.clear()
        tape.say("below")
        tape.display("picture", handle="figure", update=True, owed=True)

    below, picture = drawn(script)
    assert (picture[0]["data"], texts(below)) == ("picture", "below")


def test_a_spot_shows_what_was_captured_in_one_block(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        spot = st.empty()
        tape.say("above is a spot")
        with spot:
            tape.say("first")
        with spot:
            tape.say("a")
            tape.keep("figure")
            tape.say("b")
            tape.display("picture", handle="figure", update=True, owed=True)
            tape.keep("shown elsewhere")
        tape.say(", as it is")

    shown, below = drawn(script)
    assert [o.get("text", o.get("data")) for o in shown] == ["a", "picture", "b", {"text/plain": ""}]
    assert texts(below) == "above is a spot, as it is"


def test_a_spot_is_emptied_by_clearing_and_by_an_element(tape: Tape, drawn: Any) -> None:
    def script() -> None:
        with st.empty():
            tape.say("a")
            tape.clear()
        with st.empty():
            tape.say("a")
            st.text("instead")
        with st.empty():
            st.text("x")
            tape.say("instead")

    assert drawn(script)[:2] == ["empty", "text"]
    assert texts(drawn(script)[2]) == "instead"


class Widgets(NoAdopter):
    """Knows what is displayed as ``"widget"``."""

    def element_for(self, run: ScriptRun, node: Node, output: Mapping[str, Any]) -> Element | None:
        return (
            Element("ipywidget", {}, node.child_id("ipywidget"), "ipywidget") if _is_widget(output) else None
        )


def _is_widget(output: Mapping[str, Any]) -> bool:
    return output.get("data") == "widget"


def test_a_widget_is_drawn_as_itself_in_a_spot_too_and_is_cleared_like_others(
    tape: Tape, make_rig: Callable[[], Any]
) -> None:
    rig = make_rig()
    rig.app.output, rig.app.adopter = tape, Widgets()

    def script() -> None:
        tape.display("widget", handle="h")
        with st.empty():
            tape.display("widget")
        with st.container():
            tape.display("widget")
            tape.clear()

    rig.execute(script)
    assert rig.errors == []
    main = next(e for e in rig.app.tree.children if e.kind == "main")
    assert [e.kind for e in main.walk()] == ["main", "ipywidget", "ipywidget", "container"]


def test_what_a_cached_function_prints_into_a_box_is_printed_again(
    tape: Tape, make_rig: Callable[[], Any]
) -> None:
    rig = make_rig()
    rig.app.output = tape

    @st.cache_data(show_spinner=False)
    def compute() -> None:
        with st.container():
            tape.say("printed")

    def script() -> None:
        compute()
        compute()

    rig.execute(script)
    assert rig.errors == []
    outputs = [e for e in rig.app.tree.walk() if e.kind == "output"]
    assert [texts(e.props["outputs"]) for e in outputs] == ["printed", "printed"]
    assert len({e.id for e in outputs}) == 2
