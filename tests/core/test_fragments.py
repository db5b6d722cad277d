"""Fragments: parts of a script that run again by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.reconcile import Patch
from jupyter_session_state._core.screen import Screen


@pytest.fixture
def runs() -> Counter[str]:
    """How often each part of a script ran."""
    return Counter()


def texts_of(rig: Any) -> list[str]:
    texts: list[str] = rig.texts
    return texts


def fail() -> None:
    raise ValueError("broken")


# -- what runs -----------------------------------------------------------------------------------------------


def test_a_widget_of_a_fragment_runs_the_fragment_alone(rig: Any, runs: Counter[str]) -> None:
    def script() -> None:
        runs["script"] += 1

        @st.fragment
        def part() -> None:
            runs["part"] += 1
            st.text(f"on: {st.checkbox('On')}")

        part()

    app = rig(script).edit("On", True).settle()
    assert runs == {"script": 1, "part": 2}
    assert app.texts == ["on: True"]
    assert app.app.why().startswith("Run 2 of part(), because st.checkbox 'On' changed: completed")


def test_a_fragment_may_be_decorated_with_parentheses(rig: Any, runs: Counter[str]) -> None:
    def script() -> None:
        @st.fragment()
        def part() -> None:
            runs["part"] += 1
            st.checkbox("On")

        runs["script"] += 1
        part()

    rig(script).edit("On", True).settle()
    assert runs == {"script": 1, "part": 2}


def test_a_widget_outside_runs_everything(rig: Any, runs: Counter[str]) -> None:
    def script() -> None:
        runs["script"] += 1
        st.checkbox("Out")

        @st.fragment
        def part() -> None:
            runs["part"] += 1

        part()

    rig(script).edit("Out", True).settle()
    assert runs == {"script": 2, "part": 2}


def two_parts(runs: Counter[str]) -> Callable[[], None]:
    def part(name: str) -> None:
        runs[name] += 1
        st.checkbox(f"On {name}", key=name)
        st.button(f"Go {name}", key=f"go {name}")

    def script() -> None:
        runs["script"] += 1
        st.checkbox("Out", key="out")
        st.fragment(part)("a")
        st.fragment(part)("b")

    return script


def test_widgets_of_several_fragments_run_those_alone(rig: Any, runs: Counter[str]) -> None:
    app = rig(two_parts(runs))
    runs.clear()
    app.edit("b", True).edit("a", True).settle()
    assert list(runs.items()) == [("b", 1), ("a", 1)]
    assert len(app.app.history) == 2


def test_one_of_several_calls_of_a_fragment_runs_with_its_own_arguments(rig: Any, runs: Counter[str]) -> None:
    app = rig(two_parts(runs))
    runs.clear()
    app.edit("b", True).settle()
    assert runs == {"b": 1}


def test_a_widget_outside_that_changed_too_makes_it_a_run_of_everything(rig: Any, runs: Counter[str]) -> None:
    app = rig(two_parts(runs))
    runs.clear()
    app.edit("a", True).edit("out", True).settle()
    assert runs == {"script": 1, "a": 1, "b": 1}
    assert app.state["a"] is app.state["out"] is True


def test_a_value_that_waits_for_another_run_does_not_widen_it(rig: Any, runs: Counter[str]) -> None:
    def script() -> None:
        runs["script"] += 1
        st.slider("Quiet", 0, 9, key="quiet", on_change=None)
        st.fragment(lambda: st.checkbox("On", key="on"))()

    app = rig(script)
    app.app.registrations[app.id("quiet")].ignore = True
    app.edit("quiet", [5.0]).edit("on", True).settle()
    assert runs == {"script": 1}
    assert app.state["quiet"] == 5


def test_a_click_is_seen_though_another_fragment_changed(rig: Any) -> None:
    seen: list[Any] = []

    def part(name: str) -> None:
        st.checkbox(name, key=name)
        if st.button(f"Go {name}", key=f"go {name}"):
            seen.append(name)

    app = rig(lambda: (st.fragment(part)("a"), st.fragment(part)("b")))
    app.edit("a", True).click("go b").edit("a", False).click("go a").settle()
    assert seen == ["b", "a"]
    assert app.state["a"] is False


def test_a_click_runs_its_fragment_before_those_with_new_values(rig: Any, runs: Counter[str]) -> None:
    app = rig(two_parts(runs))
    runs.clear()
    app.edit("a", True).click("go b").settle()
    assert list(runs) == ["b", "a"]


def test_a_fragment_runs_on_when_another_one_stops(rig: Any, runs: Counter[str]) -> None:
    def part(name: str) -> None:
        runs[name] += 1
        if st.checkbox(name, key=name):
            st.stop()

    app = rig(lambda: (st.fragment(part)("a"), st.fragment(part)("b")))
    app.edit("a", True).edit("b", True).settle()
    assert runs == {"a": 2, "b": 2}
    assert app.last.ending == "stopped"


def test_what_a_fragment_returns_is_used_by_the_script_only(rig: Any) -> None:
    returned: list[Any] = []

    def script() -> None:
        returned.append(st.fragment(lambda: st.checkbox("On"))())

    rig(script).edit("On", True).settle()
    assert returned == [False]


def test_a_fragment_keeps_the_name_and_words_of_its_function() -> None:
    def part(a: int, *, b: str = "") -> None:
        """A part."""

    import inspect

    fragment = st.fragment(part)
    assert (fragment.__name__, fragment.__doc__) == ("part", "A part.")
    assert inspect.signature(fragment) == inspect.signature(part)


def test_outside_of_an_app_a_fragment_says_where_it_belongs() -> None:
    with pytest.raises(st.errors.NoRunError, match="stateapp"):
        st.fragment(lambda: None)()


def test_a_method_can_be_a_fragment(rig: Any) -> None:
    class Counted:
        n = 0

        @st.fragment
        def part(self) -> None:
            self.n += 1
            st.checkbox("On")

    counted = Counted()
    rig(counted.part).edit("On", True).settle()
    assert counted.n == 2


# -- what changes on the page --------------------------------------------------------------------------------


def test_only_the_fragments_place_on_the_page_changes(rig: Any) -> None:
    def script() -> None:
        st.slider("Out", 0, 9)
        st.text("above")

        @st.fragment
        def part() -> None:
            st.text(f"on: {st.checkbox('On')}")

        with st.container():
            part()
        st.text("below")

    app = rig(script)
    before = {e.id: e for e in app.app.tree.walk() if e.id}
    app.edit("On", True).settle()
    (op,) = app.front.ops
    assert isinstance(op, Patch)
    assert op.element.kind == "fragment"
    after = {e.id: e for e in app.app.tree.walk() if e.id}
    assert after.keys() == before.keys()
    assert after[app.id("Out")] is before[app.id("Out")]
    assert app.texts == ["above", "on: True", "below"]


def test_a_long_page_is_not_compared_for_one_fragment(rig: Any, monkeypatch: Any) -> None:
    def script() -> None:
        for n in range(50):
            st.slider("S", 0, 9, key=f"s{n}")
        st.fragment(lambda: st.text(st.checkbox("On")))()

    app = rig(script)
    compared: list[int] = []
    remember = Screen._remember

    def watch(screen: Screen, ops: Any) -> None:
        compared.append(len(ops))
        remember(screen, ops)

    monkeypatch.setattr(Screen, "_remember", watch)
    tree = app.app.tree
    app.edit("On", True).settle()
    assert compared == [1]
    old, new = (next(r for r in t.children if r.kind == "main") for t in (tree, app.app.tree))
    assert all(a is b for a, b in zip(old.children[:50], new.children[:50], strict=True))


@pytest.mark.parametrize(
    "where", ["container", "columns", "expander", "sidebar", "empty", "form", "keyed", "tracked", "tabs"]
)
def test_a_fragment_runs_again_wherever_it_was_called(rig: Any, where: str, runs: Counter[str]) -> None:
    def place() -> Any:
        if where == "columns":
            return st.columns(2)[1]
        if where == "sidebar":
            return st.sidebar
        if where in ("keyed", "tracked"):
            return st.expander("E", key="e", on_change="rerun" if where == "tracked" else "ignore")
        if where == "tabs":
            return st.tabs(["a", "b"], key="tabs", on_change="rerun")[1]
        return st.form("f") if where == "form" else getattr(st, where)(*["E"] * (where == "expander"))

    def script() -> None:
        runs["script"] += 1
        box = place()
        with box:
            st.fragment(part)()
        st.text("after")
        if where == "form":
            box.form_submit_button("Send")

    def part() -> None:
        runs["part"] += 1
        st.text(f"n: {st.session_state.get('n', 0)}")
        if where != "form":
            st.checkbox("On")

    app = rig(script)
    app.app.state.set("n", 1)
    fragment = next(e.id for e in app.app.tree.walk() if e.kind == "fragment")
    app.app.wishes.want("a test", (fragment,))
    app.settle()
    assert runs == {"script": 1, "part": 2}
    assert sorted(app.texts) == ["after", "n: 1"]


def test_a_widget_of_a_fragment_in_a_form_waits_for_the_submit_button(rig: Any, runs: Counter[str]) -> None:
    def script() -> None:
        runs["script"] += 1
        with st.form("f"):
            st.fragment(lambda: st.checkbox("On", key="on"))()
            st.form_submit_button("Send")

    app = rig(script).edit("on", True).settle()
    assert runs["script"] == 1
    app.click("Send").settle()
    assert runs["script"] == 2
    assert app.state["on"] is True


def test_a_form_in_a_fragment_runs_the_fragment_alone(rig: Any, runs: Counter[str]) -> None:
    def part() -> None:
        runs["part"] += 1
        with st.form("f"):
            st.checkbox("On", key="on")
            st.form_submit_button("Send")
        st.text(st.session_state.on)

    def script() -> None:
        runs["script"] += 1
        st.fragment(part)()

    app = rig(script).edit("on", True).settle().click("Send").settle()
    assert runs == {"script": 1, "part": 2}
    assert app.texts == ["True"]


def test_a_long_run_of_a_fragment_is_shown_as_it_goes_with_what_it_has_not_reached(rig: Any) -> None:
    shown: list[list[str]] = []
    app: Any = None

    def part() -> None:
        on = st.checkbox("On")
        st.text(f"first {on}")
        if app is not None:
            app.app.flush_so_far()
            shown.append(texts_of(app))
        st.text(f"second {on}")

    app = rig(lambda: (st.text("above"), st.fragment(part)(), st.text("below")))
    app.edit("On", True).settle()
    assert shown == [["above", "first True", "second False", "below"]]
    assert app.texts == ["above", "first True", "second True", "below"]
    assert not any("stale_from" in e.props for e in app.app.tree.walk())


# -- nested --------------------------------------------------------------------------------------------------


def nested(runs: Counter[str]) -> Callable[[], None]:
    @st.fragment
    def inner() -> None:
        runs["inner"] += 1
        st.checkbox("In", key="in")

    @st.fragment
    def outer() -> None:
        runs["outer"] += 1
        if not st.checkbox("Out", key="out"):
            inner()

    def script() -> None:
        runs["script"] += 1
        outer()

    return script


def test_a_nested_fragment_runs_alone_or_with_the_one_around_it(rig: Any, runs: Counter[str]) -> None:
    app = rig(nested(runs))
    app.edit("in", True).settle()
    assert runs == {"script": 1, "outer": 1, "inner": 2}
    app.edit("out", True).edit("out", False).settle()
    assert runs == {"script": 1, "outer": 2, "inner": 3}


def test_both_together_run_each_once(rig: Any, runs: Counter[str]) -> None:
    app = rig(nested(runs))
    runs.clear()
    app.edit("in", True).edit("out", False).settle()
    assert runs == {"outer": 1, "inner": 1}


def test_a_nested_fragment_that_is_called_no_more_is_gone_with_its_clock(rig: Any) -> None:
    @st.fragment(run_every=5)
    def inner() -> None:
        st.text("inner")

    @st.fragment
    def outer() -> None:
        if not st.checkbox("Out", key="out"):
            inner()

    app = rig(outer)
    assert app.loop.rings_at == 5
    app.edit("out", True).settle()
    assert app.texts == []
    assert app.loop.rings_at is None


# -- callbacks -----------------------------------------------------------------------------------------------


def test_callbacks_run_before_the_fragment_and_draw_above_the_page_for_that_run(rig: Any) -> None:
    order: list[str] = []

    def change() -> None:
        order.append("callback")
        st.text("from the callback")

    def part() -> None:
        order.append("part")
        st.checkbox("On", key="on", on_change=change)
        st.button("Again")

    app = rig(lambda: (st.text("script"), st.fragment(part)()))
    order.clear()
    app.edit("on", True).settle()
    assert order == ["callback", "part"]
    assert app.texts == ["from the callback", "script"]
    assert app.click("Again").settle().texts == ["script"]


def test_an_error_in_a_callback_leaves_the_page_and_stands_above_it(rig: Any, runs: Counter[str]) -> None:
    def fail() -> None:
        raise RuntimeError("broken")

    def part() -> None:
        runs["part"] += 1
        st.button("Go", on_click=fail)
        st.text("part")

    app = rig(lambda: (st.text("script"), st.fragment(part)()))
    app.click("Go").settle()
    assert app.errors == ["RuntimeError"]
    assert app.texts == ["script", "part"]
    assert runs["part"] == 1


# -- state and what is dropped -------------------------------------------------------------------------------


def test_a_widget_the_fragment_draws_no_more_loses_its_value_and_others_keep_theirs(rig: Any) -> None:
    def part() -> None:
        if st.checkbox("More", value=True, key="more"):
            st.checkbox("Extra", key="extra")

    def script() -> None:
        st.checkbox("Out", key="out")
        st.fragment(part)()

    app = rig(script).edit("out", True).edit("extra", True).settle()
    app.edit("more", False).settle()
    assert app.state == {"out": True, "more": False}


def test_a_fragment_that_failed_or_stopped_drops_nothing(rig: Any) -> None:
    def part() -> None:
        match st.slider("What", 0, 2, key="what"):
            case 1:
                st.stop()
            case 2:
                raise RuntimeError
        st.checkbox("Extra", key="extra")

    app = rig(st.fragment(part)).edit("extra", True).settle()
    for what in (1.0, 2.0):
        app.edit("what", [what]).settle()
        assert app.state["extra"] is True
    app.edit("what", [0.0]).settle()
    assert app.value("extra") is True


def test_a_key_drawn_outside_too_is_no_duplicate_for_the_fragment_alone(rig: Any) -> None:
    def part() -> None:
        if st.checkbox("On", key="on"):
            st.checkbox("Twice", key="out")

    app = rig(lambda: (st.checkbox("Twice", key="out"), st.fragment(part)()))
    app.edit("on", True).settle()
    assert app.errors == []
    app.app.ask("a test")
    assert app.settle().errors == ["StreamlitDuplicateElementKey"]


def test_the_same_key_twice_in_a_fragment_is_a_duplicate(rig: Any) -> None:
    def part() -> None:
        st.checkbox("A", key="a")
        if st.session_state.a:
            st.checkbox("B", key="a")

    assert rig(st.fragment(part)).edit("a", True).settle().errors == ["StreamlitDuplicateElementKey"]


def test_the_value_of_a_widget_outside_may_be_assigned_and_shows_in_the_next_run_of_everything(
    rig: Any,
) -> None:
    def part() -> None:
        if st.checkbox("On", key="on"):
            st.session_state.out = True

    app = rig(lambda: (st.checkbox("Out", key="out"), st.fragment(part)()))
    app.edit("on", True).settle()
    assert app.state["out"] is True
    app.app.ask("a test")
    assert app.settle().value("out") is True


def test_an_assigned_key_of_the_fragments_own_widget_raises_below_it(rig: Any) -> None:
    def part() -> None:
        if st.checkbox("On", key="on"):
            st.session_state.on = False

    app = rig(st.fragment(part)).edit("on", True).settle()
    assert app.errors == ["StreamlitWidgetAlreadyInstantiatedError"]


def test_a_button_is_true_for_one_run_of_its_fragment(rig: Any) -> None:
    seen: list[bool] = []

    def part() -> None:
        st.checkbox("On")
        seen.append(st.button("Go", key="go"))

    app = rig(st.fragment(part)).click("go").settle()
    assert app.state["go"] is False
    app.edit("On", True).settle()
    assert seen == [False, True, False]


def test_a_fragment_the_script_calls_no_more_is_dropped_with_its_widgets(rig: Any) -> None:
    def script() -> None:
        if not st.checkbox("Hide", key="hide"):
            st.fragment(lambda: st.checkbox("On", key="on"), run_every=5)()

    app = rig(script)
    gone = app.id("on")
    app.edit("hide", True).settle()
    assert app.state == {"hide": True}
    assert app.loop.rings_at is None
    app.app.receive(gone, True)
    assert app.settle().state == {"hide": True}


# -- errors --------------------------------------------------------------------------------------------------


def test_an_error_shows_in_the_place_of_its_fragment(rig: Any) -> None:
    def part() -> None:
        st.text("part")
        if st.checkbox("On"):
            with st.container():
                raise ValueError("broken")

    app = rig(lambda: (st.fragment(part)(), st.text("below")))
    app.edit("On", True).settle()
    fragment = next(e for e in app.app.tree.walk() if e.kind == "fragment")
    assert [e.kind for e in fragment.children] == ["text", "checkbox", "container", "exception"]
    assert app.texts == ["part", "below"]
    assert app.last.ending == "error"
    assert "ValueError: broken" in app.last.error


def test_an_error_ends_the_script_that_called_the_fragment(rig: Any) -> None:
    def script() -> None:
        st.fragment(fail)()
        st.text("below")

    app = rig(script)
    assert app.errors == ["ValueError"]
    assert app.texts == []


def test_a_script_may_catch_what_says_that_a_fragment_failed(rig: Any) -> None:
    def script() -> None:
        try:
            st.fragment(fail)()
        except Exception as error:  # noqa: BLE001 - as scripts do
            st.text(type(error).__name__)

    app = rig(script)
    assert (app.errors, app.texts) == (["ValueError"], ["FragmentHandledException"])


def test_an_error_in_one_fragment_does_not_keep_another_one_from_running(rig: Any) -> None:
    def part(name: str) -> None:
        if st.checkbox(name, key=name) and name == "a":
            raise ValueError
        st.text(f"{name} {st.session_state[name]}")

    app = rig(lambda: (st.fragment(part)("a"), st.fragment(part)("b")))
    app.edit("a", True).edit("b", True).settle()
    assert app.errors == ["ValueError"]
    assert app.texts == ["b True"]
