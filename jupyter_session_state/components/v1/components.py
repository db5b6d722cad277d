"""``streamlit.components.v1.components``: where packages of components find what they are declared with."""

from __future__ import annotations

from jupyter_session_state.components.v1 import declare_component, html, iframe
from jupyter_session_state.elements.component_messages import MarshallComponentException
from jupyter_session_state.elements.declared_components import CustomComponent

__all__ = ["CustomComponent", "MarshallComponentException", "declare_component", "html", "iframe"]
