"""``from streamlit.dataframe_util import convert_anything_to_pandas_df``: data of any make, as scripts turn it."""

from __future__ import annotations

from typing import Any, TypeAlias

from jupyter_session_state.elements.editor_frames import form_of
from jupyter_session_state.elements.frames import is_frame_like, is_styler
from jupyter_session_state.elements.options import option_list
from jupyter_session_state.elements.types import OptionSequence

__all__ = [
    "Data",
    "OptionSequence",
    "convert_anything_to_list",
    "convert_anything_to_pandas_df",
    "is_dataframe_like",
    "is_pandas_styler",
]

Data: TypeAlias = Any


def convert_anything_to_pandas_df(
    data: Any,
    max_unevaluated_rows: int = 10_000,  # noqa: ARG001 - what is not computed yet is read whole
    ensure_copy: bool = False,
) -> Any:
    """Return data as a DataFrame.

    Parameters
    ----------
    data
        What ``st.dataframe`` takes.
    max_unevaluated_rows
        Not used.
    ensure_copy
        Whether a DataFrame is copied too, rather than returned as it is.

    Raises
    ------
    StreamlitDataframeConversionError
        If it has no rows and columns.
    """
    frame = data.data if is_styler(data) else data
    if type(frame).__name__ == "DataFrame" and hasattr(frame, "iloc") and not ensure_copy:
        return frame
    return form_of(frame, "").frame(frame)


def convert_anything_to_list(obj: Any) -> list[Any]:
    """Return options as a list, as ``st.selectbox`` takes them."""
    return option_list(obj)


def is_dataframe_like(obj: object) -> bool:
    """Whether ``st.write`` shows something as a table."""
    return is_frame_like(obj)


def is_pandas_styler(obj: object) -> bool:
    """Whether something is a frame of pandas with the author's style."""
    return is_styler(obj)
