"""Our own widget views: `Block` draws a container, `Slider` and `NumberInput` are inputs.

`library()` holds the one model per kernel that carries the browser code; the others only name it.
"""

from __future__ import annotations

from jupyter_session_state._jupyter.views.block import UNCHANGED, Block, Item
from jupyter_session_state._jupyter.views.bundle import BundleMissingError, Library, library
from jupyter_session_state._jupyter.views.inputs import NumberInput, Slider

__all__ = ["UNCHANGED", "Block", "BundleMissingError", "Item", "Library", "NumberInput", "Slider", "library"]
