"""`with Output():` and what builds on it: what is put out inside stays inside, from run to run."""

from __future__ import annotations

from typing import Any

from tests.kernel.apps import Apps


def outputs_of(apps: Apps, name: str) -> Any:
    return apps.kernel.evaluate(f"[o.get('text', o.get('data')) for o in {name}.outputs]")


def test_what_is_put_out_in_an_output_widget_is_in_it_once_however_often_the_script_runs(apps: Apps) -> None:
    apps.run(
        "inside",
        "s = widgets.IntSlider(description='S')\nout = widgets.Output()\n"
        "with out:\n    print('in', s.value)\n    display(s.value * 2)\n"
        "print('below')\nwith out:\n    print('again')\ndisplay(s, out)",
    )
    for value in (1, 2):
        apps.move("S", value)
        apps.kernel.wait_value(
            "[o.get('text', o.get('data')) for o in out.outputs]",
            [f"in {value}\n", {"text/plain": str(value * 2)}, "again\n"],
        )
    assert apps.text("inside").count("below") == 1


def test_clear_output_in_an_output_widget_leaves_the_rest_of_the_app_alone(apps: Apps) -> None:
    apps.run(
        "cleared",
        "from IPython.display import clear_output\nprint('above')\nout = widgets.Output()\n"
        "with out:\n    print('gone')\n    clear_output()\n    print('stays')\ndisplay(out)",
    )
    assert outputs_of(apps, "out") == ["stays\n"]
    assert "above" in apps.text("cleared")


def test_an_error_in_an_output_widget_is_shown_in_the_app_and_the_next_prints_are_outside(apps: Apps) -> None:
    apps.run(
        "failing",
        "out = widgets.Output()\ndisplay(out)\n"
        "try:\n    with out:\n        print('before')\n        1 / 0\nexcept ZeroDivisionError:\n    print('caught')",
    )
    assert outputs_of(apps, "out") == ["before\n"]
    assert "caught" in apps.text("failing")


def test_interactive_shows_its_result_in_its_place_and_answers_its_slider(apps: Apps) -> None:
    apps.run(
        "inter",
        "def f(x):\n    print('f of', x)\nprint('first')\n"
        "i = widgets.interactive(f, x=(0, 10))\ndisplay(i)\nprint('x is', i.children[0].value)",
    )
    assert outputs_of(apps, "i.out") == ["f of 5\n"]
    assert apps.text("inter").startswith("first")
    apps.move("x", 7)
    apps.wait_text("inter", "x is 7")
    apps.kernel.wait_value("[o.get('text') for o in i.out.outputs]", ["f of 7\n"])


def test_handlers_of_plain_cells_stay_and_put_out_as_they_would_without_an_app(apps: Apps) -> None:
    apps.run("plain", "w = widgets.IntSlider(description='P')\ndisplay(w)\nprint('w is', w.value)")
    apps.kernel.execute(
        "import ipywidgets\nlog = ipywidgets.Output()\n"
        "def note(change):\n    with log:\n        print('noted', change.new)\n"
        "w.observe(note, 'value')"
    )
    for value in (3, 4, 5):
        apps.move("P", value)
        apps.wait_text("plain", f"w is {value}")
    assert outputs_of(apps, "log") == ["noted 3\nnoted 4\nnoted 5\n"]
