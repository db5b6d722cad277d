"""How code, formulas, metrics, pictures and frames look as HTML, in the live page and in the saved picture."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from jupyter_session_state._core.element import Blob, Element
from jupyter_session_state._jupyter.frames import block_props
from jupyter_session_state._jupyter.markup import formulas, item_html, markdown_html, static_page, static_text
from jupyter_session_state._jupyter.markup.codes import coloured
from jupyter_session_state._jupyter.markup.sources import within
from tests.jupyter.html_judge import judged, text_of

PIXEL = Blob(b"\x89PNG", "image/png")
PAGE = Blob(b'<p>&"</p>', "text/html")


def item(kind: str, **props: Any) -> str:
    html = item_html(Element(kind, props))
    judged(html)
    return html


def saved(kind: str, **props: Any) -> tuple[str, str]:
    tree = Element("app", id="root", view="Block", children=(Element(kind, props),))
    return static_page(tree), static_text(tree)


# -- code --------------------------------------------------------------------------------------------------


def test_words_of_a_language_have_colours_and_the_text_stays() -> None:
    html = coloured("def f():\n    '''two\n    lines'''  # x", "python")
    assert '<span class="jss-tok-keyword">def</span>' in html
    assert '<span class="jss-tok-comment"># x</span>' in html
    assert "".join(judged(html).texts) == "def f():\n    '''two\n    lines'''  # x"
    assert all(line.count("<span") == line.count("</span>") for line in html.split("\n"))


@pytest.mark.parametrize("language", ["", "text", "plaintext", "no such language"])
def test_no_known_language_has_no_colours(language: str) -> None:
    assert coloured("if <x>", language) == "if &lt;x&gt;"


def test_without_pygments_code_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygments.lexers", None)
    assert coloured("def f", "python3-not-cached-yet") == "def f"


def test_a_long_text_is_shown_at_once_without_colours() -> None:
    assert "<span" not in coloured("x = 1\n" * 20_000, "python")


def test_lines_have_numbers_and_a_button_that_the_saved_picture_lacks() -> None:
    html = item(
        "code", body="a\nb", language="text", line_numbers=True, wrap_lines=True, height=50, width="content"
    )
    assert html.count('class="jss-line"') == 2
    assert 'style="height:50px;width:fit-content"' in html
    assert 'data-jss-action="copy"' in html
    page, text = saved("code", body="a\nb", language="text")
    assert "<button" not in page
    assert text == "a\nb"


# -- formulas ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (r"\foo{x}", r"\foo is not known"),
        (r"\frac{a", "missing"),
        ("{", "missing"),
        ("a^b^c", "double superscripts"),
        ("{" * 4000, "nested too deeply"),
        ("x" * 6000, "6,000 characters"),
    ],
)
def test_a_formula_that_cannot_be_read_is_its_source_with_a_remark(source: str, why: str) -> None:
    html = formulas.formula_html(source, display=True)
    judged(html)
    assert why in text_of(html)
    assert source[:50] in text_of(html)
    assert "<math" not in html


def test_within_a_line_the_remark_is_a_title() -> None:
    html = formulas.formula_html(r"\foo", display=False)
    assert text_of(html) == r"\foo"
    assert "is not known" in html


def test_without_the_converter_a_formula_is_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "_converter", lambda: None)
    assert "pip install latex2mathml" in formulas.formula_html("unusual_{1234}", display=True)


@pytest.mark.parametrize(
    "source",
    [r"\href{javascript:alert(1)}{x}", r"\text{<img src=x onerror=alert(1)>}", r"\color{red;x:y}{x}"],
)
def test_nothing_but_looks_comes_out_of_a_formula(source: str) -> None:
    html = formulas.formula_html(source, display=True)
    judged(html)
    assert "href" not in html.replace("&lt;", "")
    assert "<img" not in html


def test_what_stands_for_a_formula_cannot_be_written_by_an_author() -> None:
    html = markdown_html("jssformula0n $x$ jssformula1n")
    assert html.count("<math") == 1
    assert "jssformula0n" in html


# -- metrics -----------------------------------------------------------------------------------------------


METRIC: dict[str, Any] = {
    "label": "Visits",
    "body": "1",
    "shown": "1",
    "delta": "-3",
    "shown_delta": "-3",
    "color": "red",
    "direction": "down",
    "chart_data": (),
    "chart_type": "line",
}


def test_a_metric_says_its_change_in_words_too() -> None:
    assert text_of(item("metric", **METRIC)) == "Visits1↓ down by -3"
    assert saved("metric", **METRIC)[1] == "Visits: 1 (↓-3)"
    plain = {**METRIC, "delta": "", "shown_delta": "", "delta_description": "since May"}
    assert text_of(item("metric", **plain)).endswith("since May")


@pytest.mark.parametrize(
    ("kind", "shape", "count"), [("line", "path", 2), ("bar", "rect", 3), ("area", "path", 4)]
)
def test_a_chart_has_gaps_where_there_is_no_number(kind: str, shape: str, count: int) -> None:
    html = item("metric", **{**METRIC, "chart_data": (1.0, float("nan"), -2.0, 5.0), "chart_type": kind})
    assert html.count(f"<{shape} ") == count
    assert "Chart of 4 numbers from -2 to 5" in html


@pytest.mark.parametrize("data", [(float("nan"),), (float("inf"), float("-inf"))])
def test_a_chart_without_numbers_is_none(data: Any) -> None:
    assert "<svg" not in item("metric", **{**METRIC, "chart_data": data})


@pytest.mark.parametrize("data", [(5.0,), (5.0, 5.0), (1e308, -1e308), (0.0, 0.0)])
@pytest.mark.parametrize("kind", ["line", "bar", "area"])
def test_a_chart_of_odd_numbers_stays_within_its_picture(data: Any, kind: str) -> None:
    html = item("metric", **{**METRIC, "chart_data": data, "chart_type": kind})
    assert "nan" not in html.split("<svg")[1].split(">", 1)[1]
    assert "inf" not in html.split("<svg")[1].split(">", 1)[1]


def test_a_label_may_be_hidden_or_gone() -> None:
    assert "jss-unseen" in item("metric", **{**METRIC, "label_visibility": "hidden"})
    assert "Visits" not in item("metric", **{**METRIC, "label_visibility": "collapsed"})


# -- pictures, players, frames -----------------------------------------------------------------------------


def test_bytes_are_named_in_the_page_and_inside_in_the_saved_picture() -> None:
    props = {
        "images": (PIXEL,),
        "captions": ("A **dot**",),
        "alts": (None,),
        "width": 30,
        "link": "https://a.example",
    }
    assert f'data-jss-src="{PIXEL.fingerprint}" data-jss-type="image/png"' in item("image", **props)
    assert 'alt="A dot"' in item("image", **props)
    page, text = saved("image", **props)
    assert "data:image/png;base64,iVBORw==" in page
    assert text == "[image: A dot]"


def test_an_address_that_would_run_code_is_none() -> None:
    html = item("image", images=("javascript:alert(1)",), captions=("",), alts=("",), width="content")
    assert 'src=""' in html


def test_a_player_begins_and_ends_where_it_was_told() -> None:
    html = item(
        "video", source=Blob(b"x", "video/mp4"), start=3, end=9, loop=True, muted=True, width=200, alt="Trip"
    )
    for part in (
        'data-jss-start="3"',
        'data-jss-end="9"',
        " loop",
        " muted",
        "width:200px",
        'aria-label="Trip"',
    ):
        assert part in html
    assert "src=" not in item("audio", source=None)
    assert saved("audio", source="https://a.example/x", alt="Song")[1] == "[audio: Song https://a.example/x]"


def test_only_types_for_players_are_played() -> None:
    assert "data-jss-src" not in item("video", source=Blob(b"x", "text/html"))


def test_a_frame_is_cut_off_in_every_form() -> None:
    for props in ({"page": PAGE}, {"src": "https://a.example"}, {"file": Blob(b"x", "text/plain")}):
        for html in (item("iframe", **props), item_html(Element("iframe", props), within)):
            assert 'sandbox="allow-scripts"' in html
            assert "allow-same-origin" not in html
    assert 'srcdoc="&lt;p&gt;&amp;&quot;&lt;/p&gt;"' in saved("iframe", page=PAGE)[0]


def test_a_frame_has_its_size_and_place_in_the_order_of_the_keyboard() -> None:
    html = item(
        "iframe", page=PAGE, width="content", height="content", tab_index=-1, alt="Map", scrolling=False
    )
    for part in ('data-jss-fit="1"', 'tabindex="-1"', 'title="Map"', 'scrolling="no"', "jss-fit-width"):
        assert part in html


def test_a_document_is_a_document_and_nothing_else() -> None:
    assert 'type="application/pdf"' in item("pdf", source=Blob(b"%PDF-", "application/pdf"), height="stretch")
    assert item("pdf", source="https://a.example/x.pdf").startswith('<a href="https://a.example/x.pdf"')


def test_what_is_too_large_for_the_saved_picture_is_a_note() -> None:
    page, _ = saved("video", source=Blob(bytes(400_000), "video/mp4"))
    assert "Not in the saved picture: film" in page


@pytest.mark.parametrize("kind", ["balloons", "snow", "skeleton"])
def test_moments_are_not_saved(kind: str) -> None:
    page, text = saved(kind, run=1)
    assert "jss-effect" not in page
    assert "jss-skeleton" not in page
    assert text == ""


# -- the page, chats ---------------------------------------------------------------------------------------


def props_of(kind: str, **props: Any) -> dict[str, Any]:
    return block_props(Element(kind, props, id="x", view="Block"))


@pytest.mark.parametrize(
    ("avatar", "shown"),
    [("", "Z"), ("🎈", "🎈"), (":material/star:", "⭐")],
)
def test_an_avatar_is_a_sign_or_a_letter(avatar: str, shown: str) -> None:
    assert text_of(props_of("chat_message", name_shown="zoe", avatar=avatar)["avatar_html"]) == shown


@pytest.mark.parametrize("avatar", ["user", "assistant"])
def test_the_usual_avatars_are_drawn_without_a_font(avatar: str) -> None:
    html = props_of("chat_message", name_shown="x", avatar=avatar)["avatar_html"]
    assert f"jss-avatar-{avatar}" in html
    assert text_of(html) == ""


def test_pictures_of_frames_are_named_or_have_an_address() -> None:
    avatar = props_of("chat_message", name_shown="x", avatar=PIXEL)["avatar_html"]
    assert f'data-jss-src="{PIXEL.fingerprint}"' in avatar
    logo = props_of(
        "app", logo={"image": "https://a.example/x.png", "size": "large", "link": "https://b.example"}
    )
    assert 'src="https://a.example/x.png"' in logo["logo_html"]
    assert 'href="https://b.example"' in logo["logo_html"]
    assert props_of("app", logo=None)["logo_html"] == ""


# -- texts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a -> b <- c <-> d -- e >= f <= g ~= h", "<p>a → b ← c ↔ d — e ≥ f ≤ g ≈ h</p>"),
        ("a->b `x -> y`", "<p>a-&gt;b <code>x -&gt; y</code></p>"),
        (":shimmer[x]", '<p><span class="jss-shimmer">x</span></p>'),
        (':color[x]{foreground="#fff"}', '<p><span style="color:#fff">x</span></p>'),
        (':color[x]{foreground="url(x)"}', "<p><span>x</span></p>"),
        (":color[x]", "<p>:color[x]</p>"),
        ("- [ ] a\n- [x] b\n- [y] c", '<li class="jss-task">☑ b</li>'),
        ("[a](https://x.example) https://y.example/z_(1).", ">https://y.example/z_(1)</a>."),
        ("(https://y.example)", ">https://y.example</a>)"),
    ],
)
def test_plain_words_that_mean_something(body: str, html: str) -> None:
    shown = markdown_html(body)
    judged(shown)
    assert html in shown


def test_a_link_is_not_linked_twice() -> None:
    assert markdown_html("[https://x.example](https://x.example)").count("<a ") == 1


def test_width_and_alignment_are_told_where_they_are_not_usual() -> None:
    assert "jss-placed" not in item("markdown", body="x")
    html = item("title", body="x", width=200, text_alignment="center", wrap=False)
    assert "width:200px" in html
    assert "text-align:center" in html
    assert "white-space:nowrap" in html
