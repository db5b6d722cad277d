"""What elements tell of themselves beside their value, as Streamlit's AppTest has it."""

from __future__ import annotations

from typing import Any

import pytest

from jupyter_session_state.testing import AppTest


def drawn(call: str) -> Any:
    """The first element of a script of one line."""
    return AppTest.from_string(f"import streamlit as st\n{call}").run().main[0]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("st.title('A')", {"tag": "h1", "anchor": "", "hide_anchor": False, "icon": ""}),
        ("st.header('A', anchor='here')", {"tag": "h2", "anchor": "here", "hide_anchor": False}),
        ("st.subheader('A', anchor=False)", {"tag": "h3", "anchor": "", "hide_anchor": True}),
        ("st.slider('s', 0, 5)", {"data_type": 0}),
        ("st.slider('s', 0.0, 5.0)", {"data_type": 1}),
        (
            "import datetime as dt\nst.slider('s', dt.date(2024, 1, 1), dt.date(2024, 2, 1))",
            {"data_type": 3},
        ),
        ("import datetime as dt\nst.slider('s', value=dt.datetime(2024, 1, 1))", {"data_type": 2}),
        ("import datetime as dt\nst.slider('s', value=dt.time(1))", {"data_type": 4}),
        ("st.select_slider('s', ['a', 'b'])", {"data_type": 0}),
        ("st.metric('m', 1, -2)", {"color": 0}),
        ("st.metric('m', 1, 2)", {"color": 1}),
        ("st.json({}, expanded=2)", {"expanded": True}),
        ("st.json({}, expanded=False)", {"expanded": False}),
        ("st.grid(2)", {"type": "grid_container", "column_count": 2}),
        ("st.text_input('t', type='email')", {"placeholder": "you@example.com"}),
        ("st.text_input('t', type='url')", {"placeholder": "https://example.com"}),
        ("st.text_input('t', type='phone')", {"placeholder": "+1 234 567 8900"}),
        ("st.expander('e')", {"icon": ""}),
        ("st.expander('e', icon='⭐')", {"icon": "⭐"}),
    ],
)
def test_an_element_tells_what_it_was_drawn_with(call: str, told: dict[str, Any]) -> None:
    found = drawn(call)
    assert {name: getattr(found, name) for name in told} == told


def test_options_of_pills_are_words_without_the_icon_before_them() -> None:
    found = drawn(
        "st.pills('P', [':material/add: Add', ':material/remove:', '⭐ Star', 'plain'], default='⭐ Star')"
    )
    assert found.options == ["Add", "", "Star", "plain"]
    assert found.formatted_values == ["⭐ Star"]


def test_the_position_of_a_pill_with_an_icon_is_told() -> None:
    found = drawn("st.pills('P', [':material/add: Add', '⭐ Star'], default='⭐ Star')")
    assert found.indices == [1]
