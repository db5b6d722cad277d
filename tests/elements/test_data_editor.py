"""Tables that can be edited, without a front end."""

from __future__ import annotations

import collections
import copy
import dataclasses
import datetime as dt
import decimal
import enum
import json
import types
import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state._core.interactions import Interaction
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state.elements.editor_columns import INDEX, columns_of, kind_of, make_texts
from jupyter_session_state.elements.editor_edits import edited_frame
from jupyter_session_state.elements.editor_state import DataEditorState, encode
from jupyter_session_state.testing import AppTest, AppTestError
from tests.elements.conftest import FunctionApp

pd = pytest.importorskip("pandas")
np = pytest.importorskip("numpy")

Pair = collections.namedtuple("Pair", "a b")  # noqa: PYI024 - as authors write it


@dataclasses.dataclass
class Point:
    x: int = 1
    y: int = 2


def frame() -> Any:
    return pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", "z"]})


def alike(a: Any, b: Any) -> bool:
    """Whether two tables of any form are the same."""
    if isinstance(a, pd.DataFrame):
        pd.testing.assert_frame_equal(a, b, check_column_type=bool(len(a.columns)))
        return True
    if isinstance(a, pd.Series):
        pd.testing.assert_series_equal(a, b)
        return True
    if isinstance(a, np.ndarray):
        return bool(np.array_equal(a, b)) and a.dtype == b.dtype
    if isinstance(a, dict) and any(isinstance(v, pd.Series) for v in a.values()):
        return a.keys() == b.keys() and all(alike(a[k], b[k]) for k in a)
    return bool(a == b) if not hasattr(a, "equals") else bool(a.equals(b))


# -- what comes back ---------------------------------------------------------------------------------------

SAME: list[Any] = [
    frame(),
    frame().set_index("b"),
    pd.DataFrame({"a": [1]}, index=pd.to_datetime(["2024-01-01"])),
    pd.DataFrame(),
    pd.Series([1, 2], name="s"),
    np.array([1, 2]),
    np.array([[1, 2], [3, 4]]),
    [1, 2],
    ["a", "b"],
    (1, 2),
    {1, 2},
    [],
    (),
    [{"a": 1, "b": "x"}, {"a": 2, "b": None}],
    [[1, 2], [3, 4]],
    {"a": [1, 2], "b": ["x", "y"]},
    {"a": {"r": 1, "s": 2}},
    {"a": 1, "b": 2},
    {},
]
"""What comes back as it was given, if nobody edits it."""

OTHER: list[tuple[Any, Any]] = [
    (None, pd.DataFrame()),
    (pd.Series([1]), pd.Series([1], name="0")),
    (pd.Index([1, 2]), pd.DataFrame({"0": [1, 2]})),
    (pd.DataFrame([[1, 2]]), pd.DataFrame({"0": [1], "1": [2]})),
    (pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([("a", "b")])), pd.DataFrame({"a_b": [1]})),
    (frozenset([1]), {1}),
    ([(1, "a")], [[1, "a"]]),
    ({"a": (1, 2)}, {"a": [1, 2]}),
    (collections.ChainMap({"a": 1}), {"a": 1}),
    (types.MappingProxyType({"a": 1}), {"a": 1}),
    (Pair(1, 2), {"a": 1, "b": 2}),
    (Point(), {"x": 1, "y": 2}),
    (collections.deque([1]), [1]),
    (range(2), [0, 1]),
    ({"a": 1}.keys(), ["a"]),
    ({"a": 1}.items(), [["a", 1]]),
    (enum.Enum("E", "A B"), [1, 2]),
    ([1, None], [1.0, None]),
    ([1, "a"], ["1", "a"]),
    (np.array(5), np.ndarray(0)),
    ({"a": pd.Series([1])}, {"a": pd.Series([1], name="a")}),
]
"""What comes back in another form, as from Streamlit."""


