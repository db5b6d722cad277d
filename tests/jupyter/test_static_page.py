"""The saved picture of an app, as HTML and as text."""

from __future__ import annotations

import pytest

from jupyter_session_state._core.element import Blob, Element, Table
from jupyter_session_state._core.files import StoredFile
from jupyter_session_state._jupyter.markup import static_page, static_text
from jupyter_session_state._jupyter.markup.static_page import PAGE_LIMIT
from jupyter_session_state._jupyter.markup.static_text import LINES_LIMIT
from tests.jupyter.html_judge import judged, text_of


def box(kind: str, *children: Element, **props: object) -> Element:
    return Element(kind, props, id=kind, view="Block", children=children)


def control(kind: str, value: object, view: str = "Text", **props: object) -> Element:
    return Element(kind, props, id=kind, view=view, value=value)


def picture(size: int) -> Element:
    return Element("pyplot", {"image": Blob(b"x" * size, "image/png"), "alt": "plot"})


def page_text(*children: Element) -> str:
    return text_of(static_page(box("app", *children)))


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        (control("selectbox", "EU", label="**Region**"), "Region: EU"),
        (control("selectbox", None, label="Region"), "Region: "),
        (control("slider", [3.0], label="n", data_type="int"), "n: 3"),
        (control("slider", [0.25, 0.5], label="n", data_type="float", format="%.1f m"), "n: 0.2 m to 0.5 m"),
        (control("slider", [0.25], label="n", format="%s%n%(x)s"), "n: 0.25"),
        (control("slider", [86_400_000_000], label="d", data_type="date"), "d: 1970-01-02"),
        (control("slider", [3_660_000_000], label="t", data_type="time"), "t: 01:01"),
        (control("slider", [0], label="t", data_type="datetime"), "t: 1970-01-01 00:00"),
        (control("slider", [1e30], label="t", data_type="date"), "t: 1e+30"),
        (
            control("date_input", ["2024-05-17", "2024-06-01"], label="d", mode="date", format="DD.MM.YYYY"),
            "d: 17.05.2024 to 01.06.2024",
        ),
        (control("date_input", [], label="d", mode="date", format="DD.MM.YYYY"), "d: "),
        (control("time_input", ["08:45:30"], label="t", mode="time", format="24h"), "t: 08:45:30"),
        (control("time_input", ["00:05"], label="t", mode="time", format="12h"), "t: 12:05 AM"),
        (
            control("datetime_input", ["2024-05-17T13:05"], label="m", mode="datetime", format="MM-DD-YYYY"),
            "m: 05-17-2024, 13:05",
        ),
        (control("color_picker", "#0fa", label="c"), "c: #0fa"),
        (control("checkbox", True, label="On"), "On: yes"),
        (control("number_input", None, label="n", data_type="float"), "n: "),
        (control("multiselect", ["a", "b"], label="m"), "m: a, b"),
        (control("file_uploader", (), label="f"), "f: "),
        (control("file_uploader", tuple(StoredFile.new(n, "", b"x") for n in "ab"), label="f"), "f: a, b"),
        (control("button", False, view="Button", label="Go :rocket:"), "Go 🚀"),
        (control("ipywidget", 7, description="Speed"), "Speed: 7"),
    ],
)
def test_a_control_is_its_label_and_value(element: Element, shown: str) -> None:
    assert shown.strip() in page_text(element)
    assert shown.strip() in static_text(box("app", element))


@pytest.mark.parametrize(
    "secret",
    [
        control("text_input", "hunter2", label="P", type="password"),
        control("text_input", "hunter2", label="P", view="Password"),
        control("text_input", "hunter2", label="P", sensitive=True),
    ],
)
def test_passwords_are_masked_whatever_their_length(secret: Element) -> None:
    for picture_of_it in (static_page(box("app", secret)), static_text(box("app", secret))):
        assert "hunter2" not in picture_of_it
        assert "••••••••" in picture_of_it


def test_containers_are_nested_boxes_in_order() -> None:
    tree = box(
        "app",
        box("main", box("columns", box("column", Element("text", {"body": "left"}), weight=2))),
        box("sidebar", Element("text", {"body": "side"})),
    )

    html = static_page(tree)

    assert html.index("side") < html.index("left")
    assert "flex:2 1 0" in html
    assert judged(html).open == []


@pytest.mark.parametrize("expanded", [True, False])
def test_an_expander_stays_open_or_closed(expanded: bool) -> None:
    html = static_page(
        box("app", box("expander", Element("text", {"body": "in"}), label="*More*", expanded=expanded))
    )

    assert ("<details open" in html) is expanded
    assert "<summary><em>More</em></summary>" in html


@pytest.mark.parametrize(("kind", "is_open"), [("expander", True), ("popover", True), ("popover", False)])
def test_what_the_app_keeps_track_of_is_as_it_was_left(kind: str, is_open: bool) -> None:
    inside = Element("text", {"body": "in"})
    html = static_page(
        box("app", Element(kind, {"label": "L"}, id="k", view="Block", value=is_open, children=(inside,)))
    )

    assert ("<details open" in html) is is_open


