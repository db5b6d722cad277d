"""A saved notebook that is opened with a kernel that knows nothing of its apps."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

APP = """%%stateapp saved
import pandas as pd
st.title("Saved")
st.slider("Level", 0, 10, 4)
st.dataframe(pd.DataFrame({"city": ["Paris", "Oslo"]}))
st.write("last words")"""


def test_a_reopened_notebook_shows_the_picture_and_running_the_cell_brings_the_app(
    notebook: Notebook, lab: LabServer
) -> None:
    notebook.open(["%load_ext jupyter_session_state", APP])
    notebook.run_all()
    expect(notebook.app("saved")).to_contain_text("last words")
    notebook.reopen()
    output = notebook.output(1)
    for words in ("Saved", "Level", "4", "Oslo", "last words"):
        expect(output).to_contain_text(words)
    expect(output).not_to_contain_text("Error displaying widget")
    picture = output.locator(".jss-static")
    notebook.shot("saved", output)
    notebook.run_all()
    expect(notebook.app("saved").get_by_role("slider", name="Level")).to_be_visible()
    expect(picture).to_have_count(0)


def test_the_picture_in_the_file_is_small_and_names_no_widget_state(
    notebook: Notebook, lab: LabServer
) -> None:
    notebook.open(["%load_ext jupyter_session_state", APP])
    notebook.run_all()
    expect(notebook.app("saved")).to_contain_text("last words")
    notebook.command("docmanager:save")
    file = json.loads((lab.notebooks / notebook.path).read_text(encoding="utf-8"))
    (output,) = file["cells"][1]["outputs"]
    assert set(output["data"]) == {
        "application/vnd.jupyter.widget-view+json",
        "text/html",
        "text/plain",
    }
    assert len(json.dumps(file)) < 10_000
