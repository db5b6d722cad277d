"""Files in JupyterLab: chosen, dropped, photographed and recorded; refused at the widget; looked at."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.browser.notebook import Notebook

MB = 1024 * 1024
CELLS = {
    "one": """
def told():
    st.session_state.log = [*st.session_state.get("log", []), getattr(st.session_state.one, "name", "none")]
f = st.file_uploader("Your *measurements*", type=["txt", "csv"], key="one", on_change=told, max_upload_size=1,
                     help="As text")
st.text(f"{f.name if f else 'no file'} {f.read().decode()[:20] if f else ''} {st.session_state.get('log')}")
""",
    "many": """
fs = st.file_uploader("Pictures", "image", accept_multiple_files=True)
st.write(f"has {[f.name for f in fs]}")
""",
    "tree": """
fs = st.file_uploader("Folder", "txt", accept_multiple_files="directory")
st.write(f"has {sorted(f.name for f in fs)}")
""",
    "former": """
with st.form("send", clear_on_submit=True):
    f = st.file_uploader("Attachment")
    st.text_input("Subject")
    st.form_submit_button("Send")
st.write(f"sent {f and f.name}")
""",
    "large": """
f = st.file_uploader("Large", key="large")
import hashlib
st.write(f"{f.size} bytes, {hashlib.sha256(f.getvalue()).hexdigest()[:8]}" if f else "empty")
""",
    "camera": """
p = st.camera_input("Your face", key="face")
st.write(f"{p.type} {p.getvalue()[:3].hex()} {p.name.rpartition('.')[2]}" if p else "no photo")
""",
    "microphone": """
import wave
v = st.audio_input("Your voice", sample_rate=8000)
if v:
    with wave.open(v) as sound:
        st.write(f"{v.type} rate {sound.getframerate()}, {sound.getnframes() > 800}")
else:
    st.write("no sound")
""",
    "still": """
