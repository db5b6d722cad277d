"""Plain ipywidgets in a script: bound to keys, one instance for all runs, their handlers are callbacks."""

from __future__ import annotations

import pytest

from tests.kernel.apps import Apps

SPEED = """
w = widgets.IntSlider(value=3, max=10, description="Speed")
b = widgets.Button(description="Reset")
b.on_click(lambda _: (print("reset"), session_state.update(w=0)))
display(w, b)
print("square", w.value ** 2)
"""


def test_a_named_widget_is_bound_to_its_name_and_stays_the_same(apps: Apps) -> None:
    apps.run("speed", SPEED)
    apps.kernel.execute("first, model = w, w.model_id")
    apps.move("Speed", 7)
    apps.wait_text("speed", "square 49")
    assert apps.kernel.evaluate("session_state.w") == 7
    assert apps.kernel.evaluate("first is w") is True
    assert apps.control("Speed").model_id == apps.kernel.evaluate("model")


def test_a_click_handler_is_a_callback_and_its_output_stands_in_the_app(apps: Apps) -> None:
    apps.run("speed", SPEED)
    apps.move("Speed", 7)
    apps.wait_text("speed", "square 49")
    for _ in range(2):
        apps.click("Reset")
    apps.wait_text("speed", "square 0")
    apps.wait_run("speed", 4)
    apps.wait_text("speed", "reset")
    assert apps.text("speed").count("reset") == 1  # handlers of earlier runs are gone
    assert apps.control("Speed")["value"] == 0
    assert apps.last("speed")["callbacks"] == ["<lambda>"]


def test_an_observer_is_a_callback_with_the_change_and_does_not_pile_up(apps: Apps) -> None:
    apps.run(
        "observed",
        "w = widgets.IntSlider(description='W')\n"
        "def seen(change):\n    print('from', change.old, 'to', change.new, change.owner is w)\n"
        "w.observe(seen, 'value')\ndisplay(w)\nprint('value', w.value)",
    )
    for value, old in ((4, 0), (5, 4), (6, 5)):
        apps.move("W", value)
        apps.wait_text("observed", f"value {value}")
        text = apps.wait_text("observed", f"to {value}")
        assert text.startswith(f"from {old} to {value} True\n")
        assert text.count("from") == 1


def test_a_handler_that_raises_is_shown_in_the_app(apps: Apps) -> None:
    apps.run(
        "broken",
        "b = widgets.Button(description='B')\nb.on_click(lambda _: 1 / 0)\ndisplay(b)\nprint('drawn')",
    )
    apps.click("B")
    text = apps.wait_text("broken", "ZeroDivisionError")
    assert "line 3" in text
    apps.run("broken", "w = widgets.Text(description='W')\nw.observe(lambda c: 1 / 0, 'value')\ndisplay(w)")
    apps.move("W", "x")
    apps.wait_text("broken", "ZeroDivisionError")


def test_arguments_that_changed_are_given_to_the_first_instance(apps: Apps) -> None:
    apps.run(
        "patched",
        "n = widgets.IntSlider(value=1, max=9, description='N')\n"
        "m = widgets.IntSlider(max=10 * n.value, description='M', disabled=n.value > 5,\n"
        "                      layout=widgets.Layout(width=f'{n.value}00px'))\n"
        "text = widgets.HTML(f'<b>{n.value}</b>')\ndisplay(n, m, text)",
    )
    m = apps.control("M")
    assert m["max"] == 10
    apps.move("N", 7)
    apps.wait_run("patched", 2)
    apps.kernel.wait(lambda: m["max"] == 70 and m["disabled"])
    layout = apps.kernel.page.models[m["layout"].removeprefix("IPY_MODEL_")]
    apps.kernel.wait(lambda: layout["width"] == "700px")
    apps.kernel.widget(value="<b>7</b>")


