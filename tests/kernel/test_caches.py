"""What lives in a real kernel: caches of all apps and cells, tables edited over the wire, text that comes slowly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.kernel.apps import Apps
from tests.kernel.frontend import Model

pytestmark = pytest.mark.one_kernel

NOTHING: dict[str, Any] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}

CACHED = """
import jupyter_session_state as st
calls = []
st.cache_data.clear()
@st.cache_data(show_spinner=False)
def load(n):
    calls.append(n)
    st.caption(f"loaded {n}")
    return [n]
@st.cache_data
def double(n):
    calls.append(n)
    return n * 2
@st.cache_resource
def shared():
    return object()
"""

EDITOR = """
def changed():
    st.session_state.count = st.session_state.get("count", 0) + 1
rows = st.data_editor([{"id": "x", "n": 1}, {"id": "y", "n": 2}], key="rows", num_rows="dynamic", alt="Rows",
                      disabled=["id"], on_change=changed)
st.text(f"{rows} changed {st.session_state.get('count', 0)} times")
"""


@pytest.fixture
def cached(apps: Apps) -> Apps:
    """A notebook with cached functions in a plain cell."""
    apps.kernel.execute(CACHED)
    return apps


def test_two_apps_and_a_plain_cell_share_what_was_computed(cached: Apps) -> None:
    for name in ("one", "two"):
        cached.run(name, "st.text(f'{load(3)} {id(shared())}')")
    first, second = (cached.wait_text(name, "[3]") for name in ("one", "two"))
    assert first == second
    assert "loaded 3" in first
    assert cached.kernel.evaluate("load(3) + [len(calls)]") == [3, 1]


def test_a_function_defined_in_an_app_keeps_its_values_from_run_to_run(apps: Apps) -> None:
    script = (
        "@st.cache_data\ndef slow(n):\n    made.append(n)\n    return n\nst.text(f'{slow(1)} of {len(made)}')"
    )
    apps.kernel.execute("made = []")
    apps.run("app", script)
    apps.run("app", script + "\nst.text('again')")
    assert "1 of 1" in apps.wait_text("app", "again")
    apps.run("app", script.replace("return n", "return n + 1"))
    apps.wait_text("app", "2 of 2")


def test_clearing_an_app_clears_the_caches_of_all(cached: Apps) -> None:
    cached.run("one", "st.session_state.x = 5\nst.text(f'{double(3)}')")
    cached.run("two", "st.text(f'{double(4)}')")
    cached.wait_text("two", "8")
    cached.kernel.execute("%stateapp clear one")
    assert cached.kernel.evaluate("(double(4), calls)")[1] == [3, 4, 3, 4]


def test_clear_of_all_caches_from_a_plain_cell(cached: Apps) -> None:
    cached.kernel.execute("double(1); double(2); double.clear(1); double(1); double(2); before = list(calls)")
    cached.kernel.execute("st.cache_data.clear(); double(2)")
    assert cached.kernel.evaluate("(before, calls)") == ([1, 2, 1], [1, 2, 1, 2])


def test_an_app_that_closes_takes_nothing_from_the_cache(cached: Apps) -> None:
    cached.run("one", "st.text(f'{load(3)}')")
    cached.kernel.execute("%stateapp close one")
    cached.run("two", "st.text(f'{load(3)} of {len(calls)}')")
    cached.wait_text("two", "[3] of 1")


def editor(apps: Apps) -> Model:
    apps.run("app", EDITOR)
    apps.wait_text("app", "changed 0 times")
    return apps.kernel.widget(drawn_by="Grid")


def test_cells_are_edited_though_some_columns_are_disabled(apps: Apps) -> None:
    model = editor(apps)
    apps.kernel.set(model, value={**NOTHING, "edited_rows": {"1": {"n": 7}}, "added_rows": [{"n": 8}]})
    text = apps.wait_text("app", "changed 1 times")
    assert "[{'id': 'x', 'n': 1}, {'id': 'y', 'n': 7}, {'id': None, 'n': 8}]" in text


def test_what_the_page_sent_is_not_sent_back(apps: Apps) -> None:
    model = editor(apps)
    sent = {**NOTHING, "edited_rows": {"0": {"n": 7}}, "added_rows": [{}, {"n": None}]}
    before = apps.kernel.mark()
    apps.kernel.set(model, value=sent)
    apps.wait_text("app", "changed 1 times")
    apps.settle()
    updates = [m.content["data"] for m in apps.kernel.since(before, "comm_msg")]
    assert [u for u in updates if u.get("method") == "update" and "value" in u["state"]] == []
    assert model["value"] == sent


@pytest.mark.parametrize(
    "value",
    [
        {**NOTHING, "edited_rows": {"5": {"n": 7}}},
        {**NOTHING, "edited_rows": {"0": {"id": "hacked"}}},
        {**NOTHING, "deleted_rows": [-1]},
        {"edited_rows": []},
    ],
    ids=["no such row", "a column that is disabled", "a row before the first", "no edits"],
)
def test_edits_that_the_table_does_not_offer_are_refused(apps: Apps, value: dict[str, Any]) -> None:
    model = editor(apps)
    apps.kernel.set(model, value=value)
    apps.kernel.wait(lambda: model["value"] == NOTHING, what="the table as it was")
    apps.settle()
    assert "'n': 1}" in apps.text("app")
    assert "changed 0 times" in apps.text("app")


def test_a_stream_shows_what_has_come_so_far(apps: Apps, tmp_path: Path) -> None:
    script = f"""
import pathlib, time
def words():
    yield "one "
    while not pathlib.Path({str(tmp_path / "go")!r}).exists():
        time.sleep(0.01)
    yield "two"
if st.button("Talk"):
    st.text(f"whole: {{st.write_stream(words)!r}}")
"""
    apps.run("app", script)
    apps.click("Talk")
    assert "two" not in apps.wait_text("app", "one")
    (tmp_path / "go").touch()
    apps.wait_text("app", "whole: 'one two'")
