"""Components that others made, in real frames: both ways, without an origin, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

PICKER = '''%%stateapp picker
HTML = """<label for="text">Text</label> <input id="text"> <button id="both">Both</button>
<button id="twice">Twice</button> <button id="fail">Fail</button>
<form id="form"><button>Send</button></form> <p id="data"></p>"""
CSS = """#data { color: var(--st-text-color) }
button { background: var(--st-secondary-background-color); color: inherit }"""
JS = """let calls = 0;
export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  calls += 1;
  const find = id => parentElement.querySelector('#' + id);
  find('data').textContent = `${data.word} ${calls} ${self.origin}`;
  find('text').onchange = ({ target }) => setStateValue('text', target.value);
  find('both').onclick = () => { setStateValue('a', 1); setStateValue('b', [2]); setTriggerValue('hit', 'x'); };
  find('form').onsubmit = event => { event.preventDefault(); setTriggerValue('hit', 'sent'); };
  find('twice').onclick = () => { setTriggerValue('hit', 1); setTriggerValue('hit', 2); };
  find('fail').onclick = () => { throw new Error('<b>on purpose</b>'); };
  const seen = [];
  for (const reach of [() => parent.document.title, () => top.document.title, () => localStorage.length]) {
    try { seen.push(reach()); } catch { seen.push('cut off'); }
  }
  setStateValue('seen', seen);
}"""
log = st.session_state.setdefault("log", [])
note = lambda name: lambda: log.append(f"{name}={st.session_state.picker[name]}")
picker = st.components.v2.component("picker", html=HTML, css=CSS, js=JS)
if st.button("From the script"):
    st.session_state["picker"]["text"] = "assigned"
word = st.text_input("Word", "<img src=x onerror=window.top.bad=1>")
got = picker(key="picker", data={"word": word}, default={"text": "first"}, on_text_change=note("text"),
             on_hit_change=note("hit"))
st.text(f"text {got.text} a {got.get('a')} b {got.get('b')} hit {got.hit}")
st.text(f"log {log}")
st.text(f"seen {got.get('seen')}")
'''
COUNTER = '''%%stateapp counter
from pathlib import Path
import streamlit.components.v1 as components
folder = Path("counter")
folder.mkdir(exist_ok=True)
(folder / "index.html").write_text("""<!doctype html><html lang="en"><head><title>Counter</title>
<link rel="stylesheet" href="look.css"><script type="module" src="./main.js"></script></head>
<body><button id="more">More</button><p id="seen"></p></body></html>""")
(folder / "look.css").write_text("p { margin: 0; height: 31px }")
(folder / "main.js").write_text("""import { say } from './lib.js';
let count = 0;
addEventListener('message', ({ data }) => {
  if (data.type !== 'streamlit:render') return;
  const { args, dfs, theme } = data;
  const tables = dfs.map(({ key, value }) => key + value.data.data.length);
  seen.textContent = `${args.word} ${args.raw} ${tables} ${theme.base}`;
  say('setFrameHeight', { height: 80 });
});
more.onclick = () => { count += 1; say('setComponentValue', { value: { count }, dataType: 'json' }); };
const bytes = document.createElement('button');
bytes.textContent = 'Bytes';
bytes.onclick = () => say('setComponentValue', { value: new Uint8Array([0, 255]), dataType: 'bytes' });
document.body.append(bytes);
say('componentReady', { apiVersion: 1 });""")
(folder / "lib.js").write_text("""export const say = (type, more) =>
  parent.postMessage({ isStreamlitMessage: true, type: 'streamlit:' + type, ...more }, '*');""")
counter = components.declare_component("counter", path="counter")
import pandas as pd
word = st.text_input("Word", "one")
got = counter(word=word, raw=bytes([1, 2]), table=pd.DataFrame({"a": [1]}), default="nothing", key="n")
st.text(f"got {got} {st.session_state.n}")
'''
SERVER = '''from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"""<html lang="en"><title>Remote</title><button id="go">Go</button><script>
const say = (type, more) => parent.postMessage({ type: 'streamlit:' + type, ...more }, '*');
addEventListener('message', ({ data }) => { go.textContent = data.args.word; say('setFrameHeight', { height: 60 }); });
go.onclick = () => say('setComponentValue', { value: self.origin, dataType: 'json' });
say('componentReady', { apiVersion: 1 });</script>""")
    def log_message(self, *args): pass
server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
Thread(target=server.serve_forever, daemon=True).start()'''
REMOTE = """%%stateapp remote
import streamlit.components.v1 as components
address = f"http://127.0.0.1:{server.server_port}/"
st.text(f"got {components.declare_component('remote', url=address)(word='Press', key='r')}")
"""
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def notebook(shared_notebook: Notebook) -> Notebook:
    """The apps of this file."""
    shared_notebook.open(["%load_ext jupyter_session_state", PICKER, COUNTER, SERVER, REMOTE])
    shared_notebook.run_all()
    return shared_notebook


@pytest.fixture
def picker(notebook: Notebook) -> Locator:
    """The app with a component of version 2."""
    return notebook.app("picker")


def frame(app: Locator, name: str) -> Any:
    """The inside of a component's frame."""
    return app.get_by_title(name).content_frame


