"""Icons of the Material set are drawn by a font that comes to a page when it shows one."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

PLAIN = "%load_ext jupyter_session_state"
WITHOUT = """%%stateapp without
st.markdown("No :rocket: needs a font.")"""
SYMBOLS = """%%stateapp symbols
st.header("Home", icon=":material/home:")
st.markdown(":material/search: in a text, :red[:material/favorite:], :material/no_such_icon:")
st.button("Send", icon=":material/send:")
st.button(":material/delete:", key="bare")
st.info("Look", icon=":material/lightbulb:")
st.badge("New", icon=":material/check:", color="green")
st.tabs([":material/info: About", "Data"])
with st.expander("More", icon=":material/psychology:"):
    st.number_input("Count", icon=":material/tag:")
st.text_input("Mail", icon=":material/mail:")
st.chat_message("ai", avatar=":material/robot_2:").write("Hello")
st.segmented_control("Zoom", [0, 1], format_func={0: ":material/zoom_in:", 1: ":material/zoom_out:"}.get)
"""

FONTS = "[...document.fonts].filter(font => font.family.includes('jss-symbols')).map(font => font.status)"
DRAWN = """name => [...document.querySelectorAll(`.jss-app .jss-symbol[data-jss-symbol="${name}"]`)].map(node => {
  const before = getComputedStyle(node, '::before');
  return [before.content, before.fontFamily, getComputedStyle(node.firstElementChild).display];
})"""
NAMES = (
    "home",
    "search",
    "favorite",
    "send",
    "delete",
    "lightbulb",
    "check",
    "info",
    "psychology",
    "tag",
    "mail",
)


def test_icons_are_drawn_once_the_page_has_the_font_which_comes_only_with_the_first_of_them(
    shared_notebook: Notebook,
) -> None:
    notebook = shared_notebook
    notebook.open([PLAIN, WITHOUT, SYMBOLS])
    notebook.run_cell(0)
    notebook.run_cell(1)
    expect(notebook.app("without").get_by_text("needs a font")).to_be_visible()
    assert notebook.page.evaluate(FONTS) == []
    notebook.run_cell(2)
    notebook.page.wait_for_function(f"({FONTS})[0] === 'loaded'")
    notebook.page.wait_for_function(f"({DRAWN})('home').length > 0 && ({DRAWN})('home')[0][2] === 'none'")
    for name in (*NAMES, "robot_2", "zoom_in", "zoom_out"):
        shown = notebook.page.evaluate(DRAWN, name)
        assert shown == [[f'"{name}"', "jss-symbols", "none"]], name
    notebook.shot("symbols_light", notebook.app("symbols"))
    notebook.theme("dark")
    notebook.shot("symbols_dark", notebook.app("symbols"))
    # A name that the font does not have stays a word.
    assert notebook.page.evaluate(DRAWN, "no_such_icon") == [["none", "jss-symbols", "inline"]]
    expect(notebook.app("symbols").get_by_text("no such icon")).to_be_visible()
    assert notebook.page.evaluate(FONTS) == ["loaded"]
    # To who does not see it, an icon alone is a name, and one beside words says nothing.
    page = notebook.page
    expect(page.get_by_role("button", name="delete icon", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name="search icon")).to_be_visible()
    expect(page.get_by_role("tab", name="info icon About")).to_be_visible()
    assert notebook.errors == []
