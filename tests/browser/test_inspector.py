"""The Session State panel in a real JupyterLab: see the state, change it, go back in time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import new_notebook
from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

SETUP = "%load_ext jupyter_session_state"
SALES = """%%stateapp sales
if "count" not in st.session_state:
    st.session_state.count = 0
    st.session_state.factor = 1.5
    st.session_state.cart = {"apples": [1, 2, 3], "pears": list(range(120))}
    st.session_state._hidden = 1
def more(step):
    st.session_state.count += step
n = st.slider("Rows", 0, 20, 5, key="n")
word = st.text_input("Word", "hush", type="password", key="word")
st.button("More", on_click=more, args=(5,))
st.write(f"{n} rows, count {st.session_state.count}, factor {st.session_state.factor!r}")
"""
MAP = """%%stateapp map
level = st.slider("Level", 0, 5, 2, key="level")
st.write(f"level {level}")
"""
Axe = Callable[..., list[dict[str, Any]]]


def panel_of(notebook: Notebook) -> Locator:
    return notebook.page.locator(".jp-SessionState-Inspector")


def row(notebook: Notebook, key: str) -> Locator:
    return (
        panel_of(notebook)
        .get_by_role("treeitem")
        .filter(has=notebook.page.get_by_text(key, exact=True))
        .first
    )


def show(notebook: Notebook, view: str) -> None:
    panel_of(notebook).get_by_role("tab", name=view, exact=True).click()


@pytest.fixture(scope="module")
def shown(browser: Browser, lab: LabServer) -> Iterator[Notebook]:
    """A notebook of two apps with the panel open."""
    with new_notebook(browser, lab, "inspector", height=1600) as notebook:
        notebook.open([SETUP, SALES, MAP])
        notebook.run_all()
        expect(notebook.app("sales")).to_contain_text("rows, count")
        notebook.command("session-state:toggle-inspector")
        expect(row(notebook, "count")).to_be_visible()
        yield notebook


def test_keys_have_a_group_a_value_a_type_and_a_writer(shown: Notebook) -> None:
    panel = panel_of(shown)
    panel.get_by_label("App", exact=True).first.select_option("sales")
    expect(panel.get_by_role("treeitem").first).to_contain_text("Yours")
    expect(row(shown, "count")).to_contain_text("int")
    expect(row(shown, "count")).to_contain_text("the script, line 3")
    expect(row(shown, "n")).to_contain_text("slider “Rows”")
    expect(row(shown, "cart")).to_contain_text("dict (2)")
    expect(panel).to_contain_text("1 private key is hidden")


def test_what_a_callback_wrote_flashes_and_names_it(shown: Notebook) -> None:
    shown.app("sales").get_by_role("button", name="More").click()
    expect(row(shown, "count")).to_contain_text("5")
    expect(row(shown, "count")).to_contain_text("callback more, line 8")
    expect(row(shown, "count").locator(".jss-i-flash")).to_be_attached()
    expect(row(shown, "factor").locator(".jss-i-flash")).to_have_count(0)


def test_what_is_secret_is_masked(shown: Notebook) -> None:
    expect(row(shown, "word")).to_be_visible()
    expect(panel_of(shown)).not_to_contain_text("hush")


def test_a_value_is_looked_into_page_by_page_with_the_keyboard(shown: Notebook) -> None:
    row(shown, "cart").focus()
    shown.page.keyboard.press("ArrowRight")
    pears = row(shown, "pears")
    expect(pears).to_be_visible()
    pears.focus()
    shown.page.keyboard.press("ArrowRight")
    more = panel_of(shown).get_by_role("treeitem").filter(has_text="Show 70 more")
    more.click()
    expect(panel_of(shown).get_by_role("treeitem").filter(has_text="Show 20 more")).to_be_visible()
    row(shown, "cart").focus()
    shown.page.keyboard.press("ArrowLeft")
    expect(pears).to_have_count(0)


def test_an_edit_is_an_interaction(shown: Notebook) -> None:
    row(shown, "n").dblclick()
    field = panel_of(shown).get_by_label("New value of n, as JSON")
    field.fill("12")
    field.press("Enter")
    expect(shown.app("sales")).to_contain_text("12 rows")
    expect(shown.app("sales").get_by_role("slider", name="Rows")).to_have_value("12")
    expect(row(shown, "n")).to_contain_text("this panel")


def test_a_float_stays_a_float(shown: Notebook) -> None:
    row(shown, "factor").dblclick()
    field = panel_of(shown).get_by_label("New value of factor, as JSON")
    field.fill("2.0")
    field.press("Enter")
    expect(shown.app("sales")).to_contain_text("factor 2.0")


def test_what_cannot_be_set_is_said_at_the_field(shown: Notebook) -> None:
    row(shown, "n").dblclick()
    field = panel_of(shown).get_by_label("New value of n, as JSON")
    field.fill("99")
    field.press("Enter")
    expect(panel_of(shown).get_by_role("alert")).to_be_visible()
    field.fill("abc")
    field.press("Enter")
    expect(panel_of(shown).get_by_role("alert")).to_contain_text("JSON")
    field.press("Escape")
    expect(shown.app("sales")).to_contain_text("12 rows")
    expect(row(shown, "n")).to_be_focused()


def test_search_and_pins(shown: Notebook) -> None:
    panel = panel_of(shown)
    row(shown, "factor").hover()
    row(shown, "factor").get_by_role("button", name="Pin factor").click()
    expect(panel.get_by_role("treeitem").first).to_contain_text("Pinned")
    search = panel.get_by_role("searchbox")
    search.fill("fact")
    expect(panel.get_by_role("treeitem")).to_have_count(2)
    search.fill("")
    row(shown, "factor").get_by_role("button", name="Unpin factor").click()


def test_the_timeline_goes_back_and_forth(shown: Notebook) -> None:
    show(shown, "Timeline")
    steps = panel_of(shown).locator(".jss-t-step")
    expect(steps.filter(has_text="now")).to_have_count(1)
    panel_of(shown).get_by_role("button", name="Undo").click()
    expect(shown.app("sales")).to_contain_text("factor 1.5")
    expect(steps.filter(has_text="undone")).to_have_count(1)
    panel_of(shown).get_by_role("button", name="Redo").click()
    expect(shown.app("sales")).to_contain_text("factor 2.0")
    steps.last.get_by_role("button").first.click()
    expect(steps.last).to_contain_text("State after this step")
    expect(steps.last.locator("dl")).to_contain_text("factor")
    steps.last.get_by_role("button", name="Go to here").click()
    expect(shown.app("sales")).to_contain_text("5 rows, count 0, factor 1.5")


@pytest.mark.parametrize("view", ["State", "Timeline"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_kept_out(shown: Notebook, axe: Axe, theme: Any, view: str) -> None:
    shown.theme(theme)
    show(shown, view)
    expect(
        row(shown, "cart") if view == "State" else panel_of(shown).locator(".jss-t-step").first
    ).to_be_visible()
    shown.shot(f"panel_{view.lower()}_{theme}")
    assert axe(panel_of(shown)) == []


# JupyterLab writes down what is open a while after it was opened.
WRITTEN_DOWN = """async workspace => {
  for (let tries = 0; tries < 200; tries++) {
    const { data } = await (await fetch(`/lab/api/workspaces/${workspace}`)).json();
    const { current, collapsed } = data['layout-restorer:data']?.right ?? {};
    if (!collapsed && current === 'jupyter-session-state-inspector') { return true; }
    await new Promise(done => setTimeout(done, 50));
  }
  return false;
}"""


def count_in(notebook: Notebook) -> int:
    return int(notebook.execute("print(session_state.count)"))


def test_a_reload_finds_the_apps_again(shown: Notebook) -> None:
    show(shown, "State")
    assert shown.page.evaluate(WRITTEN_DOWN, shown.name)
    shown.reload()
    expect(row(shown, "count")).to_be_visible()
    more = count_in(shown) + 5
    shown.app("sales").get_by_role("button", name="More").click()
    expect(row(shown, "count")).to_have_text(re.compile(rf"count{more}\D"))


def test_two_pages_of_one_kernel_see_the_same(shown: Notebook, lab: LabServer) -> None:
    shown.command("docmanager:save")
    other: Page = shown.page.context.new_page()
    second = Notebook(other, lab, shown.name)
    other.goto(lab.url(f"lab/workspaces/second/tree/{shown.path}"))
    second._wait_ready()
    second.command("session-state:toggle-inspector")
    expect(row(second, "count")).to_be_visible()
    more = count_in(shown) + 5
    shown.app("sales").get_by_role("button", name="More").click()
    for page in (shown, second):
        expect(row(page, "count")).to_have_text(re.compile(rf"count{more}\D"))
        expect(row(page, "count")).to_contain_text("callback more")
    other.close()


def test_a_restart_clears_and_running_the_cells_brings_all_back(shown: Notebook) -> None:
    shown.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    expect(panel_of(shown)).to_contain_text("No app is running in this notebook.")
    shown.wait_idle()
    shown.run_all()
    expect(row(shown, "count")).to_be_visible()


def test_a_kernel_without_the_package_shows_nothing(notebook: Notebook) -> None:
    notebook.open(["%load_ext jupyter_session_statement", "1"])
    notebook.command("notebook:run-cell")
    notebook.wait_idle()
    expect(notebook.page.locator(".jp-SessionState-Status")).to_be_hidden()
    tab = notebook.page.locator('.lm-TabBar-tab[title="Session State"]')
    expect(tab).to_be_hidden()
    assert notebook.errors == []
