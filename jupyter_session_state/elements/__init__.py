"""The element functions, one file for each kind or small family."""

from __future__ import annotations

from jupyter_session_state.elements.alerts import error, exception, info, success, warning
from jupyter_session_state.elements.buttons import button, form_submit_button
from jupyter_session_state.elements.caching import cache_data, cache_resource
from jupyter_session_state.elements.chat_inputs import chat_input
from jupyter_session_state.elements.checkboxes import checkbox, toggle
from jupyter_session_state.elements.color_pickers import color_picker
from jupyter_session_state.elements.containers import columns, container, empty, form, space
from jupyter_session_state.elements.control_flow import rerun, stop
from jupyter_session_state.elements.data_editors import data_editor
from jupyter_session_state.elements.dataframes import dataframe
from jupyter_session_state.elements.date_inputs import date_input
from jupyter_session_state.elements.datetime_inputs import datetime_input
from jupyter_session_state.elements.delta_generator import DeltaGenerator
from jupyter_session_state.elements.dialogs import dialog
from jupyter_session_state.elements.disclosures import expander, popover, tabs
from jupyter_session_state.elements.download_buttons import download_button
from jupyter_session_state.elements.feedbacks import feedback
from jupyter_session_state.elements.figures import pyplot
from jupyter_session_state.elements.file_uploaders import file_uploader
from jupyter_session_state.elements.fragments import fragment
from jupyter_session_state.elements.helps import help  # noqa: A004 - as in Streamlit
from jupyter_session_state.elements.jsons import json
from jupyter_session_state.elements.link_buttons import link_button
from jupyter_session_state.elements.menu_buttons import menu_button
from jupyter_session_state.elements.multiselects import multiselect
from jupyter_session_state.elements.navigations import navigation, page_link, switch_page
from jupyter_session_state.elements.number_inputs import number_input
from jupyter_session_state.elements.pages import Page
from jupyter_session_state.elements.pills import pills
from jupyter_session_state.elements.progresses import progress
from jupyter_session_state.elements.radios import radio
from jupyter_session_state.elements.raw import bind, widget
from jupyter_session_state.elements.recordings import audio_input, camera_input
from jupyter_session_state.elements.segmented_controls import segmented_control
from jupyter_session_state.elements.select_sliders import select_slider
from jupyter_session_state.elements.selectboxes import selectbox
from jupyter_session_state.elements.sliders import slider
from jupyter_session_state.elements.spinners import spinner
from jupyter_session_state.elements.state import query_params, session_state
from jupyter_session_state.elements.statuses import status
from jupyter_session_state.elements.streams import write_stream
from jupyter_session_state.elements.text_areas import text_area
from jupyter_session_state.elements.text_inputs import text_input
from jupyter_session_state.elements.texts import caption, header, markdown, subheader, text, title
from jupyter_session_state.elements.time_inputs import time_input
from jupyter_session_state.elements.toasts import toast
from jupyter_session_state.elements.writes import write

bottom = DeltaGenerator(root="bottom")
"""The foot of the page, where a chat input stands: ``st.bottom.write(...)`` or ``with st.bottom:``."""

sidebar = DeltaGenerator(root="sidebar")
"""The column at the side: ``st.sidebar.write(...)`` or ``with st.sidebar:``."""

__all__ = [
    "DeltaGenerator",
    "Page",
    "audio_input",
    "bind",
    "bottom",
    "button",
    "cache_data",
    "cache_resource",
    "camera_input",
    "caption",
    "chat_input",
    "checkbox",
    "color_picker",
    "columns",
    "container",
    "data_editor",
    "dataframe",
    "date_input",
    "datetime_input",
    "dialog",
    "download_button",
    "empty",
    "error",
    "exception",
    "expander",
    "feedback",
    "file_uploader",
    "form",
    "form_submit_button",
    "fragment",
    "header",
    "help",
    "info",
    "json",
    "link_button",
    "markdown",
    "menu_button",
    "multiselect",
    "navigation",
    "number_input",
    "page_link",
    "pills",
    "popover",
    "progress",
    "pyplot",
    "query_params",
    "radio",
    "rerun",
    "segmented_control",
    "select_slider",
    "selectbox",
    "session_state",
    "sidebar",
    "slider",
    "space",
    "spinner",
    "status",
    "stop",
    "subheader",
    "success",
    "switch_page",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "time_input",
    "title",
    "toast",
    "toggle",
    "warning",
    "widget",
    "write",
    "write_stream",
]
