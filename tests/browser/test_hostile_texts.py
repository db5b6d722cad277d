"""Texts that try to run something, through every parameter of every element, in a real page: nothing runs.

What the kernel sends is looked at in tests/jupyter/test_markup_security.py, all texts of the corpus one by one. Here is
what the page makes of it, with all of them too, some twenty in one text.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import new_page
from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook
from tests.jupyter.xss_corpus import CORPUS

APP = """%%stateapp hostile
from tests.hostile_calls import draw
from tests.jupyter.xss_corpus import CORPUS
turn = st.session_state.setdefault("turn", 0)
draw(CORPUS[turn::TURNS], "a")
st.text(f"drew {turn}")
"""
TURNS = 8
#: Counts what runs in the page itself. A frame without an origin may run its author's scripts.
CANARY = """if (self.origin !== 'null') {
  window.ran = [];
  for (const name of ['alert', 'msgbox', 'prompt', 'confirm']) {
    window[name] = what => { window.ran.push(`${name} ${what}`); };
  }
}"""
#: What would run when somebody comes near, and addresses that would run when they are followed.
WAITING = r"""node => [...node.querySelectorAll('*')].flatMap(one => {
  const found = [...one.attributes].filter(({ name, value }) => /^on/i.test(name)
    || (/^(href|src|action|formaction|data|xlink:href)$/i.test(name)
        && /^[\s\x00-\x20]*(javascript|vbscript|data:text\/html)/i.test(value)));
  const bad = found.length > 0 || ['SCRIPT', 'BASE', 'META', 'LINK', 'EMBED'].includes(one.tagName)
    || (one.tagName === 'IFRAME' && one.getAttribute('sandbox') !== 'allow-scripts');
  // Addresses in what is printed are made links by JupyterLab itself; browsers do not follow those to data.
  return bad && !one.closest('.jp-RenderedText') ? [one.outerHTML.slice(0, 300)] : [];
})"""
OPEN = "node => node.querySelectorAll('details').forEach(one => { one.open = true; })"


@pytest.fixture(scope="module")
def hostile(browser: Browser, lab: LabServer) -> Iterator[Notebook]:
    """A notebook whose page counts what runs, with the first texts on it."""
    with new_page(browser, height=3000) as page:
        page.add_init_script(CANARY)
        page.emulate_media(reduced_motion="reduce")  # what moves is painted all the time
        notebook = Notebook(page, lab, "hostile")
        notebook.open(["%load_ext jupyter_session_state", APP.replace("TURNS", str(TURNS))])
        notebook.run_all()
        yield notebook
    lab.end_kernel(notebook.path)


def test_nothing_of_them_runs_in_the_page(hostile: Notebook) -> None:
    assert len(CORPUS) >= 100
    page = hostile.page
    app = hostile.app("hostile")
    waiting: list[str] = []
    for turn in range(TURNS):
        if turn:
            hostile.execute(
                f"from jupyter_session_state import session_state; session_state.turn = {turn}\n"
                "get_ipython().run_line_magic('stateapp', 'rerun hostile')"
            )
        expect(app.get_by_text(f"drew {turn}", exact=True)).to_be_visible()
        app.evaluate(OPEN)
        waiting += app.evaluate(WAITING)
    assert page.evaluate("ran") == []
    assert waiting == []
    assert [url for url in hostile.foreign if url.endswith((".js", ".css", ".swf"))] == []


def test_the_canary_sings(hostile: Notebook) -> None:
    page = hostile.page
    before = page.evaluate("ran.length")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p id=bad><img src=x:y onerror=alert(1)></p>')"
    )
    page.wait_for_function("before => ran.length === before + 1", arg=before)
    assert len(page.evaluate(WAITING, page.query_selector("#bad"))) == 1
