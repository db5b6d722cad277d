# ruff: noqa: DTZ001 - clocks have no zones
"""What a chart makes of data: columns of a few kinds, in bytes."""

from __future__ import annotations

import datetime as dt
import json
import math
from array import array
from collections import namedtuple
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as hs

from jupyter_session_state.elements.chart_columns import as_text, column_of
from jupyter_session_state.elements.chart_frames import chart_frame
from jupyter_session_state.elements.chart_tables import ChartTable, Stack, pack, table_of
from jupyter_session_state.errors import StreamlitDataframeConversionError

NAN = math.nan


def numbers(values: Any) -> list[float | None]:
    return [None if math.isnan(v) else v for v in array("d", column_of(values).data)]


def test_numbers_are_doubles_with_nan_for_what_is_missing() -> None:
    nullable = pd.Series([1, None], dtype="Int64")
    for values in (
        [1, None],
        [1.0, NAN],
        np.array([1.0, NAN]),
        pd.Series([1, NAN]),
        nullable,
        [np.int8(1), None],
    ):
        assert column_of(values).scale == "quantitative"
        assert numbers(values) == [1.0, None]
    assert numbers([Decimal("1.5"), Decimal("NaN")]) == [1.5, None]
    assert [column_of(v).whole for v in ([1, 2], [1, 2.5], np.arange(2), range(2), nullable)] == [
        *(True, False, True, True, True)
    ]


def test_moments_are_milliseconds_on_a_clock_or_with_a_zone() -> None:
    day = dt.datetime(1970, 1, 2)
    stamps = pd.Series([day, pd.NaT])
    for clock in (
        [day, None],
        stamps,
        pd.Series([day.date(), None]),
        stamps.to_numpy(),
        [day.date(), pd.NaT],
    ):
        assert column_of(clock).kind == "wall"
        assert numbers(clock) == [86_400_000.0, None]
    east = dt.timezone(dt.timedelta(hours=1))
    for zoned in (
        [day.replace(tzinfo=east)],
        pd.Series([day]).dt.tz_localize("Europe/Oslo"),
        pd.DatetimeIndex([day], tz=east),
    ):
        assert column_of(zoned).kind == "instant"
        assert numbers(zoned) == [82_800_000.0]
    assert numbers(pd.period_range("1970-01-02", periods=1, freq="D")) == [86_400_000.0]


def test_spans_of_time_are_seconds() -> None:
    span = dt.timedelta(minutes=1)
    assert numbers([span, None]) == numbers(pd.Series([span, pd.NaT])) == [60.0, None]


def test_texts_are_places_among_words() -> None:
    for values in (["b", None, "a", "b"], pd.Series(["b", None, "a", "b"]), pa.array(["b", None, "a", "b"])):
        column = column_of(values)
        assert (column.kind, column.scale, column.words) == ("text", "nominal", ("b", "a"))
        assert column.texts() == ["b", None, "a", "b"]


def test_categories_keep_their_order_if_they_have_one() -> None:
    column = column_of(pd.Series(pd.Categorical(["low", None], ["low", "high"], ordered=True)))
    assert (column.scale, column.words) == ("ordinal", ("low", "high"))
    assert column.texts() == ["low", None]
    numbered = column_of(pd.Series([3, 1], dtype="category"))
    assert (numbered.scale, numbered.texts()) == ("nominal", ["3", "1"])


def test_flags_nested_and_mixed_values() -> None:
    assert column_of([True, None, False]).texts() == ["true", None, "false"]
    assert column_of(np.array([True])).kind == column_of([np.True_]).kind == "flag"
    nested = column_of([[1, NAN], {"a": dt.date(2024, 1, 2)}, None])
    assert nested.kind == "json"
    assert nested.texts() == ["[1, null]", '{"a": "2024-01-02"}', None]
    assert column_of([1, "a", 2.5, dt.date(2024, 1, 2)]).texts() == ["1", "a", "2.5", "2024-01-02"]
    assert column_of([10**400, 1]).kind == "text"  # no double holds it
    assert column_of([1j]).texts() == ["1j"]
    assert column_of(["\ud800"]).texts() == ["?"]
    assert column_of([]).scale == "nominal"
    assert as_text(column_of([1.5, NAN])).texts() == ["1.5", None]


