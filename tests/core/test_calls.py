"""What is remembered of calls: it saves time and changes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state._core.app import App
from jupyter_session_state._core.calls import Calls, call_key, split_wiring
from jupyter_session_state._core.element import Element, same
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.ports import NoScheduler
from jupyter_session_state.testing import AppTest
from tests.core.conftest import Front, FunctionBody

# -- keys ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("others", [(1.0,), (True,), ("1",), (1, None)])
def test_equal_arguments_of_other_types_are_another_call(others: tuple[Any, ...]) -> None:
    assert call_key("slider", (1,), {}) != call_key("slider", others, {})


def test_a_keyword_is_not_a_position() -> None:
    assert call_key("text", ("a",), {}) != call_key("text", (), {"body": "a"})


@pytest.mark.parametrize(
    "value",
    [[1], (1,), {"a": 1}, print, object(), dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc), Element("text")],
    ids=lambda value: type(value).__name__,
)
def test_what_may_change_is_not_remembered(value: Any) -> None:
    assert call_key("text", (value,), {}) is None
    assert call_key("text", (), {"body": value}) is None


def test_which_callback_there_is_says_nothing_about_the_call() -> None:
    one, wiring = split_wiring({"key": "a", "on_change": print, "args": (1,)})
    other, _ = split_wiring({"key": "a", "on_change": repr, "args": (2,)})
    without, _ = split_wiring({"key": "a"})
    assert one == other != without
    assert wiring == {"on_change": print, "args": (1,)}


# -- memory --------------------------------------------------------------------------------------------------


def test_a_call_the_last_run_did_not_make_is_forgotten() -> None:
    calls = Calls()
    calls.keep(("a",), "A")
    calls.keep(("b",), "B")
    calls.end_run()
    assert calls.find(("a",)) == "A"
    calls.end_run()
    assert (calls.find(("a",)), calls.find(("b",))) == ("A", None)


def test_an_unchanged_rerun_understands_nothing_anew(rig: Any) -> None:
    def script() -> None:
        st.slider("S", 0, 10, key="s", on_change=lambda: None)
        st.text("T")

    app = rig(script)
    before = list(app.app.tree.walk())
    app.app.ask("a test")
    app.settle()
    again = list(app.app.tree.walk())
    assert [a is b for a, b in zip(before, again, strict=True) if not a.is_container] == [True, True]


def test_a_script_that_always_stops_does_not_fill_the_memory(rig: Any) -> None:
    def script() -> None:
        ss = st.session_state
        ss.n = ss.get("n", 0) + 1
        st.text(f"run {ss.n}")
        st.stop()

    app = rig(script)
    for _ in range(20):
        app.app.ask("a test")
        app.settle()
    assert len(app.app.calls) == 1


# -- what must be looked at in every run ---------------------------------------------------------------------


def test_the_callback_is_that_of_the_last_run(rig: Any) -> None:
    heard: list[int] = []

    def script() -> None:
        n = st.session_state.get("n", 0)
        st.session_state.n = n + 1
        st.checkbox("C", on_change=heard.append, args=(n,))

    app = rig(script).edit("C", True).settle().edit("C", False).settle()
    assert heard == [0, 1]
    assert app.errors == []


def test_options_changed_in_place_are_seen(rig: Any) -> None:
    options = ["a"]
    app = rig(lambda: st.selectbox("S", options, key="s"))
    options.append("b")
    app.app.ask("a test")
    assert app.settle().edit("S", "b").settle().state == {"s": "b"}


def test_a_call_in_another_form_is_another_widget(rig: Any) -> None:
    def script() -> None:
        with st.form("one"):
            st.text_input("T")
            st.form_submit_button()
        with st.form("two"):
            st.text_input("T")
            st.form_submit_button()

    app = rig(script)
    app.app.ask("a test")
    app.settle()
    assert app.errors == []
    assert {e.form for e in app.app.tree.walk() if e.kind == "text_input"} == {"one", "two"}


def test_an_unknown_keyword_is_noted_in_every_run(rig: Any) -> None:
    app = rig(lambda: st.text("T", colour="red"))  # type: ignore[call-arg]  # that is the point
    app.app.ask("a test")
    assert any("colour" in text for text in app.settle().texts)


def test_a_value_of_the_program_is_checked_though_the_call_is_known(rig: Any) -> None:
    def script() -> None:
        if st.session_state.get("bad"):
            st.session_state.s = 99
        st.slider("S", 0, 10, key="s")

    app = rig(script)
    app.app.state.set("bad", value=True)
    app.app.ask("a test")
    assert app.settle().errors == ["StreamlitValueAboveMaxError"]


# -- the law -------------------------------------------------------------------------------------------------

NUMBERS = some.sampled_from([0, 1, 1.0, 2, 2.5, True, None])
KEYS = some.sampled_from(["k", "n", "s"])
CALLS = some.one_of(
    some.tuples(some.just("text"), some.sampled_from(["a", "b", 1, 1.0, True, None])),
    some.tuples(some.just("checkbox"), some.sampled_from(["k", None]), some.booleans()),
    some.tuples(some.just("number"), some.sampled_from(["n", None]), NUMBERS),
    some.tuples(some.just("slider"), some.sampled_from(["s", None]), NUMBERS),
    some.tuples(some.just("aside"), some.sampled_from(["s", None]), NUMBERS),
    some.tuples(some.just("in_form"), some.sampled_from(["n", None]), NUMBERS),
    some.tuples(some.just("wired"), some.sampled_from(["s", None]), NUMBERS),
    some.tuples(some.just("assign"), KEYS, NUMBERS),
    some.tuples(some.just("delete"), KEYS),
    some.tuples(some.just("button"), some.sampled_from(["b", None])),
    some.tuples(some.just("stop")),
)
BETWEEN = some.one_of(
    some.none(),
    some.tuples(some.just("edit"), some.sampled_from(["checkbox", "slider", "number_input"]), NUMBERS),
    some.tuples(some.just("assign"), KEYS, NUMBERS),
    some.tuples(some.just("delete"), KEYS),
    some.tuples(some.just("give way"), some.integers(1, 6)),
)


def _in_form(key: str | None, value: Any) -> Any:
    with st.form("f"):
        found = st.number_input("N", 0, 3, value, key=key)
        st.form_submit_button()
    return found


def _wired(key: str | None, value: Any) -> Any:
    return st.slider("S", 0, 3, value, key=key, on_change=lambda given: None, args=(object(),))


DRAW: dict[str, Callable[..., Any]] = {
    "text": lambda body: st.text(body) and None,
    "checkbox": lambda key, value: st.checkbox("C", value, key=key),
    "number": lambda key, value: st.number_input("N", 0, 3, value, key=key),
    "slider": lambda key, value: st.slider("S", 0, 3, value, key=key),
    "aside": lambda key, value: st.sidebar.slider("S", 0, 3, value, key=key),
    "in_form": _in_form,
    "wired": _wired,
    "assign": st.session_state.__setitem__,
    "delete": lambda key: st.session_state.pop(key, None),
    "button": lambda key: st.button("B", key=key),
    "stop": st.stop,
}


class Impatient(NoScheduler):
    """Says that newer input waits when it is asked for the nth time."""

    def __init__(self) -> None:
        self.asked, self.gives_up_at = 0, 0

    def newer_input(self, app: App) -> bool:
        self.asked += 1
        return self.asked == self.gives_up_at


class Played:
    """An app that draws the calls of one run after the other."""

    def __init__(self, *, remembers: bool) -> None:
        kernel, self.front, self.loop = Kernel(st.DeltaGenerator, resends=True), Front(), Impatient()
        self.app, self.remembers = App("app", kernel, renderer=self.front, scheduler=self.loop), remembers
        kernel.add(self.app)
        self.calls = list[Any]()
        self.returned: list[Any] = []

    def play(self, calls: list[Any], between: Any) -> Any:
        self.calls = calls
        self.loop.asked = self.loop.gives_up_at = 0
        self.prepare(*(between or ("nothing",)))
        self.app.ask("a test")
        if self.app.body is None:
            self.app.execute(FunctionBody(self.script))
        while self.app.waiting:
            self.forget()
            self.app.answer()
        return self.seen()

    def prepare(self, what: str, *arguments: Any) -> None:
        state = self.app.state
        if what == "give way":
            (self.loop.gives_up_at,) = arguments
        elif what == "assign":
            state.put(*arguments)
        elif what == "delete" and arguments[0] in state:
            state.delete(arguments[0])
        elif what == "edit":
            kind, value = arguments
            sent = {"checkbox": bool(value), "slider": [float(value or 0)], "number_input": value}[kind]
            for element_id in [i for i in self.app.browser if f"-{kind}-" in i][:1]:
                self.app.receive(element_id, sent)

    def forget(self) -> None:
        if not self.remembers:
            self.app.calls = Calls()

    def seen(self) -> Any:
        """All that a user, the browser or the next run could tell apart."""
        app = self.app
        assert app.tree is not None
        page = [(e.kind, e.id, e.view, e.key, e.form, dict(e.props), e.value) for e in app.tree.walk()]
        known = [
            (r.id, r.key, r.label, r.line, r.where, r.drawn, r.returned, r.is_foreign, r.fragment, r.page)
            for r in app.registrations.values()
        ]
        wired = [(r.callback is not None, len(r.args)) for r in app.registrations.values()]
        held = (list(app.drawn.keys), app.browser, self.front.values, app.drawn.triggers())
        return page, known, wired, held, app.state.snapshot(), self.returned, str(app.history[-1].changes)

    def script(self) -> None:
        self.returned = []
        for name, *arguments in self.calls:
            self.returned.append(DRAW[name](*arguments))


@settings(max_examples=200, deadline=None)
@given(
    some.lists(some.lists(CALLS, min_size=1, max_size=6), min_size=1, max_size=2),
    some.lists(some.tuples(some.integers(0, 1), BETWEEN), min_size=2, max_size=6),
)
@example([[("checkbox", "k", False)], [("checkbox", "k", False)] * 2], [(1, None), (0, None)])
@example([[("checkbox", "k", False)]], [(0, ("assign", "k", 0)), (0, ("assign", "k", 1.0))])
def test_what_is_drawn_does_not_depend_on_memory(
    scripts: list[list[Any]], runs: list[tuple[int, Any]]
) -> None:
    one, other = Played(remembers=True), Played(remembers=False)
    for which, between in runs:
        calls = scripts[which % len(scripts)]
        seen, wanted = one.play(calls, between), other.play(calls, between)
        assert same(_plain(seen), _plain(wanted))


def _plain(value: Any) -> Any:
    """Return a value in which tracebacks, which hold line numbers of this file, are left out."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if k not in ("traceback", "message")}
    return [_plain(v) for v in value] if isinstance(value, (list, tuple)) else value


# -- without a default ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["k", 5])
def test_none_in_session_state_takes_the_default_away_as_long_as_it_is_there(key: Any) -> None:
    at = AppTest.from_string(
        """
        n = st.session_state.n = st.session_state.get("n", 0) + 1
        if n in (2, 3):
            st.session_state[str(KEY)] = None
        st.text(repr(st.selectbox("L", ["u", "v"], key=KEY)))
        """.replace("KEY", repr(key))
    ).run()
    seen = []
    for _ in range(4):
        (control,) = [r.control for r in at._session.app.registrations.values()]
        seen.append((at.text[0].value, control.default, control.props["clearable"]))
        at.run()
    empty = ("None", None, True)
    assert seen == [("'u'", "u", False), empty, empty, empty]


def test_none_under_another_key_takes_no_default_away() -> None:
    at = AppTest.from_string("st.session_state['None'] = None; st.text(st.selectbox('L', ['u']))").run()
    (control,) = [r.control for r in at._session.app.registrations.values()]
    assert (at.text[0].value, control.default) == ("u", "u")