def test_a_dropdown_is_bound_by_its_value(apps: Apps) -> None:
    apps.run(
        "drop",
        "d = widgets.Dropdown(options=[('one', 1), ('two', 2)], value=2, description='D')\n"
        "display(d)\nprint('got', d.value)",
    )
    assert "got 2" in apps.text("drop")
    apps.kernel.set(apps.control("D"), index=0)
    apps.wait_text("drop", "got 1")
    assert apps.kernel.evaluate("session_state.d") == 1
    apps.kernel.execute("session_state.d = 2\n%stateapp rerun drop")
    apps.wait_text("drop", "got 2")
    assert apps.control("D")["index"] == 1


def test_options_that_change_keep_the_choice_where_it_is_among_them(apps: Apps) -> None:
    apps.run(
        "drop",
        "n = widgets.IntSlider(value=3, description='N')\n"
        "d = widgets.Dropdown(options=list(range(n.value)), description='D')\n"
        "display(n, d)\nprint('got', d.value)",
    )
    apps.kernel.set(apps.control("D"), index=2)
    apps.wait_text("drop", "got 2")
    apps.move("N", 5)
    apps.wait_run("drop", 3)
    apps.kernel.wait(lambda: apps.control("D")["_options_labels"] == ["0", "1", "2", "3", "4"])
    assert "got 2" in apps.text("drop")
    assert apps.control("D")["index"] == 2


def test_widgets_in_nested_boxes_stay_and_answer(apps: Apps) -> None:
    apps.run(
        "boxes",
        "deep = widgets.IntText(description='Deep')\n"
        "display(widgets.VBox([widgets.HBox([deep, widgets.Text(description='Unnamed')]), widgets.HTML('x')]))\n"
        "print('deep', deep.value)",
    )
    before = {m.model_id for m in apps.kernel.widgets()}
    apps.move("Deep", 5)
    apps.wait_text("boxes", "deep 5")
    apps.move("Unnamed", "abc")
    apps.wait_run("boxes", 3)
    apps.move("Deep", 6)
    apps.wait_text("boxes", "deep 6")
    assert apps.control("Unnamed")["value"] == "abc"
    assert {m.model_id for m in apps.kernel.widgets()} == before


def test_a_loop_builds_several_under_one_name(apps: Apps) -> None:
    apps.run(
        "loop",
        "rows = []\nfor i in range(3):\n    t = widgets.IntText(description=f'T{i}')\n    rows.append(t)\n"
        "display(widgets.VBox(rows))\nprint([r.value for r in rows])",
    )
    assert "[0, 0, 0]" in apps.text("loop")
    for i in range(3):
        apps.move(f"T{i}", i + 1)
        apps.wait_run("loop", i + 2)
    apps.wait_text("loop", "[1, 2, 3]")
    assert len(apps.kernel.widgets(_model_name="IntTextModel")) == 3


def test_an_anywidget_with_a_synced_trait_is_bound(apps: Apps) -> None:
    apps.kernel.execute(
        "import anywidget, traitlets\n"
        "class Counter(anywidget.AnyWidget):\n"
        "    _esm = 'export default {render() {}}'\n"
        "    value = traitlets.Int(0).tag(sync=True)\n"
        "    zoom = traitlets.Int(1).tag(sync=True)\n"
        "    title = traitlets.Unicode('').tag(sync=True)"
    )
    apps.run("any", "c = Counter(title='mine')\ndisplay(c)\nprint('counted', c.value)")
    apps.kernel.set(apps.kernel.widget(title="mine"), value=3)
    apps.wait_text("any", "counted 3")
    assert apps.kernel.evaluate("session_state.c") == 3


