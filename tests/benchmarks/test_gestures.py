"""What users do, and how the controls of an app are found."""

from __future__ import annotations

import json

import pytest

from benchmarks.gestures import FIELDS, Gesture, first_text, interaction
from benchmarks.links import Message
from benchmarks.peers.dialects import DIALECTS, SCRIPTS
from benchmarks.peers.kernel import models


def test_each_turn_moves_another_slider_and_expects_its_text() -> None:
    first, second = interaction("rows", 1, 10), interaction("rows", 2, 10)
    assert first.gestures == (Gesture("slide", "s7", 2),)
    assert first.marker == b"row 7: 4;"
    assert second.marker == b"row 4: 9;"


def test_a_form_is_filled_in_before_it_is_sent() -> None:
    sent = interaction("form", 3, 1)
    assert [gesture.kind for gesture in sent.gestures] == ["type"] * FIELDS + ["click"]
    assert sent.marker.startswith(b"sent v3-0|v3-1|")
    assert sent.marker.count(b"|") == first_text("form", 1).count(b"|")


@pytest.mark.parametrize("state", [{"description": "s0"}, {"label": "s0"}, {"children": ["s0"]}])
def test_a_control_is_known_by_what_is_written_on_it(state: dict[str, object]) -> None:
    content = json.dumps({"comm_id": "abc", "data": {"state": state}}).encode()
    assert models([Message(0, b'{"msg_type": "comm_open"}', b"", content, 1)]) == {"s0": "abc"}


def test_ours_runs_the_very_script_that_streamlit_runs() -> None:
    cell = DIALECTS["ours"].show("rows", 10)
    assert cell.removeprefix("%%stateapp bench\n") == (SCRIPTS / "rows.py").read_text(encoding="utf-8")


def test_each_library_says_the_same_gesture_in_its_own_words() -> None:
    slide, click = Gesture("slide", "s0", 5), Gesture("click", "add")
    said = {name: dialect.data(slide).get("state") for name, dialect in DIALECTS.items()}
    assert said == {
        "floor": {"value": 5},
        "interact": {"value": 5},
        "solara": {"v_model": 5},
        "ours": {"value": [5.0]},
    }
    assert DIALECTS["solara"].data(click)["content"] == {"event": "click", "data": {}}
    assert DIALECTS["ours"].data(click)["content"] == {"event": "click"}
