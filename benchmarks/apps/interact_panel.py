"""The panel under `interact`: the same controls, figure and table as `scripts/panel.py`; a cell runs it."""

from __future__ import annotations

import time
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import display
from ipywidgets import BoundedIntText, Checkbox, Dropdown, IntSlider, Text, interact


def panel(level: int, **_: Any) -> None:
    """Draw what the panel shows."""
    began = time.time() * 1e3
    print(f"reading {level}; began {began:.1f};")
    x = np.linspace(0, 10, 200)
    fig, ax = plt.subplots(figsize=(5, 3), dpi=100)
    ax.plot(x, np.sin(x * (1 + level / 20)))
    display(fig)
    plt.close(fig)
    display(pd.DataFrame(np.arange(100.0).reshape(20, 5), columns=list("abcde")))
    print(f"finished {level}; ended {time.time() * 1e3:.1f};")


def show() -> None:
    """Show the panel with its ten controls."""
    interact(
        panel,
        level=IntSlider(50, 0, 100, description="Level"),
        width=IntSlider(20, 0, 100, description="Width"),
        depth=IntSlider(30, 0, 100, description="Depth"),
        region=Dropdown(options=["north", "south", "west"], description="Region"),
        product=Dropdown(options=["tea", "coffee", "milk"], description="Product"),
        grid=Checkbox(description="Grid"),
        legend=Checkbox(description="Legend"),
        title=Text("Sales", description="Title"),
        note=Text(description="Note"),
        count=BoundedIntText(5, 0, 100, description="Count"),
    )
