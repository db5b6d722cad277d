"""Our own widget views: `Block` draws a container, the others are inputs.

`library()` holds the one model per kernel that carries the browser code; the others only name it.
"""

from __future__ import annotations

from jupyter_session_state._jupyter.views.block import UNCHANGED, Block, Item
from jupyter_session_state._jupyter.views.bundle import BundleMissingError, Library, library
from jupyter_session_state._jupyter.views.choices import ButtonGroup, Dropdown, MultiSelect, SelectSlider
from jupyter_session_state._jupyter.views.editor import DataEditor
from jupyter_session_state._jupyter.views.inputs import NumberInput, Slider

__all__ = [
    "UNCHANGED",
    "Block",
    "BundleMissingError",
    "ButtonGroup",
    "DataEditor",
    "Dropdown",
    "Item",
    "Library",
    "MultiSelect",
    "NumberInput",
    "SelectSlider",
    "Slider",
    "library",
]
