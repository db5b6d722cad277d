"""Tables that can be edited, help and cached functions in JupyterLab: by mouse, by keyboard, looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook, click_at

CELLS = {
    "editor": """
def changed():
    st.session_state.count = st.session_state.get("count", 0) + 1
df = pd.DataFrame({
    "name": ["Ada", "Grace", None],
    "born": [1815, 1906, 1912],
    "alive": [False, False, True],
    "field": pd.Categorical(["sums", "words", "sums"]),
    "seen": pd.to_datetime(["2024-01-02 03:04", None, "2024-05-06 07:08"]),
    "id": ["x1", "x2", "x3"],
})
edited = st.data_editor(df, key="people", on_change=changed, num_rows="dynamic", disabled=["id"], alt="People",
                        column_config={"born": "Year of birth", "id": "Number"})
st.write(f"{edited['name'].tolist()} {edited['born'].tolist()} {edited['alive'].tolist()}")
st.write(f"state {dict(st.session_state.people)}")
st.write(f"changed {st.session_state.get('count', 0)} times")
st.button("Forget", on_click=lambda: st.session_state.pop("people"))
""",
    "fixed": """
rows = st.data_editor([{"a": 1, "b": "x"}, {"a": 2, "b": "y"}], key="rows", disabled=True)
more = st.data_editor({"Mon": 1.5, "Tue": 2.0}, key="days")
st.write(f"{rows} {more}")
""",
    "formed": """
with st.form("f"):
    sums = st.data_editor([1, 2], key="sums", num_rows="add")
    st.form_submit_button("Send")
st.write(f"sent {sums}")
""",
    "about": """
class Dog:
    \"\"\"A dog.

    It barks, and has <b>legs</b>.
    \"\"\"

    legs = 4

    def bark(self, times: int = 1) -> str:
        \"\"\"Make a noise.\"\"\"
st.help(Dog)
st.help(Dog().bark)
st.help(len(dir(Dog)) > 5)
Dog.legs / 0
""",
    "slow": """
import pathlib, time
@st.cache_data(show_spinner="Thinking about it")
def slow(n):
    time.sleep(1.5)
    st.caption(f"worked out for {n}")
    return n * n
n = st.number_input("n", 1, 9, 3, key="n")
st.write(f"square {slow(n)}")
def words():
    yield "one "
    yield "two "
    while not pathlib.Path("GATE").exists():
        time.sleep(0.05)
    yield "three"
if st.button("Talk"):
    st.write_stream(words, cursor=" ▌")
