"""JupyterLab in a headless Chromium: `notebook` is a page of it, `axe` looks for what keeps people out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.accessibility import scan
from tests.browser.labserver import LabServer
from tests.browser.notebook import TIMEOUT, Notebook
from tests.tools import chromium

ARGUMENTS = [
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--enable-unsafe-swiftshader",  # WebGL without a graphics card, for maps
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-device-for-media-stream",  # a camera and a microphone, for those who ask
    "--use-fake-ui-for-media-stream",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # no other machine can be reached
]
#: JupyterLab takes cells that are out of sight off the page; on a page this high none is.
TALL = 5000
expect.set_options(timeout=20_000)  # a loaded machine answers late; what is there is found at once


#: Modules of few tests that take long. Begun last, one of them would keep a worker busy while the other waits.
LONG = ("test_hostile_texts", "test_lite", "test_voila_elements", "test_every_element", "test_charts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by fixture, so that no test of a page can forget its mark; long modules come first."""
    for item in items:
        if "lab" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.stem not in LONG)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    """One JupyterLab for all tests of a run."""
    server = LabServer(tmp_path_factory.mktemp("lab"))
    try:
        server.wait_ready()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a run."""
    found = chromium.find_shell()
    assert found is not None, "no Chromium; `python -m tests.tools.chromium` installs one"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def new_page(browser: Browser, *, height: int = 1000) -> Iterator[Page]:
    """Open a page with cookies and storage of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": height})
    context.set_default_timeout(TIMEOUT)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with cookies and storage of its own."""
    with new_page(browser) as opened:
        yield opened


@contextmanager
def new_notebook(browser: Browser, lab: LabServer, name: str, *, height: int = 1000) -> Iterator[Notebook]:
    """Open a notebook with a page and a kernel of its own; an error in its console is one at the end."""
    with new_page(browser, height=height) as page:
        opened = Notebook(page, lab, name)
        yield opened
        errors = opened.errors[:]  # what is said when the kernel ends does not count
    lab.end_kernel(opened.path)
    assert opened.foreign == [], "the page asked other machines"
    assert errors == [], "the page wrote errors to its console"


@pytest.fixture
def notebook(page: Page, lab: LabServer, request: pytest.FixtureRequest) -> Iterator[Notebook]:
    """A notebook named after its test; a request to another machine fails the test."""
    opened = Notebook(page, lab, re.sub(r"\W+", "_", request.node.name))
    yield opened
    lab.end_kernel(opened.path)
    assert opened.foreign == [], "the page asked other machines"


@pytest.fixture(scope="module")
def shared_notebook(browser: Browser, lab: LabServer, request: pytest.FixtureRequest) -> Iterator[Notebook]:
    """One notebook for all tests of a module, on a page so high that all of it is on screen."""
    name = re.sub(r"\W+", "_", request.module.__name__.rpartition(".")[2])
    with new_notebook(browser, lab, name, height=TALL) as opened:
        yield opened


@pytest.fixture
def axe() -> Callable[..., list[dict[str, Any]]]:
    """Checks parts of a page for accessibility: `axe(one, two)` gives the violations, serious ones of each first."""
    return lambda *parts: [violation for found in scan(*parts) for violation in found.violations]
