"""Large browser code comes to a page when a view asks for it, after a reload and in a second tab as well."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

SETUP = """%load_ext jupyter_session_state
import gzip, pathlib, tempfile, anywidget
from jupyter_session_state._jupyter.views import bundle
bundle.library()
bundle.STATIC = pathlib.Path(tempfile.mkdtemp())
(bundle.STATIC / "probe.js.gz").write_bytes(gzip.compress(
    b"export const text = `${1 + 1} came`; globalThis.probes = (globalThis.probes ?? 0) + 1"
))
class Probe(anywidget.AnyWidget):
    _esm = '''export default {async render({model, el}) {
        el.className = "probe"; el.textContent = "waiting";
        const waiting = () => {const w = {}; w.promise = new Promise(r => {w.resolve = r}); return w};
        const page = globalThis["%s"] ??= waiting();
        const {modules} = await page.promise;
        el.textContent = (await modules.load("probe", model.widget_manager)).text;
    }}''' % bundle.token()
"""
APP = "%%stateapp shows\nst.text('an app')"


def test_a_view_gets_its_large_code_once_a_page(notebook: Notebook) -> None:
    notebook.open([SETUP, APP, "Probe()", "Probe()"])
    notebook.run_all()
    probes = notebook.page.locator(".probe")
    expect(probes).to_have_text(["2 came", "2 came"])
    assert notebook.page.evaluate("globalThis.probes") == 1
    notebook.reload()
    expect(notebook.page.locator(".probe")).to_have_text(["2 came", "2 came"])
    assert notebook.page.evaluate("globalThis.probes") == 1
    assert notebook.errors == []
