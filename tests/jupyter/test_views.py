"""The Python side of the widget views: what is kept, and what goes over the wire. No kernel is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import traitlets

from jupyter_session_state._jupyter.views import Block, NumberInput, Slider, Upload, bundle, library
from jupyter_session_state._jupyter.views.bundle import BundleMissingError, sources, token

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def text(html: str) -> dict[str, Any]:
    return {"kind": "markdown", "html": html}


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A bundle of two small files, so that these tests do not need the front end built."""
    (tmp_path / "views.js").write_text("export default {}", encoding="utf-8")
    (tmp_path / "views.css").write_text(".jss-app {}", encoding="utf-8")
    monkeypatch.setattr(bundle, "STATIC", tmp_path)
    monkeypatch.setattr(bundle, "_SHELF", bundle._Shelf())
    sources.cache_clear()
    token.cache_clear()
    yield tmp_path
    sources.cache_clear()
    token.cache_clear()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(Block, "send", lambda _self, content, _buffers=None: messages.append(content))
    return messages


def test_a_patch_is_one_message_with_only_what_changed(sent: list[dict[str, Any]]) -> None:
    block = Block("main", {"gap": "small"}, [text("a"), text("b")])
    block.patch(set=[(1, text("B"))])
    assert sent == [{"op": "patch", "v": 1, "set": [[1, text("B")]]}]


def test_a_patch_changes_the_document_in_place_and_in_order(sent: list[dict[str, Any]]) -> None:
    block = Block("main", {"gap": "small"}, [text("a"), text("b"), text("c")])
    before = block.doc
    changes = [(0, 1, []), (1, 0, [text("x")])]
    block.patch(set=[(2, text("C"))], splice=changes, props={"border": True}, stale=1)
    assert block.doc is before
    assert block.doc == {
        "v": 1,
        "kind": "main",
        "props": {"gap": "small", "border": True},
        "items": [text("b"), text("x"), text("C")],
        "stale": 1,
    }
    assert len(sent) == 1


@pytest.mark.usefixtures("sent")
def test_a_late_view_gets_the_patched_document() -> None:
    block = Block("main", items=[text("a")])
    block.patch(set=[(0, text("b"))])
    assert block.get_state("doc")["doc"]["items"] == [text("b")]


def test_stale_none_is_a_change_and_absence_is_not(sent: list[dict[str, Any]]) -> None:
    block = Block("main", stale=0)
    block.patch(props={"border": True})
    block.patch(stale=None)
    assert "stale" not in sent[0]
    assert sent[1] == {"op": "patch", "v": 2, "stale": None}
    assert block.doc["stale"] is None


def test_an_empty_patch_sends_nothing(sent: list[dict[str, Any]]) -> None:
    block = Block("main")
    block.patch()
    assert sent == []
    assert block.doc["v"] == 0


@pytest.mark.usefixtures("sent")
def test_a_patch_notifies_no_observer() -> None:
    seen: list[object] = []
    block = Block("main")
    block.observe(seen.append)
    block.patch(splice=[(0, 0, [text("a")])])
    assert seen == []


@pytest.mark.usefixtures("sent")
def test_the_callers_lists_stay_the_callers() -> None:
    items, props = [text("a")], {"gap": "small"}
    block = Block("main", props, items)
    block.patch(splice=[(0, 1, [])], props={"gap": "large"})
    assert items == [text("a")]
    assert props == {"gap": "small"}


def test_a_resync_sends_the_whole_document(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Block, "send_state", lambda _self, key: asked.append(key))
    block = Block("main")
    block._handle_custom_msg({"op": "resync"}, [])
    assert asked == ["doc"]


def test_an_action_reaches_its_callbacks_until_removed() -> None:
    got: list[tuple[Block, str]] = []
    block = Block("app")

    def on_action(source: Block, message: Any) -> None:
        got.append((source, message["name"]))

    block.on_action(on_action)
    block._handle_custom_msg({"op": "action", "name": "rerun"}, [])
    block.on_action(on_action, remove=True)
    block._handle_custom_msg({"op": "action", "name": "clear"}, [])
    assert got == [(block, "rerun")]


@pytest.mark.parametrize("message", [{}, {"op": "action"}, {"op": "action", "name": 3}, {"op": "other"}])
def test_a_message_the_browser_could_not_send_is_ignored(message: dict[str, Any]) -> None:
    block = Block("app")
    block.on_action(lambda *_: pytest.fail("called"))
    block._handle_custom_msg(message, [])


def test_a_block_knows_its_own_model_id() -> None:
    block = Block("main")
    assert block._id == block.model_id


