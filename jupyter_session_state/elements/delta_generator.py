"""The handle that containers and elements return: every element function as a method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.place import Node, Place
from jupyter_session_state._core.spec import method
from jupyter_session_state.elements.alerts import error, exception, info, success, warning
from jupyter_session_state.elements.buttons import button, form_submit_button
from jupyter_session_state.elements.chat_inputs import chat_input
from jupyter_session_state.elements.checkboxes import checkbox, toggle
from jupyter_session_state.elements.color_pickers import color_picker
from jupyter_session_state.elements.containers import columns, container, empty, form, space
from jupyter_session_state.elements.data_editors import data_editor
from jupyter_session_state.elements.dataframes import dataframe
from jupyter_session_state.elements.date_inputs import date_input
from jupyter_session_state.elements.datetime_inputs import datetime_input
from jupyter_session_state.elements.disclosures import expander, popover, tabs
from jupyter_session_state.elements.download_buttons import download_button
from jupyter_session_state.elements.feedbacks import feedback
from jupyter_session_state.elements.figures import pyplot
from jupyter_session_state.elements.file_uploaders import file_uploader
from jupyter_session_state.elements.helps import help  # noqa: A004 - as in Streamlit
from jupyter_session_state.elements.jsons import json
from jupyter_session_state.elements.link_buttons import link_button
from jupyter_session_state.elements.menu_buttons import menu_button
from jupyter_session_state.elements.multiselects import multiselect
from jupyter_session_state.elements.navigations import page_link
from jupyter_session_state.elements.number_inputs import number_input
from jupyter_session_state.elements.pills import pills
from jupyter_session_state.elements.progresses import progress
from jupyter_session_state.elements.radios import radio
from jupyter_session_state.elements.recordings import audio_input, camera_input
from jupyter_session_state.elements.segmented_controls import segmented_control
from jupyter_session_state.elements.select_sliders import select_slider
from jupyter_session_state.elements.selectboxes import selectbox
from jupyter_session_state.elements.sliders import slider
from jupyter_session_state.elements.spinners import spinner
from jupyter_session_state.elements.statuses import check_state, set_status, status
from jupyter_session_state.elements.streams import write_stream
from jupyter_session_state.elements.text_areas import text_area
from jupyter_session_state.elements.text_inputs import text_input
from jupyter_session_state.elements.texts import caption, header, markdown, subheader, text, title
from jupyter_session_state.elements.time_inputs import time_input
from jupyter_session_state.elements.toasts import toast
from jupyter_session_state.elements.writes import write

if TYPE_CHECKING:
    from types import TracebackType

    from jupyter_session_state.elements.statuses import States


class DeltaGenerator(Place):
    """A place to draw at.

    A container's handle draws into it, with ``box.write(...)`` or ``with box:``; the handle of an element
    replaces it. Mirrors ``streamlit.delta_generator.DeltaGenerator``.
    """

    __slots__ = ()

    def handle_of(self, node: Node, index: int | None = None) -> Any:
        """Return the handle of what is drawn there."""
        is_status = index is None and node.head.kind == "status"
        return (StatusContainer if is_status else DeltaGenerator)(node, index)

    @property
    def open(self) -> bool | None:
        """Whether this tab, expander or popover is open; None if nobody asked to track it (``on_change``)."""
        node = self.node
        if self.index is not None or node.head.kind not in ("tab", "expander", "popover"):
            raise AttributeError(f"st.{node.head.kind} has no attribute 'open': it is always open")
        return node.opened

    audio_input = method(audio_input)
    button = method(button)
    camera_input = method(camera_input)
    caption = method(caption)
    chat_input = method(chat_input)
    checkbox = method(checkbox)
    color_picker = method(color_picker)
    columns = method(columns)
    container = method(container)
    data_editor = method(data_editor)
    dataframe = method(dataframe)
    date_input = method(date_input)
    datetime_input = method(datetime_input)
    download_button = method(download_button)
    empty = method(empty)
    error = method(error)
    exception = method(exception)
    expander = method(expander)
    feedback = method(feedback)
    file_uploader = method(file_uploader)
    form = method(form)
    form_submit_button = method(form_submit_button)
    header = method(header)
    help = method(help)
    info = method(info)
    json = method(json)
    link_button = method(link_button)
    markdown = method(markdown)
    multiselect = method(multiselect)
    menu_button = method(menu_button)
    number_input = method(number_input)
    pills = method(pills)
    popover = method(popover)
    page_link = method(page_link)
    progress = method(progress)
    pyplot = method(pyplot)
    radio = method(radio)
    segmented_control = method(segmented_control)
    select_slider = method(select_slider)
    selectbox = method(selectbox)
    slider = method(slider)
    space = method(space)
    spinner = method(spinner)
    status = method(status)
    subheader = method(subheader)
    success = method(success)
    tabs = method(tabs)
    text = method(text)
    text_area = method(text_area)
    text_input = method(text_input)
    time_input = method(time_input)
    title = method(title)
    toast = method(toast)
    toggle = method(toggle)
    warning = method(warning)
    write = method(write)
    write_stream = method(write_stream)


class StatusContainer(DeltaGenerator):
    """The handle of ``st.status``. Mirrors ``streamlit.elements.lib.mutable_status_container.StatusContainer``."""

    __slots__ = ()

    def update(
        self, *, label: str | None = None, expanded: bool | None = None, state: States | None = None
    ) -> None:
        """Change what it says; what is not given stays as it is.

        Parameters
        ----------
        label
            What it says, as Markdown.
        expanded
            Whether it is open.
        state
            ``"running"``, ``"complete"`` or ``"error"``.

        Raises
        ------
        StreamlitValueError
            If `state` is none of these.
        """
        if state is not None:
            check_state(state)
        place = self.checked("status")
        place.run.checkpoint()
        if place.node.head.kind == "status":  # one of an earlier run may be gone
            set_status(place, label=label, expanded=expanded, state=state)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.node.head.props["state"] == "running":
            set_status(self, state="complete" if kind is None else "error")
        super().__exit__(kind, error, traceback)