""",
}
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that the stream waits for."""
    return tmp_path_factory.mktemp("stream") / "go"


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook, gate: Path) -> Notebook:
    """One notebook, each app in a cell of its own."""
    cells = [
        f"%%stateapp {name} --scope app\n{body.replace('GATE', gate.as_posix())}"
        for name, body in CELLS.items()
    ]
    shared_notebook.open(["%load_ext jupyter_session_state\nimport pandas as pd", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("slow")).to_contain_text("square 9")
    return shared_notebook


ROW = 35


def grid(app: Locator) -> Locator:
    """The grid of an app, once its code has come."""
    canvas = app.get_by_test_id("data-grid-canvas")
    expect(canvas).to_be_visible()
    return canvas


def cell(app: Locator, column: int, row: int) -> Locator:
    """A cell as assistive technology reads it; columns count from 1 on, what marks rows left out."""
    return grid(app).locator(f'tbody tr[aria-rowindex="{row + 2}"] td[aria-colindex="{column}"]')


def use_tool(app: Locator, name: str) -> None:
    """Press a button of the bar that a grid shows under the pointer."""
    app.locator(".jss-table").hover()
    app.locator(".jss-table-toolbar").get_by_role("button", name=name).click()


def select(app: Locator, column: int, row: int) -> None:
    """Give a cell the focus, as its grid does when it is clicked."""
    click_at(grid(app), 60, ROW + ROW // 2)
    keys = app.page.keyboard
    keys.press("Control+Home")
    for _ in range(row):
        keys.press("ArrowDown")
    for _ in range(column):
        keys.press("ArrowRight")
    expect(cell(app, column + 1, row)).to_be_focused()


def test_cells_are_edited_by_keyboard(apps: Notebook) -> None:
    app, keys = apps.app("editor"), apps.page.keyboard
    select(app, 0, 0)
    keys.press("Enter")
    keys.press("Control+a")
    keys.type("Lovelace")
    keys.press("Enter")
    expect(app).to_contain_text("['Lovelace', 'Grace', nan]")
    expect(app).to_contain_text("changed 1 times")
    select(app, 1, 1)
    keys.type("1907")
    keys.press("Tab")
    expect(app).to_contain_text("[1815, 1907, 1912]")
    select(app, 2, 0)
    keys.press(" ")
    expect(app).to_contain_text("[True, False, True]")
    select(app, 3, 1)
    keys.press("Enter")
    expect(apps.page.get_by_role("combobox", name="field")).to_be_focused()
    keys.press("ArrowUp")
    keys.press("Enter")
    expect(app).to_contain_text("'field': 'sums'")
    select(app, 1, 0)
    keys.type("long ago")
    keys.press("Enter")
    expect(app).to_contain_text("Enter a number.")
    expect(app).to_contain_text("[1815, 1907, 1912]")
    expect(app).to_contain_text("changed 4 times")
    select(app, 4, 0)
    keys.press("Enter")
    expect(apps.page.locator("#portal input")).to_be_focused()
    keys.type("01022023")
    keys.press("Enter")
    expect(app).to_contain_text("'seen': '2023-01-02T03:04:00'")


def test_rows_are_added_deleted_and_pasted_and_steps_taken_back(apps: Notebook) -> None:
    app, keys = apps.app("editor"), apps.page.keyboard
    use_tool(app, "Add row")
    expect(app).to_contain_text("'added_rows': [{}]")
    select(app, 0, 3)
    keys.type("Alan")
    keys.press("Enter")
    expect(app).to_contain_text("'added_rows': [{'name': 'Alan'}]")
    select(app, 0, 1)
    keys.press("Shift+ ")
    keys.press("Delete")
    expect(app).to_contain_text("'deleted_rows': [1]")
    use_tool(app, "Undo")
    expect(app).to_contain_text("'deleted_rows': []")
    select(app, 0, 3)
    apps.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    apps.page.evaluate("navigator.clipboard.writeText('Mary\\t1780\\nEmmy\\t1882')")
    keys.press("Control+v")
    expect(app).to_contain_text("{'name': 'Mary', 'born': 1780}, {'name': 'Emmy', 'born': 1882}")
    app.get_by_role("button", name="Forget").click()
    expect(app).to_contain_text("['Ada', 'Grace', nan]")
    expect(app).to_contain_text("'added_rows': []")


def test_the_keyboard_reaches_a_table_and_leaves_it(apps: Notebook, axe: Axe) -> None:
    app, keys = apps.app("editor"), apps.page.keyboard
    select(app, 0, 0)
    keys.press("Tab")
    expect(app.get_by_role("button", name="Forget")).to_be_focused()
    keys.press("Shift+Tab")
    keys.press("ArrowDown")
    expect(cell(app, 1, 1)).to_be_focused()
    keys.press("Control+f")
    expect(app.get_by_test_id("search-input")).to_be_focused()
    keys.type("grac")
    expect(app.get_by_test_id("search-result-area")).to_contain_text("1 result")
    assert axe(app) == []
    keys.press("Escape")
    select(app, 0, 0)
    for _ in ("the table", "what is before it"):
        keys.press("Shift+Tab")
    expect(app.get_by_role("button", name="Full screen")).to_be_focused()


def test_plain_data_is_edited_and_what_is_fixed_is_text(apps: Notebook) -> None:
    app, keys = apps.app("fixed"), apps.page.keyboard
    grids = app.get_by_test_id("data-grid-canvas")
    expect(grids).to_have_count(2)
    first, second = grids.all()
    click_at(second, 200, ROW * 2 + ROW // 2)
    expect(second.locator('tbody tr[aria-rowindex="3"] td[aria-colindex="2"]')).to_be_focused()
    keys.type("7.25")
    keys.press("Enter")
    expect(app).to_contain_text("{'Mon': 1.5, 'Tue': 7.25}")
    click_at(first, 60, ROW + ROW // 2)
    expect(first.locator('tbody tr[aria-rowindex="2"] td[aria-colindex="1"]')).to_be_focused()
    keys.press("9")
    keys.press("Enter")
    expect(app).to_contain_text("{'a': 1, 'b': 'x'}")


def test_edits_in_a_form_wait_for_its_button(apps: Notebook) -> None:
    app, keys = apps.app("formed"), apps.page.keyboard
    click_at(grid(app), 60, ROW + ROW // 2)
    expect(cell(app, 1, 0)).to_be_focused()
    keys.type("5")
    keys.press("Enter")
    use_tool(app, "Add row")
    expect(app).to_contain_text("sent [1, 2]")
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("sent [5.0, 2.0, None]")  # as under Streamlit


def test_help_tells_what_a_thing_is_and_errors_tell_their_line(apps: Notebook) -> None:
    app = apps.app("about")
    expect(app).to_contain_text("A dog.")
    expect(app).to_contain_text("<b>legs</b>")
    expect(app).to_contain_text("Make a noise.")
    expect(app.get_by_role("group", name="What Dog has")).to_be_visible()
    expect(app).to_contain_text("ZeroDivisionError (line 16)")


def test_a_cached_function_shows_that_it_runs_once_and_draws_again_at_once(apps: Notebook) -> None:
    app = apps.app("slow")
    app.get_by_role("button", name="Increase n").click()
    expect(app).to_contain_text("Thinking about it")
    expect(app).to_contain_text("square 16")
    app.get_by_role("button", name="Decrease n").click()
    expect(app).to_contain_text("square 9")
    expect(app).to_contain_text("worked out for 3")
    expect(app).not_to_contain_text("Thinking about it")


def test_a_stream_shows_while_it_comes(apps: Notebook, gate: Path) -> None:
    app = apps.app("slow")
    app.get_by_role("button", name="Talk").click()
    expect(app).to_contain_text("one two ▌")
    gate.touch()
    expect(app).to_contain_text("one two three")
    expect(app).not_to_contain_text("▌")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_them(theme: Any, apps: Notebook, axe: Axe) -> None:
    apps.theme(theme)
    apps.page.mouse.move(0, 0)
    names = ("editor", "fixed", "formed", "about")
    for name in names:
        apps.shot(f"editor_{name}_{theme}", apps.app(name))
    assert axe(*map(apps.app, names)) == []