def test_all_tabs_are_there_under_their_labels() -> None:
    tabs = [box("tab", Element("text", {"body": f"in {name}"}), label=f"*{name}*") for name in "ab"]
    tree = box("app", box("tabs", *tabs))

    html = static_page(tree)
    assert html.index("<em>a</em>") < html.index("in a") < html.index("<em>b</em>") < html.index("in b")
    assert static_text(tree).splitlines() == ["a:", "in a", "b:", "in b"]


def test_a_toast_is_gone() -> None:
    toast = Element("toast", {"body": "Saved", "icon": None, "duration": 4, "run": 1})

    assert "Saved" not in static_page(box("app", toast)) + static_text(box("app", toast))


def test_empty_containers_leave_nothing() -> None:
    assert "callbacks" not in static_page(box("app", box("callbacks"), Element("text", {"body": "x"})))


def test_what_needs_a_kernel_or_a_pointer_is_left_out() -> None:
    kept = Element("note", {"body": "kept", "reset": "k"})
    html = static_page(box("app", Element("title", {"body": "x", "help": "more"}), kept))

    assert "jss-help" not in html
    assert "<button" not in html
    assert " id=" not in html


def test_output_is_shown_in_its_richest_safe_form() -> None:
    outputs = (
        {"output_type": "stream", "text": "\x1b[31mprinted\x1b[0m\n"},
        {"output_type": "display_data", "data": {"text/html": "<b onclick=x>rich</b>", "text/plain": "poor"}},
        {"output_type": "display_data", "data": {"image/png": "AAAA\n", "text/plain": "<Figure>"}},
        {"output_type": "error", "ename": "KeyError", "evalue": "'k'"},
    )
    tree = box("app", control("output", None, view="Output", outputs=outputs))

    html = static_page(tree)

    assert "<pre>printed</pre>" in html
    assert "<b>rich</b>" in html
    assert 'src="data:image/png;base64,AAAA"' in html
    assert "KeyError: &#x27;k&#x27;" in html
    assert static_text(tree).splitlines() == ["printed", "poor", "<Figure>", "KeyError: 'k'"]


def test_a_figure_that_is_too_big_becomes_a_note_and_the_rest_stays() -> None:
    html = static_page(box("app", picture(400_000), Element("text", {"body": "after"})))

    assert "Not in the saved picture: figure (533 kB)" in html
    assert "after" in html


def test_figures_leave_room_for_words() -> None:
    html = static_page(box("app", *(picture(60_000) for _ in range(5)), Element("text", {"body": "after"})))

    assert html.count("<img") == 2
    assert "after" in html


def test_the_page_never_grows_past_its_limit() -> None:
    texts = [Element("text", {"body": "x" * 15_000}) for _ in range(100)]
    deep = box("container", *texts)
    for _ in range(50):
        deep = box("container", deep)

    html = static_page(box("app", deep))

    assert len(html) <= PAGE_LIMIT
    assert judged(html).open == []
    assert html.count("run the cell to see it") <= 1


def test_thousands_of_small_items_end_with_a_note() -> None:
    html = static_page(box("app", *(Element("text", {"body": "x"}) for _ in range(10_000))))

    assert len(html) <= PAGE_LIMIT
    assert "run the cell to see it" in html


def test_a_long_table_is_cut_in_the_picture() -> None:
    table = Table(("a",), tuple((str(n),) for n in range(200)), (True,), 0, 200, 1)

    assert "showing first 50 of 200 rows" in page_text(Element("dataframe", {"table": table}))


def test_text_names_what_it_cannot_show() -> None:
    table = Table(("a",), (("1",),), (True,), 0, 1, 1)
    tree = box(
        "app",
        Element("title", {"body": "**T**"}),
        Element("dataframe", {"table": table}),
        picture(3),
        Element("error", {"body": "bad", "icon": "🚨"}),
        Element("exception", {"type": "E", "message": "m"}),
        Element("exception", {"type": "E", "message": "m", "line": 3}),
        Element("help", {"name": "f", "type": "function", "value": "m.f(a)", "doc": "Does it.\nWell."}),
        Element("help", {"name": None, "type": "int", "value": "5", "doc": ""}),
        Element("progress", {"value": 5}),
        Element("spinner", {"text": "x"}),
        Element("markdown", {"body": "<b>raw</b> &amp; x", "unsafe_allow_html": True}),
    )

    assert static_text(tree).splitlines() == [
        "# T",
        "[table: 1 row, 1 column]",
        "[figure: plot]",
        "🚨 Error: bad",
        "E: m",
        "E (line 3): m",
        "f: Does it.",
        "5",
        "Progress: 5 %",
        "raw & x",
    ]


def test_text_is_short() -> None:
    lines = static_text(
        box("app", *(Element("text", {"body": "x" * 9_000}) for _ in range(500)))
    ).splitlines()

    assert len(lines) == LINES_LIMIT + 1
    assert max(map(len, lines)) < 500
    assert lines[-1] == "…"
