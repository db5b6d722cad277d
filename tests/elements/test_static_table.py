"""`st.table` shows all of its rows, with lines and without."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import jupyter_session_state as st
from jupyter_session_state._jupyter.markup import item_html


def html(app: Any, data: Any, **options: Any) -> str:
    return str(item_html(app(lambda: st.table(data, **options)).only))


def test_texts_are_markdown_and_numbers_as_they_are(app: Any) -> None:
    drawn = html(app, {"**Name**": ["*Ada* <b>x</b>"], "n": [1.5]})
    assert "<strong>Name</strong>" in drawn
    assert "<em>Ada</em>" in drawn
    assert "<b>x</b>" not in drawn
    assert '<td class="jss-num">1.5</td>' in drawn


def test_an_index_is_shown_where_it_says_something(app: Any) -> None:
    frame = pd.DataFrame({"a": [1]})
    assert '<th scope="row"' not in html(app, frame)
    assert '<th scope="row">row</th>' in html(app, frame.set_index(pd.Index(["row"])))
    assert '<th scope="row" class="jss-num">0</th>' in html(app, frame, hide_index=False)


@pytest.mark.parametrize(("border", "name"), [(True, "bordered"), (False, "bare"), ("horizontal", "lined")])
def test_lines_are_as_the_author_wants_them(app: Any, border: Any, name: str) -> None:
    assert f"jss-table-box jss-{name}" in html(app, [[1]], border=border)


def test_headers_can_be_left_out(app: Any) -> None:
    assert "<thead>" not in html(app, {"a": [1]}, hide_header=True)


def test_all_rows_are_there(app: Any) -> None:
    assert html(app, {"a": range(1500)}).count("<tr>") == 1501


@pytest.mark.parametrize("border", ["thick", 5, None])
def test_lines_that_there_are_none_of_are_refused(app: Any, border: Any) -> None:
    shown = app(lambda: st.table([[1]], border=border))
    assert "border of st.table" in shown.only.props["message"]
