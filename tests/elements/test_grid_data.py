# ruff: noqa: DTZ001 - dates without a zone are what frames hold
"""Data as a grid reads it: in parts, sorted, searched, saved; whatever is in it."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import subprocess
import sys
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as hyp

from jupyter_session_state import errors
from jupyter_session_state.elements.frames import grid_of
from jupyter_session_state.elements.grid_cells import LONGEST, cells_of, kind_of
from jupyter_session_state.elements.grid_columns import COLUMNS, columns_of, config_of
from jupyter_session_state.elements.grid_data import (
    FIRST_BYTES,
    MOST_FOUND,
    PIECE_CELLS,
    GridData,
    Sorting,
    sorting_of,
)
from jupyter_session_state.elements.grid_prints import print_of


def shown(data: Any, config: Any = None, order: Any = None, hide_index: bool | None = None) -> GridData:
    grid, said = grid_of(data), config_of(config)
    return GridData(grid, lambda: columns_of(grid, said, order, hide_index=hide_index), "1")


def cells(data: Any, **options: Any) -> dict[str, list[Any]]:
    grid = shown(data, **options)
    block = grid.first()
    json.dumps(block, allow_nan=False)
    names = [column.name for column in grid.columns]
    return dict(zip(names, block["columns"], strict=True)) if len(set(names)) == len(names) else {}


# -- what may be in a frame --------------------------------------------------------------------------------


class Odd:
    def __str__(self) -> str:
        raise RuntimeError("no text")


ODD = {
    "nothing": ([None, pd.NaT, pd.NA, math.nan], [None] * 4, "empty"),
    "mixed": ([1, "a", [2], None], ["1", "a", "[2]", None], "object"),
    "nested": ([{"a": {"b": [1]}}, {}], ['{"a": {"b": [1]}}', "{}"], "json"),
    "lists": ([[1, "a", None], (2.5,), []], [[1, "a", None], [2.5], []], "list"),
    "complex": ([1 + 2j, 3j], ["(1+2j)", "3j"], "object"),
    "exact": ([Decimal("1.10"), None], ["1.10", None], "decimal"),
    "bytes": ([b"\x00\xff", b""], ["b'\\x00\\xff'", "b''"], "object"),
    "endless": ([math.inf, -math.inf, 1.5], ["inf", "-inf", 1.5], "float"),
    "huge": ([2**70, 1], [str(2**70), 1], "integer"),
    "moments": ([dt.datetime(2024, 1, 2, 3, 4), None], ["2024-01-02T03:04:00", None], "datetime"),
    "days": (
        [dt.date(2024, 1, 2), dt.datetime(2024, 1, 2)],
        ["2024-01-02", "2024-01-02T00:00:00"],
        "datetime",
    ),
    "times": ([dt.time(3, 4)], ["03:04:00"], "time"),
    "lengths": ([dt.timedelta(hours=1)], [3600.0], "timedelta"),
    "no text": ([Odd()], ["<Odd that has no text: RuntimeError>"], "object"),
    "long": (["x" * 100_000], ["x" * LONGEST + "…"], "string"),
}


@pytest.mark.parametrize("name", ODD)
def test_whatever_is_in_a_column_travels_as_plain_values(name: str) -> None:
    values, wanted, kind = ODD[name]
    assert kind_of(values) == kind
    assert cells_of(values, kind) == wanted
    assert cells({"c": values})["c"] == wanted


def test_frames_of_pandas_with_odd_columns_travel() -> None:
    frame = pd.DataFrame(
        {
            "zone": pd.to_datetime(["2024-01-02 03:04", None]).tz_localize("Europe/Berlin"),
            "choice": pd.Categorical(["x", None]),
            "whole": pd.array([1, None], dtype="Int64"),
            "period": pd.period_range("2024-01", periods=2, freq="M"),
            "between": pd.interval_range(0, 2),
            "flag": pd.array([True, None], dtype="boolean"),
        }
    )
    found = cells(frame, hide_index=True)
    assert found["zone"] == ["2024-01-02T03:04:00+01:00", None]
    assert found["choice"] == ["x", None]
    assert found["whole"] == [1, None]
    assert found["period"] == ["2024-01", "2024-02"]
    assert found["between"] == ["(0, 1]", "(1, 2]"]
    assert found["flag"] == [True, None]


def test_columns_of_one_name_are_all_shown() -> None:
    grid = shown(pd.DataFrame([[1, 2]], columns=["a", "a"]))
    assert [column.label for column in grid.columns] == ["", "a", "a"]
    assert grid.first()["columns"] == [[0], [1], [2]]


@pytest.mark.parametrize("data", [np.zeros((3, 1)), np.zeros(3), [1, 2], [[1], [2]]])
def test_one_column_without_a_name_is_called_value_and_several_are_counted(data: Any) -> None:
    assert list(grid_of(data).names) == ["value"]
    assert list(grid_of(np.zeros((3, 2))).names) == [0, 1]


def test_an_index_of_several_levels_and_columns_of_several_are_shown() -> None:
    index = pd.MultiIndex.from_tuples([("x", 1), ("x", 2)], names=["k", None])
    columns = pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")])
    grid = shown(pd.DataFrame([[1, 2], [3, 4]], index=index, columns=columns))
    assert [(c.name, c.label) for c in grid.columns] == [
        ("_index", "k"),
        ("_index_1", ""),
        ("a, b", "a, b"),
        ("a, c", "a, c"),
    ]
    assert grid.first()["columns"] == [["x", "x"], [1, 2], [1, 3], [2, 4]]


@pytest.mark.parametrize("data", [None, [], {}, pd.DataFrame(), pd.DataFrame({"a": []}), np.zeros((0, 3))])
def test_nothing_is_shown_as_an_empty_table(data: Any) -> None:
    grid = shown(data)
    assert grid.first()["count"] == 0
    assert grid.table().total_rows == 0
    assert grid.find("x") == ([], None)


def test_of_ten_thousand_columns_the_first_are_shown_in_blocks_of_few_rows() -> None:
    grid = shown(pd.DataFrame(np.zeros((50, 10_000))), hide_index=True)
    assert (len(grid.columns), grid.total_columns) == (COLUMNS, 10_000)
    assert grid.block_rows == 10
    assert len(json.dumps(grid.first())) <= FIRST_BYTES


def test_the_first_rows_never_come_to_much() -> None:
    grid = shown({f"c{n}": ["ü" * 5_000] * 1000 for n in range(30)})
    first = grid.first()
    assert 1 <= first["count"] < grid.block_rows
    assert len(json.dumps(first)) <= FIRST_BYTES


@pytest.mark.parametrize("data", ["text", b"bytes", 5, object(), np.zeros((2, 2, 2)), pd.DataFrame])
def test_what_has_no_rows_and_columns_is_one_clear_error(data: Any) -> None:
    with pytest.raises(errors.StreamlitDataframeConversionError, match="cannot be shown as a table"):
        grid_of(data)


# -- frames of many makes ----------------------------------------------------------------------------------


MAKES = {
    "frame": lambda: pd.DataFrame({"a": range(500)}),
    "series": lambda: pd.Series(range(500), name="a"),
    "index": lambda: pd.Index(range(500), name="a"),
    "array": lambda: np.arange(500).reshape(-1, 1),
    "flat array": lambda: np.arange(500),
    "records array": lambda: np.array([(n,) for n in range(500)], dtype=[("a", "i8")]),
    "rows": lambda: [[n] for n in range(500)],
    "records": lambda: [{"a": n} for n in range(500)],
    "values": lambda: list(range(500)),
    "columns": lambda: {"a": list(range(500))},
    "columns of series": lambda: {"a": pd.Series(range(500))},
    "arrow": lambda: pytest.importorskip("pyarrow").table({"a": list(range(500))}),
    "arrow array": lambda: pytest.importorskip("pyarrow").array(range(500)),
}


@pytest.mark.parametrize("make", MAKES)
def test_any_rows_of_any_make_can_be_read_and_sorted(make: str) -> None:
    rows: Any = MAKES[make]()  # type: ignore[no-untyped-call]
    grid = shown(rows, hide_index=True)
    assert grid.block(400, 100)["columns"] == [list(range(400, 500))]
    assert grid.block(490, 100)["columns"] == [list(range(490, 500))]
    last = grid.block(0, 3, Sorting(0, down=True))
    assert (last["columns"], last["positions"]) == ([[499, 498, 497]], [499, 498, 497])
    assert grid.find("498")[0] == [(498, 0)]


class Polars:
    """What is asked of a polars DataFrame, which need not be installed."""

    columns = ("a", "b")
    height = 3

    def get_columns(self) -> list[Any]:
        return [PolarsSeries([3, 1, 2]), PolarsSeries(["x", None, "z"])]


class PolarsSeries:
    def __init__(self, values: list[Any]) -> None:
        self.values = values

    def __getitem__(self, rows: Any) -> PolarsSeries:
        if isinstance(rows, slice):
            return PolarsSeries(self.values[rows])
        return PolarsSeries([self.values[row] for row in rows])

    def to_list(self) -> list[Any]:
        return self.values

    def arg_sort(self, *, descending: bool, nulls_last: bool) -> PolarsSeries:
        assert nulls_last
        order = sorted(range(len(self.values)), key=self.values.__getitem__, reverse=descending)
        return PolarsSeries(order)


def test_polars_is_read_without_pandas() -> None:
    frame = type("DataFrame", (Polars,), {"__module__": "polars.dataframe"})
    grid = shown(frame())
    assert grid.first()["columns"] == [[3, 1, 2], ["x", None, "z"]]
    assert grid.block(0, 3, Sorting(0, down=False))["columns"] == [[1, 2, 3], [None, "z", "x"]]


# -- sorting, searching, saving ----------------------------------------------------------------------------


@given(
    hyp.lists(hyp.one_of(hyp.none(), hyp.integers(), hyp.floats(allow_nan=True), hyp.text(), hyp.booleans()))
)
def test_sorting_orders_all_rows_with_missing_ones_last(values: list[Any]) -> None:
    grid = shown({"c": values} if values else [])
    for down in (False, True):
        order = list(grid.ordered(Sorting(0, down=down)))
        assert sorted(order) == list(range(len(values)))
        missing = [values[row] is None or values[row] != values[row] for row in order]
        assert missing == sorted(missing)


def test_equal_rows_stay_in_their_order_and_an_index_sorts_too() -> None:
    frame = pd.DataFrame({"a": [2, 1, 2, None]}, index=["d", "c", "b", "a"])
    grid = shown(frame)
    assert list(grid.ordered(Sorting(0, down=False))) == [1, 0, 2, 3]
    assert list(grid.ordered(Sorting(0, down=True))) == [0, 2, 1, 3]
    assert list(grid.ordered(Sorting(-1, down=False))) == [3, 2, 1, 0]


def test_values_that_cannot_be_compared_are_sorted_all_the_same() -> None:
    grid = shown(pd.DataFrame({"a": ["b", 2, None, "a", 1]}), hide_index=True)
    ordered = grid.block(0, 5, Sorting(0, down=False))
    assert ordered["columns"] == [["1", "2", "a", "b", None]]


def test_a_search_finds_whatever_the_case_in_the_order_that_is_shown() -> None:
    grid = shown({"n": [10, 20, 31], "t": ["Straße 1", None, "b1"]})
    assert grid.find("STRASSE")[0] == [(0, 1)]
    assert grid.find("1")[0] == [(0, 0), (0, 1), (2, 0), (2, 1)]
    assert grid.find("1", Sorting(0, down=True))[0] == [(0, 0), (0, 1), (2, 0), (2, 1)]
    assert grid.find("2", Sorting(0, down=True))[0] == [(1, 0)]
    assert grid.find("") == ([], None)
    assert len(shown({"a": ["x"] * 9_000}).find("x")[0]) == MOST_FOUND


@pytest.mark.parametrize("sorting", [None, Sorting(0, down=True)])
def test_a_search_and_a_file_come_in_pieces_that_do_not_take_long(sorting: Any) -> None:
    rows = PIECE_CELLS + 50
    grid = shown({"a": range(rows), "b": [1] * rows})
    pieces, parts = [], []
    start: int | None = 0
    while start is not None:
        found, after = grid.find(str(rows - 1), sorting, start)
        part, also = grid.csv(sorting, start)
        assert after == also
        pieces.append(found)
        parts.append(part)
        start = after
    assert len(pieces) == 3
    assert [cell for piece in pieces for cell in piece] == [(rows - 1 if sorting is None else 0, 0)]
    lines = b"".join(parts).decode().splitlines()
    assert lines[0] == "a,b"
    assert sorted(lines[1:]) == sorted(f"{row},1" for row in range(rows))


def test_a_table_is_saved_as_csv_in_its_order() -> None:
    grid = shown({"n": [1, 2], "t": ['say "x"', None]}, config={"n": "Number"})
    assert grid.csv(Sorting(0, down=True))[0].decode() == 'Number,t\n2,\n1,"say ""x"""\n'


