"""Types to name in annotations. Mirrors ``streamlit.typing``."""

from __future__ import annotations

from jupyter_session_state.elements.cell_buttons import ButtonColumnClickState
from jupyter_session_state.elements.chart_selections import VegaLiteState
from jupyter_session_state.elements.chat_values import ChatInputValue
from jupyter_session_state.elements.echarts_selections import EChartsState
from jupyter_session_state.elements.editor_state import DataEditorState
from jupyter_session_state.elements.plotly_selections import PlotlyState
from jupyter_session_state.elements.pydeck_selections import PydeckState
from jupyter_session_state.elements.selections import DataframeState
from jupyter_session_state.elements.uploaded_file import UploadedFile

__all__ = [
    "ButtonColumnClickState",
    "ChatInputValue",
    "DataEditorState",
    "DataframeState",
    "EChartsState",
    "PlotlyState",
    "PydeckState",
    "UploadedFile",
    "VegaLiteState",
]
