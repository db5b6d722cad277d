"""Buttons, chat inputs and what is added to fields, between the elements and the browser. No kernel is needed."""

from __future__ import annotations

import json
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.files import StoredFile
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state._jupyter import clicks
from jupyter_session_state._jupyter.clicks import Clicks, serve
from jupyter_session_state._jupyter.decorations import decoration
from jupyter_session_state._jupyter.inputs import VIEWS
from jupyter_session_state._jupyter.markup import item_html, safe_link
from jupyter_session_state._jupyter.uploads import UploadChannel
from jupyter_session_state.elements.downloads import Download

DANGEROUS = [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
]


def shown(kind: str, **arguments: Any) -> Element:
    """Return the element of a kind as an app draws it."""
    label = {} if kind == "chat_input" else {"label": "Label"}
    params = {**label, **arguments}
    control = KINDS[kind].declare(**params)
    named = ("help", "disabled", "label_visibility", "width")
    own = {name: params[name] for name in named if name in params}
    wire = control.at_rest if control.trigger else control.encode(control.default)
    return Element(kind, {**label, **own, **control.props}, "id", control.view, wire)


def traits(element: Element) -> dict[str, Any]:
    view = VIEWS[element.view]
    made = {**view.all_traits(element), **view.value_trait(element, element.value)}
    assert all(hasattr(view.make, name) for name in made)
    return made


# ---- Addresses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url", ["https://a.b/c?d#e", "http://a", "mailto:a@b.c", "tel:+49", "/there", "x/y", "?q"]
)
def test_addresses_that_lead_somewhere_are_kept(url: str) -> None:
    assert safe_link(url) == url


def link(url: str, label: str = "Label") -> Element:
    return Element("link_button", {**shown("button").props, "label": label, "url": url})


@pytest.mark.parametrize("url", DANGEROUS)
def test_addresses_that_would_run_code_lead_nowhere(url: str) -> None:
    assert VIEWS["Link"].all_traits(link(url))["href"] == ""
    assert "href" not in item_html(link(url))
    assert 'aria-disabled="true"' in item_html(link(url))


def test_a_link_opens_elsewhere_and_tells_nothing_of_this_page() -> None:
    html = item_html(link('/a"b', "**Go**"))
    assert 'target="_blank" rel="noopener noreferrer"' in html
    assert 'href="/a&quot;b"' in html or 'href="/a%22b"' in html
    assert "<strong>Go</strong>" in html


# ---- Traits ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "arguments", "expected"),
    [
        ("button", {"icon": "🚀", "help": "Go *now*"}, {"description": "🚀 Label", "tooltip": "Go now"}),
        ("button", {"icon": "🚀", "icon_position": "right"}, {"description": "Label 🚀"}),
        ("download_button", {"data": "x", "on_click": "ignore"}, {"reruns": False}),
        (
            "menu_button",
            {"options": ["a", "**b**"]},
            {"options": [{"label": "a"}, {"label": "**b**", "html": "<strong>b</strong>"}]},
        ),
        (
            "chat_input",
            {"placeholder": "Say"},
            {"placeholder": "Say", "submit_mode": "submit", "max_chars": None},
        ),
        (
            *("chat_input", {"accept_file": "multiple", "file_type": "txt", "max_upload_size": 1}),
            {
                "accept_file": True,
                "accept_audio": False,
                "types": [".txt"],
                "multiple": "files",
                "max_size": 1 << 20,
            },
        ),
        ("toggle", {"value": True}, {"value": True, "description": "Label"}),
        ("text_area", {"value": None, "placeholder": "P"}, {"value": "", "placeholder": "P"}),
        ("number_input", {"icon": "🏠", "required": True}, {"required": True, "icon": "🏠"}),
        (
            "number_input",
            {"icon": ":material/home:"},
            {"icon": '<span class="jss-symbol" data-jss-symbol="home"><span>🏠</span></span>'},
        ),
    ],
)
def test_a_view_has_the_traits_that_its_arguments_ask_for(kind: str, arguments: Any, expected: Any) -> None:
    made = traits(shown(kind, **arguments))
    assert {name: made[name] for name in expected} == expected