@pytest.mark.parametrize("asked", [{"column": 5}, {"column": -1}, {"column": True}, {}])
def test_a_page_can_sort_by_columns_that_are_there_only(asked: Any) -> None:
    with pytest.raises(ValueError, match="expected a number"):
        sorting_of(shown({"a": [1]}), asked)
    assert sorting_of(shown({"a": [1]}), None) is None


# -- columns -----------------------------------------------------------------------------------------------


def test_the_author_says_how_columns_are_shown() -> None:
    config = {
        "a": {
            "label": "A",
            "width": "small",
            "pinned": True,
            "type_config": {"type": "number", "format": "%d"},
        },
        "b": None,
        2: "By position",
    }
    grid = shown({"a": [1], "b": [2]}, config=config)
    (only,) = [column.told() for column in grid.columns]
    assert only == {
        "name": "a",
        "label": "A",
        "kind": "integer",
        "width": "small",
        "pinned": True,
        "type": "number",
        "format": "%d",
    }
    assert [c.label for c in shown({"a": [1], "b": [2]}, config={2: "Second"}).columns] == ["a", "Second"]


def test_what_is_no_option_of_a_column_does_not_reach_the_page() -> None:
    said = {
        "width": "wide",
        "pinned": 1,
        "help": 5,
        "alignment": "up",
        "type_config": {"color": "url(x)", "own": 1},
    }
    (column,) = shown({"a": [1]}, config={"a": said}).columns
    assert column.told() == {"name": "a", "label": "a", "kind": "integer"}


