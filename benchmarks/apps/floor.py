"""The apps written by hand with ipywidgets: each event changes exactly what it must. The least that is possible."""

from __future__ import annotations

import time
from typing import Any

import ipywidgets

from benchmarks.apps.shown import RUNS, close, frame, line, show, slider

__all__ = ["RUNS", "close", "counter", "drag", "form", "rows", "table", "texts"]


def rows(n: int) -> None:
    """Show n sliders, each with its text."""
    children = []
    for row in range(n):
        moved, label = slider(row), ipywidgets.Label(line(row, 0))

        def changed(change: Any, row: int = row, label: Any = label) -> None:
            label.value = line(row, change["new"])

        moved.observe(changed, "value")
        children += [moved, label]
    show(*children)


def counter(_: int) -> None:
    """Show a button and how often it was clicked."""
    button, label = ipywidgets.Button(description="add"), ipywidgets.Label("count 0;")
    count = [0]

    def click(_: Any) -> None:
        count[0] += 1
        label.value = f"count {count[0]};"

    button.on_click(click)
    show(button, label)


def drag(_: int) -> None:
    """Show a slider whose answer takes 50 ms."""
    moved, label = slider(), ipywidgets.Label(line(0, 0))

    def changed(change: Any) -> None:
        RUNS[0] += 1
        time.sleep(0.05)
        label.value = line(0, change["new"])

    moved.observe(changed, "value")
    show(moved, label)


def form(_: int) -> None:
    """Show twenty fields and a button that sends them."""
    inputs = [ipywidgets.Text(description=f"t{i}") for i in range(20)]
    button, label = ipywidgets.Button(description="submit"), ipywidgets.Label("sent " + "|" * 19 + ";")

    def click(_: Any) -> None:
        RUNS[0] += 1
        label.value = "sent " + "|".join(field.value for field in inputs) + ";"

    button.on_click(click)
    show(*inputs, button, label)


def table(_: int) -> None:
    """Show a slider, its text, and a table that never changes."""
    moved, label = slider(), ipywidgets.Label(line(0, 0))

    def changed(change: Any) -> None:
        label.value = line(0, change["new"])

    moved.observe(changed, "value")
    show(moved, label, ipywidgets.HTML(frame().to_html(max_rows=60)))


def texts(_: int) -> None:
    """Show a slider and a thousand texts that change with it."""
    moved = slider()
    labels = [ipywidgets.Label(f"text {i}: 0;") for i in range(1000)]

    def changed(change: Any) -> None:
        for number, label in enumerate(labels):
            label.value = f"text {number}: {change['new']};"

    moved.observe(changed, "value")
    show(moved, *labels)
