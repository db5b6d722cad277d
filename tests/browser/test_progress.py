"""A page while its script runs: what is done is shown, what is to come stays, and nothing flickers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

WAIT = """
import time
from pathlib import Path
def wait_for(gate):
    while not Path(gate).exists():
        time.sleep(0.02)
"""
CELLS = {
    "steady": WAIT
    + """
import matplotlib.pyplot as plt
st.text_input("Name")
slow = st.checkbox("Slow")
plt.figure(figsize=(3, 1.5))
plt.plot([1, 3, 2]);
if slow:
    st.info("This came in")
st.write("first")
spot = st.empty()
for n in range(5):
    spot.progress(20 * n, "Working")
    time.sleep(0.05 * slow)
if slow:
    wait_for("gate-working")
spot.success("Worked")
with st.status("Load", expanded=True):
    for n in range(3):
        st.write(f"step {n}")
        time.sleep(0.05 * slow)
for n in range(20):
    print("line", n)
    time.sleep(0.02 * slow)
if slow:
    wait_for("gate-printed")
st.slider("Level", 0, 10, 3)
st.button("Last")
st.write("far below")
""",
    "kinds": WAIT
    + """
import logging, sys, warnings
import matplotlib.pyplot as plt
slow = st.checkbox("Slow")
st.status("Fetched", state="complete")
with st.status("Failed", state="error", expanded=True):
    st.write("The server did not answer.")
with st.status("Reading the archive", expanded=True) as box:
    st.write("Unpacking")
    if slow:
        with st.spinner("Counting the pages", show_time=True):
            wait_for("gate-kinds")
    box.update(label="The archive is read")
st.status("A compact one", type="compact", state="complete")
st.progress(40, "Counting")
print("\\x1b[32mgreen\\x1b[0m and \\x1b[1mbold\\x1b[0m on stdout")
sys.stderr.write("\\r 10 %\\r 80 %\\n")
warnings.warn("beware")
logging.getLogger("app").warning("logged")
fig, ax = plt.subplots(figsize=(4, 2))
st.write("The figure above was made before this text, and drawn in after it.")
ax.plot([1, 3, 2], label="late")
ax.legend()
for n in range(110):
    print("line", n, "of many" * 11)
""",
}
# For each picture the browser paints: which of the marked nodes are gone, and what the page says.
SAMPLE = """app => {
  const marked = [...app.querySelectorAll('[data-marked]')];
  const frames = window.framesByTest = [];
  const look = () => {
    frames.push({
      gone: marked.filter(node => !app.contains(node)).map(node => node.dataset.marked),
      src: app.querySelector('img')?.getAttribute('src')?.length ?? 0,
      text: app.querySelector('.jss-main').innerText,
      dimmed: [...app.querySelectorAll('.jss-stale')].map(node => node.innerText),
      focus: document.activeElement?.dataset.marked ?? null
    });
    if (!window.stopByTest) { requestAnimationFrame(look); }
  };
  requestAnimationFrame(look);
}"""
# How far an output is from the one before it.
SEAM = """node => node.getBoundingClientRect().top - node.previousElementSibling.getBoundingClientRect().bottom"""
# Whether the style sheet has counted a second.
SECONDS = """node => Number(getComputedStyle(node).getPropertyValue('--jss-seconds')) >= 1"""


@pytest.fixture(scope="module")
def running(shared_notebook: Notebook) -> Notebook:
    """A notebook with all the apps, run."""
    own = [f"%%stateapp {name} --scope app{script}" for name, script in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *own])
    shared_notebook.run_all()
    return shared_notebook


def mark(what: Locator, name: str) -> None:
    """Give a node a name, which it loses if it is made again."""
    expect(what).to_have_count(1)
    what.evaluate("(node, name) => { node.dataset.marked = name; }", name)


def test_a_slow_run_moves_nothing_that_stays(running: Notebook, lab: LabServer) -> None:
    app = running.app("steady")
    expect(app).to_contain_text("far below")
    field = app.get_by_label("Name")
    nodes = {
        "name": field,
        "figure": app.locator("img"),
        "level": app.get_by_role("slider"),
        "last": app.get_by_role("button", name="Last"),
        "printed": app.locator(".jp-OutputArea-output pre"),
        "below": app.get_by_text("far below"),
        "load": app.locator("summary"),
    }
    for name, node in nodes.items():
        mark(node, name)
    app.evaluate(SAMPLE)
    app.get_by_label("Slow").check()
    field.focus()
    expect(app.get_by_role("progressbar", name="Working")).to_have_attribute("aria-valuenow", "80")
    expect(app.locator(".jss-stop")).to_be_visible()
    expect(app.locator(".jss-stale", has_text="far below")).to_have_count(1)
    (lab.notebooks / "gate-working").touch()
    expect(app.locator(".jss-stale")).to_have_text(["Level3010", "Last", "far below"])
    (lab.notebooks / "gate-printed").touch()
    expect(app.locator(".jss-run-state")).to_have_text("Idle")
    running.wait_idle()
    running.page.evaluate("() => { window.stopByTest = true; }")
    frames: list[dict[str, Any]] = running.page.evaluate("() => window.framesByTest")
    assert len(frames) > 10
    assert {name for frame in frames for name in frame["gone"]} == set()
    assert len({frame["src"] for frame in frames}) == 1  # the figure is the same, and never away
    assert all("far below" in frame["text"] for frame in frames)
    assert all(("Worked" in frame["text"]) != ("Working" in frame["text"]) for frame in frames)
    assert all(frame["text"].count("line 19") == 1 for frame in frames)
    assert any("Working" in frame["text"] for frame in frames)
    assert any("far below" in frame["dimmed"] for frame in frames)
    assert frames[0]["dimmed"] == frames[-1]["dimmed"] == []
    focus = [frame["focus"] for frame in frames]
    assert set(focus[focus.index("name") :]) == {"name"}
    order = [
        line for line in frames[-1]["text"].splitlines() if line in ("This came in", "first", "far below")
    ]
    assert order == ["This came in", "first", "far below"]


def test_a_status_says_how_it_goes_to_everybody(
    running: Notebook, lab: LabServer, axe: Callable[..., list[dict[str, Any]]]
) -> None:
    app = running.app("kinds")
    app.get_by_label("Slow").check()
    spoken = app.locator(".jss-status").nth(2).locator(".jss-live[role=status]")
    expect(spoken).to_have_text("Reading the archive: running")
    expect(app.get_by_role("img", name="running")).to_have_count(1)
    seconds = app.locator(".jss-spinner-time")
    running.page.wait_for_function(SECONDS, arg=seconds.element_handle())
    for theme in ("light", "dark"):
        running.theme(theme)
        expect(app.locator(".jss-stale").first).to_have_css("opacity", "0.45")
        running.shot(f"progress-{theme}", app)
    (lab.notebooks / "gate-kinds").touch()
    expect(spoken).to_have_text("The archive is read: complete")
    summary = app.locator("summary", has_text="The archive is read")
    summary.focus()
    running.page.keyboard.press("Enter")
    expect(app.get_by_text("Unpacking")).to_be_hidden()
    running.page.keyboard.press("Space")
    expect(app.get_by_text("Unpacking")).to_be_visible()
    running.wait_idle()
    assert app.locator(".jss-continued").evaluate(SEAM) == pytest.approx(0, abs=1)
    assert [found for found in axe(app) if found["impact"] in ("critical", "serious")] == []
    running.shot("output-dark", app)
    running.theme("light")
    running.shot("output-light", app)
