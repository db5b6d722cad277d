"""A button that saves a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Literal, TextIO, TypeAlias

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.buttons import ButtonType, button_looks
from jupyter_session_state.elements.downloads import Download
from jupyter_session_state.elements.sizes import width_of
from jupyter_session_state.elements.types import (
    IconPosition,
    Key,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)
from jupyter_session_state.elements.values import must_be

Data: TypeAlias = str | bytes | TextIO | BinaryIO
DownloadButtonDataType: TypeAlias = Data | Callable[[], Data]


@widget
def download_button(
    label: str,
    data: DownloadButtonDataType,
    file_name: str | None = None,
    mime: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_click: WidgetCallback | Literal["rerun", "ignore"] | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> Control[bool]:
    """A button that saves a file from the browser; returns True in the run that a click caused, else False.

    The bytes stay in the kernel until the click. Mirrors ``streamlit.download_button``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    data
        What the file holds: a str, bytes, or a file opened for reading. Or a function that returns one of these:
        it is called at the click, for what takes long to make.
    file_name
        The name to save it under; that of the file object if it has one.
    mime
        The type of the file; told by the name or by `data` if not given.
    key
        Its name in session state, where it reads True during that run. It cannot be assigned.
    on_click
        A function to call before that run, with `args` and `kwargs`; ``"rerun"`` for none; or ``"ignore"``: the
        file is saved and nothing else happens.

    Other parameters as `button`.

    Raises
    ------
    StreamlitAPIException
        If `data` is of another type.
    StreamlitInvalidLayoutContextError
        In a form.

    Examples
    --------
    >>> st.download_button("Save", table.to_csv(), "table.csv", on_click="ignore")  # doctest: +SKIP
    """
    looks = button_looks("download_button", type, icon, icon_position, shortcut, wrap)
    wide = width_of(width, use_container_width)
    return Control(
        "Download",
        False,
        {**looks, "width": wide, "file_name": file_name, "mime": mime, "reruns": on_click != "ignore"},
        decode=must_be(bool),
        trigger=True,
        read_only=True,
        in_form="refused",
        identity={"data": None, "width": wide, "shortcut": looks["shortcut"]},
        served=Download.of(str(label), data, file_name, mime),
    )
