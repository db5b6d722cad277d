"""Program text, HTML, formulas, badges, metrics, skeletons, effects: what a call says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements.number_texts import plain_number, shown_number
from jupyter_session_state.testing import AppTest


def props(app: Any, draw: Any) -> Any:
    run = app(draw)
    if run.error:
        raise run.error
    return run.only.props


def test_code_loses_one_line_end_at_each_side(app: Any) -> None:
    assert props(app, lambda: st.code("\n\n a\n\n"))["body"] == "\n a\n"


def test_code_of_no_language_is_plain(app: Any) -> None:
    assert props(app, lambda: st.code(5, None))["language"] == "plaintext"


@pytest.mark.parametrize("sizes", [{"height": 0}, {"height": "auto"}, {"width": "wide"}, {"width": True}])
def test_code_of_no_size_is_refused(sizes: Any, app: Any) -> None:
    with pytest.raises((errors.StreamlitInvalidHeightError, errors.StreamlitInvalidWidthError)):
        props(app, lambda: st.code("x", **sizes))


ECHO = """
import streamlit as st
with st.echo():
    x = 1

    st.write("shown", x)  # and told
with st.echo("below"): st.text("one line")
with st.container(), st.echo(
    code_location="below"
):
    @st.cache_data
    def f(): return 2
    st.text(f())
