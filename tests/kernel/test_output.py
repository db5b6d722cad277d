"""What scripts print, display and plot shows at its place in the app, and nowhere else."""

from __future__ import annotations

from typing import Any

from tests.kernel.apps import Apps, doc_of
from tests.kernel.frontend import Model


def test_all_that_a_cell_may_put_out_stands_in_order(apps: Apps) -> None:
    done = apps.run(
        "all",
        "import sys, warnings, logging\nfrom IPython.display import HTML, display\n"
        "print('printed')\nst.text('an element')\nprint('to stderr', file=sys.stderr)\n"
        "warnings.warn('beware')\nlogging.getLogger('any').warning('logged')\n"
        "display(HTML('<i>displayed</i>'))\n"
        "display({'a': 1})\nst.text('the end')",
    )
    text = apps.text("all")
    places = [
        text.index(t)
        for t in ("printed", "an element", "to stderr", "beware", "logged", "HTML", "{'a': 1}", "the end")
    ]
    assert places == sorted(places)
    assert done.stdout == done.stderr == ""
    assert len(done.displays) == 1  # the app itself


def test_rich_reprs_travel_whole(apps: Apps) -> None:
    apps.run(
        "rich",
        "class R:\n    def _repr_html_(self): return '<b>bold</b>'\n    def _repr_png_(self): return b'png'\n"
        "    def __repr__(self): return 'plain'\ndisplay(R())",
    )
    (data,) = [o["data"] for m in _outputs(apps) for o in m["outputs"]]
    assert data["text/html"] == "<b>bold</b>"
    assert "image/png" in data
    assert data["text/plain"] == "plain"


FIGURES = """
import matplotlib.pyplot as plt
n = st.slider("N", 1, 9, 3)
plt.figure()
plt.plot([n, 2])
st.text("before")
plt.show()
st.text("between")
fig, ax = plt.subplots()
with st.container():
    print("printed first")
    plt.figure()
    plt.plot([n, 4])
    print("printed later")
ax.plot([n, 3])
st.text("last")
"""


def test_figures_stand_where_they_are_shown_and_open_ones_where_they_were_made(apps: Apps) -> None:
    apps.run("figures", FIGURES)
    figure = ("output", "<Figure size 640x480 with 1 Axes>")
    wanted = [
        ("text", "before"),
        figure,
        ("text", "between"),
        figure,
        *(("output", "printed first\n"), figure, ("output", "printed later\n")),
        ("text", "last"),
    ]
    assert apps.items("figures")[1:] == wanted
    assert len({o["data"]["image/png"] for o in pictures(apps)}) == 3  # each with all that was drawn in it
    before = pictures(apps)
    apps.move("N", [7.0])
    apps.wait_run("figures", 2)
    apps.wait(lambda: pictures(apps) != before)
    assert apps.items("figures")[1:] == wanted
    assert apps.kernel.evaluate("plt.get_fignums()") == []


def pictures(apps: Apps) -> list[Any]:
    return [o for m in _outputs(apps) for o in m["outputs"] if "image/png" in o.get("data", ())]


SLOW_FIGURE = """
import matplotlib.pyplot as plt, time
st.button("Go")
plt.plot([1, 2])
st.text("between")
time.sleep(0.4)
st.text("last")
"""


def test_a_slow_run_leaves_an_unchanged_figure_alone_all_the_time(apps: Apps) -> None:
    apps.run("slow", SLOW_FIGURE)
    (figure,) = _outputs(apps)
    mark = apps.kernel.mark()
    apps.click("Go")
    apps.wait_run("slow", 2)
    apps.settle()
    assert not figure.closed
    sent = [m.content for m in apps.kernel.since(mark, "comm_msg", "comm_open", "display_data")]
    assert [c for c in sent if c.get("comm_id") == figure.model_id or "png" in str(c)] == []
    assert "set" not in str(sent)  # what was not reached yet was dimmed, and nothing else was done


def test_what_matplotlib_keeps_open_is_shown_once(apps: Apps) -> None:
    apps.kernel.execute(
        "from matplotlib_inline.config import InlineBackend\nInlineBackend.instance().close_figures = False"
    )
    apps.run("kept", "import matplotlib.pyplot as plt\nst.button('Go')\nplt.figure('one')\nplt.plot([1, 2]);")
    assert [kind for kind, _ in apps.items("kept")] == ["button", "output"]
    apps.click("Go")
    apps.wait_run("kept", 2)
    assert [kind for kind, _ in apps.items("kept")] == ["button", "output"]
    apps.kernel.execute("InlineBackend.instance().close_figures = True\nplt.close('all')")


