"""The inspector's end in a real kernel: what pages are told, what they may do, and who may not look at all."""

from __future__ import annotations

import json
from functools import partial

import pytest

from jupyter_session_state._jupyter.inspector.protocol import MAX_MESSAGE
from tests.kernel.apps import Apps
from tests.kernel.panel import Panel

PAGE = """
if "rows" not in st.session_state:
    st.session_state.rows = [1, {"a": 2}]
def more(n):
    st.session_state.rows.append(n)
    st.session_state.count = st.session_state.get("count", 0) + n
x = st.slider("X", 0, 10, 3, key="x")
kind = st.selectbox("Kind", ["a", "b"], key="kind")
st.text_input("Secret", type="password", key="secret")
st.button("More", on_click=more, args=(5,), key="more")
with st.form("f"):
    st.text_input("Name", key="name")
    st.form_submit_button("Send")
st.text(f"x={x} kind={kind} rows={st.session_state.rows}")
"""


LARGE = """
more = st.button("More")
st.session_state.n = st.session_state.get("n", 0) + 1
for i in range(60):
    st.session_state[f"k{i:03}" + "y" * 300] = [st.session_state.n]
"""


@pytest.fixture
def panel(apps: Apps) -> Panel:
    """A page that shows an app."""
    apps.run("page", PAGE)
    panel = Panel(apps.kernel)
    panel.wait("hello")
    panel.watch("page")
    return panel


def test_nobody_can_look_before_the_extension_asked(apps: Apps) -> None:
    apps.kernel.execute("from jupyter_session_state._jupyter import inspector\ninspector.close()")
    apps.run("page", PAGE)
    stranger = Panel(apps.kernel, ask=False)
    stranger.post("sync")
    apps.kernel.wait_quiet()
    assert apps.kernel.received(stranger.id) == []
    assert stranger.was_closed


def test_without_the_extension_nobody_looks_any_more(apps: Apps, panel: Panel) -> None:
    apps.kernel.execute("%unload_ext jupyter_session_state")
    stranger = Panel(apps.kernel, ask=False)
    for page in (panel, stranger):
        apps.kernel.wait(partial(getattr, page, "was_closed"), what="the end of the comm")
    told = len(apps.kernel.received(panel.id))
    apps.kernel.execute("%load_ext jupyter_session_state")
    apps.run("page", PAGE)
    apps.kernel.wait_quiet()
    assert len(apps.kernel.received(panel.id)) == told
    again = Panel(apps.kernel)
    again.watch("page")
    assert "rows" in again.entries()


@pytest.mark.one_kernel
@pytest.mark.parametrize(("name", "value"), [("SERVER_SOFTWARE", "voila/0.5.13"), ("VOILA_PREHEAT", "True")])
def test_under_voila_the_extension_may_not_either(name: str, value: str, apps: Apps) -> None:
    apps.kernel.execute(
        "from jupyter_session_state._jupyter import inspector\ninspector.close()\n"
        f"import os\nos.environ[{name!r}] = {value!r}"
    )
    visitor = Panel(apps.kernel)
    visitor.post("sync")
    apps.kernel.wait_quiet()
    assert apps.kernel.received(visitor.id) == []
    apps.kernel.execute(f"del os.environ[{name!r}]")


def test_a_page_is_told_the_apps_and_their_keys(panel: Panel) -> None:
    (app,) = panel.wait("hello")["apps"]
    assert (app["name"], app["error"], app["running"]) == ("page", "", False)
    entries = panel.entries()
    assert {key: entry["group"] for key, entry in entries.items()} == {
        "rows": "yours",
        "x": "widgets",
        "kind": "widgets",
        "secret": "widgets",
        "more": "widgets",
        "name": "forms",
        "FormSubmitter:f-Send": "forms",
    }
    assert entries["rows"] | {"writer": None} == {
        "key": "rows",
        "group": "yours",
        "type": "list",
        "preview": "[1, {'a': 2}]",
        "size": 2,
        "open": True,
        "json": '[1, {"a": 2}]',
        "editable": True,
        "why_not": "",
        "masked": False,
        "owner": None,
        "writer": None,
    }
    assert entries["x"]["owner"] == {"kind": "slider", "label": "X", "disabled": False}
    assert not entries["more"]["editable"]
    assert entries["more"]["why_not"]


