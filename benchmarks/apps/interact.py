"""The apps as functions under `interact` of ipywidgets: the whole function runs again, its output is exchanged."""

from __future__ import annotations

import time
from typing import Any

import ipywidgets
from IPython.display import display

from benchmarks.apps.shown import RUNS, close, frame, line, show, slider

__all__ = ["RUNS", "close", "drag", "form", "rows", "table"]


def rows(n: int) -> None:
    """Show n sliders, and their texts below."""
    sliders = {f"s{row}": slider(row) for row in range(n)}

    def script(**values: int) -> None:
        for row in range(n):
            print(line(row, values[f"s{row}"]))

    show(*sliders.values(), ipywidgets.interactive_output(script, sliders))


def drag(_: int) -> None:
    """Show a slider whose answer takes 50 ms."""

    def script(value: int) -> None:
        RUNS[0] += 1
        time.sleep(0.05)
        print(line(0, value))

    moved = slider()
    output = ipywidgets.interactive_output(script, {"value": moved})
    show(moved, output)


def form(_: int) -> None:
    """Show twenty fields and a button that sends them."""
    names = [f"t{i}" for i in range(20)]

    def script(**values: str) -> None:
        RUNS[0] += 1
        print("sent " + "|".join(values[name] for name in names) + ";")

    fields: dict[str, Any] = {name: ipywidgets.Text(description=name) for name in names}
    made = ipywidgets.interactive(script, {"manual": True}, **fields)
    show(made)
    made.update()  # a function with a button does not run of its own accord


def table(_: int) -> None:
    """Show a slider, its text, and a table that never changes."""

    def script(value: int) -> None:
        print(line(0, value))
        display(frame())

    moved = slider()
    show(moved, ipywidgets.interactive_output(script, {"value": moved}))
