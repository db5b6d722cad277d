"""Dashboards: the apps of a notebook in a tab, without their code."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import new_notebook
from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook, write_notebook

SETUP = "%load_ext jupyter_session_state"
RAN = "ran = 'plain cell ran'"
SALES = """%%stateapp sales
n = st.slider("Rows", 0, 20, 5, key="n")
name = st.text_input("Name", "Ada", key="name")
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.write(f"{n} rows, run {st.session_state.runs}")
"""
MAP = """%%stateapp map
level = st.slider("Level", 0, 5, 2, key="level")
st.write(f"level {level}")
"""
SAVE = """async () => {
  for (const widget of window.jupyterapp.shell.widgets('main')) {
    if (widget.sessionContext) { await widget.context.save(); }
  }
}"""
RESTART = """async () => {
  for (const widget of window.jupyterapp.shell.widgets('main')) {
    if (widget.sessionContext) { await widget.sessionContext.restartKernel(); }
  }
}"""
LAYOUT_SAVED = """async workspace => {
  for (let main = ''; !main.includes('jupyter-session-state-dashboard:'); ) {
    const { data } = await (await fetch(`/lab/api/workspaces/${workspace}`)).json();
    main = JSON.stringify(data['layout-restorer:data']?.main ?? '');
  }
}"""
EXECUTE = """async code => {
  const panel = [...window.jupyterapp.shell.widgets('main')].find(widget => widget.sessionContext);
  const future = panel.sessionContext.session.kernel.requestExecute({ code, store_history: false });
  let text = '';
  future.onIOPub = message => { text += message.content.text ?? ''; };
  await future.done;
  return text.trim();
}"""
CLOSE_DASHBOARDS = """() => {
  for (const widget of [...window.jupyterapp.shell.widgets('main')]) {
    const ours = '.jp-SessionState-Dashboard';
    if (widget.node.matches(ours) || widget.node.querySelector(ours)) { widget.close(); }
  }
}"""
Axe = Callable[..., list[dict[str, Any]]]


def dashboard(notebook: Notebook) -> Locator:
    return notebook.page.locator(".jp-SessionState-Dashboard")


@pytest.fixture(scope="module")
def shown(browser: Browser, lab: LabServer) -> Iterator[Notebook]:
    """A dashboard of two apps."""
    with new_notebook(browser, lab, "dashboard") as notebook:
        notebook.open([SETUP, SALES, RAN, MAP])
        notebook.run_all()
        expect(notebook.app("map")).to_be_attached()
        notebook.command("session-state:open-dashboard")
        expect(dashboard(notebook)).to_be_visible()
        yield notebook


@pytest.fixture(scope="module")
def edited(browser: Browser, lab: LabServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """A notebook that somebody edited by hand, of which nothing ran yet."""
    file = tmp_path_factory.mktemp("edited") / "edited.ipynb"
    write_notebook(file, [SETUP, SALES, "1 / 0"])
    text = json.loads(file.read_text(encoding="utf-8"))
    layout = {"columns": "many", "apps": [{}, 7], "runOnOpen": True}
    text["metadata"]["jupyter_session_state"] = {"dashboard": layout, "runOnOpen": True}
    file.write_text(json.dumps(text), encoding="utf-8")
    lab.write_settings("jupyter-session-state:plugin", {})  # a choice of a try before would hold
    with new_notebook(browser, lab, "edited") as notebook:
        notebook.open(file)
        yield notebook


def sections(notebook: Notebook) -> list[str]:
    return [
        str(node.get_attribute("data-app")) for node in dashboard(notebook).locator(".jss-d-section").all()
    ]


def test_it_has_all_apps_in_the_order_of_the_notebook_and_no_code(shown: Notebook) -> None:
    expect(dashboard(shown).locator(".jss-app")).to_have_count(2)
    assert sections(shown) == ["sales", "map"]
    expect(dashboard(shown).locator(".cm-editor")).to_have_count(0)


def test_its_views_follow_and_are_followed(shown: Notebook) -> None:
    slider = dashboard(shown).get_by_role("slider", name="Rows")
    slider.focus()
    slider.press("ArrowRight")
    expect(dashboard(shown)).to_contain_text("6 rows")
    assert shown.page.evaluate(EXECUTE, "print(session_state.n)") == "6"


def test_r_reruns_the_app_that_has_the_focus_and_letters_can_be_typed(shown: Notebook) -> None:
    before = int(shown.page.evaluate(EXECUTE, "print(session_state.runs)"))
    slider = dashboard(shown).get_by_role("slider", name="Rows")
    slider.focus()
    slider.press("r")
    expect(dashboard(shown)).to_contain_text(f"run {before + 1}")
    field = dashboard(shown).get_by_role("textbox", name="Name")
    field.fill("")
    field.press_sequentially("rc")
    expect(field).to_have_value("rc")
    expect(dashboard(shown)).to_contain_text(f"run {before + 1}")


def test_c_asks_before_it_clears(shown: Notebook) -> None:
    slider = dashboard(shown).get_by_role("slider", name="Rows")
    slider.focus()
    slider.press("c")
    dialog = shown.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Clear the session state?")
    dialog.get_by_role("button", name="Clear and Rerun").click()
    expect(dashboard(shown)).to_contain_text("5 rows, run 1")


def test_columns_and_apps_are_kept_in_the_notebook(shown: Notebook, lab: LabServer) -> None:
    board = dashboard(shown)
    board.get_by_role("button", name="2 columns").click()
    expect(board.get_by_role("button", name="2 columns")).to_have_attribute("aria-pressed", "true")
    first, second = (board.locator(".jss-d-section").nth(index).bounding_box() for index in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    board.get_by_text("Apps", exact=True).click()
    board.get_by_role("checkbox", name="map").uncheck()
    expect(board.locator(".jss-d-section")).to_have_count(1)
    shown.page.evaluate(SAVE)
    saved = json.loads((lab.notebooks / shown.path).read_text(encoding="utf-8"))
    assert saved["metadata"]["jupyter_session_state"]["dashboard"] == {"columns": 2, "apps": ["sales"]}
    board.get_by_role("checkbox", name="map").check()
    expect(board.locator(".jss-d-section")).to_have_count(2)
    board.get_by_text("Apps", exact=True).click()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_kept_out(shown: Notebook, axe: Axe, theme: Any) -> None:
    shown.theme(theme)
    shown.shot(f"dashboard_{theme}")
    assert axe(dashboard(shown)) == []


def test_it_survives_a_reload_of_the_page(shown: Notebook) -> None:
    board = dashboard(shown)
    slider = board.get_by_role("slider", name="Rows")
    slider.focus()
    slider.press("Home")
    slider.press("ArrowRight")
    expect(board).to_contain_text("1 rows")
    shown.page.evaluate(SAVE)
    shown.page.evaluate(LAYOUT_SAVED, shown.name)
    shown.page.reload()
    expect(board.locator(".jss-app")).to_have_count(2)
    expect(board).to_contain_text("1 rows")
    slider.focus()
    slider.press("ArrowRight")
    expect(board).to_contain_text("2 rows")


def test_after_a_restart_it_says_so_and_runs_nothing_unless_asked(shown: Notebook) -> None:
    board = dashboard(shown)
    assert shown.page.evaluate(EXECUTE, "print('ran' in globals())") == "True"
    shown.page.evaluate(RESTART)
    expect(board.get_by_role("status").first).to_contain_text("2 apps are not running here: sales, map.")
    assert shown.page.evaluate("() => document.querySelector('.jss-mod-gone .jp-OutputArea').inert")
    board.get_by_role("button", name="Run the app cells").click()
    expect(board).to_contain_text("5 rows, run 1")
    expect(board.get_by_text("are not running here")).to_have_count(0)
    assert shown.page.evaluate(EXECUTE, "print('ran' in globals())") == "False"


def test_one_app_alone_in_simple_mode(shown: Notebook) -> None:
    shown.page.evaluate(CLOSE_DASHBOARDS)
    expect(dashboard(shown)).to_have_count(0)
    shown.command("session-state:open-dashboard", cell="cell-3")
    expect(dashboard(shown)).to_be_visible()
    assert sections(shown) == ["map"]
    shown.command("application:toggle-mode")
    expect(dashboard(shown)).to_be_visible()
    expect(dashboard(shown)).to_contain_text("level 2")


def test_a_notebook_that_somebody_edited_breaks_nothing_and_runs_nothing(edited: Notebook) -> None:
    edited.command("session-state:open-dashboard")
    board = dashboard(edited)
    expect(board).to_contain_text("sales is shown here once its cell has run.")
    expect(board.get_by_role("button", name="Run the app cells")).to_be_visible()
    expect(board.get_by_role("button", name="1 column")).to_have_attribute("aria-pressed", "true")
    expect(board.locator(".jss-app")).to_have_count(0)


def test_the_user_may_choose_to_run_the_apps_whenever_it_opens(edited: Notebook) -> None:
    edited.command("session-state:open-dashboard")
    choice = dashboard(edited).get_by_label("Run the app cells whenever I open this dashboard")
    choice.check()
    expect(choice).to_be_checked()
    edited.command("application:close")
    expect(dashboard(edited)).to_have_count(0)
    edited.command("session-state:open-dashboard")
    expect(dashboard(edited)).to_contain_text("5 rows, run 1")
