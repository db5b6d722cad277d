from __future__ import annotations

import enum
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements.options import option_list


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Word(str, enum.Enum):
    YES = "yes"


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        (["a", "b"], ["a", "b"]),
        (("a",), ["a"]),
        ({"k": 1, "l": 2}, ["k", "l"]),
        (range(2), [0, 1]),
        ((c for c in "xy"), ["x", "y"]),
        (Color, [Color.RED, Color.BLUE]),
        (Word, ["yes"]),
        (None, []),
        ("abc", ["abc"]),
        (5, [5]),
        ({7}, [7]),
        ({"k": 1}.items(), [("k", 1)]),
    ],
)
def test_options_may_be_many_things(options: Any, listed: Any) -> None:
    assert option_list(options) == listed


def test_options_may_be_frames_and_arrays() -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    frame = pd.DataFrame({"p": [7, 8], "q": [1, 2]})
    for data in (frame, frame["p"], frame["p"].unique(), pd.Index([7, 8]), frame.to_numpy()):
        assert option_list(data) == [7, 8]
        assert all(type(item) is int for item in option_list(data))
    assert option_list(pd.DataFrame()) == []
    assert option_list(np.empty((0, 2))) == []


def test_the_option_itself_is_returned(app: Any) -> None:
    shown = app(lambda: st.selectbox("s", [3, 4, 5], format_func=lambda n: f"no. {n}", key="s"))
    assert shown.value == 3
    assert shown.only.props["options"] == ["no. 3", "no. 4", "no. 5"]
    assert shown.only.value == "no. 3"
    assert shown.run(s="no. 5").value == 5


def test_of_two_options_with_one_label_the_last_is_chosen(app: Any) -> None:
    shown = app(lambda: st.selectbox("s", [1, "1"], index=None, key="s"))
    assert shown.run(s="1").value == "1"


@pytest.mark.parametrize(("options", "index"), [([], 0), ([], 5), (["a"], None)])
def test_nothing_may_be_chosen(app: Any, options: Any, index: Any) -> None:
    shown = app(lambda: st.selectbox("s", options, index))
    assert shown.value is None
    assert shown.only.value is None


def test_a_choice_may_be_cleared(app: Any) -> None:
    shown = app(lambda: st.selectbox("s", ["a", "b"], None, key="s"))
    assert shown.run(s="b").value == "b"
    assert shown.run(s=None).value is None


@pytest.mark.parametrize("wire", ["c", 0, ["a"], True])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.selectbox("s", ["a", "b"], 1, key="s")).run(s=wire)
    assert shown.value == "b"
    assert len(shown.record.refused) == 1


def test_something_new_may_be_typed_if_allowed(app: Any) -> None:
    shown = app(lambda: st.selectbox("s", [1, 2], key="s", accept_new_options=True))
    assert shown.only.view == "Combobox"
    assert shown.run(s="2").value == 2
    assert shown.run(s="new").value == "new"
    assert shown.run().value == "new"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"index": 5}, errors.StreamlitValueOutOfRangeError),
        ({"index": -1}, errors.StreamlitValueOutOfRangeError),
        ({"index": "a"}, errors.StreamlitInvalidParameterTypeError),
        ({"filter_mode": "zz"}, errors.StreamlitValueError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.selectbox("s", [1, 2], **arguments)).error) is error


def test_options_that_cannot_be_compared_raise(app: Any) -> None:
    np = pytest.importorskip("numpy")
    shown = app(lambda: st.selectbox("s", [np.arange(3)]))
    assert "ndarray" in str(shown.error)


def test_a_value_that_is_no_option_becomes_the_default_in_state_too(app: Any) -> None:
    shown = app(lambda: st.selectbox("s", ["a", "b"], 1, key="s"), s="q")
    assert shown.value == "b"
    assert shown.state.get("s") == "b"


def test_none_in_session_state_chooses_nothing(app: Any) -> None:
    assert app(lambda: st.selectbox("s", ["a", "b"], key="s"), s=None).value is None


def test_a_value_stays_while_its_label_is_offered(app: Any) -> None:
    calls: list[str] = []
    options = [["Delft", "Springfield"]]
    shown = app(lambda: st.selectbox("s", options[0], key="s", on_change=lambda: calls.append("changed")))
    shown.run(s="Springfield")
    options[0] = ["Boston", "Springfield"]
    assert shown.run().value == "Springfield"
    options[0] = ["Boston"]
    assert shown.run().value == "Boston"
    assert calls == ["changed"]


def test_a_new_format_keeps_the_value_under_its_new_label(app: Any) -> None:
    form = [str.lower]
    shown = app(lambda: st.selectbox("s", ["a", "b"], format_func=form[0], key="s")).run(s="b")
    form[0] = str.upper
    assert shown.run().value == "b"
    assert shown.only.value == "B"


def test_a_value_that_the_format_cannot_take_becomes_the_default(app: Any) -> None:
    shown = app(lambda: st.selectbox("s", ["a"], format_func={"a": "A"}.__getitem__, key="s"), s="q")
    assert shown.value == "a"


def test_a_member_of_a_class_that_is_defined_anew_is_one_of_the_new_class(app: Any) -> None:
    classes: list[Any] = []

    def draw() -> Any:
        class Size(enum.Enum):
            S = 1
            M = 2

        classes.append(Size)
        return st.selectbox("s", Size, key="s")

    shown = app(draw).run(s="Size.M")
    assert shown.run().value is classes[-1].M
    assert shown.state.get("s") is classes[-1].M


def test_without_a_key_other_labels_make_another_box(app: Any) -> None:
    options = [["a", "b"]]
    shown = app(lambda: st.selectbox("s", options[0]))
    first = shown.only.id
    assert shown.run().only.id == first
    options[0] = ["a", "b", "c"]
    assert shown.run().only.id != first