@pytest.mark.parametrize("data", SAME, ids=lambda data: type(data).__name__)
def test_data_comes_back_in_its_own_form(app: Any, data: Any) -> None:
    value = app(lambda: st.data_editor(data)).value
    assert type(value) is type(data)
    assert alike(data, value)
    assert value is not data or data == ()


@pytest.mark.parametrize(("data", "expected"), OTHER, ids=lambda data: type(data).__name__)
def test_some_forms_come_back_as_another(app: Any, data: Any, expected: Any) -> None:
    value = app(lambda: st.data_editor(data)).value
    assert type(value) is type(expected)
    assert alike(expected, value)


def test_arrow_data_comes_back_as_arrow(app: Any) -> None:
    pa = pytest.importorskip("pyarrow")
    for data in (pa.table({"a": [1, 2]}), pa.array([1, 2])):
        value = app(lambda data=data: st.data_editor(data)).value
        assert type(value) is type(data)
        assert value.equals(data)


@pytest.mark.parametrize(
    "data", ["text", b"b", 5, object(), (i for i in [1]), Point, [object()], np.zeros((1, 1, 1))]
)
def test_what_has_no_rows_is_refused(app: Any, data: Any) -> None:
    error = app(lambda: st.data_editor(data)).error
    assert isinstance(error, st.errors.StreamlitDataframeConversionError)
    assert type(data).__name__ in str(error)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), "'a'"),
        (pd.DataFrame({INDEX: [1]}), INDEX),
        (pd.DataFrame({"a": [1]}, index=pd.MultiIndex.from_tuples([(1, 2)])), "MultiIndex"),
        (pd.DataFrame({"a": [1]}, index=pd.PeriodIndex(["2024-01"], freq="M")), "PeriodIndex"),
    ],
)
def test_names_that_cannot_be_used_are_named(app: Any, data: Any, part: str) -> None:
    error = app(lambda: st.data_editor(data)).error
    assert type(error) is st.errors.StreamlitAPIException
    assert part in str(error)


BAD: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"width": "x"}, st.errors.StreamlitInvalidWidthError),
    ({"width": 0}, st.errors.StreamlitInvalidWidthError),
    ({"height": True}, st.errors.StreamlitInvalidHeightError),
    ({"on_change": "x"}, st.errors.StreamlitValueError),
    ({"column_config": {"a": 5}}, st.errors.StreamlitInvalidParameterTypeError),
]


@pytest.mark.parametrize(("options", "error"), BAD)
def test_bad_arguments(app: Any, options: Any, error: Any) -> None:
    assert isinstance(app(lambda: st.data_editor(frame(), **options)).error, error)


# -- edits -------------------------------------------------------------------------------------------------


def edit(**changes: Any) -> dict[str, Any]:
    return {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **changes}


def test_edits_are_in_what_comes_back_and_in_session_state_and_not_in_the_data(app: Any) -> None:
    data = frame()
    calls: list[str] = []
    shown = app(
        lambda: st.data_editor(data, key="k", num_rows="dynamic", on_change=calls.append, args=("changed",))
    )
    shown.run(k=edit(edited_rows={"0": {"a": 9}}, added_rows=[{"b": "new"}], deleted_rows=[1]))
    assert shown.value["a"].tolist()[:2] == [9, 3]
    assert shown.value["b"].tolist() == ["x", "z", "new"]
    assert shown.state.get("k") == edit(
        edited_rows={0: {"a": 9}}, added_rows=[{"b": "new"}], deleted_rows=[1]
    )
    assert calls == ["changed"]
    assert alike(data, frame())
    shown.run()
    assert len(shown.value) == 3
    assert calls == ["changed"]


def test_edits_of_plain_data_come_back_as_plain_data(app: Any) -> None:
    shown = app(lambda: st.data_editor([{"a": 1}, {"a": 2}], key="k", num_rows="delete"))
    shown.run(k=edit(edited_rows={"1": {"a": 5}}, deleted_rows=[0]))
    assert shown.value == [{"a": 5}]
    shown = app(lambda: st.data_editor({"x": 1, "y": 2}, key="k"))
    shown.run(k=edit(edited_rows={"0": {"value": 7}, "1": {INDEX: "z"}}))
    assert shown.value == {"x": 7, "z": 2}


