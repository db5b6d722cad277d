"""Our own widget views: `Block` draws a container, the others are inputs.

`library()` holds the one model per kernel that carries the browser code; the others only name it.
"""

from __future__ import annotations

from jupyter_session_state._jupyter.views.block import UNCHANGED, Block, Item
from jupyter_session_state._jupyter.views.bundle import BundleMissingError, Library, library
from jupyter_session_state._jupyter.views.buttons import ChatInput, Download, Link, Menu
from jupyter_session_state._jupyter.views.charts import Chart
from jupyter_session_state._jupyter.views.choices import (
    ButtonGroup,
    Dropdown,
    MultiSelect,
    Pagination,
    SelectSlider,
)
from jupyter_session_state._jupyter.views.components import Component
from jupyter_session_state._jupyter.views.grid import Grid
from jupyter_session_state._jupyter.views.inputs import ColorPicker, MomentInput, NumberInput, Slider
from jupyter_session_state._jupyter.views.uploads import Upload

__all__ = [
    "UNCHANGED",
    "Block",
    "BundleMissingError",
    "ButtonGroup",
    "Chart",
    "ChatInput",
    "ColorPicker",
    "Component",
    "Download",
    "Dropdown",
    "Grid",
    "Item",
    "Library",
    "Link",
    "Menu",
    "MomentInput",
    "MultiSelect",
    "NumberInput",
    "Pagination",
    "SelectSlider",
    "Slider",
    "Upload",
    "library",
]