@pytest.mark.parametrize(
    "kind", ["button", "download_button", "menu_button", "chat_input", "toggle", "text_area"]
)
def test_half_a_surrogate_pair_is_never_sent(kind: str) -> None:
    needed: dict[str, dict[str, Any]] = {
        "download_button": {"data": "x"},
        "menu_button": {"options": ["\ud83d"]},
    }
    told = {"placeholder": "\ud83d"} if kind == "chat_input" else {"label": "\ud83d"}
    made = traits(shown(kind, **told, **needed.get(kind, {})))
    json.dumps(made, ensure_ascii=False, default=list).encode()  # raises if one is left


# ---- Decorations -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "arguments", "expected"),
    [
        (
            "text_area",
            {"height": 150, "max_chars": 9},
            {"height": 150, "rules": {"max": 9, "hint": True}, "attrs": {"maxlength": 9}},
        ),
        (
            "text_area",
            {"height": "stretch", "required": True},
            {"height": "stretch", "rules": {"required": True, "hint": True}},
        ),
        ("text_input", {"width": 300, "icon": "🔑"}, {"width": 300, "icon": "🔑"}),
        ("text_input", {"type": "email", "label_visibility": "hidden"}, {"label": "hidden"}),
        (
            "text_input",
            {"validate": ("a+", "as only"), "live": True},
            {"rules": {"pattern": "a+", "message": "as only", "live": 250, "hint": True}},
        ),
        ("toggle", {"help": "Why *not*"}, {"help": "Why <em>not</em>", "attrs": {"role": "switch"}}),
        ("checkbox", {"wrap": False}, {"class": "jss-one-line"}),
        (
            "button",
            {"type": "primary", "shortcut": "mod+k"},
            {
                "class": "jss-primary jss-one-line",
                "attrs": {"data-jss-shortcut": "ctrl+k", "aria-keyshortcuts": "Control+K"},
            },
        ),
        ("button", {"wrap": True}, {"class": "jss-secondary"}),
        (
            "button",
            {"shortcut": "shift+left"},
            {"attrs": {"data-jss-shortcut": "shift+left", "aria-keyshortcuts": "Shift+ArrowLeft"}},
        ),
        (
            "download_button",
            {"data": "x", "width": "stretch"},
            {"class": "jss-secondary jss-stretch jss-one-line"},
        ),
    ],
)
def test_a_container_knows_what_to_add_to_its_controls(kind: str, arguments: Any, expected: Any) -> None:
    found = decoration(shown(kind, **arguments))
    assert {name: found[name] for name in expected} == expected


def test_a_plain_control_needs_nothing() -> None:
    assert decoration(shown("checkbox")) == {}


def test_a_live_field_is_not_live_in_a_form() -> None:
    element = shown("text_input", live=True)
    in_form = Element(element.kind, element.props, element.id, element.view, element.value, (), None, "form")
    assert "live" in decoration(element)["rules"]
    assert "live" not in decoration(in_form).get("rules", {})


# ---- Messages --------------------------------------------------------------------------------------------


class FakeView:
    """Remembers what it is told to send."""

    comm = object()

    def __init__(self) -> None:
        self.sent: list[tuple[Any, Any]] = []

    def send(self, content: Any, buffers: Any = None) -> None:
        self.sent.append((content, buffers))


class FakeApp:
    """Remembers clicks."""

    def __init__(self) -> None:
        self.clicks: list[tuple[str, Any]] = []
        self.registrations: dict[str, Any] = {}

    def click(self, element_id: str, payload: Any) -> None:
        self.clicks.append((element_id, payload))

    def aside(self) -> Any:
        return nullcontext()

    def serving(self, registration: Any) -> Any:
        """What the view of a control gets that asks for its file."""
        view = FakeView()
        if registration is not None:
            self.registrations["d"] = registration
        serve(self, view, "d")  # type: ignore[arg-type]
        return view


@pytest.fixture
def page() -> Any:
    """Return an app, what its views say goes to, and its uploads."""
    app, later = FakeApp(), []  # type: ignore[var-annotated]
    uploads = UploadChannel(app.registrations.get)
    events = SimpleNamespace(later=later.append)
    return SimpleNamespace(app=app, later=later, uploads=uploads, clicks=Clicks(lambda: app, events, uploads))  # type: ignore[arg-type, return-value]


def registration(served: Any = None, *, disabled: bool = False, **props: Any) -> Any:
    return SimpleNamespace(disabled=disabled, control=SimpleNamespace(served=served, props=props))


