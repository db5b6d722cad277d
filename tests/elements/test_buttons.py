"""What all sorts of buttons have in common, and what each has of its own."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors

BUTTONS: dict[str, Any] = {
    "button": lambda **more: st.button("Go", **more),
    "download_button": lambda **more: st.download_button("Go", "data", **more),
    "link_button": lambda **more: st.link_button("Go", "/there", **more),
    "menu_button": lambda **more: st.menu_button("Go", ["a", "b"], **more),
    "form_submit_button": lambda **more: st.form("f").form_submit_button("Go", **more),
}
TRIGGERS = {"button": True, "download_button": True, "menu_button": "b"}
kinds = pytest.mark.parametrize("kind", BUTTONS)
older = pytest.mark.parametrize("kind", [kind for kind in BUTTONS if kind != "menu_button"])
triggers = pytest.mark.parametrize("kind", TRIGGERS)


def looks(app: Any, kind: str, **more: Any) -> Any:
    """Return how a button looks, or what it raises."""
    shown = app(lambda: BUTTONS[kind](**more))
    return shown.error or next(e.props for e in shown.drawn if e.kind == kind)


# ---- Looks -----------------------------------------------------------------------------------------------


@kinds
@pytest.mark.parametrize(
    "icon", ["🚀", ":material/thumb_up:", "👩‍💻", "🇫🇷", "1️⃣", "❤️", "👍🏽", "\u2139\ufe0f"]
)
def test_an_emoji_or_a_material_name_is_an_icon(app: Any, kind: str, icon: str) -> None:
    assert looks(app, kind, icon=f" {icon} ")["icon"] == icon


@kinds
@pytest.mark.parametrize("icon", ["x", "🚀🚀", ":smile:", ":material/Thumb-Up:", "<b>", "https://x/y.png"])
def test_anything_else_is_none(app: Any, kind: str, icon: str) -> None:
    error = looks(app, kind, icon=icon)
    assert isinstance(error, errors.StreamlitAPIException)
    assert f"st.{kind}" in str(error)


@kinds
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"type": "loud"}, errors.StreamlitValueError),
        ({"icon": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"width": 0}, errors.StreamlitInvalidWidthError),
        ({"width": "wide"}, errors.StreamlitInvalidWidthError),
        ({"width": 2**40}, errors.StreamlitValueOutOfRangeError),
    ],
)
def test_looks_that_cannot_be_raise(app: Any, kind: str, arguments: Any, error: type[Exception]) -> None:
    assert type(looks(app, kind, **arguments)) is error


@older
@pytest.mark.parametrize(
    ("shortcut", "spelt"),
    [
        ("K", "k"),
        ("Ctrl + Shift + k", "ctrl+shift+k"),
        ("shift+mod+K", "ctrl+shift+k"),
        ("Option+Command+Esc", "cmd+alt+escape"),
        ("ArrowLeft", "left"),
        ("f5", "f5"),
        ("+ +k+", "k"),
    ],
)
def test_a_shortcut_has_one_spelling(app: Any, kind: str, shortcut: str, spelt: str) -> None:
    assert looks(app, kind, shortcut=shortcut)["shortcut"] == spelt


@older
@pytest.mark.parametrize("shortcut", ["", "Ctrl", "a+b", "C", "Ctrl+R", "Hyper", "ö+ü", "##", 5])
def test_what_is_no_shortcut_raises(app: Any, kind: str, shortcut: Any) -> None:
    assert isinstance(looks(app, kind, shortcut=shortcut), errors.StreamlitAPIException)


@older
def test_the_old_word_for_width_still_counts(app: Any, kind: str) -> None:
    assert looks(app, kind, use_container_width=True)["width"] == "stretch"


# ---- Clicks ----------------------------------------------------------------------------------------------


@triggers
def test_a_click_lasts_one_run_and_calls_before_it(app: Any, kind: str) -> None:
    heard: list[Any] = []

    def note(who: str, *, how: str) -> None:
        heard.append((who, how, st.session_state.b))

    def draw() -> Any:
        return BUTTONS[kind](key="b", on_click=note, args=("me",), kwargs={"how": "loud"}), st.session_state.b

    rest = None if kind == "menu_button" else False
    shown = app(draw)
    assert shown.value == (rest, rest)
    assert shown.fire("b", TRIGGERS[kind]).value == (TRIGGERS[kind], TRIGGERS[kind])
    assert shown.run().value == (rest, rest)
    assert heard == [("me", "loud", TRIGGERS[kind])]


@triggers
@pytest.mark.parametrize("wire", [None, 5, "c", ["a"], {"text": "b"}, b"b", float("nan"), 1])
def test_a_click_that_no_browser_sends_is_refused(app: Any, kind: str, wire: Any) -> None:
    heard: list[Any] = []
    shown = app(lambda: BUTTONS[kind](key="b", on_click=heard.append, args=(1,))).fire("b", wire)
    assert not shown.value
    assert (len(shown.record.refused), heard) == (1, [])


@triggers
def test_a_disabled_button_hears_no_click(app: Any, kind: str) -> None:
    shown = app(lambda: BUTTONS[kind](key="b", disabled=True)).fire("b", TRIGGERS[kind])
    assert not shown.value
    assert len(shown.record.refused) == 1


@triggers
def test_session_state_cannot_click(app: Any, kind: str) -> None:
    error = app(lambda: BUTTONS[kind](key="b"), b=TRIGGERS[kind]).error
    assert type(error) is errors.StreamlitValueAssignmentNotAllowedError


@pytest.mark.parametrize("kind", ["button", "download_button", "menu_button"])
def test_a_form_takes_submit_buttons_only(app: Any, kind: str) -> None:
    def draw() -> None:
        with st.form("f"):
            BUTTONS[kind]()
            st.form_submit_button()

    error = app(draw).error
    assert isinstance(error, errors.StreamlitAPIException)
    assert "form_submit_button" in str(error)


# ---- Downloads -------------------------------------------------------------------------------------------


class Unread(io.BytesIO):
    """A file whose place is at its end."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.seek(0, io.SEEK_END)


