"""What is sent and what stays: one message per changed model, and nothing after a widget is gone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.apps import Apps
from tests.kernel.channels import Message

PAGE = """
x = st.slider("X", 0, 100, key="x")
name = st.text_input("Name", "Ada", key="name")
kind = st.selectbox("Kind", ["a", "b", "c"], key="kind")
n = st.number_input("N", 0, 100, 5, key="n")
on = st.checkbox("On", key="on")
left, right = st.columns(2)
left.text("always the same")
right.text(f"x={x}")
with st.container():
    st.text("also the same")
print("printed")
st.text(f"{name} {kind} {n} {on}")
"""

COUNTS = """
from ipywidgets.widgets.widget import _instances
import comm as _comm
def _counts():
    return len(_instances), len(_comm.get_comm_manager().comms)
def _rerun(name, times, act=None):
    session = _session()
    for _ in range(times):
        session.rerun(session.kernel.apps[name], "the test")
"""


def test_a_rerun_sends_one_message_for_each_model_that_changed(apps: Apps) -> None:
    apps.run("page", PAGE)
    apps.move("X", [6.0])  # from the first one on, there is something to undo
    apps.wait_text("page", "x=6")
    apps.settle()
    mark = apps.kernel.mark()
    apps.move("X", [7.0])
    apps.wait_text("page", "x=7")
    apps.settle()
    sent = _updates(apps.kernel.since(mark, "comm_msg", "comm_open", "comm_close"))
    assert len(sent) == 1, sent
    assert sent[0]["content"]["op"] == "patch"


def test_a_rerun_that_changes_nothing_sends_nothing(apps: Apps) -> None:
    apps.run("page", PAGE)
    mark = apps.kernel.mark()
    apps.kernel.execute("%stateapp rerun page")
    apps.settle()
    assert _updates(apps.kernel.since(mark, "comm_msg", "comm_open", "comm_close")) == []
    assert apps.kernel.since(mark, "display_data", "update_display_data", "stream") == []


def test_no_value_the_browser_has_is_sent_back(apps: Apps) -> None:
    apps.run("page", PAGE)
    changes: list[tuple[str, dict[str, Any]]] = [
        ("X", {"value": [7.0]}),
        ("Name", {"value": "Grace"}),
        ("Kind", {"index": 2}),
        ("N", {"value": 9.0}),
        ("On", {"value": True}),
    ]
    mark = apps.kernel.mark()
    for number, (label, change) in enumerate(changes, 2):
        apps.kernel.set(apps.control(label), **change)
        apps.wait_run("page", number)
    apps.wait_text("page", "Grace c 9 True")
    apps.settle()
    models = {apps.control(label).model_id for label, _ in changes}
    sent = apps.kernel.since(mark, "comm_msg")
    assert [m.content["data"]["method"] for m in sent if m.content["comm_id"] in models] == [
        "echo_update"
    ] * 5


def test_a_value_the_program_changes_is_sent_once(apps: Apps) -> None:
    apps.run("page", "def f():\n    st.session_state.x = 50\nst.button('Half', on_click=f)\n" + PAGE)
    mark = apps.kernel.mark()
    apps.click("Half")
    apps.wait_text("page", "x=50")
    apps.kernel.wait(lambda: apps.control("X")["value"] == [50.0])
    apps.settle()
    slider = apps.control("X").model_id
    sent = [m.content["data"] for m in apps.kernel.since(mark, "comm_msg") if m.content["comm_id"] == slider]
    assert [data["method"] for data in sent] == ["update"]
    assert list(sent[0]["state"]) == ["value"]


def _wait_until_closed(apps: Apps) -> None:
    """Wait for widgets that left the page: thousands are closed little by little."""
    apps.kernel.execute("import asyncio\nwhile len(_session().traffic):\n    await asyncio.sleep(0.05)")


@pytest.mark.one_kernel
def test_a_thousand_reruns_that_create_and_drop_widgets_leave_nothing(apps: Apps) -> None:
    kernel = apps.kernel
    apps.run(
        "churn",
        "st.session_state.setdefault('turn', 0)\nst.session_state.turn += 1\nturn = st.session_state.turn\n"
        "with st.container():\n"
        "    st.slider('S', 0, 9, key=f's{turn}')\n    st.checkbox('C', key=f'c{turn}')\n"
        "    st.text_input(f'T{turn}')\nif turn % 2:\n    with st.expander('More'):\n        print(turn)",
    )
    kernel.execute(COUNTS)
    kernel.execute(
        "_rerun('churn', 2)\nbefore = _counts(), len(session_state), len(_app('churn').registrations)"
    )
    kernel.execute("_rerun('churn', 1000)", timeout=120)
    _wait_until_closed(apps)
    assert (
        kernel.evaluate(
            "before == (_counts(), len(session_state), len(_app('churn').registrations)) or (before, _counts())"
        )
        is True
    )
    kernel.wait(lambda: len(kernel.widgets()) < 40)
    assert kernel.evaluate("len(_app('churn').browser)") < 20  # containers count too


@pytest.mark.one_kernel
def test_a_thousand_reruns_of_three_plain_widgets_leave_nothing(apps: Apps) -> None:
    kernel = apps.kernel
    apps.run(
        "plain",
        "a = widgets.IntSlider(description='A')\nb = widgets.Text(description='B')\n"
        "c = widgets.Button(description='C')\n"
        "c.on_click(lambda _: None)\na.observe(lambda change: None, 'value')\n"
        "display(widgets.VBox([a, b, c]))\n"
        "print(a.value)",
    )
    kernel.execute(COUNTS)
    _wait_until_closed(apps)
    kernel.execute("_rerun('plain', 2)\nbefore = _counts()\nfirst = a")
    mark = kernel.mark()
    kernel.execute("_rerun('plain', 1000)", timeout=120)
    _wait_until_closed(apps)
    assert kernel.evaluate("before == _counts() or (before, _counts())") is True
    assert kernel.evaluate("first is a") is True
    assert (
        kernel.evaluate("sum(len(h) for t in a._trait_notifiers.values() for h in t.values()) < 10") is True
    )
    assert kernel.since(mark, "comm_open", "comm_close") == []
    assert len(kernel.since(mark, "comm_msg")) < 20  # a run that took its time on a busy machine is marked


def test_closing_an_app_leaves_only_what_all_apps_share(apps: Apps) -> None:
    kernel = apps.kernel
    kernel.execute(COUNTS)
    apps.run("warm", "st.text('makes what all apps share')")
    kernel.execute("%stateapp close warm")
    kernel.execute("before = _counts()")
    shared = {model.model_id for model in kernel.widgets()}
    apps.run("page", PAGE)
    apps.run(
        "plain", "a = widgets.IntSlider(description='A')\ndisplay(widgets.HBox([a, widgets.HTML('x')]))\na"
    )
    apps.move("X", [3.0])
    apps.wait_text("page", "x=3")
    kernel.execute("%stateapp close page\n%stateapp close plain")
    assert kernel.evaluate("_counts() == before or (before, _counts())") is True
    kernel.wait(lambda: {model.model_id for model in kernel.widgets()} <= shared)
    assert kernel.evaluate("session_state.x") == 3


def test_running_a_cell_again_and_again_leaves_nothing(apps: Apps) -> None:
    kernel = apps.kernel
    kernel.execute(COUNTS)
    script = PAGE + "a = widgets.IntSlider(description='A')\ndisplay(a)\n"
    for turn in range(4):
        apps.run("page", script)
        if turn == 0:
            kernel.execute("before = _counts()")
    assert kernel.evaluate("_counts() == before or (before, _counts())") is True


def _updates(messages: list[Message]) -> list[dict[str, Any]]:
    """What changes a model on the page; an echo tells other views only what one of them said."""
    sent = [m.content["data"] for m in messages]
    return [data for data in sent if data.get("method") != "echo_update"]
