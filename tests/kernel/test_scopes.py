"""Fragments, dialogs and pages in a real kernel: what is sent, what the clocks do, what the user's cells see."""

from __future__ import annotations

from tests.kernel.apps import Apps, doc_of
from tests.kernel.frontend import Model

PAGE = """
st.slider("Out", 0, 9, key="out")
@st.fragment
def part():
    on = st.checkbox("On", key="on")
    st.text(f"part {on} of {whose}")
    print("printed", on)
st.text("above")
whose = "mine"
with st.container():
    part()
st.text("below")
"""

CLOCK = """
st.session_state.setdefault("n", 0)
@st.fragment(run_every=0.1)
def clock():
    st.session_state.n += 1
    st.text(f"tick {st.session_state.n}")
st.text("script")
clock()
"""


def block(apps: Apps, kind: str) -> Model:
    """The one open container of a kind."""
    found = [m for m in apps.kernel.widgets() if (m.state.get("doc") or {}).get("kind") == kind]
    assert len(found) == 1, f"{len(found)} of {kind}"
    return found[0]


def test_a_run_of_a_fragment_sends_messages_for_what_is_in_it_only(apps: Apps) -> None:
    apps.run("page", PAGE)
    fragment = block(apps, "fragment")
    for on in (True, False):  # from the first one on, there is something to undo
        apps.kernel.set(apps.control("On"), value=on)
        apps.wait_text("page", f"part {on} of mine")
    apps.settle()
    mark = apps.kernel.mark()
    apps.kernel.set(apps.control("On"), value=True)
    apps.wait_text("page", "part True of mine")
    apps.settle()
    sent = apps.kernel.since(mark, "comm_msg", "comm_open", "comm_close")
    updates = [m for m in sent if m.content["data"].get("method") != "echo_update"]
    output = next(m.model_id for m in apps.kernel.widgets() if "outputs" in m.state)
    assert {m.content["comm_id"] for m in updates} == {fragment.model_id, output}
    assert all(m.type == "comm_msg" for m in sent)
    assert apps.last("page")["cause"] == "st.checkbox 'On' changed"
    shown = [line for line in apps.text("page").split("\n") if line]
    assert shown == ["[Out]", "above", "[On]", "part True of mine", "printed True", "below"]


def test_a_fragment_sees_the_names_of_its_app_and_the_notebook_keeps_its_own(apps: Apps) -> None:
    apps.kernel.execute("whose = 'the notebook'")
    apps.run("page", PAGE)
    apps.kernel.execute("seen = whose")
    apps.kernel.set(apps.control("On"), value=True)
    apps.wait_text("page", "part True of mine")
    assert apps.kernel.evaluate("seen, whose") == ("mine", "mine")


def test_a_drag_in_a_fragment_beside_a_slow_script_loses_nothing(apps: Apps) -> None:
    apps.run(
        "slow",
        "import time\n@st.fragment\ndef part(name):\n    x = st.slider(name, 0, 1000, key=name)\n"
        "    st.button('Hit ' + name, on_click=hit)\n    time.sleep(0.02)\n    st.text(f'{name}={x}')\n"
        "def hit():\n    st.session_state.clicks += 1\n"
        "st.session_state.setdefault('clicks', 0)\npart('a')\npart('b')\ntime.sleep(0.3)",
    )
    runs = apps.last("slow")["number"]
    for number in range(1, 21):
        apps.move("a", [float(number)])
        if number % 5 == 0:
            apps.click("Hit b")
            apps.move("b", [float(number)])
    apps.wait_text("slow", "a=20")
    apps.wait_text("slow", "b=20")
    apps.kernel.wait_value("session_state.clicks", 4)
    apps.settle()
    assert apps.kernel.evaluate("_app('slow').starts") - runs <= 30
    assert (apps.control("a")["value"], apps.control("b")["value"]) == ([20.0], [20.0])


def test_a_clock_runs_beside_plain_cells_and_stops_when_its_app_is_closed(apps: Apps) -> None:
    apps.run("clock", CLOCK)
    apps.wait_text("clock", "tick 3")
    for number in range(5):
        assert apps.kernel.execute(f"print({number})").stdout == f"{number}\n"
    ticks = apps.kernel.evaluate("session_state.n")
    apps.wait_text("clock", f"tick {ticks + 2}")
    assert "run_every" in apps.last("clock")["cause"]
    apps.kernel.execute("%stateapp close clock")
    apps.kernel.wait_quiet()
    ticks = apps.kernel.evaluate("session_state.n")
    mark = apps.kernel.mark()
    apps.kernel.wait_quiet(0.5)
    assert apps.kernel.evaluate("session_state.n") == ticks
    assert apps.kernel.since(mark, "comm_msg", "stream", "display_data") == []


