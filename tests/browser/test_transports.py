"""JupyterLab may send what widgets say to the main shell or to subshells: apps work the same over all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from tests.browser.conftest import TALL, new_page
from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

SETTINGS = "@jupyterlab/apputils-extension:kernels-settings"
#: The setting `commsOverSubshells`, and how many subshells widgets then speak to.
TRANSPORTS = {"disabled": "none", "perComm": "many", "perCommTarget": "one"}
SUBSHELL = re.compile(rb'"subshell_id":\s*"([^"]+)"')
FROM_WIDGETS = re.compile(rb'"method":\s*"(update|custom)"')
CELLS = {
    "job": """
name = st.text_input("Name", key="name")
for n in range(3):
    st.slider(f"S{n}", 0, 10, key=f"s{n}")
def clear():
    st.session_state.update(name="", s0=0)
st.button("Clear", on_click=clear)
st.text(f"<{name}> " + " ".join(str(st.session_state[f"s{n}"]) for n in range(3)))
""",
    "dragged": """
import time
level = st.slider("Level", 0, 100, 0)
time.sleep(0.1)
st.text(f"level {level}")
""",
    "counted": """
import time
from pathlib import Path
level = st.slider("Slow", 0, 10, 0)
if st.button("Count"):
    st.session_state.n = st.session_state.get("n", 0) + 1
while level and not Path(GATE).exists():
    time.sleep(0.02)
st.text(f"level {level}, counted {st.session_state.get('n', 0)}")
""",
    "endless": """
import time
st.text("before")
if st.checkbox("For ever"):
    while True:
        time.sleep(0.02)
st.text("after")
""",
}
# What the slider shows at each change.
RECORD = """node => {
  window.shownByTest = [];
  new MutationObserver(() => { window.shownByTest.push(Number(node.textContent)); })
    .observe(node, { childList: true, characterData: true, subtree: true });
}"""


class Wire:
    """The subshells that messages of widgets were sent to."""

    def __init__(self, page: Page) -> None:
        self.subshells: set[bytes | None] = set()
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._note)

    def _note(self, frame: bytes | str) -> None:
        frame = frame.encode() if isinstance(frame, str) else frame
        if FROM_WIDGETS.search(frame):
            found = SUBSHELL.search(frame)
            self.subshells.add(found[1] if found else None)

    @property
    def kind(self) -> str:
        if self.subshells == {None}:
            return "none"
        return "mixed" if None in self.subshells else "one" if len(self.subshells) == 1 else "many"


@pytest.fixture(scope="module", params=TRANSPORTS)
def transport(request: pytest.FixtureRequest) -> str:
    """A value of JupyterLab's setting."""
    return str(request.param)


@pytest.fixture(scope="module")
def wired(browser: Browser, lab: LabServer, transport: str) -> Iterator[tuple[Notebook, Wire]]:
    """A notebook with all the apps, in a JupyterLab with this setting, and what it sends."""
    lab.write_settings(SETTINGS, {"commsOverSubshells": transport})
    with new_page(browser, height=TALL) as page:
        wire = Wire(page)
        notebook = Notebook(page, lab, f"transport_{transport}")
        own = [f"%%stateapp {name} --scope app{script}" for name, script in CELLS.items()]
        notebook.open([f"%load_ext jupyter_session_state\nGATE = 'gate-{transport}'", *own])
        notebook.run_all()
        yield notebook, wire
        assert notebook.errors == [], "the page wrote errors to its console"
    lab.write_settings(SETTINGS, {})


def test_values_reach_the_script_and_come_back_over(wired: tuple[Notebook, Wire], transport: str) -> None:
    notebook, wire = wired
    app = notebook.app("job")
    wire.subshells.clear()  # the first message of a page goes out before there is a subshell
    app.get_by_label("Name").fill("Ada")
    for n in range(3):
        app.get_by_role("slider", name=f"S{n}").press("ArrowRight")
    expect(app).to_contain_text("<Ada> 1 1 1")
    app.get_by_role("button", name="Clear", exact=True).click()
    expect(app).to_contain_text("<> 0 1 1")
    expect(app.get_by_label("Name")).to_have_value("")
    expect(app.get_by_role("slider", name="S0")).to_have_value("0")
    assert wire.kind == TRANSPORTS[transport], json.dumps([str(one) for one in wire.subshells])


def test_a_fast_drag_follows_the_hand_and_never_jumps_back_over(wired: tuple[Notebook, Wire]) -> None:
    notebook, _ = wired
    app = notebook.app("dragged")
    app.locator(".jss-slider-text").evaluate(RECORD)
    track = app.locator(".jss-slider-track").bounding_box()
    assert track is not None
    notebook.drag(app.locator(".jss-slider-knob"), right=0.8 * track["width"], steps=40)
    expect(app).to_contain_text("level 80")
    notebook.wait_idle()
    shown = notebook.page.evaluate("() => window.shownByTest")
    assert len(set(shown)) > 10
    assert shown == sorted(shown)


def test_clicks_during_a_slow_run_are_all_answered_over(
    wired: tuple[Notebook, Wire], lab: LabServer, transport: str
) -> None:
    notebook, _ = wired
    app = notebook.app("counted")
    app.get_by_role("slider", name="Slow").press("ArrowRight")
    expect(app.locator(".jss-run-state")).to_have_text("Running…")
    for _ in range(3):
        app.get_by_role("button", name="Count").click()
    (lab.notebooks / f"gate-{transport}").touch()
    expect(app).to_contain_text("level 1, counted 3")


def test_stop_ends_a_run_and_the_app_goes_on_over(wired: tuple[Notebook, Wire]) -> None:
    notebook, _ = wired
    app = notebook.app("endless")
    app.get_by_label("For ever").check()
    app.get_by_role("button", name="Stop").click()
    expect(app.locator(".jss-alert")).to_contain_text("KeyboardInterrupt")
    app.get_by_label("For ever").uncheck()
    expect(app).to_contain_text("after")
    expect(app.locator(".jss-alert")).to_have_count(0)
