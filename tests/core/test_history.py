"""The past of an app: what is kept of it, and how it is put back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.delta import Delta
from jupyter_session_state._core.edits import Edit, check_edit
from jupyter_session_state._core.history import MOST_BYTES
from jupyter_session_state._core.identity import INTERNAL_PREFIX
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.travel import Replay, Travel
from tests.core.conftest import Rig

MakeRig = Callable[..., Rig]


def undo(rig: Rig) -> Rig:
    rig.app.ask_job(Travel("undo"))
    return rig.settle()


def redo(rig: Rig) -> Rig:
    rig.app.ask_job(Travel("redo"))
    return rig.settle()


def goto(rig: Rig, number: int) -> Rig:
    rig.app.ask_job(Travel("goto", number))
    return rig.settle()


def replay(rig: Rig, without: int) -> Rig:
    rig.app.ask_job(Replay(without))
    return rig.settle()


def edit(rig: Rig, key: str, value: Any) -> Rig:
    rig.app.ask_job(Edit(key, value))
    return rig.settle()


def counter() -> None:
    if "n" not in st.session_state:
        st.session_state.n = 0
        st.session_state.seen = []

    def more() -> None:
        st.session_state.n += st.session_state.step
        st.session_state.seen.append(st.session_state.n)

    st.number_input("Step", 1, 10, key="step")
    st.text_input("Name")
    st.button("More", on_click=more)
    st.text(f"n is {st.session_state.n}")


def test_undo_puts_back_keys_widgets_and_what_was_changed_in_place(rig: MakeRig) -> None:
    app = rig(counter).click("More").settle().edit("step", 4).settle().click("More").settle()
    assert app.state["n"] == 5
    assert app.state["seen"] == [1, 5]
    undo(app)
    assert app.state == {"n": 1, "seen": [1], "step": 4}
    assert "n is 1" in app.texts
    undo(app)
    assert app.state["step"] == 1
    assert app.value("step") == 1
    assert str(app.app.history.last).startswith("Run 6, because undo of run 3")
    assert [r.number for r in app.app.history] == [1, 2, 3, 4]
    assert app.app.history.cursor == 2


def test_redo_does_again_what_was_undone(rig: MakeRig) -> None:
    app = rig(counter).click("More").settle().edit("step", 4).settle()
    undo(undo(app))
    assert app.state == {"n": 0, "seen": [], "step": 1}
    redo(redo(app))
    assert app.state == {"n": 1, "seen": [1], "step": 4}
    assert app.value("step") == 4


def test_an_input_without_a_key_is_put_back(rig: MakeRig) -> None:
    app = rig(counter).edit("Name", "Ada").settle().edit("Name", "Eve").settle()
    undo(app)
    assert app.value("Name") == "Ada"
    undo(app)
    assert app.value("Name") == ""
    redo(app)
    assert app.value("Name") == "Ada"


def test_no_callback_is_called_by_an_undo(rig: MakeRig) -> None:
    calls: list[str] = []

    def script() -> None:
        st.number_input("A", 0, 10, key="a", on_change=lambda: calls.append("a"))

    app = rig(script).edit("a", 5).settle()
    assert calls == ["a"]
    undo(app)
    assert (app.state, app.value("a"), calls) == ({"a": 0}, 0, ["a"])


def test_what_is_new_after_an_undo_takes_the_place_of_what_was_undone(rig: MakeRig) -> None:
    app = rig(counter).click("More").settle().click("More").settle()
    undo(app).click("More").settle()
    assert app.app.history.forth() is None
    assert [r.number for r in app.app.history] == [1, 2, 5]
    undo(undo(app))
    assert app.state["seen"] == []


def test_a_key_of_a_widget_that_comes_back_goes_with_it_again(rig: MakeRig) -> None:
    def script() -> None:
        if st.checkbox("Show", key="show"):
            st.number_input("Hidden", 0, 10, key="hidden")

    app = rig(script).edit("show", True).settle().edit("hidden", 7).settle().edit("show", False).settle()
    assert app.state == {"show": False}
    undo(app)
    assert app.state == {"show": True, "hidden": 7}
    assert app.value("hidden") == 7
    app.edit("show", False).settle()
    assert app.state == {"show": False}


def test_what_cannot_be_put_back_is_left_and_told(rig: MakeRig) -> None:
    def script() -> None:
        st.session_state.setdefault("lock", threading.Lock())
        st.session_state.setdefault("big", list(range(400_000)))
        if st.button("Change"):
            st.session_state.big = [1]
            st.session_state.lock = threading.Lock()

    app = rig(script).click("Change").settle()
    lock = app.state["lock"]
    undo(app)
    assert app.state["big"] == [1]
    assert app.state["lock"] is lock
    assert any("'big' is too large to be kept" in text for text in app.texts)
    assert any("big" in text for text in app.app.history.last.left)  # type: ignore[union-attr]


def test_what_is_secret_is_neither_told_nor_kept(rig: MakeRig) -> None:
    def script() -> None:
        if st.checkbox("Ask", True, key="ask"):
            st.text_input("Word", type="password", key="word")
            st.text_input("Other", type="password")

    app = (
        rig(script)
        .edit("word", "hunter2")
        .settle()
        .edit("Other", "hunter2")
        .settle()
        .edit("ask", False)
        .settle()
    )
    assert "hunter2" not in "".join(map(repr, app.app.history)) + "".join(map(str, app.app.history))
    undo(app)
    assert app.state == {"ask": True, "word": ""}


def test_replay_leaves_one_step_out(rig: MakeRig) -> None:
    app = (
        rig(counter)
        .click("More")
        .settle()
        .edit("step", 4)
        .settle()
        .click("More")
        .settle()
        .edit("Name", "Ada")
    )
    app.settle()
    replay(app, 3)
    assert app.state == {"n": 2, "seen": [1, 2], "step": 1}
    assert app.value("Name") == "Ada"
    assert [r.cause for r in app.app.history] == [
        "the cell was executed",
        "st.button 'More' was clicked",
        "st.button 'More' was clicked",
        "st.text_input 'Name' changed",
    ]


def test_an_edit_by_hand_goes_by_the_rules_of_the_widget(rig: MakeRig) -> None:
    app = rig(counter)
    assert "cannot have that value" in check_edit(app.app, "step", 99)
    assert check_edit(app.app, "step", 3) == ""
    edit(app, "step", 3)
    assert app.value("step") == 3
    assert app.last.cause == "'step' was given a value by hand"
    edit(app, "n", 10)
    assert "n is 10" in app.texts
    undo(app)
    assert app.state["n"] == 0
    assert app.state["step"] == 3
    edit(app, "n", MISSING)
    assert app.state["n"] == 0


def test_who_wrote_a_key_is_known(rig: MakeRig) -> None:
    app = rig(counter)
    writers = app.app.state.writers
    assert writers.get("n").by == "script"  # type: ignore[union-attr]
    app.edit("step", 3).settle().click("More").settle()
    told = {key: writers.get(key) for key in app.state}
    assert {k: (w.by, w.name) for k, w in told.items() if w} == {
        "n": ("callback", "counter.<locals>.more"),
        "seen": ("script", ""),
        "step": ("widget", "Step"),
    }


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (Travel("undo"), "There is nothing to undo."),
        (Travel("redo"), "There is nothing to redo."),
        (Travel("goto", 9), "There is no run 9 to go to. Runs that are kept: 1 to 1."),
        (Replay(9), "There is no run 9 to go to. Runs that are kept: 1 to 1."),
        (Replay(1), "Run 1 is the first that is kept: there is no state before it to begin with."),
        (Edit("step", 99), "'step' cannot have that value"),
        (Edit("nothing", MISSING), "There is no key 'nothing'."),
    ],
)
def test_what_cannot_be_done_leaves_all_as_it_is(rig: MakeRig, ask: Any, why: str) -> None:
    app = rig(counter)
    runs = app.app.starts
    app.app.ask_job(ask)
    assert app.app.answer().cause.startswith(why)
    assert (app.app.starts, len(app.app.history)) == (runs, 1)


def test_a_history_without_records_says_so() -> None:
    app = Rig(Kernel(st.DeltaGenerator), "app", None).app
    with pytest.raises(LookupError, match="none yet"):
        app.history.numbered(1)
    assert app.history.back() is None
    assert app.history.forth() is None


def test_a_page_and_an_address_are_put_back(rig: MakeRig) -> None:
    def one() -> None:
        st.number_input("A", key="a")
        if st.button("Look"):
            st.query_params["look"] = "1"

    def two() -> None:
        st.text("two")

    def script() -> None:
        st.navigation([one, two]).run()

    app = rig(script).edit("a", 4.0).settle().click("Look").settle()
    app.app.visit(next(page.id for page in app.app.pages.known.values() if page.title.lower() == "two"))
    app.settle()
    assert "two" in app.texts
    undo(app)
    assert (app.state, app.app.params.address) == ({"a": 4.0}, {"look": "1"})
    undo(app)
    assert app.app.params.address == {}
    redo(redo(app))
    assert "two" in app.texts
    replay(app, 3)
    assert "two" in app.texts
    assert app.app.params.address == {}


def test_a_replay_leaves_out_what_is_gone_and_says_so(rig: MakeRig) -> None:
    def script() -> None:
        if st.checkbox("More", key="more"):
            st.number_input("Deep", key="deep")
        st.text_input("Word", type="password", key="word")
        st.number_input("Other", key="other")

    app = rig(script).edit("more", True).settle().edit("deep", 3.0).settle().edit("word", "x").settle()
    edit(app, "own", [1])
    edit(app, "made", (part for part in ""))
    edit(app, "own", MISSING)
    app.edit("other", 2.0).settle()
    replay(app, 2)
    assert app.state == {"more": False, "word": "x", "other": 2.0}
    text = "".join(map(str, (*app.app.history, app.app.history.last)))
    assert "the value given to 'made' in run 6: it was not kept" in text


def test_an_interrupt_ends_a_replay(rig: MakeRig) -> None:
    broken: list[int] = []

    def script() -> None:
        n = st.number_input("N", key="n")
        st.number_input("Other", key="other")
        if n == 2 and broken:
            raise KeyboardInterrupt
        if n == 3:
            raise ValueError("three")

    app = rig(script)
    for n in (1.0, 3.0, 2.0, 4.0):
        app.edit("n", n).settle()
    broken.append(1)
    replay(app, 2)
    assert app.app.history.last is not None
    assert "for it was interrupted" in app.app.history.last.left[0]
    assert [r.ending for r in app.app.history][1:] == ["error", "interrupted"]
    assert app.state["n"] == 2


def test_an_app_that_shares_the_state_follows(rig: MakeRig) -> None:
    def one() -> None:
        st.number_input("A", key="a")

    def two() -> None:
        st.number_input("A", key="a")
        st.number_input("B", 0, 5, key="b")

    first, second = rig(one, "one"), rig(two, "two")
    first.edit("a", 3.0).settle()
    second.settle()
    undo(first)
    second.settle()
    assert second.value("a") == 0.0
    assert check_edit(first.app, "b", 9) != ""
    edit(first, "b", 4)
    second.settle()
    assert second.value("b") == 4
    assert first.app.history.last is not None
    assert first.app.history.last.cause == "'b' was given a value by hand"


def test_what_cannot_be_edited_says_why(rig: MakeRig) -> None:
    def script() -> None:
        st.button("Go", key="go")
        st.checkbox("Off", disabled=True, key="off")
        st.file_uploader("File", key="file")
        st.slider("Range", 0, 9, (1, 2), key="range")
        st.date_input("Day", "2024-01-01", key="day")

    app = rig(script)
    told: list[tuple[str, Any, str]] = [
        ("go", True, "no value to edit"),
        ("go", MISSING, "no value to edit"),
        ("off", True, "is disabled"),
        ("file", 1, "only its user"),
        ("", 1, "must not be empty"),
        ("range", [1, 2, 3], "would make (1, 2) of it"),
        ("day", "soon", "'soon' is nothing that st.date_input holds"),
    ]
    assert [why for key, value, why in told if why not in check_edit(app.app, key, value)] == []
    fits: list[tuple[str, Any]] = [
        ("range", [3, 4]),
        ("day", "2024-02-03"),
        ("off", MISSING),
        ("new", object()),
    ]
    assert [check_edit(app.app, *edit) for edit in fits] == [""] * 4
    assert check_edit(app.app, f"{INTERNAL_PREFIX}x", 1).endswith("this package's own.")
    edit(edit(app, "range", [3, 4]), "day", "2024-02-03")
    assert (app.state["range"], str(app.state["day"])) == ((3, 4), "2024-02-03")


def test_a_run_that_nobody_did_anything_for_keeps_what_can_be_redone(rig: MakeRig) -> None:
    app = rig(counter).click("More").settle()
    undo(app)
    app.app.ask("Rerun was clicked")
    app.settle()
    redo(app)
    assert app.state["n"] == 1


def test_clear_and_rerun_can_be_undone(rig: MakeRig) -> None:
    app = rig(counter).edit("step", 3).settle().click("More").settle()
    app.app.ask_clear()
    app.settle()
    assert app.state == {"n": 0, "seen": [], "step": 1}
    undo(app)
    assert (app.state, app.value("step")) == ({"n": 3, "seen": [3], "step": 3}, 3)


def test_further_runs_and_runs_that_gave_way_are_part_of_one_step(rig: MakeRig) -> None:
    def script() -> None:
        if st.button("Twice"):
            st.session_state.n = 1
            st.rerun()
        st.number_input("N", key="x")
        if st.session_state.get("n") == 1:
            st.session_state.n = 2

    app = rig(script).click("Twice").settle()
    assert [r.ending for r in app.app.history] == ["completed", "rerun", "completed"]
    undo(app)
    assert app.state == {"x": 0.0}
    app.app.history.arrived(2, Delta())
    redo(app)
    assert app.app.history.cursor == 3
    replay(app, 3)
    assert app.app.history.cursor == 1


def test_old_records_are_forgotten_by_number_and_by_size(rig: MakeRig) -> None:
    def script() -> None:
        if st.button("Grow"):
            st.session_state.data = bytearray(900_000)

    app = rig(script)
    app.app.history.keep(3)
    for _ in range(4):
        app.click("Grow").settle()
    assert [r.number for r in app.app.history] == [3, 4, 5]
    app.app.history.keep(1000)
    for size in range(90):
        app.app.state.put("data", bytearray(900_000 + size))
        app.app.state.put("other", bytearray(900_000 + size))
        app.click("Grow").settle()
    assert sum(r.delta.size for r in app.app.history) <= MOST_BYTES


def test_fewer_records_are_kept_of_all_apps_from_the_moment_that_is_wanted(rig: MakeRig) -> None:
    app = rig(counter)
    for n in range(2, 8):
        app.edit("step", n).settle()
    app.app.kernel.keep_history(3)
    assert [r.number for r in app.app.history] == [5, 6, 7]
    assert app.app.history.first == 5
    assert undo(undo(app)).state["step"] == 5
    assert app.app.history.back() is None
    later = Rig(app.app.kernel, "later", None)
    assert (later.app.history.limit, later.app.history.first) == (3, 0)


def test_what_can_be_done_again_is_not_forgotten_for_being_too_much(rig: MakeRig) -> None:
    app = rig(counter)
    for n in range(2, 8):
        app.edit("step", n).settle()
    goto(app, 3)
    app.app.kernel.keep_history(2)
    assert [r.number for r in app.app.history] == [3, 4, 5, 6, 7]
    assert redo(app).state["step"] == 4
    assert app.edit("step", 9).settle().state["step"] == 9
    assert len(app.app.history) == 2
    assert undo(app).state["step"] == 4


def test_an_input_without_a_key_that_is_gone_comes_back_with_its_value(rig: MakeRig) -> None:
    class Odd:
        def __init__(self, n: int) -> None:
            self.n = n

        def __setstate__(self, state: object) -> None:
            raise RuntimeError

    def script() -> None:
        if st.checkbox("Show", key="show"):
            st.number_input("Own")
            st.selectbox("Odd", [Odd(1), Odd(2)], format_func=lambda odd: str(odd.n))

    app = rig(script).edit("show", True).settle().edit("Own", 7.0).settle().edit("show", False).settle()
    undo(app)
    assert app.value("Own") == 7.0
    assert any("an input that is gone cannot be made anew" in text for text in app.app.history.last.left)  # type: ignore[union-attr]
    app.edit("Odd", "2").settle()
    undo(app)
    assert any("st.selectbox 'Odd' cannot be made anew" in text for text in app.app.history.last.left)  # type: ignore[union-attr]


def test_records_tell_when_and_what_was_printed(make_rig: Callable[[], Rig]) -> None:
    app = make_rig()
    app.loop.epoch = lambda: 12.5  # type: ignore[method-assign]
    app.execute(counter)
    assert app.last.at == 12.5
    assert app.last.page == ""


def test_what_a_button_has_between_clicks_is_no_past(rig: MakeRig) -> None:
    def script() -> None:
        if st.button("Break", key="broken"):
            st.session_state.n = 1
            raise ValueError("broken")

    app = rig(script).click("Break").settle()
    assert app.app.history[-1].delta.keys.keys() == {"broken", "n"}
    undo(app)
    assert app.state == {"broken": False}
    assert app.errors == []


def test_a_key_that_is_gone_anyway_is_deleted_again_by_a_replay(rig: MakeRig) -> None:
    app = rig(counter)
    edit(edit(app, "own", 1), "own", MISSING)
    edit(app, "other", 2)
    replay(app, 2)
    assert app.state["other"] == 2
    assert "own" not in app.state


def test_an_app_without_a_kernel_of_a_notebook_records_nothing(rig: MakeRig) -> None:
    app = rig(counter).app
    with pytest.raises(st.errors.StreamlitAPIException, match="nothing to record"):
        app.kernel.record(app)


def test_what_is_wanted_now_is_done_before_it_returns_and_what_is_wanted_later_is_not(rig: MakeRig) -> None:
    app = rig(counter).edit("step", 4).settle().edit("step", 7)
    wishes, turns = app.app.wishes, list[str]()

    def turn() -> None:
        turns.append(app.app.answer().cause)
        app.app.ask("once more, for ever")

    app.app.ask_job(Travel("undo"))
    wishes.fulfil(turn)
    assert turns == ["st.number_input 'Step' changed", "undo of run 3"]
    assert app.state["step"] == 4
    assert app.app.waiting
    app.app.wishes.fulfil(turn)
    assert turns[2:] == ["once more, for ever"]


def test_a_run_that_is_wanted_now_comes_after_what_is_to_be_done_first(rig: MakeRig) -> None:
    app = rig(counter).edit("step", 4).settle()
    app.app.ask_job(Travel("undo"))
    app.app.ask("a rerun")
    causes = list[str]()
    app.app.wishes.fulfil(lambda: causes.append(app.app.answer().cause))
    assert causes == ["undo of run 2", "a rerun"]
    assert not app.app.waiting


def test_nothing_is_waited_for_in_an_app_that_was_closed_meanwhile(rig: MakeRig) -> None:
    app = rig(counter).edit("step", 4)
    app.app.ask("a rerun")
    app.app.ask_job(Travel("undo"))
    turns = list[int]()

    def turn() -> None:
        turns.append(1)
        app.app.close()

    app.app.wishes.fulfil(turn)
    assert turns == [1]
