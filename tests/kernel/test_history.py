"""Undo, redo and their like in a real kernel: the page shows what was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.kernel.apps import Apps

pytestmark = pytest.mark.one_kernel

COUNTER = """
if "seen" not in st.session_state:
    st.session_state.seen = []
n = st.number_input("N", 0, 100, key="n")
if st.button("Add"):
    st.session_state.seen.append(n)
st.text(f"n {n}, seen {st.session_state.seen}")
"""

RAW = """
w = widgets.IntSlider(value=3, max=10, description="Speed")
display(w)
print("speed", w.value)
"""


def used(apps: Apps) -> Apps:
    """An app with n at 7, and 7 added."""
    apps.run("past", COUNTER)
    apps.move("N", 7)
    apps.wait_text("past", "n 7, seen []")
    apps.click("Add")
    apps.wait_text("past", "n 7, seen [7]")
    return apps


def recorded(apps: Apps) -> list[dict[str, str]]:
    """The tests that the frame was shown."""
    return [told for told, _ in list(apps.root("past").customs) if told.get("op") == "recorded"]


def untagged(markup: str) -> str:
    return re.sub("<[^>]*>", "", markup)


def cursor(apps: Apps) -> int:
    number: int = apps.kernel.evaluate("_app('past').history.cursor")
    return number


def test_buttons_of_the_frame_undo_and_redo(apps: Apps) -> None:
    used(apps)
    assert (apps.root("past")["doc"] or {}).get("kind") == "app"
    apps.action("past", "undo")
    apps.wait_text("past", "n 7, seen []")
    apps.action("past", "undo")
    apps.wait_text("past", "n 0, seen []")
    apps.wait(lambda: apps.control("N")["value"] == 0, what="the field to show 0")
    apps.action("past", "redo")
    apps.wait_text("past", "n 7, seen []")
    apps.wait(lambda: apps.control("N")["value"] == 7, what="the field to show 7")
    assert cursor(apps) == 2


def test_magics_go_back_and_forth(apps: Apps) -> None:
    used(apps)
    apps.kernel.execute("%stateapp undo past")
    assert "n 7, seen []" in apps.text("past")
    assert "because undo of run 3" in apps.kernel.execute("%stateapp why past").stdout
    apps.kernel.execute("%stateapp redo past")
    assert "n 7, seen [7]" in apps.text("past")
    apps.kernel.execute("%stateapp goto past 1")
    assert "n 0, seen []" in apps.text("past")
    for line, why in [
        ("undo past", "There is nothing to undo"),
        ("goto past 99", "There is no run 99"),
        ("goto past x", "takes a name and the number of a run"),
        ("undo", "takes one name"),
        ("undo nobody", "there is no app 'nobody'"),
    ]:
        assert why in str(apps.kernel.execute(f"%stateapp {line}", check=False).error)


def test_what_a_cell_asks_for_is_done_when_it_goes_on_though_input_waits(apps: Apps) -> None:
    used(apps)
    told = apps.kernel.execute(
        "from jupyter_session_state import apps as _apps\napp = _apps['past']\n"
        "number = next(r.id for r in _app('past').controls() if r.kind == 'number_input')\n"
        "def type_in(n): _app('past').receive(number, n)\n"
        "type_in(8); app.undo(); print(session_state.n)\n"
        "type_in(9); app.goto(1); print(session_state.n)\n"
        "type_in(4); app.set('n', 5); print(session_state.n)\n"
        "from jupyter_session_state._core.travel import Travel\n"
        "_app('past').ask_job(Travel('undo')); app.rerun(); print(session_state.n, app.why())"
    ).stdout
    assert told.split()[:4] == ["7", "0", "5", "4"]
    assert "because rerun() was called" in told


def test_a_step_is_left_out_by_a_replay_and_a_plain_cell_handles_apps(apps: Apps) -> None:
    used(apps)
    apps.kernel.execute("from jupyter_session_state import apps as _apps\n_apps['past'].replay(without=2)")
    assert "n 0, seen [0]" in apps.text("past")
    apps.kernel.execute("_apps['past'].set('n', 5)")
    assert "n 5, seen [0]" in apps.text("past")
    inside = "import jupyter_session_state\njupyter_session_state.apps['past'].undo()"
    apps.run("inside", inside)
    assert "Call it in another cell" in apps.text("inside")


def test_an_undo_crosses_a_cell_that_was_executed_again(apps: Apps) -> None:
    used(apps)
    apps.run("past", COUNTER + "st.text('second version')")
    apps.click("Add")
    apps.wait_text("past", "n 7, seen [7, 7]")
    apps.kernel.execute("%stateapp undo past")
    apps.kernel.execute("%stateapp undo past")
    assert "n 7, seen []" in apps.text("past")
    assert "second version" in apps.text("past")


def test_plain_ipywidgets_show_what_was(apps: Apps) -> None:
    apps.run("past", RAW)
    apps.kernel.set(apps.control("Speed"), value=8)
    apps.wait_text("past", "speed 8")
    apps.kernel.execute("%stateapp undo past")
    assert "speed 3" in apps.text("past")
    apps.wait(lambda: apps.control("Speed")["value"] == 3, what="the slider to show 3")


def test_a_class_that_was_defined_again_is_put_back_or_said_not_to_be(apps: Apps) -> None:
    apps.kernel.execute("class Thing:\n    def __init__(self): self.n = 0")
    script = (
        "if 'thing' not in st.session_state:\n    st.session_state.thing = Thing()\n"
        "if st.button('Grow'):\n    st.session_state.thing.n += 1\nst.text(f'grown {st.session_state.thing.n}')"
    )
    apps.run("past", script)
    apps.click("Grow")
    apps.wait_text("past", "grown 1")
    apps.kernel.execute("class Thing:\n    pass")
    apps.kernel.execute("%stateapp undo past")
    assert "grown 0" in apps.text("past")


def test_the_frame_shows_a_test_to_the_page_that_asks_for_it(apps: Apps) -> None:
    used(apps)
    assert apps.root("past")["doc"]["props"]["record"] is True
    apps.action("past", "record", ask="first")
    apps.wait(lambda: recorded(apps), what="the test")
    (told,) = recorded(apps)
    assert told["ask"] == "first"
    assert "at.number_input(key=&quot;n&quot;).set_value(7)" in untagged(told["html"])
    apps.kernel.execute("_app('past').body = None")
    apps.action("past", "record", ask=None)
    apps.wait(lambda: len(recorded(apps)) == 2, what="the second answer")
    assert "has not run yet" in untagged(recorded(apps)[1]["html"])


@pytest.mark.parametrize(("name", "value"), [("SERVER_SOFTWARE", "voila/0.5.13"), ("VOILA_PREHEAT", "True")])
def test_no_visitor_is_shown_a_test_for_it_has_the_program_in_it(name: str, value: str, apps: Apps) -> None:
    apps.kernel.execute(f"import os\nos.environ[{name!r}] = {value!r}")
    used(apps)
    apps.action("past", "record", ask="visitor")
    apps.settle()
    apps.action("past", "undo")
    apps.wait_text("past", "n 7, seen []")
    apps.kernel.execute(f"del os.environ[{name!r}]")
    assert recorded(apps) == []
    assert apps.root("past")["doc"]["props"]["record"] is False


def test_a_session_is_written_as_a_test(apps: Apps, tmp_path: Path) -> None:
    used(apps)
    file = tmp_path / "test_past.py"
    told = apps.kernel.execute(f"%stateapp record past {file}").stdout
    assert "a test of 3 runs" in told
    text = file.read_text()
    assert 'at.number_input(key="n").set_value(7)' in text
    names: dict[str, object] = {}
    exec(compile(text, "recorded.py", "exec"), names)
    names["test_past"]()  # type: ignore[operator]
    apps.kernel.execute(f"%stateapp record past {file}")
    file.write_text("mine")
    refused = apps.kernel.execute(f"%stateapp record past {file}", check=False)
    assert "was not written by it" in str(refused.error)
    assert file.read_text() == "mine"
    apps.kernel.execute(f"%stateapp record past {file} --force")
    assert file.read_text() == text
