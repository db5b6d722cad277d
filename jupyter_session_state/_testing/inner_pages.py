"""What a test sees of pages within the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._testing.nodes import Element

if TYPE_CHECKING:
    from jupyter_session_state._core import element as core
    from jupyter_session_state._testing.blocks import ElementTree


class InnerPage(Element):
    """A page in a frame; that of a component of version 2 goes by another type, and its value is what it returned."""

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        super().__init__(element, root)
        if "returned" in element.props:
            self.type = "bidi_component"

    @property
    def value(self) -> Any:
        """What a component returned; None for any other page."""
        return self._element.props.get("returned")
