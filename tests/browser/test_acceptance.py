"""Eight scripts as people write them, whole, in a notebook: they show without an error, for everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.labserver import ROOT
from tests.browser.notebook import Notebook

SCRIPTS = ROOT / "tests" / "acceptance" / "scripts"
SHOWN = [
    "docs_inputs",
    "docs_layout",
    "docs_media",
    "docs_status",
    "docs_text",
    "gallery_sales_dashboard",
    "template_chatbot",
    "template_gdp_dashboard",
]
EXCEPTIONS = {"docs_status": 1}
"""Scripts that show some on purpose, and how many."""
OF_THE_AUTHOR = ("heading-order", "empty-heading")
"""What axe finds in texts of these scripts, whatever shows them: a title is followed by one of the third level."""
NARROW = """app => [...app.querySelectorAll('.jss-columns')].filter(row => {
  const parent = row.parentElement, style = getComputedStyle(parent);
  const room = parent.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return !parent.matches('.jss-horizontal') && row.getBoundingClientRect().width < room - 1;
}).map(row => row.textContent)"""
"""Rows of columns that do not fill the place they are in."""
Axe = Callable[..., list[dict[str, Any]]]


def cell_of(name: str) -> str:
    """A cell that is the whole script."""
    return f"%%stateapp {name}\n{(SCRIPTS / f'{name}.py').read_text(encoding='utf-8')}"


@pytest.fixture(scope="module")
def scripts(shared_notebook: Notebook) -> Notebook:
    """A notebook of all of them, none of which ran yet."""
    shared_notebook.open(["%load_ext jupyter_session_state", *map(cell_of, SHOWN)])
    shared_notebook.run_cell(0)
    return shared_notebook


@pytest.mark.parametrize("name", SHOWN)
def test_a_script_shows_without_an_error(name: str, scripts: Notebook) -> None:
    scripts.run_cell(SHOWN.index(name) + 1)
    app = scripts.app(name)
    expect(app).to_be_visible()
    expect(app.locator(".jss-exception-head")).to_have_count(EXCEPTIONS.get(name, 0))
    scripts.shot(f"acceptance_{name}", app)
    assert app.evaluate(NARROW) == []
    assert scripts.errors == []


def test_all_of_them_pass_axe(scripts: Notebook, axe: Axe) -> None:
    scripts.run_all()
    expect(scripts.page.locator(".jss-app")).to_have_count(len(SHOWN))
    found = axe(*map(scripts.app, SHOWN))
    assert [violation for violation in found if violation["id"] not in OF_THE_AUTHOR] == []