def test_what_a_column_cannot_hold_is_left_out_and_the_rest_is_done(app: Any, caplog: Any) -> None:
    data = pd.DataFrame({"c": pd.Categorical(["x", "y"]), "n": [1, 2]})
    shown = app(lambda: st.data_editor(data, key="k"))
    shown.run(k=edit(edited_rows={"0": {"c": "unknown", "n": 5}}))
    assert shown.value["n"].tolist() == [5, 2]
    assert shown.value["c"].tolist() == ["x", "y"]
    assert "column 'c'" in caplog.text


def test_rows_with_names_need_a_new_name(app: Any) -> None:
    data = pd.DataFrame({"a": [1]}, index=["r"])
    shown = app(lambda: st.data_editor(data, key="k", num_rows="add"))
    shown.run(k=edit(added_rows=[{"a": 2}, {INDEX: "r", "a": 3}, {INDEX: "s", "a": 4}]))
    assert shown.value["a"].to_dict() == {"r": 1, "s": 4}


def test_new_rows_are_numbered_on_and_never_take_the_place_of_others(app: Any) -> None:
    data = pd.DataFrame({"a": [1, 2]}, index=[3, 7])
    shown = app(lambda: st.data_editor(data, key="k", num_rows="dynamic"))
    shown.run(k=edit(added_rows=[{"a": 5}, {INDEX: 9, "a": 6}, {"a": 7}], deleted_rows=[0]))
    assert shown.value["a"].to_dict() == {7: 2, 8: 5, 9: 6, 10: 7}


# -- the same as Streamlit's -------------------------------------------------------------------------------

COLUMNS = {
    "int": [1, 2, 3],
    "float": [1.5, None, 3.0],
    "text": ["a", None, "c"],
    "bool": [True, False, True],
    "maybe": [True, None, False],
    "date": [dt.date(2024, 1, 2), None, dt.date(2024, 1, 3)],
    "time": [dt.time(1, 2), dt.time(3), None],
    "moment": pd.to_datetime(["2024-01-01 10:00", None, "2024-01-03 00:00"]),
    "length": pd.to_timedelta(["1h", "2h", None]),
    "exact": [decimal.Decimal("1.5"), None, decimal.Decimal(2)],
    "choice": pd.Categorical(["x", "y", "x"]),
    "nothing": [None, None, None],
    "gaps": [np.nan, np.nan, np.nan],
    "lists": [["a"], ["b"], None],
    "whole": pd.array([1, None, 3], dtype="Int64"),
    "zoned": pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-03"], utc=True),
    "halves": pd.Series([1, 2.5, 3], dtype=object),
    "bytes": [b"x", b"y", None],
    "period": pd.PeriodIndex(["2024-01", "2024-02", "2024-03"], freq="M"),
}
UNLIKE = ("bytes", "period", "zoned")
"""Columns that differ on purpose: two cannot be edited; moments of the third are in the zone of their column."""

INDEXES: dict[str, Any] = {
    "counted": None,
    "numbers": [5, 6, 8],
    "names": ["p", "q", "r"],
    "moments": pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-03"]),
    "choices": pd.CategoricalIndex(["u", "v", "w"]),
}
CELL = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(-5, 5),
    some.floats(-5, 5),
    some.sampled_from(
        ["", "x", "y", "7", "1.5", "2024-05-06", "10:11:12", "2024-05-06T07:08:09", "1 day", "nan"]
    ),
    some.lists(some.sampled_from(["a", "b"]), max_size=2),
)
CELLS = some.dictionaries(some.sampled_from([*COLUMNS, INDEX]), CELL, max_size=4)