"""


def test_echo_shows_the_block_above_or_below_what_it_draws() -> None:
    test = AppTest.from_string(ECHO).run()
    assert not test.exception
    assert [c.value for c in test.code] == [
        'x = 1\n\nst.write("shown", x)  # and told',
        'with st.echo("below"): st.text("one line")',
        "@st.cache_data\ndef f(): return 2\nst.text(f())",
    ]
    kinds = [node.kind for node in test.main][1:5]
    assert kinds == ["code", "markdown", "text", "code"]


def test_echo_without_source_says_so(app: Any) -> None:
    def draw() -> None:
        exec("with st.echo():\n    st.text('x')", {"st": st})

    run = app(draw)
    run.body.filename = "<nowhere>"
    assert "source" in run.run().drawn[0].props["body"]


def test_html_comes_from_texts_objects_and_files(tmp_path: Path, app: Any) -> None:
    class Shown:
        def _repr_html_(self) -> str:
            return "<b>me</b>"

    (tmp_path / "x.css").write_text("p {}")
    (tmp_path / "x.html").write_text("<p>")
    assert props(app, lambda: st.html(Shown()))["body"] == "<b>me</b>"
    assert props(app, lambda: st.html(tmp_path / "x.html"))["body"] == "<p>"
    assert props(app, lambda: st.html("  <i>\n"))["body"] == "<i>"


@pytest.mark.parametrize("style", ["<style>p {}</style>", " <!-- a --><STYLE x>p</style>\n<style></style>"])
def test_a_style_alone_takes_no_room_on_the_page(style: str) -> None:
    at = AppTest.from_string(f"st.container().html({style!r})\nst.html({style + 'words'!r})").run()
    assert [node.value for node in at.main if node.type == "html"] == [style.lstrip() + "words"]
    assert [node.value for node in at[2] if node.type == "html"] == [style.strip()]


def test_a_file_of_styles_is_a_style(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text("p {}")
    at = AppTest.from_string(f"from pathlib import Path\nst.html(Path({str(tmp_path / 'x.css')!r}))").run()
    assert [node.value for node in at[2] if node.type == "html"] == ["<style>p {}</style>"]


def test_html_of_nothing_is_refused_and_so_is_a_file_that_is_no_text(tmp_path: Path, app: Any) -> None:
    with pytest.raises(errors.StreamlitMissingRequiredParameterError):
        props(app, lambda: st.html(""))
    (tmp_path / "x.html").write_bytes(b"\xff\xfe")
    with pytest.raises(errors.StreamlitAPIException, match=r"x\.html"):
        props(app, lambda: st.html(tmp_path / "x.html"))


def test_html_with_scripts_stands_in_a_frame(app: Any) -> None:
    script = "<script>1</script>"
    assert app(lambda: st.html(script, unsafe_allow_javascript=True)).kinds == ["iframe"]
    assert app(lambda: st.html("<p>", unsafe_allow_javascript=True, width="content")).kinds == ["html"]
    assert app(lambda: st.html(script)).kinds == ["html"]


def test_a_badge_is_markdown_whose_brackets_are_its_own(app: Any) -> None:
    body = props(app, lambda: st.badge("a [b]", icon="🔥", color="red"))["body"]
    assert body == ":red-badge[🔥 a \\[b\\]]"
    with pytest.raises(errors.StreamlitValueError):
        props(app, lambda: st.badge("a", color="pink"))  # type: ignore[arg-type]


def test_latex_takes_expressions_of_sympy(app: Any) -> None:
    sympy = type("Symbol", (), {"__module__": "sympy.core", "__str__": lambda self: "x"})
    assert props(app, lambda: st.latex(r" a^2 "))["body"] == "$$\na^2\n$$"
    with pytest.raises(ModuleNotFoundError, match="sympy"):
        props(app, lambda: st.latex(sympy()))


# -- metrics -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("delta", "how", "color", "direction"),
    [
        (3, "normal", "green", "up"),
        (-3, "normal", "red", "down"),
        ("-3 %", "normal", "red", "down"),
        (" -3", "normal", "red", "down"),
        (3, "inverse", "red", "up"),
        (-3, "inverse", "green", "down"),
        (3, "off", "gray", "up"),
        (0, "normal", "gray", ""),
        (0.0, "normal", "gray", ""),
        ("0", "normal", "gray", ""),
        (None, "normal", "gray", ""),
        ("", "inverse", "gray", ""),
        (-1, "grey", "gray", "down"),
        (0, "violet", "violet", ""),
    ],
)
def test_a_delta_has_colour_and_direction(delta: Any, how: Any, color: str, direction: str, app: Any) -> None:
    drawn = props(app, lambda: st.metric("m", 1, delta, how))
    assert (drawn["color"], drawn["direction"]) == (color, direction)


@pytest.mark.parametrize(("arrow", "direction"), [("auto", "up"), ("down", "down"), ("off", "")])
def test_the_arrow_can_be_chosen(arrow: Any, direction: str, app: Any) -> None:
    assert props(app, lambda: st.metric("m", 1, 2, delta_arrow=arrow))["direction"] == direction


@pytest.mark.parametrize(
    ("value", "body"),
    [(None, "—"), ("a", "a"), (1.50, "1.5"), (Decimal("1.50"), "1.50"), (10**30, "1" + "0" * 30)],
)
def test_a_value_is_told_as_it_is(value: Any, body: str, app: Any) -> None:
    assert props(app, lambda: st.metric("m", value))["body"] == body


def test_numbers_of_numpy_are_numbers(app: Any) -> None:
    np = pytest.importorskip("numpy")
    assert props(app, lambda: st.metric("m", np.float64(1.5), np.int64(-2)))["delta"] == "-2"
    assert plain_number(np.array([1, 2])) is None


@pytest.mark.parametrize("wrong", [{"value": [1]}, {"value": 1, "delta": {}}])
def test_what_is_neither_number_nor_text_is_a_wrong_type(wrong: Any, app: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError):
        props(app, lambda: st.metric("m", **wrong))


@pytest.mark.parametrize("wrong", [{"delta_color": "pink"}, {"delta_arrow": "left"}])
def test_unknown_words_are_refused(wrong: Any, app: Any) -> None:
    with pytest.raises(errors.StreamlitValueError):
        props(app, lambda: st.metric("m", 1, **wrong))


def test_a_metric_needs_a_label_that_is_a_text(app: Any) -> None:
    with pytest.raises(errors.StreamlitMissingRequiredParameterError):
        props(app, lambda: st.metric(None, 1))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        props(app, lambda: st.metric(5, 1))  # type: ignore[arg-type]


def test_a_chart_has_numbers_alone_and_not_too_many(app: Any) -> None:
    assert props(app, lambda: st.metric("m", 1, chart_data=["1", 2.5]))["chart_data"] == (1.0, 2.5)
    assert len(props(app, lambda: st.metric("m", 1, chart_data=range(25_000)))["chart_data"]) <= 10_000
    with pytest.raises(errors.StreamlitAPIException, match="'x'"):
        props(app, lambda: st.metric("m", 1, chart_data=["x"]))
    pd = pytest.importorskip("pandas")
    assert props(app, lambda: st.metric("m", 1, chart_data=pd.Series([1, 2])))["chart_data"] == (1.0, 2.0)


@pytest.mark.parametrize(
    ("number", "format", "text"),
    [
        ("1234.5", None, "1234.5"),
        ("1234.5", "dollar", "$1,234.50"),
        ("-1234.5", "euro", "-€1,234.50"),
        ("1234.5", "yen", "¥1,234"),
        ("0.1234", "percent", "12.34%"),
        ("1234567", "compact", "1.2M"),
        ("999", "compact", "999"),
        ("1234567", "localized", "1,234,567"),
        ("-5", "accounting", "(5.00)"),
        ("1500", "bytes", "1.5KB"),
        ("0", "bytes", "0B"),
        ("123456", "scientific", "1.235E5"),
        ("123456", "engineering", "123.456E3"),
        ("0", "engineering", "0E0"),
        ("2.50", "plain", "2.5"),
        ("3.14159", "%0.2f units", "3.14 units"),
        ("1234567", "%,d", "1,234,567"),
        ("5", "%d%%", "5%"),
        ("5", "100%% of %s", "100% of 5"),
        ("5", "no place", "5"),
        ("5", "%n", "5"),
        ("nan", "dollar", "nan"),
        ("words", "dollar", "words"),
    ],
)
def test_numbers_are_written_in_their_format(number: str, format: str | None, text: str) -> None:
    assert shown_number(number, format) == text


# -- skeletons, effects ------------------------------------------------------------------------------------


def test_a_skeleton_is_replaced_by_what_is_drawn_on_it(app: Any) -> None:
    def draw() -> None:
        place = st.skeleton(height=20)
        st.text("after")
        place.text("there")

    assert app(draw).kinds == ["text", "text"]
    assert app(st.skeleton).kinds == ["skeleton"]


def test_a_skeleton_around_a_block_is_gone_after_it(app: Any) -> None:
    def draw() -> None:
        with st.skeleton():
            st.text("in")

    run = app(draw)
    assert [e.kind for e in run.drawn] == ["empty", "text"]


@pytest.mark.parametrize("height", [0, -1, True, "content", 2.5])
def test_a_skeleton_of_no_height_is_refused(height: Any, app: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidHeightError):
        props(app, lambda: st.skeleton(height))


@pytest.mark.parametrize("effect", [st.balloons, st.snow])
def test_each_run_shows_an_effect_anew(effect: Any, app: Any) -> None:
    run = app(effect)
    first = run.only.props["run"]
    assert run.run().only.props["run"] != first


def test_a_mermaid_chart_is_a_block_of_markdown_with_its_name_before_the_diagram(app: Any) -> None:
    source = "%%{init: {'theme': 'dark'}}%%\n%% stAlt: old\ngraph LR\n  a --> b"
    drawn = app(lambda: st.mermaid_chart(source, alt=" A\n graph ", width=300)).only
    assert drawn.kind == "markdown"
    assert drawn.props["width"] == 300
    assert drawn.props["body"] == (
        "````mermaid\n%%{init: {'theme': 'dark'}}%%\n%% stAlt: A graph\ngraph LR\n  a --> b\n````"
    )
    assert app(lambda: st.mermaid_chart("a `````` b")).only.props["body"].startswith("```````mermaid\na")
    with pytest.raises(errors.StreamlitInvalidWidthError):
        props(app, lambda: st.mermaid_chart("a", width="half"))  # type: ignore[arg-type]


def test_texts_say_their_width_and_alignment_only_where_it_is_not_usual(app: Any) -> None:
    assert "width" not in props(app, lambda: st.markdown("x"))
    drawn = props(app, lambda: st.title("x", width=200, text_alignment="center", wrap=False))
    assert (drawn["width"], drawn["text_alignment"], drawn["wrap"]) == (200, "center", False)
    with pytest.raises(errors.StreamlitValueError):
        props(app, lambda: st.text("x", text_alignment="middle"))  # type: ignore[arg-type]
    with pytest.raises(errors.StreamlitInvalidWidthError):
        props(app, lambda: st.caption("x", width="auto2"))  # type: ignore[arg-type]
    with pytest.raises(errors.StreamlitIncompatibleParametersError):
        props(app, lambda: st.markdown("x", unsafe_allow_html=True, wrap=False))
