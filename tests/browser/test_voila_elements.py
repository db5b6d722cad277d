"""Every element in Voilà: everybody can use it, in both themes, and it fits a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.accessibility import scan
from tests.browser.conftest import TALL, new_page
from tests.browser.layout import faults
from tests.browser.notebook import TIMEOUT, shoot, write_notebook
from tests.browser.test_every_element import PHONE, SETTLED, TEXTS
from tests.browser.voila_server import RICH, VoilaServer
from tests.every_element import PARTS, cell

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    """A page with every element, each part of it an app of its own."""
    folder: Path = tmp_path_factory.mktemp("everything")
    cells = ["%load_ext jupyter_session_state", *(cell(part, part) for part in PARTS)]
    write_notebook(folder / "page.ipynb", cells, kernel=RICH)
    server = VoilaServer(folder, folder / "page.ipynb")
    server.wait_ready()
    yield server
    server.stop()


@pytest.fixture(scope="module", params=["light", "dark"])
def full(
    browser: Browser, everything: VoilaServer, request: pytest.FixtureRequest
) -> Iterator[dict[str, Locator]]:
    """The apps on that page, in one theme after the other."""
    with new_page(browser, height=TALL) as page:
        page.emulate_media(reduced_motion="reduce")  # what moves is painted all the time
        page.goto(f"{everything.url}?theme={request.param}")
        apps = page.locator(".jss-app")
        expect(apps.locator(".jss-chart-host svg")).to_have_count(9, timeout=TIMEOUT)
        expect(apps.locator(".jss-table-host canvas").first).to_be_visible()
        assert (
            page.locator("body").get_attribute("data-jp-theme-light") == str(request.param == "light").lower()
        )
        yield {
            part: apps.filter(has=page.get_by_role("group", name=f"App {part}", exact=True)) for part in PARTS
        }


def test_nothing_keeps_people_out(full: dict[str, Locator]) -> None:
    found = dict(zip(full, scan(*full.values()), strict=True))
    assert {part: one.violations for part, one in found.items() if one.violations} == {}
    assert {part: one.texts for part, one in found.items() if one.texts < TEXTS[part]} == {}


def test_all_fits_a_phone(full: dict[str, Locator], request: pytest.FixtureRequest) -> None:
    page = full["texts"].page
    page.set_viewport_size({"width": PHONE, "height": 3 * TALL})
    page.wait_for_timeout(SETTLED)
    shoot(request.node.name, page)
    assert {part: wrong for part, app in full.items() if (wrong := faults(app))} == {}
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE
    assert page.locator("#rendered_cells").evaluate("node => node.scrollWidth - node.clientWidth") <= 0