def streamlits(data: Any) -> tuple[Any, dict[str, str]]:
    """What Streamlit makes of edits, and how it sees the columns."""
    editor = pytest.importorskip("streamlit.elements.widgets.data_editor")
    utils = pytest.importorskip("streamlit.elements.lib.column_config_utils")
    pa = pytest.importorskip("pyarrow")
    schema = utils.determine_dataframe_schema(data, pa.Table.from_pandas(data).schema)
    return editor._apply_dataframe_edits, dict(schema)


def made(names: list[str], index: str) -> Any:
    return pd.DataFrame({name: COLUMNS[name] for name in names}, index=INDEXES[index])


@pytest.mark.parametrize("index", INDEXES)
def test_columns_hold_what_streamlit_sees_in_them(index: str) -> None:
    data = pd.DataFrame(COLUMNS)
    data.index = pd.RangeIndex(3) if INDEXES[index] is None else pd.Index(INDEXES[index])
    _, theirs = streamlits(data)
    unknown = ("bytes", "period")  # nothing of these can be edited
    ours = {column.name: column.kind for column in columns_of(data, [], {}, all_fixed=False)}
    assert {n: k for n, k in ours.items() if n not in unknown} == {
        n: str(k) for n, k in theirs.items() if n not in unknown
    }
    assert {ours[n] for n in unknown} == {"unknown"}


