"""Fingerprints: equal exactly for values of equal type and content."""

from __future__ import annotations

import collections
import collections.abc
import dataclasses
import datetime as dt
import decimal
import enum
import functools
import io
import math
import re
import subprocess
import sys
import types
import uuid
from pathlib import PurePosixPath
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_session_state._core.hashing import HashFuncError, UnhashableError, fingerprint

SMALL: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, False, 0, 1, 0.0, -0.0, 1.0, "", "1", b"", b"1", 1j, math.nan, decimal.Decimal("1.0")]
)
ATOMS = st.one_of(
    SMALL,
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.binary(max_size=5),
    st.complex_numbers(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.uuids(),
    st.decimals(allow_nan=False),
)
HASHABLE = st.recursive(SMALL, lambda inner: st.tuples(inner) | st.tuples(inner, inner), max_leaves=4)
VALUES = st.recursive(
    ATOMS | st.frozensets(HASHABLE, max_size=3) | st.sets(HASHABLE, max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(HASHABLE, inner, max_size=3)
    ),
    max_leaves=8,
)
CLOSE = st.recursive(
    SMALL,
    lambda inner: st.lists(inner, max_size=2) | st.lists(inner, max_size=2).map(tuple)
    | st.dictionaries(st.sampled_from("ab"), inner, max_size=2) | st.sets(HASHABLE, max_size=2),
    max_leaves=4,
)  # fmt: skip


def alike(a: Any, b: Any) -> bool:
    """Whether two values have the same types and content, in the same order where there is one."""
    if type(a) is not type(b) or (isinstance(a, collections.abc.Sized) and len(a) != len(b)):
        return False
    match a:
        case dict():
            return all(map(alike, a.items(), b.items()))
        case list() | tuple():
            return all(map(alike, a, b))
        case set() | frozenset():
            return all(any(alike(x, y) for y in b) for x in a)
        case float() | complex() | decimal.Decimal():
            return repr(a) == repr(b)  # tells -0.0 from 0.0, and not a NaN from a NaN
        case _:
            return bool(a == b)


def rebuilt(value: Any) -> Any:
    """Return another object with the same content."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return type(value)([rebuilt(v) for v in value][:: -1 if isinstance(value, (set, frozenset)) else 1])
    if isinstance(value, dict):
        return {rebuilt(k): rebuilt(v) for k, v in value.items()}
    return value


@given(VALUES)
def test_equal_content_has_an_equal_fingerprint(value: Any) -> None:
    assert fingerprint(value) == fingerprint(rebuilt(value))


@given(VALUES, VALUES)
def test_other_content_has_another_fingerprint(a: Any, b: Any) -> None:
    assert (fingerprint(a) == fingerprint(b)) == alike(a, b)


@given(CLOSE, CLOSE)
def test_values_that_look_much_the_same_are_told_apart(a: Any, b: Any) -> None:
    assert (fingerprint(a) == fingerprint(b)) == alike(a, b)


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Level(enum.IntEnum):
    ONE = 1


class Flags(enum.Flag):
    A = 1
    B = 2


@dataclasses.dataclass
class Point:
    x: Any
    y: Any = 0


Pair = collections.namedtuple("Pair", "a b")  # noqa: PYI024 - as authors write it


class Model:
    """Looks like a pydantic model."""

    def __init__(self, text: str) -> None:
        self.text = text

    def model_dump_json(self) -> str:
        return self.text


class Text(str):
    __slots__ = ()


def file_at(position: int) -> io.StringIO:
    file = io.StringIO("abc")
    file.seek(position)
    return file


def with_itself(*items: Any) -> list[Any]:
    holder: list[Any] = [*items]
    holder.append(holder)
    return holder


EQUAL: list[tuple[Any, Any]] = [
    (Colour.RED, Colour.RED),
    (Flags.A | Flags.B, Flags.B | Flags.A),
    (Point(1, [2]), Point(1, [2])),
    (Pair(1, 2), Pair(1, 2)),
    (range(3), range(0, 3, 1)),
    (slice(1, 2), slice(1, 2)),
    (..., ...),
    (PurePosixPath("/a"), PurePosixPath("/a")),
    (re.compile("a", re.IGNORECASE), re.compile("a", re.IGNORECASE)),
    (collections.deque([1]), collections.deque([1])),
    (collections.Counter("aab"), collections.Counter("aab")),
    (collections.OrderedDict(a=1), collections.OrderedDict(a=1)),
    (types.SimpleNamespace(a=1), types.SimpleNamespace(a=1)),
    (types.MappingProxyType({"a": 1}), types.MappingProxyType({"a": 1})),
    ({"a": 1}.items(), {"a": 1}.items()),
    (ValueError("a"), ValueError("a")),
    (functools.partial(print, 1), functools.partial(print, 1)),
    (len, len),
    ("a".upper, "a".upper),
    (Point, Point),
    (math, math),
    (iter([1, 2]), iter([1, 2])),
    (file_at(1), file_at(1)),
    (Model("a"), Model("a")),
    (bytearray(b"a"), bytearray(b"a")),
    (with_itself(1), with_itself(1)),
    (dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc), dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc)),
    (uuid.UUID(int=1), uuid.UUID(int=1)),
]
DIFFERENT: list[tuple[Any, Any]] = [
    (Colour.RED, Colour.BLUE),
    (Level.ONE, 1),
    (Point(1), Point(2)),
    (Point(1, "x"), Point("x", 1)),
    (Pair(1, 2), (1, 2)),
    (Text("a"), "a"),
    (bytearray(b"a"), b"a"),
    (range(3), range(4)),
    (re.compile("a"), re.compile("a", re.IGNORECASE)),
    (collections.deque([1]), collections.deque([2])),
    (collections.OrderedDict(a=1), {"a": 1}),
    (types.SimpleNamespace(a=1), types.SimpleNamespace(a=2)),
    (ValueError("a"), ValueError("b")),
    (ValueError("a"), TypeError("a")),
    (functools.partial(print, 1), functools.partial(print, 2)),
    ("a".upper, "b".upper),
    (Point, Pair),
    (math, re),
    (file_at(1), file_at(2)),
    (Model("a"), Model("b")),
    (with_itself(1), with_itself(2)),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (dt.date(2024, 1, 1), dt.datetime(2024, 1, 1)),  # noqa: DTZ001 - that is the point
    (["a", "bc"], ["ab", "c"]),
    ([[1], [2]], [[1, 2]]),
    ([], [[]]),
]


@pytest.mark.parametrize(("a", "b"), EQUAL, ids=lambda value: type(value).__name__)
def test_these_have_the_same_content(a: Any, b: Any) -> None:
    assert fingerprint(a) == fingerprint(b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT, ids=lambda value: type(value).__name__)
def test_these_have_not(a: Any, b: Any) -> None:
    assert fingerprint(a) != fingerprint(b)


def deep(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        lambda: 0,
        object(),
        (i for i in "a"),
        {}.keys(),
        memoryview(b"a"),
        deep,
        Point(1).__repr__,
        deep(100_000),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_only_an_address_tells_apart_has_none(value: Any) -> None:
    with pytest.raises(UnhashableError):
        fingerprint(value)
    with pytest.raises(UnhashableError):
        fingerprint({"inside": [value]})


def test_the_part_without_content_is_named() -> None:
    with pytest.raises(UnhashableError) as caught:
        fingerprint([1, {"a": print, "b": test_the_part_without_content_is_named}])
    assert caught.value.part is test_the_part_without_content_is_named


def test_an_iterator_is_not_used_up() -> None:
    numbers = iter([1, 2])
    fingerprint(numbers)
    assert list(numbers) == [1, 2]


class Opaque:
    def __init__(self, name: str) -> None:
        self.name = name


@pytest.mark.parametrize("key", [Opaque, f"{__name__}.Opaque"])
def test_the_author_says_what_to_go_by(key: Any) -> None:
    by = {key: lambda value: value.name}
    assert fingerprint([Opaque("a")], by) == fingerprint([Opaque("a")], by)
    assert fingerprint([Opaque("a")], by) != fingerprint([Opaque("b")], by)
    assert fingerprint(Opaque("a"), by) != fingerprint("a", by)


def test_what_the_author_says_may_be_of_the_same_type() -> None:
    by = {int: lambda value: value % 2}
    assert fingerprint([1, 2], by) == fingerprint([3, 4], by)


def test_a_failure_of_the_authors_function_is_told_apart() -> None:
    with pytest.raises(HashFuncError) as caught:
        fingerprint([1], {int: lambda value: value / 0})
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_mock_is_told_by_its_identity() -> None:
    mock = Mock()
    assert fingerprint(mock) == fingerprint(mock)
    assert fingerprint(mock) != fingerprint(Mock())


def test_another_process_gives_the_same_fingerprint() -> None:
    code = "from jupyter_session_state._core.hashing import fingerprint as f; print(f([{'a', 'b', 'c'}, 1, 2.5, 'x']))"
    done = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert done == [fingerprint([{"c", "b", "a"}, 1, 2.5, "x"])] * 2


# -- frames and arrays -------------------------------------------------------------------------------------


def test_arrays_go_by_type_shape_and_items() -> None:
    np = pytest.importorskip("numpy")
    one = np.arange(6)
    assert fingerprint(one) == fingerprint(np.arange(6))
    assert fingerprint(one[::2]) == fingerprint(np.array([0, 2, 4]))
    others = [
        one.reshape(2, 3),
        one.astype(float),
        one + 1,
        one.tolist(),
        np.array(list(range(6)), dtype=object),
    ]
    assert len({fingerprint(value) for value in [one, *others]}) == len(others) + 1
    assert fingerprint(np.array([1, "a"], dtype=object)) == fingerprint(np.array([1, "a"], dtype=object))
    assert fingerprint(np.array([1, "a"], dtype=object)) != fingerprint(np.array([1, "b"], dtype=object))
    assert fingerprint(np.int64(1)) not in (
        fingerprint(1),
        fingerprint(np.int32(1)),
        fingerprint(np.int64(2)),
    )


def test_frames_go_by_names_index_types_and_cells() -> None:
    pd = pytest.importorskip("pandas")

    def frame(**columns: Any) -> Any:
        return pd.DataFrame(columns or {"a": [1, 2], "b": ["x", None]})

    frames = [
        frame(),
        frame(a=[1, 3], b=["x", None]),
        frame(a=[1, 2], c=["x", None]),
        frame(b=["x", None], a=[1, 2]),
        frame(a=[1.0, 2.0], b=["x", None]),
        frame().set_index("b"),
        frame().astype({"b": "category"}),
        frame(a=[[1], {2: 3}]),
        frame(a=pd.to_datetime(["2024-01-01", None])),
        frame(a=pd.array([1, None], dtype="Int64")),
        pd.Series([1, 2], name="a"),
        pd.Series([1, 2], name="b"),
        pd.Index([1, 2]),
        pd.MultiIndex.from_tuples([(1, 2)]),
        pd.Categorical(["x"], categories=["x", "y"]),
        pd.Categorical(["x"], categories=["x"]),
        pd.Timestamp(2024, 1, 1),
        pd.NA,
        pd.NaT,
    ]
    assert len({fingerprint(f) for f in frames}) == len(frames)
    assert [fingerprint(f.copy()) for f in frames if hasattr(f, "copy")] == [
        fingerprint(f) for f in frames if hasattr(f, "copy")
    ]


def test_functions_of_numpy_go_by_their_name() -> None:
    np = pytest.importorskip("numpy")
    assert fingerprint(np.sin) == fingerprint(np.sin)
    assert len({fingerprint(f) for f in (np.sin, np.cos, "sin", math.sin)}) == 4


def test_arrow_tables_go_by_schema_and_cells() -> None:
    pa = pytest.importorskip("pyarrow")
    one = pa.table({"a": [1, 2]})
    assert fingerprint(one) == fingerprint(pa.table({"a": [0, 1, 2]}).slice(1))
    assert fingerprint(one) != fingerprint(pa.table({"a": [1, 3]}))
    assert fingerprint(one) != fingerprint(pa.table({"b": [1, 2]}))
    assert fingerprint(pa.array([1])) != fingerprint(pa.array([1.0]))


def fake_polars(values: list[Any], name: str = "a", *, numeric: bool = True) -> Any:
    """Something with the look of a polars Series, or a frame of one; polars itself may not be there."""
    buffer = types.SimpleNamespace(tobytes=lambda: repr(values).encode())
    dtype = type("Int64", (), {"is_numeric": lambda _: numeric, "__repr__": lambda _: "Int64"})()
    series = type("Series", (), {"__module__": "polars.series.series"})()
    series.name, series.dtype = name, dtype
    series.null_count = lambda: values.count(None)
    series.to_numpy, series.to_list = lambda: buffer, lambda: values
    return series


def test_polars_is_known_by_its_look() -> None:
    frame = type("DataFrame", (), {"__module__": "polars.dataframe.frame"})
    frames = []
    for columns in ([[1, 2]], [[1, 3]], [[1, None]], [[1, 2], [1, 2]]):
        made = frame()
        made.shape = (2, len(columns))
        made.get_columns = lambda columns=columns: [fake_polars(c) for c in columns]
        frames.append(made)
    assert len({fingerprint(f) for f in frames}) == 4
    assert fingerprint(fake_polars([1])) == fingerprint(fake_polars([1]))
    assert fingerprint(fake_polars([1])) != fingerprint(fake_polars([1], "b"))
    assert fingerprint(fake_polars(["x"], numeric=False)) != fingerprint(fake_polars(["y"], numeric=False))


def test_pictures_go_by_their_points_and_palette() -> None:
    image = pytest.importorskip("PIL.Image")
    black, white = image.new("RGB", (2, 2)), image.new("RGB", (2, 2), "white")
    assert fingerprint(black) == fingerprint(image.new("RGB", (2, 2)))
    assert len({fingerprint(i) for i in (black, white, black.convert("P"), image.new("RGB", (1, 4)))}) == 4
