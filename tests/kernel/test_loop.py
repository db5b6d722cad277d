"""Runs under a steady drag, several apps at once, and apps beside the user's own cells and widgets."""

from __future__ import annotations

from functools import partial
from itertools import groupby, pairwise
from typing import Any

import pytest

from tests.kernel.apps import Apps

pytestmark = pytest.mark.every_kernel

STEPS = """
import time
x = st.slider("X", 0, 1000, key="x")
for part in range(10):
    st.text(f"{x}: part {part}")
    time.sleep(0.02)
st.text(f"end of {x}")
"""


def test_a_steady_drag_starves_nothing(raw_apps: Apps) -> None:
    apps = raw_apps
    apps.run("steps", STEPS)
    apps.kernel.play([partial(apps.move, "X", [float(number)]) for number in range(1, 151)])
    apps.wait_text("steps", "end of 150")
    runs = apps.kernel.evaluate("[(r.ending, r.seconds) for r in _app('steps').history]")
    takes = max(seconds for ending, seconds in runs if ending == "completed")
    limit = (
        max(0.3, 2 * takes) - takes
    )  # then one has begun that is let finish; the kernel's own times, busy or not
    rows = [(ending, list(row)) for ending, row in groupby(runs, key=lambda run: run[0])]
    given_up = [row for ending, row in rows if ending == "aborted"]
    assert given_up, "runs do give way"
    assert all(sum(seconds for _, seconds in row[:-1]) <= limit for row in given_up)
    assert len([ending for ending, _ in runs if ending == "completed"]) >= 5


TURNS = """
import time
x = st.slider({name!r}, 0, 1000, key={name!r})
time.sleep(0.1)
st.text(f"end of {{x}}")
"""
NOTE_TURNS = """
turns, loop = [], _session().loop
def note(chosen_by=loop._next):
    waiting = {name for name, app in list(loop._wanted.items()) if app.waiting}
    chosen = chosen_by()
    if chosen is not None:
        turns.append((chosen.app.name, waiting))
    return chosen
loop._next = note
"""


def test_two_apps_that_are_dragged_take_turns(raw_apps: Apps) -> None:
    apps = raw_apps
    apps.kernel.execute(NOTE_TURNS)
    for name in ("left", "right"):
        apps.run(name, TURNS.format(name=name))
    moves = [partial(apps.move, name, [float(n)]) for n in range(1, 81) for name in ("left", "right")]
    apps.kernel.play(moves, hz=120)
    for name in ("left", "right"):
        apps.wait_text(name, "end of 80")
    turns = apps.kernel.evaluate("turns")
    assert len([waiting for _, waiting in turns if len(waiting) == 2]) >= 3, "both want their turn"
    twice = [(after, waiting) for (before, _), (after, waiting) in pairwise(turns) if before == after]
    assert [waiting for name, waiting in twice if waiting != {name}] == []


def test_cells_get_in_between_the_runs_of_several_apps(apps: Apps) -> None:
    script = "import time\ntime.sleep(0.15)\nn = st.session_state.get('n', 0)\nst.text(n)\n"
    for number in range(4):
        apps.run(f"app{number}", script)
    apps.kernel.execute("mark = [len(_app(f'app{n}').history) for n in range(4)]")
    apps.kernel.execute("for n in range(4): _app(f'app{n}').ask('the test')")
    seen = apps.kernel.evaluate("sum(len(_app(f'app{n}').history) for n in range(4)) - sum(mark)")
    assert seen <= 2, "the second cell waited for all of them"
    for number in range(4):
        apps.wait_run(f"app{number}", 2)


PLOT = """
import time
import matplotlib.pyplot as plt
x = st.slider("X", 0, 100, key="x")
plt.figure()
plt.plot([x, 2])
for _ in range(10):
    time.sleep(0.02)
plt.show()
st.text(f"x={x} open={plt.get_fignums()}")
"""


def test_the_users_own_widgets_and_figures_and_an_apps_do_not_disturb_each_other(apps: Apps) -> None:
    own = apps.kernel.execute(
        "%matplotlib inline\nimport matplotlib.pyplot as plt, ipywidgets\nheard = []\n"
        "own = ipywidgets.IntSlider(description='Own')\n"
        "own.observe(lambda change: heard.append(change.new), 'value')\n"
        "echo = ipywidgets.Output()\n"
        "def show(change):\n    with echo: print('moved to', change.new)\n"
        "own.observe(show, 'value')\ndisplay(own, echo)\nplt.plot([1, 2])"
    )
    assert sum("image/png" in shown for shown in own.displays) == 1
    apps.run("plot", PLOT)
    mark = apps.kernel.mark()
    for number in range(1, 16):
        apps.kernel.play([partial(apps.move, "X", [float(number)]), partial(apps.move, "Own", number)], hz=30)
    apps.wait_text("plot", "x=15 open=[]")
    apps.kernel.wait_value("heard[-1]", 15)
    apps.settle()
    kinds = [kind for kind, _ in apps.items("plot")]
    assert kinds == ["slider", "output", "text"], "its figure is in the app"
    assert [m for m in apps.kernel.since(mark, "display_data") if "image/png" in m.content["data"]] == []
    assert heard_in_order(apps.kernel.evaluate("heard"))
    again = apps.kernel.execute("plt.plot([3, 4]);")
    assert sum("image/png" in shown for shown in again.displays) == 1


def heard_in_order(heard: list[Any]) -> bool:
    return heard == sorted(heard)


def test_a_clock_of_sleep_and_rerun_stops_when_its_app_is_closed(apps: Apps) -> None:
    apps.run(
        "clock",
        "import time\nst.session_state.setdefault('n', 0)\nst.session_state.n += 1\n"
        "st.text(f'tick {st.session_state.n}')\ntime.sleep(0.05)\nst.rerun()",
    )
    apps.wait_text("clock", "tick 3")
    for number in range(3):
        assert apps.kernel.execute(f"print({number})").stdout == f"{number}\n"
    apps.kernel.execute("%stateapp close clock")
    ticks = apps.kernel.evaluate("session_state.n")
    apps.kernel.wait_quiet()
    assert apps.kernel.evaluate("session_state.n") == ticks
