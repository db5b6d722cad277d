# ruff: noqa: DTZ001 - dates without a zone are what frames hold
from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.element import Table, same
from jupyter_session_state.elements.cells import column_texts
from jupyter_session_state.elements.tables import COLUMNS, ROWS, table_of

NAN = float("nan")


@pytest.mark.parametrize(
    ("data", "columns", "rows"),
    [
        (None, (), ()),
        ([], ("value",), ()),
        ({}, (), ()),
        ([1, 2], ("value",), (("1",), ("2",))),
        ({"a": [1, 2], "b": ["x", "y"]}, ("a", "b"), (("1", "x"), ("2", "y"))),
        ({"a": [1, 2], "b": 5}, ("a", "b"), (("1", "5"), ("2", "5"))),
        ({"a": [1, 2], "b": ["x"]}, ("a", "b"), (("1", "x"), ("2", "None"))),
        ([{"a": 1}, {"b": 2}], ("a", "b"), (("1", "None"), ("None", "2"))),
        ([[1, 2], [3]], ("0", "1"), (("1", "2"), ("3", "None"))),
        ({"a": 1, "b": 2}, ("", "value"), (("a", "1"), ("b", "2"))),
        ({"c": {"x": 1, "y": 2}, "d": {"y": 3}}, ("", "c", "d"), (("x", "1", "None"), ("y", "2", "3"))),
        (range(2), ("value",), (("0",), ("1",))),
    ],
)
def test_plain_data_has_rows_and_columns(data: Any, columns: Any, rows: Any) -> None:
    table = table_of(data)
    assert table.columns == columns
    assert table.rows == rows
    assert table.total_rows == len(rows)


@pytest.mark.parametrize("data", ["abc", b"abc", 5, object(), int])
def test_what_has_no_rows_raises(data: Any) -> None:
    with pytest.raises(errors.StreamlitDataframeConversionError, match=type(data).__name__):
        table_of(data)


@pytest.mark.parametrize(
    ("values", "texts", "numeric"),
    [
        ([1, 20], ["1", "20"], True),
        ([1.0, 2.0], ["1", "2"], True),
        ([0.1 + 0.2, 1 / 3], ["0.3000", "0.3333"], True),
        ([1.5, NAN, None], ["1.5", "NaN", "None"], True),
        ([1e-9, 1.25, 1e20], ["1e-09", "1.25", "1e+20"], True),
        ([float("inf"), 1.5], ["inf", "1.5"], True),
        ([True, False], ["True", "False"], False),
        (["a", None], ["a", "None"], False),
        ([None], ["None"], False),
        ([dt.datetime(2024, 1, 2), dt.datetime(2024, 1, 3)], ["2024-01-02", "2024-01-03"], False),
        ([dt.datetime(2024, 1, 2, 3), None], ["2024-01-02 03:00:00", "None"], False),
        ([dt.datetime(2024, 1, 2), None], ["2024-01-02", "None"], False),
        ([dt.date(2024, 1, 2)], ["2024-01-02"], False),
        ([[1, 2]], ["[1, 2]"], False),
        ([1, "a"], ["1", "a"], False),
    ],
)
def test_cells_are_written_to_be_read(values: Any, texts: Any, numeric: bool) -> None:
    assert column_texts(values) == (texts, numeric)


def test_a_very_long_cell_is_cut() -> None:
    assert len(column_texts(["x" * 5000])[0][0]) == 1001


