"""Containers that tell what a person opened, and the address an app is opened with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.kernel.apps import Apps, doc_of
from tests.kernel.frontend import Model
from tests.kernel.harness import KernelDriver

pytestmark = pytest.mark.one_kernel

FOLD = """
fold = st.expander("E", key="e", on_change="rerun")
one, two = st.tabs(["One", "Two"], key="t", on_change="rerun")
st.button("Both", on_click=lambda: st.session_state.update(e=True, t="Two"))
st.text(f"{fold.open} {two.open}")
"""


def block(apps: Apps, kind: str) -> Model:
    """The container of this kind."""
    return next(m for m in apps.kernel.widgets() if "doc" in m.state and doc_of(m)["kind"] == kind)


def change(apps: Apps, kind: str, value: Any) -> None:
    apps.kernel.custom(block(apps, kind), {"op": "change", "value": value})


def sent_values(model: Model) -> list[Any]:
    """What the kernel told the page to open since the block was made."""
    patches = [message for message, _ in model.customs if message.get("op") == "patch"]
    return [patch["props"]["value"] for patch in patches if "value" in patch.get("props", {})]


def test_what_a_person_opens_runs_the_app_and_is_not_sent_back(apps: Apps) -> None:
    apps.run("fold", FOLD)
    change(apps, "expander", True)
    apps.wait_text("fold", "True False")
    change(apps, "tabs", "Two")
    apps.wait_text("fold", "True True")
    apps.settle()
    assert [sent_values(block(apps, kind)) for kind in ("expander", "tabs")] == [[], []]


def test_what_the_program_opens_is_sent_once(apps: Apps) -> None:
    apps.run("fold", FOLD)
    apps.click("Both")
    apps.wait_text("fold", "True True")
    apps.click("Both")
    apps.settle()
    assert [sent_values(block(apps, kind)) for kind in ("expander", "tabs")] == [[True], ["Two"]]


def test_a_page_that_comes_later_shows_what_was_opened_last(apps: Apps) -> None:
    apps.run("fold", FOLD)
    change(apps, "tabs", "Two")
    apps.wait_text("fold", "False True")
    apps.kernel.reload_page()
    assert doc_of(block(apps, "tabs"))["props"]["value"] == "Two"


@pytest.mark.parametrize("value", ["open", 1, None, [True], {"a": 1}])
def test_what_no_page_sends_is_refused_and_put_right(apps: Apps, value: Any) -> None:
    apps.run("fold", FOLD)
    change(apps, "expander", value)
    apps.wait_run("fold", 2)
    apps.settle()
    assert apps.last("fold")["refused"] != []
    assert apps.text("fold").endswith("False False")
    assert sent_values(block(apps, "expander")) == [False]


def test_a_container_nobody_tracks_says_nothing(apps: Apps) -> None:
    apps.run("fold", "st.expander('E')\nst.text('here')")
    change(apps, "expander", True)
    apps.settle()
    assert apps.last("fold")["number"] == 1


def test_an_app_begins_with_the_address_its_page_was_opened_with(
    start_kernel: Callable[..., KernelDriver],
) -> None:
    apps = Apps(start_kernel())
    apps.kernel.execute("import os; os.environ['QUERY_STRING'] = 'level=7&page=x'")
    apps.run(
        "addressed", "st.slider('L', 0, 10, key='level', bind='query-params')\nst.text(str(st.query_params))"
    )
    assert "{'level': '7', 'page': 'x'}" in apps.text("addressed")
    apps.move("L", [5.0])
    apps.wait_text("addressed", "{'level': '5', 'page': 'x'}")


@pytest.mark.parametrize("given", ["level=7&page=x", "'level=7&page=x'", '"?level=7&page=x"'])
def test_a_cell_says_what_its_app_begins_with(apps: Apps, given: str) -> None:
    script = "st.slider('L', 0, 10, key='level', bind='query-params')\nst.text(str(st.query_params))"
    apps.run("begun", script, options=f"--query {given}")
    assert "{'level': '7', 'page': 'x'}" in apps.text("begun")
    apps.move("L", [5.0])
    apps.wait_text("begun", "{'level': '5', 'page': 'x'}")
    apps.run("begun", script, options=f"--query {given}")
    assert "{'level': '5', 'page': 'x'}" in apps.text("begun"), "executed again, it goes on"
    apps.run("begun", script, options="--query level=9")
    assert "{'level': '9'}" in apps.text("begun"), "another address is another start"
