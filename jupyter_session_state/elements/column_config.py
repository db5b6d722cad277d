"""``st.column_config``: what can be said of the columns of ``st.dataframe`` and ``st.data_editor``."""

from __future__ import annotations

from jupyter_session_state.elements.column_charts import (
    AreaChartColumn,
    BarChartColumn,
    LineChartColumn,
    ProgressColumn,
)
from jupyter_session_state.elements.column_choices import ListColumn, MultiselectColumn, SelectboxColumn
from jupyter_session_state.elements.column_links import LinkColumn, MarkdownColumn
from jupyter_session_state.elements.column_media import (
    AudioColumn,
    ButtonColumn,
    ImageColumn,
    JsonColumn,
    VideoColumn,
)
from jupyter_session_state.elements.column_moments import DateColumn, DatetimeColumn, TimeColumn
from jupyter_session_state.elements.column_plain import CheckboxColumn, Column, NumberColumn, TextColumn
from jupyter_session_state.elements.column_values import ColumnConfig as ColumnConfig  # noqa: PLC0414 - where scripts import it from

__all__ = [
    "AreaChartColumn",
    "AudioColumn",
    "BarChartColumn",
    "ButtonColumn",
    "CheckboxColumn",
    "Column",
    "DateColumn",
    "DatetimeColumn",
    "ImageColumn",
    "JsonColumn",
    "LineChartColumn",
    "LinkColumn",
    "ListColumn",
    "MarkdownColumn",
    "MultiselectColumn",
    "NumberColumn",
    "ProgressColumn",
    "SelectboxColumn",
    "TextColumn",
    "TimeColumn",
    "VideoColumn",
]
