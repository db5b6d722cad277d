"""What is kept of values: copies of data, the very object of what has an identity, and a word on the rest."""

from __future__ import annotations

import enum
import re
import threading
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest

from jupyter_session_state._core.delta import Delta, Step
from jupyter_session_state._core.kept import (
    SECRET,
    Kept,
    Memory,
    NotKeptError,
    Unkept,
    _Reader,
    _shared,
    fresh,
    keep,
    looked_at,
)
from jupyter_session_state._core.record import Change, Record, changes
from jupyter_session_state._core.slots import MISSING


@dataclass
class Thing:
    """An object with data."""

    n: int = 0
    parts: list[int] = field(default_factory=list)


class Fragile:
    """Can be copied, but not made anew."""

    def __setstate__(self, state: object) -> None:
        raise RuntimeError

    def __getstate__(self) -> object:
        return {"a": 1}


class Refusing:
    """Refuses to be copied."""

    def __reduce_ex__(self, protocol: object) -> Any:
        raise ValueError("no")


class Colour(enum.Enum):
    """Red."""

    RED = 1


def deep(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize("value", [7, "x", None, Colour.RED, Thing, deep, re, ValueError])
def test_what_nobody_can_change_is_kept_itself(value: Any) -> None:
    assert keep(value) is value
    assert fresh(value) is value


@pytest.mark.parametrize(
    ("value", "why", "is_data"),
    [
        (threading.Lock(), "can be closed", False),
        ((part for part in ""), "can be closed", False),
        (list(range(400_000)), "too large", True),
        (["x" * 2_000_000], "too large", True),
        (np.zeros(1_000_000), "too large", True),
        (deep(100_000), "too many levels", True),
        (Refusing(), "ValueError", True),
    ],
)
def test_what_is_not_kept_says_why(value: Any, why: str, is_data: bool) -> None:
    kept = keep(value)
    assert isinstance(kept, Unkept)
    assert why in kept.why
    assert kept.is_data is is_data
    assert looked_at(kept) is MISSING


def test_an_object_is_made_anew_of_the_class_it_had() -> None:
    thing = Thing(1, [2])
    kept = keep(thing)
    thing.parts.append(3)
    made = fresh(kept)
    assert made == Thing(1, [2])
    assert type(made) is Thing
    assert fresh(kept) is not made


def test_what_cannot_be_made_anew_says_so() -> None:
    with pytest.raises(NotKeptError, match="cannot be made anew"):
        fresh(keep(Fragile()))
    with pytest.raises(NotKeptError, match="cannot be made anew"):
        _Reader(b"", [], []).find_class("os", "system")
    with pytest.raises(LookupError):
        _shared(0)


def test_what_has_an_identity_stays_itself_within_a_copy() -> None:
    value = [deep, Thing, re, Colour.RED, len, partial(deep, 3), re.compile("a")]
    made = fresh(keep(value))
    assert [a is b for a, b in zip(made, value, strict=True)][:5] == [True] * 5
    assert made[5]() == deep(3)
    assert made[6] == re.compile("a")


def test_arrays_and_tables_are_copied_and_changes_in_place_noticed() -> None:
    array, frame = np.arange(5), pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    kept = [keep(array), keep(frame)]
    repr(frame)
    assert all(old.holds_the_same(Kept(new)) for old, new in zip(kept, (array, frame), strict=True))
    array[0], frame.loc[0, "a"] = 9, 9
    assert not any(old.holds_the_same(Kept(new)) for old, new in zip(kept, (array, frame), strict=True))
    again = fresh(kept[0])
    again[1] = 7
    assert fresh(kept[0]).tolist() == [0, 1, 2, 3, 4]
    assert fresh(kept[1]).a.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (lambda: ["abab", str(b"abab", "ascii")], lambda: ["abab"] * 2, True),
        (lambda: {"a": ["abab", str(b"abab", "ascii")]}, lambda: {"a": ["abab"] * 2}, True),
        (lambda: {0, 8}, lambda: {8, 0}, True),
        (lambda: [1], lambda: [True], False),
        (lambda: {"a": 1, "b": 2}, lambda: {"b": 2, "a": 1}, False),
        (lambda: [1], lambda: (1,), False),
        (lambda: [deep], lambda: [Thing], False),
        (lambda: [deep], lambda: [deep, Thing], False),
        (lambda: [[1], Thing], lambda: [[2], Thing], False),
        (lambda: [np.arange(3)], lambda: [np.arange(1, 4)], False),
    ],
)
def test_values_are_told_apart_by_type_value_and_order(a: Any, b: Any, same: bool) -> None:
    assert Kept(a()).holds_the_same(Kept(b())) is same


def test_what_did_not_change_is_the_same_copy_again() -> None:
    memory, values = Memory(), {"a": [1], "lock": threading.Lock(), "n": 1, "f": deep}
    first, second = memory.look(values), memory.look(values)
    assert all(first[key] is second[key] for key in values)
    values["a"].append(2)  # type: ignore[attr-defined]
    values["lock"] = threading.Lock()
    third = memory.look(values)
    assert {key for key in values if third[key] is not first[key]} == {"a", "lock"}
    assert memory.unkept() == {"lock": third["lock"]}


def told(before: Any, after: Any) -> tuple[str | None, str | None]:
    delta = Delta({"k": Step(*(v if v is MISSING else keep(v) for v in (before, after)))})
    change = changes(delta)[0]
    return change.before, change.after


def test_a_change_beyond_what_is_shown_is_told() -> None:
    many = list(range(20))
    assert (
        told(many, [*many[:12], 99, *many[13:]])[1]
        == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …] with 99 at 12"
    )
    letters = dict.fromkeys("abcdefghijklm", 0)
    before, after = told(letters, {**letters, "m": 5})
    assert str(before).endswith("with 0 at 'm'")
    assert str(after).endswith("with 5 at 'm'")
    assert str(told(set(many), {*many, 99})[1]).endswith("with 'in it' at 99")
    assert str(told(many, [*many, 1])[0]).endswith("with nothing at 20")
    assert told(np.arange(9000), np.arange(9000) + 0)[0] == told(np.arange(9000), np.arange(9000))[0]


class Silent:
    """Its repr says nothing."""

    def __init__(self, n: int) -> None:
        self.n = n

    def __repr__(self) -> str:
        return "Silent()"


def test_changes_are_told_of_all_kinds_of_values() -> None:
    assert told(Silent(1), Silent(2)) == ("Silent(n=1)", "Silent(n=2)")
    assert told(MISSING, Fragile()) == (None, "(a Fragile)")
    assert told([1], "x") == ("[1]", "'x'")
    assert told(1, threading.Lock())[1] == "(a value that is more than data: it can be closed)"
    secret = Delta({"k": Step(MISSING, SECRET)}, unfollowed={"big": Unkept("is too large to be kept")})
    assert changes(secret) == [Change("k", None, "•••", restorable=False)]
    assert Record(1, "", delta=secret).why_not == "'big' is too large to be kept; 'k' is secret"
