"""Without the private parts of kernels that we use, apps are less prompt, never wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver

pytestmark = pytest.mark.every_kernel
#: What is taken away before the extension is loaded. Each kernel has only some of it.
MISSING = {
    "status and parent": "hide('_publish_status', 'set_parent')",
    "sockets": "hide('shell_channel_thread', 'shell_channel_thread_main', 'schedule_dispatch', 'shell_stream')",
    "display hook": "hide_from(get_ipython().display_pub, 'register_hook')",
    "loop and file names": "hide('io_loop'); hide_from(get_ipython().compile, '_filename_map')",
}

# The kernel goes on with its own parts; only code of this package must not find them.
HIDE = """
import sys
def hide_from(thing, *names):
    cls = type(thing)
    class Poor(cls):
        def __getattribute__(self, name):
            if name in names and "jupyter_session_state" in sys._getframe(1).f_code.co_filename:
                raise AttributeError(name)
            return super().__getattribute__(name)
    Poor.__name__ = cls.__name__
    thing.__class__ = Poor
hidden = []
def hide(*names):
    hidden.extend(names)
"""

SCRIPT = """
import time
st.session_state.setdefault("clicks", 0)
def hit():
    st.session_state.clicks += 1
    print("hit")
x = st.slider("X", 0, 100, key="x")
st.button("Hit", on_click=hit)
time.sleep(0.05)
print("printed", x)
display({"shown": x})
st.text(f"x={x} clicks={st.session_state.clicks}")
"""


@pytest.mark.parametrize("missing", MISSING)
def test_apps_work_without(start_kernel: Callable[..., KernelDriver], missing: str) -> None:
    kernel = start_kernel()
    kernel.execute(f"{HIDE}\n{MISSING[missing]}\nhide_from(get_ipython().kernel, *hidden)")
    apps = Apps(kernel)
    apps.run("app", SCRIPT)
    assert "printed 0" in apps.text("app")
    assert "{'shown': 0}" in apps.text("app")
    moves = [partial(apps.move, "X", [float(n)]) for n in range(1, 21)]
    kernel.play([*moves, partial(apps.click, "Hit"), partial(apps.click, "Hit")])
    text = apps.wait_text("app", "x=20 clicks=2")
    assert text.count("printed 20") == 1
    apps.run("broken", "st.text('above')\n1 / 0")
    assert "line 3" in apps.text("broken")
    done = kernel.execute("print('plain')")
    assert done.stdout == "plain\n"
    assert "Traceback" not in kernel.process.log
