"""The driver of real kernels does what a notebook front end does."""

from __future__ import annotations

from functools import partial

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver

WIDGETS = """
import ipywidgets as widgets, threading, time
seen = []
slider = widgets.IntSlider(description="speed")
button = widgets.Button(description="go")
slider.observe(lambda change: (time.sleep(DELAY), seen.append(change.new)), "value")
button.on_click(lambda _: seen.append("click"))
"""


def test_a_cell_reports_its_output_result_and_error(kernel: KernelDriver) -> None:
    done = kernel.execute("print('out'); 6 * 7")
    assert done.stdout == "out\n"
    assert done.displays == [{"text/plain": "42"}]
    failed = kernel.execute("1 / 0", check=False)
    assert failed.error == "ZeroDivisionError: division by zero"
    assert "1 / 0" in failed.traceback


def test_the_checkout_is_what_the_kernel_imports(kernel: KernelDriver) -> None:
    kernel.execute("import jupyter_session_state")
    assert kernel.evaluate("jupyter_session_state.__version__") == "0.1.0"


def test_a_moved_slider_and_a_clicked_button_reach_their_handlers(kernel: KernelDriver) -> None:
    kernel.execute("DELAY = 0" + WIDGETS)
    slider = kernel.widget(description="speed")
    kernel.set(slider, value=7)
    kernel.wait_value("seen", [7])
    kernel.click(kernel.widget(description="go"))
    kernel.wait_value("seen", [7, "click"])


def test_a_drag_over_a_slow_handler_is_merged_as_in_a_browser(kernel: KernelDriver) -> None:
    kernel.execute("DELAY = 0.2" + WIDGETS)
    slider = kernel.widget(description="speed")
    kernel.play([partial(kernel.set, slider, value=value) for value in range(1, 31)])
    kernel.wait(lambda: not slider.pending and not slider.held)
    seen = kernel.evaluate("seen")
    assert seen[0] == 1
    assert seen[-1] == 30
    assert len(seen) < 10


def test_the_kernels_own_changes_and_closing_arrive(kernel: KernelDriver) -> None:
    kernel.execute("DELAY = 0" + WIDGETS)
    slider = kernel.widget(description="speed")
    kernel.execute("slider.max = 12; button.close()")
    assert slider["max"] == 12
    assert kernel.widgets(description="go") == []


def test_a_reloaded_page_finds_the_widgets_again(kernel: KernelDriver) -> None:
    kernel.execute("DELAY = 0" + WIDGETS)
    kernel.execute("slider.value = 5; picture = widgets.Image(value=b'bytes')")
    kernel.reload_page()
    assert kernel.widget(description="speed")["value"] == 5
    assert bytes(kernel.widget(_model_name="ImageModel")["value"]) == b"bytes"
    kernel.set(kernel.widget(description="speed"), value=6)
    kernel.wait(lambda: kernel.evaluate("seen")[-1:] == [6])


def test_an_interrupt_ends_a_running_cell(kernel: KernelDriver) -> None:
    running = kernel.submit("print('started', flush=True)\nwhile True: pass")
    kernel.wait(lambda: kernel.since(0, "stream"))
    kernel.interrupt()
    assert kernel.finish(running).error == "KeyboardInterrupt: "


def test_comm_messages_take_the_subshells_of_the_case_at_hand(
    kernel: KernelDriver, kernel_case: tuple[str, bool]
) -> None:
    kernel.execute("DELAY = 0" + WIDGETS)
    kernel.execute(
        "main = []\nhere = threading.current_thread\n"
        "slider.observe(lambda _: main.append(here() is threading.main_thread()), 'value')"
    )
    slider = kernel.widget(description="speed")
    # Some kernels choose the thread of the first message themselves, so the second one tells.
    for value in (1, 2):
        kernel.set(slider, value=value)
        kernel.wait_value("len(main)", value)
    assert kernel.evaluate("main[-1]") is not kernel_case[1]


@pytest.mark.every_kernel
def test_an_app_that_has_settled_shows_the_last_of_what_was_sent(apps: Apps) -> None:
    apps.run("slow", "import time\nx = st.slider('X', 0, 9)\ntime.sleep(0.05 * (x > 0))\nst.text(f'x={x}')")
    for number in range(1, 4):
        apps.move("X", [float(number)])  # the page holds the later ones back until the first was taken
    apps.settle()
    assert apps.text("slow").endswith("x=3")
    mark = apps.kernel.mark()
    apps.kernel.wait_quiet(0.1)
    assert apps.kernel.since(mark) == [], "nothing came later"