def test_what_is_typed_into_a_password_field_is_never_told(apps: Apps, panel: Panel) -> None:
    apps.kernel.set(apps.control("Secret"), value="hush")
    apps.wait_run("page", 2)
    apps.kernel.wait(lambda: len(panel.items()) == 2)
    assert panel.entries()["secret"]["masked"]
    panel.ask("export", app="page")
    panel.ask("preview", app="page", key="secret", path=[], offset=0, limit=10)
    panel.ask("record", app="page")
    assert "hush" not in str(panel.kernel.received(panel.id))


def test_a_value_is_opened_a_step_at_a_time(panel: Panel) -> None:
    reply = panel.ask("preview", app="page", key="rows", path=[1], offset=0, limit=10)
    child = {"name": "a", "step": "a", "type": "int", "preview": "2", "size": 1, "open": False}
    assert reply["result"] == {"children": [child], "total": 1}
    gone = panel.ask("preview", app="page", key="rows", path=[7], offset=0, limit=10)
    assert (gone["ok"], gone["error"]["code"]) == (False, "refused")


def test_a_page_is_told_what_changed_and_who_did_it(apps: Apps, panel: Panel) -> None:
    apps.move("X", [7.0])
    writer = panel.wait_preview("x", "7")["writer"]
    assert (writer["by"], writer["name"]) == ("widget", "X")
    apps.click("More")
    writer = panel.wait_preview("count", "5")["writer"]
    assert (writer["by"], writer["name"], writer["line"]) == ("callback", "more", 7)
    panel.wait_preview("rows", "[1, {'a': 2}, 5]")
    apps.kernel.execute("session_state.count = 9")
    assert panel.wait_preview("count", "9")["writer"]["by"] == "cell"
    apps.kernel.execute("del session_state['count']")
    apps.kernel.wait(lambda: "count" not in panel.entries())


def test_an_edit_goes_by_the_rules_of_the_widget(apps: Apps, panel: Panel) -> None:
    assert panel.ask("set", app="page", key="x", json="8")["ok"]
    apps.wait_text("page", "x=8")
    assert panel.wait_preview("x", "8")["writer"]["by"] == "inspector"
    for key, value in (("x", "99"), ("x", '"eight"'), ("x", "eight"), ("kind", '"c"'), ("more", "true")):
        refused = panel.ask("set", app="page", key=key, json=value)
        assert (refused["ok"], refused["error"]["code"]) == (False, "refused"), key
    assert panel.ask("set", app="page", key="kind", json='"b"')["ok"]
    apps.wait_text("page", "x=8 kind=b")
    assert panel.ask("set", app="page", key="rows", json="[7.0, 12345678901234567890]")["ok"]
    apps.wait_text("page", "rows=[7.0, 12345678901234567890]")
    assert panel.ask("delete", app="page", key="rows")["ok"]
    apps.wait_text("page", "rows=[1, {'a': 2}]")


def test_a_key_whose_app_runs_is_set_when_the_run_is_over(apps: Apps, panel: Panel) -> None:
    apps.run(
        "slow",
        "import time\nn = st.slider('N', 0, 10, 1, key='n')\nif n == 5:\n    time.sleep(1)\n"
        "st.session_state.twice = 2 * n\nst.text(f'n={n} twice={st.session_state.twice}')",
    )
    panel.watch("slow")
    apps.move("N", [5.0])
    panel.kernel.wait(lambda: any(run["phase"] == "running" for run in panel.told("run")), what="the run")
    asked = [
        panel.post("set", app="slow", key=key, json=json)
        for key, json in (("n", "7"), ("n", "70"), ("own", "1"))
    ]
    done = [panel.reply(number)["ok"] for number in asked]
    assert done == [True, False, True]
    apps.wait_text("slow", "n=7 twice=14")
    assert panel.wait_preview("own", "1")["writer"]["by"] == "inspector"
    assert apps.endings("slow")[1] == "completed"
    assert [item["changes"][0]["after"] for item in panel.items()[1:]] == ["5", "7", "1"]


