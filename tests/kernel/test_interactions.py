"""What a hand does while scripts run: nothing is lost, nothing old wins, nothing hangs."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.kernel.apps import Apps, doc_of, is_root

pytestmark = pytest.mark.every_kernel
SLOW = """
import time
st.session_state.setdefault("clicks", 0)
def clicked():
    st.session_state.clicks += 1
x = st.slider("X", 0, 1000, key="x")
st.button("Hit", on_click=clicked)
time.sleep(0.3)
st.text(f"x={x} clicks={st.session_state.clicks}")
"""


def test_a_drag_with_clicks_over_a_slow_script_loses_nothing(
    apps: Apps, kernel_case: tuple[str, bool]
) -> None:
    _drag(apps, kernel_case, "throttled")
    assert apps.text("slow").endswith("x=60 clicks=5")


def test_a_drag_of_a_page_that_never_waits_loses_nothing(
    raw_apps: Apps, kernel_case: tuple[str, bool]
) -> None:
    _drag(raw_apps, kernel_case, "raw")


def _drag(apps: Apps, case: tuple[str, bool], page: str) -> None:
    apps.run("slow", SLOW)
    moves: list[Callable[[], object]] = []
    for number in range(1, 61):
        moves.append(partial(apps.move, "X", [float(number)]))
        if number % 12 == 0:
            moves.append(partial(apps.click, "Hit"))
    apps.kernel.play(moves, hz=65)
    sent = time.perf_counter()
    apps.wait_text("slow", "x=60 clicks=5")
    latency = time.perf_counter() - sent
    endings = apps.endings("slow")[1:]
    _report(case, page, endings, latency)
    assert apps.kernel.evaluate("session_state.clicks") == 5
    assert len([ending for ending in endings if ending == "completed"]) <= 8
    assert latency < 0.3 * (2 + 5) + 0.7
    assert apps.control("X")["value"] == [60.0]
    apps.settle()


def _report(case: tuple[str, bool], page: str, endings: list[str], latency: float) -> None:
    path = os.environ.get("JSS_MEASURED")
    if path:
        counts = {ending: endings.count(ending) for ending in dict.fromkeys(endings)}
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(
                json.dumps({"case": case, "page": page, **counts, "latency": round(latency, 2)}) + "\n"
            )


def test_of_values_sent_while_a_script_runs_the_latest_wins(apps: Apps) -> None:
    apps.run("slow", SLOW)
    for value in (1.0, 2.0, 3.0, 4.0):
        apps.move("X", [value])
    apps.wait_text("slow", "x=4 ")
    assert len(apps.endings("slow")) <= 3 + 1


def test_no_click_is_lost_however_quick(apps: Apps) -> None:
    apps.run("clicks", SLOW.replace("0.3", "0.02"))
    for _ in range(20):
        apps.click("Hit")
    apps.wait_text("clicks", "clicks=20")
    assert apps.endings("clicks") == ["completed"] * 21


def test_a_run_gives_way_to_newer_input_at_the_next_element(apps: Apps) -> None:
    script = (
        "import time\nx = st.slider('X', 0, 9, key='x')\n"
        "for part in range(40):\n    st.text(f'{x}: part {part}')\n"
        "    time.sleep(0.05)\nst.text(f'end of {x}')"
    )
    # It takes its time from the first run on: were it quick, one that is given up soon would be let finish.
    apps.run("long", script.replace("sleep(0.05)", "sleep(0.03 * (x != 3))"))
    apps.move("X", [1.0])
    apps.wait_text("long", "1: part 1")
    assert "end of 0" in apps.text("long")  # what was not reached yet stays on the page
    apps.move("X", [2.0])
    apps.wait_text("long", "2: part 1")
    apps.move("X", [3.0])
    apps.wait_text("long", "end of 3")
    assert apps.endings("long") == ["completed", "aborted", "aborted", "completed"]
    assert "1: part" not in apps.text("long")
    assert "2: part" not in apps.text("long")


def test_a_run_that_answers_a_click_is_never_given_up(apps: Apps) -> None:
    script = (
        "import time\nx = st.slider('X', 0, 9, key='x')\ngo = st.button('Go')\n"
        "for part in range(8):\n    st.text(f'{go} {x}: part {part}')\n    time.sleep(0.05 * go)\n"
        "if go:\n    st.session_state.answered = st.session_state.get('answered', 0) + 1"
    )
    apps.run("click", script)
    apps.click("Go")
    apps.wait_text("click", "True 0: part 1")
    apps.move("X", [5.0])
    apps.wait_text("click", "False 5: part 7")
    assert apps.kernel.evaluate("session_state.answered") == 1
    assert apps.endings("click") == ["completed"] * 3


def test_a_form_typed_into_does_not_disturb_a_run(apps: Apps) -> None:
    script = (
        "import time\nwith st.form('f'):\n    name = st.text_input('Name')\n"
        "    st.form_submit_button('Send')\n"
        "x = st.slider('X', 0, 9)\n"
        "for part in range(8):\n    st.text(f'{x} {name}: part {part}')\n    time.sleep(0.05 * (x > 0))"
    )
    apps.run("calm", script)
    apps.move("X", [1.0])
    apps.wait_text("calm", "1 : part 1")
    apps.move("Name", "Ada")
    apps.wait_text("calm", "1 : part 7")
    assert apps.control("Name")["value"] == "Ada"
    apps.click("Send")
    apps.wait_text("calm", "1 Ada: part 7")
    assert apps.endings("calm") == ["completed"] * 3


def test_typed_text_arrives_whole(apps: Apps) -> None:
    apps.run("typed", "t = st.text_input('T')\nst.text(f'got {t!r}')")
    text = "the quick brown fox jumps over the lazy dog"
    apps.kernel.play([partial(apps.move, "T", text[: end + 1]) for end in range(len(text))], hz=200)
    apps.wait_text("typed", f"got {text!r}")
    assert apps.control("T")["value"] == text


def test_an_ignored_value_waits_for_the_next_run(apps: Apps) -> None:
    apps.run("ignored", "t = st.text_input('T', on_change='ignore')\nst.button('Go')\nst.text(f'got {t!r}')")
    apps.move("T", "abc")
    apps.settle()
    assert apps.endings("ignored") == ["completed"]
    apps.click("Go")
    apps.wait_text("ignored", "got 'abc'")


def test_a_slider_moved_while_a_plain_cell_runs_is_answered_after_it(apps: Apps, tmp_path: Path) -> None:
    apps.run("moved", "x = st.slider('X', 0, 100)\nst.text(f'x={x}')")
    gate = tmp_path / "gate"
    wait = f"import os, time\nwhile not os.path.exists({str(gate)!r}): time.sleep(0.01)"
    running = apps.kernel.submit(f"print('on', flush=True)\n{wait}\nprint('own', flush=True)")
    apps.kernel.wait(lambda: "on" in "".join(m.content["text"] for m in apps.kernel.since(0, "stream")))
    apps.kernel.play([partial(apps.move, "X", [float(value)]) for value in range(1, 31)], hz=200)
    gate.touch()
    done = apps.kernel.finish(running)
    apps.wait_text("moved", "x=30")
    apps.settle()
    assert done.stdout == "on\nown\n"
    # The page sends no second value before it saw that the kernel is done with the first, which is after the cell.
    # Should the way there and back take longer than the loop waits for it (30 ms), the first has a run of its own.
    assert apps.endings("moved") in (["completed"] * 2, ["completed"] * 3)
    assert "x=30" in apps.text("moved")


def test_a_cell_that_awaits_keeps_its_output_and_the_apps_are_answered(apps: Apps) -> None:
    apps.run("awaited", "x = st.slider('X', 0, 100)\nprint(f'x={x}')")
    running = apps.kernel.submit(
        "import asyncio, IPython\nprint('before')\nfor _ in range(60):\n    await asyncio.sleep(0.01)\n"
        "print('after')\nIPython.display.display('shown')"
    )
    apps.kernel.wait(lambda: "before" in "".join(m.content["text"] for m in apps.kernel.since(0, "stream")))
    apps.kernel.play([partial(apps.move, "X", [float(value)]) for value in range(1, 31)])
    done = apps.kernel.finish(running)
    apps.wait_text("awaited", "x=30")
    assert done.stdout == "before\nafter\n"
    assert done.displays == [{"text/plain": "'shown'"}]
    apps.move("X", [40.0])  # the browser is not left waiting for an idle that never comes
    apps.wait_text("awaited", "x=40")


@pytest.mark.parametrize("where", ["script", "callback", "first run"])
def test_a_script_may_rerun_anywhere(apps: Apps, where: str) -> None:
    inside = "    st.session_state.turn = 'called'\n" + ("    st.rerun()" if where == "callback" else "")
    guard = "if go and st.session_state.turn != 'again':\n    st.session_state.turn = 'again'\n    st.rerun()"
    if where == "first run":
        guard = "if st.session_state.turn == 'none':\n    st.session_state.turn = 'again'\n    st.rerun()"
    script = (
        f"st.session_state.setdefault('turn', 'none')\ndef f():\n{inside}\ngo = st.button('Go', on_click=f)\n"
        f"{guard if where != 'callback' else ''}\nst.text(f'turn {{st.session_state.turn}} {{go}}')"
    )
    apps.run("turns", script)
    if where == "first run":
        apps.wait_text("turns", "turn again False")
        return
    apps.click("Go")
    apps.wait_text("turns", "turn called False" if where == "callback" else "turn again False")


def test_a_clock_of_sleep_and_rerun_lets_cells_run_and_shows_every_tick(apps: Apps) -> None:
    apps.run(
        "clock",
        "import time\nst.session_state.setdefault('ticks', 0)\nst.text(f'tick {st.session_state.ticks}')\n"
        "if st.session_state.ticks < 12:\n    time.sleep(0.05)\n"
        "    st.session_state.ticks += 1\n    st.rerun()",
    )
    seen = apps.kernel.evaluate("session_state.ticks")
    assert seen < 12  # the cell is over, and another one got in between
    apps.wait_text("clock", "tick 12")
    shown = {text for number in range(13) for text in (f"tick {number}",) if _was_shown(apps, text)}
    assert len(shown) > 4


def _was_shown(apps: Apps, text: str) -> bool:
    mentions = (str(m.content) for m in apps.kernel.since(0, "comm_msg", "comm_open"))
    return any(f">{text}<" in mention for mention in mentions)


ENDLESS = """
st.session_state.setdefault("n", 0)
go = st.button("Go")
st.text("started")
if go or {first}:
    st.session_state.n += 1
    while True:
        pass
