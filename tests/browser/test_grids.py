"""Tables in JupyterLab: rows come as they are looked at, they sort, and what is selected reruns the script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook, click_at

BIG = """
if "big" not in globals():
    big = pd.DataFrame({"id": range(1_000_000), "name": [f"row {i}" for i in range(1_000_000)]})
st.dataframe(big, hide_index=True, alt="Many rows")
"""
LOOKS = """
df = pd.DataFrame({
    "score": [0.3, 0.75], "stars": [12345, 2], "site": ["https://example.org/a", "javascript:alert(1)"],
    "trend": [[1, 5, 2], [3, 2, None]], "tags": [["a", "b"], []], "ok": [True, None],
    "when": pd.to_datetime(["2024-01-02", None]),
    "nested": [{"a": 1}, None], "text": ["**bold** <img src=x onerror=alert(1)>", None],
})
event = st.dataframe(df, key="pick", on_select="rerun", selection_mode=["multi-row", "single-column"], column_config={
    "score": st.column_config.ProgressColumn("Score"),
    "stars": st.column_config.NumberColumn("Stars", format="dollar"),
    "site": st.column_config.LinkColumn("Site", display_text=r"https://(.*?)/"),
    "trend": st.column_config.LineChartColumn("Trend", color="auto"),
    "text": st.column_config.MarkdownColumn("Text"),
})
st.write(f"rows {event.selection.rows} columns {event.selection.columns}")
st.dataframe(df[["score", "stars"]].style.highlight_max(color="#ffd54f"))
st.table({"Name": ["**Ada**", "Grace"], "Born": [1815, 1906]}, border="horizontal")
"""
BUTTONS = """
def clicked():
    st.session_state.log = [*st.session_state.get("log", []), dict(st.session_state.acted)]
df = pd.DataFrame({"name": ["Carl", "Ada", "Bob"], "act": [":material/edit: Edit", "Open", "Open"],
                   "more": [["Copy", "Delete"], ["Copy"], None]})
st.dataframe(df, hide_index=True, alt="People", column_config={
    "act": st.column_config.ButtonColumn("Act", type="primary", key="acted", on_click=clicked),
    "more": st.column_config.ButtonColumn("More", key="chosen", width=120), "name": st.column_config.Column(width=120),
})
st.dataframe({"sound": ["data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="]},
             hide_index=True, column_config={"sound": st.column_config.AudioColumn("Sound", width=200)})