@pytest.mark.parametrize("said", [5, [], object()])
def test_what_says_nothing_of_a_column_is_refused(said: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="column_config of 'a'"):
        config_of({"a": said})


# -- styles ------------------------------------------------------------------------------------------------


def test_a_styler_says_how_cells_look() -> None:
    pytest.importorskip("jinja2")
    frame = pd.DataFrame({"a": [1, 2], "b": [0.5, 0.25]})
    style = frame.style.format({"b": "{:.0%}"}).highlight_max(subset=["a"], color="red")
    grid = shown(style, hide_index=True)
    looks = {(row, column): look for row, column, *look in grid.first()["looks"]}
    assert looks[1, 0] == ["2", "red", None]
    assert looks[0, 1] == ["50%", None, None]
    ordered = grid.block(0, 2, Sorting(0, down=True))["looks"]
    assert [0, 0, "2", "red", None] in ordered


def test_a_style_that_fails_leaves_the_values() -> None:
    def fail(_: Any) -> str:
        raise RuntimeError("style")

    frame = pd.DataFrame({"a": [1]})
    styled = type("Styler", (), {})()
    styled.data, styled._display_funcs, styled._compute = frame, {(0, 0): fail}, fail
    assert "looks" not in shown(styled).first()


def test_colours_that_are_none_do_not_reach_the_page() -> None:
    styled = SimpleNamespace(ctx={(0, 0): [("background-color", "red; x: url(//h)"), ("color", "#123")]})
    grid = grid_of(pd.DataFrame({"a": [1]}))
    grid = type(grid)(grid.names, grid.column, 1, grid.index, styled=styled, source=grid.source)
    data = GridData(grid, lambda: columns_of(grid, {}, None, hide_index=True), "1")
    assert data.first()["looks"] == [[0, 0, None, None, "#123"]]


