"""The handle that containers and elements return: every element function as a method."""

from __future__ import annotations

from jupyter_session_state._core.place import Place
from jupyter_session_state._core.spec import method
from jupyter_session_state.elements.alerts import error, exception, info, success, warning
from jupyter_session_state.elements.button_groups import pills, segmented_control
from jupyter_session_state.elements.buttons import button, form_submit_button
from jupyter_session_state.elements.checkboxes import checkbox
from jupyter_session_state.elements.containers import columns, container, empty, expander, form
from jupyter_session_state.elements.data_editors import data_editor
from jupyter_session_state.elements.dataframes import dataframe
from jupyter_session_state.elements.feedbacks import feedback
from jupyter_session_state.elements.figures import pyplot
from jupyter_session_state.elements.helps import help  # noqa: A004 - as in Streamlit
from jupyter_session_state.elements.jsons import json
from jupyter_session_state.elements.multiselects import multiselect
from jupyter_session_state.elements.number_inputs import number_input
from jupyter_session_state.elements.progresses import progress
from jupyter_session_state.elements.radios import radio
from jupyter_session_state.elements.select_sliders import select_slider
from jupyter_session_state.elements.selectboxes import selectbox
from jupyter_session_state.elements.sliders import slider
from jupyter_session_state.elements.spinners import spinner
from jupyter_session_state.elements.streams import write_stream
from jupyter_session_state.elements.text_inputs import text_input
from jupyter_session_state.elements.texts import caption, header, markdown, subheader, text, title
from jupyter_session_state.elements.writes import write


class DeltaGenerator(Place):
    """A place to draw at.

    A container's handle draws into it, with ``box.write(...)`` or ``with box:``; the handle of an element
    replaces it. Mirrors ``streamlit.delta_generator.DeltaGenerator``.
    """

    __slots__ = ()

    button = method(button)
    caption = method(caption)
    checkbox = method(checkbox)
    columns = method(columns)
    container = method(container)
    data_editor = method(data_editor)
    dataframe = method(dataframe)
    empty = method(empty)
    error = method(error)
    exception = method(exception)
    expander = method(expander)
    feedback = method(feedback)
    form = method(form)
    form_submit_button = method(form_submit_button)
    header = method(header)
    help = method(help)
    info = method(info)
    json = method(json)
    markdown = method(markdown)
    multiselect = method(multiselect)
    number_input = method(number_input)
    pills = method(pills)
    progress = method(progress)
    pyplot = method(pyplot)
    radio = method(radio)
    segmented_control = method(segmented_control)
    select_slider = method(select_slider)
    selectbox = method(selectbox)
    slider = method(slider)
    spinner = method(spinner)
    subheader = method(subheader)
    success = method(success)
    text = method(text)
    text_input = method(text_input)
    title = method(title)
    warning = method(warning)
    write = method(write)
    write_stream = method(write_stream)