def test_there_is_one_library_until_it_is_closed() -> None:
    first = library()
    assert library() is first
    first.close()
    assert library() is not first


def test_only_the_library_carries_the_bundle() -> None:
    assert library().get_state("_esm")["_esm"] == "export default {}"
    assert library().get_state("_css")["_css"] == ".jss-app {}"
    block = Block("main")
    assert "export default {}" not in block._esm
    assert token() in block._esm
    assert '"Block"' in block._esm
    assert len(block._esm) < 600


def test_an_input_is_a_plain_widget_that_says_what_draws_it() -> None:
    state = Slider(value=[1]).get_state()
    assert (state["_model_module"], state["_view_module"]) == ("@jupyter-widgets/base",) * 2
    assert (state["_model_name"], state["_view_name"]) == ("DOMWidgetModel", "DOMWidgetView")
    assert state["drawn_by"] == "Slider"
    assert "_esm" not in state


def test_another_bundle_has_another_name(built: Path) -> None:
    before = token()
    (built / "views.js").write_text("export default { other: 1 }", encoding="utf-8")
    sources.cache_clear()
    token.cache_clear()
    assert token() != before


def test_a_missing_bundle_says_how_to_build_it(built: Path) -> None:
    (built / "views.js").unlink()
    with pytest.raises(BundleMissingError, match=r"views\.js.*jlpm build:views"):
        Block("main")


def test_views_share_one_layout_and_one_class() -> None:
    first, second = Block("main"), Slider(value=[1])
    assert first.layout is second.layout is library().layout
    assert type(first) is Block


def test_a_number_may_be_empty() -> None:
    assert NumberInput().value is None
    assert NumberInput(value=3).value == 3.0


@pytest.mark.parametrize("value", [[], [1, 2, 3]])
def test_a_slider_has_one_or_two_values(value: list[float]) -> None:
    with pytest.raises(traitlets.TraitError):
        Slider(value=value)


def test_an_upload_holds_what_is_known_of_files_never_their_bytes() -> None:
    file = {"id": "1", "name": "a", "type": "", "size": 3}
    upload = Upload(value=[file], types=[".txt"], max_size=5)
    assert upload.get_state("value")["value"] == [file]
    with pytest.raises(traitlets.TraitError):
        Upload(value=[b"123"])


class Line:
    """Notes what a library sends."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sent: list[dict[str, Any]] = []
        monkeypatch.setattr(
            bundle.Library, "send", lambda _self, content, _buffers=None: self.sent.append(content)
        )

    @property
    def told(self) -> dict[str, Any]:
        """The states that were sent, by model."""
        return {model_id: data["state"] for message in self.sent for model_id, data in message["messages"]}


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


def _moved(*values: float) -> tuple[list[list[Any]], list[Slider]]:
    sliders = [Slider(value=[value]) for value in values]
    update = [[one.model_id, {"method": "update", "state": {"value": one.value}}] for one in sliders]
    return update, sliders


def test_deliveries_are_counted_where_a_page_that_is_loaded_finds_it(line: Line) -> None:
    assert library().get_state()["delivered"] == {"number": 0}
    library().deliver(*_moved(1))
    library().deliver(*_moved(2))
    assert [message["number"] for message in line.sent] == [1, 2]
    assert library().get_state()["delivered"] == {"number": 2}


def test_a_page_that_missed_deliveries_is_told_the_state_of_their_models(line: Line) -> None:
    seen = _moved(1), _moved(2)
    for one in seen:
        library().deliver(*one)
    missed, sliders = _moved(3, 4)
    library().deliver(missed, sliders)
    sliders[0].value = [5]
    line.sent.clear()
    library().catch_up({"op": "ready", "seen": 2})
    assert {one: state["value"] for one, state in line.told.items()} == {
        sliders[0].model_id: [5],
        sliders[1].model_id: [4],
    }


def test_a_page_that_missed_nothing_is_told_nothing_and_closed_models_are_left_out(line: Line) -> None:
    update, sliders = _moved(1, 2)
    library().deliver(update, sliders)
    line.sent.clear()
    library().catch_up({"op": "ready", "seen": 1})
    assert line.sent == []
    sliders[0].close()
    library().catch_up({"op": "ready", "seen": 0})
    assert list(line.told) == [sliders[1].model_id]


@pytest.mark.parametrize(
    "content", [{}, {"op": "ready"}, {"op": "ready", "seen": "0"}, {"op": "ready", "seen": True}]
)
def test_a_page_that_does_not_say_what_it_saw_is_told_nothing(line: Line, content: dict[str, Any]) -> None:
    library().deliver(*_moved(1))
    line.sent.clear()
    library().catch_up(content)
    assert line.sent == []