st.file_uploader("Not now", disabled=True)
st.camera_input("No camera now", disabled=True)
st.file_uploader("Unseen", label_visibility="collapsed", width=300)
""",
}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
)
Axe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def apps(shared_notebook: Notebook) -> Notebook:
    """One notebook, each app in a cell of its own."""
    cells = [f"%%stateapp {name} --scope app{body}" for name, body in CELLS.items()]
    shared_notebook.open(["%load_ext jupyter_session_state", *cells])
    shared_notebook.run_all()
    expect(shared_notebook.app("still").get_by_label("Not now")).to_be_disabled()
    return shared_notebook


def a_file(name: str, data: bytes = b"hello", mime: str = "text/plain") -> FilePayload:
    return {"name": name, "mimeType": mime, "buffer": data}


def field(app: Locator, label: str) -> Locator:
    return app.locator("input[type=file]").and_(app.get_by_label(label))


def test_a_file_is_chosen_replaced_and_removed(apps: Notebook) -> None:
    app = apps.app("one")
    chosen = field(app, "Your measurements")
    with apps.page.expect_file_chooser() as opened:
        chosen.click()
    opened.value.set_files(a_file("a.txt"))
    expect(app).to_contain_text("a.txt hello ['a.txt']")
    chosen.set_input_files(a_file("b.csv", b"1,2"))
    expect(app).to_contain_text("b.csv 1,2 ['a.txt', 'b.csv']")
    expect(app.get_by_role("listitem")).to_have_count(1)
    app.get_by_role("button", name="Remove b.csv").click()
    expect(app).to_contain_text("no file  ['a.txt', 'b.csv', 'none']")
    expect(chosen).to_be_focused()


def test_a_file_is_chosen_and_removed_by_keyboard(apps: Notebook) -> None:
    app = apps.app("one")
    with apps.page.expect_file_chooser() as opened:
        field(app, "Your measurements").press("Space")
    opened.value.set_files(a_file("k.txt"))
    expect(app).to_contain_text("k.txt hello")
    apps.page.keyboard.press("Tab")
    expect(app.get_by_role("button", name="Remove k.txt")).to_be_focused()
    apps.page.keyboard.press("Enter")
    expect(app).to_contain_text("no file")


def test_what_is_not_taken_is_refused_at_the_widget(apps: Notebook) -> None:
    app = apps.app("one")
    chosen = field(app, "Your measurements")
    chosen.set_input_files(a_file("kept.txt"))
    expect(app).to_contain_text("kept.txt hello")
    chosen.set_input_files(a_file("huge.txt", bytes(MB + 1)))
    expect(app.get_by_role("listitem").filter(has_text="huge.txt")).to_contain_text("larger than 1 MB")
    apps.shot("upload_too_large", app)
    chosen.set_input_files(a_file("virus.exe"))
    expect(app.get_by_role("listitem").filter(has_text="virus.exe")).to_contain_text(
        "This type is not taken here"
    )
    expect(app.get_by_text("huge.txt")).to_have_count(0)
    app.get_by_role("button", name="Remove virus.exe").click()
    expect(app).to_contain_text("kept.txt hello")
    app.get_by_role("button", name="Remove kept.txt").click()


def test_the_kernel_refuses_what_a_page_lets_through(apps: Notebook) -> None:
    app = apps.app("one")
    app.locator(".jss-upload").evaluate(
        # The page forgets its own rules; the kernel does not.
        "node => { File.prototype.trueSize ??= Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get;"
        " Object.defineProperty(File.prototype, 'size', { configurable: true,"
        " get() { return this.name === 'liar.txt' ? 5 : this.trueSize(); } }); }"
    )
    field(app, "Your measurements").set_input_files(a_file("liar.txt", bytes(100)))
    problem = app.get_by_role("listitem").filter(has_text="liar.txt")
    expect(problem).to_contain_text("more came than the 5 B it was announced with")
    apps.page.evaluate("() => { delete File.prototype.size; }")
    app.get_by_role("button", name="Remove liar.txt").click()
    expect(app).to_contain_text("no file")


def test_files_are_dropped_and_add_up(apps: Notebook) -> None:
    app = apps.app("many")
    data = apps.page.evaluate_handle(
        "() => { const data = new DataTransfer();"
        " for (const name of ['a.png', 'b.png']) { data.items.add(new File(['x'], name, { type: 'image/png' })); }"
        " return data; }"
    )
    app.locator(".jss-upload-zone").dispatch_event("drop", {"dataTransfer": data})
    expect(app).to_contain_text("has ['a.png', 'b.png']")
    field(app, "Pictures").set_input_files([a_file("c.png", PIXEL, "image/png"), a_file("d.txt")])
    expect(app).to_contain_text("has ['a.png', 'b.png', 'c.png']")
    expect(app.get_by_role("listitem").filter(has_text="d.txt")).to_contain_text("This type is not taken")
    app.get_by_role("button", name="Remove a.png").click()
    expect(app).to_contain_text("has ['b.png', 'c.png']")


def test_a_folder_is_sent_with_its_paths(apps: Notebook, tmp_path: Path) -> None:
    (tmp_path / "top" / "in").mkdir(parents=True)
    for name in ("a.txt", "in/b.txt", "in/c.png"):
        (tmp_path / "top" / name).write_text("x")
    app = apps.app("tree")
    field(app, "Folder").set_input_files(tmp_path / "top")
    expect(app).to_contain_text("has ['top/a.txt', 'top/in/b.txt']")
    expect(app).to_contain_text("1 of 3 files were left out")


def test_a_form_sends_a_file_with_its_button_and_is_empty_then(apps: Notebook) -> None:
    app = apps.app("former")
    field(app, "Attachment").set_input_files(a_file("a.txt"))
    expect(app.get_by_role("button", name="Remove a.txt")).to_be_visible()
    expect(app).to_contain_text("a.txt was uploaded.")
    expect(app).to_contain_text("sent None")
    app.get_by_role("button", name="Send").click()
    expect(app).to_contain_text("sent a.txt")
    expect(app.get_by_role("listitem")).to_have_count(0)


def test_twenty_megabytes_come_whole_and_are_let_go(apps: Notebook, tmp_path: Path) -> None:
    import hashlib

    data = bytes(range(251)) * (20 * MB // 251)
    (tmp_path / "large.bin").write_bytes(data)
    app = apps.app("large")
    field(app, "Large").set_input_files(tmp_path / "large.bin")
    expect(app.get_by_role("progressbar", name="Sending large.bin")).to_be_visible()
    expect(app).to_contain_text(f"{len(data)} bytes, {hashlib.sha256(data).hexdigest()[:8]}")
    expect(app.get_by_role("progressbar")).to_have_count(0)
    assert in_store(apps, "large") == len(data)
    app.get_by_role("button", name="Remove large.bin").click()
    expect(app).to_contain_text("empty")
    assert in_store(apps, "large") == 0


def in_store(apps: Notebook, app: str) -> int:
    """How many bytes of files the kernel holds for an app."""
    find = "from jupyter_session_state._jupyter.session import session\n"
    size = f"print(session(get_ipython()).kernel.apps[{app!r}].renderer.uploads.store.size())"
    return int(apps.execute(find + size))


def test_files_are_still_there_after_a_reload(apps: Notebook) -> None:
    app = apps.app("many")
    field(app, "Pictures").set_input_files(a_file("stays.png", PIXEL, "image/png"))
    expect(app).to_contain_text("'stays.png']")
    apps.reload()
    app.get_by_role("button", name="Remove stays.png").click()
    expect(app).to_contain_text("has ['b.png', 'c.png']")


def test_a_photo_is_taken_by_keyboard_and_cleared(apps: Notebook) -> None:
    app = apps.app("camera")
    app.get_by_role("button", name="Use camera").press("Enter")
    take = app.get_by_role("button", name="Take photo")
    expect(take).to_be_focused()
    apps.page.wait_for_function("node => node.videoWidth > 0", arg=app.locator("video").element_handle())
    apps.shot("camera_on", app)
    take.press("Enter")
    expect(app).to_contain_text("image/jpeg ffd8ff jpg")
    expect(app.locator("img")).to_be_visible()
    apps.shot("camera_photo", app)
    app.get_by_role("button", name="Remove photo").click()
    expect(app).to_contain_text("no photo")
    expect(app.locator("img")).to_have_count(0)


def test_where_there_is_no_camera_a_picture_is_chosen_and_becomes_jpeg(apps: Notebook) -> None:
    app = apps.app("camera")
    field(app, "Your face").set_input_files(a_file("me.png", PIXEL, "image/png"))
    expect(app).to_contain_text("image/jpeg ffd8ff jpg")
    expect(app.get_by_role("img", name="me.jpg")).to_be_visible()
    app.get_by_role("button", name="Remove me.jpg").click()


def test_a_voice_is_recorded(apps: Notebook) -> None:
    app = apps.app("microphone")
    app.get_by_role("button", name="Record").click()
    expect(app.get_by_role("timer")).to_have_text("0:01")
    app.get_by_role("button", name="Stop recording").click()
    expect(app).to_contain_text("audio/wav rate 8000, True")
    expect(app.locator("audio")).to_be_visible()
    app.get_by_role("button", name="Remove recording").click()
    expect(app).to_contain_text("no sound")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_uploads_pass_axe(apps: Notebook, axe: Axe, theme: Any) -> None:
    apps.theme(theme)
    for name, label in {"many": "Pictures", "camera": "Your face"}.items():
        files = [a_file("a.png", PIXEL, "image/png"), a_file("bad.png", b"", "image/gif")]
        field(apps.app(name), label).set_input_files(files if name == "many" else files[:1])
        expect(apps.app(name).get_by_role("button", name="Remove a.").first).to_be_visible()
    apps.page.mouse.move(0, 0)
    for name in CELLS:
        apps.shot(f"upload_{name}_{theme}", apps.app(name))
    assert axe(*map(apps.app, CELLS)) == []