# -- fingerprints ------------------------------------------------------------------------------------------


def variants() -> list[Any]:
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": pd.Categorical(["u", "v"])})
    changed = frame.copy()
    changed.loc[1, "b"] = "y"
    retyped = frame.astype({"a": float})
    renamed = frame.rename(columns={"a": "A"})
    indexed = frame.set_index(pd.Index(["p", "q"]))
    recategorised = frame.assign(c=pd.Categorical(["u", "u"], categories=["u", "v"]))
    lists = frame.assign(b=[[1], [2]])
    other_lists = frame.assign(b=[[1], [3]])
    plain = [[1, 2], [3, 4]]
    return [
        frame,
        changed,
        retyped,
        renamed,
        indexed,
        recategorised,
        lists,
        other_lists,
        plain,
        [[1, 2], [3, True]],
    ]


def test_data_that_differs_has_another_fingerprint_and_a_copy_has_the_same() -> None:
    prints = [print_of(grid_of(data)) for data in variants()]
    assert len(set(prints)) == len(prints)
    assert prints == [print_of(grid_of(data)) for data in variants()]


@pytest.mark.parametrize(
    ("one", "other"), [([-1], [-2]), ([1], [1.0]), ([1], [True]), (["ab", "c"], ["a", "bc"])]
)
def test_values_that_python_takes_for_one_another_are_told_apart(one: Any, other: Any) -> None:
    assert print_of(grid_of(one)) != print_of(grid_of(other))


