"""Every element on one page: whether everybody can use it, in both themes, enlarged, on a phone, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import scan
from tests.browser.layout import faults, is_stacked
from tests.browser.notebook import Notebook
from tests.every_element import PARTS, cell

#: Texts whose contrast axe looks at, at least: fewer means that it takes a part of the page for hidden.
TEXTS = {"texts": 70, "alerts": 25, "inputs": 70, "off": 8, "containers": 28, "pictures": 50, "tables": 8}
#: What is left of the page's width of 1280 if it is enlarged to 200 %, and a phone's.
ENLARGED, PHONE = 640, 360
#: Milliseconds in which charts have taken a new width.
SETTLED = 500
#: The colour of words on paper, whatever the theme.
INK = "rgb(38, 39, 48)"
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]


@pytest.fixture(scope="module")
def parts(shared_notebook: Notebook) -> Notebook:
    """One app for each part, all run."""
    shared_notebook.open(["%load_ext jupyter_session_state", *(cell(part, part) for part in PARTS)])
    shared_notebook.run_all()
    shared_notebook.page.emulate_media(reduced_motion="reduce")  # what moves is painted all the time
    expect(shared_notebook.page.locator(".jss-stage")).to_have_count(0)
    expect(shared_notebook.app("pictures").locator(".jss-chart-host svg")).to_have_count(9)
    return shared_notebook


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_keeps_people_out(theme: Literal["light", "dark"], parts: Notebook) -> None:
    parts.theme(theme)
    parts.page.mouse.move(0, 0)
    found = dict(zip(PARTS, scan(*map(parts.app, PARTS)), strict=True))
    for part in PARTS:
        parts.shot(f"every_{part}_{theme}", parts.app(part))
    assert {part: one.violations for part, one in found.items() if one.violations} == {}
    assert {part: one.texts for part, one in found.items() if one.texts < TEXTS[part]} == {}


def test_boxes_beside_each_other_are_equally_high(parts: Notebook) -> None:
    boxes = parts.app("containers").locator(".jss-column.jss-bordered")
    assert len(set(boxes.evaluate_all("all => all.map(box => box.getBoundingClientRect().height)"))) == 1


def test_a_table_takes_no_more_room_than_its_edge_goes_around(parts: Notebook) -> None:
    lost = "all => all.map(edge => edge.parentElement.offsetHeight - edge.offsetHeight)"
    assert parts.app("tables").locator(".jss-table-host").evaluate_all(lost) == [0, 0]
    inside = "box => box.clientHeight - box.firstElementChild.offsetHeight"
    assert parts.app("tables").locator(".jss-table-box").evaluate(inside) <= 0


def test_a_menu_has_an_arrow(parts: Notebook) -> None:
    arrow = "menu => getComputedStyle(menu, '::after').width"
    assert parts.app("inputs").locator(".jss-menu-button").evaluate(arrow) == "7px"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [ENLARGED, PHONE])
def test_all_fits_a_narrow_page(width: int, theme: Literal["light", "dark"], parts: Notebook) -> None:
    parts.theme(theme)
    with narrow(parts, width):
        for part in PARTS:
            parts.shot(f"every_{part}_{width}_{theme}", parts.app(part))
        assert {part: wrong for part in PARTS if (wrong := faults(parts.app(part)))} == {}
        assert is_stacked(parts.app("containers"))


@pytest.mark.parametrize("theme", THEMES)
def test_all_is_on_paper(theme: Literal["light", "dark"], parts: Notebook) -> None:
    parts.theme(theme)
    apps = {
        part: parts.output(number).locator(".jss-app").first for number, part in enumerate(PARTS, start=1)
    }
    parts.page.emulate_media(media="print")
    try:
        expect(apps["containers"].locator(".jss-toolbar")).to_be_hidden()
        for part, app in apps.items():
            parts.shot(f"every_{part}_print_{theme}", app)
        assert {part: wrong for part, app in apps.items() if (wrong := faults(app))} == {}
        for words in (
            "in a box",
            "in an expander",
            "in a folded one",
            "in a tab",
            "in another tab",
            "Language",
        ):
            expect(apps["containers"].get_by_text(words, exact=True)).to_be_visible()
        expect(apps["containers"].get_by_role("tab")).to_have_count(0)  # but for their names, above each
        expect(apps["texts"].get_by_text("Words:")).to_have_css("color", INK)
    finally:
        parts.page.emulate_media(media="screen")


@contextmanager
def narrow(notebook: Notebook, width: int) -> Iterator[None]:
    """Make the page narrow for a while, without the list of files."""
    before = notebook.page.viewport_size
    assert before is not None
    notebook.command("application:toggle-left-area")
    notebook.page.set_viewport_size({"width": width, "height": 2 * before["height"]})
    notebook.page.wait_for_timeout(SETTLED)
    try:
        yield
    finally:
        notebook.page.set_viewport_size(before)
        notebook.command("application:toggle-left-area")
