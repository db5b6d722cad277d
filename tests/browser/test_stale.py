"""The mark of an app whose notebook changed, in JupyterLab: seen in both themes, and used by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

PLAIN = "sales, year = [3, 4, 5], 2024"
APP = """%%stateapp report --scope app
st.subheader(f"Sales of {year}")
low = st.slider("At least", 0, 10, 4)
st.write(f"{sum(n for n in sales if n >= low)} in total")
"""
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]


def test_a_plain_cell_marks_the_app_and_enter_on_the_mark_reruns_it(
    notebook: Notebook, axe: Callable[..., list[dict[str, Any]]]
) -> None:
    notebook.open(["%load_ext jupyter_session_state", PLAIN, APP, "sales, year = [6, 7], 2025"])
    for index in range(3):
        notebook.run_cell(index)
    app = notebook.app("report")
    expect(app).to_contain_text("9 in total")
    mark = app.locator(".jss-message")
    expect(mark).to_be_hidden()
    notebook.run_cell(3)
    expect(mark).to_contain_text("The notebook changed")
    expect(mark.locator("code")).to_have_count(2)
    for theme in THEMES:
        notebook.theme(theme)
        notebook.shot(f"stale-{theme}", app)
        assert axe(app) == []
    button = mark.get_by_role("button", name="Rerun")
    button.focus()
    button.press("Enter")
    expect(app).to_contain_text("13 in total")
    expect(mark).to_be_hidden()
    expect(app.get_by_role("button", name="Rerun", exact=True)).to_be_focused()
