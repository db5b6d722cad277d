"""A saved notebook that is opened with a kernel that knows nothing of its apps."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

APP = """%%stateapp saved
import pandas as pd
st.title("Saved")
st.slider("Level", 0, 10, 4)
st.dataframe(pd.DataFrame({"city": ["Paris", "Oslo"]}))
st.write("last words")"""


@pytest.fixture(scope="module")
def ran(shared_notebook: Notebook) -> Notebook:
    """A notebook whose app has run."""
    shared_notebook.open(["%load_ext jupyter_session_state", APP])
    shared_notebook.run_all()
    expect(shared_notebook.app("saved")).to_contain_text("last words")
    return shared_notebook


def test_the_picture_in_the_file_is_small_and_names_no_widget_state(ran: Notebook, lab: LabServer) -> None:
    ran.command("docmanager:save")
    file = json.loads((lab.notebooks / ran.path).read_text(encoding="utf-8"))
    (output,) = file["cells"][1]["outputs"]
    assert set(output["data"]) == {
        "application/vnd.jupyter.widget-view+json",
        "text/html",
        "text/plain",
    }
    assert len(json.dumps(file)) < 10_000


def test_a_reopened_notebook_shows_the_picture_and_running_the_cell_brings_the_app(ran: Notebook) -> None:
    ran.reopen()
    output = ran.output(1)
    for words in ("Saved", "Level", "4", "Oslo", "last words"):
        expect(output).to_contain_text(words)
    expect(output).not_to_contain_text("Error displaying widget")
    picture = output.locator(".jss-static")
    ran.shot("saved", output)
    ran.run_all()
    expect(ran.app("saved").get_by_role("slider", name="Level")).to_be_visible()
    expect(picture).to_have_count(0)
    # What JupyterLab says of the widgets of a kernel that ended.
    ran.errors[:] = [error for error in ran.errors if "widget model not found" not in error]


SECRET = """%%stateapp secret
typed = st.text_input("Password", type="password", key="pw")
own = widgets.Password(description="Own")
display(own)
st.text_input("Open", "in the file")
st.text(f"{len(typed)} {len(own.value)}")"""


def test_a_password_is_not_in_the_file_even_with_the_state_of_widgets(
    notebook: Notebook, lab: LabServer
) -> None:
    plugin = "@jupyter-widgets/jupyterlab-manager:plugin"
    lab.write_settings(plugin, {"saveState": True})
    try:
        notebook.open(["%load_ext jupyter_session_state", SECRET])
        notebook.run_all()
        app = notebook.app("secret")
        for name, lengths in (("Password", "12 0"), ("Own", "12 12")):
            field = app.get_by_label(name, exact=True)
            field.fill("canary-7f3a9")
            field.press("Enter")
            expect(app).to_contain_text(lengths)
        notebook.command("docmanager:save")
    finally:
        lab.write_settings(plugin, {"saveState": False})
    saved = (lab.notebooks / notebook.path).read_text(encoding="utf-8")
    assert "in the file" in json.dumps(json.loads(saved)["metadata"]["widgets"])
    assert "canary-7f3a9" not in saved
