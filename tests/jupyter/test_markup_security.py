"""Whatever a text holds, nothing of it may run in the page, load a document, or take a name of the page's."""

from __future__ import annotations

import json
import runpy
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jupyter_session_state._core.element import Blob, Element, Table
from jupyter_session_state._jupyter.frames import block_props
from jupyter_session_state._jupyter.markup import (
    item_html,
    label_html,
    markdown_html,
    sanitise,
    static_page,
)
from jupyter_session_state._jupyter.markup import markdown as markdown_module
from tests.jupyter.html_judge import judged
from tests.jupyter.xss_corpus import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _item(kind: str, **props: object) -> str:
    return item_html(Element(kind, props))


def _page(*children: Element) -> str:
    return static_page(Element("app", id="root", view="Block", children=children))


_TEXT = Element("text", {"body": "x"})


def _link(text: str, **more: object) -> dict[str, object]:
    told = {"label": text, "icon": text, "help": text, "width": text, "icon_position": text}
    return {"page": None, "address": None, "current": True, **told, **more}


def _navigation(*sections: object) -> str:
    props = {"sections": sections, "position": "top", "visible": 1}
    return str(block_props(Element("navigation", props, id="n", view="Block"))["html"])


def _control(**options: object) -> str:
    props = options.pop("props", {})
    return _page(Element("text_input", props, id="c", view="Text", **options))  # type: ignore[arg-type]


def _chart(**props: object) -> str:
    told = {"engine": "vega", "spec": "{}", "points": 3, **props}
    return _page(Element("vega_lite_chart", told, id="c", view="Chart"))


def _table(text: str) -> Table:
    return Table(("", text), ((text, text),), (False, False), 1, 10, 1)


def _image_props(text: str, image: object) -> dict[str, object]:
    return {"images": (image,), "captions": (text,), "alts": (text,), "width": text, "link": text}


def _image(text: str, image: object) -> str:
    return _item("image", **_image_props(text, image))


def _metric(text: str, **more: object) -> dict[str, object]:
    names = ("label", "shown", "delta", "shown_delta", "delta_description", "help", "icon", "width", "height")
    return {**dict.fromkeys(names, text), "body": text, **more}


def _chat(text: str, **props: object) -> str:
    return str(block_props(Element("chat_message", props, id="c", view="Block"))["avatar_html"])


def _app(**props: object) -> dict[str, object]:
    return block_props(Element("app", props, id="a", view="Block"))


def _output(**output: object) -> str:
    return _page(Element("output", {"outputs": (output,)}, id="o", view="Output"))


