"""The lessons in JupyterLab: each cell shows what its lesson is about."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.labserver import ROOT
from tests.browser.notebook import Notebook

LESSONS = ROOT / "notebooks" / "seed.ipynb"
SHOWN = {
    "read": "value",
    "look": '"key": "value"',
    "missing": "KeyError (line 2): st.session_state has no key 'value'",
    "delete": '"second": 2',
    "too-late": "StreamlitWidgetAlreadyInstantiatedError",
    "two-values": "has a default value",
    "button-state": "StreamlitValueAssignmentNotAllowedError",
}


@pytest.fixture(scope="module")
def lessons(shared_notebook: Notebook) -> Notebook:
    """The lessons, run."""
    shared_notebook.open(LESSONS)
    shared_notebook.run_all()
    return shared_notebook


@pytest.mark.parametrize("name", SHOWN)
def test_a_lesson_shows_its_point(lessons: Notebook, name: str) -> None:
    expect(lessons.app(name)).to_contain_text(SHOWN[name])


@pytest.mark.parametrize("name", ["initialize", "update"])
def test_a_lesson_that_only_assigns_shows_nothing(lessons: Notebook, name: str) -> None:
    expect(lessons.app(name)).to_be_visible()
    expect(lessons.app(name).locator(".jss-main > *")).to_have_count(0)


def test_a_widget_with_a_key_shows_what_was_typed(lessons: Notebook) -> None:
    app = lessons.app("widget")
    app.get_by_label("Your name").fill("Ada")
    app.get_by_label("Your name").press("Enter")
    expect(app.locator(".jss-main > .jss-item")).to_have_text("Ada")


def test_the_forms_callback_writes_above(lessons: Notebook) -> None:
    app = lessons.app("form")
    slider = app.get_by_role("slider", name="My slider")
    slider.press("End")
    app.get_by_label("Yes or No").check()
    app.get_by_role("button", name="Submit").click()
    written = app.locator(".jss-callbacks .jss-item")
    expect(written).to_have_text(["10", "True"])
    expect(slider).to_have_value("10")


def test_the_value_of_the_state_wins_and_the_warning_goes_with_the_next_run(lessons: Notebook) -> None:
    app = lessons.app("two-values")
    expect(app.get_by_role("slider")).to_have_value("7")
    app.get_by_role("button", name="Rerun", exact=True).click()
    expect(app.locator(".jss-alert")).to_have_count(0)
    expect(app.get_by_role("slider")).to_have_value("7")