def test_a_value_of_a_class_that_is_no_more_is_shown_deleted_and_taken_back(apps: Apps) -> None:
    apps.kernel.execute("class Thing:\n    def __init__(self): self.n = 1")
    apps.run(
        "things",
        "if 'thing' not in st.session_state:\n    st.session_state.thing = Thing()\nst.text('shown')",
    )
    apps.kernel.execute("del Thing")
    panel = Panel(apps.kernel)
    panel.watch("things")
    assert (panel.entries()["thing"]["type"], panel.entries()["thing"]["editable"]) == ("Thing", True)
    assert panel.ask("look", app="things", number=1)["ok"]
    inside = panel.ask("preview", app="things", key="thing", path=[], offset=0, limit=10)
    assert [child["name"] for child in inside["result"]["children"]] == ["n"]
    assert "thing" in panel.ask("export", app="things")["result"]["left_out"]
    assert panel.ask("delete", app="things", key="thing")["ok"]
    apps.wait_text("things", "NameError")
    assert panel.ask("undo", app="things")["ok"]
    apps.wait_text("things", "shown")
    apps.kernel.wait(
        lambda: "thing" in panel.entries() and panel.entries()["thing"]["writer"]["by"] == "restore"
    )
    assert panel.entries()["thing"]["preview"] == "Thing(n=1)"


def test_the_timeline_goes_back_and_forth(apps: Apps, panel: Panel) -> None:
    apps.move("X", [7.0])
    apps.wait_text("page", "x=7")
    apps.move("X", [9.0])
    apps.wait_text("page", "x=9")
    apps.kernel.wait(lambda: len(panel.items()) == 3)
    first, second, third = panel.items()
    (change,) = second["changes"]
    assert (change["key"], change["before"], change["after"]) == ("x", "3", "7")
    past = panel.ask("look", app="page", number=second["number"])["result"]
    assert {entry["key"]: entry["preview"] for entry in past}["x"] == "7"
    assert panel.ask("undo", app="page")["ok"]
    apps.wait_text("page", "x=7")
    assert panel.ask("goto", app="page", number=first["number"])["ok"]
    apps.wait_text("page", "x=3")
    assert panel.ask("redo", app="page")["ok"]
    apps.wait_text("page", "x=7")
    apps.kernel.wait(lambda: panel.told("history")[-1]["cursor"] == second["number"])
    assert panel.ask("goto", app="page", number=third["number"])["ok"]
    apps.wait_text("page", "x=9")


def test_as_many_interactions_are_kept_as_the_user_of_the_page_wants(apps: Apps, panel: Panel) -> None:
    assert panel.wait("hello")["limit"] == 100
    for value in (4, 5, 6):
        apps.move("X", [float(value)])
        apps.wait_text("page", f"x={value}")
    for limit in (1, 1001, -5):
        refused = panel.ask("keep", limit=limit)
        assert refused["error"]["message"] == f"2 to 1000 interactions of an app can be kept, not {limit}"
    assert panel.ask("keep", limit=2)["ok"]
    apps.kernel.wait(lambda: panel.told("history")[-1]["first"] == 3)
    assert apps.kernel.evaluate("[r.number for r in _app('page').history]") == [3, 4]
    apps.run("later", "1")
    assert apps.kernel.evaluate("_app('later').history.limit") == 2
    assert panel.ask("keep", limit=100)["ok"]