def test_a_figure_drawn_on_purpose_is_not_shown_twice(apps: Apps) -> None:
    apps.run(
        "pyplot",
        "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\n"
        "st.pyplot(fig)\nst.button('Go')",
    )
    assert [kind for kind, _ in apps.items("pyplot")] == ["pyplot", "button"]
    apps.click("Go")
    apps.wait_run("pyplot", 2)
    assert [kind for kind, _ in apps.items("pyplot")] == ["pyplot", "button"]
    assert apps.kernel.evaluate("plt.get_fignums()") == []


def test_an_unchanged_figure_is_not_sent_again(apps: Apps) -> None:
    apps.run("same", "import matplotlib.pyplot as plt\nst.button('Go')\nplt.plot([1, 2])")
    mark = apps.kernel.mark()
    apps.click("Go")
    apps.wait_run("same", 2)
    apps.settle()
    assert [m for m in apps.kernel.since(mark, "comm_msg", "display_data") if "png" in str(m.content)] == []


def test_a_progress_bar_of_carriage_returns_shows_its_last_state(apps: Apps) -> None:
    apps.run("bar", "import sys\nfor n in range(5):\n    sys.stderr.write(f'\\r{n} of 5')\nst.text('done')")
    (model,) = _outputs(apps)
    shown = model["outputs"][0]["text"]
    assert shown.split("\r")[-1] == "4 of 5"
    assert model["outputs"][0]["name"] == "stderr"


def test_output_of_threads_is_not_taken_for_the_apps(apps: Apps) -> None:
    done = apps.run(
        "threads",
        "import threading\nt = threading.Thread(target=lambda: print('from the thread', flush=True))\n"
        "t.start(); t.join()\n"
        "print('from the script')",
    )
    assert "from the thread" not in apps.text("threads")
    assert "from the script" in apps.text("threads")
    apps.settle()
    assert "from the thread" in "".join(m.content["text"] for m in apps.kernel.since(0, "stream"))
    del done


ATTACHED = """
import threading, time
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx
st.button("Go")
box = st.container()
def work():
    with box:
        st.text("working")
        time.sleep(0.2)
        print("printed by the thread")
        st.text("done")
thread = add_script_run_ctx(threading.Thread(target=work))
thread.start()
print("printed by the script")
thread.join()
st.text("end")
"""


def test_an_attached_thread_draws_while_the_script_waits_and_its_prints_go_to_the_cell(apps: Apps) -> None:
    done = apps.run("attached", ATTACHED)
    wanted = ["[Go]", "working", "done", "printed by the script\n", "end"]
    assert [text for _, text in apps.items("attached")] == wanted
    mark = apps.kernel.mark()
    apps.click("Go")
    apps.wait_run("attached", 2)
    assert [text for _, text in apps.items("attached")] == wanted
    apps.kernel.wait_quiet()
    assert done.stdout + "".join(m.content["text"] for m in apps.kernel.since(mark, "stream")) == (
        "printed by the thread\n" * 2
    )


def test_capture_ends_with_the_run_however_it_ended(apps: Apps) -> None:
    apps.run("fails", "print('in the app')\nst.button('Go')\n1 / 0")
    assert (
        apps.kernel.execute("print('plain')\nimport sys; print('err', file=sys.stderr)").stdout == "plain\n"
    )
    apps.click("Go")
    apps.wait_run("fails", 2)
    done = apps.kernel.execute("print('again'); display('shown')")
    assert done.stdout == "again\n"
    assert done.displays == [{"text/plain": "'shown'"}]
    apps.run(
        "replaced",
        "import sys, io\nkept = sys.stdout\nsys.stdout = io.StringIO()\nprint('lost')\nsys.stdout = kept",
    )
    assert apps.kernel.execute("print('still here')").stdout == "still here\n"
    assert apps.kernel.evaluate("input.__module__") != "jupyter_session_state._jupyter.output"


def test_capture_ends_with_an_interrupt(apps: Apps) -> None:
    apps.run("endless", "if st.button('Go'):\n    print('in the app')\n    while True:\n        pass")
    apps.click("Go")
    apps.wait_text("endless", "in the app")
    apps.kernel.interrupt()
    apps.wait_text("endless", "KeyboardInterrupt")
    assert apps.kernel.execute("print('plain')").stdout == "plain\n"


def test_ten_megabytes_of_print_are_cut_with_a_note(apps: Apps) -> None:
    mark = apps.kernel.mark()
    apps.run("floods", "for _ in range(100):\n    print('x' * 100_000)\nst.text('the end')")
    text = apps.text("floods")
    assert "the rest is not shown" in text
    assert text.endswith("the end")
    assert len(text) < 300_000
    assert sum(len(str(m.content)) for m in apps.kernel.since(mark)) < 2_000_000


