"""Without the private parts of kernels that we use, apps are less prompt, never wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from jupyter_session_state._jupyter.inside import PRIVATE
from tests.kernel.apps import Apps
from tests.kernel.conftest import Shared

#: What is taken away before the extension is loaded: all that is on the list, a part at a time.
MISSING: dict[str, dict[str, tuple[str, ...]]] = {
    "status and parent": {
        "kernel": ("_publish_status", "set_parent", "get_parent", "_parent_ident"),
    },
    "sockets": {
        "kernel": (
            "shell_channel_thread",
            "shell_channel_thread_main",
            "schedule_dispatch",
            "dispatch_shell",
            "shell_stream",
        ),
    },
    "display hook": {"display_pub": ("register_hook",)},
    "loop, replies and file names": {
        "kernel": ("io_loop",),
        "channel": ("manager", "_shell_socket"),
        "compile": ("_filename_map",),
    },
    "ways of widgets": {
        "widgets": (
            "_handle_msg",
            "_lock_property",
            "_trait_from_json",
            "_options_labels",
            "_get_embed_state",
        ),
        "comms": ("_reply_subshell_for",),
    },
    "inside of widgets": {
        "widgets": (
            "_instances",
            "_model_id",
            "_trait_values",
            "_widget_construction_callback",
            "_trait_notifiers",
            "_click_handlers",
        ),
    },
    "figures and tracebacks": {
        "figures": ("_to_draw", "_draw_called", "_fetch_figure_metadata"),
        "shell": ("_showtraceback",),
    },
}

#: The parts that versions of kernels have in their own ways. The others are of ipywidgets and matplotlib-inline, which
#: are the same in all environments, but for `_showtraceback`: that of 7.0 is that of 6.29, that of 7.3 is the newest.
OF_KERNELS = ("status and parent", "sockets", "display hook", "loop, replies and file names")

# All goes on with its own parts; only code of this package must not find them. It is imported afresh, for some of it
# looks for them only then.
HIDE = """
import sys, types, ipywidgets, ipykernel.comm
def forget():
    for name in [name for name in sys.modules if name.partition(".")[0] == "jupyter_session_state"]:
        del sys.modules[name]
forget()
put_back = [forget]
def hide_in(cls, names):
    look, put = cls.__getattribute__, cls.__setattr__
    own = {name: vars(cls)[name] for name in ("__getattribute__", "__setattr__") if name in vars(cls)}
    def show():
        for name in ("__getattribute__", "__setattr__"):
            delattr(cls, name)
        for name, value in own.items():
            setattr(cls, name, value)
    put_back.append(show)
    def is_ours():
        return "jupyter_session_state" in sys._getframe(2).f_code.co_filename
    def __getattribute__(self, name):
        if name in names and is_ours():
            raise AttributeError(name)
        return look(self, name)
    def __setattr__(self, name, value):
        if not (name in names and is_ours()):
            put(self, name, value)
    cls.__getattribute__, cls.__setattr__ = __getattribute__, __setattr__
def hide_from(thing, names):
    put_back.append(lambda cls=type(thing): setattr(thing, "__class__", cls))
    thing.__class__ = type(type(thing).__name__, (type(thing),), {})
    hide_in(type(thing), names)
def hide_in_backend(names):
    import matplotlib.pyplot as plt, matplotlib_inline.backend_inline as backend
    inline = "module://matplotlib_inline.backend_inline"
    plt.switch_backend(inline)
    real = backend.show
    class Show:
        __call__ = staticmethod(real)
        def __getattr__(self, name):
            return getattr(real, name)
        def __setattr__(self, name, value):
            setattr(real, name, value)
    hide_in(Show, names)
    put_back.append(lambda: (setattr(backend, "show", real), plt.switch_backend(inline)))
    backend.show = Show()
    hide_from(backend, names)
def hide(kernel=(), display_pub=(), compile=(), widgets=(), comms=(), shell=(), figures=(), channel=()):
    if channel and hasattr(get_ipython().kernel, "shell_channel_thread"):
        hide_from(get_ipython().kernel.shell_channel_thread, channel)
    if shell:
        hide_from(get_ipython(), shell)
    if figures:
        hide_in_backend(figures)
    hide_from(get_ipython().kernel, kernel)
    hide_from(get_ipython().display_pub, display_pub)
    hide_from(get_ipython().compile, compile)
    hide_in(ipykernel.comm.Comm, comms)
    hide_in(ipywidgets.Widget, widgets)
    hide_in(type(ipywidgets.Widget), widgets)
    hide_from(ipywidgets.widgets.widget, widgets)
"""
SHOW_AGAIN = """
%unload_ext jupyter_session_state
while put_back:
    put_back.pop()()
"""

SCRIPT = """
import time
st.session_state.setdefault("clicks", 0)
def hit():
    st.session_state.clicks += 1
    print("hit")
