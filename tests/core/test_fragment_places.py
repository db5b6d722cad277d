"""Where fragments draw besides their own place, and whose names they see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.body import Hooks, ScriptBody
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.reconcile import Close, Create
from jupyter_session_state._core.script import compile_script


@pytest.fixture
def runs() -> Counter[str]:
    """How often each part of a script ran."""
    return Counter()


def fail() -> None:
    raise ValueError("broken")


# -- containers that are not the fragment's own --------------------------------------------------------------


def test_what_a_fragment_draws_elsewhere_is_drawn_anew_there(rig: Any) -> None:
    def script() -> None:
        box, spot = st.container(), st.empty()

        def part() -> None:
            n = st.slider("N", 0, 9, 1)
            for i in range(n):
                box.text(f"box {i}")
            with st.sidebar:
                st.text(f"side {n}")
            spot.text(f"first {n}")
            spot.text(f"spot {n}")

        box.text("before")
        st.fragment(part)()
        box.text("after")
        st.sidebar.text("side")

    app = rig(script)
    assert app.texts == ["before", "box 0", "after", "spot 1", "side 1", "side"]
    app.edit("N", [2.0]).settle()
    assert app.texts == ["before", "box 0", "box 1", "after", "spot 2", "side 2", "side"]
    app.edit("N", [0.0]).settle()
    assert app.texts == ["before", "after", "spot 0", "side 0", "side"]


def test_a_widget_a_fragment_draws_elsewhere_runs_the_fragment(rig: Any, runs: Counter[str]) -> None:
    def part() -> None:
        runs["part"] += 1
        st.text(f"on: {st.sidebar.checkbox('On', key='on')}")

    def script() -> None:
        runs["script"] += 1
        st.fragment(part)()

    app = rig(script).edit("on", True).settle()
    assert runs == {"script": 1, "part": 2}
    assert app.texts == ["on: True"]
    assert app.value("on") is True


def test_a_widget_may_move_between_the_fragment_and_its_part_elsewhere(rig: Any) -> None:
    def part() -> None:
        st.sidebar.text("part")
        where = st if st.session_state.get("on") else st.sidebar
        where.checkbox("On", key="on")

    app = rig(st.fragment(part))
    element_id = app.id("on")
    app.edit("on", True).settle()
    assert app.front.values[element_id] is True
    roots = {r.kind: [e.id for e in r.walk()] for r in app.app.tree.children}
    assert element_id in roots["main"]
    assert element_id not in roots["sidebar"]


def test_a_container_the_fragment_drew_nothing_in_is_refused_later(rig: Any) -> None:
    def script() -> None:
        box = st.container()

        def part() -> None:
            if st.checkbox("On"):
                box.text("too late")

        st.fragment(part)()

    assert rig(script).edit("On", True).settle().errors == ["StreamlitInvalidLayoutContextError"]


def test_a_spot_the_script_drew_over_since_is_the_fragments_again(rig: Any) -> None:
    def script() -> None:
        spot = st.empty()
        st.fragment(lambda: spot.text(f"part {st.checkbox('On')}"))()
        spot.text("script")

    app = rig(script)
    assert app.texts == ["script"]
    assert app.edit("On", True).settle().texts == ["part True"]
    assert app.edit("On", False).settle().texts == ["part False"]


def test_a_nested_fragment_draws_in_what_the_one_around_it_drew(rig: Any) -> None:
    def outer() -> None:
        box = st.container()
        out = st.checkbox("Out", key="out")

        def inner() -> None:
            box.text(f"in {out} {st.checkbox('In', key='in')}")

        st.fragment(inner)()

    app = rig(st.fragment(outer))
    for label, value, text in [("in", True, "in False True"), ("out", True, "in True True"),
                               ("in", False, "in True False")]:  # fmt: skip
        assert app.edit(label, value).settle().texts == [text]


def test_what_a_nested_fragment_drew_elsewhere_goes_with_it(rig: Any) -> None:
    def outer() -> None:
        if not st.checkbox("Out", key="out"):
            st.fragment(lambda: st.sidebar.text("inner"))()

    app = rig(lambda: (st.fragment(outer)(), st.sidebar.text("script")))
    assert app.edit("out", True).settle().texts == ["script"]


def test_a_container_of_the_fragments_own_run_is_no_other_one(rig: Any) -> None:
    def part() -> None:
        left, right = st.columns(2)
        right.text(f"right {st.checkbox('On')}")
        with left:
            st.text("left")

    app = rig(st.fragment(part))
    assert app.edit("On", True).settle().texts == ["left", "right True"]


def test_a_parallel_fragment_returns_nothing_fails_alone_and_draws_nowhere_else(rig: Any) -> None:
    def script() -> None:
        box = st.container()

        def fine() -> int:
            st.text("fine")
            return 5

        st.text(repr(st.fragment(fine, parallel=True)()))
        st.fragment(fail, parallel=True)()
        st.fragment(lambda: box.text("no"), parallel=True)()
        st.text("end")

    app = rig(script)
    assert app.texts == ["fine", "None", "end"]
    assert app.errors == ["ValueError", "StreamlitInvalidLayoutContextError"]


def test_a_place_the_fragment_drew_at_in_an_earlier_run_is_where_it_draws_now(rig: Any) -> None:
    places: list[Any] = []

    def part() -> None:
        on = st.checkbox("On")
        if places:
            places[0].text(f"on: {on}")
        places.append(st.container())

    app = rig(st.fragment(part)).edit("On", True).settle()
    assert app.texts == ["on: True"]


def boxes_of_another(edits: list[str], kind: str) -> Callable[[], None]:
    """A script with a fragment that draws in a container that another fragment may draw no more."""
    boxes: list[Any] = []

    def first() -> None:
        if not st.checkbox("Gone", key="gone"):
            with st.container():
                boxes.append(getattr(st, kind)())

    def second() -> None:
        st.button("Go", key="go")
        boxes[-1].text("second")
        edits.append("drawn")

    return lambda: (st.fragment(first)(), st.fragment(second)())  # type: ignore[return-value]


@pytest.mark.parametrize("kind", ["container", "empty"])
def test_a_container_that_is_gone_cannot_be_drawn_in(rig: Any, kind: str) -> None:
    edits: list[str] = []
    app = rig(boxes_of_another(edits, kind))
    assert app.click("go").settle().texts == ["second"]
    assert app.edit("gone", True).settle().texts == []
    assert app.click("go").settle().errors == ["StreamlitInvalidLayoutContextError"]
    assert edits == ["drawn", "drawn"]


def test_a_fragment_whose_own_place_is_gone_does_not_run(rig: Any, runs: Counter[str]) -> None:
    boxes: list[Any] = []

    def first() -> None:
        if not st.checkbox("Gone", key="gone"):
            boxes.append(st.container())

    def second() -> None:
        runs["second"] += 1

    def script() -> None:
        st.fragment(first)()
        with boxes[-1]:
            st.fragment(second, run_every=1)()

    app = rig(script).edit("gone", True).settle()
    app.wait(1.5)
    assert runs == {"second": 1}


def test_a_key_drawn_outside_too_is_one_model_at_two_places(rig: Any) -> None:
    def part() -> None:
        if st.checkbox("On", key="on"):
            st.checkbox("Twice", key="out")

    app = rig(lambda: (st.checkbox("Twice", key="out"), st.fragment(part)()))
    twice = app.id("out")
    app.edit("on", True).settle()
    assert [e.id for e in app.app.tree.walk()].count(twice) == 2
    assert not any(isinstance(op, Create) for op in app.front.ops)
    app.edit("on", False).settle()
    assert not any(isinstance(op, Close) for op in app.front.ops)
    assert twice in app.front.values


# -- cached functions ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("spinner", [False, True])
@pytest.mark.parametrize("is_outside", [False, True], ids=["within", "outside"])
def test_what_a_cached_function_draws_is_drawn_again_for_a_fragment(
    rig: Any, is_outside: bool, spinner: bool
) -> None:
    computed: list[bool] = []

    @st.cache_data(show_spinner=spinner)
    def shown(on: bool) -> None:
        computed.append(on)
        st.text(f"on: {on}")

    def script() -> None:
        box = st.container()

        @st.fragment
        def part() -> None:
            on = st.checkbox("On")
            if is_outside:
                with box:
                    shown(on)
            else:
                shown(on)

        part()

    app = rig(script)
    for on in (True, False, True):
        app.edit("On", on).settle()
        assert app.texts == [f"on: {on}"]
    assert computed == [False, True]


@pytest.mark.parametrize("make", [st.empty, st.container])
def test_a_cached_function_that_draws_elsewhere_cannot_be_drawn_again(
    rig: Any, make: Callable[[], Any]
) -> None:
    def script() -> None:
        spot = make()

        @st.cache_data(show_spinner=False)
        def shown(on: bool) -> None:
            spot.text(f"on: {on}")

        @st.fragment
        def part() -> None:
            shown(st.checkbox("On") and False)

        part()

    app = rig(script)
    assert app.texts == ["on: False"]
    app.edit("On", True).settle()
    assert [e.props["type"] for e in app.app.tree.walk() if e.kind == "exception"] == [
        "CacheReplayClosureError"
    ]


# -- names ---------------------------------------------------------------------------------------------------


def notebook(rig: Any, namespace: dict[str, Any]) -> Callable[..., Any]:
    """Make apps that are cells of one notebook."""
    ledger = Ledger(namespace)

    def cell(source: str, name: str = "app") -> Any:
        app = rig(lambda: None, name=name)
        hooks = Hooks(st.write)
        app.keep = hooks  # held weakly by the script
        script = compile_script(source, f"<{name}>")
        app.app.execute(ScriptBody(script, namespace, Names(ledger), hooks, {"st": st}))
        return app.settle()

    return cell


def test_a_fragment_sees_the_names_as_the_run_that_drew_it_left_them(rig: Any) -> None:
    namespace: dict[str, Any] = {"n": 1}
    cell = notebook(rig, namespace)
    app = cell("""