st.text(f"n={{st.session_state.n}}")
"""


@pytest.mark.parametrize("first", [True, False])
def test_an_interrupt_ends_an_endless_run_with_a_clear_element(apps: Apps, *, first: bool) -> None:
    apps.run("other", "x = st.slider('X', 0, 9)\nst.text(f'x={x}')")
    if first:
        running = apps.kernel.submit("%%stateapp endless\n" + ENDLESS.format(first=True))
    else:
        apps.run("endless", ENDLESS.format(first=False))
        apps.click("Go")
    apps.kernel.wait(lambda: _runs(apps, "endless"), what="the app to be shown as running")
    apps.kernel.interrupt()
    if first:
        assert apps.kernel.finish(running).error is None
    text = apps.wait_text("endless", "KeyboardInterrupt")
    assert "line 7" in text or "line 8" in text or "line 9" in text
    assert apps.last("endless")["ending"] == "interrupted"
    apps.move("X", [4.0])
    apps.wait_text("other", "x=4")
    apps.kernel.execute("session_state.n = 7\n1 + 1")
    apps.run("endless", ENDLESS.format(first=False))
    assert apps.text("endless").endswith("n=7")


def _runs(apps: Apps, name: str) -> bool:
    return any(is_root(m, name) and doc_of(m)["props"].get("running") for m in apps.kernel.widgets())


def test_pressing_stop_many_times_leaves_all_sound(apps: Apps) -> None:
    apps.run("endless", ENDLESS.format(first=False))
    for turn in range(2, 5):
        apps.click("Go")
        apps.kernel.wait(lambda: _runs(apps, "endless"))
        for _ in range(3):
            apps.kernel.interrupt()
        apps.wait_run("endless", turn)
        assert apps.last("endless")["ending"] == "interrupted"
    apps.action("endless", "rerun")
    apps.wait_text("endless", "n=3")
