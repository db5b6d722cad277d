"""Corners of the core that no other test needs, so that every branch of it is run."""

from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core import kernel as kernels
from jupyter_session_state._core import messages
from jupyter_session_state._core.body import Hooks
from jupyter_session_state._core.copies import copied
from jupyter_session_state._core.element import Blob
from jupyter_session_state._core.kernel import Kernel, current_kernel, set_current_kernel
from jupyter_session_state._core.ports import NoAdopter, NoOutput
from jupyter_session_state._core.record import Change, Record, brief
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state._core.state import SessionState


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


def test_a_repr_that_raises_is_told_as_such() -> None:
    class Silent:
        def __repr__(self) -> str:
            raise RuntimeError

    assert brief(Silent()) == "<Silent: repr raised RuntimeError>" or "Silent" in brief(Silent())


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
    ],
)
def test_errors_of_bindings_name_key_and_value(error: Exception, words: list[str]) -> None:
    assert isinstance(error, errors.StreamlitAPIException)
    assert all(word in str(error) for word in words)


def test_without_jupyter_nothing_is_captured_and_nothing_bound() -> None:
    output = NoOutput()
    assert output.take() == output.take_text() == ()
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


def test_a_value_shared_by_two_ids_goes_with_its_key() -> None:
    state = SessionState()
    state.begin_run()
    state.register("$$ID-1", "k", messages_drawn())
    state.set_default("$$ID-1", 3)
    state.register("$$ID-2", "k", messages_drawn(), shared="$$ID-1")
    state.delete("k")
    assert state.widget_value("$$ID-1", None) is state.widget_value("$$ID-2", None) is MISSING


def messages_drawn() -> Any:
    from jupyter_session_state._core.slots import DrawnForm

    return DrawnForm("S", 1, "st.slider")
