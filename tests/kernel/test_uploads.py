"""Files that come to a real kernel as binary buffers, from pages that keep the rules and from pages that do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.kernel.apps import Apps
from tests.kernel.frontend import Model

MB = 1024 * 1024
SCRIPT = """
file = st.file_uploader("File", type=["txt", "bin"], max_upload_size=30, key="file")
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(f"{file and file.name} {file and len(file.read())} run {st.session_state.runs}")
"""
#: Files that are still in the kernel's memory, in whatever form.
KEPT = "[type(o).__name__ for o in gc.get_objects() if type(o).__name__ in ('StoredFile', 'UploadedFile', 'Assembly')]"
MEMORY = "int(open('/proc/self/statm').read().split()[1]) * 4096"


class Page:
    """An upload control as its view uses it."""

    def __init__(self, apps: Apps, label: str) -> None:
        self.apps = apps
        self.label = label
        self.numbers = 0

    @property
    def model(self) -> Model:
        return self.apps.control(self.label)

    def announce(self, name: str, size: int) -> str:
        self.numbers += 1
        upload = f"upload-{self.numbers}"
        message = {
            "op": "upload",
            "id": upload,
            "page": "p",
            "name": name,
            "type": "text/plain",
            "size": size,
        }
        self.apps.kernel.custom(self.model, message)
        return upload

    def piece(self, upload: str, offset: int, data: bytes) -> None:
        message = {"op": "piece", "id": upload, "offset": offset}
        self.apps.kernel.custom(self.model, message, [data])

    def answers(self, upload: str) -> list[dict[str, Any]]:
        return [content for content, _ in list(self.model.customs) if content.get("id") == upload]

    def wait(self, upload: str, op: str) -> dict[str, Any]:
        def said() -> dict[str, Any] | None:
            return next((a for a in self.answers(upload) if a["op"] == op), None)

        return self.apps.kernel.wait(said, what=f"{op} for {upload}")

    def wait_answers(self, upload: str, count: int) -> None:
        self.apps.kernel.wait(lambda: len(self.answers(upload)) == count, what=f"answer {count} for {upload}")

    def send(self, name: str, data: bytes) -> dict[str, Any]:
        """Send a whole file; returns what the kernel calls it."""
        upload = self.announce(name, len(data))
        if data:
            self.wait(upload, "received")
        for offset in range(0, len(data), MB):
            self.piece(upload, offset, data[offset : offset + MB])
        file: dict[str, Any] = self.wait(upload, "arrived")["file"]
        return file

    def choose(self, *files: dict[str, Any]) -> None:
        self.apps.kernel.set(self.model, value=list(files))


@pytest.fixture
def page(apps: Apps) -> Page:
    apps.run("up", SCRIPT)
    return Page(apps, "File")


def test_a_file_comes_whole_and_runs_the_script_once(page: Page) -> None:
    data = bytes(range(256)) * 8192 + b"end"
    page.choose(page.send("a.bin", data))
    page.apps.wait_text("up", f"a.bin {len(data)} run 2")
    assert page.apps.kernel.evaluate("session_state.file.getvalue() == bytes(range(256)) * 8192 + b'end'")
    assert page.apps.endings("up") == ["completed"] * 2


def test_an_empty_file_is_a_file(page: Page) -> None:
    page.choose(page.send("a.txt", b""))
    page.apps.wait_text("up", "a.txt 0 run 2")


def test_bytes_never_travel_in_json(page: Page) -> None:
    page.choose(page.send("a.txt", b"a rare word"))
    page.apps.wait_text("up", "a.txt 11")
    assert not any("a rare word" in str(message.content) for message in page.apps.kernel.log)


def test_a_page_that_sends_more_than_it_announced_is_cut_off(page: Page) -> None:
    upload = page.announce("a.bin", 1024)
    page.wait(upload, "received")
    before = page.apps.kernel.evaluate(MEMORY)
    for number in range(100):
        # Sent all at once, they would wait in the transport, whose memory is none of ours.
        page.piece(upload, number * MB, bytes(MB))
        page.wait_answers(upload, number + 2)
    problem = page.wait(upload, "refused")["problem"]
    assert "'a.bin' was cut off" in problem
    assert "1 kB" in problem
    assert page.apps.kernel.evaluate("_app('up').renderer.uploads.store.size()") == 0
    assert page.apps.kernel.evaluate(MEMORY) - before < 60 * MB
    page.choose({"id": "x", "name": "a.bin", "size": 1024, "type": ""})
    page.apps.wait_run("up", 2)
    assert len(page.apps.last("up")["refused"]) == 1
    assert page.apps.kernel.evaluate("session_state.file is None")


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("a.exe", 5, "not of a type"),
        ("a.bin", 30 * MB + 1, "larger than 30 MB"),
        ("a.txt\0.bin", 5, "null byte"),
    ],
)
def test_what_the_control_does_not_take_is_refused_before_a_byte_comes(
    page: Page, name: str, size: int, words: str
) -> None:
    upload = page.announce(name, size)
    assert words in page.wait(upload, "refused")["problem"]
    page.piece(upload, 0, b"bytes")
    page.apps.kernel.wait(lambda: len(page.answers(upload)) == 2, what="a second refusal")
    assert page.apps.endings("up") == ["completed"]


def test_a_disabled_control_takes_nothing(apps: Apps) -> None:
    apps.run("off", "st.file_uploader('Off', disabled=True, key='off')")
    page = Page(apps, "Off")
    assert "Nothing can be uploaded" in page.wait(page.announce("a.txt", 5), "refused")["problem"]


def test_a_file_is_forgotten_when_it_is_removed_and_with_its_control(apps: Apps) -> None:
    apps.run("up", "if st.checkbox('Show', True):\n    st.file_uploader('File', key='file')\nst.text('ok')")
    page = Page(apps, "File")
    apps.kernel.execute("import gc\ngc.collect(); gc.disable()")  # what goes must go by itself
    leaves: list[Callable[[], object]] = [page.choose, lambda: apps.move("Show", False)]
    for leave in leaves:
        page.choose(page.send("a.bin", bytes(20 * MB)))
        apps.kernel.wait_value("session_state.file is not None", True)
        assert apps.kernel.evaluate(KEPT) != []
        leave()
        apps.kernel.wait_value("session_state.get('file') is None", True)
        apps.kernel.wait_value(KEPT, [])
        assert apps.kernel.evaluate("_app('up').renderer.uploads.store.size()") == 0
    apps.kernel.execute("gc.enable()")


def test_memory_does_not_grow_with_files_that_come_and_go(apps: Apps) -> None:
    apps.run("up", "st.file_uploader('File', key='file')")
    page = Page(apps, "File")
    before = apps.kernel.evaluate(MEMORY)
    for _ in range(8):
        page.choose(page.send("a.bin", bytes(20 * MB)))
        apps.kernel.wait_value("session_state.file is not None", True)
        page.choose()
        apps.kernel.wait_value("session_state.file is None", True)
    assert apps.kernel.evaluate(MEMORY) - before < 50 * MB  # the allocator keeps some of what was freed


def test_a_replaced_file_is_forgotten(page: Page) -> None:
    page.choose(page.send("a.bin", bytes(20 * MB)))
    page.apps.wait_text("up", "a.bin")
    page.choose(page.send("b.txt", b"1"))
    page.apps.wait_text("up", "b.txt 1")
    page.apps.kernel.wait_value("_app('up').renderer.uploads.store.size()", 1)


def test_a_file_survives_the_reload_of_the_page_and_the_cell_run_again(page: Page) -> None:
    page.choose(page.send("a.txt", b"12345"))
    page.apps.wait_text("up", "a.txt 5")
    page.apps.kernel.reload_page()
    assert [file["name"] for file in page.model["value"]] == ["a.txt"]
    page.apps.run("up", SCRIPT)
    page.apps.wait_text("up", "a.txt 5 run 3")
    page.choose()
    page.apps.wait_text("up", "None None run 4")


def test_pieces_do_not_make_a_run_give_way(apps: Apps) -> None:
    script = (
        "import time\ngo = st.slider('Go', 0, 9)\nfor part in range(30):\n    st.text(f'{go}: {part}')\n"
        "    time.sleep(0.02 * bool(go))\nst.file_uploader('File', key='file')"
    )
    apps.run("long", script)
    page = Page(apps, "File")
    apps.move("Go", [1.0])
    apps.wait_text("long", "1: 1")
    page.send("a.bin", bytes(3 * MB))
    apps.wait_text("long", "1: 29")
    assert apps.endings("long") == ["completed"] * 2


def test_a_form_sends_its_files_with_its_button(apps: Apps) -> None:
    script = (
        "with st.form('f', clear_on_submit=True):\n    files = st.file_uploader('Files', None, True)\n"
        "    st.form_submit_button('Go')\nst.text(f'got {[f.name for f in files]}')"
    )
    apps.run("form", script)
    page = Page(apps, "Files")
    page.choose(page.send("a.txt", b"1"), page.send("b.txt", b"2"))
    apps.settle()
    assert apps.endings("form") == ["completed"]
    apps.click("Go")
    apps.wait_text("form", "got ['a.txt', 'b.txt']")
    apps.kernel.wait(lambda: page.model["value"] == [], what="the form to be empty again")


@pytest.mark.parametrize("junk", [5, None, "x", [1], [{"id": 5}], [{"id": "x"}], {"id": "x"}])
def test_a_value_that_no_page_sends_is_refused_and_the_page_put_right(page: Page, junk: Any) -> None:
    page.choose(page.send("a.txt", b"12345"))
    page.apps.wait_text("up", "a.txt 5 run 2")
    page.apps.kernel.set(page.model, value=junk)
    page.apps.wait_text("up", "a.txt 5 run 3")
    assert len(page.apps.last("up")["refused"]) == 1
    page.apps.kernel.wait(lambda: page.model["value"] != junk, what="the value to be put right")


@pytest.mark.parametrize(
    "message",
    [
        {"op": "upload"},
        {"op": "upload", "id": "x"},
        {"op": "upload", "id": 5, "size": 5},
        {"op": "piece", "id": "x", "offset": 0},
        {"op": "other", "id": "x"},
        {"event": "click"},
        {"op": ["upload"], "id": "x"},
    ],
)
def test_messages_that_make_no_sense_do_no_harm(page: Page, message: dict[str, Any]) -> None:
    page.apps.kernel.custom(page.model, message, [b"1", b"2"])
    page.choose(page.send("a.txt", b"1"))
    page.apps.wait_text("up", "a.txt 1 run 2")