def test_a_clock_stops_when_the_script_calls_it_no_more(apps: Apps) -> None:
    apps.run("clock", CLOCK.replace("\nclock()", "\nif not st.checkbox('Stop', key='stop'): clock()"))
    apps.wait_text("clock", "tick 2")
    apps.kernel.set(apps.control("Stop"), value=True)
    apps.kernel.wait(lambda: "tick" not in apps.text("clock"))
    apps.kernel.wait_quiet()
    assert apps.last("clock")["cause"] == "st.checkbox 'Stop' changed"


def test_a_cell_executed_again_has_one_clock(apps: Apps) -> None:
    for _ in range(3):
        apps.run("clock", CLOCK.replace("0.1", "1000"))
    assert apps.kernel.evaluate("len(_session().loop._alarms)") == 1


def test_a_plain_widget_of_a_fragment_stays_the_same_one(apps: Apps) -> None:
    apps.run(
        "plain",
        "st.session_state.setdefault('runs', 0)\nst.session_state.runs += 1\n"
        "@st.fragment\ndef part():\n    w = widgets.IntSlider(description='W')\n    display(w)\n"
        "    b = bind(widgets.IntText(description='B'), key='b')\n    display(b)\n"
        "    if not st.checkbox('Few', key='few'):\n        display(widgets.Text(description='Extra'))\n"
        "    print('w', w.value, 'b', b.value)\npart()",
    )
    slider, number = apps.control("W"), apps.control("B")
    for value in (3, 4):
        apps.kernel.set(slider, value=value)
        apps.wait_text("plain", f"w {value} b 0")
    apps.kernel.set(number, value=7)
    apps.wait_text("plain", "w 4 b 7")
    apps.settle()
    assert (apps.control("W").model_id, apps.control("B").model_id) == (slider.model_id, number.model_id)
    assert apps.kernel.evaluate("session_state.runs, session_state.b") == (1, 7)
    apps.kernel.set(apps.control("Few"), value=True)
    apps.kernel.wait(lambda: not apps.kernel.widgets(description="Extra"))
    assert not slider.closed


def test_a_dialog_that_its_user_closed_stays_closed_for_whoever_looks_later(apps: Apps) -> None:
    apps.run(
        "ask",
        "def bye(): st.session_state.bye = st.session_state.get('bye', 0) + 1\n"
        "@st.dialog('Why?', on_dismiss=bye)\ndef ask():\n    st.text('because')\n"
        "if st.button('Open') or st.session_state.get('always'):\n    ask()\nst.text('page')",
    )
    apps.click("Open")
    apps.wait_text("ask", "because")
    dialog = block(apps, "dialog")
    opening = doc_of(dialog)["props"]["opening"]
    assert opening
    apps.kernel.custom(dialog, {"op": "action", "name": "dismiss", "opening": opening})
    apps.kernel.wait(lambda: "because" not in apps.text("ask"))
    assert apps.kernel.evaluate("session_state.bye") == 1
    assert dialog.closed


def test_a_dialog_nobody_asks_about_is_closed_without_a_run(apps: Apps) -> None:
    apps.run("ask", "@st.dialog('Why?')\ndef ask():\n    st.text('because')\nask()")
    dialog = block(apps, "dialog")
    opening = doc_of(dialog)["props"]["opening"]
    apps.kernel.custom(dialog, {"op": "action", "name": "dismiss", "opening": opening - 1})
    apps.kernel.custom(dialog, {"op": "action", "name": "dismiss", "opening": opening})
    apps.kernel.wait(lambda: doc_of(dialog)["props"]["opening"] is None)
    assert apps.last("ask")["number"] == 1
    apps.kernel.execute("%stateapp rerun ask")
    apps.kernel.wait(lambda: doc_of(dialog)["props"]["opening"])


def test_a_link_turns_to_its_page_and_one_to_nowhere_does_not(apps: Apps) -> None:
    apps.run(
        "pages",
        "def home(): st.text('at home')\ndef about(): st.text('about it')\nst.navigation([home, about]).run()",
    )
    navigation = block(apps, "navigation")
    assert 'data-jss-key="/about"' in doc_of(navigation)["props"]["html"]
    for page in ("/none", "/about"):
        apps.kernel.custom(navigation, {"op": "action", "name": "page", "key": page})
    apps.wait_text("pages", "about it")
    assert apps.last("pages")["number"] == 2
    assert doc_of(navigation)["props"]["html"].count("aria-current") == 1


def test_a_page_in_a_file_beside_the_notebook(apps: Apps) -> None:
    apps.kernel.execute(
        "import tempfile, pathlib, os\nhere = os.getcwd()\nfolder = tempfile.mkdtemp()\nos.chdir(folder)\n"
        "pathlib.Path('costs.py').write_text(\"import streamlit as web\\nweb.text('costs')\\nmine = 1\")"
    )
    try:
        apps.run("pages", "st.navigation(['costs.py']).run()")
        assert apps.text("pages") == "costs"
        assert apps.kernel.evaluate("'mine' in globals(), 'web' in globals()") == (False, False)
    finally:
        apps.kernel.execute("os.chdir(here)")