def file_of(app: Any, data: Any, name: str | None = None, mime: str | None = None) -> Any:
    shown = app(lambda: st.download_button("Save", data, name, mime, key="d"))
    assert shown.error is None
    return shown.app.registrations[shown.id_of("d")].control.served.made()


@pytest.mark.parametrize(
    ("data", "content", "mime"),
    [
        ("é", b"\xc3\xa9", "text/plain"),
        (b"\x00\xff", b"\x00\xff", "application/octet-stream"),
        (io.StringIO("text"), b"text", "text/plain"),
        (Unread(b"bytes"), b"bytes", "application/octet-stream"),
        (lambda: "made", b"made", "text/plain"),
        (lambda: Unread(b"made"), b"made", "application/octet-stream"),
    ],
)
def test_what_a_file_may_be_made_of(app: Any, data: Any, content: bytes, mime: str) -> None:
    file = file_of(app, data)
    assert (file.content, file.mime) == (content, mime)


def test_an_open_file_tells_its_name_and_type(app: Any, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"a,b")
    with path.open("rb") as raw, path.open(encoding="utf-8") as text:
        for opened in (raw, text):
            file = file_of(app, opened)
            assert (file.content, file.file_name, file.mime) == (b"a,b", "table.csv", "text/csv")
        file = file_of(app, raw, "other.bin", "x/y")
        assert (file.content, file.file_name, file.mime) == (b"a,b", "other.bin", "x/y")


@pytest.mark.parametrize(("data", "name"), [("x", "download.txt"), (b"x", "download.bin")])
def test_a_file_without_a_name_gets_one(app: Any, data: Any, name: str) -> None:
    assert file_of(app, data).file_name == name


@pytest.mark.parametrize("data", [5, None, ["a"], bytearray(b"x")])
def test_what_holds_no_bytes_raises(app: Any, data: Any) -> None:
    error = app(lambda: st.download_button("Save", data)).error
    assert isinstance(error, errors.StreamlitAPIException)
    assert "'Save'" in str(error)


def test_a_function_is_not_called_before_the_file_is_wanted(app: Any) -> None:
    calls: list[int] = []

    def make() -> str:
        calls.append(1)
        return "x"

    shown = app(lambda: st.download_button("Save", make, key="d")).run()
    assert calls == []
    assert shown.app.registrations[shown.id_of("d")].control.served.content == b"x"
    assert calls == [1]


def test_other_data_does_not_make_another_button(app: Any) -> None:
    data = ["a"]
    shown = app(lambda: st.download_button("Save", data[0]))
    (before,) = [e.id for e in shown.drawn]
    data[0] = "b"
    assert [e.id for e in shown.run().drawn] == [before]


def test_the_bytes_of_a_file_do_not_travel_with_its_button(app: Any) -> None:
    shown = app(lambda: st.download_button("Save", "secret" * 100))
    assert "secret" not in repr(shown.only)


# ---- Links -----------------------------------------------------------------------------------------------


def test_a_link_is_a_mere_element_unless_a_click_matters(app: Any) -> None:
    shown = app(lambda: st.link_button("Docs", "https://example.org", key="l"))
    assert (shown.only.props["url"], shown.only.view) == ("https://example.org", "")


@pytest.mark.parametrize("on_click", ["rerun", lambda: None])
def test_a_link_that_is_told_of_returns_whether_it_was_clicked(app: Any, on_click: Any) -> None:
    shown = app(lambda: st.link_button("Docs", "/docs", key="l", on_click=on_click))
    assert shown.value is False
    assert shown.fire("l").value is True
    assert shown.run().value is False


def test_links_with_one_key_are_refused(app: Any) -> None:
    def draw() -> None:
        st.link_button("A", "/a", key="l")
        st.link_button("B", "/b", key="l")

    assert type(app(draw).error) is errors.StreamlitDuplicateElementKey


@pytest.mark.parametrize("on_click", [5, "later"])
def test_a_link_knows_what_a_click_may_do(app: Any, on_click: Any) -> None:
    assert isinstance(
        app(lambda: st.link_button("A", "/a", on_click=on_click)).error, errors.StreamlitAPIException
    )


# ---- Menus -----------------------------------------------------------------------------------------------


def test_a_menu_returns_the_option_itself(app: Any) -> None:
    options = [["a"], {"b": 1}]
    shown = app(lambda: st.menu_button("M", options, key="m", format_func=lambda o: str(len(o)) + str(o)))
    assert shown.fire("m", "1{'b': 1}").value == {"b": 1}
    assert shown.only.props["options"] == ["1['a']", "1{'b': 1}"]


@pytest.mark.parametrize(("options", "words"), [([], "no options"), ([1, "1"], "same label")])
def test_menus_that_cannot_be_chosen_from_raise(app: Any, options: Any, words: str) -> None:
    error = app(lambda: st.menu_button("M", options)).error
    assert isinstance(error, errors.StreamlitAPIException)
    assert words in str(error)


def test_an_entry_that_is_gone_when_its_click_comes_is_refused(app: Any) -> None:
    options = ["a", "b"]
    shown = app(lambda: st.menu_button("M", tuple(options), key="m"))
    options.remove("b")
    shown.run().fire("m", "b")
    assert shown.value is None
    assert len(shown.record.refused) == 1