SURFACES: dict[str, Callable[[str], str]] = {
    "markdown": markdown_html,
    "markdown, raw HTML": lambda text: markdown_html(text, unsafe_html=True),
    "label": label_html,
    "markdown body": lambda text: _item("markdown", body=text, help=text),
    "markdown body, raw HTML": lambda text: _item("markdown", body=text, unsafe_allow_html=True),
    "caption": lambda text: _item("caption", body=text, help=text),
    "caption, raw HTML": lambda text: _item("caption", body=text, unsafe_allow_html=True),
    "text": lambda text: _item("text", body=text, help=text),
    "title": lambda text: _item("title", body=text, help=text, icon=text),
    "header anchor": lambda text: _item("header", body="x", anchor=text),
    "subheader divider": lambda text: _item("subheader", body=text, divider=text),
    "title of two lines": lambda text: _item("title", body=f"x\n{text}"),
    "json key and value": lambda text: _item("json", body=json.dumps({text: [text, {text: text}]})),
    "json that is none": lambda text: _item("json", body=text),
    "table": lambda text: _item("dataframe", table=_table(text), alt=text, width=text, height=text),
    "static table": lambda text: _item(
        "table", table=_table(text), alt=text, markdown=True, border=text, hide_header=False, width=text
    ),
    "figure": lambda text: _item("pyplot", image=Blob(b"x", "image/png"), alt=text, width=text),
    "image": lambda text: _image(text, Blob(b"x", "image/png")),
    "image of that type": lambda text: _image(text, Blob(b"x", text)),
    "image of that address": lambda text: _image(text, text),
    "image of that SVG": lambda text: _image(text, Blob(text.encode("utf-8", "replace"), "image/svg+xml")),
    "image in the picture": lambda text: _page(Element("image", _image_props(text, Blob(b"x", "image/png")))),
    "audio": lambda text: _item("audio", source=text, alt=text, width=text, start=1, end=2),
    "audio of that type": lambda text: _item("audio", source=Blob(b"x", text), alt=text),
    "video": lambda text: _item("video", source=text, alt=text, subtitles=((text, Blob(b"x", "text/vtt")),)),
    "video of another page": lambda text: _item("video", source=text, page=True, alt=text),
    "video in the picture": lambda text: _page(
        Element("video", {"source": Blob(b"x", "video/mp4"), "alt": text})
    ),
    "pdf": lambda text: _item("pdf", source=Blob(b"x", "application/pdf"), alt=text, height=text),
    "pdf of that address": lambda text: _item("pdf", source=text, alt=text),
    "iframe": lambda text: _item("iframe", page=Blob(text.encode("utf-8", "replace"), "text/html"), alt=text),
    "iframe of that address": lambda text: _item("iframe", src=text, alt=text, width=text, height=text),
    "iframe in the picture": lambda text: _page(
        Element("iframe", {"page": Blob(text.encode("utf-8", "replace"), "text/html"), "alt": text})
    ),
    "code": lambda text: _item("code", body=text, language=text, line_numbers=True, height=text, width=text),
    "code in that language": lambda text: _item("code", body=text, language="html"),
    "code in the picture": lambda text: _page(Element("code", {"body": text, "language": "javascript"})),
    "fenced code": lambda text: markdown_html(f"```{text}\n{text}\n```"),
    "html": lambda text: _item("html", body=text, width=text),
    "latex": lambda text: _item("latex", body=f"$$\n{text}\n$$", help=text, width=text),
    "latex in a text": lambda text: markdown_html(f"$\\text{{{text}}}$ and $$\n{text}\n$$ $a{text}$"),
    "latex beside raw HTML": lambda text: markdown_html(f"{text} $x_{text}$ {text}", unsafe_html=True),
    "badge": lambda text: _item("markdown", body=f":red-badge[{text}]", help=text),
    "own colour": lambda text: markdown_html(f':color[{text}]{{foreground="{text}" background="{text}"}}'),
    "task": lambda text: markdown_html(f"- [ ] {text}\n- [x] {text}"),
    "address in a text": lambda text: markdown_html(f"see https://{text} and http://a.example/{text}"),
    "metric": lambda text: _item(
        "metric", **_metric(text, chart_data=(1.0, float("nan"), -2.0), color=text, direction=text)
    ),
    "metric with bars": lambda text: _item(
        "metric", **_metric(text, chart_data=(1.0, 2.0), chart_type="bar")
    ),
    "divider": lambda text: _item("divider", width=text),
    "skeleton": lambda text: _item("skeleton", height=text, width=text),
    "balloons": lambda text: _item("balloons", run=1),
    "chat message": lambda text: _chat(text, name_shown=text, avatar=text),
    "chat message without avatar": lambda text: _chat(text, name_shown=text, avatar=""),
    "chat message in the picture": lambda text: _page(
        Element("chat_message", {"name_shown": text}, id="c", view="Block", children=(_TEXT,))
    ),
    "logo": lambda text: str(_app(logo={"image": text, "size": text, "link": text})["logo_html"]),
    "icon of the page": lambda text: str(_app(page_icon=text, page_title=text)["page_icon_html"]),
    "error": lambda text: _item("error", body=text, icon=text, title=text),
    "warning": lambda text: _item("warning", body=text, icon=text, title=text),
    "info": lambda text: _item("info", body=text, icon=text, title=text),
    "success": lambda text: _item("success", body=text, icon=text, title=text),
    "exception": lambda text: _item("exception", type=text, message=text, traceback=(text, text)),
    "help": lambda text: _item("help", name=text, type=text, value=text, doc=text, members=((text,) * 4,)),
    "help without a value": lambda text: _item("help", value=text, members=((text, text, None, text),)),
    "progress": lambda text: _item("progress", value=5, text=text),
    "spinner": lambda text: _item("spinner", text=text),
    "note": lambda text: _item("note", body=text),
    "toast": lambda text: _item("toast", body=text, icon=text, duration=4, run=1),
    "space": lambda text: _item("space", size=text),
    "page link": lambda text: _item("page_link", **_link(text, page=text, query=text)),
    "page link elsewhere": lambda text: _item("page_link", **_link(text, address=f"https://{text}")),
    "page link that is off": lambda text: _item("page_link", **_link(text, page=text, disabled=True)),
    "page link in the picture": lambda text: _page(Element("page_link", _link(text, page=text))),
    "navigation": lambda text: _navigation((text, (_link(text, page=text), _link(text, address=text)))),
    "navigation, folded": lambda text: _navigation((text, [_link(text, page=text)] * 5)),
    "dialog": lambda text: _page(
        Element("dialog", {"label": text, "icon": text}, id="d", view="Block", children=(_TEXT,))
    ),
    "frame": lambda text: "".join(
        str(html)
        for name, html in block_props(
            Element("tabs", {"label": text, "help": text, "labels": (text,)}, id="t", view="Block")
        ).items()
        if name in ("label_html", "help_html", "labels_html")
    ),
    "kind": _item,
    "control": lambda text: _control(props={"label": text, "help": text}, value=text, key=text),
    "options": lambda text: _control(props={"label": text}, value=[text, text]),
    "format": lambda text: _control(props={"format": text}, value=1.5),
    "expander": lambda text: _page(Element("expander", {"label": text}, id="e", view="Block")),
    "tab": lambda text: _page(
        Element("tab", {"label": text}, id="t", view="Block", children=(Element("markdown"),))
    ),
    "container": lambda text: _page(
        Element(text, {"border": text, "weight": text}, id="e", view="Block", children=(Element("markdown"),))
    ),
    "chart": lambda text: _chart(alt=text, what=text),
    "chart's title": lambda text: _chart(spec=json.dumps({"title": {"text": [text]}, "description": text})),
    "printed": lambda text: _output(output_type="stream", text=[text, text]),
    "displayed as text": lambda text: _output(output_type="display_data", data={"text/plain": text}),
    "displayed as HTML": lambda text: _output(output_type="display_data", data={"text/html": [text]}),
    "displayed as picture": lambda text: _output(output_type="display_data", data={"image/png": text}),
    "raised": lambda text: _output(output_type="error", ename=text, evalue=text, traceback=[text]),
    "static items": lambda text: _page(
        *(Element(kind, {"body": text, "title": text}) for kind in ("markdown", "title", "error", "text"))
    ),
}