def test_ten_megabytes_in_an_element_are_cut_with_a_note(apps: Apps) -> None:
    mark = apps.kernel.mark()
    apps.run("floods", "st.write('x' * 10_000_000)\nst.text('the end')")
    text = apps.text("floods")
    assert text.endswith("the end")
    assert len(text) < 1_000_000
    assert sum(len(str(m.content)) for m in apps.kernel.since(mark)) < 5_000_000


STREAMS = """
import time
go = st.button("Go")
st.text("first")
print("begins")
for part in range(60):
    if go:
        print("line", part)
        time.sleep(0.01)
st.text(f"end {go}")
"""


def _patches(apps: Apps, mark: int, model_id: str) -> list[dict[str, Any]]:
    """What a Block was told since a mark, in order: a run may be over before anybody looks."""
    sent = [m.content for m in apps.kernel.since(mark, "comm_msg") if m.content["comm_id"] == model_id]
    return [s["data"]["content"] for s in sent if s["data"].get("content", {}).get("op") == "patch"]


def test_a_long_run_shows_while_it_goes_on_with_the_old_tail_kept(apps: Apps) -> None:
    apps.run("streams", STREAMS)
    root, main, mark = apps.root("streams"), _main(apps), apps.kernel.mark()
    apps.click("Go")
    apps.wait_text("streams", "end True")
    apps.wait(lambda: [p["props"]["running"] for p in _patches(apps, mark, root.model_id)] == [True, False])
    stale = [p["stale"] for p in _patches(apps, mark, main.model_id) if "stale" in p]
    assert stale[0] is not None
    assert stale[-1] is None
    assert doc_of(main)["stale"] is None
    assert "line 59" in apps.text("streams")


def test_a_long_first_run_is_displayed_before_its_end(apps: Apps) -> None:
    running = apps.kernel.submit(
        "%%stateapp first\nimport time\nst.text('early')\n"
        "while 'seen' not in st.session_state:\n    time.sleep(0.01)\n"
        "    if time.monotonic() - globals().setdefault('start', time.monotonic()) > 1:\n"
        "        break\nst.text('late')"
    )
    apps.wait_text("first", "early")
    assert "late" not in apps.text("first")
    apps.wait(lambda: [m for m in apps.kernel.since(0, "display_data") if m.parent == running])
    done = apps.kernel.finish(running)
    assert "late" in apps.text("first")
    updates = [m for m in done.messages if m.type == "update_display_data"]
    assert "late" in updates[-1].content["data"]["text/html"]


def test_a_spinner_is_seen_while_its_block_runs(apps: Apps) -> None:
    apps.run(
        "spins",
        "import time\nif st.button('Go'):\n    with st.spinner('Working hard'):\n"
        "        time.sleep(0.5)\nst.text('ready')",
    )
    apps.click("Go")
    apps.wait_text("spins", "Working hard")
    apps.wait(lambda: "Working hard" not in apps.text("spins"))
    assert apps.text("spins").endswith("ready")


def test_what_a_callback_prints_and_plots_stands_above(apps: Apps) -> None:
    apps.run(
        "calls",
        "def f():\n    print('called')\n    display('shown')\nst.button('Go', on_click=f)\nst.text('below')",
    )
    apps.click("Go")
    apps.wait_text("calls", "called")
    assert [text.strip() for text in apps.text("calls").splitlines()] == [
        "called",
        "",
        "'shown'",
        "[Go]",
        "below",
    ]


CLEARED = """
from IPython.display import clear_output
import time
st.text("stays")
st.button("Go")
print("gone")
display("gone too")
for n in range(3):
    clear_output(wait=True)
    print("n is", n)
    time.sleep(0.1)
box = st.container()
print("below")
with box:
    print("in the box")
    clear_output()
"""


def test_clear_output_clears_what_was_captured_at_its_place(apps: Apps) -> None:
    apps.run("clears", CLEARED)
    assert [text.strip() for _, text in apps.items("clears")] == ["stays", "[Go]", "n is 2", "below"]
    mark = apps.kernel.mark()
    apps.click("Go")
    apps.wait_run("clears", 2)
    apps.settle()
    assert [text.strip() for _, text in apps.items("clears")] == ["stays", "[Go]", "n is 2", "below"]
    assert list(apps.kernel.since(mark, "comm_open")) == []  # it is one output that changes


