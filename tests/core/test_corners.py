"""Corners of the core that no other test needs, so that every branch of it is run."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core import kernel as kernels
from jupyter_session_state._core import messages
from jupyter_session_state._core.app import App
from jupyter_session_state._core.body import Hooks, ScriptBody
from jupyter_session_state._core.copies import copied
from jupyter_session_state._core.element import Blob
from jupyter_session_state._core.fragments import Fragment, Fragments
from jupyter_session_state._core.kernel import Kernel, current_kernel, set_current_kernel
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.place import Place
from jupyter_session_state._core.ports import NoAdopter, NoOutput
from jupyter_session_state._core.query_strings import query_string
from jupyter_session_state._core.record import Change, Record, brief
from jupyter_session_state._core.run import ScriptRun
from jupyter_session_state._core.script import compile_script
from jupyter_session_state._core.slots import MISSING, Cell, DrawnForm
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state._core.state import SessionState

DRAWN = DrawnForm("S", 1, "st.slider")


def test_the_mark_of_absence_names_itself() -> None:
    assert repr(MISSING) == "MISSING"


def test_a_fingerprint_that_is_known_is_not_computed_again() -> None:
    assert Blob(b"a", "text/plain", "known").fingerprint == "known"
    assert Blob(b"a", "text/plain") == Blob(b"a", "text/plain") != Blob(b"b", "text/plain")


def test_the_kernel_of_the_process_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "_current", [])
    made = current_kernel()
    assert current_kernel() is made
    other = Kernel()
    set_current_kernel(other)
    assert current_kernel() is other


def test_an_expression_shown_outside_of_a_run_goes_nowhere() -> None:
    written: list[object] = []
    hooks = Hooks(written.append)
    hooks.show(1)
    assert written == []
    assert hooks.mark() is None


def test_what_cannot_be_copied_is_shared() -> None:
    class Stubborn:
        def __deepcopy__(self, memo: object) -> Stubborn:
            raise RuntimeError

    value = [Stubborn()]
    assert copied(value) is value


def test_no_repr_is_asked_for_a_short_text() -> None:
    class Silent:
        def __repr__(self) -> str:
            raise RuntimeError

    assert brief(Silent()) == "Silent()"
    assert brief(type("list", (), {})()) == "list()"


def test_a_record_tells_what_was_refused_and_what_changed() -> None:
    record = Record(1, "of a test")
    record.changes.append(Change("k", None, "1"))
    record.changes.append(Change("gone", "1", None))
    record.refused.append("the input of st.slider 'S': too much")
    record.error = "ValueError: no (line 3)"
    told = str(record)
    assert "k: (absent) -> 1" in told
    assert "gone: 1 -> (gone)" in told
    assert "refused the input of st.slider 'S': too much" in told
    assert "ValueError: no (line 3)" in told


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (messages.bad_bound_callback("k", 5), ["'k'", "not 5"]),
        (messages.not_bindable("k", "text"), ["'k'", "'text'"]),
        (messages.no_trait("k", "IntSlider", "colour"), ["'k'", "IntSlider", "'colour'"]),
        (messages.no_widget("k", ["a", "b"]), ["'k'", "'a', 'b'"]),
        (messages.no_widget("k", []), ["'k'", "none yet"]),
    ],
)
def test_errors_of_bindings_name_key_and_value(error: Exception, words: list[str]) -> None:
    assert isinstance(error, errors.StreamlitAPIException)
    assert all(word in str(error) for word in words)


def test_without_jupyter_nothing_is_captured_and_nothing_bound() -> None:
    output = NoOutput()
    assert output.take() == output.take_ready() == ()
    assert NoAdopter().widget("k") is None
    with pytest.raises(errors.StreamlitAPIException):
        NoAdopter().bind(None, object(), "k", None, None)  # type: ignore[arg-type]


def test_a_call_that_does_not_fit_raises_the_type_error_of_a_plain_call() -> None:
    spec = KINDS["checkbox"]
    with pytest.raises(TypeError, match="too many positional"):
        spec.bind(tuple(range(50)), {})
    with pytest.raises(TypeError, match="unexpected keyword"):
        spec.bind(("L",), {"colour": 1})


def test_leaving_a_container_whose_run_is_over_does_nothing(rig: Any) -> None:
    kept: list[Any] = []
    rig(lambda: kept.append(st.container()))
    assert kept[0].__exit__(None, None, None) is None


def test_leaving_more_containers_than_were_entered_does_nothing(rig: Any) -> None:
    def script() -> None:
        st.container().__exit__(None, None, None)
        st.text("here")

    assert rig(script).texts == ["here"]


def test_an_app_without_a_cell_answers_with_nothing(make_rig: Any) -> None:
    rig = make_rig()
    rig.app.ask("a test")
    rig.settle()
    assert rig.last.ending == "completed"
    assert rig.texts == []


def test_a_reset_of_a_key_that_is_not_there_changes_nothing(rig: Any) -> None:
    shown = rig(lambda: st.slider("s", 0, 9, 3, key="s"))
    shown.app.ask_reset("nothing")
    shown.settle()
    assert shown.state == {"s": 3}


def test_a_callback_without_a_name_is_called_and_not_recorded(rig: Any) -> None:
    calls: list[int] = []

    def nameless() -> None:
        calls.append(1)

    nameless.__name__ = nameless.__qualname__ = ""
    shown = rig(lambda: st.button("b", on_click=nameless)).click("b").settle()
    assert calls == [1]
    assert shown.last.callbacks == []


def test_a_trigger_that_cannot_be_what_was_sent_is_refused(rig: Any) -> None:
    shown = rig(lambda: st.chat_input("c", key="c"))
    shown.app.click(shown.id("c"), {"text": 5})
    shown.settle()
    assert shown.last.refused
    assert shown.state == {"c": None}


@pytest.mark.parametrize("width", [0, "wide", 1.5, None])
def test_a_width_that_is_none_is_refused(rig: Any, width: Any) -> None:
    shown = rig(lambda: st.slider("s", width=width))
    assert shown.errors == ["StreamlitInvalidWidthError"]


def test_a_width_beyond_all_screens_is_refused(rig: Any) -> None:
    assert rig(lambda: st.slider("s", width=2**32)).errors == ["StreamlitValueOutOfRangeError"]


def test_names_that_the_notebook_uses_itself_are_told() -> None:
    namespace: dict[str, Any] = {"st": 5}
    script = compile_script("1", "<cell>")
    body = ScriptBody(script, namespace, Names(Ledger(namespace)), Hooks(print), {"st": st, "other": 1})
    assert body.taken() == ["st"]


def test_a_parameter_cannot_be_a_dict() -> None:
    with pytest.raises(errors.StreamlitQueryParamDictValueError):
        query_string({"a": {"b": 1}})


def test_what_is_not_known_rests_and_is_forgotten() -> None:
    cell = Cell()
    cell.rest(False)
    assert cell.value is MISSING
    state = SessionState()
    state.forget_value("k")
    state.set("k", 1)
    state.forget_value("k")
    assert state.get("k") == 1


def test_a_value_shared_by_two_ids_goes_with_its_key() -> None:
    state = SessionState()
    state.begin_run()
    state.register("$$ID-1", "k", DRAWN)
    state.set_default("$$ID-1", 3)
    state.register("$$ID-2", "k", DRAWN, shared="$$ID-1")
    state.delete("k")
    assert state.widget_value("$$ID-1", None) is state.widget_value("$$ID-2", None) is MISSING


def test_clocks_of_other_fragments_go_on() -> None:
    known = Fragments()
    for name, every in (("a", 1.0), ("b", None)):
        terms = SimpleNamespace(every=every, name=name)
        known.add(Fragment(name, cast("Any", terms), lambda: None, None, ""))
    clock = known.get("a")
    still = known.get("b")
    assert clock is not None
    assert still is not None
    clock.wind(0.0)
    still.wind(0.0)
    still.tick(5.0)
    known.stop_clocks(["b"])
    assert (clock.due, still.due) == (1.0, None)
    known.stop_clocks(["a"])
    assert known.next_due() is None


def test_a_kernel_without_handles_of_its_own_gives_plain_places() -> None:
    run = ScriptRun(App("a", Kernel()))
    with run.active():
        assert type(run.here().nest("container")) is Place


def test_a_draft_waits_for_its_form_though_its_value_may_change_by_itself(rig: Any) -> None:
    """A list may be changed in place, so its control is looked at in every interaction."""

    def script() -> None:
        with st.form("f"):
            st.multiselect("M", ["a", "b"], key="m")
            st.form_submit_button()
        st.checkbox("C")

    app = rig(script).edit("M", ["a"]).edit("C", True).settle()
    assert app.state["m"] == []
    assert app.value("M") == ["a"]
