"""A value is told in few words, whatever it is, and no code of it is run."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import json
import pathlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.contents import MOST, at
from jupyter_session_state._core.contents import some as some_of
from jupyter_session_state._core.previews import JSON_LIMIT, LONGEST, as_json, look, preview


class Hostile:
    """Fails whatever it is asked for."""

    def __init__(self) -> None:
        object.__setattr__(self, "inner", 1)

    def _fail(self, *_: Any) -> NoReturn:
        raise RuntimeError("asked")

    __repr__ = __str__ = __len__ = __iter__ = __eq__ = __hash__ = __bool__ = __getattribute__ = _fail
    __setattr__ = __format__ = __dir__ = __reduce__ = __getattr__ = _fail


class HostileList(list[Any]):
    def __repr__(self) -> NoReturn:
        raise RuntimeError("asked")

    def __iter__(self) -> Iterator[Any]:
        raise RuntimeError("asked")

    __len__ = __getitem__ = __repr__  # type: ignore[assignment]


@dataclass
class Item:
    name: str
    price: float


class Slotted:
    __slots__ = ("missing", "there")

    def __init__(self) -> None:
        self.there = 5


class One:
    __slots__ = "only"  # noqa: PLC0205 - a text is allowed

    def __init__(self) -> None:
        self.only = 1


class Colour(enum.Enum):
    RED = 1


class Point(NamedTuple):
    x: int
    y: int


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1"),
        ("it's", '"it\'s"'),
        (b"ab", "b'ab'"),
        ([], "[]"),
        ([1, [2, [3, [4]]]], "[1, [2, [3, […]]]]"),
        ({"a": 1, 2: ()}, "{'a': 1, 2: ()}"),
        ((1,), "(1,)"),
        (set(), "set()"),
        ({1}, "{1}"),
        (frozenset({1}), "frozenset({1})"),
        (OrderedDict(a=1), "OrderedDict{'a': 1}"),
        (Point(1, 2), "Point(1, 2)"),
        (Item("tea", 2.5), "Item(name='tea', price=2.5)"),
        (Slotted(), "Slotted(there=5)"),
        (One(), "One(only=1)"),
        (Colour.RED, "Colour.RED"),
        (Item, "class Item"),
        (len, "len()"),
        (dt.date(2026, 1, 2), "datetime.date(2026, 1, 2)"),
        (decimal.Decimal("1.50"), "Decimal('1.50')"),
        (pathlib.PurePosixPath("a"), "PurePosixPath('a')"),
        (pd.Timestamp("2026-01-02"), "Timestamp('2026-01-02 00:00:00')"),
        (pd.NaT, "NaT"),
        (np.zeros((3, 4)), "ndarray 3 by 4 of float64"),
        (pd.DataFrame({"a": [1], "b": [2]}), "DataFrame 1 by 2: a, b"),
        (
            pd.DataFrame({str(n): [1] for n in range(99)}),
            "DataFrame 1 by 99: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …",
        ),
        (pd.Series([1, 2]), "Series 2 of int64"),
        (Hostile(), "Hostile()"),
        (HostileList([1]), "HostileList[1]"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_told_in_few_words(value: object, text: str) -> None:
    assert preview(value) == text.replace("Hostile()", "Hostile(inner=1)")


def test_a_number_of_numpy_says_which_kind_it_is() -> None:
    assert "2.5" in preview(np.float64(2.5))


def test_something_callable_without_a_name_is_told_by_its_class() -> None:
    class Called:
        def __call__(self) -> None:
            """Do nothing."""

    assert preview(Called()) == "Called"


def test_what_passes_for_attributes_and_is_none_is_left_out() -> None:
    odd = type("Odd", (), {"__slots__": (), "__dict__": 5})()
    assert preview(odd) == "Odd()"


def test_an_array_of_unknown_shape_is_told_as_an_object() -> None:
    odd = type("Odd", (), {"__module__": "numpy", "shape": "round"})()
    assert preview(odd) == "Odd()"


def test_a_long_value_is_cut_and_says_so() -> None:
    assert len(preview("x" * 10**7)) == LONGEST
    assert preview("x" * 10**7).endswith("…")
    assert preview(list(range(100))) == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]"
    assert len(preview(["y" * 400] * 12)) <= LONGEST


def test_sizes_are_entries_characters_or_rows() -> None:
    values: list[Any] = ["abc", b"ab", [1, 2], {"a": 1}, {1, 2, 3}, np.zeros((7, 2)), 5, HostileList([1])]
    assert [look(value).size for value in values] == [3, 2, 2, 1, 3, 7, 1, 1]


def test_what_has_something_inside_can_be_opened() -> None:
    assert [look(v).is_open for v in ([1], {"a": 1}, Item("a", 1), Slotted())] == [True] * 4
    whole: list[Any] = [[], 1, "text", len, Item, np.zeros(3), Colour.RED]
    assert not any(look(value).is_open for value in whole)


def test_a_container_is_opened_a_page_at_a_time() -> None:
    found, many = some_of(list(range(1000)), 10, 3)
    assert (found, many) == ([("", 10, 10), ("", 11, 11), ("", 12, 12)], 1000)
    assert len(some_of(list(range(1000)), 0, 10**9)[0]) == MOST
    assert some_of([1], -5, -5) == ([], 1)
    assert some_of({"a": 1, 2: 3}, 0, 10) == ([("a", "a", 1), ("", 1, 3)], 2)
    assert some_of(Item("tea", 1), 0, 10)[0] == [("name", "name", "tea"), ("price", "price", 1)]


def test_a_path_leads_into_a_value() -> None:
    value = {"list": [Item("tea", 1), {1, 2}], 5: "five"}
    assert at(value, ["list", 0, "name"]) == "tea"
    assert at(value, [1]) == "five"
    assert at(value, []) is value


@pytest.mark.parametrize("path", [["none"], [7], ["list", "0"], ["list", 0, "name", 0]])
def test_a_path_that_leads_nowhere_is_an_error(path: list[str | int]) -> None:
    with pytest.raises(LookupError, match="there is nothing at"):
        at({"list": [Item("tea", 1)]}, path)


def test_a_value_that_holds_itself_is_told() -> None:
    loop: list[Any] = []
    loop.append(loop)
    assert preview(loop) == "[[[[…]]]]"
    assert as_json(loop) is None


@given(
    some.recursive(
        some.none()
        | some.booleans()
        | some.integers(-(2**53), 2**53)
        | some.text()
        | some.floats(allow_nan=False),
        lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
        max_leaves=30,
    )
)
def test_what_json_can_say_comes_back_the_same(value: Any) -> None:
    text = as_json(value)
    if text is not None:
        assert json.loads(text) == value
    assert len(preview(value)) <= LONGEST


@pytest.mark.parametrize(
    "value",
    [(1,), {1: 2}, float("nan"), 2**60, object(), "x" * (JSON_LIMIT + 1), [0] * (JSON_LIMIT + 1), "\ud800"],
    ids=[
        "tuple",
        "number as key",
        "nan",
        "large number",
        "object",
        "long text",
        "long list",
        "half a letter",
    ],
)
def test_what_json_cannot_say_or_is_large_is_not_edited(value: object) -> None:
    assert as_json(value) is None


def test_a_text_of_many_small_parts_that_is_too_long_is_not_edited() -> None:
    assert as_json(["abc"] * 1000) is None
