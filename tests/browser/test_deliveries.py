"""Many models that change at once get one message; each view shows what came in it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

APP = """%%stateapp many
def go():
    for i in range(40):
        st.session_state[f"s{i}"] = i + 1
st.button("Go", on_click=go)
for i in range(40):
    value = st.slider(f"S{i}", 0, 50, key=f"s{i}")
    with st.container():
        st.text(f"value {i} is {value}")
"""


def test_sliders_and_texts_that_change_together_show_it(notebook: Notebook) -> None:
    notebook.open(["%load_ext jupyter_session_state", APP])
    notebook.run_all()
    app = notebook.app("many")
    expect(app.get_by_role("slider")).to_have_count(40)
    app.get_by_role("button", name="Go", exact=True).click()
    expect(app.get_by_text("value 39 is 40", exact=True)).to_be_visible()
    for i in range(40):
        expect(app.get_by_role("slider", name=f"S{i}", exact=True)).to_have_value(str(i + 1))
        expect(app.get_by_text(f"value {i} is {i + 1}", exact=True)).to_be_attached()
    assert notebook.errors == []


#: What anywidget waits for is over at once, as on a computer that takes two seconds to load our code.
LATE = "const timeout = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = () => timeout(0);"


def test_a_page_that_was_slow_to_load_hears_all_the_same(notebook: Notebook) -> None:
    notebook.page.add_init_script(LATE)
    notebook.open(["%load_ext jupyter_session_state", APP])
    notebook.run_all()
    app = notebook.app("many")
    for value in (7, 9):
        notebook.execute(
            f"session_state['s39'] = {value}\nget_ipython().run_line_magic('stateapp', 'rerun many')"
        )
        expect(app.get_by_text(f"value 39 is {value}", exact=True)).to_be_visible()
        expect(app.get_by_role("slider", name="S39", exact=True)).to_have_value(str(value))
        notebook.reload()
    app.get_by_role("button", name="Go", exact=True).click()
    expect(app.get_by_role("slider", name="S39", exact=True)).to_have_value("40")
    expect(app.get_by_text("value 0 is 1", exact=True)).to_be_attached()
