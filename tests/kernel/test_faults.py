"""Whatever goes wrong in a script or on the way to it: nothing is lost, and the kernel answers afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver

#: A script around the fault: what it counted, and what stands above and below.
FRAME = """
import sys, time
st.session_state.setdefault("clicks", 0)
def hit():
    st.session_state.clicks += 1
st.button("Hit", on_click=hit)
x = st.slider("X", 0, 100, key="x")
st.text("above")
{fault}
st.text(f"x={{x}} clicks={{st.session_state.clicks}}")
"""


def indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


def run(apps: Apps, fault: str, *, when: str = "x == 1") -> None:
    """Run a script that goes wrong while `when` holds."""
    apps.run("app", FRAME.format(fault=f"if {when}:\n{indented(fault)}"))


def assert_sound(apps: Apps) -> None:
    """Nothing is lost, the app is answered, and plain cells have their own output."""
    apps.click("Hit")
    apps.click("Hit")
    apps.move("X", [7.0])
    apps.wait_text("app", "x=7 clicks=2", timeout=10)
    assert apps.kernel.evaluate("session_state.x, session_state.clicks") == (7, 2)
    done = apps.kernel.execute("print('plain'); display('shown')")
    assert (done.stdout, done.displays) == ("plain\n", [{"text/plain": "'shown'"}])
    assert apps.kernel.evaluate("_session().loop.running is None and _app('app').running is None")


FAULTS = {
    "BaseException": ("class Boom(BaseException): pass\nraise Boom('no good')", "Boom"),
    "CancelledError": ("import asyncio\nraise asyncio.CancelledError('no good')", "CancelledError"),
    "MemoryError": ("'x' * (1 << 60)", "MemoryError"),
    "recursion": ("def f(n): return f(n + 1)\nf(0)", "RecursionError"),
    "recursion through elements": ("def f(n):\n    st.text(n)\n    f(n + 1)\nf(0)", "RecursionError"),
    "recursion through inputs": (
        "def f(n):\n    st.checkbox('c', key=f'c{n}')\n    f(n + 1)\nf(0)",
        "RecursionError",
    ),
    "recursion through containers": (
        "def f(n):\n    with st.container():\n        f(n + 1)\nf(0)",
        "StreamlitInvalidLayoutContextError",
    ),
    "str fails": (
        "class Boom(Exception):\n    def __str__(self): raise ValueError('in str')\nraise Boom",
        "Boom",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_error_of_any_kind_is_shown_and_the_app_goes_on(apps: Apps, fault: str) -> None:
    source, name = FAULTS[fault]
    run(apps, source)
    apps.move("X", [1.0])
    text = apps.wait_text("app", name, timeout=10)
    assert "above" in text
    assert apps.last("app")["ending"] == "error"
    assert_sound(apps)


@pytest.mark.parametrize("leave", ["sys.exit(3)", "raise SystemExit"])
def test_leaving_a_script_or_a_callback_ends_the_run_and_not_the_kernel(apps: Apps, leave: str) -> None:
    apps.run(
        "app", f"import sys\ndef f():\n    {leave}\nst.button('Leave', on_click=f)\n" + FRAME.format(fault="")
    )
    apps.click("Leave")
    apps.wait_run("app", 2)
    assert apps.last("app")["ending"] == "stopped"
    apps.action("app", "rerun")
    apps.wait_text("app", "above", timeout=10)
    run(apps, leave)
    apps.move("X", [1.0])
    apps.wait(lambda: "clicks=" not in apps.text("app"))
    assert_sound(apps)


CARELESS = """
st.text(f"at {x}")
for part in range(30):
    try:
        st.checkbox(f"c{part}", key=f"c{part}")
    except:
        pass
    time.sleep(0.02 * (x != 7))
