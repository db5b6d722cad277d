"""Pages: parts of an app of which one is shown at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state.testing import AppTest


def home() -> None:
    st.text("home")
    st.text_input("T", "at home", key="t")
    if st.button("Go", key="go"):
        st.switch_page(st.Page(about))


def about() -> None:
    st.text("about")
    st.text_input("T", "about it", key="t")


class Missing:
    """Callable, but without a name."""

    def __call__(self) -> None:
        st.text("nameless")


def two_pages() -> None:
    st.checkbox("Common", key="common")
    st.navigation([home, about]).run()


def links(rig: Any) -> dict[str, Any]:
    """The links of the navigation by their words."""
    found = next((e for e in rig.app.tree.walk() if e.kind == "navigation"), None)
    return (
        {} if found is None else {link["label"]: link for _, page in found.props["sections"] for link in page}
    )


def follow(rig: Any, label: str) -> Any:
    rig.app.visit(links(rig)[label]["page"])
    return rig.settle()


# -- which page runs -----------------------------------------------------------------------------------------


def test_an_app_starts_with_its_first_page(rig: Any) -> None:
    assert rig(two_pages).texts == ["home"]


def test_or_with_the_one_that_says_so(rig: Any) -> None:
    assert rig(lambda: st.navigation([home, st.Page(about, default=True)]).run()).texts == ["about"]


def test_a_followed_link_runs_its_page_until_another_one_is_followed(rig: Any) -> None:
    app = follow(rig(two_pages), "about")
    assert app.texts == ["about"]
    assert "'about' was chosen" in app.app.why()
    app.app.ask("a test")
    assert app.settle().texts == ["about"]
    assert follow(app, "home").texts == ["home"]


def test_switching_by_program_ends_the_run_and_starts_one_of_the_page(rig: Any) -> None:
    app = rig(two_pages).click("go").settle()
    assert app.texts == ["about"]
    assert [r.ending for r in app.app.history[1:]] == ["rerun", "completed"]


def test_a_callback_may_switch(rig: Any) -> None:
    def script() -> None:
        st.button("Go", on_click=lambda: st.switch_page(st.Page(about)))
        st.button("Both", on_click=st.rerun)
        st.navigation([home, about]).run()

    assert rig(script).click("Go").settle().texts == ["about"]


def test_a_fragment_may_switch(rig: Any) -> None:
    def script() -> None:
        st.navigation([st.Page(st.fragment(home), title="Home"), about]).run()

    assert rig(script).click("go").settle().texts == ["about"]


def test_a_page_that_is_gone_gives_way_to_the_default(rig: Any) -> None:
    def script() -> None:
        st.navigation([home] if st.checkbox("Few", key="few") else [home, about]).run()

    app = follow(rig(script), "about")
    assert app.edit("few", True).settle().texts == ["home"]


def test_a_page_nobody_told_is_not_visited(rig: Any) -> None:
    app = rig(two_pages)
    app.app.visit("/secret")
    assert not app.app.waiting


def test_only_the_returned_page_runs_and_only_once(rig: Any) -> None:
    def script() -> None:
        page = st.navigation([home, about])
        page.run()
        page.run()

    app = rig(script)
    assert (app.texts, app.errors) == (["home"], ["StreamlitAPIException"])
    assert rig(lambda: st.Page(home).run()).errors == ["StreamlitAPIException"]


def test_the_page_that_is_wanted_does_not_change_with_what_is_told_meanwhile(rig: Any) -> None:
    def script() -> None:
        st.navigation([home])
        st.navigation([home, about]).run()

    assert follow(rig(script), "about").texts == ["about"]


def test_a_parallel_fragment_does_not_switch_while_everything_runs(rig: Any) -> None:
    app = rig(lambda: (st.navigation([home, about]), st.fragment(to_about, parallel=True)()))
    assert app.errors == ["StreamlitInvalidLayoutContextError"]


def to_about() -> None:
    st.switch_page(st.Page(about))


def test_the_link_of_the_page_that_is_shown_runs_it_again_and_keeps_its_values(rig: Any) -> None:
    app = rig(two_pages).edit("t", "typed").settle()
    assert follow(app, "home").state["t"] == "typed"


# -- state ---------------------------------------------------------------------------------------------------


def test_a_page_that_is_left_loses_the_values_of_its_widgets(rig: Any) -> None:
    app = rig(two_pages).edit("t", "typed").settle()
    app.app.state.set("user", "kept")
    assert follow(app, "about").state == {"common": False, "t": "about it", "user": "kept"}
    assert follow(app, "home").state["t"] == "at home"


def test_the_same_key_on_two_pages_is_two_widgets(rig: Any) -> None:
    app = rig(two_pages)
    first = app.id("t")
    assert follow(app, "about").id("t") != first


def test_widgets_around_the_pages_keep_their_values_when_a_link_is_followed(rig: Any) -> None:
    app = rig(two_pages).edit("common", True).settle()
    first = app.id("common")
    follow(app, "about")
    assert app.state["common"] is True
    assert app.id("common") == first


def test_but_not_when_the_program_switches(rig: Any) -> None:
    app = rig(two_pages).edit("common", True).settle().click("go").settle()
    assert app.state["common"] is False
    assert app.value("common") is False


def test_values_typed_just_before_a_link_was_followed_are_taken_with_their_callbacks(rig: Any) -> None:
    seen: list[Any] = []

    def note() -> None:
        seen.append(st.session_state.c)
        st.session_state.kept = st.session_state.c

    def script() -> None:
        st.text_input("C", key="c", on_change=note)
        st.navigation([home, about]).run()

    app = rig(script)
    app.edit("c", "typed")
    follow(app, "about")
    assert seen == ["typed"]
    assert app.texts == ["about"]
    assert app.state["kept"] == app.state["c"] == "typed"


def persisting(scope: Any) -> Callable[[], None]:
    def one() -> None:
        if not st.session_state.get("hide"):
            st.text_input("P", key="p", persist_state=scope)
        st.text("one")

    def two() -> None:
        st.text(f"two {st.session_state.get('p')}")

    def three() -> None:
        st.text_input("P", key="p", persist_state=scope)

    return lambda: st.navigation([one, two, three]).run()


def test_a_value_that_stays_for_the_session_is_there_on_every_page(rig: Any) -> None:
    app = rig(persisting("session")).edit("p", "typed").settle()
    assert follow(app, "two").state == {"p": "typed"}
    assert follow(app, "three").state == {"p": "typed"}
    assert app.value("p") == "typed"


def test_a_value_that_stays_on_its_page_goes_once_another_page_was_drawn(rig: Any) -> None:
    app = rig(persisting("page")).edit("p", "typed").settle()
    assert follow(app, "two").texts == ["two typed"]
    assert app.state == {}
    assert follow(app, "one").value("p") == ""


def test_a_value_that_stays_on_its_page_is_not_another_pages(rig: Any) -> None:
    app = rig(persisting("page")).edit("p", "typed").settle()
    assert follow(app, "three").value("p") == ""
    assert app.state == {"p": ""}


def test_a_value_that_stays_on_its_page_does_so_while_it_is_hidden_there(rig: Any) -> None:
    app = rig(persisting("page")).edit("p", "typed").settle()
    app.app.state.set("hide", True)
    app.app.ask("a test")
    assert app.settle().state == {"hide": True, "p": "typed"}
    app.app.state.set("hide", False)
    app.app.ask("a test")
    assert app.settle().value("p") == "typed"
    app.app.state.set("hide", True)
    app.app.ask("a test")
    app.settle()
    assert follow(app, "two").state == {"hide": True}


def test_values_that_stay_on_two_pages_are_told_apart(rig: Any) -> None:
    def one() -> None:
        st.text_input("P", key="p", persist_state="page")

    def two() -> None:
        if st.checkbox("Show", value=True, key="show"):
            st.text_input("Q", key="q", persist_state="page")

    app = rig(lambda: st.navigation([one, two]).run()).edit("p", "typed").settle()
    follow(app, "two").edit("q", "typed too").settle()
    assert app.state == {"q": "typed too", "show": True}
    assert follow(app, "one").state == {"p": ""}


def test_a_value_that_stays_on_its_page_outlasts_a_page_that_sends_back(rig: Any) -> None:
    def one() -> None:
        if not st.session_state.get("hide"):
            st.text_input("P", key="p", persist_state="page")
        st.text(str(st.session_state.get("p")))

    def two() -> None:
        st.session_state.hide = True
        st.switch_page(first)

    first = st.Page(one)
    app = rig(lambda: st.navigation([first, st.Page(two)]).run()).edit("p", "typed").settle()
    assert follow(app, "two").texts == ["typed"]


def test_what_the_program_assigned_is_not_dropped_with_the_page(rig: Any) -> None:
    def one() -> None:
        st.text_input("P", key="p", persist_state="page")

    def two() -> None:
        st.session_state.p = "assigned"

    app = rig(lambda: st.navigation([one, two]).run()).edit("p", "typed").settle()
    assert follow(app, "two").state == {"p": "assigned"}


# -- the navigation ------------------------------------------------------------------------------------------


def test_the_links_stand_above_everything_in_the_sidebar(rig: Any) -> None:
    def script() -> None:
        st.sidebar.text("mine")
        st.navigation([home, about]).run()
        st.sidebar.text("more")

    app = rig(script)
    sidebar = next(e for e in app.app.tree.walk() if e.kind == "sidebar")
    assert [e.kind for e in sidebar.children] == ["navigation", "text", "text"]
    assert {name: link["current"] for name, link in links(app).items()} == {"home": True, "about": False}
    assert {n: link["current"] for n, link in links(follow(app, "about")).items()} == {
        "home": False,
        "about": True,
    }


def test_or_above_the_app(rig: Any) -> None:
    app = rig(lambda: st.navigation([home, about], position="top").run())
    assert app.app.tree.children[0].kind == "navigation"


@pytest.mark.parametrize(
    ("pages", "position"),
    [
        ([home], "sidebar"),
        ([home, about], "hidden"),
        ([st.Page(home, visibility="hidden"), st.Page(about, visibility="hidden")], "sidebar"),
    ],
)
def test_or_are_not_drawn(rig: Any, pages: Any, position: Any) -> None:
    assert links(rig(lambda: st.navigation(pages, position=position).run())) == {}


def test_a_hidden_page_has_no_link_but_can_be_switched_to(rig: Any) -> None:
    def script() -> None:
        st.navigation([home, st.Page(about, visibility="hidden"), st.Page(Missing(), title="N")]).run()

    app = rig(script)
    assert list(links(app)) == ["home", "N"]
    assert app.click("go").settle().texts == ["about"]


def test_sections_and_addresses_elsewhere(rig: Any) -> None:
    elsewhere = st.Page("https://example.org/a?b", title="Else where")
    app = rig(lambda: st.navigation({"Mine": [home], "Theirs": [elsewhere]}).run())
    found = next(e for e in app.app.tree.walk() if e.kind == "navigation")
    assert [name for name, _ in found.props["sections"]] == ["Mine", "Theirs"]
    assert links(app)["Else where"]["address"] == "https://example.org/a?b"
    assert links(app)["Else where"]["page"] is None


@pytest.mark.parametrize(("expanded", "visible"), [(False, 10), (True, None), (0, 10), (3, 3)])
def test_how_many_links_are_seen_at_once(rig: Any, expanded: Any, visible: Any) -> None:
    app = rig(lambda: st.navigation([home, about], expanded=expanded).run())
    assert next(e for e in app.app.tree.walk() if e.kind == "navigation").props["visible"] == visible


@pytest.mark.parametrize("position", ["sidebar", "top"])
def test_links_stay_through_the_run_of_a_fragment(rig: Any, position: Any) -> None:
    def page() -> None:
        st.fragment(lambda: st.sidebar.text(f"on: {st.checkbox('On')}"))()

    app = rig(lambda: st.navigation([page, about], position=position).run())
    app.edit("On", True).settle()
    assert list(links(app)) == ["page", "about"]
    assert app.texts == ["on: True"]
    assert [type(op).__name__ for op in app.front.ops] == ["Patch"]


def test_a_fragment_of_a_page_is_the_pages(rig: Any) -> None:
    def page() -> None:
        st.fragment(lambda: st.checkbox("On", key="on"))()

    app = rig(lambda: st.navigation([page, about]).run())
    element_id = app.id("on")
    app.edit("on", True).settle()
    assert app.id("on") == element_id
    assert app.state["on"] is True
    assert follow(app, "about").state == {"t": "about it"}


def test_the_page_stays_when_the_cell_is_executed_again(rig: Any) -> None:
    app = follow(rig(two_pages), "about")
    assert app.execute(two_pages).texts == ["about"]


# -- st.Page -------------------------------------------------------------------------------------------------


def test_what_a_page_says_of_itself() -> None:
    page = st.Page(home, title="My *home*", icon="🔥", url_path="/h/", help="  Where it starts\n")
    assert (page.title, page.icon, page.url_path, page.help) == ("My *home*", "🔥", "h", "Where it starts")
    assert (page.visibility, page.is_external, page.external_url) == ("visible", False, None)


def test_title_and_path_are_made_of_the_name(tmp_path: Path) -> None:
    def a_long_name() -> None: ...

    assert (st.Page(a_long_name).title, st.Page(a_long_name).url_path) == ("a long name", "a_long_name")
    file = tmp_path / "01_🔥_my page.py"
    file.write_text("")
    page = st.Page(file)
    assert (page.title, page.url_path, page.icon) == ("my page", "my_page", "🔥")
    (tmp_path / "7.py").write_text("")
    assert st.Page(str(tmp_path / "7.py")).title == "7"
    (tmp_path / "notes").write_text("")
    assert st.Page(tmp_path / "notes", title="Notes").url_path == ""


def test_the_default_page_has_no_path() -> None:
    assert st.Page(home, url_path="h", default=True).url_path == ""


def test_an_address_elsewhere() -> None:
    page = st.Page("https://example.org", title="My Site / 2")
    assert (page.url_path, page.is_external, page.external_url) == ("my_site_2", True, "https://example.org")


BAD_PAGES: list[tuple[Any, dict[str, Any], str]] = [
    ("https://x.org", {}, "StreamlitMissingRequiredParameterError"),
    ("https://x.org", {"title": "??"}, "StreamlitMissingRequiredParameterError"),
    ("https://x.org", {"title": "X", "default": True}, "StreamlitIncompatibleParametersError"),
    ("none.py", {}, "StreamlitPageNotFoundError"),
    ("a\x00.py", {}, "StreamlitAPIException"),
    (Missing(), {}, "StreamlitMissingRequiredParameterError"),
    (home, {"title": "  "}, "StreamlitMissingRequiredParameterError"),
    (home, {"url_path": ""}, "StreamlitMissingRequiredParameterError"),
    (home, {"url_path": "a/b"}, "StreamlitAPIException"),
    (home, {"visibility": "gone"}, "StreamlitValueError"),
    (home, {"icon": "letters"}, "StreamlitAPIException"),
]


@pytest.mark.parametrize(("page", "more", "error"), BAD_PAGES)
def test_what_cannot_be_a_page(page: Any, more: dict[str, Any], error: str) -> None:
    with pytest.raises(getattr(st.errors, error)):
        st.Page(page, **more)


BAD_NAVIGATION: list[tuple[Any, dict[str, Any], str]] = [
    ([], {}, "StreamlitMissingRequiredParameterError"),
    ([home, st.Page(home, title="again")], {}, "StreamlitAPIException"),
    ([5], {}, "StreamlitInvalidParameterTypeError"),
    ("abc", {}, "StreamlitPageNotFoundError"),
    ([home], {"position": "left"}, "StreamlitValueError"),
    ([home], {"expanded": -1}, "StreamlitValueError"),
    ([home], {"expanded": "x"}, "StreamlitInvalidParameterTypeError"),
]


@pytest.mark.parametrize(("pages", "more", "error"), BAD_NAVIGATION)
def test_what_cannot_be_a_navigation(rig: Any, pages: Any, more: dict[str, Any], error: str) -> None:
    assert rig(lambda: st.navigation(pages, **more)).errors == [error]


def test_one_page_starts_and_it_is_of_the_app(rig: Any) -> None:
    both = [st.Page(home, default=True), st.Page(about, default=True)]
    assert rig(lambda: st.navigation(both)).errors == ["StreamlitAPIException"]
    elsewhere = [st.Page("https://x.org", title="X")]
    assert rig(lambda: st.navigation(elsewhere)).errors == ["StreamlitAPIException"]


# -- switching and links -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("none.py", "StreamlitPageNotFoundError"),
        ("https://x.org", "StreamlitPageNotFoundError"),
        (st.Page("https://x.org", title="X"), "StreamlitAPIException"),
        ("a\x00.py", "StreamlitAPIException"),
        (5, "TypeError"),
    ],
)
def test_where_nobody_can_switch_to(rig: Any, page: Any, error: str) -> None:
    assert rig(lambda: (st.navigation([home]), st.switch_page(page))).errors == [error]


def test_a_page_that_is_another_one_under_its_path_is_refused(rig: Any, tmp_path: Path) -> None:
    (tmp_path / "home.py").write_text("")
    other = st.Page(tmp_path / "home.py")
    assert rig(lambda: (st.navigation([home]), st.switch_page(other))).errors == ["StreamlitAPIException"]
    assert rig(lambda: (st.navigation([home]), st.page_link(other))).errors == ["StreamlitAPIException"]


def link(rig: Any) -> dict[str, Any]:
    found: dict[str, Any] = next(e.props for e in rig.app.tree.walk() if e.kind == "page_link")
    return found


def test_a_link_says_what_its_page_says(rig: Any) -> None:
    page = st.Page(about, title="About", icon="🔥", help="All of it")
    props = link(rig(lambda: (st.navigation([home, page]), st.page_link(page))))
    assert (props["label"], props["icon"], props["help"], props["page"]) == (
        "About",
        "🔥",
        "All of it",
        "/about",
    )
    assert props["current"] is False


def test_or_what_it_is_told(rig: Any) -> None:
    props = link(rig(lambda: st.page_link(st.Page(about), label="There", icon="", help="", disabled=True)))
    assert (props["label"], props["icon"], props["help"], props["disabled"]) == ("There", "", "", True)


def test_a_link_in_the_sidebar_is_as_wide_as_it(rig: Any) -> None:
    props = link(rig(lambda: st.sidebar.page_link("https://x.org", label="X", use_container_width=False)))
    assert (props["width"], props["address"], props["page"]) == ("stretch", "https://x.org", None)


@pytest.mark.parametrize(("stretched", "width"), [(True, "stretch"), (False, "content")])
def test_a_link_may_be_as_wide_as_its_container(rig: Any, stretched: bool, width: str) -> None:
    props = link(rig(lambda: st.page_link("https://x.org", label="X", use_container_width=stretched)))
    assert props["width"] == width


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("none.py", "StreamlitPageNotFoundError"),
        ("https://x.org", "StreamlitMissingRequiredParameterError"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(rig: Any, page: str, error: str) -> None:
    assert rig(lambda: st.page_link(page)).errors == [error]


# -- pages that are files ------------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> AppTest:
    """An app of two files beside each other."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "costs.py").write_text(
        "import streamlit as web\n"
        "n = web.slider('N', 0, 9, key='n')\n"
        "f'costs {n}'\n"
        "'app' in globals(), __name__, __file__[-8:]\n"
        "if web.button('Back', key='back'):\n"
        "    web.switch_page('app.py' if web.session_state.get('wrong') else home)\n".replace(
            "home", "'pages/../sales.py'"
        )
    )
    (tmp_path / "sales.py").write_text("st.text('sales')\nst.page_link('pages/costs.py')")
    (tmp_path / "app.py").write_text(
        "app = 1\nst.navigation(['sales.py', st.Page('pages/costs.py', url_path='money')]).run()"
    )
    return AppTest.from_file(tmp_path / "app.py").run()


