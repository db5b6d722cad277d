"""Links to pages as HTML: what they say, what they ask for, and how many are seen."""

from __future__ import annotations

import re
from typing import Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._jupyter.markup import item_html, static_page, static_text
from jupyter_session_state._jupyter.markup.links import navigation_html
from tests.jupyter.html_judge import text_of


def link(label: str = "Costs", **more: Any) -> dict[str, Any]:
    told = {"label": label, "icon": "", "help": "", "page": f"/{label}", "address": None, "current": False}
    return {**told, **more}


def navigation(*sections: tuple[str, list[dict[str, Any]]], visible: int | None = None) -> str:
    return navigation_html({"sections": sections, "visible": visible})


def test_a_link_asks_for_its_page() -> None:
    html = item_html(Element("page_link", link(query="a=1&b=2")))
    assert 'data-jss-action="page"' in html
    assert 'data-jss-key="/Costs"' in html
    assert 'data-jss-query="a=1&amp;b=2"' in html
    assert 'role="link"' in html


def test_a_link_shows_its_icon_beside_its_words_and_its_help_when_pointed_at() -> None:
    html = item_html(Element("page_link", link("The *costs*", icon="🔥", help="All **of** them")))
    assert '<span aria-hidden="true">🔥</span><span>The <em>costs</em></span>' in html
    assert 'title="All of them"' in html


def test_a_link_elsewhere_leaves_the_notebook_alone() -> None:
    html = item_html(Element("page_link", link(address="https://x.org/?a=1&b", page=None)))
    assert re.search(
        r'<a [^>]*href="https://x.org/\?a=1&amp;b" target="_blank" rel="noopener noreferrer"', html
    )


def test_a_disabled_link_can_be_read_but_not_followed() -> None:
    html = item_html(Element("page_link", link(disabled=True)))
    assert 'aria-disabled="true"' in html
    assert "data-jss-action" not in html
    assert "href" not in html


def test_a_link_in_a_label_is_none_in_a_link() -> None:
    assert "<a" not in item_html(Element("page_link", link("[x](https://x.org)")))


def test_sections_are_named_lists_and_the_page_shown_is_marked() -> None:
    html = navigation(("", [link("A", current=True)]), ("More", [link("B")]))
    assert html.startswith('<nav class="jss-pages" aria-label="Pages">')
    assert 'aria-label="More"' in html
    assert html.count("<ul") == 2
    assert html.count('aria-current="page"') == 1


def test_many_links_are_folded_after_the_first_ones() -> None:
    many = [link(str(number)) for number in range(13)]
    html = navigation(("A", many[:9]), ("B", many[9:]), visible=10)
    shown, folded = html.split("<details>")
    assert shown.count("<li>") == 10
    assert folded.count("<li>") == 3
    assert "View 3 more" in folded
    assert folded.count("jss-pages-section") == 0  # the name of the section stands above


def test_a_few_more_than_there_is_room_for_are_not_folded() -> None:
    assert "<details" not in navigation(("", [link(str(n)) for n in range(12)]), visible=10)
    assert "<details" not in navigation(("", [link(str(n)) for n in range(50)]), visible=None)


def test_the_fold_is_open_if_the_page_shown_is_in_it() -> None:
    many = [link(str(number), current=number == 12) for number in range(13)]
    assert "<details open>" in navigation(("", many), visible=10)


def test_the_saved_picture_says_what_a_link_said_and_has_none_that_does_nothing() -> None:
    links = (
        Element("page_link", link()),
        Element("page_link", link("X", address="https://x.org", page=None)),
    )
    page = Element("app", id="a", view="Block", children=links)
    assert text_of(static_page(page)) == "CostsX"
    assert "<button" not in static_page(page)
    assert static_text(page) == "[Costs]\nX: https://x.org"


def test_the_saved_picture_has_a_dialog_with_its_title() -> None:
    text = Element("text", {"body": "because"})
    dialog = Element("dialog", {"label": "*Why?*", "icon": ""}, id="d", view="Block", children=(text,))
    assert text_of(static_page(dialog)) == "Why?because"
    assert static_text(dialog) == "Why?:\nbecause"
