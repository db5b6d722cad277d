"""Frames, chats, grids, numbers of pages, components: what a call draws, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.components import v1
from jupyter_session_state.testing import AppTest

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


def props(app: Any, draw: Any) -> Any:
    run = app(draw)
    if run.error:
        raise run.error
    return run.only.props


# -- frames ------------------------------------------------------------------------------------------------


def test_a_frame_shows_an_address_html_or_a_file(tmp_path: Path, app: Any) -> None:
    (tmp_path / "x.html").write_text("<p>")
    (tmp_path / "x.txt").write_text("t")
    assert props(app, lambda: st.iframe("https://a.example"))["src"] == "https://a.example"
    assert props(app, lambda: st.iframe("/local"))["src"] == "/local"
    assert props(app, lambda: st.iframe("<b>"))["page"].data == b"<b>"
    assert props(app, lambda: st.iframe(tmp_path / "x.html"))["page"].data == b"<p>"
    assert props(app, lambda: st.iframe(tmp_path / "x.txt"))["file"].mime == "text/plain"


def test_an_address_has_a_height_and_html_its_own(app: Any) -> None:
    assert props(app, lambda: st.iframe("https://a.example"))["height"] == 400
    assert props(app, lambda: st.iframe("<b>"))["height"] == "content"
    assert props(app, lambda: v1.html("<b>"))["height"] == 150
    assert props(app, lambda: v1.iframe("https://a.example", 200, 300, True)) == {
        "alt": None,
        "src": "https://a.example",
        "width": 200,
        "height": 300,
        "scrolling": True,
        "tab_index": None,
    }


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"tab_index": True}, errors.StreamlitInvalidParameterTypeError),
        ({"tab_index": "1"}, errors.StreamlitInvalidParameterTypeError),
        ({"tab_index": -2}, errors.StreamlitValueError),
        ({"height": 0}, errors.StreamlitInvalidHeightError),
        ({"height": "auto"}, errors.StreamlitInvalidHeightError),
        ({"width": "wide"}, errors.StreamlitInvalidWidthError),
        ({"src": Path("nowhere.html")}, errors.StreamlitAPIException),
    ],
)
def test_a_frame_that_cannot_be_is_refused(options: Any, error: type[Exception], app: Any) -> None:
    with pytest.raises(error):
        props(app, lambda: st.iframe(**{"src": "<b>", **options}))


def test_the_same_html_is_the_same_frame(app: Any) -> None:
    assert props(app, lambda: v1.html("<b>"))["page"] == props(app, lambda: v1.html("<b>"))["page"]


def test_a_page_too_large_is_refused(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jupyter_session_state.elements.media_messages.LARGEST", 10)
    with pytest.raises(errors.StreamlitAPIException, match="MB"):
        props(app, lambda: st.iframe("<b>" * 10))


# -- components --------------------------------------------------------------------------------------------


def test_what_components_do_not_have_is_named() -> None:
    with pytest.raises(AttributeError, match=r"components\.v1"):
        _ = v1.nothing


# -- chats -------------------------------------------------------------------------------------------------

CHAT = """
import streamlit as st
for name in ("user", "ai", "Human", "Zoe", "🦖"):
    with st.chat_message(name):
        st.write("hi")
