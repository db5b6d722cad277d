"""The apps as Solara components: the component runs again, what it returns is compared."""

from __future__ import annotations

import gc
import time
from typing import Any

import reacton
import solara
from IPython.display import display

from benchmarks.apps.shown import RUNS, frame, line

__all__ = ["RUNS", "close", "counter", "drag", "form", "rows", "table"]

_SHOWN: list[Any] = []


def close() -> None:
    """Take away what is on show; Solara's own widgets, such as its theme, outlive an app."""
    while _SHOWN:
        _SHOWN.pop().close()
    gc.collect()


def _show(component: Any) -> None:
    RUNS[0] = 0
    box, context = reacton.render(component(), handle_error=False)
    _SHOWN.append(context)
    display(box)


def rows(n: int) -> None:
    """Show n sliders, each with its text."""
    values = [solara.reactive(0) for _ in range(n)]

    @solara.component
    def app() -> None:
        with solara.Column():
            for i, value in enumerate(values):
                solara.SliderInt(f"s{i}", value=value.value, on_value=value.set, min=0, max=10_000)
                solara.Text(line(i, value.value))

    _show(app)


def counter(_: int) -> None:
    """Show a button and how often it was clicked."""
    count = solara.reactive(0)

    @solara.component
    def app() -> None:
        with solara.Column():
            solara.Button("add", on_click=lambda: count.set(count.value + 1))
            solara.Text(f"count {count.value};")

    _show(app)


def drag(_: int) -> None:
    """Show a slider whose answer takes 50 ms."""
    value = solara.reactive(0)

    @solara.component
    def app() -> None:
        with solara.Column():
            solara.SliderInt("s0", value=value.value, on_value=value.set, min=0, max=10_000)
            RUNS[0] += 1
            time.sleep(0.05)
            solara.Text(line(0, value.value))

    _show(app)


def form(_: int) -> None:
    """Show twenty fields and a button that sends them."""
    values = [solara.reactive("") for _ in range(20)]
    sent = solara.reactive("|" * 19)

    def submit() -> None:
        RUNS[0] += 1
        sent.set("|".join(value.value for value in values))

    @solara.component
    def app() -> None:
        with solara.Column():
            for i, value in enumerate(values):
                solara.InputText(f"t{i}", value=value, continuous_update=True)
            solara.Button("submit", on_click=submit)
            solara.Text(f"sent {sent.value};")

    _show(app)


def table(_: int) -> None:
    """Show a slider, its text, and a table that never changes."""
    value = solara.reactive(0)

    @solara.component
    def app() -> None:
        with solara.Column():
            solara.SliderInt("s0", value=value.value, on_value=value.set, min=0, max=10_000)
            solara.Text(line(0, value.value))
            solara.DataFrame(frame())

    _show(app)
