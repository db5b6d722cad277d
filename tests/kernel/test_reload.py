"""A page that is loaded again shows what it showed: the models are all there, with all that changed since."""

from __future__ import annotations

from tests.kernel.apps import Apps

PAGE = """
x = st.slider("X", 0, 100, key="x")
kind = st.selectbox("Kind", ["a", "b"], key="kind")
st.text_input("Name", key="name")
w = widgets.IntText(description="W")
display(w)
left, right = st.columns(2)
for n in range(x):
    left.text(f"row {n}")
right.markdown(f"**{x}** of {kind} for {w.value}")
print("printed", x)
"""


def test_a_reloaded_page_shows_the_same_and_goes_on(apps: Apps) -> None:
    apps.run("page", PAGE)
    apps.move("X", [3.0])
    apps.kernel.set(apps.control("Kind"), index=1)
    apps.move("Name", "Ada")
    apps.move("W", 5)
    apps.wait_text("page", "3 of b for 5")
    apps.settle()
    before = apps.items("page")
    apps.kernel.reload_page()
    assert apps.items("page") == before
    assert "row 2" in apps.text("page")
    assert apps.control("X")["value"] == [3.0]
    assert apps.control("Kind")["index"] == 1
    assert apps.control("Name")["value"] == "Ada"
    assert apps.control("W")["value"] == 5
    apps.move("X", [1.0])
    apps.wait_text("page", "1 of b for 5")
    assert "row 1" not in apps.text("page")


def test_drafts_of_a_form_survive_a_reload(apps: Apps) -> None:
    apps.run(
        "form",
        "with st.form('f'):\n    name = st.text_input('Name')\n"
        "    st.form_submit_button('Send')\nst.text(f'got {name!r}')\n"
        "st.button('Other')",
    )
    apps.move("Name", "Ada")
    apps.click("Other")
    apps.wait_run("form", 2)
    apps.kernel.reload_page()
    assert apps.control("Name")["value"] == "Ada"
    assert "got ''" in apps.text("form")
    apps.click("Send")
    apps.wait_text("form", "got 'Ada'")


MANY = """
def go():
    for i in range(40):
        st.session_state[f"s{i}"] = i + 1
st.button("Go", on_click=go)
for i in range(40):
    st.slider(f"S{i}", 0, 50, key=f"s{i}")
"""


def test_a_page_whose_library_comes_late_is_told_what_it_missed(apps: Apps) -> None:
    apps.run("many", MANY)
    kernel = apps.kernel
    sliders = [apps.control(f"S{i}") for i in range(40)]
    library = kernel.widget(_anywidget_id="jupyter_session_state.Library")
    seen = library["delivered"]["number"]
    apps.click("Go")
    kernel.wait(lambda: all(one["value"] == [i + 1] for i, one in enumerate(sliders)))
    for one in sliders:  # as on a page that fetched the models before, and could not take the delivery
        one.state["value"] = [0]
    kernel.custom(library, {"op": "ready", "seen": seen})
    kernel.wait(lambda: all(one["value"] == [i + 1] for i, one in enumerate(sliders)))