st.chat_message("Bo", avatar="🎈")
st.chat_message("Bo", avatar=":material/star:")
st.chat_message("Bo", avatar="https://a.example/x.png")
"""


def test_a_message_has_a_name_and_an_avatar() -> None:
    test = AppTest.from_string(CHAT).run()
    assert not test.exception
    assert [(m.name, m.avatar) for m in test.chat_message] == [
        *[("user", "user"), ("ai", "assistant"), ("Human", "user"), ("Zoe", ""), ("🦖", "🦖")],
        *[("Bo", "🎈"), ("Bo", ":material/star:"), ("Bo", "https://a.example/x.png")],
    ]
    assert test.chat_message[0].markdown[0].value == "hi"


def test_an_avatar_may_be_a_picture(app: Any) -> None:
    run = app(lambda: st.chat_message("x", avatar=PNG))
    message = next(e for e in run.tree.walk() if e.kind == "chat_message")
    assert message.props["avatar"].mime == "image/png"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"name": None}, errors.StreamlitMissingRequiredParameterError),
        ({"name": "x", "avatar": "no picture"}, errors.StreamlitAPIException),
        ({"name": "x", "avatar": 5}, errors.StreamlitAPIException),
        ({"name": "x", "width": 0}, errors.StreamlitInvalidWidthError),
    ],
)
def test_a_message_that_cannot_be_is_refused(arguments: Any, error: type[Exception], app: Any) -> None:
    assert isinstance(app(lambda: st.chat_message(**arguments)).error, error)


# -- grids -------------------------------------------------------------------------------------------------


def test_a_grid_holds_elements_and_cells() -> None:
    test = AppTest.from_string(
        "g = st.grid(3, gap=('small', None), key='g')\ng.text('a')\n"
        "with g.cell(column_span='all', row_span=2): st.text('b')\n"
        "with g: st.text('c')"
    ).run()
    (grid,) = test.grid
    assert not test.exception
    assert (grid.column_count, grid.gap, grid.key, grid.wrap) == (3, ("small", None), "g", True)
    assert [t.value for t in grid.text] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"columns": "many"}, errors.StreamlitValueError),
        ({"columns": 0}, errors.StreamlitValueOutOfRangeError),
        ({"columns": 25}, errors.StreamlitValueOutOfRangeError),
        ({"columns": 2.5}, errors.StreamlitInvalidParameterTypeError),
        ({"columns": True}, errors.StreamlitInvalidParameterTypeError),
        ({"wrap": False}, errors.StreamlitIncompatibleParametersError),
        ({"wrap": "no"}, errors.StreamlitInvalidParameterTypeError),
        ({"min_column_width": 0}, errors.StreamlitValueError),
        ({"min_column_width": "small"}, errors.StreamlitValueError),
        ({"row_height": "auto"}, errors.StreamlitValueError),
        ({"gap": "huge"}, errors.StreamlitValueError),
        ({"gap": ("small",)}, errors.StreamlitValueError),
        ({"vertical_alignment": "middle"}, errors.StreamlitValueError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
        ({"height": -1}, errors.StreamlitInvalidHeightError),
    ],
)
def test_a_grid_that_cannot_be_is_refused(options: Any, error: type[Exception], app: Any) -> None:
    assert isinstance(app(lambda: st.grid(**options)).error, error)


@pytest.mark.parametrize(
    ("span", "error"),
    [
        ({"column_span": 3}, errors.StreamlitValueOutOfRangeError),
        ({"column_span": 0}, errors.StreamlitValueError),
        ({"column_span": "some"}, errors.StreamlitValueError),
        ({"row_span": 0}, errors.StreamlitValueError),
        ({"row_span": "2"}, errors.StreamlitInvalidParameterTypeError),
    ],
)
def test_a_cell_that_does_not_fit_is_refused(span: Any, error: type[Exception], app: Any) -> None:
    assert isinstance(app(lambda: st.grid(2).cell(**span)).error, error)


# -- numbers of pages --------------------------------------------------------------------------------------


def test_a_page_is_chosen_and_kept() -> None:
    test = AppTest.from_string("st.write(st.pagination(5, default=2, key='p'))").run()
    pages = test.pagination[0]
    assert (pages.value, pages.num_pages, pages.default) == (2, 5, 2)
    pages.select(4).run()
    assert test.markdown[0].value == "`4`"
    assert test.session_state.p == 4
    for wrong in (0, 6, "2", True):
        with pytest.raises(Exception, match="pages 1 to 5"):
            test.pagination[0].set_value(wrong)


def test_a_page_that_is_gone_is_the_default() -> None:
    test = AppTest.from_string("n = st.slider('n', 1, 9, 9)\nst.write(st.pagination(n, key='p'))").run()
    test.pagination[0].select(8).run()
    test.slider[0].set_value(3).run()
    assert test.markdown[0].value == "`1`"


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"num_pages": 0}, errors.StreamlitAPIException),
        ({"num_pages": 2.0}, errors.StreamlitAPIException),
        ({"num_pages": True}, errors.StreamlitAPIException),
        ({"num_pages": 3, "default": 4}, errors.StreamlitValueOutOfRangeError),
        ({"num_pages": 3, "default": "1"}, errors.StreamlitInvalidParameterTypeError),
        ({"num_pages": 3, "max_visible_pages": -1}, errors.StreamlitAPIException),
        ({"num_pages": 3, "width": 0}, errors.StreamlitInvalidWidthError),
    ],
)
def test_pages_that_cannot_be_are_refused(options: Any, error: type[Exception], app: Any) -> None:
    assert isinstance(app(lambda: st.pagination(**options)).error, error)


def test_a_page_that_no_browser_could_choose_is_ignored(app: Any) -> None:
    run = app(lambda: st.pagination(3, key="p"))
    assert run.run(p=3).value == 3
    assert run.run(p=9).value == 3