@settings(max_examples=60, deadline=None)
@given(
    some.lists(some.sampled_from([c for c in COLUMNS if c not in UNLIKE]), min_size=1, unique=True),
    some.sampled_from(list(INDEXES)),
    some.data(),
)
def test_edits_are_done_as_streamlit_does_them(names: list[str], index: str, draw: Any) -> None:
    data = pd.DataFrame({name: COLUMNS[name] for name in names})
    data.index = pd.RangeIndex(3) if INDEXES[index] is None else pd.Index(INDEXES[index])
    columns = names if index == "counted" else [*names, INDEX]
    cells = some.dictionaries(some.sampled_from(columns), CELL, max_size=3)
    added = some.dictionaries(some.sampled_from(names), CELL, max_size=3)
    state = edit(
        edited_rows=draw.draw(some.dictionaries(some.integers(0, 2), cells, max_size=2)),
        added_rows=draw.draw(some.lists(added, max_size=2)),
        deleted_rows=draw.draw(some.lists(some.integers(0, 2), max_size=2, unique=True)),
    )
    theirs, schema = streamlits(data)
    kinds = {column.name: column.kind for column in columns_of(data, [], {}, all_fixed=False)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = outcome(lambda: theirs(data.copy(), DataEditorState(copy.deepcopy(state)), schema))
        if isinstance(expected, str):
            return  # Streamlit's app ends here, ours leaves the edit out
        pd.testing.assert_frame_equal(edited_frame(data.copy(), state, kinds), expected)


def outcome(run: Any) -> Any:
    try:
        return run()
    except Exception as error:  # noqa: BLE001 - whatever pandas makes of a hostile edit
        return type(error).__name__


def test_columns_of_several_kinds_become_texts_as_streamlits_do() -> None:
    utils = pytest.importorskip("streamlit.dataframe_util")
    data = pd.DataFrame(
        {
            "mixed": [1, "x"],
            "complex": [1j, 2j],
            "dicts": [{"k": 1}, None],
            "sets": [frozenset([1]), None],
            "lists": [[1], [2]],
            "objects": [object(), 1.5],
            "fine": [1, 2],
        }
    )
    theirs = [str(n) for n, column in data.items() if utils.determine_arrow_column_fix(column) is not None]
    assert make_texts(data) == theirs
    assert kind_of(data["mixed"]) == "string"


# -- identity ----------------------------------------------------------------------------------------------


def after(app: Any, key: Any, num_rows: Any, first: Any, then: Any, **options: Any) -> bool:
    """Whether edits of `first` are still there when the data is `then`."""
    given = [first]
    shown: FunctionApp = app(lambda: st.data_editor(given[0], key=key, num_rows=num_rows, **options))
    element = shown.only
    shown.app.interact(Interaction(values={element.id: edit(edited_rows={"0": {"a": 99}})}))
    given[0] = then
    shown.run()
    return bool(shown.value["a"].iloc[0] == 99)


CHANGED = [
    (frame(), frame(), True),
    (frame(), frame().assign(a=[1, 2, 5]), True),
    (frame(), frame().assign(a=[1.0, 2, 3]), False),
    (frame(), frame().rename(columns={"b": "c"}), False),
    (frame(), frame().head(2), False),
    (frame().set_index("b"), frame().assign(a=5).set_index("b"), True),
    (frame().set_index("b"), frame().assign(b=["x", "y", "w"]).set_index("b"), False),
]


@pytest.mark.parametrize(("first", "then", "stays"), CHANGED)
def test_with_a_key_and_fixed_rows_edits_stay_while_only_values_change(
    app: Any, first: Any, then: Any, stays: bool
) -> None:
    assert after(app, "k", "fixed", first, then) is stays


@pytest.mark.parametrize(("key", "num_rows"), [(None, "fixed"), ("k", "dynamic"), (None, "add")])
def test_else_other_data_begins_without_edits(app: Any, key: Any, num_rows: str) -> None:
    assert after(app, key, num_rows, frame(), frame()) is True
    assert after(app, key, num_rows, frame(), frame().assign(a=[1, 2, 5])) is False


def test_what_can_be_edited_belongs_to_the_structure(app: Any) -> None:
    held: list[Any] = [False]
    shown = app(lambda: st.data_editor(frame(), key="k", disabled=held[0]))
    shown.run(k=edit(edited_rows={"0": {"a": 99}}))
    assert shown.value["a"].iloc[0] == 99
    held[0] = []
    assert shown.run().value["a"].iloc[0] == 99
    held[0] = ["a"]
    assert shown.run().value["a"].iloc[0] == 1


def test_two_editors_of_equal_data_need_keys(app: Any) -> None:
    shown = app(lambda: [st.data_editor(frame()), st.data_editor(frame())])
    assert isinstance(shown.error, st.errors.StreamlitDuplicateElementId)
    assert app(lambda: [st.data_editor(frame(), key=k) for k in "ab"]).error is None


def test_data_without_content_to_go_by_can_be_edited_all_the_same(app: Any) -> None:
    data = pd.DataFrame({"a": [[lambda: 0], [1]]})
    assert app(lambda: st.data_editor(data)).error is None


# -- session state -----------------------------------------------------------------------------------------


def test_session_state_is_read_only(app: Any) -> None:
    shown = app(lambda: st.data_editor(frame(), key="k"))
    state = shown.state.get("k")
    assert repr(state) == "{'edited_rows': {}, 'added_rows': [], 'deleted_rows': []}"
    assert state.edited_rows == state["edited_rows"] == {}
    for change in (
        lambda: state.update(a=1),
        state.clear,
        lambda: state.__setitem__("a", 1),
        lambda: setattr(state, "a", 1),
        lambda: state.__delitem__("edited_rows"),
        lambda: state["edited_rows"].__setitem__(0, {}),
        lambda: state.pop("edited_rows"),
        lambda: state.__ior__({}),
    ):
        with pytest.raises(TypeError, match="cannot be changed"):
            change()
    with pytest.raises(AttributeError, match="nope"):
        _ = state.nope
    assert copy.deepcopy(state) == copy.copy(state) == state
    assert type(copy.deepcopy(state)) is DataEditorState


def test_assigning_its_key_is_refused(app: Any) -> None:
    def script() -> None:
        st.session_state.k = {"edited_rows": {}}
        st.data_editor(frame(), key="k")

    assert isinstance(app(script).error, st.errors.StreamlitValueAssignmentNotAllowedError)


def test_edits_can_be_put_there_between_runs() -> None:
    at = AppTest.from_string(
        "import pandas as pd\nst.write(st.data_editor(pd.DataFrame({'a': [1]}), key='k')['a'].tolist())"
    ).run()
    at.session_state.k = {"edited_rows": {"0": {"a": 5}, "7": {"a": 1}}, "deleted_rows": [9]}
    assert at.run().json[0].value == "[5]"
    at.session_state.k = 5
    assert at.run().exception[0].exception_type == "StreamlitInvalidParameterTypeError"


# -- what a browser may send -------------------------------------------------------------------------------


def declared(**options: Any) -> Any:
    return KINDS["data_editor"].declare(frame(), **options)


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
WIRE = some.dictionaries(some.sampled_from(["edited_rows", "added_rows", "deleted_rows", "x"]), JSON) | JSON


@given(WIRE)
def test_anything_sent_is_refused_or_is_an_edit_that_can_be_done(wire: Any) -> None:
    control = declared(num_rows="dynamic")
    try:
        state = control.decode(wire)
    except (TypeError, ValueError):
        return
    assert control.decode(control.encode(state)) == state
    json.dumps(control.encode(state), allow_nan=False)
    control.returns(state)


REFUSED: list[tuple[Any, dict[str, Any]]] = [
    (None, {}),
    ([], {}),
    ({"other": 1}, {}),
    (edit(edited_rows={"3": {"a": 1}}), {}),
    (edit(edited_rows={"-1": {"a": 1}}), {}),
    (edit(edited_rows={"1e3": {"a": 1}}), {}),
    (edit(edited_rows={"9" * 5000: {"a": 1}}), {}),
    (edit(edited_rows={"0": {"nope": 1}}), {}),
    (edit(edited_rows={"0": {INDEX: 1}}), {}),
    (edit(edited_rows={"0": {"a": {"k": 1}}}), {}),
    (edit(edited_rows={"0": {"a": float("inf")}}), {}),
    (edit(edited_rows={"0": {"a": [1]}}), {}),
    (edit(edited_rows={"0": {"b": "x" * 1_000_001}}), {}),
    (edit(edited_rows={"0": {"a": 1}}), {"disabled": ["a"]}),
    (edit(edited_rows={"0": {"a": 1}}), {"disabled": [1]}),
    (edit(edited_rows={"0": {"a": 1}}), {"column_config": {"a": {"disabled": True}}}),
    (edit(edited_rows=[]), {}),
    (edit(added_rows=[{}]), {}),
    (edit(added_rows=[{}]), {"num_rows": "delete"}),
    (edit(added_rows={}), {"num_rows": "add"}),
    (edit(added_rows=[{}] * 100_001), {"num_rows": "add"}),
    (edit(deleted_rows=[0]), {}),
    (edit(deleted_rows=[0]), {"num_rows": "add"}),
    (edit(deleted_rows=[0, 0]), {"num_rows": "delete"}),
    (edit(deleted_rows=[3]), {"num_rows": "delete"}),
    (edit(deleted_rows=[True]), {"num_rows": "delete"}),
    (edit(deleted_rows=[0]), {"num_rows": "dynamic", "disabled": True}),
]


@pytest.mark.parametrize(("wire", "options"), REFUSED, ids=lambda value: str(value)[:60])
def test_hostile_edits_are_refused_before_any_callback(app: Any, wire: Any, options: dict[str, Any]) -> None:
    calls: list[int] = []
    shown = app(lambda: st.data_editor(frame(), key="k", on_change=lambda: calls.append(1), **options))
    shown.run(k=wire)
    assert calls == []
    assert shown.record.refused
    assert shown.state.get("k") == edit()
    assert alike(shown.value, frame())


def test_columns_of_which_there_is_no_way_back_cannot_be_edited() -> None:
    data = pd.DataFrame({"bytes": [b"x"], "mixed": [{"k": 1}], "c": [1j], "fine": [1]})
    control = KINDS["data_editor"].declare(data)
    assert {c.name: c.more["editable"] for c in control.props["grid"].value.columns} == {
        INDEX: False,
        "bytes": False,
        "mixed": False,
        "c": False,
        "fine": True,
    }
    for name in ("bytes", "mixed", "c"):
        with pytest.raises(ValueError, match=name):
            control.decode(edit(edited_rows={"0": {name: "x"}}))


def test_a_moment_that_was_edited_is_in_the_zone_of_its_column(app: Any) -> None:
    data = pd.DataFrame({"t": pd.to_datetime(["2024-01-02 03:04"]).tz_localize("Europe/Berlin")})
    shown = app(lambda: st.data_editor(data, key="k"))
    shown.run(k=edit(edited_rows={"0": {"t": "2024-07-01T12:00:00"}}))
    assert shown.value["t"].iloc[0] == pd.Timestamp("2024-07-01 12:00", tz="Europe/Berlin")


def test_a_column_type_that_cannot_edit_its_values_is_refused(app: Any) -> None:
    config = {"a": st.column_config.DateColumn("A")}
    shown = app(lambda: st.data_editor(pd.DataFrame({"a": [1.5]}), column_config=config))
    assert shown.kinds == ["exception"]
    assert "which a date column cannot edit" in shown.only.props["message"]


@pytest.mark.parametrize(
    "name", ["ProgressColumn", "LineChartColumn", "ImageColumn", "JsonColumn", "ButtonColumn"]
)
def test_columns_that_only_show_something_cannot_be_edited(name: str) -> None:
    config = {"a": getattr(st.column_config, name)()}
    control = KINDS["data_editor"].declare(pd.DataFrame({"a": ["x"]}), column_config=config)
    with pytest.raises(ValueError, match="cannot be edited"):
        control.decode(edit(edited_rows={"0": {"a": "y"}}))


# -- what is shown -----------------------------------------------------------------------------------------


def columns(**options: Any) -> list[tuple[str, str]]:
    return [(c.name, c.label) for c in declared(**options).props["grid"].value.columns]


def test_columns_are_shown_as_the_author_says() -> None:
    assert columns() == [(INDEX, ""), ("a", "a"), ("b", "b")]
    assert columns(hide_index=True, column_order=["b", "nope", "b"]) == [("b", "b")]
    assert columns(column_config={"a": None, "b": "Name", INDEX: "Row"}) == [(INDEX, "Row"), ("b", "Name")]
    assert columns(column_config={"a": {"hidden": True}, 2: {"label": "Second"}}) == [
        (INDEX, ""),
        ("b", "Second"),
    ]
    assert columns(num_rows="dynamic") == [("a", "a"), ("b", "b")]


def test_cells_travel_as_plain_values() -> None:
    data = pd.DataFrame({name: values for name, values in COLUMNS.items() if name != "period"})
    data["huge"] = [2**60, 1, 2]
    data["endless"] = [float("inf"), 1, 2]
    grid = KINDS["data_editor"].declare(data).props["grid"].value
    block = grid.first()
    json.dumps(block, allow_nan=False)
    kinds = {column.name: column.kind for column in grid.columns}
    cells = {name: column[0] for name, column in zip(kinds, block["columns"], strict=True)}
    assert (kinds["int"], cells["int"]) == ("integer", 1)
    assert (kinds["float"], cells["float"]) == ("float", 1.5)
    assert (kinds["bool"], cells["bool"]) == ("boolean", True)
    assert (kinds["date"], cells["date"]) == ("date", "2024-01-02")
    assert (kinds["time"], cells["time"]) == ("time", "01:02:00")
    assert (kinds["moment"], cells["moment"]) == ("datetime", "2024-01-01T10:00:00")
    assert (kinds["length"], cells["length"]) == ("seconds", 3600.0)
    assert (kinds["exact"], cells["exact"]) == ("decimal", "1.5")
    choice = next(column.told() for column in grid.columns if column.name == "choice")
    assert (choice["type"], choice["options"][0], cells["choice"]) == (
        "selectbox",
        {"value": "x", "label": "x"},
        "x",
    )
    assert cells["zoned"].endswith("+00:00")
    assert (cells["huge"], cells["endless"]) == (str(2**60), "inf")
    assert block["columns"][list(kinds).index("text")][1] is None


def test_of_large_data_the_first_rows_and_columns_are_shown_and_all_come_back(app: Any) -> None:
    data = pd.DataFrame(np.zeros((1000, 100)))
    shown = app(lambda: st.data_editor(data, key="k"))
    grid = shown.only.props["grid"].value
    assert (grid.first()["count"], len(grid.columns)) == (99, 101)
    assert (grid.grid.total_rows, grid.total_columns) == (1000, 100)
    shown.run(k=edit(edited_rows={"999": {"99": 5}}))
    assert shown.value.iloc[999, 99] == 5


def test_encode_takes_what_the_program_may_have_put_there() -> None:
    assert encode({"edited_rows": {0: {"a": 1}}}) == edit(edited_rows={"0": {"a": 1}})
    assert encode({}) == edit()


# -- in a test ---------------------------------------------------------------------------------------------

SCRIPT = """
import pandas as pd
st.data_editor(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}), key="k", num_rows="dynamic")
st.dataframe(pd.DataFrame({"z": [1]}))
"""


def test_apptest_edits_adds_and_deletes() -> None:
    at = AppTest.from_string(SCRIPT).run()
    editor = at.data_editor[0]
    assert (editor.type, editor.editing_mode, editor.value.to_dict("list")) == (
        "dataframe",
        "dynamic",
        {"a": [1, 2], "b": ["x", "y"]},
    )
    assert len(at.dataframe) == 2
    editor.edit(0, "a", 5).edit(0, "b", "w").add_row(a=7).delete_row(1).run()
    assert at.session_state.k == edit(
        edited_rows={0: {"a": 5, "b": "w"}}, added_rows=[{"a": 7}], deleted_rows=[1]
    )
    at.data_editor[0].edit(0, "a", 6).run()
    assert at.data_editor[0].state["edited_rows"] == {0: {"a": 6, "b": "w"}}
    assert "data_editor" in repr(at.data_editor[0])


def test_apptest_can_do_only_what_a_user_could() -> None:
    at = AppTest.from_string(SCRIPT).run()
    with pytest.raises(AppTestError, match="no column 'nope'"):
        at.data_editor[0].edit(0, "nope", 1)
    at = AppTest.from_string(SCRIPT.replace("key=", "disabled=True, key=")).run()
    with pytest.raises(AppTestError, match="disabled"):
        at.data_editor[0].edit(0, "a", 1)


def test_columns_that_are_held_do_not_hold_the_others() -> None:
    at = AppTest.from_string(
        """
def changed():
    st.session_state.seen = st.session_state.k["edited_rows"]
st.data_editor({"a": [1, 2], "b": ["x", "y"]}, key="k", disabled=["a"], on_change=changed)
"""
    ).run()
    at.data_editor[0].edit(1, "b", "w").run()
    assert at.session_state.seen == {1: {"b": "w"}}
    with pytest.raises(AppTestError, match="cannot be edited"):
        at.data_editor[0].edit(0, "a", 5)


def test_edits_in_a_form_count_when_it_is_submitted() -> None:
    at = AppTest.from_string(
        """
with st.form("f"):
    sums = st.data_editor([1, 2], key="sums", num_rows="add")
    st.form_submit_button("Send")
st.text(str(sums))
"""
    ).run()
    at.data_editor[0].edit(0, "value", 5).add_row(value=6).run()
    assert at.text[0].value == "[1, 2]"
    at.data_editor[0].edit(0, "value", 5).add_row(value=6)
    at.button[0].click().run()
    assert at.text[0].value == "[5, 2, 6]"
    assert at.session_state.sums == edit(edited_rows={0: {"value": 5}}, added_rows=[{"value": 6}])
