"""The element functions, one file for each kind or small family."""

from __future__ import annotations

from jupyter_session_state.elements.alerts import error, exception, info, success, warning
from jupyter_session_state.elements.buttons import button, form_submit_button
from jupyter_session_state.elements.checkboxes import checkbox
from jupyter_session_state.elements.containers import columns, container, empty, expander, form
from jupyter_session_state.elements.control_flow import rerun, stop
from jupyter_session_state.elements.delta_generator import DeltaGenerator
from jupyter_session_state.elements.number_inputs import number_input
from jupyter_session_state.elements.raw import bind, widget
from jupyter_session_state.elements.selectboxes import selectbox
from jupyter_session_state.elements.sliders import slider
from jupyter_session_state.elements.text_inputs import text_input
from jupyter_session_state.elements.texts import caption, header, markdown, subheader, text, title

sidebar = DeltaGenerator(root="sidebar")
"""The column at the side: ``st.sidebar.write(...)`` or ``with st.sidebar:``."""

__all__ = [
    "DeltaGenerator",
    "bind",
    "button",
    "caption",
    "checkbox",
    "columns",
    "container",
    "empty",
    "error",
    "exception",
    "expander",
    "form",
    "form_submit_button",
    "header",
    "info",
    "markdown",
    "number_input",
    "rerun",
    "selectbox",
    "sidebar",
    "slider",
    "stop",
    "subheader",
    "success",
    "text",
    "text_input",
    "title",
    "warning",
    "widget",
]