def test_bind_keeps_traits_under_a_key_and_calls_back(apps: Apps) -> None:
    apps.kernel.execute(
        "import anywidget, traitlets\n"
        "class Map(anywidget.AnyWidget):\n"
        "    _esm = 'export default {render() {}}'\n"
        "    center = traitlets.List([0, 0]).tag(sync=True)\n"
        "    zoom = traitlets.Int(1).tag(sync=True)\n"
        "    name = traitlets.Unicode('').tag(sync=True)"
    )
    apps.run(
        "map",
        "def moved(by, more=0):\n    print('moved', by, more, session_state.map['zoom'])\n"
        "m = bind(Map(center=[52, 10], name='map'), key='map', traits=['center', 'zoom'], on_change=moved, args=(1,),\n"
        "         kwargs={'more': 2})\n"
        "display(m)\nprint('at', m.center, m.zoom, 'm' in session_state)",
    )
    assert "at [52, 10] 1 False" in apps.text("map")
    apps.kernel.execute("first = m")
    apps.kernel.set(apps.kernel.widget(name="map"), zoom=4)
    apps.wait_text("map", "at [52, 10] 4")
    assert apps.wait_text("map", "moved").startswith("moved 1 2 4")
    assert apps.kernel.evaluate("session_state.map") == {"center": [52, 10], "zoom": 4}
    assert apps.kernel.evaluate("first is m") is True


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("bind(3, key='x')", "takes an ipywidget"),
        ("bind(widgets.IntSlider(), key='x', traits=['speed'])", "no trait 'speed'"),
        ("bind(widgets.IntSlider(), key='x', on_change=3)", "must be a function"),
        ("bind(widgets.IntSlider(), key='')", "must not be empty"),
        ("bind(widgets.HBox(), key='x')", "no trait 'value'"),
        ("widget('nobody')", "no app shows a widget of that key"),
    ],
)
def test_a_bind_that_cannot_be_is_a_clear_error(apps: Apps, call: str, told: str) -> None:
    apps.run("bad", f"print('above')\n{call}")
    assert told in apps.text("bad")


def test_widget_gives_the_ipywidget_behind_a_key(apps: Apps) -> None:
    apps.run(
        "behind",
        "x = st.slider('X', 0, 9, key='x')\nw = widgets.IntSlider(description='W')\ndisplay(w)\n"
        "st.text(f'{x} {w.value} {widget(\"w\") is w}')",
    )
    assert apps.text("behind").endswith("0 0 True")
    apps.kernel.execute("from jupyter_session_state import widget\nslider, plain = widget('x'), widget('w')")
    assert apps.kernel.evaluate("slider.model_id") == apps.control("X").model_id
    assert apps.kernel.evaluate("plain.model_id") == apps.control("W").model_id
    apps.kernel.execute("seen = []\nslider.observe(lambda change: seen.append(change.new), 'value')")
    apps.move("X", [4.0])
    apps.wait_text("behind", "4 0 True")
    assert apps.kernel.evaluate("seen") == [[4.0]]


@pytest.mark.parametrize("link", ["widgets.jslink", "widgets.link", "widgets.dlink", "widgets.jsdlink"])
def test_links_survive_reruns(apps: Apps, link: str) -> None:
    apps.run(
        "linked",
        "a = widgets.IntSlider(description='A')\nb = widgets.IntSlider(description='B')\n"
        f"{link}((a, 'value'), (b, 'value'))\ndisplay(a, b)\nprint('sum', a.value + b.value)",
    )
    count = len(apps.kernel.widgets())
    in_browser = link.startswith("widgets.js")
    if in_browser:
        (model,) = [m for m in apps.kernel.widgets() if "target" in m.state]
        ends = [f"IPY_MODEL_{apps.control(name).model_id}" for name in "AB"]
        assert [model["source"], model["target"]] == [[end, "value"] for end in ends]
    for value in (4, 5):
        apps.move("A", value)
        if in_browser:
            apps.move("B", value)
        apps.wait_text("linked", f"sum {2 * value}")
        assert apps.control("B")["value"] == value
    assert len(apps.kernel.widgets()) == count


