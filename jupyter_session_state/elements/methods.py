"""The methods of containers as type checkers see them: every function that draws, with its own signature.

This is never loaded when an app runs: `directory.LateMethod` makes each method when it is used first.
"""

from __future__ import annotations

from jupyter_session_state._core.methods import method
from jupyter_session_state._core.place import Place
from jupyter_session_state.elements.alerts import error, exception, info, success, warning
from jupyter_session_state.elements.buttons import button, form_submit_button
from jupyter_session_state.elements.charts import altair_chart, vega_lite_chart
from jupyter_session_state.elements.chat_inputs import chat_input
from jupyter_session_state.elements.chats import chat_message
from jupyter_session_state.elements.checkboxes import checkbox, toggle
from jupyter_session_state.elements.codes import code
from jupyter_session_state.elements.color_pickers import color_picker
from jupyter_session_state.elements.containers import columns, container, empty, form, space
from jupyter_session_state.elements.data_editors import data_editor
from jupyter_session_state.elements.dataframes import dataframe
from jupyter_session_state.elements.date_inputs import date_input
from jupyter_session_state.elements.datetime_inputs import datetime_input
from jupyter_session_state.elements.disclosures import expander, popover, tabs
from jupyter_session_state.elements.download_buttons import download_button
from jupyter_session_state.elements.echarts_charts import echarts_chart
from jupyter_session_state.elements.effects import balloons, snow
from jupyter_session_state.elements.feedbacks import feedback
from jupyter_session_state.elements.figures import pyplot
from jupyter_session_state.elements.file_uploaders import file_uploader
from jupyter_session_state.elements.films import audio, video
from jupyter_session_state.elements.graphviz_charts import graphviz_chart
from jupyter_session_state.elements.grids import grid
from jupyter_session_state.elements.handle_writes import write
from jupyter_session_state.elements.helps import help  # noqa: A004 - as in Streamlit
from jupyter_session_state.elements.htmls import html
from jupyter_session_state.elements.iframes import iframe
from jupyter_session_state.elements.images import image
from jupyter_session_state.elements.jsons import json
from jupyter_session_state.elements.link_buttons import link_button
from jupyter_session_state.elements.maps import map  # noqa: A004 - as in Streamlit
from jupyter_session_state.elements.marks import badge, divider, latex
from jupyter_session_state.elements.menu_buttons import menu_button
from jupyter_session_state.elements.mermaids import mermaid_chart
from jupyter_session_state.elements.metrics import metric
from jupyter_session_state.elements.multiselects import multiselect
from jupyter_session_state.elements.navigations import page_link
from jupyter_session_state.elements.number_inputs import number_input
from jupyter_session_state.elements.paginations import pagination
from jupyter_session_state.elements.pdfs import pdf
from jupyter_session_state.elements.pill_groups import pills
from jupyter_session_state.elements.plotly_charts import plotly_chart
from jupyter_session_state.elements.progresses import progress
from jupyter_session_state.elements.pydeck_charts import pydeck_chart
from jupyter_session_state.elements.radios import radio
from jupyter_session_state.elements.recordings import audio_input, camera_input
from jupyter_session_state.elements.segmented_controls import segmented_control
from jupyter_session_state.elements.select_sliders import select_slider
from jupyter_session_state.elements.selectboxes import selectbox
from jupyter_session_state.elements.simple_charts import area_chart, bar_chart, line_chart, scatter_chart
from jupyter_session_state.elements.skeletons import skeleton
from jupyter_session_state.elements.sliders import slider
from jupyter_session_state.elements.spinners import spinner
from jupyter_session_state.elements.static_tables import table
from jupyter_session_state.elements.statuses import status
from jupyter_session_state.elements.streams import write_stream
from jupyter_session_state.elements.text_areas import text_area
from jupyter_session_state.elements.text_inputs import text_input
from jupyter_session_state.elements.texts import caption, header, markdown, subheader, text, title
from jupyter_session_state.elements.time_inputs import time_input
from jupyter_session_state.elements.toasts import toast


class Methods(Place):
    """What draws, as methods."""

    __slots__ = ()

    audio = method(audio)
    audio_input = method(audio_input)
    badge = method(badge)
    balloons = method(balloons)
    altair_chart = method(altair_chart)
    area_chart = method(area_chart)
    bar_chart = method(bar_chart)
    line_chart = method(line_chart)
    scatter_chart = method(scatter_chart)
    vega_lite_chart = method(vega_lite_chart)
    plotly_chart = method(plotly_chart)
    graphviz_chart = method(graphviz_chart)
    map = method(map)
    echarts_chart = method(echarts_chart)
    pydeck_chart = method(pydeck_chart)
    button = method(button)
    camera_input = method(camera_input)
    caption = method(caption)
    chat_input = method(chat_input)
    chat_message = method(chat_message)
    checkbox = method(checkbox)
    code = method(code)
    color_picker = method(color_picker)
    columns = method(columns)
    container = method(container)
    data_editor = method(data_editor)
    dataframe = method(dataframe)
    date_input = method(date_input)
    datetime_input = method(datetime_input)
    divider = method(divider)
    download_button = method(download_button)
    empty = method(empty)
    error = method(error)
    exception = method(exception)
    expander = method(expander)
    feedback = method(feedback)
    file_uploader = method(file_uploader)
    form = method(form)
    form_submit_button = method(form_submit_button)
    grid = method(grid)
    header = method(header)
    help = method(help)
    html = method(html)
    iframe = method(iframe)
    image = method(image)
    info = method(info)
    json = method(json)
    latex = method(latex)
    link_button = method(link_button)
    markdown = method(markdown)
    menu_button = method(menu_button)
    mermaid_chart = method(mermaid_chart)
    metric = method(metric)
    multiselect = method(multiselect)
    number_input = method(number_input)
    page_link = method(page_link)
    pagination = method(pagination)
    pdf = method(pdf)
    pills = method(pills)
    popover = method(popover)
    progress = method(progress)
    pyplot = method(pyplot)
    radio = method(radio)
    segmented_control = method(segmented_control)
    select_slider = method(select_slider)
    selectbox = method(selectbox)
    skeleton = method(skeleton)
    slider = method(slider)
    snow = method(snow)
    space = method(space)
    spinner = method(spinner)
    status = method(status)
    subheader = method(subheader)
    success = method(success)
    table = method(table)
    tabs = method(tabs)
    text = method(text)
    text_area = method(text_area)
    text_input = method(text_input)
    time_input = method(time_input)
    title = method(title)
    toast = method(toast)
    toggle = method(toggle)
    video = method(video)
    warning = method(warning)
    write = method(write)
    write_stream = method(write_stream)
