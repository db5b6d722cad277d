"""What the static kinds look like as HTML."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.element import Blob, Element, Table
from jupyter_session_state._jupyter.markup import item_html, label_html, markdown_html, plain_label
from jupyter_session_state._jupyter.markup import markdown as markdown_module
from jupyter_session_state._jupyter.markup.escape import without_ansi
from jupyter_session_state._jupyter.markup.jsontree import NODES_LIMIT
from jupyter_session_state._jupyter.markup.markdown import MARKDOWN_LIMIT
from jupyter_session_state._jupyter.markup.sources import within
from jupyter_session_state._jupyter.markup.tables import CELLS_LIMIT, COLUMNS_LIMIT
from tests.jupyter.html_judge import judged, text_of

MATH = '<math display="%s"><mrow><mi>x</mi></mrow></math>'
PIXEL = Blob(b"\x89PNG", "image/png")
CITIES = Table(
    columns=("", "city", "amount"),
    rows=(("0", "Paris", "1.5"), ("1", "Oslo", "20.0")),
    numeric=(True, False, True),
    index_columns=1,
    total_rows=2,
    total_columns=2,
)


def item(kind: str, **props: object) -> str:
    html = item_html(Element(kind, props))
    judged(html)
    return html


def attributes(html: str, tag: str) -> dict[str, str]:
    """The attributes of the first such element."""
    return next(found for name, found in judged(html).tags if name == tag)


def with_class(html: str, name: str) -> list[dict[str, str]]:
    return [found for _, found in judged(html).tags if name in found.get("class", "").split()]


# ---- Markdown ----

SYMBOL = (
    '<span class="jss-symbol" data-jss-symbol="%s" role="img" aria-label="%s icon"><span>%s</span></span>'
)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("**a** *b* ~~c~~ `d`", "<strong>a</strong> <em>b</em> <s>c</s> <code>d</code>"),
        (":red[**x** y]", '<span class="jss-red"><strong>x</strong> y</span>'),
        (":blue-background[x]", '<span class="jss-blue-background">x</span>'),
        (":grey-badge[x]", '<span class="jss-gray-background jss-badge">x</span>'),
        (":red[a :blue[b] c]", '<span class="jss-red">a <span class="jss-blue">b</span> c</span>'),
        (":rocket: :+1: :smile:", "🚀 👍 😄"),
        (":wave: :bulb: :robot: :de: :100:", "👋 💡 🤖 🇩🇪 💯"),
        (":heart: :-1: :woman_technologist:", "❤️ 👎 👩\u200d💻"),
        (":red_car: :house: :bar_chart: :x: :1234: :email:", "🚗 🏠 📊 ❌ 🔢 ✉️"),
        (
            ":material/search: :material/no_such_one:",
            SYMBOL % ("search", "search", "🔍")
            + " "
            + SYMBOL % ("no_such_one", "no such one", "no such one"),
        ),
        ("no :such_shortcode: and 10:20:30 and a:b", "no :such_shortcode: and 10:20:30 and a:b"),
        (":red[unclosed", ":red[unclosed"),
        ("`:red[x] :rocket: $a$`", "<code>:red[x] :rocket: $a$</code>"),
        ("$x$", f'<span class="jss-math">{MATH % "inline"}</span>'),
        ("$$x$$", f'<span class="jss-math">{MATH % "inline"}</span>'),
        ("it costs $5 or $6 or \\$7", "it costs $5 or $6 or $7"),
        ("a $ b", "a $ b"),
    ],
)
def test_label_markup(body: str, html: str) -> None:
    assert label_html(body) == html


@given(some.from_regex(r"[^\W_]{1,12}( [^\W_]{1,12}){0,4}", fullmatch=True))
def test_a_label_of_bare_words_needs_no_parser(label: str) -> None:
    assert label_html(label) == markdown_module._rendered_inline(label)


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("**Speed** of `x`", "Speed of x"),
        ("[link](https://a.example) and ![picture](https://a.example/p.png)", "link and picture"),
        (":red[hot] :rocket:", "hot 🚀"),
        ("a\nb", "a b"),
        ("1. not a list", "1. not a list"),
        ("# not a heading", "# not a heading"),
        ("<b>", "<b>"),
        ("", ""),
        ("$x^2$", "$x^2$"),
    ],
)
def test_plain_label_is_what_one_reads(label: str, plain: str) -> None:
    assert plain_label(label) == plain


@pytest.mark.parametrize("label", ["# x", "- x", "1. x", "> x", "```x", "    x", "|a|\n|-|", "---"])
def test_a_label_is_one_line_without_blocks(label: str) -> None:
    tags = {tag for tag, _ in judged(label_html(label)).tags}

    assert tags <= {"code", "em", "strong"}


def test_raw_html_is_shown_as_text() -> None:
    assert text_of(markdown_html("<b>x</b>")).strip() == "<b>x</b>"


def test_raw_html_that_is_allowed_keeps_what_is_harmless() -> None:
    html = markdown_html("<details open><summary>a</summary><kbd>b</kbd></details>", unsafe_html=True)

    assert html.strip() == '<details open=""><summary>a</summary><kbd>b</kbd></details>'


def test_links_open_elsewhere_and_do_not_tell_from_where() -> None:
    link = attributes(markdown_html("[x](https://a.example 't')"), "a")

    assert link == {
        "href": "https://a.example",
        "title": "t",
        "target": "_blank",
        "rel": "noopener noreferrer",
    }


@pytest.mark.parametrize("unsafe", [False, True])
def test_links_within_the_page_lead_to_headings(unsafe: bool) -> None:
    html = markdown_html("# Über *uns*\n[x](#section)", unsafe_html=unsafe)

    assert attributes(html, "h1")["id"] == "jss-anchor-über-uns"
    assert attributes(html, "a")["href"] == "#jss-anchor-section"
    assert "target" not in attributes(html, "a")


def test_a_common_indentation_is_taken_off() -> None:
    assert markdown_html("\n    # A\n    b\n") == markdown_html("# A\nb")


def test_tables_scroll_in_a_box_of_their_own_and_align() -> None:
    html = markdown_html("|a|b|\n|-|-:|\n|1|2|")

    assert with_class(html, "jss-scroll")
    assert '<td style="text-align:right">2</td>' in html


def test_in_formulas_over_several_lines_nothing_is_markdown() -> None:
    html = markdown_html("a\n\n$$\n*x*\n- y\n= z_1 w_2\n$$\n\nb")

    assert '<div class="jss-math jss-math-display"><math display="block">' in html
    assert "<em>" not in html
    assert "<li>" not in html
    assert html.strip().endswith("<p>b</p>")


def test_a_formula_that_never_ends_is_text() -> None:
    assert text_of(markdown_html("$$\na\n\nb")).split() == ["$$", "a", "b"]


def test_a_huge_text_is_cut_with_a_note_and_costs_little() -> None:
    started = time.perf_counter()
    text = text_of(markdown_html("word " * 2_000_000))

    assert time.perf_counter() - started < 5
    assert len(text) < MARKDOWN_LIMIT + 200
    assert "9,999,999 characters, the first 100,000 are shown" in text


def test_rendering_the_same_again_is_taken_from_the_cache() -> None:
    markdown_module._rendered.cache_clear()
    markdown_html("same")
    markdown_html("same")

    assert markdown_module._rendered.cache_info().hits == 1


def test_big_texts_are_not_kept_in_the_cache() -> None:
    markdown_module._rendered.cache_clear()
    markdown_html("x" * 50_000)

    assert markdown_module._rendered.cache_info().currsize == 0


@pytest.mark.parametrize("kind", ["markdown", "text", "title", "error", "json", "caption", "note"])
def test_half_characters_do_not_break_the_message(kind: str) -> None:
    item(kind, body="a\ud800b").encode()


# ---- Headings and texts ----


@pytest.mark.parametrize(("kind", "tag"), [("title", "h1"), ("header", "h2"), ("subheader", "h3")])
def test_headings_have_their_level_and_a_link_to_themselves(kind: str, tag: str) -> None:
    html = item(kind, body="Sales **2024**")

    assert attributes(html, tag)["id"] == "jss-anchor-sales-2024"
    assert attributes(html, "a")["href"] == "#jss-anchor-sales-2024"
    assert attributes(html, "a")["aria-label"] == "Link to Sales 2024"


def test_anchor_false_means_no_link() -> None:
    assert item("title", body="x", anchor=False) == "<h1>x</h1>"


def test_an_anchor_of_ones_own_is_prefixed() -> None:
    assert attributes(item("title", body="x", anchor="my place"), "h1")["id"] == "jss-anchor-my-place"


@pytest.mark.parametrize("body", ["***", "日本", "!?"])
def test_every_heading_has_an_id_that_tells_it_from_others(body: str) -> None:
    assert len(attributes(item("title", body=body), "h1")["id"]) > len("jss-anchor-")


@pytest.mark.parametrize(
    ("divider", "colour"), [(True, "accent"), ("red", "red"), ("grey", "gray"), ("no such", "accent")]
)
def test_dividers_are_coloured_by_class(divider: object, colour: str) -> None:
    html = item("header", body="x", divider=divider)

    assert attributes(html, "hr") == {"class": f"jss-divider jss-divider-{colour}"}


def test_lines_below_the_first_of_a_title_are_body_text() -> None:
    html = item("title", body="Title\n- a\n- b", anchor=False)

    assert html.startswith("<h1>Title</h1>")
    assert "<li>a</li>" in html


@pytest.mark.parametrize("kind", ["markdown", "caption", "text", "title", "header", "subheader"])
def test_help_can_be_focused_and_is_read_out(kind: str) -> None:
    (mark,) = with_class(item(kind, body="x", help="More *about* it"), "jss-help")

    assert mark == {"class": "jss-help", "tabindex": "0", "role": "note", "aria-label": "More about it"}


def test_text_keeps_every_character() -> None:
    body = "<b> *a*\n  $b$ :rocket:"

    assert text_of(item("text", body=body)) == body


def test_a_huge_text_element_is_cut_with_a_note() -> None:
    text = text_of(item("text", body="x" * 10_000_000))

    assert "10,000,000 characters, the first 200,000 are shown" in text
    assert len(text) < 200_200


def test_an_unknown_kind_is_a_note() -> None:
    assert "hologram cannot be shown here yet" in text_of(item("hologram"))


def test_a_toast_tells_the_page_how_long_and_of_which_run() -> None:
    html = item_html(Element("toast", {"body": "**Saved**", "icon": "<b>", "duration": 4, "run": 7}))
    assert 'data-jss-seconds="4" data-jss-run="7"' in html
    assert "<strong>Saved</strong>" in html
    assert "<b>" not in html


@pytest.mark.parametrize(("size", "pixels"), [(5, 5), ("small", 12), ("large", 68), ("odd", 16)])
def test_space_has_a_size(size: object, pixels: int) -> None:
    assert f"--jss-space:{pixels}px" in item_html(Element("space", {"size": size}))


def test_empty_is_empty() -> None:
    assert item("empty") == ""


def test_a_heading_may_have_an_icon() -> None:
    symbol = '<span aria-hidden="true"><span class="jss-symbol" data-jss-symbol="home"><span>🏠</span></span></span>'
    assert item("header", body="x", icon=":material/home:", anchor=False) == f"<h2>{symbol} x</h2>"


def test_a_note_about_a_kept_value_can_reset_it() -> None:
    html = item_html(Element("note", {"body": "keeps `7` from this session", "reset": 'a "key"'}))

    assert "keeps <code>7</code> from this session · <button" in html
    assert 'data-jss-action="reset" data-jss-key="a &quot;key&quot;">Reset</button>' in html


def test_other_texts_cannot_hold_a_button_that_resets() -> None:
    button = '<button data-jss-action="reset" data-jss-key="k">x</button>'

    assert "data-jss" not in markdown_html(button, unsafe_html=True)


# ---- Alerts ----


@pytest.mark.parametrize(
    ("kind", "role"), [("error", "alert"), ("warning", "status"), ("info", "status"), ("success", "status")]
)
def test_alerts_say_what_they_are(kind: str, role: str) -> None:
    html = item(kind, body="**x**", icon="🚨", title="Oh")

    assert attributes(html, "div") == {"class": f"jss-alert jss-alert-{kind}", "role": role}
    assert "<strong>Oh</strong>" in html
    assert "<p><strong>x</strong></p>" in html
    assert '<span class="jss-alert-icon" aria-hidden="true">🚨</span>' in html


def test_an_icon_by_name_is_a_character_that_knows_its_name() -> None:
    assert 'data-jss-symbol="lightbulb"><span>💡</span>' in item(
        "info", body="x", icon=":material/lightbulb:"
    )


def test_an_icon_in_a_label_is_its_sign_where_there_is_no_markup() -> None:
    assert plain_label(":material/delete: all") == "🗑️ all"


def test_an_icon_by_name_among_an_authors_html_is_one_too_and_what_the_author_calls_so_must_be_a_name() -> (
    None
):
    html = markdown_html("<b>:material/home:</b>", unsafe_html=True)
    assert attributes(html, "span")["data-jss-symbol"] == "home"
    forged = markdown_html("<span data-jss-symbol='x\"}*{color:red'>y</span>", unsafe_html=True)
    assert "data-jss-symbol" not in attributes(forged, "span")


def test_an_exception_shows_its_message_and_folds_its_traceback() -> None:
    html = item("exception", type="ValueError", message="bad <x>", traceback=("  line 1\n", '    f("<a>")\n'))

    assert attributes(html, "div")["role"] == "alert"
    assert "<strong>ValueError:</strong> bad &lt;x&gt;" in html
    assert "open" not in attributes(html, "details")
    assert "  line 1\n    f(&quot;&lt;a&gt;&quot;)</pre>" in html


def test_an_exception_names_its_line_in_its_first_words() -> None:
    html = item("exception", type="ValueError", message="bad", traceback=(), line=7)
    assert "<strong>ValueError (line 7):</strong> bad" in html


HELP = {
    "name": "Dog",
    "type": "class",
    "value": "zoo.Dog(name)",
    "doc": "A <dog>.",
    "members": (("legs", "int", "4", None), ("bark", "function", None, "Make a noise.")),
}


def test_help_tells_name_call_documentation_and_members() -> None:
    html = item("help", **HELP)
    assert "A &lt;dog&gt;." in html
    for part in ("zoo.Dog(name)", "legs", "Make a noise.", ">class<"):
        assert part in html
    assert html.count("<tr>") == 3


def test_help_without_name_value_or_members_still_tells_the_type() -> None:
    html = item("help", name=None, type="Dog", value=None, doc="", members=())
    assert "Dog" in html
    assert "No documentation." in html
    assert "<table>" not in html


def test_help_says_what_it_leaves_out() -> None:
    html = item("help", name="x", type="T", doc="d" * 60_000, members=(("m", "int", "1", None),) * 600)
    assert "60,000" in html
    assert "100 more" in html


def test_an_exception_without_message_or_traceback_is_its_type() -> None:
    html = item("exception", type="KeyError", message="", traceback=())

    assert text_of(html).strip() == "KeyError"


def test_a_warning_shown_as_exception_is_yellow() -> None:
    assert with_class(item("exception", type="W", message="x", is_warning=True), "jss-alert-warning")


def test_colours_of_a_terminal_are_taken_out() -> None:
    assert without_ansi("\x1b[0;31mred\x1b[0m \x1b]8;;http://x\x07link") == "red link"
    assert "\x1b" not in item("exception", type="E", message="\x1b[1mx", traceback=("\x1b[1my",))


# ---- Tables ----


def test_a_table_is_a_named_region_that_can_be_scrolled_by_keyboard() -> None:
    box = attributes(item("dataframe", table=CITIES), "div")

    assert box["role"] == "group"
    assert box["tabindex"] == "0"
    assert box["aria-label"] == "2 rows, 2 columns"


def test_index_cells_are_row_headers_and_numbers_flush_right() -> None:
    html = item("dataframe", table=CITIES)

    assert '<th scope="row" class="jss-num">0</th><td>Paris</td><td class="jss-num">1.5</td>' in html
    assert '<th scope="col" class="jss-num">amount</th>' in html


def test_an_index_without_a_name_makes_no_header_that_says_nothing() -> None:
    html = item("dataframe", table=CITIES)

    assert '<thead><tr><td class="jss-num"></td><th scope="col">' in html


def test_the_index_can_be_hidden() -> None:
    html = item("dataframe", table=CITIES, hide_index=True)

    assert 'scope="row"' not in html
    assert "<tr><td>Paris</td>" in html


def test_a_cut_table_says_so() -> None:
    table = Table(("a",), (("1",),) * 200, (True,), 0, 10_000, 3)

    text = text_of(item("dataframe", table=table))

    assert text.endswith("showing first 200 of 10,000 rows, first 1 of 3 columns")


def test_a_whole_table_has_no_footnote() -> None:
    assert "showing" not in item("dataframe", table=CITIES)


def test_a_very_wide_table_is_cut_to_what_a_page_can_bear() -> None:
    wide = Table(tuple(map(str, range(1000))), (("x",) * 1000,) * 300, (), 0, 300, 1000)

    html = item("dataframe", table=wide)

    assert html.count("<td") <= CELLS_LIMIT
    assert f"first {COLUMNS_LIMIT} of 1,000 columns" in html


def test_an_empty_table_says_that_it_is_empty() -> None:
    assert "empty" in text_of(item("dataframe", table=Table(("a",), ())))


def test_a_row_shorter_than_the_header_is_no_error() -> None:
    assert "<td>1</td></tr>" in item("dataframe", table=Table(("a", "b"), (("1",),)))


def test_a_long_cell_is_shortened() -> None:
    assert len(item("dataframe", table=Table(("a",), (("x" * 100_000,),)))) < 2_000


@pytest.mark.parametrize(
    ("size", "style"),
    [
        ({"height": 300}, "max-height:300px"),
        ({"height": "content", "width": 200}, "max-height:none;width:200px"),
    ],
)
def test_a_table_has_the_size_it_was_given(size: dict[str, object], style: str) -> None:
    assert attributes(item("dataframe", table=CITIES, **size), "div")["style"] == style


# ---- JSON ----


def test_json_values_are_told_apart_by_class() -> None:
    html = item("json", body='{"a": [1, "x", true, null, 1e3]}')

    for kind in ("key", "index", "number", "string", "bool", "null"):
        assert with_class(html, f"jss-json-{kind}"), kind


@pytest.mark.parametrize(
    ("expanded", "opened"), [(True, 3), (False, 0), (0, 0), (1, 1), (2, 2), (99, 3), (None, 0)]
)
def test_json_is_opened_to_the_depth_asked_for(expanded: object, opened: int) -> None:
    html = item("json", body="[[[1]]]", expanded=expanded)

    assert html.count("<details open>") == opened
    assert html.count("<details") == 3


def test_big_json_is_cut_and_says_how_much_is_shown() -> None:
    html = item("json", body=json.dumps({"a": list(range(5_000)), "b": {"c": 1}}))

    assert html.count("jss-json-number") <= NODES_LIMIT
    assert "2,000 of its 5,004 values are shown" in text_of(html)


def test_very_deep_json_is_cut() -> None:
    html = item("json", body="[" * 500 + "]" * 500)

    assert "61 of its 500 values are shown" in text_of(html)


@pytest.mark.parametrize("body", ["{not json", "[" * 100_000, ""])
def test_what_is_no_json_is_shown_as_text(body: str) -> None:
    assert text_of(item("json", body=body)) == body


def test_ten_megabytes_of_json_are_text_with_a_note() -> None:
    text = text_of(item("json", body="[" + "1," * 5_000_000 + "1]"))

    assert "the first 200,000 are shown" in text


def test_a_long_string_in_json_is_shortened() -> None:
    assert "(50,000 characters)" in text_of(item("json", body=json.dumps(["x" * 50_000])))


def test_numbers_that_are_none_are_shown() -> None:
    assert "NaN" in text_of(item("json", body="[NaN, Infinity]"))


# ---- Pictures, progress ----


def test_a_picture_is_inside_the_page_and_has_words() -> None:
    shown = item_html(Element("pyplot", {"image": PIXEL, "alt": 'a "b"', "width": 30}), within)
    picture = attributes(shown, "img")

    assert picture["src"] == "data:image/png;base64,iVBORw=="
    assert picture["alt"] == 'a "b"'
    assert picture["style"] == "width:30px"


@pytest.mark.parametrize(
    ("kind", "width", "classes"),
    [
        ("pyplot", "stretch", "jss-img jss-stretch"),
        ("pyplot", "content", "jss-img"),
        ("pyplot", 10, "jss-img"),
    ],
)
def test_a_picture_has_the_width_it_was_given(kind: str, width: object, classes: str) -> None:
    assert attributes(item(kind, image=PIXEL, width=width), "img")["class"] == classes


def test_a_picture_of_no_known_type_is_a_note() -> None:
    assert "cannot be shown" in text_of(item("pyplot", image=Blob(b"<script>", "text/html")))


@pytest.mark.parametrize(("value", "shown"), [(40, "40"), (-5, "0"), (900, "100"), (None, "0")])
def test_progress_tells_its_value(value: int | None, shown: str) -> None:
    html = item("progress", value=value, text="Loading **x**")
    (bar,) = (found for _, found in judged(html).tags if found.get("role") == "progressbar")

    assert bar["aria-valuenow"] == shown
    assert bar["aria-label"] == "Loading x"
    assert "Loading <strong>x</strong>" in html
    assert f"width:{shown}%" in html


def test_a_spinner_is_announced() -> None:
    html = item("spinner", text="Working")

    assert attributes(html, "div")["role"] == "status"
    assert text_of(html) == "Working"


def test_a_spinner_counts_the_seconds_if_asked() -> None:
    assert "jss-spinner-time" in item("spinner", text="Working", show_time=True)
    assert "jss-spinner-time" not in item("spinner", text="Working", show_time=False)