@pytest.fixture
def without_sanitiser(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where nh3 cannot be had."""
    caches = (markdown_module._rendered, markdown_module._rendered_inline)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(sanitise, "nh3", None)
    yield
    for cache in caches:
        cache.cache_clear()


def _shape(html: str) -> tuple[object, str]:
    judge = judged(html)
    tags = [
        (tag, {name: value for name, value in attributes.items() if value}) for tag, attributes in judge.tags
    ]
    return tags, "".join(judge.texts)


def _assert_all_safe(surface: str) -> None:
    for text in CORPUS:
        html = SURFACES[surface](text)
        try:
            judged(html)
        except AssertionError as problem:
            pytest.fail(f"{surface} with {text!r}: {problem}\n{html}")


def test_corpus_has_many_different_tries() -> None:
    assert len(set(CORPUS)) >= 150


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_dangerous_comes_through(surface: str) -> None:
    _assert_all_safe(surface)


@pytest.mark.usefixtures("without_sanitiser")
@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_dangerous_comes_through_without_the_sanitiser(surface: str) -> None:
    _assert_all_safe(surface)


@pytest.mark.parametrize(
    "bad",
    [
        "<script>1</script>",
        "<p onclick=x>y</p>",
        "<a href='java\tscript:x'>y</a>",
        "<a href=data:text/html,x>y</a>",
        "<iframe></iframe>",
        "<p id=x>y</p>",
        "<p>y",
        "y</div>",
        "<!-- x -->",
        "<p style='background:url(x)'>y</p>",
        "<p data-commandlinker-command=x>y</p>",
    ],
)
def test_the_judge_of_these_tests_condemns(bad: str) -> None:
    with pytest.raises(AssertionError):
        judged(bad)


@pytest.mark.parametrize("text", CORPUS)
def test_cleaned_html_is_read_the_same_way_again(text: str) -> None:
    once = sanitise.clean_raw_html(text)

    assert once is not None
    assert _shape(sanitise.clean_raw_html(once) or "") == _shape(once)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(CORPUS) | st.text(max_size=8), min_size=2, max_size=5))
def test_tries_in_combination_stay_harmless(pieces: list[str]) -> None:
    text = "".join(pieces)

    for surface in ("markdown", "markdown, raw HTML", "label", "title", "table", "displayed as HTML"):
        judged(SURFACES[surface](text))


@pytest.mark.usefixtures("without_sanitiser")
def test_raw_html_is_shown_as_text_without_the_sanitiser() -> None:
    assert "&lt;b&gt;x&lt;/b&gt;" in markdown_html("<b>x</b>", unsafe_html=True)


@pytest.mark.usefixtures("without_sanitiser")
def test_links_keep_their_safety_without_the_sanitiser() -> None:
    html = markdown_html("[x](https://ok.example)")

    assert 'rel="noopener noreferrer"' in html
    assert 'target="_blank"' in html


def test_a_missing_sanitiser_is_noticed_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nh3", None)
    namespace = runpy.run_path(sanitise.__file__)

    assert namespace["clean_raw_html"]("<b>x</b>") is None
    assert namespace["clean_text_html"]("<p>x</p>") == "<p>x</p>"


def test_ids_of_authors_cannot_take_names_of_the_page() -> None:
    html = markdown_html('<p id="cookie">x</p><a href="#cookie">y</a>', unsafe_html=True)

    assert 'id="jss-anchor-cookie"' in html
    assert 'href="#jss-anchor-cookie"' in html


def test_attributes_that_run_commands_of_the_host_are_dropped() -> None:
    html = markdown_html("<span data-commandlinker-command='a:b'>x</span>", unsafe_html=True)

    assert "commandlinker" not in html


def test_classes_of_the_host_are_dropped_and_the_others_kept() -> None:
    html = markdown_html("<p class='jp-Notebook card jss-app big'>x</p>", unsafe_html=True)

    assert 'class="card big"' in html


def test_style_stays_but_cannot_leave_its_box_or_load() -> None:
    style = "color:red;position:fixed;background:url(//evil.example)"
    html = markdown_html(f"<p style='{style}'>x</p>", unsafe_html=True)

    assert 'style="color:red"' in html


def test_pictures_inside_raw_html_stay() -> None:
    html = markdown_html('<img src="data:image/png;base64,AAAA" alt="x" width="20">', unsafe_html=True)

    assert 'src="data:image/png;base64,AAAA"' in html
