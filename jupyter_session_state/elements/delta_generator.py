"""The handle that containers and elements return: every element function as a method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.place import Node, Place
from jupyter_session_state.elements import directory
from jupyter_session_state.elements.absent import absent_method

if TYPE_CHECKING:
    from jupyter_session_state.elements.methods import Methods
else:
    Methods = Place


class DeltaGenerator(Methods):
    """A place to draw at.

    A container's handle draws into it, with ``box.write(...)`` or ``with box:``; the handle of an element
    replaces it. Mirrors ``streamlit.delta_generator.DeltaGenerator``. A script may give it attributes of its own.
    """

    def handle_of(self, node: Node, index: int | None = None) -> Any:
        """Return the handle of what is drawn there."""
        kind = node.head.kind if index is None else getattr(node.children[index], "kind", "")
        special = _HANDLES.get((kind, index is None))
        return (DeltaGenerator if special is None else directory.find(special))(node, index)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Let a script go on that calls what is not there; a note tells."""
            return absent_method(name)

    @property
    def open(self) -> bool | None:
        """Whether this tab, expander or popover is open; None if nobody asked to track it (``on_change``)."""
        node = self.node
        if self.index is not None or node.head.kind not in ("tab", "expander", "popover"):
            raise AttributeError(f"st.{node.head.kind} has no attribute 'open': it is always open")
        return node.opened


for _name in directory.METHODS:  # as `methods.Methods` declares them
    setattr(DeltaGenerator, _name, directory.LateMethod(DeltaGenerator, _name))

_HANDLES: Final = {
    ("status", True): "StatusContainer",
    ("grid", True): "GridContainer",
    ("skeleton", False): "SkeletonPlaceholder",
}
"""Names of the handles with more than these functions: by kind, and whether it is a container."""

bottom = _bottom = DeltaGenerator(root="bottom")
"""The foot of the page, where a chat input stands: ``st.bottom.write(...)`` or ``with st.bottom:``."""

# Scripts reach for these and for `_bottom` although they are private in Streamlit.
_main = DeltaGenerator(root="main")
_event = DeltaGenerator(root="event")

sidebar = DeltaGenerator(root="sidebar")
"""The column at the side: ``st.sidebar.write(...)`` or ``with st.sidebar:``."""
