"""What the apps in a kernel share: what is on show, how often a script began, and what it says."""

from __future__ import annotations

import gc
from typing import Any

import ipywidgets
import numpy as np
import pandas as pd
from IPython.display import display

RUNS = [0]
"""How often the script was begun since the app was shown."""

_SHOWN: list[Any] = []


def line(row: int, value: int) -> str:
    """Return what a row says."""
    return f"row {row}: {value * value};"


def frame() -> Any:
    """Return a data frame of ten thousand rows, made anew."""
    data = np.arange(100_000, dtype="float64").reshape(10_000, 10)
    return pd.DataFrame(data, columns=[f"c{j}" for j in range(10)])


def slider(row: int = 0) -> Any:
    """Return the slider of a row."""
    return ipywidgets.IntSlider(min=0, max=10_000, description=f"s{row}")


def show(*widgets: Any) -> None:
    """Display an app, and keep it as a notebook's variable would."""
    RUNS[0] = 0
    box = ipywidgets.VBox(widgets)
    _SHOWN.append(box)
    display(box)


def close() -> None:
    """Take away what is on show."""
    _SHOWN.clear()
    ipywidgets.Widget.close_all()
    gc.collect()
