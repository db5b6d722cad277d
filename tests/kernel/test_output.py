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
plt.figure()
plt.plot([n, 3])
plt.figure()
plt.plot([n, 4])
st.text("last")
"""


def test_figures_stand_where_they_are_shown_and_open_ones_at_the_end(apps: Apps) -> None:
    apps.run("figures", FIGURES)
    wanted = ["slider", "text", "output", "text", "text", "output", "output"]
    assert [kind for kind, _ in apps.items("figures")] == wanted
    assert all("image/png" in o["data"] for m in _outputs(apps) for o in m["outputs"])
    before = [m["outputs"] for m in _outputs(apps)]
    apps.move("N", [7.0])
    apps.wait_run("figures", 2)
    apps.wait(lambda: [m["outputs"] for m in _outputs(apps)] != before)
    assert [kind for kind, _ in apps.items("figures")] == wanted
    assert apps.kernel.evaluate("plt.get_fignums()") == []


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
    apps.kernel.wait_quiet()
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
    apps.kernel.wait_quiet()
    assert "from the thread" in "".join(m.content["text"] for m in apps.kernel.since(0, "stream"))
    del done


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


def test_clear_output_clears_what_waits(apps: Apps) -> None:
    apps.run(
        "clears", "from IPython.display import clear_output\nprint('gone')\nclear_output()\nprint('here')"
    )
    assert apps.text("clears").strip() == "here"


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
    (update,) = [m for m in done.messages if m.type == "update_display_data"]
    assert update.content["data"] == {"text/plain": "'second'"}