"""


def test_a_careless_except_swallows_neither_that_a_run_gives_way_nor_a_widget(apps: Apps) -> None:
    apps.run("app", FRAME.format(fault=CARELESS))
    apps.move("c20", value=True)
    apps.wait_run("app", 2)
    apps.move("X", [1.0])
    apps.wait_text("app", "at 1")
    apps.move("X", [2.0])
    apps.wait_text("app", "at 2")
    assert_sound(apps)
    assert "aborted" in apps.endings("app")
    assert apps.kernel.evaluate("session_state.c20") is True
    assert apps.control("c29")["value"] is False


@pytest.mark.parametrize(
    "taken",
    [
        "print = st = display = None",
        "def print(*a): raise RuntimeError\ndef display(*a): raise RuntimeError\nst = 5",
        "import builtins\nkept = builtins.print\nbuiltins.print = None\nbuiltins.print = kept",
        "input = len = str = Exception = type = None",
    ],
)
def test_a_script_may_take_the_names_we_use(apps: Apps, taken: str) -> None:
    run(apps, f"{taken}\nx", when="x in (1, 2)")
    for value in (1.0, 2.0):
        apps.move("X", [value])
        apps.kernel.wait(lambda: not apps.control("X").pending)
        apps.settle()
        assert "above" in apps.text("app")
    apps.move("X", [3.0])
    apps.wait_text("app", "x=3 clicks=0", timeout=10)
    assert_sound(apps)


@pytest.mark.parametrize("error", ["ValueError('in repr')", "RecursionError"])
def test_a_rich_repr_that_fails_leaves_the_plain_one_and_the_app_goes_on(apps: Apps, error: str) -> None:
    run(
        apps,
        "class R:\n    def _repr_html_(self): raise " + error + "\n    def __repr__(self): return 'plain R'\n"
        "display(R())\nst.write(R())\nst.text('below')",
    )
    apps.move("X", [1.0])
    apps.wait_run("app", 2)
    apps.settle()
    assert apps.text("app").count("plain R") == 2
    assert_sound(apps)


# --- interrupts ------------------------------------------------------------------------------------------------


def test_an_interrupt_in_a_callback_is_shown_and_the_app_goes_on(apps: Apps) -> None:
    apps.run(
        "app",
        "def f():\n    print('in the callback')\n    while True: pass\nst.button('Bad', on_click=f)\n"
        + FRAME.format(fault=""),
    )
    apps.click("Bad")
    apps.wait_text("app", "in the callback")
    apps.kernel.interrupt()
    apps.wait_text("app", "KeyboardInterrupt", timeout=10)
    assert apps.last("app")["ending"] == "interrupted"
    apps.action("app", "rerun")
    apps.wait_text("app", "above", timeout=10)
    assert_sound(apps)


def test_an_interrupt_while_a_run_is_shown_tears_nothing(apps: Apps) -> None:
    run(apps, "for n in range(5): st.checkbox(f'new {n}', key=f'new{n}')")
    apps.kernel.execute(
        "import os, signal\nfrom jupyter_session_state._jupyter.renderer import WidgetRenderer\n"
        "_create, struck = WidgetRenderer._create, []\n"
        "def strike(self, element):\n    struck.append(1)\n    os.kill(os.getpid(), signal.SIGINT)\n"
        "    _create(self, element)\nWidgetRenderer._create = strike"
    )
    apps.move("X", [1.0])
    apps.wait_text("app", "[new 4]", timeout=10)
    apps.kernel.execute("WidgetRenderer._create = _create")
    assert apps.kernel.evaluate("len(struck)") >= 5
    assert apps.control("new 0")["value"] is False
    assert_sound(apps)


STRIKE = """
import os, signal
stream, struck = get_ipython().kernel.shell_stream, []
hand_over = stream._run_callback
def torn(*arguments):
    if _session().loop.running is not None:
        struck.append(1)
        os.kill(os.getpid(), signal.SIGINT)
    hand_over(*arguments)
stream._run_callback = torn
"""


@pytest.mark.every_kernel
def test_an_interrupt_while_messages_are_read_loses_none_of_them(
    apps: Apps, kernel_case: tuple[str, bool]
) -> None:
    if kernel_case[0] != "6.29":
        pytest.skip("newer kernels read messages on a thread of their own, which no interrupt reaches")
    apps.run(
        "app", FRAME.format(fault="for n in range(20):\n    time.sleep(0.03 * (x == 1))\n    st.text(n)")
    )
    apps.kernel.execute(STRIKE)
    mark = apps.kernel.mark()
    apps.move("X", [1.0])
    apps.wait(lambda: [m for m in apps.kernel.since(mark, "comm_msg") if "running" in str(m.content)])
    apps.click("Hit")
    apps.wait_run("app", 3)
    apps.kernel.execute("stream._run_callback = hand_over")
    assert apps.kernel.evaluate("len(struck)") >= 1
    assert apps.endings("app")[1] == "interrupted"
    assert apps.kernel.evaluate("session_state.clicks") == 1
    apps.kernel.execute("session_state.clicks = 0")
    assert_sound(apps)


STORM = """
import os, random, signal, threading, time
choose = random.Random(5)
def strike():
    while storm:
        time.sleep(choose.uniform(0.001, 0.02))
        if _session().loop.running is not None:
            os.kill(os.getpid(), signal.SIGINT)