class TestPandas:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")

    def test_the_index_comes_first(self) -> None:
        frame = self.pd.DataFrame({"n": [1, 2]}, index=self.pd.Index(["x", "y"], name="id"))
        expected = Table(("id", "n"), (("x", "1"), ("y", "2")), (False, True), 1, 2, 1)
        assert table_of(frame) == expected

    def test_levels_of_index_and_columns_are_shown(self) -> None:
        index = self.pd.MultiIndex.from_tuples([("a", 1), ("a", 2)], names=["k", None])
        columns = self.pd.MultiIndex.from_tuples([("p", "min"), ("p", "max")])
        table = table_of(self.pd.DataFrame([[1, 2], [3, 4]], index=index, columns=columns))
        assert table.columns == ("k", "", "p, min", "p, max")
        assert table.rows[1] == ("a", "2", "3", "4")
        assert table.index_columns == 2

    def test_columns_of_one_name_are_all_shown(self) -> None:
        frame = self.pd.DataFrame([[1, 2]], columns=["a", "a"])
        assert table_of(frame).rows == (("0", "1", "2"),)

    def test_of_a_large_frame_the_first_cells_are_shown_and_all_are_counted(self) -> None:
        table = table_of(self.pd.DataFrame(self.np.zeros((5000, 300))))
        assert (len(table.rows), len(table.columns)) == (ROWS, COLUMNS + 1)
        assert (table.total_rows, table.total_columns) == (5000, 300)

    def test_series_index_and_arrays_are_one_column(self) -> None:
        pd = self.pd
        assert table_of(pd.Series([1], name="s")).columns == ("", "s")
        assert table_of(pd.Index([1])).columns == ("value",)
        assert table_of(pd.array([1, None], dtype="Int64")).rows == (("1",), ("<NA>",))
        assert table_of(self.np.array([1, 2])).rows == (("1",), ("2",))
        assert table_of(self.np.array([[1, 2]])).columns == ("0", "1")
        record = self.np.array([(1, 2.5)], dtype=[("x", int), ("y", float)])
        assert table_of(record) == Table(("x", "y"), (("1", "2.5"),), (True, True), 0, 1, 2)

    def test_three_dimensions_are_too_many(self) -> None:
        with pytest.raises(errors.StreamlitDataframeConversionError, match="3 dimensions"):
            table_of(self.np.zeros((2, 2, 2)))

    def test_a_style_says_how_cells_are_written(self) -> None:
        pytest.importorskip("jinja2")
        frame = self.pd.DataFrame({"p": [0.5], "q": [1]})
        assert table_of(frame.style.format({"p": "{:.0%}"})).rows[0][1] == "50%"

    def test_a_dict_of_series_is_a_frame(self) -> None:
        table = table_of({"a": self.pd.Series([1, 2]), "b": self.pd.Series([3, 4])})
        assert table.columns == ("", "a", "b")

    def test_missing_values_have_their_names(self) -> None:
        frame = self.pd.DataFrame({"t": [self.pd.NaT, self.pd.Timestamp("2024-01-02")], "n": [NAN, 1.5]})
        assert [row[1:] for row in table_of(frame).rows] == [("NaT", "NaN"), ("2024-01-02", "1.5")]

    def test_columns_are_chosen_ordered_and_named(self) -> None:
        frame = self.pd.DataFrame({"a": [1], "b": [2], "c": [3]})
        assert table_of(frame, ["c", "nope", "a"]).columns == ("", "c", "a")
        renamed = table_of(frame, None, {"a": "First", "b": None, "c": {"label": "Third"}})
        assert renamed.columns == ("", "First", "Third")

    def test_the_frame_stays_as_it_was_and_is_at_hand(self, app: Any) -> None:
        frame = self.pd.DataFrame({"a": [1.5, NAN]})
        before = frame.copy()
        shown = app(lambda: st.dataframe(frame, hide_index=True, alt="numbers"))
        frame["b"] = 1
        self.pd.testing.assert_frame_equal(shown.only.props["data"].value, before)
        assert shown.only.props["alt"] == "numbers"
        assert [column.name for column in shown.only.props["grid"].value.columns] == ["a"]

    def test_an_equal_frame_sends_nothing_and_another_one_does(self, app: Any) -> None:
        numbers = [1, 2]
        shown = app(lambda: st.dataframe(self.pd.DataFrame({"a": numbers})))
        first = dict(shown.only.props)
        assert shown.run().record.elements_changed == 0
        numbers[0] = 5
        assert shown.run().record.elements_changed == 1
        assert not same(first, dict(shown.only.props))

    def test_arrow_is_read_by_way_of_pandas(self) -> None:
        pa = pytest.importorskip("pyarrow")
        table = table_of(pa.table({"a": list(range(1000))}))
        assert (table.columns, len(table.rows), table.total_rows) == (("a",), ROWS, 1000)


def test_a_lazy_frame_of_another_library_is_collected_first() -> None:
    class LazyFrame:
        def collect(self) -> list[int]:
            return [1]

    assert table_of(LazyFrame()).rows == (("1",),)


def test_tables_of_plain_data_import_nothing() -> None:
    code = (
        "import sys\n"
        "from jupyter_session_state.elements.tables import table_of\n"
        "table_of({'a': [1, 2]}), table_of([[1]])\n"
        "print([m for m in ('pandas', 'numpy', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