def test_of_a_timeline_that_is_too_large_for_a_message_the_newest_are_told(apps: Apps) -> None:
    apps.run("large", LARGE)
    for number in range(2, 25):
        apps.click("More")
        apps.wait_run("large", number)
    panel = Panel(apps.kernel)
    panel.watch("large")
    history = panel.wait("history")
    numbers = [item["number"] for item in history["items"]]
    assert history["first"] == 1 < numbers[0]
    assert numbers[-1] == history["cursor"] == 24
    assert len(json.dumps(history)) <= MAX_MESSAGE


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("hello", "malformed"),
        ({"v": 1, "type": "sync"}, "malformed"),
        ({"v": 2, "type": "sync", "id": 77}, "malformed"),
        ({"v": 1, "type": "set", "id": 77, "app": "page", "key": 5, "json": "1"}, "malformed"),
        ({"v": 1, "type": "set", "id": 77, "app": "page", "key": "x", "json": 1}, "malformed"),
        ({"v": 1, "type": "preview", "id": 77, "app": "page", "key": "x", "path": [True]}, "malformed"),
        ({"v": 1, "type": "keep", "id": 77, "limit": 7.5}, "malformed"),
        ({"v": 1, "type": "dance", "id": 77}, "unknown"),
        ({"v": 1, "type": "rerun", "id": 77, "app": "none"}, "refused"),
        ({"v": 1, "type": "goto", "id": 77, "app": "page", "number": 999}, "refused"),
        ({"v": 1, "type": "look", "id": 77, "app": "page", "number": -1}, "refused"),
        (
            {"v": 1, "type": "set", "id": 77, "app": "page", "key": "x", "json": "y" * MAX_MESSAGE},
            "too-large",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
@pytest.mark.one_kernel
def test_what_is_no_message_is_refused_with_words(panel: Panel, message: object, code: str) -> None:
    before = len(panel.told("reply"))
    panel.send(message)
    reply = panel.wait("reply", before + 1)
    assert (reply["ok"], reply["error"]["code"]) == (False, code)
    assert reply["error"]["message"]


def test_a_value_that_cannot_tell_itself_holds_nobody_up(apps: Apps, panel: Panel) -> None:
    apps.run(
        "odd",
        "import time\nclass Slow:\n    def __repr__(self):\n        time.sleep(60)\n"
        "class Broken:\n    def __repr__(self):\n        raise RuntimeError\n"
        "class Long:\n    def __repr__(self):\n        return 'x' * 100_000_000\n"
        "st.session_state.slow, st.session_state.broken = Slow(), [Broken()]\n"
        "st.session_state.long, st.session_state.text = Long(), 'y' * 10_000_000\n",
        timeout=20,
    )
    panel.watch("odd")
    entries = panel.entries()
    assert [entries[key]["preview"] for key in ("slow", "broken", "long")] == [
        "Slow()",
        "[Broken()]",
        "Long()",
    ]
    assert len(entries["text"]["preview"]) == 500
    assert entries["text"]["size"] == 10_000_000


@pytest.mark.one_kernel
def test_a_thousand_keys_are_told_and_a_state_that_is_far_too_large_is_cut(apps: Apps) -> None:
    apps.run("many", "for n in range(1000):\n    st.session_state[f'key {n:04}'] = n")
    panel = Panel(apps.kernel)
    panel.watch("many")
    apps.kernel.wait(lambda: len(panel.entries()) == 1000)
    assert panel.told("state")[-1]["more"] == 0
    before = len(panel.told("state"))
    apps.kernel.execute("for n in range(1000):\n    session_state[f'key {n:04}'] = 'long ' * 100")
    apps.kernel.wait(lambda: len(panel.told("state")) == before + 4)
    assert len(panel.entries()) + panel.told("state")[-1]["more"] == 1000
    assert panel.told("state")[-1]["more"] > 0
    assert [state["offset"] == 0 for state in panel.told("state")[-4:]] == [True, False, False, False]
    assert all(len(json.dumps(state)) <= MAX_MESSAGE for state in panel.told("state"))


def test_two_pages_are_told_each_for_itself(apps: Apps, panel: Panel) -> None:
    apps.run("other", "st.slider('Y', 0, 10, key='y')")
    second = Panel(apps.kernel)
    second.watch("other")
    apps.move("Y", [4.0])
    second.wait_preview("y", "4")
    apps.move("X", [6.0])
    panel.wait_preview("x", "6")
    assert not any(message["app"] == "page" for message in second.told("history"))


def test_a_page_whose_panel_is_closed_hears_of_apps_alone(apps: Apps, panel: Panel) -> None:
    panel.ask("watch", app=None, state=False, history=False)
    apps.move("X", [5.0])
    apps.wait_text("page", "x=5")
    apps.kernel.wait_quiet()
    mark = len(apps.kernel.received(panel.id))
    for value in (6, 7, 8):
        apps.move("X", [float(value)])
        apps.wait_text("page", f"x={value}")
    apps.kernel.wait_quiet()
    assert apps.kernel.received(panel.id)[mark:] == []
    apps.run("page", "1 / 0")
    panel.kernel.wait(
        lambda: panel.told("apps") and "ZeroDivisionError" in panel.told("apps")[-1]["apps"][0]["error"]
    )
    apps.kernel.execute("%stateapp close page")
    panel.kernel.wait(lambda: panel.told("apps")[-1]["apps"] == [])


@pytest.mark.one_kernel
def test_pages_that_left_without_a_word_are_forgotten_when_others_come(apps: Apps, panel: Panel) -> None:
    others = [Panel(apps.kernel) for _ in range(10)]
    for other in others:
        other.wait("hello")
    apps.kernel.wait(lambda: panel.was_closed)
    others[-1].watch("page")
    apps.move("X", [5.0])
    others[-1].wait_preview("x", "5")
