"""Where a page has the bytes of its pictures and sounds from.

In a live page they are named by their fingerprint, and travel once, as binary buffers, beside the HTML. In the saved
picture of an app, which no kernel serves, they stand in the HTML itself.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from jupyter_session_state._jupyter.markup.escape import escape

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Blob

Source: TypeAlias = "Callable[[Blob, str], str]"
"""Returns the attribute by which an element gets some bytes, such as ``src``."""


def named(blob: Blob, attribute: str) -> str:
    """Name the bytes; the view of the page sets the attribute once it has them."""
    return f'data-jss-{attribute}="{blob.fingerprint}" data-jss-type="{escape(blob.mime)}"'


def within(blob: Blob, attribute: str) -> str:
    """Put the bytes into the attribute."""
    if attribute == "srcdoc":
        return f'srcdoc="{escape(blob.data.decode("utf-8", "replace"))}"'
    return f'{attribute}="data:{escape(blob.mime)};base64,{base64.b64encode(blob.data).decode("ascii")}"'
