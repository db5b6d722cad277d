"""The plain inputs in JupyterLab: each changed by mouse and by keyboard, its callback and its state checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import Notebook

TOLD = """
def told(what):
    st.session_state.log = [*st.session_state.get("log", []), f"{what} {st.session_state[what]!r}"]
def tell():
    st.text("; ".join(st.session_state.get("log", [])) or "nothing changed")
"""
CELLS = {
    "box": """
agreed = st.checkbox("I **agree**", key="agreed", on_change=told, args=("agreed",), help="To all of it")
st.write(f"agreed: {agreed}, {st.session_state.agreed}")
""",
    "line": """
name = st.text_input("Name", key="name", on_change=told, args=("name",), placeholder="Who?", icon="👤", max_chars=8)
mail = st.text_input("Mail", key="mail", type="email", on_change=told, args=("mail",))
need = st.text_input("Need", "old", key="need", required=True, on_change=told, args=("need",))
word = st.text_input("Word", key="word", live="100ms", on_change=told, args=("word",))
mute = st.text_input("Mute", key="mute", on_change="ignore")
st.write(f"{name!r} {mail!r} {need!r} {word!r} {mute!r}")
""",
    "number": """
count = st.number_input("Count", 0, 10, 3, key="count", on_change=told, args=("count",), icon="🍎")
share = st.number_input("Share", value=None, step=0.5, key="share", on_change=told, args=("share",))
st.write(f"{count} {share}")
""",
    "level": """
level = st.slider("Level", 0, 10, 5, key="level", on_change=told, args=("level",))
low, high = st.slider("Span", 0.0, 1.0, (0.2, 0.8), key="span", on_change=told, args=("span",))
st.write(f"{level} {low} {high}")
""",
    "choice": """
city = st.selectbox("City", ["Delft", "Oslo", "Rome"], key="city", on_change=told, args=("city",))
none = st.selectbox("Other", ["Delft", "Oslo"], None, key="other", on_change=told, args=("other",))
more = st.selectbox("More", ["a", "b"], key="more", accept_new_options=True, on_change=told, args=("more",))
st.write(f"{city} {none} {more}")
""",
    "press": """
st.button("Go", key="go", on_click=told, args=("go",), icon="🚀", shortcut="Ctrl+G", help="It *goes*")
st.write(f"went: {st.session_state.go}")
""",
    "form": """
def sent():
    told("sent")
with st.form("order"):
    st.text_input("Dish", key="dish", required=True)
    st.number_input("Plates", 1, 9, 1, key="plates")
    st.text_area("Wishes", key="wishes")
    st.form_submit_button("Order", key="sent", on_click=sent, type="primary")
st.write(f"{st.session_state.dish!r} {st.session_state.plates} {st.session_state.wishes!r} {st.session_state.sent}")
""",
    "looks": """