@given(
    hs.lists(hs.none() | hs.integers() | hs.text() | hs.floats() | hs.datetimes() | hs.booleans(), max_size=6)
)
def test_whatever_is_in_a_column_there_are_as_many_values_as_before(values: list[Any]) -> None:
    column = column_of(values)
    assert len(column.texts()) == len(values)
    assert all(text is None for text, value in zip(column.texts(), values, strict=True) if value is None)


def test_data_of_many_makes_has_columns_and_an_index() -> None:
    Pair = namedtuple("Pair", "a b")  # noqa: PYI024 - what users have
    for data in (
        pd.DataFrame({"a": [1, 2], "b": [3, 4]}),
        {"a": [1, 2], "b": np.array([3, 4])},
        [{"a": 1, "b": 3}, {"a": 2, "b": 4}],
        [Pair(1, 3), Pair(2, 4)],
        pa.table({"a": [1, 2], "b": [3, 4]}),
        np.array([(1, 3), (2, 4)], dtype=[("a", int), ("b", int)]),
        {"a": {0: 1, 1: 2}, "b": {0: 3, 1: 4}},
        pd.DataFrame({"a": [1, 2], "b": [3, 4]}).style,
        {"a": pd.Series([1, 2]), "b": pd.Series([3, 4])},
    ):
        frame = chart_frame(data)
        assert (frame.names, frame.rows) == (["a", "b"], 2)
        assert [numbers(frame.column(p)) for p in (0, 1)] == [[1, 2], [3, 4]]
    for values in (
        [1, 2],
        (1, 2),
        {1, 2},
        np.array([1, 2]),
        np.array([[1], [2]]),
        pd.Series([1, 2]),
        pd.Index([1, 2]),
        pa.array([1, 2]),
    ):
        assert chart_frame(values).names == ["value"]
    assert chart_frame({"x": 1, "y": 2}).index == ["x", "y"]
    assert chart_frame(np.zeros((2, 3))).names == [0, 1, 2]
    assert chart_frame(pd.DataFrame({"a": [1]}, index=pd.Index([5], name="n"))).index_name == "n"
    assert list(chart_frame(pd.DataFrame({"a": [1, 2]}).iloc[1:]).index_values()) == [1]
    two = pd.DataFrame({"a": [1]}, index=pd.MultiIndex.from_tuples([("x", 1)]))
    assert chart_frame(two).index_values() == ["x / 1"]


def test_what_foreign_frames_turn_into_is_drawn() -> None:
    class Foreign:
        def to_pandas(self) -> pd.DataFrame:
            return pd.DataFrame({"a": [1]})

    assert chart_frame(Foreign()).names == ["a"]


@pytest.mark.parametrize("data", ["text", 5, object(), np.zeros((1, 1, 1)), int])
def test_what_has_no_rows_is_refused(data: Any) -> None:
    with pytest.raises(StreamlitDataframeConversionError, match="cannot be drawn as a chart"):
        chart_frame(data)


def test_columns_of_different_lengths_are_refused_with_their_lengths() -> None:
    with pytest.raises(StreamlitDataframeConversionError, match="`a` has 1, `b` has 2 values"):
        chart_frame({"a": [1], "b": [1, 2]})


def test_tables_are_packed_where_a_browser_can_read_them() -> None:
    table = table_of(chart_frame({"a": [1.5, 2.5], "w": ["x", "y"]}))
    stacked = ChartTable(2, table.columns, Stack(("a",), ("A",), "y", "series"))
    packed = pack({"one": table, "two": stacked})
    length = int.from_bytes(packed.data[:8], "little")
    header, body = json.loads(packed.data[8 : 8 + length]), packed.data[8 + length :]
    assert header["one"] == {
        "rows": 2,
        "columns": [
            {"name": "a", "kind": "number", "at": 0},
            {"name": "w", "kind": "text", "at": 16, "words": ["x", "y"]},
        ],
        "stack": None,
    }
    assert header["two"]["stack"] == {"columns": ["a"], "names": ["A"], "value": "y", "name": "series"}
    assert length % 8 == 0
    assert list(array("d", body[:16])) == [1.5, 2.5]
    assert packed.fingerprint == pack({"one": table, "two": stacked}).fingerprint
    assert stacked.points == 2
