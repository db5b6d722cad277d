"""Scripts that take their time: no input is lost, nothing jumps, and the page says what goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

SENTENCE = "The quick brown fox jumps over the lazy dog"
CELLS = {
    "dragged": """
import time
level = st.slider("Level", 0, 100, 0)
time.sleep(0.3)
st.write(f"level {level}")
""",
    "typed": """
import time
text = widgets.Text(description="Text")
display(text)
time.sleep(0.3)
print(f"<{text.value}>")
""",
    "spun": """
import time
from pathlib import Path
def wait_for(gate):
    while not Path(gate).exists():
        time.sleep(0.02)
st.write("above")
if st.button("Work"):
    with st.spinner("Fetching the data"):
        wait_for("gate-1")
    bar = st.progress(0, "Counting")
    bar.progress(40, "Counting")
    wait_for("gate-2")
    bar.progress(100, "Counted")
st.write("below")
st.write("far below")
""",
    "endless": """
import time
st.write("before")
if st.checkbox("For ever"):
    while True:
        time.sleep(0.02)
st.write("after")
""",
}
RELOADED = """%%stateapp reloaded
import time
x = st.slider("X", 0, 9, key="x")
if x == 1:
    bar = st.progress(0, "Steps")
    for step in range(60):
        st.text(f"step {step} of {x}")
        bar.progress(step / 59, "Steps")
        time.sleep(0.05)
st.write(f"end of {x}")
"""
# What the slider shows at each change, and the values it takes.
RECORD = """node => {
  window.shownByTest = [];
  new MutationObserver(() => { window.shownByTest.push(Number(node.textContent)); })
    .observe(node, { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def slow(shared_notebook: Notebook) -> Notebook:
    """A notebook with all the apps, run."""
    own = [f"%%stateapp {name} --scope app{script}" for name, script in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *own, RELOADED])
    shared_notebook.run_all()
    return shared_notebook


def test_a_drag_over_a_slow_script_never_jumps_back_and_ends_where_the_hand_ends(slow: Notebook) -> None:
    app = slow.app("dragged")
    app.locator(".jss-slider-text").evaluate(RECORD)
    track = app.locator(".jss-slider-track").bounding_box()
    assert track is not None
    slow.drag(app.locator(".jss-slider-knob"), right=0.8 * track["width"], steps=60)
    expect(app).to_contain_text("level 80")
    slow.wait_idle()
    expect(app.get_by_role("slider")).to_have_value("80")
    shown = slow.page.evaluate("() => window.shownByTest")
    assert len(set(shown)) > 20  # it did follow the hand
    assert shown == sorted(shown)


def test_every_character_typed_over_a_slow_script_arrives(slow: Notebook) -> None:
    app = slow.app("typed")
    field = app.locator("input[type=text]")
    field.press_sequentially(SENTENCE, delay=30)
    expect(app).to_contain_text(f"<{SENTENCE}>")
    expect(field).to_have_value(SENTENCE)
    expect(field).to_be_focused()


def test_spinner_progress_and_running_show_while_the_script_runs(slow: Notebook, lab: LabServer) -> None:
    app = slow.app("spun")
    status = app.locator(".jss-run-state")
    expect(status).to_have_text("Idle")
    app.get_by_role("button", name="Work").click()
    expect(app.locator(".jss-spinner-row")).to_contain_text("Fetching the data")
    expect(status).to_have_text("Running…")
    expect(app.get_by_role("button", name="Stop")).to_be_visible()
    expect(app.locator(".jss-stale")).to_have_text(["below", "far below"])  # of the run before, dimmed
    slow.shot("spinner", app)
    (lab.notebooks / "gate-1").touch()
    bar = app.get_by_role("progressbar", name="Counting")
    expect(bar).to_have_attribute("aria-valuenow", "40")
    expect(app.locator(".jss-spinner-row")).to_have_count(0)
    slow.shot("progress", app)
    (lab.notebooks / "gate-2").touch()
    expect(app.get_by_role("progressbar", name="Counted")).to_have_attribute("aria-valuenow", "100")
    expect(status).to_have_text("Idle")
    expect(app.locator(".jss-stale")).to_have_count(0)


def test_stop_ends_a_run_and_the_app_goes_on(slow: Notebook) -> None:
    app = slow.app("endless")
    app.get_by_label("For ever").check()
    app.get_by_role("button", name="Stop").click()
    expect(app.locator(".jss-alert")).to_contain_text("KeyboardInterrupt")
    expect(app.locator(".jss-run-state")).to_have_text("Idle")
    app.get_by_label("For ever").uncheck()
    expect(app).to_contain_text("after")
    expect(app.locator(".jss-alert")).to_have_count(0)


def test_a_page_loaded_again_in_mid_run_shows_the_end_of_it_and_goes_on(slow: Notebook) -> None:
    app = slow.app("reloaded")
    app.get_by_role("slider").press("ArrowRight")
    expect(app).to_contain_text("step 3 of 1")
    slow.reload()
    for step in (0, 59):
        expect(app).to_contain_text(f"step {step} of 1")
    expect(app).to_contain_text("end of 1")
    expect(app.get_by_role("progressbar", name="Steps")).to_have_attribute("aria-valuenow", "100")
    expect(app.get_by_role("slider")).to_have_value("1")
    expect(app.locator(".jss-run-state")).to_have_text("Idle")
    expect(app.locator(".jss-stale")).to_have_count(0)
    app.get_by_role("slider").press("ArrowRight")
    expect(app).to_contain_text("end of 2")
    expect(app).not_to_contain_text("of 1")
    endings = "from jupyter_session_state._core.kernel import current_kernel as k; "
    endings += "print([r.ending for r in k().apps['reloaded'].history])"
    assert slow.execute(endings) == "['completed', 'completed', 'completed']\n"
