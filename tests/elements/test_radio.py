from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


def test_the_first_option_is_chosen_at_first(app: Any) -> None:
    shown = app(lambda: st.radio("r", ["a", "b"], key="r"))
    assert shown.value == "a"
    assert shown.run(r="b").value == "b"


def test_nothing_is_chosen_with_index_none_or_without_options(app: Any) -> None:
    assert app(lambda: st.radio("r", ["a"], None)).value is None
    assert app(lambda: st.radio("r", [], 3)).value is None


def test_of_two_options_with_one_label_the_last_is_chosen(app: Any) -> None:
    shown = app(
        lambda: st.radio("r", [1, 2, 3], 2, format_func=lambda n: "same" if n < 3 else "other", key="r")
    )
    assert shown.run(r="same").value == 2


@pytest.mark.parametrize("bad", ["z", ["a"], 7])
def test_a_value_that_is_no_option_becomes_the_default_in_state_too(app: Any, bad: Any) -> None:
    shown = app(lambda: st.radio("r", ["a", "b"], 1, key="r"), r=bad)
    assert shown.value == shown.state.get("r") == "b"


def test_none_in_session_state_stays_though_the_browser_says_that_nothing_is_chosen(app: Any) -> None:
    shown = app(lambda: st.radio("r", ["a", "b"], key="r"), r=None)
    assert shown.value is None
    assert shown.run(r=None).value is None
    assert shown.run(r="b").run(r=None).value == "a"


def test_a_value_whose_label_fits_stays_as_it_is(app: Any) -> None:
    assert app(lambda: st.radio("r", ["1", "2"], key="r"), r=2).value == 2


def test_captions_may_be_missing(app: Any) -> None:
    shown = app(lambda: st.radio("r", ["a", "b"], captions=["one", None]))  # type: ignore[list-item]
    assert shown.only.props["captions"] == ["one", ""]


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"index": 2}, errors.StreamlitValueOutOfRangeError, "0 to 1"),
        ({"index": -1}, errors.StreamlitValueOutOfRangeError, "-1"),
        ({"index": "0"}, errors.StreamlitInvalidParameterTypeError, "'0'"),
        ({"index": True}, errors.StreamlitInvalidParameterTypeError, "True"),
        ({"captions": [1]}, errors.StreamlitInvalidParameterTypeError, "captions"),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception], says: str) -> None:
    raised = app(lambda: st.radio("r", ["a", "b"], **arguments)).error
    assert type(raised) is error
    assert says in str(raised)


def test_looks_count_for_the_identity_only_without_a_key(app: Any) -> None:
    looks: list[dict[str, Any]] = [{}]
    keyless = app(lambda: st.radio("r", ["a", "b"], **looks[0]))
    keyed = app(lambda: st.radio("r", ["a", "b"], key="r", **looks[0]))
    before = [keyless.only.id, keyed.only.id]
    for look in ({"horizontal": True}, {"captions": ["x", "y"]}, {"help": "h"}):
        looks[0] = look
        assert keyless.run().only.id != before[0]
        assert keyed.run().only.id == before[1]
