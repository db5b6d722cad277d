from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import io
import types
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements.long_texts import LONGEST


class Shape(enum.Enum):
    ROUND = 1


@dataclasses.dataclass
class Point:
    x: int = 1


class Shown:
    def __repr__(self) -> str:
        return "K!"


class Html:
    def _repr_html_(self) -> str:
        return "<b>bold</b>"


class Pair(NamedTuple):
    a: int
    b: int


def chunks() -> Iterator[str]:
    yield "chunk one "
    yield "chunk two"


def func(a: int, b: int = 1) -> None:
    """Doc of func."""


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("text *md*", "text *md*"),
        ("", ""),
        (1, "`1`"),
        (1.5, "`1.5`"),
        (True, "`True`"),
        (None, "`None`"),
        (1 + 2j, "`(1+2j)`"),
        ((1, 2), "`(1, 2)`"),
        ({1, 2}, "`{1, 2}`"),
        (b"bytes", "`b'bytes'`"),
        (range(3), "`range(0, 3)`"),
        (dt.date(2024, 1, 2), "`2024-01-02`"),
        (Shape.ROUND, "`Shape.ROUND`"),
        (Shown(), "`K!`"),
        (10**20, "`100000000000000000000`"),
        (float("nan"), "`nan`"),
        (io.StringIO("*md*"), "*md*"),
        (chunks(), "chunk one chunk two"),
        (chunks, "chunk one chunk two"),
    ],
)
def test_texts_and_scalars_are_markdown(app: Any, value: Any, body: str) -> None:
    shown = app(lambda: st.write(value))
    assert shown.kinds == ["markdown"]
    assert shown.only.props["body"] == body


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ([1, "a"], "json"),
        ({"k": [1]}, "json"),
        (types.MappingProxyType({}), "json"),
        ({"k": 1}.items(), "json"),
        (map(str, [1]), "json"),
        (Pair(1, 2), "json"),
        (st.session_state, "json"),
        (ValueError("shown"), "exception"),
        (Point(), "help"),
        (Point, "help"),
        (Shown, "help"),
        (Shape, "help"),
        (Html(), "help"),
        (object(), "help"),
        (func, "help"),
        (len, "help"),
        (io, "help"),
        (st.sidebar, "help"),
    ],
)
def test_other_values_have_a_kind_of_their_own(app: Any, value: Any, kind: str) -> None:
    assert app(lambda: st.write(value)).kinds == [kind]


def test_frames_and_arrays_are_tables(app: Any) -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    frame = pd.DataFrame({"a": [1, 2]})
    values = [frame, frame["a"], frame.style, frame.index, np.array([1, 2]), np.ones((2, 2))]
    assert app(lambda: st.write(*values)).kinds == ["dataframe"] * len(values)


def test_scalars_of_numpy_and_pandas_are_texts(app: Any) -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    shown = app(lambda: st.write(np.int64(3), np.float64(5), pd.Timestamp("2024-01-02"), pd.NaT))
    assert shown.only.props["body"] == "`3` `5.0` `2024-01-02 00:00:00` `NaT`"


def test_an_array_without_a_dimension_is_an_empty_table_as_in_streamlit(app: Any) -> None:
    np = pytest.importorskip("numpy")
    assert app(lambda: st.write(np.array(5))).kinds == ["dataframe"]


def test_figures_and_axes_are_pictures(app: Any) -> None:
    figure_module = pytest.importorskip("matplotlib.figure")
    figure = figure_module.Figure()
    assert app(lambda: st.write(figure, figure.subplots())).kinds == ["pyplot", "pyplot"]


def test_a_pillow_image_is_a_picture(app: Any) -> None:
    image = pytest.importorskip("PIL.Image").new("RGB", (2, 2))
    shown = app(lambda: st.write(image))
    assert shown.kinds == ["image"]
    assert shown.only.props["images"][0].mime == "image/jpeg"