def test_a_file_goes_as_a_buffer_and_not_as_text() -> None:
    view = FakeApp().serving(registration(Download.of("Save", bytes(range(256)), "raw.bin", None)))
    assert view.sent == [
        ({"op": "file", "name": "raw.bin", "mime": "application/octet-stream"}, [bytes(range(256))])
    ]


@pytest.mark.parametrize("known", [None, registration(Download.of("Save", "x", None, None), disabled=True)])
def test_what_is_gone_or_disabled_gives_no_file(known: Any) -> None:
    view = FakeApp().serving(known)
    ((content, buffers),) = view.sent
    assert (content["op"], buffers) == ("failed", None)


@pytest.mark.parametrize(
    "make", [lambda: 1 / 0, lambda: 5, st.stop, lambda: (_ for _ in ()).throw(ValueError("\ud83d" * 9999))]
)
def test_a_function_that_fails_is_told_at_its_button(make: Any) -> None:
    view = FakeApp().serving(registration(Download.of("Save", make, None, None)))
    ((content, _),) = view.sent
    assert content["op"] == "failed"
    assert len(content["problem"].encode()) < 3000


def test_a_file_is_made_on_the_main_thread_only(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clicks, "Download", FakeView)
    calls: list[int] = []
    page.app.registrations["d"] = registration(Download.of("S", lambda: calls.append(1) or "x", None, None))  # type: ignore[func-returns-value]
    page.clicks.heard(FakeView(), "d", {"event": "fetch"}, [])
    assert calls == []
    (job,) = page.later
    job()
    assert calls == [1]


def test_who_waits_hears_of_the_end_of_the_run_once(page: Any) -> None:
    view = FakeView()
    page.clicks.heard(view, "c", {"event": "click", "value": "hi", "waits": True}, [])
    assert page.app.clicks == [("c", "hi")]
    page.clicks.run_ended()
    page.clicks.run_ended()
    assert view.sent == [({"op": "done"}, None)]


@pytest.mark.parametrize(
    "content", [{}, {"event": "fetch"}, {"event": ["click"]}, {"op": "upload", "id": "x"}, {"op": ["upload"]}]
)
def test_other_messages_do_nothing(page: Any, content: Any) -> None:
    view = FakeView()
    page.clicks.heard(view, "b", content, [])
    assert (page.app.clicks, page.later, view.sent) == ([], [], [])


def arrived(page: Any, element_id: str, name: str) -> StoredFile:
    """Let a file arrive for a control; returns it."""
    message = {"op": "upload", "id": name, "page": "p", "name": name, "type": "", "size": 0}
    view = FakeView()
    page.uploads.message(view, element_id, message, [])
    ((answer, _),) = view.sent
    assert answer["op"] == "arrived", answer
    return StoredFile(answer["file"]["id"], name, "", b"")


def test_a_message_takes_its_files_along_and_the_kernel_forgets_them(page: Any) -> None:
    page.app.registrations["c"] = registration(max_size=9, types=(), multiple="", accept_audio=True)
    note, sound = arrived(page, "c", "a.txt"), arrived(page, "c", "b.wav")
    content = {
        "event": "click",
        "value": "hi",
        "files": [{"id": note.file_id}],
        "audio": [{"id": sound.file_id}],
    }
    page.clicks.heard(FakeView(), "c", content, [])
    assert page.app.clicks == [("c", {"text": "hi", "files": (note,), "audio": (sound,)})]
    page.clicks.heard(FakeView(), "c", content, [])
    assert isinstance(page.app.clicks[1][1], ValueError)


@pytest.mark.parametrize("files", ["x", [{"id": "no"}], [5], None, {"id": "x"}])
def test_files_that_never_came_are_an_error_for_the_run(page: Any, files: Any) -> None:
    page.app.registrations["c"] = registration(max_size=9, types=(), multiple="")
    page.clicks.heard(FakeView(), "c", {"event": "click", "value": "hi", "files": files}, [])
    assert isinstance(page.app.clicks[0][1], ValueError)


@pytest.mark.parametrize(
    "known", [None, registration(), registration(max_size=9, types=(), multiple="", disabled=True)]
)
def test_nothing_is_uploaded_where_nothing_is_taken(page: Any, known: Any) -> None:
    if known is not None:
        page.app.registrations["c"] = known
    view = FakeView()
    page.uploads.message(
        view, "c", {"op": "upload", "id": "x", "page": "p", "name": "a", "type": "", "size": 0}, []
    )
    ((answer, _),) = view.sent
    assert answer["op"] == "refused"