@st.fragment
def part():
    st.text(f"{n} {st.checkbox('On')}")
n = n + 1
part()
n = n + 1
""")
    assert app.texts == ["2 False"]
    assert app.edit("On", True).settle().texts == ["3 True"]
    assert app.edit("On", False).settle().texts == ["3 False"]


def test_a_name_that_a_fragment_assigns_lasts_until_the_next_run_of_everything(rig: Any) -> None:
    cell = notebook(rig, {})
    app = cell("""
@st.fragment
def part():
    global n
    n += 1
    st.text(n)
    st.button("Go", key="go")
n = 0
part()
""")
    assert app.click("go").settle().texts == ["2"]
    assert app.click("go").settle().texts == ["3"]
    app.app.ask("a test")
    assert app.settle().texts == ["1"]


def test_a_fragment_sees_the_names_of_its_own_app_though_another_one_ran_since(rig: Any) -> None:
    namespace: dict[str, Any] = {"n": 0}
    cell = notebook(rig, namespace)
    source = """
n = {}
@st.fragment
def part():
    st.text(n)
    st.checkbox("On")
part()
"""
    first, second = cell(source.format(1), "first"), cell(source.format(2), "second")
    assert first.edit("On", True).settle().texts == ["1"]
    assert second.edit("On", True).settle().texts == ["2"]
    assert namespace["n"] == 2
