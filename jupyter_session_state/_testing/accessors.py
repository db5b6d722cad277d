"""``at.button``, ``at.sidebar.slider``, ``box.markdown``: one property for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._testing import errors
from jupyter_session_state._testing.lists import BlockList, ElementList, WidgetList
from jupyter_session_state._testing.nodes import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jupyter_session_state._testing.blocks import Block, ChatMessage, Grid, Status
    from jupyter_session_state._testing.buttons import ChatInput, DownloadButton, LinkButton, MenuButton
    from jupyter_session_state._testing.choices import (
        ButtonGroup,
        Feedback,
        Multiselect,
        Pagination,
        Radio,
        SelectSlider,
    )
    from jupyter_session_state._testing.dates import ColorPicker, DateInput, DateTimeInput, TimeInput
    from jupyter_session_state._testing.editors import DataEditor
    from jupyter_session_state._testing.statics import (
        Code,
        ExceptionElement,
        Frame,
        Help,
        Image,
        Markdown,
        Metric,
        PageLink,
        Progress,
    )
    from jupyter_session_state._testing.uploads import AudioInput, CameraInput, FileUploader
    from jupyter_session_state._testing.widgets import (
        Button,
        Checkbox,
        NumberInput,
        Selectbox,
        Slider,
        TextArea,
        TextInput,
        Toggle,
    )


def _elements(kind: str, what: str) -> Any:
    def find(self: Accessors) -> ElementList[Any]:
        return ElementList(self.get(kind))

    return property(find, doc=f"All {what}, in page order.")


def _widgets(kind: str, what: str) -> Any:
    def find(self: Accessors) -> WidgetList[Any]:
        return WidgetList(self.get(kind))

    return property(find, doc=f"All {what}, in page order.")


def _blocks(kind: str, what: str) -> Any:
    def find(self: Accessors) -> BlockList[Any]:
        return BlockList(self.get(kind))

    return property(find, doc=f"All {what}, in page order.")


class Accessors:
    """Finds what is drawn below a block, by kind and by key."""

    if TYPE_CHECKING:
        audio_input: WidgetList[AudioInput]
        button: WidgetList[Button]
        button_group: WidgetList[ButtonGroup]
        camera_input: WidgetList[CameraInput]
        caption: ElementList[Markdown]
        chat_input: WidgetList[ChatInput]
        chat_message: BlockList[ChatMessage]
        code: ElementList[Code]
        divider: ElementList[Markdown]
        grid: BlockList[Grid]
        html: ElementList[Element]
        image: ElementList[Image]
        latex: ElementList[Markdown]
        metric: ElementList[Metric]
        pagination: WidgetList[Pagination]
        checkbox: WidgetList[Checkbox]
        color_picker: WidgetList[ColorPicker]
        columns: BlockList[Block]
        container: BlockList[Block]
        data_editor: ElementList[DataEditor]
        dataframe: ElementList[Frame]
        date_input: WidgetList[DateInput]
        datetime_input: WidgetList[DateTimeInput]
        download_button: WidgetList[DownloadButton]
        error: ElementList[Element]
        exception: ElementList[ExceptionElement]
        expander: BlockList[Block]
        feedback: WidgetList[Feedback]
        file_uploader: WidgetList[FileUploader]
        form: BlockList[Block]
        form_submit_button: WidgetList[Button]
        header: ElementList[Element]
        help: ElementList[Help]
        info: ElementList[Element]
        json: ElementList[Element]
        link_button: ElementList[LinkButton]
        markdown: ElementList[Markdown]
        multiselect: WidgetList[Multiselect]
        menu_button: WidgetList[MenuButton]
        number_input: WidgetList[NumberInput]
        pills: WidgetList[ButtonGroup]
        page_link: ElementList[PageLink]
        progress: ElementList[Progress]
        radio: WidgetList[Radio]
        segmented_control: WidgetList[ButtonGroup]
        select_slider: WidgetList[SelectSlider]
        selectbox: WidgetList[Selectbox]
        slider: WidgetList[Slider]
        space: ElementList[Element]
        status: BlockList[Status]
        subheader: ElementList[Element]
        success: ElementList[Element]
        table: ElementList[Frame]
        tabs: BlockList[Block]
        text: ElementList[Element]
        text_area: WidgetList[TextArea]
        text_input: WidgetList[TextInput]
        time_input: WidgetList[TimeInput]
        title: ElementList[Element]
        toast: ElementList[Element]
        toggle: WidgetList[Toggle]
        warning: ElementList[Element]
    else:
        audio_input = _widgets("audio_input", "``st.audio_input``")
        button = _widgets("button", "``st.button`` and ``st.form_submit_button``")
        button_group = _widgets("button_group", "``st.pills`` and ``st.segmented_control``")
        camera_input = _widgets("camera_input", "``st.camera_input``")
        caption = _elements("caption", "``st.caption``")
        chat_input = _widgets("chat_input", "``st.chat_input``")
        chat_message = _blocks("chat_message", "``st.chat_message``")
        code = _elements("code", "``st.code``")
        divider = _elements("divider", "``st.divider``")
        grid = _blocks("grid", "``st.grid``")
        html = _elements("html", "``st.html``")
        image = _elements("image", "``st.image``")
        latex = _elements("latex", "``st.latex``")
        metric = _elements("metric", "``st.metric``")
        pagination = _widgets("pagination", "``st.pagination``")
        checkbox = _widgets("checkbox", "``st.checkbox``")
        color_picker = _widgets("color_picker", "``st.color_picker``")
        columns = _blocks("columns", "single columns of ``st.columns``")
        container = _blocks("container", "``st.container``")
        dataframe = _elements("dataframe", "``st.dataframe``")
        date_input = _widgets("date_input", "``st.date_input``")
        datetime_input = _widgets("datetime_input", "``st.datetime_input``")
        data_editor = _elements("data_editor", "``st.data_editor``")
        dataframe = _elements("dataframe", "``st.dataframe`` and ``st.data_editor``")
        download_button = _widgets("download_button", "``st.download_button``")
        error = _elements("error", "``st.error``")
        exception = _elements("exception", "errors nobody caught and ``st.exception``")
        expander = _blocks("expander", "``st.expander``")
        feedback = _widgets("feedback", "``st.feedback``")
        file_uploader = _widgets("file_uploader", "``st.file_uploader``")
        form = _blocks("form", "``st.form``")
        form_submit_button = _widgets("form_submit_button", "``st.form_submit_button``")
        header = _elements("header", "``st.header``")
        help = _elements("help", "``st.help``, and what ``st.write`` tells of code")
        info = _elements("info", "``st.info``")
        json = _elements("json", "``st.json``")
        link_button = _elements("link_button", "``st.link_button``")
        markdown = _elements("markdown", "``st.markdown``, and texts of ``st.write``")
        multiselect = _widgets("multiselect", "``st.multiselect``")
        menu_button = _widgets("menu_button", "``st.menu_button``")
        number_input = _widgets("number_input", "``st.number_input``")
        pills = _widgets("pills", "``st.pills``")
        page_link = _elements("page_link", "``st.page_link``")
        progress = _elements("progress", "``st.progress``")
        radio = _widgets("radio", "``st.radio``")
        segmented_control = _widgets("segmented_control", "``st.segmented_control``")
        select_slider = _widgets("select_slider", "``st.select_slider``")
        selectbox = _widgets("selectbox", "``st.selectbox``")
        slider = _widgets("slider", "``st.slider``")
        space = _elements("space", "``st.space``")
        status = _blocks("status", "``st.status``")
        subheader = _elements("subheader", "``st.subheader``")
        success = _elements("success", "``st.success``")
        table = _elements("table", "``st.table``")
        tabs = _blocks("tabs", "single tabs of ``st.tabs``")
        text = _elements("text", "``st.text``")
        text_area = _widgets("text_area", "``st.text_area``")
        text_input = _widgets("text_input", "``st.text_input``")
        time_input = _widgets("time_input", "``st.time_input``")
        title = _elements("title", "``st.title``")
        toast = _elements("toast", "``st.toast``")
        toggle = _widgets("toggle", "``st.toggle``")
        warning = _elements("warning", "``st.warning``")

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    def get(self, element_type: str) -> list[Any]:
        """Return everything of one kind, in page order.

        Parameters
        ----------
        element_type
            The name of the function that draws it, or what AppTest calls its type.
        """
        chosen = _CHOICES.get(element_type) or _of_type(element_type)
        return [node for node in self if node is not self and chosen(node)]

    def get_by_key(self, key: str) -> Any:
        """Return the one element or container with this key.

        Raises
        ------
        KeyError
            If there is none.
        AppTestError
            If there are several, such as a form and a widget.
        """
        found = [node for node in self if node is not self and node.key == key]
        if not found:
            raise KeyError(f"no element has the key {key!r}")
        if len(found) > 1:
            raise errors.ambiguous(key, [node.type for node in found])
        return found[0]


def _of_type(name: str) -> Callable[[Any], bool]:
    return lambda node: bool(node.type == name)


def _of_kind(*kinds: str) -> Callable[[Any], bool]:
    return lambda node: node.kind in kinds


_CHOICES: dict[str, Callable[[Any], bool]] = {
    "container": _of_kind("container"),
    "columns": _of_kind("column"),
    "column": _of_kind("column"),
    "tabs": _of_kind("tab"),
    "data_editor": _of_kind("data_editor"),
    "grid": _of_kind("grid"),
    "help": _of_kind("help"),
    "form_submit_button": _of_kind("form_submit_button"),
    "pills": _of_kind("pills"),
    "segmented_control": _of_kind("segmented_control"),
    "datetime_input": _of_kind("datetime_input"),
}
"""Names for which the type is not enough."""