def test_a_frame_gets_data_as_text_and_reaches_nothing_of_the_page(picker: Locator) -> None:
    expect(picker.get_by_title("picker")).to_have_attribute("sandbox", "allow-scripts allow-forms")
    expect(frame(picker, "picker").locator("#data")).to_have_text(
        "<img src=x onerror=window.top.bad=1> 1 null"
    )
    expect(picker).to_contain_text("seen ['cut off', 'cut off', 'cut off']")
    assert picker.page.evaluate("window.bad") is None


def test_what_a_component_sets_is_state_and_what_it_fires_is_there_for_one_run(picker: Locator) -> None:
    expect(picker).to_contain_text("text first a None b None hit None")
    inside = frame(picker, "picker")
    inside.get_by_label("Text").fill("hello")
    inside.get_by_label("Text").press("Tab")
    expect(picker).to_contain_text("text hello a None b None hit None")
    inside.get_by_role("button", name="Both").click()
    expect(picker).to_contain_text("text hello a 1 b [2] hit x")
    expect(picker).to_contain_text("log ['text=hello', 'hit=x']")
    inside.get_by_role("button", name="Twice").click()
    expect(picker).to_contain_text("hit=1', 'hit=2']")
    inside.get_by_role("button", name="Send").click()
    expect(picker).to_contain_text("'hit=sent']")
    picker.get_by_role("button", name="From the script").click()
    expect(picker).to_contain_text("text assigned a 1 b [2] hit None")


def test_data_goes_into_the_living_frame(picker: Locator) -> None:
    inside = frame(picker, "picker")
    inside.get_by_label("Text").fill("kept")
    picker.get_by_label("Word").fill("other")
    picker.get_by_label("Word").press("Enter")
    expect(inside.locator("#data")).to_have_text("other 2 null")
    expect(inside.get_by_label("Text")).to_have_value("kept")


def test_what_fails_in_a_component_is_told_in_its_place(notebook: Notebook, picker: Locator) -> None:
    frame(picker, "picker").get_by_role("button", name="Fail").click()
    expect(picker.get_by_role("alert")).to_have_text("The component picker says: Error: <b>on purpose</b>")
    notebook.errors[:] = [error for error in notebook.errors if "on purpose" not in error]


@pytest.mark.parametrize("theme", THEMES)
def test_a_component_has_the_theme_of_the_page_and_passes_axe(
    theme: Literal["light", "dark"], notebook: Notebook, picker: Locator, axe: Axe
) -> None:
    notebook.theme(theme)
    shown = frame(picker, "picker").locator("#data")
    expect(shown).to_have_css("color", picker.evaluate("node => getComputedStyle(node).color"))
    counter = notebook.app("counter")
    expect(frame(counter, "counter").locator("#seen")).to_contain_text(theme)
    notebook.shot(f"components_{theme}", picker)
    notebook.shot(f"components_v1_{theme}", counter)
    assert axe(picker, counter) == []


def test_a_component_of_a_folder_counts_clicks_and_keeps_its_page(notebook: Notebook) -> None:
    app = notebook.app("counter")
    inside = frame(app, "counter")
    expect(app).to_contain_text("got nothing None")
    expect(inside.locator("#seen")).to_have_text(re.compile(r"^one 1,2 table\d+ (light|dark)$"))
    expect(app.get_by_title("counter")).to_have_css("height", "80px")
    expect(inside.locator("#seen")).to_have_css("height", "31px")
    inside.get_by_role("button", name="More").click()
    expect(app).to_contain_text("got {'count': 1} {'count': 1}")
    app.get_by_label("Word").fill("two")
    app.get_by_label("Word").press("Enter")
    expect(inside.locator("#seen")).to_contain_text("two")
    inside.get_by_role("button", name="More").click()
    expect(app).to_contain_text("got {'count': 2}")
    inside.get_by_role("button", name="Bytes").click()
    expect(app).to_contain_text("got b'\\x00\\xff'")


def test_a_page_of_a_server_is_cut_off_too_and_sets_its_value(notebook: Notebook) -> None:
    app = notebook.app("remote")
    frame(app, "remote").get_by_role("button", name="Press").click()
    expect(app).to_contain_text("got null")
