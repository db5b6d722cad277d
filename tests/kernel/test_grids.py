"""Tables in a real kernel: how much goes to the page, and that rows come without a run of the script."""

from __future__ import annotations

import json
from typing import Any

from tests.kernel.apps import Apps
from tests.kernel.frontend import Model

MILLION = """
import pandas as pd, numpy as np
n = 1_000_000
big = pd.DataFrame({"id": np.arange(n), **{f"x{i}": np.arange(n) * 0.1 + i for i in range(9)}})
runs = []
"""
SCRIPT = """
runs.append(1)
st.button("Again")
st.dataframe(big)
st.text(f"run {len(runs)}")
"""


def table(apps: Apps) -> Model:
    return apps.kernel.widget(drawn_by="Grid")


def ask(apps: Apps, event: str, **question: Any) -> tuple[dict[str, Any], list[Any]]:
    model = table(apps)
    before = len(model.customs)
    apps.kernel.custom(model, {"event": event, "id": 7, **question})
    apps.wait(lambda: len(model.customs) > before, what="an answer")
    told, buffers = model.customs[-1]
    assert told["id"] == 7
    return told, buffers


def test_of_a_million_rows_few_go_to_the_page_and_others_when_they_are_looked_at(apps: Apps) -> None:
    apps.kernel.execute(MILLION)
    mark = apps.kernel.mark()
    apps.run("big", SCRIPT)
    apps.wait_text("big", "run 1")
    opened = [m.content for m in apps.kernel.since(mark, "comm_open")]
    tables = [told for told in opened if told["data"]["state"].get("drawn_by") == "Grid"]
    assert 0 < sum(len(json.dumps(told)) for told in tables) < 100_000
    assert table(apps)["total_rows"] == 1_000_000

    told, _ = ask(apps, "rows", start=999_900, count=100)
    assert told["block"]["columns"][1][-1] == 999_999
    told, _ = ask(apps, "rows", start=0, count=3, sort={"column": 1, "down": True})
    assert told["block"]["columns"][1] == [999_999, 999_998, 999_997]
    assert told["block"]["positions"] == [999_999, 999_998, 999_997]
    told, _ = ask(apps, "find", text="999999")
    assert (told["cells"], told["next"] < 1_000_000) == ([], True)  # some rows at a time
    told, _ = ask(apps, "find", text="999999", start=999_000)
    assert (told["cells"][-1][0], told["next"]) == (999_999, None)
    told, _ = ask(apps, "cell", row=5, column=1)
    assert told["text"] == "5"
    for wrong in ({"start": -1, "count": 5}, {"start": "x", "count": 5}, {"start": 0, "count": 10**6}):
        told, _ = ask(apps, "rows", **wrong)
        assert told["op"] == "failed"
    assert "run 1" in apps.text("big")

    apps.settle()
    mark = apps.kernel.mark()
    apps.click("Again")
    apps.wait_text("big", "run 2")
    apps.settle()
    ours = [m for m in apps.kernel.since(mark, "comm_msg") if m.content["comm_id"] == table(apps).model_id]
    assert ours == []


def test_a_table_is_saved_and_its_selection_reruns_the_script(apps: Apps) -> None:
    apps.run(
        "pick",
        "event = st.dataframe({'a': [3, 1], 'b': ['x', 'ü']}, key='t', on_select='rerun')\n"
        "st.text(f'rows {event.selection.rows}')",
    )
    _, (file,) = ask(apps, "save", sort={"column": 0, "down": False})
    assert bytes(file).decode() == "a,b\n1,ü\n3,x\n"
    apps.kernel.set(table(apps), value={"rows": [1], "columns": [], "cells": []})
    apps.wait_text("pick", "rows [1]")
    apps.kernel.set(table(apps), value={"rows": [7], "columns": [], "cells": []})
    apps.settle()
    assert "rows [1]" in apps.text("pick")
    assert apps.last("pick")["refused"]
    apps.kernel.reload_page()
    assert table(apps)["value"]["rows"] == [1]
    assert table(apps)["first"]["columns"] == [[3, 1], ["x", "ü"]]


def test_markdown_in_a_cell_is_sanitised_before_it_goes_to_the_page(apps: Apps) -> None:
    apps.run(
        "text",
        "st.dataframe({'m': ['**x** <img src=x onerror=alert(1)>']},"
        " column_config={'m': st.column_config.MarkdownColumn()})",
    )
    told, _ = ask(apps, "cell", row=0, column=0)
    assert "<strong>x</strong>" in told["html"]
    assert "<img" not in told["html"]


def test_a_click_on_a_button_in_a_cell_is_an_interaction_unless_it_saw_other_data(apps: Apps) -> None:
    apps.run(
        "press",
        "config = {'do': st.column_config.ButtonColumn(key='done')}\n"
        "st.dataframe({'do': ['Open', ['Edit', 'Delete']]}, column_config=config, hide_index=True)\n"
        "st.text(f'clicked {st.session_state.done}')",
    )
    seen = table(apps)["version"]
    told, _ = ask(apps, "press", row=1, column=0, entry=1, seen=seen)
    assert told["op"] == "pressed"
    apps.wait_text("press", "clicked {'row': 1, 'label': 'Delete'}")
    for wrong in (
        {"row": 1, "seen": "other"},
        {"row": 2, "seen": seen},
        {"row": 0, "entry": 1, "seen": seen},
    ):
        told, _ = ask(apps, "press", **{"column": 0, "entry": 0, **wrong})
        assert told["op"] == "failed"
    assert apps.last("press")["cause"] == "st.column_config.ButtonColumn '' was clicked"