def test_a_fingerprint_is_the_same_in_another_process() -> None:
    code = (
        "from jupyter_session_state.elements.grid_prints import print_of\n"
        "from jupyter_session_state.elements.frames import grid_of\n"
        "print(print_of(grid_of({'a': ['x', None, 'y'], 'b': [1, 2.5, 'z']})))"
    )
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    told = {subprocess.run([sys.executable, "-c", code], env=e, stdout=-1, check=True).stdout for e in seeds}
    assert len(told) == 1


def test_a_frame_that_changed_in_place_has_another_fingerprint() -> None:
    frame = pd.DataFrame({"a": [1.5, 2.5]})
    before = print_of(grid_of(frame))
    frame.loc[0, "a"] = 9
    assert print_of(grid_of(frame)) != before


@pytest.mark.parametrize(
    "form", ["by rows", "by columns", "of columns", "a slice", "an array", "turned", "index"]
)
def test_one_value_of_many_that_changes_is_seen_however_the_data_lies_in_memory(form: str) -> None:
    values = np.arange(3000.0).reshape(300, 10)
    make: dict[str, Any] = {
        "by rows": lambda: pd.DataFrame(values.copy()),
        "by columns": lambda: pd.DataFrame(np.asfortranarray(values)),
        "of columns": lambda: pd.DataFrame({name: values[:, name] for name in range(10)}),
        "a slice": lambda: pd.DataFrame(values.copy()).iloc[::3, ::2],
        "an array": values.copy,
        "turned": lambda: values.copy().T,
        "index": lambda: pd.DataFrame({"a": values[:, 1]}, index=values[:, 0]),
    }
    before = print_of(grid_of(make[form]()))
    assert print_of(grid_of(make[form]())) == before
    values[150, 0] += 1
    assert print_of(grid_of(make[form]())) != before


def test_an_array_that_is_changed_beneath_its_frame_is_seen() -> None:
    values = np.zeros((100, 3))
    frame = pd.DataFrame(values, copy=False)
    before = print_of(grid_of(frame))
    values[50, 1] = 1
    assert print_of(grid_of(frame)) != before


def test_turned_data_is_other_data() -> None:
    values = np.arange(9.0).reshape(3, 3)
    assert len({print_of(grid_of(each)) for each in (values, values.T, values.T.copy())}) >= 2
    assert print_of(grid_of(values)) != print_of(grid_of(values.T))


@pytest.mark.parametrize("library", ["pyarrow", "polars"])
def test_frames_of_other_libraries_tell_what_changed(library: str) -> None:
    pytest.importorskip("pyarrow")
    made = getattr(pytest.importorskip(library), "table" if library == "pyarrow" else "DataFrame")
    base: dict[str, Any] = {"n": [1, 2, None], "s": ["a", "bc", None], "l": [[1], [2, 3], []]}
    changes: dict[str, Any] = {"n": [1, 3, None], "s": ["ab", "c", None], "l": [[1, 2], [3], []]}
    frames = [made(base), *(made({**base, name: value}) for name, value in changes.items())]
    prints = [print_of(grid_of(frame)) for frame in frames]
    assert len(set(prints)) == len(prints)
    assert prints == [print_of(grid_of(made(dict(base)))), *prints[1:]]
    assert print_of(grid_of(frames[0][:2])) != prints[0]


def test_the_words_behind_the_codes_of_an_arrow_column_count() -> None:
    pa = pytest.importorskip("pyarrow")
    prints = {print_of(grid_of(pa.array(words).dictionary_encode())) for words in (["a", "b"], ["a", "c"])}
    assert len(prints) == 2


def test_of_a_piece_of_a_large_arrow_table_only_the_piece_is_read() -> None:
    pa = pytest.importorskip("pyarrow")
    piece = pa.table({"a": range(10_000)}).slice(5_000, 3)
    assert print_of(grid_of(piece)) == print_of(grid_of(pa.table({"a": range(9_000)}).slice(5_000, 3)))
    assert print_of(grid_of(piece)) != print_of(grid_of(pa.table({"a": range(9_000)}).slice(5_001, 3)))


def test_arrow_columns_and_arrays_have_fingerprints() -> None:
    pa = pytest.importorskip("pyarrow")
    assert print_of(grid_of(pa.table({"a": [1, 2]}))) == print_of(grid_of(pa.table({"a": [1, 2]})))
    assert print_of(grid_of(np.zeros(3))) != print_of(grid_of(np.ones(3)))
    objects = np.array([1, "a"], dtype=object)
    assert print_of(grid_of(objects)) == print_of(grid_of(objects.copy()))