st.checkbox("Hidden box", label_visibility="hidden")
st.text_input("Collapsed line", label_visibility="collapsed", width=200)
st.number_input("Hidden number", label_visibility="hidden", width=160)
st.slider("Hidden slider", label_visibility="collapsed", width=240)
st.selectbox("Hidden choice", ["a"], label_visibility="hidden", width=180)
st.button("Wide", width="stretch", type="primary")
st.button("Fixed", width=220, type="tertiary")
st.text_input("Still line", "text", disabled=True, icon="🔒")
st.checkbox("Still box", True, disabled=True)
st.number_input("Still number", disabled=True, icon="🔒")
""",
}
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """One notebook, each app in a cell of its own."""
    cells = [f"%%stateapp {name} --scope app\n{TOLD}{body}\ntell()" for name, body in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("looks").get_by_role("spinbutton", name="Still number")).to_be_disabled()
    return shared_notebook


def test_a_checkbox_is_ticked_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app = apps.app("box")
    app.get_by_text("agree", exact=True).click()
    expect(app).to_contain_text("agreed: True, True")
    box = app.get_by_role("checkbox", name="I agree")
    expect(box).to_be_checked()
    box.press("Space")
    expect(app).to_contain_text("agreed True; agreed False")
    expect(box).to_be_focused()


def test_a_line_of_text_is_sent_by_enter_and_by_leaving_it(apps: Notebook) -> None:
    app, name = apps.app("line"), apps.app("line").get_by_role("textbox", name="Name")
    name.click()
    apps.page.keyboard.type("Ada")
    expect(app.locator(".jss-hint", has_text="3/8")).to_contain_text("Enter applies")
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("name 'Ada'")
    apps.page.keyboard.type(" Lovelace")  # no more than eight fit
    app.get_by_text("nothing changed").or_(app.get_by_text("name 'Ada'")).first.click()
    expect(app).to_contain_text("name 'Ada'; name 'Ada Love'")


def test_a_line_that_does_not_match_stays_unsent_and_says_so(apps: Notebook) -> None:
    app, mail = apps.app("line"), apps.app("line").get_by_role("textbox", name="Mail")
    mail.fill("nonsense")
    mail.press("Enter")
    expect(app.locator(".jss-problem", has_text="not an email")).to_be_visible()
    expect(mail).to_have_attribute("aria-invalid", "true")
    mail.fill("ada@example.org")
    mail.press("Enter")
    expect(app).to_contain_text("mail 'ada@example.org'")
    expect(app).not_to_contain_text("nonsense'")
    expect(mail).not_to_have_attribute("aria-invalid", "true")


def test_a_required_line_is_not_sent_empty(apps: Notebook) -> None:
    app, need = apps.app("line"), apps.app("line").get_by_role("textbox", name="Need")
    need.fill("")
    need.press("Enter")
    expect(app.locator(".jss-problem", has_text="fill in")).to_be_visible()
    need.fill("new")
    need.press("Tab")
    expect(app).to_contain_text("need 'new'")
    expect(app).not_to_contain_text("need ''")


def test_a_live_line_is_sent_while_it_is_typed(apps: Notebook) -> None:
    app, word = apps.app("line"), apps.app("line").get_by_role("textbox", name="Word")
    word.click()
    apps.page.keyboard.type("hey", delay=5)
    expect(app).to_contain_text("word 'hey'")
    expect(word).to_be_focused()
    apps.page.keyboard.type("!")
    expect(app).to_contain_text("word 'hey!'")


def test_a_line_that_waits_is_seen_by_the_next_run(apps: Notebook) -> None:
    app = apps.app("line")
    app.get_by_role("textbox", name="Mute").fill("quiet")
    app.get_by_role("textbox", name="Mute").press("Enter")
    app.get_by_role("button", name="Rerun", exact=True).click()
    expect(app).to_contain_text("'quiet'")


def test_a_number_is_stepped_by_mouse_and_typed_by_keyboard(apps: Notebook) -> None:
    app = apps.app("number")
    app.get_by_role("button", name="Increase Count").click()
    expect(app).to_contain_text("count 4")
    count = app.get_by_role("spinbutton", name="Count")
    count.press("ArrowDown")
    expect(app).to_contain_text("count 4; count 3")
    count.fill("7")
    count.press("Enter")
    expect(app).to_contain_text("count 3; count 7")
    share = app.get_by_role("spinbutton", name="Share")
    share.fill("2.5")
    share.press("Tab")
    expect(app).to_contain_text("7 2.5")
    share.fill("")
    share.press("Enter")
    expect(app).to_contain_text("share None")


def test_a_slider_is_dragged_by_mouse_and_moved_by_keyboard(apps: Notebook) -> None:
    app = apps.app("level")
    apps.drag(app.locator(".jss-slider-knob").first, right=2000)
    expect(app).to_contain_text("level 10")
    app.get_by_role("slider", name="Level").press("ArrowLeft")
    expect(app).to_contain_text("9 0.2 0.8")
    app.get_by_role("slider", name="Span, from").press("Home")
    expect(app).to_contain_text("span (0.0, 0.8)")
    app.get_by_role("slider", name="Span, to").press("End")
    expect(app).to_contain_text("9 0.0 1.0")


def test_an_option_is_chosen_by_mouse_and_by_keyboard(apps: Notebook) -> None:
    app, city = apps.app("choice"), apps.app("choice").get_by_role("combobox", name="City")
    city.select_option("Rome")
    expect(app).to_contain_text("city 'Rome'")
    city.press("ArrowUp")
    expect(app).to_contain_text("city 'Rome'; city 'Oslo'")
    other = app.get_by_role("combobox", name="Other")
    other.press("ArrowDown")
    expect(app).to_contain_text("other 'Delft'")
    other.press("Home")
    expect(app).to_contain_text("other None")
    more = app.get_by_role("combobox", name="More")
    more.fill("typed")
    more.press("Enter")
    expect(app).to_contain_text("more 'typed'")


def test_a_button_is_pressed_by_mouse_by_keyboard_and_by_its_shortcut(apps: Notebook) -> None:
    app, go = apps.app("press"), apps.app("press").get_by_role("button", name="Go")
    go.click()
    expect(app).to_contain_text("go True")
    expect(app).to_contain_text("went: True")
    go.press("Enter")
    expect(app).to_contain_text("go True; go True")
    app.get_by_role("button", name="Rerun", exact=True).focus()
    apps.page.keyboard.press("Control+g")
    expect(app).to_contain_text("go True; go True; go True")
    app.get_by_role("button", name="Rerun", exact=True).click()
    expect(app).to_contain_text("went: False")


def test_a_form_is_sent_by_its_button_and_by_enter(apps: Notebook) -> None:
    app = apps.app("form")
    dish, order = app.get_by_role("textbox", name="Dish"), app.get_by_role("button", name="Order")
    order.click()  # a required field is empty
    expect(app.locator(".jss-problem", has_text="fill in")).to_be_visible()
    expect(dish).to_be_focused()
    dish.fill("soup")
    app.get_by_role("button", name="Increase Plates").click()
    app.get_by_role("textbox", name="Wishes").fill("hot")
    order.click()
    expect(app).to_contain_text("'soup' 2 'hot' True")
    expect(app).to_contain_text("sent True")
    dish.fill("stew")
    dish.press("Enter")
    expect(app).to_contain_text("'stew' 2 'hot' True")
    app.get_by_role("textbox", name="Wishes").fill("hotter")
    app.get_by_role("textbox", name="Wishes").press("Control+Enter")
    expect(app).to_contain_text("'stew' 2 'hotter' True")
    expect(app).to_contain_text("sent True; sent True; sent True")


def test_labels_that_are_not_shown_are_still_names_and_widths_are_kept(apps: Notebook) -> None:
    app = apps.app("looks")
    for role, name in [
        ("checkbox", "Hidden box"),
        ("textbox", "Collapsed line"),
        ("spinbutton", "Hidden number"),
        ("slider", "Hidden slider"),
        ("combobox", "Hidden choice"),
    ]:
        expect(app.get_by_role(role, name=name)).to_have_count(1)  # type: ignore[arg-type]
    assert _width(app.get_by_role("textbox", name="Collapsed line")) == 200
    assert _width(app.get_by_role("combobox", name="Hidden choice")) == 180
    assert _width(app.get_by_role("button", name="Fixed")) == 220
    assert _width(app.get_by_role("button", name="Wide")) > 500


def _width(node: Locator) -> float:
    box = node.bounding_box()
    assert box is not None
    return round(box["width"])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_keeps_people_out(apps: Notebook, axe: Axe, theme: Any) -> None:
    apps.theme(theme)
    for name in CELLS:
        apps.shot(f"inputs_basic_{name}_{theme}", apps.app(name))
    assert axe(*map(apps.app, CELLS)) == []
