"""Which fragments run, and when: st.rerun, callbacks that name them, newer input, clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

import jupyter_session_state as st


@pytest.fixture
def runs() -> Counter[str]:
    """How often each part of a script ran."""
    return Counter()


# -- st.rerun ------------------------------------------------------------------------------------------------


def test_rerun_in_a_fragment_runs_everything(rig: Any, runs: Counter[str]) -> None:
    def part() -> None:
        runs["part"] += 1
        if st.button("Go"):
            st.rerun()

    def script() -> None:
        runs["script"] += 1
        st.fragment(part)()

    rig(script).click("Go").settle()
    assert runs == {"script": 2, "part": 3}


def test_rerun_of_the_fragment_runs_it_once_more_without_the_click(rig: Any, runs: Counter[str]) -> None:
    seen: list[bool] = []

    def part() -> None:
        clicked = st.button("Go", key="go")
        seen.append(clicked)
        if clicked:
            st.session_state.wish = 1
            st.rerun(scope="fragment")

    def script() -> None:
        runs["script"] += 1
        st.fragment(part)()

    app = rig(script).click("go").settle()
    assert seen == [False, True, False]
    assert runs["script"] == 1
    assert app.state["wish"] == 1


def test_rerun_of_the_fragment_goes_on_with_those_that_were_to_run_after_it(
    rig: Any, runs: Counter[str]
) -> None:
    def part(name: str) -> None:
        runs[name] += 1
        if st.checkbox(name, key=name) and name == "b" and runs["b"] < 4:
            st.rerun(scope="fragment")

    app = rig(lambda: [st.fragment(part)(name) for name in "abc"])
    runs.clear()
    app.edit("a", True).edit("b", True).edit("c", True).settle()
    assert runs == {"a": 1, "b": 4, "c": 1}


def test_rerun_of_a_nested_fragment_runs_the_one_that_was_to_run(rig: Any, runs: Counter[str]) -> None:
    def inner() -> None:
        runs["inner"] += 1
        if runs["outer"] == 2:
            st.rerun(scope="fragment")

    def outer() -> None:
        runs["outer"] += 1
        st.checkbox("On")
        st.fragment(inner)()

    rig(st.fragment(outer)).edit("On", True).settle()
    assert runs == {"outer": 3, "inner": 3}


@pytest.mark.parametrize("inside", [True, False])
def test_the_scope_of_a_fragment_is_refused_while_everything_runs(rig: Any, inside: bool) -> None:
    def call() -> None:
        st.rerun(scope="fragment")

    app = rig(st.fragment(call) if inside else call)
    assert app.errors == ["StreamlitInvalidLayoutContextError"]


@pytest.mark.parametrize(
    ("scope", "error"),
    [
        ("", "StreamlitValueError"),
        ([], "StreamlitValueError"),
        (["app"], "StreamlitValueError"),
        (["a", ""], "StreamlitValueError"),
        (b"a", "StreamlitInvalidParameterTypeError"),
        (None, "StreamlitInvalidParameterTypeError"),
        (["a", 1.5], "StreamlitInvalidParameterTypeError"),
        ("nothing", "StreamlitAPIException"),
        (["nothing", 5], "StreamlitAPIException"),
        (3, "StreamlitAPIException"),
    ],
)
def test_a_scope_that_names_nothing_is_refused(rig: Any, scope: Any, error: str) -> None:
    assert rig(lambda: st.rerun(scope)).errors == [error]


@pytest.mark.parametrize("key", ["app", "fragment", "", "$$ID-x"])
def test_a_key_that_means_something_else_is_refused(key: str) -> None:
    with pytest.raises(st.errors.StreamlitAPIException):
        st.fragment(lambda: None, key=key)


def test_two_fragments_with_one_key_are_a_duplicate_but_not_two_calls_of_one(rig: Any) -> None:
    def one() -> None: ...
    def two() -> None: ...

    first, second = st.fragment(one, key=5), st.fragment(two, key="5")
    assert rig(lambda: (first(), first())).errors == []
    assert rig(lambda: (first(), second())).errors == ["StreamlitDuplicateElementKey"]


# -- callbacks that name fragments ---------------------------------------------------------------------------


def keyed(runs: Counter[str], calls: list[Any]) -> Callable[[], None]:
    def part(name: str) -> None:
        runs[name] += 1
        calls.append((name, st.session_state.get("go")))

    def script() -> None:
        runs["script"] += 1
        for name in "ab":
            st.fragment(part, key="both")(name)
        st.fragment(lambda: part("c"), key="c")()
        st.checkbox("Both", key="out", on_change=lambda: st.rerun("both"))
        st.button("Go", key="go", on_click=lambda: st.rerun(["c", "both"]))
        st.checkbox("Plain", key="plain", on_change=lambda: None)
        st.checkbox("App", key="app", on_change=st.rerun)
        st.checkbox("Wrong", key="wrong", on_change=lambda: st.rerun("nothing"))
        st.checkbox("Own", key="own", on_change=lambda: st.rerun("fragment"))

    return script


def test_a_callback_can_run_fragments_instead_of_everything(rig: Any, runs: Counter[str]) -> None:
    app = rig(keyed(runs, []))
    runs.clear()
    app.edit("out", True).settle()
    assert runs == {"a": 1, "b": 1}


def test_the_click_is_seen_by_the_fragments_a_callback_named(rig: Any, runs: Counter[str]) -> None:
    calls: list[Any] = []
    app = rig(keyed(runs, calls))
    calls.clear()
    app.click("go").settle()
    assert calls == [("c", True), ("a", True), ("b", True)]
    assert app.state["go"] is False


def test_another_callback_that_returns_makes_it_a_run_of_everything(rig: Any, runs: Counter[str]) -> None:
    app = rig(keyed(runs, []))
    runs.clear()
    app.edit("out", True).edit("plain", True).settle()
    assert runs == {"script": 1, "a": 1, "b": 1, "c": 1}


def test_another_callback_that_reruns_the_app_does_so_with_the_click_still_seen(
    rig: Any, runs: Counter[str]
) -> None:
    calls: list[Any] = []
    app = rig(keyed(runs, calls))
    calls.clear()
    app.edit("app", True).click("go").settle()
    assert [go for _, go in calls] == [True, True, True]


def test_a_key_of_no_fragment_is_an_error_in_the_callback(rig: Any, runs: Counter[str]) -> None:
    app = rig(keyed(runs, []))
    assert app.edit("wrong", True).settle().errors == ["StreamlitAPIException"]
    assert "'both', 'c'" in str(next(e for e in app.app.tree.walk() if e.kind == "exception").props)


def test_a_callback_outside_of_fragments_has_no_fragment_to_run(rig: Any, runs: Counter[str]) -> None:
    app = rig(keyed(runs, []))
    assert app.edit("own", True).settle().errors == ["StreamlitInvalidLayoutContextError"]


def test_a_callback_in_a_fragment_can_run_it_and_others_instead(rig: Any, runs: Counter[str]) -> None:
    def other() -> None:
        runs["other"] += 1

    def part() -> None:
        runs["part"] += 1
        st.checkbox("Own", key="own", on_change=lambda: st.rerun("fragment"))
        st.checkbox("Other", key="other", on_change=lambda: st.rerun("other"))
        st.checkbox("Plain", key="plain", on_change=lambda: None)

    app = rig(lambda: (st.fragment(part)(), st.fragment(other, key="other")()))
    runs.clear()
    app.edit("own", True).settle()
    assert runs == {"part": 1}
    app.edit("other", True).edit("plain", True).settle()
    assert runs == {"part": 1, "other": 1}


# -- runs that give way --------------------------------------------------------------------------------------


def slow(edits: dict[str, Callable[[], None]], runs: Counter[str]) -> Callable[[], None]:
    """A script whose fragments, when they run, let the user do something between two elements."""

    def part(name: str) -> None:
        runs[name] += 1
        st.checkbox(name, key=name)
        edits.pop(name, lambda: None)()
        st.text(f"{name} done")

    def script() -> None:
        runs["script"] += 1
        st.checkbox("Out", key="out")
        for name in "ab":
            st.fragment(part)(name)
        edits.pop("script", lambda: None)()
        st.text("script done")

    return script


def test_a_fragment_gives_way_to_its_own_newer_input_and_runs_again_alone(
    rig: Any, runs: Counter[str]
) -> None:
    edits: dict[str, Callable[[], None]] = {}
    app = rig(slow(edits, runs))
    runs.clear()
    edits["a"] = lambda: app.edit("a", False)
    app.edit("a", True).app.answer()
    assert app.last.ending == "aborted"
    app.app.try_again()
    app.settle()
    assert runs == {"a": 2}
    assert app.state["a"] is False
    assert app.texts == ["a done", "b done", "script done"]


def test_a_fragment_does_not_give_way_to_another_one(rig: Any, runs: Counter[str]) -> None:
    edits: dict[str, Callable[[], None]] = {}
    app = rig(slow(edits, runs))
    runs.clear()
    edits["a"] = lambda: app.edit("b", True)
    app.edit("a", True).settle()
    assert [r.ending for r in app.app.history[1:]] == ["completed", "completed"]
    assert list(runs.items()) == [("a", 1), ("b", 1)]


def test_a_fragment_gives_way_to_input_outside_and_everything_runs(rig: Any, runs: Counter[str]) -> None:
    edits: dict[str, Callable[[], None]] = {}
    app = rig(slow(edits, runs))
    runs.clear()
    edits["a"] = lambda: app.edit("out", True)
    app.edit("a", True).settle()
    assert [r.ending for r in app.app.history[1:]] == ["aborted", "completed"]
    assert runs == {"script": 1, "a": 2, "b": 1}


def test_a_run_of_everything_does_not_give_way_to_a_fragment(rig: Any, runs: Counter[str]) -> None:
    edits: dict[str, Callable[[], None]] = {}
    app = rig(slow(edits, runs))
    runs.clear()
    edits["script"] = lambda: app.edit("a", True)
    app.edit("out", True).settle()
    assert [r.ending for r in app.app.history[1:]] == ["completed", "completed"]
    assert runs == {"script": 1, "a": 2, "b": 1}


def test_a_run_of_everything_that_was_given_up_is_not_forgotten_for_a_fragment(
    rig: Any, runs: Counter[str]
) -> None:
    edits: dict[str, Callable[[], None]] = {}
    app = rig(slow(edits, runs))
    edits["script"] = lambda: app.edit("out", False)
    app.edit("out", True).app.answer()
    app.app.try_again()
    app.app.queue.forget()
    runs.clear()
    app.edit("a", True).settle()
    assert runs["script"] == 1
    assert app.texts[-1] == "script done"


def test_a_fragment_that_answers_a_click_is_not_given_up(rig: Any) -> None:
    def part() -> None:
        clicked = st.button("Go", key="go")
        if clicked:
            app.edit("on", True)
        st.checkbox("On", key="on")
        if clicked:
            st.session_state.done = True

    app = rig(st.fragment(part))
    app.click("go").settle()
    assert app.state["done"] is True


def test_a_run_does_not_give_way_to_what_waits_for_another_ones_run_anyway(rig: Any) -> None:
    def part() -> None:
        with st.form("f"):
            st.checkbox("In", key="in")
            st.form_submit_button("Send")
        st.checkbox("On", key="on")

    app = rig(st.fragment(part))
    assert not app.app.gives_way_to(app.id("in"))
    assert app.app.gives_way_to(app.id("Send"))
    assert app.app.gives_way_to(app.id("on"))
    assert app.app.gives_way_to("nobody knows it")


# -- clocks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("every", [2, 2.0, "2s", "0:00:02", timedelta(seconds=2)])
def test_a_fragment_runs_by_its_clock(rig: Any, every: Any, runs: Counter[str]) -> None:
    def script() -> None:
        runs["script"] += 1
        st.fragment(lambda: runs.update(part=1), run_every=every)()

    app = rig(script)
    app.wait(1.9)
    assert runs == {"script": 1, "part": 1}
    app.wait(4.2)
    assert runs == {"script": 1, "part": 4}
    assert "run_every" in app.app.why()


def test_each_clock_has_its_own_pace_and_a_run_of_everything_sets_them_anew(
    rig: Any, runs: Counter[str]
) -> None:
    def script() -> None:
        for name, every in (("slow", 3), ("quick", 1)):
            st.fragment(lambda name=name: runs.update([name]), run_every=every)()

    app = rig(script)
    runs.clear()
    app.wait(3.5)
    assert runs == {"slow": 1, "quick": 3}
    app.app.ask("a test")
    app.settle()
    runs.clear()
    app.wait(0.9)
    assert not runs


def test_times_that_were_missed_are_left_out(rig: Any, runs: Counter[str]) -> None:
    app = rig(st.fragment(lambda: runs.update(part=1), run_every=1))
    app.loop.now = 10.0
    app.app.ring()
    app.settle()
    assert runs["part"] == 2
    assert app.loop.rings_at == 11.0


@pytest.mark.parametrize("every", [None, 0, -1, timedelta(0)])
def test_no_time_is_no_clock(rig: Any, every: Any) -> None:
    rings_at = rig(st.fragment(lambda: None, run_every=every)).loop.rings_at
    assert rings_at is None


def test_a_text_that_is_no_time_is_refused(rig: Any) -> None:
    app = rig(st.fragment(lambda: None, run_every="soon"))
    assert app.errors == ["StreamlitBadTimeStringError"]


def test_a_clock_stops_when_the_app_is_closed(rig: Any, runs: Counter[str]) -> None:
    app = rig(st.fragment(lambda: runs.update(part=1), run_every=1))
    app.app.close()
    assert app.loop.rings_at is None
    app.app.ring()
    assert not app.app.waiting


def test_a_clock_stops_when_it_is_interrupted(rig: Any) -> None:
    def part() -> None:
        if st.session_state.setdefault("stop", False):
            raise KeyboardInterrupt

    app = rig(st.fragment(part, run_every=1))
    app.app.state.set("stop", True)
    app.wait(1.0)
    assert app.last.ending == "interrupted"
    assert app.loop.rings_at is None


def test_a_click_and_a_clock_that_ring_together_are_one_run(rig: Any, runs: Counter[str]) -> None:
    def part() -> None:
        runs["part"] += 1
        st.button("Go", key="go")

    app = rig(st.fragment(part, run_every=1))
    runs.clear()
    app.loop.now = 1.0
    app.app.ring()
    app.click("go").settle()
    assert runs == {"part": 1}