def test_a_widget_of_a_plain_cell_is_shown_and_bound_and_never_closed(apps: Apps) -> None:
    apps.kernel.execute("import ipywidgets\nown = ipywidgets.IntSlider(description='Own')\nheard = []")
    apps.kernel.execute("own.observe(lambda change: heard.append(change.new), 'value')")
    apps.run("shows", "w = own\ndisplay(w)\nprint('value', w.value)")
    apps.move("Own", 4)
    apps.wait_text("shows", "value 4")
    assert apps.kernel.evaluate("session_state.w") == 4
    assert apps.kernel.evaluate("heard") == [4]
    apps.kernel.execute("own.value = 6")  # a plain cell moves it: the app follows
    apps.wait_text("shows", "value 6")
    apps.kernel.execute("%stateapp close shows")
    assert len(apps.kernel.widgets(description="Own")) == 1
    apps.move("Own", 8)
    apps.kernel.wait_value("heard", [4, 6, 8])
    assert (
        apps.kernel.evaluate("sum(len(h) for t in own._trait_notifiers.values() for h in t.values()) < 4")
        is True
    )


def test_a_button_of_a_plain_cell_keeps_its_own_handler(apps: Apps) -> None:
    apps.kernel.execute("import ipywidgets\npressed = []\nkey = ipywidgets.Button(description='Key')")
    apps.kernel.execute("key.on_click(lambda _: pressed.append(1))")
    apps.run("keys", "k = key\ndisplay(k)\nprint('pressed', len(pressed))")
    apps.click("Key")
    apps.wait_text("keys", "pressed 1")
    apps.kernel.execute("%stateapp close keys")
    apps.click("Key")
    apps.kernel.wait_value("pressed", [1, 1])


def test_a_widget_dropped_by_the_script_is_closed_and_comes_back_fresh(apps: Apps) -> None:
    apps.run(
        "drops",
        "on = widgets.Checkbox(True, description='On')\ndisplay(on)\n"
        "if on.value:\n    t = widgets.Text(description='T')\n    display(t)\n    print('t', t.value)",
    )
    apps.move("T", "abc")
    apps.wait_text("drops", "t abc")
    apps.move("On", value=False)
    apps.kernel.wait(lambda: not apps.kernel.widgets(description="T"))
    apps.move("On", value=True)
    apps.kernel.wait(lambda: len(apps.kernel.widgets(description="T")) == 1)
    apps.wait_text("drops", "t ")
    assert apps.last("drops")["ending"] == "completed"


def test_typing_into_a_continuous_text_loses_no_character(apps: Apps) -> None:
    from functools import partial

    apps.run(
        "typed",
        "import time\nt = widgets.Text(description='T')\ndisplay(t)\ntime.sleep(0.1)\nprint('got', t.value)",
    )
    text = "the quick brown fox jumps over the lazy dog"
    apps.kernel.play([partial(apps.move, "T", text[: end + 1]) for end in range(len(text))], hz=60)
    apps.wait_text("typed", f"got {text}")
    assert apps.control("T")["value"] == text


BAR = """
import time
def work():
    bar = widgets.IntProgress(max=3, description="Bar")
    display(bar)
    for n in range(3):
        bar.value = n + 1
        time.sleep(0.05)
st.button("Go")
work()
st.text("done")
"""


def test_a_widget_that_a_function_shows_and_then_changes_changes_on_the_page_in_each_run(apps: Apps) -> None:
    apps.run("bar", BAR)
    bar = apps.kernel.widget(description="Bar")
    mark = apps.kernel.mark()
    apps.click("Go")
    apps.wait_run("bar", 2)
    apps.settle()
    assert apps.kernel.widget(description="Bar") is bar
    sent = [m.content for m in apps.kernel.since(mark, "comm_msg") if m.content["comm_id"] == bar.model_id]
    assert [c["data"]["state"] for c in sent if "state" in c["data"]] == [{"value": n} for n in (1, 2, 3)]