def test_a_chart_without_a_function_yet_says_so(app: Any) -> None:
    model = type("Model", (), {"__module__": "bokeh.model"})
    shown = app(lambda: st.write(model()))
    assert shown.kinds == ["note"]
    assert "bokeh_chart" in shown.only.props["body"]


def test_neighbouring_texts_are_one_paragraph_that_other_kinds_break(app: Any) -> None:
    shown = app(lambda: st.write("a", 1, "b", [1], "c", None, ValueError(), "d"))
    assert shown.kinds == ["markdown", "json", "markdown", "exception", "markdown"]
    assert [e.props["body"] for e in shown.drawn if e.kind == "markdown"] == ["a `1` b", "c `None`", "d"]


def test_nothing_draws_nothing_and_none_is_returned(app: Any) -> None:
    shown = app(st.write)
    assert shown.drawn == []
    assert shown.value is None


@pytest.mark.parametrize(
    ("text", "body"),
    [("a`b", "``a`b``"), ("a``b`c", "```a``b`c```"), ("`q`", "`` `q` ``"), ("a\nb", "```\na\nb\n```")],
)
def test_backticks_and_lines_of_a_value_are_kept(app: Any, text: str, body: str) -> None:
    value = type("V", (), {"__str__": lambda self: text})()
    assert app(lambda: st.write(value)).only.props["body"] == body


def test_html_of_an_object_counts_only_if_allowed(app: Any) -> None:
    shown = app(lambda: st.write(Html(), unsafe_allow_html=True))
    assert (shown.only.kind, shown.only.props["body"]) == ("html", "<b>bold</b>")


def test_html_of_an_object_stands_before_the_texts_that_came_before_it(app: Any) -> None:
    shown = app(lambda: st.write("one", Html(), "two", unsafe_allow_html=True))
    assert [(e.kind, e.props["body"]) for e in shown.drawn] == [
        ("html", "<b>bold</b>"),
        ("markdown", "one two"),
    ]


def test_a_very_long_text_is_cut_with_a_note(app: Any) -> None:
    shown = app(lambda: st.write("x" * 10_000_000))
    assert shown.kinds == ["markdown", "note"]
    assert len(shown.drawn[0].props["body"]) == LONGEST
    assert "10,000,000" in shown.drawn[1].props["body"]


def test_in_a_spot_the_note_about_a_long_text_is_part_of_it(app: Any) -> None:
    shown = app(lambda: st.empty().write("x" * (LONGEST + 1)))
    assert "200,001" in shown.only.props["body"]


def test_a_generator_mixes_texts_and_values(app: Any) -> None:
    def mixed() -> Iterator[Any]:
        yield from ("a", "b", [1], "c")

    shown = app(lambda: st.write(mixed()))
    assert shown.kinds == ["markdown", "json", "markdown"]
    assert shown.drawn[0].props["body"] == "ab"


def test_a_handle_takes_one_value_and_an_area_of_the_page_many(app: Any) -> None:
    assert app(lambda: st.container().write([1])).kinds == ["json"]
    assert app(lambda: st.empty().write("a")).kinds == ["markdown"]
    for handle in (st.empty, st.container, lambda: st.columns(2)[0], st.sidebar.container):
        assert type(app(lambda make=handle: make().write("a", [1])).error) is errors.StreamlitAPIException
    assert app(lambda: st.sidebar.write("a", [1])).error is None


def test_with_a_handle_any_number_of_values_is_written(app: Any) -> None:
    def script() -> None:
        with st.container():
            st.write("a", [1])
        with st.empty():
            st.write("a", [1])

    assert app(script).kinds == ["markdown", "json", "json"]


def test_session_state_is_a_tree_of_its_values(app: Any) -> None:
    shown = app(lambda: st.write(st.session_state), a=1, b={2})
    assert shown.only.props["body"] == '{"a": 1, "b": [2]}'