x = st.slider("X", 0, 100, key="x")
kind = st.selectbox("Kind", ["a", "b"])
st.button("Hit", on_click=hit)
time.sleep(0.05)
print("printed", x)
display({"shown": x})
st.text(f"x={x} clicks={st.session_state.clicks} kind={kind}")
"""


PLAIN = """
w = widgets.IntSlider(value=3, max=10, description="Speed")
d = widgets.Dropdown(options=["one", "two"], description="D")
b = widgets.Button(description="Reset")
b.on_click(lambda _: (print("reset"), session_state.update(w=0)))
w.observe(lambda change: print("from", change.old, "to", change.new), "value")
k = key
o = own
k.on_click(lambda _: print("the app hears it too"))
display(w, d, widgets.HBox([b, k]), o)
print(f"w={w.value} d={d.value} own={o.value} pressed={len(pressed)}.")
"""


def test_every_private_name_is_taken_away() -> None:
    taken = [name for parts in MISSING.values() for names in parts.values() for name in names]
    assert sorted(taken) == sorted(PRIVATE)


PoorApps = Callable[[dict[str, tuple[str, ...]]], Apps]


@pytest.fixture(scope="module")
def poor(shared: Shared) -> Iterator[Shared]:
    """The kernel of the case at hand, which no other module gets: it has seen the package many times over."""
    shared.stop()
    yield shared
    shared.stop()


@pytest.fixture
def poor_apps(poor: Shared) -> Iterator[PoorApps]:
    """Makes the apps of a kernel that has not got some names; it has them again when the test is over."""
    kernel = poor.clean()

    def without(missing: dict[str, tuple[str, ...]]) -> Apps:
        kernel.execute(f"{HIDE}\nhide(**{missing!r})")
        return Apps(kernel)

    yield without
    try:
        kernel.execute(SHOW_AGAIN)
    except AssertionError:
        poor.stop()  # no other test is to have it
        raise


@pytest.mark.every_kernel
@pytest.mark.parametrize("missing", OF_KERNELS)
def test_apps_work_without(poor_apps: PoorApps, missing: str) -> None:
    _use_everything(poor_apps(MISSING[missing]))


@pytest.mark.parametrize("missing", [name for name in MISSING if name not in OF_KERNELS])
def test_apps_work_without_parts_that_are_the_same_whatever_the_kernel(
    poor_apps: PoorApps, missing: str
) -> None:
    _use_everything(poor_apps(MISSING[missing]))


def _use_everything(apps: Apps) -> None:
    kernel = apps.kernel
    _use_elements(apps)
    _use_plain_widgets(apps)
    _use_figures(apps)
    apps.run("broken", "st.text('above')\n1 / 0")
    assert "line 3" in apps.text("broken")
    done = kernel.execute("print('plain')")
    assert done.stdout == "plain\n"
    assert "Traceback" not in kernel.process.log


def _use_figures(apps: Apps) -> None:
    apps.run("plot", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nst.text('below')")
    texts = [kind for kind, _ in apps.items("plot")]
    shown = [o for model in apps.kernel.page.live() for o in model.state.get("outputs", ())]
    assert ["image/png" in output["data"] for output in shown if "data" in output].count(True) == 1
    assert texts[-1] == "text"
    assert apps.kernel.evaluate("plt.get_fignums()") == []


def _use_elements(apps: Apps) -> None:
    apps.run("app", SCRIPT)
    assert "printed 0" in apps.text("app")
    assert "{'shown': 0}" in apps.text("app")
    moves = [partial(apps.move, "X", [float(n)]) for n in range(1, 21)]
    apps.kernel.play([*moves, partial(apps.click, "Hit"), partial(apps.click, "Hit")])
    text = apps.wait_text("app", "x=20 clicks=2")
    assert text.count("printed 20") == 1
    apps.kernel.set(apps.control("Kind"), index=1)
    apps.wait_text("app", "kind=b")


def _use_plain_widgets(apps: Apps) -> None:
    apps.kernel.execute(
        "import ipywidgets\npressed = []\nown = ipywidgets.IntSlider(description='Own')\n"
        "key = ipywidgets.Button(description='Key')\nkey.on_click(lambda _: pressed.append(1))"
    )
    apps.run("plain", PLAIN)
    apps.kernel.execute("first = w")
    apps.kernel.play([partial(apps.move, "Speed", n) for n in range(1, 11)])
    apps.wait_text("plain", "w=10 ")
    assert apps.control("Speed")["value"] == 10
    apps.settle()
    apps.move("Speed", 7)
    apps.wait_text("plain", "w=7 ")
    assert apps.wait_text("plain", "from 10 to 7").count("from") == 1
    for _ in range(2):
        apps.click("Reset")
    apps.wait_text("plain", "w=0 ")
    apps.settle()
    assert apps.text("plain").count("reset") == 1, "handlers of earlier runs are gone"
    apps.kernel.set(apps.control("D"), index=1)
    apps.wait_text("plain", "d=two ")
    apps.move("Own", 4)
    apps.wait_text("plain", "own=4 ")
    apps.click("Key")
    apps.wait_text("plain", "pressed=1.")
    assert apps.wait_text("plain", "the app hears it too").count("hears") == 1
    assert apps.kernel.evaluate("first is w") is True


def _everything() -> dict[str, tuple[str, ...]]:
    """Return all that is on the list."""
    taken: dict[str, tuple[str, ...]] = {}
    for parts in MISSING.values():
        for where, names in parts.items():
            taken[where] = taken.get(where, ()) + names
    return taken


@pytest.mark.every_kernel
def test_apps_work_without_all_of_it_at_once(poor_apps: PoorApps) -> None:
    _use_everything(poor_apps(_everything()))
