"""Many apps and many keys: the Session State panel opens, follows and is searched as with few."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

SETUP = """%load_ext jupyter_session_state
ip = get_ipython()
for number in range(19):
    ip.run_cell_magic("stateapp", f"app{number}", f"st.slider('Level {number}', 0, 9, key='level{number}')")
"""
LARGE = """%%stateapp large
for number in range(1000):
    st.session_state.setdefault(f"key{number:04}", [number] * 20)
if st.button("More"):
    st.session_state.key0007 = "seven"
st.write(f"{len(st.session_state)} keys")
"""
#: Milliseconds from a click on what is named first until the panel shows a text.
UNTIL = """([button, text]) => new Promise(done => {
  const panel = document.querySelector('.jp-SessionState-Inspector');
  const began = performance.now();
  const look = () => panel.textContent.includes(text) ? done(performance.now() - began) : requestAnimationFrame(look);
  button.click();
  look();
})"""


def rows(notebook: Notebook) -> Locator:
    return notebook.page.locator(".jp-SessionState-Inspector").get_by_role("treeitem")


def test_twenty_apps_and_a_thousand_keys(notebook: Notebook) -> None:
    notebook.open([SETUP, LARGE])
    notebook.run_all()
    expect(notebook.app("large")).to_contain_text("keys")
    notebook.command("session-state:toggle-inspector")
    panel = notebook.page.locator(".jp-SessionState-Inspector")
    choice = panel.get_by_label("App", exact=True).first
    expect(choice.locator("option")).to_have_count(20)
    choice.select_option("large")
    expect(rows(notebook).filter(has_text="key0000")).to_be_visible()
    expect(rows(notebook).filter(has_text="Show 800 more")).to_have_count(1)
    more = notebook.app("large").get_by_role("button", name="More").element_handle()
    took = notebook.page.evaluate(UNTIL, [more, "'seven'"])
    print(f"update: {took:.0f} ms")
    rows(notebook).filter(has_text="Show 800 more").click()
    expect(rows(notebook).filter(has_text="key0399")).to_be_attached()
    panel.get_by_role("searchbox").fill("key0999")
    expect(rows(notebook)).to_have_count(2)
    expect(rows(notebook).last).to_contain_text("[999, 999,")
    assert notebook.errors == []
