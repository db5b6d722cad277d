"""Tables that can be edited, help and cached functions in JupyterLab: by mouse, by keyboard, looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

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
Axe = Callable[[Locator], list[dict[str, Any]]]


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


def test_cells_are_edited_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app = apps.app("editor")
    app.get_by_label("name, row 1").fill("Lovelace")
    app.get_by_label("name, row 1").press("Enter")
    expect(app).to_contain_text("['Lovelace', 'Grace', nan]")
    expect(app).to_contain_text("changed 1 times")
    expect(app.get_by_label("name, row 2")).to_be_focused()
    apps.page.keyboard.press("Tab")
    expect(app.get_by_label("Year of birth, row 2")).to_be_focused()
    apps.page.keyboard.type("1907")
    apps.page.keyboard.press("Tab")
    expect(app).to_contain_text("[1815, 1907, 1912]")
    app.get_by_label("alive, row 1").click()
    expect(app).to_contain_text("[True, False, True]")
    app.get_by_label("field, row 2").select_option("sums")
    expect(app).to_contain_text("changed 4 times")
    expect(app.get_by_label("Number, row 1")).to_have_count(0)
    app.get_by_label("Year of birth, row 1").fill("long ago")
    app.get_by_label("Year of birth, row 1").press("Enter")
    expect(app).to_contain_text("Enter a whole number.")
    expect(app.get_by_label("Year of birth, row 1")).to_have_value("1815")
    expect(app).to_contain_text("changed 4 times")


def test_rows_are_added_and_deleted_and_all_is_forgotten(apps: Notebook) -> None:
    app = apps.app("editor")
    app.get_by_role("button", name="Add row").click()
    expect(app.get_by_label("name, row 4")).to_be_focused()
    apps.page.keyboard.type("Alan")
    apps.page.keyboard.press("Tab")
    expect(app).to_contain_text("'added_rows': [{'name': 'Alan'}]")
    app.get_by_role("button", name="Delete row 2").click()
    expect(app).to_contain_text("'deleted_rows': [1]")
    expect(app.get_by_label("name, row 3")).to_have_value("Alan")
    app.get_by_role("button", name="Delete row 3").focus()
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("'added_rows': []")
    app.get_by_role("button", name="Forget").click()
    expect(app).to_contain_text("['Ada', 'Grace', nan]")
    expect(app.get_by_label("name, row 1")).to_have_value("Ada")


def test_plain_data_is_edited_and_what_is_fixed_is_text(apps: Notebook) -> None:
    app = apps.app("fixed")
    app.get_by_label("value, row 2").fill("7.25")
    app.get_by_label("value, row 2").press("Tab")
    expect(app).to_contain_text("{'Mon': 1.5, 'Tue': 7.25}")
    expect(app.get_by_role("textbox", name="a, row 1")).to_have_count(0)


def test_edits_in_a_form_wait_for_its_button(apps: Notebook) -> None:
    app = apps.app("formed")
    app.get_by_label("value, row 1").fill("5")
    app.get_by_label("value, row 1").press("Enter")
    app.get_by_role("button", name="Add row").click()
    apps.page.keyboard.type("6")
    expect(app).to_contain_text("sent [1, 2]")
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("sent [5, 2, 6]")


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
    found = {}
    for name in ("editor", "fixed", "formed", "about"):
        app = apps.app(name)
        apps.shot(f"editor_{name}_{theme}", app)
        found[name] = axe(app)
    assert found == {"editor": [], "fixed": [], "formed": [], "about": []}
