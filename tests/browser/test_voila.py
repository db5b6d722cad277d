"""An app in Voilà: it works, everybody can use it, and a visitor learns nothing but what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from jupyter_session_state._jupyter.inspector.checks import fault
from jupyter_session_state._jupyter.inspector.protocol import TARGET, VERSION
from tests.browser.conftest import new_page
from tests.browser.labserver import ROOT
from tests.browser.notebook import write_notebook
from tests.browser.voila_server import VoilaServer

pytestmark = pytest.mark.browser
APP = """%%stateapp page
st.session_state.setdefault("hidden", "not for visitors")
level = st.slider("Level", 0, 10, 3, key="level")
st.text_input("Name")
with st.expander("More", expanded=True):
    st.checkbox("Loud")
    st.selectbox("Town", ["Bern", "Oslo"])
st.write(f"level {level}, hidden {st.session_state.hidden}")
"""
#: As if somebody who may run code had asked already, which is more than a visitor can do.
ASKED = "from jupyter_session_state._jupyter import inspector\nprint('may look:', inspector.open())"
#: Opens a socket of its own to the kernel, and gives what came until the kernel had read everything.
VISIT = """async ([socketUrl, messages]) => {
  const socket = new WebSocket(socketUrl);
  await new Promise((open, fail) => { socket.onopen = open; socket.onerror = fail; });
  const seen = [];
  const last = new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`no answer in time, but ${JSON.stringify(seen)}`)), 20000);
    socket.onmessage = ({ data }) => {
      const { msg_type: type, content, parent_header: parent, channel } = JSON.parse(data);
      seen.push({ type, content });
      // Not the reply, which has a channel of its own and may overtake what was said before it.
      if (channel === 'iopub' && content.execution_state === 'idle' && parent.msg_id === 'last') { done(); }
    };
  });
  messages.push(['kernel_info_request', {}]);
  messages.forEach(([msg_type, content], number) => {
    const msg_id = number === messages.length - 1 ? 'last' : `visit-${number}`;
    const header = { msg_id, msg_type, session: 'visit', username: '', version: '5.3', date: '' };
    socket.send(JSON.stringify({ header, parent_header: {}, metadata: {}, content, channel: 'shell', buffers: [] }));
  });
  await last;
  socket.close();
  return seen;
}"""


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    folder: Path = tmp_path_factory.mktemp("voila")
    write_notebook(folder / "page.ipynb", ["%load_ext jupyter_session_state", APP, ASKED])
    server = VoilaServer(folder, folder / "page.ipynb")
    server.wait_ready()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def sockets() -> list[str]:
    """The addresses of the kernels that pages of `visited` talk to."""
    return []


@pytest.fixture(scope="module")
def visited(browser: Browser, voila: VoilaServer, sockets: list[str]) -> Iterator[Page]:
    """The page of one visitor, with a kernel of its own; Voilà loads the extension of JupyterLab too."""
    assert (ROOT / "jupyter_session_state" / "labextension" / "package.json").exists()
    errors: list[str] = []
    with new_page(browser) as page:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.goto(voila.url)
        expect(page.locator(".jss-app")).to_be_visible(timeout=60_000)
        assert "jupyter-session-state" in page.evaluate("Object.keys(window._JUPYTERLAB)")
        yield page
    assert errors == [], "the page threw errors"


def test_an_app_works(visited: Page) -> None:
    visited.get_by_role("slider", name="Level").focus()
    visited.keyboard.press("ArrowRight")
    expect(visited.get_by_text("level 4, hidden not for visitors")).to_be_visible()


def test_a_visitor_is_not_offered_the_program(visited: Page) -> None:
    expect(visited.get_by_role("button", name="Undo")).to_be_visible()
    expect(visited.get_by_role("button", name="Record")).to_have_count(0)


def test_a_visitor_is_told_no_state_and_sets_none(visited: Page, sockets: list[str]) -> None:
    expect(visited.get_by_text("may look: False")).to_be_visible()
    (address,) = {url.split("?")[0] for url in sockets if url.partition("?")[0].endswith("/channels")}
    sync = {"v": VERSION, "type": "sync", "id": 1}
    wish = {"v": VERSION, "type": "set", "id": 2, "app": "page", "key": "hidden", "json": '"taken"'}
    assert [fault(sync), fault(wish)] == [None, None], "the kernel would refuse them from anybody"
    messages = [
        ["execute_request", {"code": ASKED, "silent": False}],
        ["comm_open", {"comm_id": "look", "target_name": TARGET, "data": {}}],
        ["comm_msg", {"comm_id": "look", "data": sync}],
        ["comm_msg", {"comm_id": "look", "data": wish}],
    ]
    seen = visited.evaluate(VISIT, [f"{address}?session_id=visit", messages])
    assert {"comm_id": "look", "data": {}} in [one["content"] for one in seen if one["type"] == "comm_close"]
    assert [one for one in seen if one["type"] in ("comm_msg", "execute_reply")] == []
    assert "not for visitors" not in str(seen)
    visited.get_by_role("button", name="Rerun", exact=True).click()
    expect(visited.get_by_text("hidden not for visitors")).to_be_visible()