"""


@pytest.mark.every_kernel
def test_interrupts_at_any_moment_leave_the_state_whole(start_kernel: Callable[..., KernelDriver]) -> None:
    kernel = start_kernel()
    apps = Apps(kernel)
    apps.run(
        "app",
        "import time\n"
        + FRAME.format(
            fault="for n in range(60):\n    with st.container():\n"
            "        st.slider(f's{n}', 0, 9, key=f's{n}')\n        st.text(n)\n        print(n)\n"
            "    time.sleep(0.0005)"  # long enough to be hit
        ),
    )
    apps.move("s30", [5.0])
    apps.wait_run("app", 2)
    kernel.execute(STORM)
    kernel.execute("storm = [1]\nthread = threading.Thread(target=strike, daemon=True)\nthread.start()")
    for number in range(40):
        label = "Hit" if number % 10 == 0 else "X"
        while not kernel.widgets(description=label):  # a run that was interrupted early drew nothing else
            kernel.execute("%stateapp rerun app", check=False)
            kernel.wait_quiet(0.02)
        if label == "X":
            apps.move("X", [float(number)])
        else:
            apps.click("Hit")
        kernel.wait_quiet(0.02)
    kernel.execute("storm.clear()", check=False)  # the last blow may hit this very cell
    kernel.wait_quiet()
    assert kernel.evaluate("'interrupted' in _endings('app')")
    kernel.execute("session_state.clicks = 0\n%stateapp rerun app")
    assert_sound(apps)
    assert kernel.evaluate(
        "[session_state[f's{n}'] for n in range(60)] == [5 * (n == 30) for n in range(60)]"
    )


# --- what the page does in mid-run -----------------------------------------------------------------------------

SLOW = FRAME.format(fault="time.sleep(0.4 * (x == 1))")


def _in_mid_run(apps: Apps) -> None:
    """Begin a run that takes its time."""
    apps.run("app", SLOW)
    mark = apps.kernel.mark()
    apps.move("X", [1.0])
    apps.wait(lambda: [m for m in apps.kernel.since(mark, "comm_msg") if "running" in str(m.content)])


def test_comms_that_the_page_closes_in_mid_run_do_no_harm(apps: Apps) -> None:
    _in_mid_run(apps)
    for model in (apps.control("X"), apps.control("Hit"), apps.root("app")):
        apps.kernel.close_comm(model)
    apps.wait_run("app", 2)
    apps.kernel.execute("%stateapp rerun app")
    assert apps.last("app")["ending"] == "completed"
    apps.run("app", SLOW)
    assert_sound(apps)


def test_a_page_that_is_loaded_again_in_mid_run_shows_the_end_of_it(apps: Apps) -> None:
    _in_mid_run(apps)
    apps.kernel.reload_page()
    apps.wait_text("app", "x=1 clicks=0", timeout=10)
    assert_sound(apps)


def test_a_cell_that_is_executed_again_in_mid_run_takes_over(apps: Apps) -> None:
    _in_mid_run(apps)
    apps.click("Hit")
    apps.run("app", SLOW.replace("above", "new"))
    text = apps.wait_text("app", "new")
    assert "above" not in text
    assert len(apps.kernel.widgets(description="Hit")) == 1
    apps.kernel.execute("session_state.clicks = 0")
    assert_sound(apps)


def test_an_app_that_closes_itself_in_mid_run_is_gone_and_can_come_back(apps: Apps) -> None:
    apps.run(
        "own",
        "st.text('a')\nif st.button('Go'):\n    get_ipython().run_line_magic('stateapp', 'close own')\nst.text('b')",
    )
    apps.click("Go")
    apps.wait(lambda: apps.kernel.evaluate("list(_session().kernel.apps)") == [])
    apps.run("own", "st.text('again')")
    assert apps.text("own") == "again"
