"""The element functions, one file for each kind or small family.

A family is loaded when one of its names is used first (`directory`), so that importing the package takes no longer
for every element it has. Type checkers read the imports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state.elements import directory

if TYPE_CHECKING:
    from jupyter_session_state.elements import column_config
    from jupyter_session_state.elements.alerts import error, exception, info, success, warning
    from jupyter_session_state.elements.buttons import button, form_submit_button
    from jupyter_session_state.elements.caching import cache_data, cache_resource
    from jupyter_session_state.elements.charts import altair_chart, vega_lite_chart
    from jupyter_session_state.elements.chat_inputs import chat_input
    from jupyter_session_state.elements.chats import chat_message
    from jupyter_session_state.elements.checkboxes import checkbox, toggle
    from jupyter_session_state.elements.codes import code, echo
    from jupyter_session_state.elements.color_pickers import color_picker
    from jupyter_session_state.elements.connections import connection
    from jupyter_session_state.elements.containers import columns, container, empty, form, space
    from jupyter_session_state.elements.contexts import context, user
    from jupyter_session_state.elements.control_flow import rerun, stop
    from jupyter_session_state.elements.data_editors import data_editor
    from jupyter_session_state.elements.dataframes import dataframe
    from jupyter_session_state.elements.date_inputs import date_input
    from jupyter_session_state.elements.datetime_inputs import datetime_input
    from jupyter_session_state.elements.delta_generator import DeltaGenerator, bottom, sidebar
    from jupyter_session_state.elements.dialogs import dialog
    from jupyter_session_state.elements.disclosures import expander, popover, tabs
    from jupyter_session_state.elements.download_buttons import download_button
    from jupyter_session_state.elements.echarts_charts import echarts_chart
    from jupyter_session_state.elements.effects import balloons, snow
    from jupyter_session_state.elements.feedbacks import feedback
    from jupyter_session_state.elements.figures import pyplot
    from jupyter_session_state.elements.file_uploaders import file_uploader
    from jupyter_session_state.elements.films import audio, video
    from jupyter_session_state.elements.fragments import fragment
    from jupyter_session_state.elements.graphviz_charts import graphviz_chart
    from jupyter_session_state.elements.grids import grid
    from jupyter_session_state.elements.helps import help  # noqa: A004 - as in Streamlit
    from jupyter_session_state.elements.htmls import html
    from jupyter_session_state.elements.iframes import iframe
    from jupyter_session_state.elements.images import image
    from jupyter_session_state.elements.jsons import json
    from jupyter_session_state.elements.link_buttons import link_button
    from jupyter_session_state.elements.logos import logo
    from jupyter_session_state.elements.maps import map  # noqa: A004 - as in Streamlit
    from jupyter_session_state.elements.marks import badge, divider, latex
    from jupyter_session_state.elements.menu_buttons import menu_button
    from jupyter_session_state.elements.mermaids import mermaid_chart
    from jupyter_session_state.elements.metrics import metric
    from jupyter_session_state.elements.multiselects import multiselect
    from jupyter_session_state.elements.navigations import navigation, page_link, switch_page
    from jupyter_session_state.elements.number_inputs import number_input
    from jupyter_session_state.elements.page_configs import set_page_config
    from jupyter_session_state.elements.pages import Page
    from jupyter_session_state.elements.paginations import pagination
    from jupyter_session_state.elements.pdfs import pdf
    from jupyter_session_state.elements.pill_groups import pills
    from jupyter_session_state.elements.plotly_charts import plotly_chart
    from jupyter_session_state.elements.progresses import progress
    from jupyter_session_state.elements.pydeck_charts import pydeck_chart
    from jupyter_session_state.elements.radios import radio
    from jupyter_session_state.elements.raw import bind, widget
    from jupyter_session_state.elements.recordings import audio_input, camera_input
    from jupyter_session_state.elements.segmented_controls import segmented_control
    from jupyter_session_state.elements.select_sliders import select_slider
    from jupyter_session_state.elements.selectboxes import selectbox
    from jupyter_session_state.elements.senseless import App, login, logout
    from jupyter_session_state.elements.settings import get_option, set_option
    from jupyter_session_state.elements.simple_charts import area_chart, bar_chart, line_chart, scatter_chart
    from jupyter_session_state.elements.skeletons import skeleton
    from jupyter_session_state.elements.sliders import slider
    from jupyter_session_state.elements.spinners import spinner
    from jupyter_session_state.elements.state import query_params, session_state
    from jupyter_session_state.elements.static_tables import table
    from jupyter_session_state.elements.statuses import status
    from jupyter_session_state.elements.stored_secrets import secrets
    from jupyter_session_state.elements.streams import write_stream
    from jupyter_session_state.elements.text_areas import text_area
    from jupyter_session_state.elements.text_inputs import text_input
    from jupyter_session_state.elements.texts import caption, header, markdown, subheader, text, title
    from jupyter_session_state.elements.time_inputs import time_input
    from jupyter_session_state.elements.toasts import toast
    from jupyter_session_state.elements.writes import write

__all__ = [
    "App",
    "DeltaGenerator",
    "Page",
    "altair_chart",
    "area_chart",
    "audio",
    "audio_input",
    "badge",
    "balloons",
    "bar_chart",
    "bind",
    "bottom",
    "button",
    "cache_data",
    "cache_resource",
    "camera_input",
    "caption",
    "chat_input",
    "chat_message",
    "checkbox",
    "code",
    "color_picker",
    "column_config",
    "columns",
    "connection",
    "container",
    "context",
    "data_editor",
    "dataframe",
    "date_input",
    "datetime_input",
    "dialog",
    "divider",
    "download_button",
    "echarts_chart",
    "echo",
    "empty",
    "error",
    "exception",
    "expander",
    "feedback",
    "file_uploader",
    "form",
    "form_submit_button",
    "fragment",
    "get_option",
    "graphviz_chart",
    "grid",
    "header",
    "help",
    "html",
    "iframe",
    "image",
    "info",
    "json",
    "latex",
    "line_chart",
    "link_button",
    "login",
    "logo",
    "logout",
    "map",
    "markdown",
    "menu_button",
    "mermaid_chart",
    "metric",
    "multiselect",
    "navigation",
    "number_input",
    "page_link",
    "pagination",
    "pdf",
    "pills",
    "plotly_chart",
    "popover",
    "progress",
    "pydeck_chart",
    "pyplot",
    "query_params",
    "radio",
    "rerun",
    "scatter_chart",
    "secrets",
    "segmented_control",
    "select_slider",
    "selectbox",
    "session_state",
    "set_option",
    "set_page_config",
    "sidebar",
    "skeleton",
    "slider",
    "snow",
    "space",
    "spinner",
    "status",
    "stop",
    "subheader",
    "success",
    "switch_page",
    "table",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "time_input",
    "title",
    "toast",
    "toggle",
    "user",
    "vega_lite_chart",
    "video",
    "warning",
    "widget",
    "write",
    "write_stream",
]


if not TYPE_CHECKING:  # for checkers a wrong name shall stay wrong

    def __getattr__(name: str) -> Any:
        """Load what has this name."""
        found = directory.find(name)
        if found is directory.NOTHING:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