def test_a_file_is_a_script_of_its_own(files: AppTest) -> None:
    assert files.text.values == ["sales"]
    assert files.page_link[0].value == "costs"
    files.switch_page("pages/costs.py").run()
    assert files.markdown.values == ["costs 0", "`False` __main__ costs.py"]
    files.slider(key="n").set_value(4).run()
    assert files.markdown[0].value == "costs 4"
    files.button(key="back").click().run()
    assert files.text.values == ["sales"]


def test_a_test_switches_to_pages_that_are_there_only(files: AppTest) -> None:
    with pytest.raises(ValueError, match=r"none\.py"):
        files.switch_page("none.py")
    with pytest.raises(ValueError, match=r"app\.py"):
        files.switch_page("app.py")


def test_a_changed_file_is_read_again(files: AppTest, tmp_path: Path) -> None:
    (tmp_path / "sales.py").write_text("st.text('changed')")
    assert files.run().text.values == ["changed"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An app with a folder of pages, which it does not tell itself."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "10_Late.py").write_text("st.title('late')")
    (pages / "2_Costs.py").write_text(
        "st.slider('N', 0, 9, key='n')\nif st.button('Home'):\n    st.switch_page('Home.py')"
    )
    (pages / "__init__.py").write_text("")
    (tmp_path / "Home.py").write_text(
        "st.title('home')\nst.text_input('T', key='t')\nst.page_link('Home.py')\n"
        "st.page_link('pages/2_Costs.py')\nif st.button('Costs'):\n    st.switch_page('pages/2_Costs.py')"
    )
    return tmp_path / "Home.py"


def test_files_in_a_folder_beside_the_script_are_pages(folder: Path) -> None:
    at = AppTest.from_file(folder).run()
    assert (at.title.values, at.page_link.values) == (["home"], ["Home", "Costs"])
    assert list(at._session.app.pages.known) == ["/Home", "/Costs", "/Late"]
    at.text_input(key="t").input("kept").run()
    assert at.session_state["t"] == "kept"
    at.button[0].click().run()
    assert [widget.key for widget in at.slider] == ["n"]
    assert "t" not in at.session_state
    at.button[0].click().run()
    assert at.title.values == ["home"]
    assert at.switch_page("pages/10_Late.py").run().title.values == ["late"]


@pytest.mark.parametrize("call", ["st.navigation", "__import__('tell').told"])
def test_files_in_a_folder_are_no_pages_where_the_script_tells_them(folder: Path, call: str) -> None:
    (folder.parent / "tell.py").write_text("from streamlit import navigation as told")
    folder.write_text(f"st.text('frame')\n{call}([st.Page('pages/2_Costs.py', title='T')]).run()")
    at = AppTest.from_file(folder).run()
    for _ in range(2):
        assert (at.text.values, [widget.key for widget in at.slider]) == (["frame"], ["n"])
        assert [page.title for page in at._session.app.pages.known.values()] == ["T"]
        at.run()


def test_an_error_in_a_file_tells_its_line(files: AppTest, tmp_path: Path) -> None:
    (tmp_path / "sales.py").write_text("\n\nmissing")
    trace = files.run().exception[0].stack_trace
    assert any("sales.py" in line and "line 3" in line for line in trace)


def test_a_file_that_is_no_python_is_an_error_in_its_page(files: AppTest, tmp_path: Path) -> None:
    (tmp_path / "sales.py").write_text("def")
    assert files.run().exception[0].exception_type == "SyntaxError"


# -- query parameters ----------------------------------------------------------------------------------------


def asking_pages() -> None:
    def one() -> None:
        st.page_link(two_page, query_params=[("q", "v"), ("q", ["w", 1])])  # type: ignore[list-item]
        if st.button("Plain", key="plain"):
            st.switch_page(two_page)
        if st.button("With", key="with"):
            st.switch_page(two_page, query_params={"a": "b", "c": ["d", "e"]})

    def two() -> None:
        st.text(st.query_params.to_dict())

    two_page = st.Page(two)
    st.navigation([st.Page(one), two_page]).run()


def test_a_page_switched_to_has_the_query_parameters_it_is_given_and_no_others(rig: Any) -> None:
    for name, wanted in (("plain", "{}"), ("with", "{'a': 'b', 'c': 'e'}")):
        app = rig(asking_pages, name=name)
        app.app.params.navigate({"old": "x"})
        assert app.click(name).settle().texts == [wanted]


def test_so_has_one_whose_link_was_followed(rig: Any) -> None:
    app = rig(asking_pages)
    app.app.params.navigate({"old": "x"})
    assert link(app)["query"] == "q=v&q=w&q=1"
    app.app.visit("/two", link(app)["query"])
    assert app.settle().texts == ["{'q': '1'}"]
    app.app.visit("/one", "")
    app.settle()
    assert app.app.params.address == {}


@pytest.mark.parametrize(
    ("given", "error"),
    [("abc", "StreamlitInvalidParameterTypeError"), (5, "StreamlitInvalidParameterTypeError"),
     ({"a": {}}, "StreamlitQueryParamDictValueError")],
)  # fmt: skip
def test_what_cannot_be_query_parameters(rig: Any, given: Any, error: str) -> None:
    app = rig(lambda: (st.navigation([home, about]), st.switch_page(st.Page(about), query_params=given)))
    assert app.errors == [error]


@pytest.mark.parametrize(("given", "error"), [("abc", "ValueError"), (5, "TypeError")])
def test_nor_in_a_link(rig: Any, given: Any, error: str) -> None:
    assert rig(lambda: st.page_link(st.Page(about), query_params=given)).errors == [error]


def count_runs() -> None:
    st.session_state.runs = st.session_state.get("runs", 0) + 1
    st.text(st.session_state.runs)


def test_a_link_to_the_own_page_of_a_script_without_pages_runs_it(rig: Any) -> None:
    app = rig(count_runs)
    app.app.visit("")
    app.settle()
    assert app.texts == ["2"]
    assert app.app.history.last.cause == "the app's own page was chosen"
    app.app.visit("/nowhere")
    assert not app.app.waiting
