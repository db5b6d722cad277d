"""A place to choose files or drop them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, overload

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.file_types import normalised
from jupyter_session_state.elements.file_values import checked_size, files
from jupyter_session_state.elements.types import (
    Key,
    LabelVisibility,
    OnChangeMode,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)
from jupyter_session_state.elements.uploaded_file import UploadedFile

FileTypes: TypeAlias = str | Sequence[str] | None
Many: TypeAlias = bool | Literal["directory"]


@overload
def file_uploader(
    label: str,
    type: FileTypes = None,
    accept_multiple_files: Literal[False] = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
) -> UploadedFile | None: ...


@overload
def file_uploader(
    label: str,
    type: FileTypes,
    accept_multiple_files: Literal[True, "directory"],
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
) -> list[UploadedFile]: ...


@overload
def file_uploader(
    label: str,
    type: FileTypes = None,
    *,
    accept_multiple_files: Literal[True, "directory"],
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
) -> list[UploadedFile]: ...


@overload
def file_uploader(
    label: str,
    type: FileTypes = None,
    accept_multiple_files: Many = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
) -> UploadedFile | list[UploadedFile] | None: ...


@widget
def file_uploader(
    label: str,
    type: FileTypes = None,
    accept_multiple_files: Many = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
) -> Control[Any]:
    """A place to choose files or drop them; returns the file or None, or a list of files.

    A file is an `UploadedFile`: binary, in memory, to be read from its start in every run.
    Mirrors ``streamlit.file_uploader``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    type
        What it takes: extensions (``"csv"``), MIME types (``"image/png"``, ``"image/*"``) or the words
        ``"image"``, ``"audio"``, ``"video"``, ``"text"``; one or several. A name proves nothing: check what
        matters.
    accept_multiple_files
        True for several files, ``"directory"`` for all that is in one; it returns a list then.
    key
        Its name in session state, which cannot be assigned. To empty it, draw it with another key.
    on_change
        Called with `args` and `kwargs` after files were added or removed, before the script runs.
    max_upload_size
        Megabytes a file may have; 200 if not given.

    Raises
    ------
    StreamlitValueError
        If `max_upload_size` is no positive whole number.

    Examples
    --------
    >>> file = st.file_uploader("Measurements", type="csv")  # doctest: +SKIP
    >>> if file:  # doctest: +SKIP
    ...     st.dataframe(pd.read_csv(file))
    """
    megabytes = checked_size(max_upload_size)
    return files(
        "file_uploader",
        label,
        normalised(type),
        megabytes,
        multiple=_multiple(accept_multiple_files),
        identity_with_key=("type", "accept_multiple_files", "max_upload_size"),
    )


def _multiple(accept_multiple_files: Any) -> str:
    if accept_multiple_files == "directory":
        return "directory"
    return "files" if accept_multiple_files is True else ""