def test_what_is_put_out_in_a_spot_stands_there_until_the_spot_is_used_again(apps: Apps) -> None:
    apps.run(
        "spot",
        "spot = st.empty()\nst.text('below')\nwith spot:\n    print('first')\n"
        "with spot:\n    print('second')\n    display('shown')\n    print('third')",
    )
    assert apps.items("spot") == [("output", "second\n'shown'third\n"), ("text", "below")]


def test_a_log_is_shown_whoever_made_its_handler_and_only_in_its_app(apps: Apps) -> None:
    setup = "import logging\nlog = logging.getLogger('own')\nlog.propagate = False\n"
    handler = "log.handlers[:] = [logging.StreamHandler()]\n"
    apps.kernel.execute(setup + handler)
    for name, made in (("before", ""), ("within", handler)):
        apps.run(name, f"{setup}{made}st.button('Go {name}')\nlog.warning('logged')")
        apps.click(f"Go {name}")
        apps.wait_run(name, 2)
        assert apps.text(name) == f"[Go {name}]\nlogged\n"
    done = apps.kernel.execute("log.warning('by a plain cell')")
    assert "by a plain cell" in done.stderr
    apps.click("Go within")
    apps.wait_run("within", 3)
    assert "plain" not in apps.text("within")


BAD = """
class Bad:
    def _repr_html_(self): raise ValueError("bad repr")
    def __repr__(self): return "plain"
st.button("Go")
display(Bad())
"""


def test_a_repr_that_fails_is_told_in_the_app_in_each_run(apps: Apps) -> None:
    done = apps.run("bad", BAD)
    shown = [("button", "[Go]"), ("output", "ValueError: bad repr"), ("output", "plain")]
    assert apps.items("bad") == shown
    apps.click("Go")
    apps.wait_run("bad", 2)
    assert apps.items("bad") == shown
    assert done.error is None
    assert "line 4" in str([m["outputs"] for m in _outputs(apps)])  # of the cell


def test_a_warning_names_the_line_of_the_cell_in_each_run(apps: Apps) -> None:
    apps.run("warns", "import warnings\nst.button('Go')\nwarnings.warn('beware')")
    first = apps.text("warns")
    assert ":4: UserWarning: beware\n  warnings.warn('beware')" in first
    apps.click("Go")
    apps.wait_run("warns", 2)
    assert apps.text("warns") == first


LINES = """
import time
st.button("Go")
for n in range(10_000):
    print("line", n)
    if n % 100 == 0:
        time.sleep(0.01)
"""


def test_ten_thousand_lines_are_sent_about_once_while_they_stream(apps: Apps) -> None:
    apps.run("lines", "st.button('Go')")
    apps.run("lines", LINES)
    written = sum(len(f"line {n}\n") for n in range(10_000))
    sent = [m for m in apps.kernel.since(0, "comm_msg", "comm_open") if "line " in str(m.content)]
    assert written < sum(len(str(m.content)) for m in sent) < 4 * written
    assert "".join(text for kind, text in apps.items("lines") if kind == "output").count("\n") == 10_000
    mark = apps.kernel.mark()
    apps.click("Go")
    apps.wait_run("lines", 2)
    apps.settle()
    again = [m for m in apps.kernel.since(mark, "comm_msg", "comm_open") if "line " in str(m.content)]
    assert sum(len(str(m.content)) for m in again) < 0.5 * written


def _outputs(apps: Apps) -> list[Model]:
    return [m for m in apps.kernel.widgets() if "outputs" in m.state]


def _main(apps: Apps) -> Model:
    (main,) = [m for m in apps.kernel.widgets() if m.state.get("doc", {}).get("kind") == "main"]
    return main


def test_what_a_display_handle_shows_is_exchanged_in_its_place(apps: Apps) -> None:
    apps.run(
        "handle", "h = display('first', display_id=True)\nst.text('x')\nh.update('second')\nst.button('Go')"
    )
    assert apps.text("handle") == "'second'\nx\n[Go]"
    apps.click("Go")
    apps.wait_run("handle", 2)
    assert apps.text("handle") == "'second'\nx\n[Go]"


def test_a_display_handle_of_a_plain_cell_is_updated_there(apps: Apps) -> None:
    apps.kernel.execute("plain = display('first', display_id='of a plain cell')")
    done = apps.run("handle", "plain.update('second')\nst.text('x')")
    assert apps.text("handle") == "x"
    # A busy machine lets the browser's first answers come late, and a run more is made for them.
    updates = [m.content["data"] for m in done.messages if m.type == "update_display_data"]
    assert updates
    assert all(data == {"text/plain": "'second'"} for data in updates)
