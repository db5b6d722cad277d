"""Where options come from, and how they are called."""

from __future__ import annotations

import array
import collections
import datetime as dt
import enum
import sys
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state.elements.options import Options, option_list


class FakeSeries:
    def __init__(self, items: list[Any]) -> None:
        self.items = items

    def to_list(self) -> list[Any]:
        return self.items


class FakePolars:
    """A frame as Polars has it."""

    columns = ("p", "q")

    def to_series(self, index: int) -> FakeSeries:
        return FakeSeries([[7, 8], [1, 2]][index])


class FakeArrow:
    """A table as Arrow has it."""

    columns = ("p",)

    def column(self, index: int) -> FakeSeries:
        return FakeSeries([7, 8])


class FakeDask:
    """A frame that can only become one of Pandas."""

    columns = ("p",)

    def to_pandas(self) -> FakePolars:
        return FakePolars()


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        (b"ab", [b"ab"]),
        (collections.deque([1, 2]), [1, 2]),
        (collections.Counter("aab"), ["a", "b"]),
        (array.array("i", [1, 2]), [1, 2]),
        (enumerate("a"), [(0, "a")]),
        (map(str, [1]), ["1"]),
        ([[1], [2]], [[1], [2]]),
        (FakePolars(), [7, 8]),
        (FakeArrow(), [7, 8]),
        (FakeDask(), [7, 8]),
        (dt.date(2024, 1, 2), [dt.date(2024, 1, 2)]),
    ],
)
def test_options_may_be_almost_anything(options: Any, listed: Any) -> None:
    assert option_list(options) == listed


def test_moments_of_an_array_are_moments() -> None:
    np = pytest.importorskip("numpy")
    pd = pytest.importorskip("pandas")
    moments = np.array(["2024-01-02T03:04"], dtype="datetime64[ns]")
    assert option_list(moments) == [pd.Timestamp("2024-01-02 03:04")]
    assert option_list(pd.Series(moments).unique()) == [pd.Timestamp("2024-01-02 03:04")]
    assert option_list(moments.reshape(1, 1)) == [pd.Timestamp("2024-01-02 03:04")]


def test_moments_of_an_array_without_pandas_are_those_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    np = pytest.importorskip("numpy")
    monkeypatch.delitem(sys.modules, "pandas", raising=False)
    moments = np.array(["2024-01-02T03:04"], dtype="datetime64[ns]")
    assert option_list(moments) == [dt.datetime(2024, 1, 2, 3, 4)]  # noqa: DTZ001 - it has no zone


KINDS: list[tuple[str, Any]] = [
    ("radio", st.radio),
    ("selectbox", st.selectbox),
    ("multiselect", st.multiselect),
    ("select_slider", st.select_slider),
    ("pills", st.pills),
    ("segmented_control", st.segmented_control),
]


@pytest.mark.parametrize(("kind", "function"), KINDS)
def test_a_format_that_raises_says_for_which_option_of_which_input(
    app: Any, kind: str, function: Any
) -> None:
    def half(option: int) -> str:
        return str(1 / option)

    shown = app(lambda: function("Speed", [2, 0], format_func=half))
    assert type(shown.error) is ZeroDivisionError
    message = shown.only.props["message"]
    assert "division by zero" in message
    assert f"st.{kind} 'Speed'" in message
    assert "option 0" in message
    assert any("1 / option" in line for line in shown.only.props["traceback"])


@pytest.mark.parametrize(("kind", "function"), KINDS)
def test_options_that_cannot_be_hashed_can_be_chosen(app: Any, kind: str, function: Any) -> None:
    shown = app(lambda: function("s", [{"n": 1}, {"n": 2}], format_func=lambda o: f"no. {o['n']}", key="s"))
    several = kind in ("multiselect", "select_slider", "pills", "segmented_control")
    shown.run(s=["no. 2"] if several else "no. 2")
    assert shown.value == ([{"n": 2}] if kind == "multiselect" else {"n": 2})


class Plain:
    """An object without ==, which a copy of it therefore does not equal."""

    def __init__(self, name: str) -> None:
        self.name = name


@pytest.mark.parametrize(("kind", "function"), KINDS)
def test_an_object_is_returned_as_a_copy_and_stays_chosen(app: Any, kind: str, function: Any) -> None:
    options = [Plain("a"), Plain("b")]
    names = {option: option.name for option in options}
    shown = app(lambda: function("s", options, format_func=names.__getitem__, key="s"))
    several = kind in ("multiselect", "select_slider", "pills", "segmented_control")
    shown.run(s=["b"] if several else "b").run().run()
    assert shown.error is None
    chosen = shown.value[0] if kind == "multiselect" else shown.value
    assert chosen.name == "b"
    assert chosen not in options
    assert shown.only.value == (["b"] if several else "b")


def test_a_default_that_is_an_object_shows_its_label_though_the_format_knows_the_original_only(
    app: Any,
) -> None:
    options = [Plain("a"), Plain("b")]
    names = {option: option.name for option in options}
    shown = app(lambda: st.radio("s", options, 1, format_func=names.__getitem__, key="s"))
    assert shown.only.value == "b"
    assert shown.run().value.name == "b"


class Awkward:
    def __init__(self) -> None:
        self.me = self

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("ask somebody else")

    __hash__ = object.__hash__


def test_an_object_whose_parts_cannot_be_compared_is_no_copy_of_an_option() -> None:
    one, other = Awkward(), Awkward()
    options = Options("radio", [one], ["one"], {"one": 0}, {one: "one"}.__getitem__)
    assert not options.has(other)


def test_members_of_a_class_with_other_names_are_not_taken_for_those_of_the_new_one() -> None:
    old = enum.Enum("Size", "S M")
    new = enum.Enum("Size", "S L")
    options = Options.of("radio", "Size", new, str)
    assert options.current(old["S"]) is old["S"]
    assert options.all_current((old["S"],)) == (old["S"],)


def test_members_of_a_class_defined_anew_are_those_of_the_new_one_in_lists_too() -> None:
    old = enum.Enum("Size", "S M")
    new = enum.Enum("Size", "M S")
    options = Options.of("radio", "Size", new, str)
    assert options.all_current([old["S"]]) == [new["S"]]
    assert options.all_current([old["S"], "x"]) == [old["S"], "x"]