st.text(f"log {st.session_state.get('log')} chosen {st.session_state.chosen}")
"""
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """One notebook, each app in a cell of its own."""
    cells = [
        f"%%stateapp {name}\n{body}"
        for name, body in {"big": BIG, "looks": LOOKS, "buttons": BUTTONS}.items()
    ]
    shared_notebook.open(["%load_ext jupyter_session_state\nimport pandas as pd", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("looks").get_by_test_id("data-grid-canvas").first).to_be_visible()
    return shared_notebook


def cells(app: Locator) -> Locator:
    return app.get_by_test_id("data-grid-canvas").first.locator("tbody td")


def read_out(app: Locator, role: str) -> list[str]:
    """The names of what has a role in the first table, as the browser tells them to a screen reader."""
    page = app.page
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    tree = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def named(node: dict[str, Any]) -> tuple[str, str]:
        return str(node.get("role", {}).get("value")), str(node.get("name", {}).get("value", ""))

    def below(node: dict[str, Any]) -> list[dict[str, Any]]:
        return [
            node,
            *(found for child in node.get("childIds", ()) if child in tree for found in below(tree[child])),
        ]

    table = next(node for node in tree.values() if named(node) == ("group", "People"))
    return [name for node in below(table) for found, name in [named(node)] if found == role]


def test_the_last_of_a_million_rows_are_there_when_they_are_looked_at(apps: Notebook) -> None:
    app, keys = apps.app("big"), apps.page.keyboard
    click_at(app.get_by_test_id("data-grid-canvas"), 60, 50)
    keys.press("Control+ArrowDown")
    expect(cells(app).filter(has_text="row 999999")).to_have_count(1)
    app.get_by_role("combobox", name="Sort rows by").select_option("id ↓")
    keys.press("Control+Home")
    click_at(app.get_by_test_id("data-grid-canvas"), 60, 50)
    keys.press("Control+Home")
    expect(cells(app).first).to_have_text("999999")
    for wanted in ("", "0 up"):
        click_at(app.get_by_test_id("data-grid-canvas"), 60, 15)
        expect(app.get_by_role("combobox", name="Sort rows by")).to_have_value(wanted)


def test_rows_and_columns_are_selected(apps: Notebook) -> None:
    app, keys = apps.app("looks"), apps.page.keyboard
    canvas = app.get_by_test_id("data-grid-canvas").first
    click_at(canvas, 16, 35 + 17)
    expect(app).to_contain_text("rows [0] columns []")
    click_at(canvas, 16, 35 + 35 + 17)
    expect(app).to_contain_text("rows [0, 1] columns []")
    click_at(canvas, 100, 15)
    expect(app).to_contain_text("columns ['score']")
    keys.press("Escape")
    expect(app).to_contain_text("rows [] columns []")


def test_markdown_opens_as_what_it_means_and_runs_nothing(apps: Notebook) -> None:
    app, keys = apps.app("looks"), apps.page.keyboard
    click_at(app.get_by_test_id("data-grid-canvas").first, 100, 50)
    keys.press("End")
    keys.press("Enter")
    detail = apps.page.locator(".jss-table-detail")
    expect(detail.locator("strong")).to_have_text("bold")
    expect(detail.locator("img")).to_have_count(0)
    keys.press("Escape")
    expect(detail).to_have_count(0)


def test_a_button_in_a_cell_is_clicked_by_mouse_by_keyboard_and_by_a_screen_reader(apps: Notebook) -> None:
    app, keys = apps.app("buttons"), apps.page.keyboard
    canvas = app.get_by_test_id("data-grid-canvas").first
    width = canvas.bounding_box()["width"]  # type: ignore[index]
    click_at(canvas, 120 + (width - 240) / 2, 35 + 17)
    expect(app).to_contain_text("log [{'row': 0, 'label': ':material/edit: Edit'}] chosen None")
    keys.press("Tab")
    click_at(canvas, 60, 35 + 35 + 17)
    keys.press("ArrowRight")
    keys.press("Enter")
    expect(app).to_contain_text("{'row': 1, 'label': 'Open'}] chosen None")
    keys.press("ArrowRight")
    keys.press("Space")
    expect(app).to_contain_text("chosen {'row': 1, 'label': 'Copy'}")
    keys.press("ArrowUp")
    keys.press("Enter")
    expect(app.get_by_role("menuitem", name="Copy")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(app).to_contain_text("chosen {'row': 0, 'label': 'Delete'}")
    expect(app.locator(".jss-table-host:focus-within")).to_have_count(1)  # the canvas, or the cell in it
    cells(app).filter(has_text="Open").last.dispatch_event("click")
    expect(app).to_contain_text("{'row': 2, 'label': 'Open'}] chosen None")


def test_a_sound_in_a_cell_is_played_by_keyboard(apps: Notebook) -> None:
    app, keys = apps.app("buttons"), apps.page.keyboard
    click_at(app.get_by_test_id("data-grid-canvas").nth(1), 60, 50)
    keys.press("Enter")
    player = apps.page.locator("audio.jss-table-player")
    expect(player).to_be_focused()
    expect(player).to_have_attribute("aria-label", "Sound")
    keys.press("Escape")
    expect(player).to_have_count(0)


def test_a_table_is_sorted_and_searched_by_keyboard_and_read_by_a_screen_reader(apps: Notebook) -> None:
    app, keys = apps.app("buttons"), apps.page.keyboard
    canvas = app.get_by_test_id("data-grid-canvas").first
    table = app.get_by_role("group", name="People")
    expect(table).to_have_attribute("aria-description", re.compile("Act has buttons, which Enter presses"))
    assert len(read_out(app, "grid")) == 1
    assert read_out(app, "columnheader") == ["name", "Act", "More"]
    shown = ["Carl", "Edit", "Copy, Delete", "Ada", "Open", "Copy", "Bob", "Open", ""]
    assert read_out(app, "gridcell") == shown
    canvas.focus()
    for _ in ("full screen", "save", "search", "columns", "sort"):
        keys.press("Shift+Tab")
    sort = app.get_by_role("toolbar", name="Table").first.get_by_role("combobox", name="Sort rows by")
    expect(sort).to_be_focused()
    keys.press("ArrowDown")
    expect(cells(app).first).to_have_text("Ada")
    assert read_out(app, "columnheader") == ["name ↑", "Act", "More"]
    keys.press("ArrowDown")
    expect(cells(app).first).to_have_text("Carl")
    assert read_out(app, "gridcell")[3] == "Bob"
    keys.press("Home")
    expect(cells(app).nth(3)).to_have_text("Ada")
    assert read_out(app, "columnheader")[0] == "name"
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    expect(app.locator(".gdg-search-bar-inner input")).to_be_focused()
    keys.type("bob")
    expect(app.locator(".gdg-search-status")).to_contain_text("1 result")
    keys.press("Escape")
    expect(app.locator(".jss-table-host:focus-within")).to_have_count(1)  # the canvas, or the cell in it


def test_columns_are_moved_hidden_pinned_and_shown_again_by_mouse_and_by_keyboard(
    apps: Notebook, axe: Axe
) -> None:
    app, page = apps.app("buttons"), apps.page
    canvas = app.get_by_test_id("data-grid-canvas").first

    def headers(*names: str) -> None:
        expect(canvas.locator("thead th")).to_have_text([*names])

    def choose(name: str) -> None:
        """Open the menu of the first column with the keyboard."""
        canvas.focus()
        page.keyboard.press("Control+Home")
        page.keyboard.press("Alt+ArrowDown")
        expect(app.get_by_role("menuitem").first).to_be_focused()
        app.get_by_role("menuitem", name=name, exact=True).press("Enter")
        expect(app.get_by_role("menuitem")).to_have_count(0)

    choose("Move right")
    headers("Act", "name", "More")
    choose("Hide")
    headers("name", "More")
    toolbar = app.get_by_role("toolbar", name="Table").first
    columns = toolbar.get_by_role("button", name="Columns")
    columns.focus()
    columns.press("Enter")
    panel = app.get_by_role("group", name="Columns that are shown")
    expect(panel.get_by_role("checkbox", name="Act")).to_be_focused()
    assert axe(panel) == []
    apps.shot("grid_columns", app)
    page.keyboard.press("Space")
    headers("Act", "name", "More")
    panel.get_by_role("button", name="Reset columns").press("Enter")
    headers("name", "Act", "More")
    page.keyboard.press("Escape")
    expect(columns).to_be_focused()
    apps.drag(canvas, at=(60, 17), right=150)
    headers("Act", "name", "More")
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 40, box["y"] + 17)
    click_at(canvas, box["width"] - 18, 17)
    expect(app.get_by_role("menu", name="More").get_by_role("menuitem", name="Pin")).to_be_visible()
    apps.shot("grid_menu", app)
    app.get_by_role("menuitem", name="Pin").click()
    headers("More", "Act", "name")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_tables(theme: Any, apps: Notebook, axe: Axe) -> None:
    apps.theme(theme)
    apps.page.mouse.move(0, 0)
    names = ("big", "looks", "buttons")
    for name in names:
        apps.shot(f"grid_{name}_{theme}", apps.app(name))
    assert axe(*map(apps.app, names)) == []
