"""Buttons in the cells of a table: what they say, and the triggers that a click on one fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from jupyter_session_state._core.inputs import draw_unseen
from jupyter_session_state._core.spec import Control, Spec
from jupyter_session_state.elements.button_labels import labels_of
from jupyter_session_state.elements.column_media import ButtonColumn
from jupyter_session_state.elements.column_values import ButtonColumnResult
from jupyter_session_state.elements.editor_state import ReadOnlyDict
from jupyter_session_state.elements.grid_data import GridData, whole

KIND: Final = "column_config.ButtonColumn"
_SPEC: Final = replace(Spec.of(ButtonColumn), name=KIND)


class ButtonColumnClickState(ReadOnlyDict):
    """Which button of a column was clicked. Mirrors ``streamlit.typing.ButtonColumnClickState``.

    Attributes
    ----------
    row
        The position of its row in the data.
    label
        What the button says; of a menu, the entry that was chosen.
    """


def draw_buttons(at: Any, config: Mapping[Any, Any] | None) -> None:
    """Listen to the columns of buttons that have a key: each is an input that a table shows.

    Raises
    ------
    StreamlitAPIException
        If its key is taken or was assigned, or it has a callback in a form.
    """
    for column in (config or {}).values():
        if isinstance(column, ButtonColumnResult):
            _draw(at, column)


def _draw(at: Any, column: ButtonColumnResult) -> None:
    wiring = {"on_click": column.on_click, "args": column.args, "kwargs": column.kwargs}
    params = {"label": column.config.get("label"), "key": column.key, **wiring}
    draw_unseen(at, _SPEC, params, _control())


def _control() -> Control[ButtonColumnClickState | None]:
    return Control("", None, decode=_decoded, trigger=True, at_rest=None, read_only=True, modes=False)


def _decoded(wire: Any) -> ButtonColumnClickState:
    if not isinstance(wire, dict) or wire.keys() != {"row", "label"} or not isinstance(wire["label"], str):
        raise TypeError(f"expected row and label, not {repr(wire)[:100]}")
    return ButtonColumnClickState({"row": whole(wire["row"], 2**53), "label": wire["label"]})


def click_on(data: GridData, row: Any, column: Any, entry: Any) -> tuple[str, dict[str, Any]]:
    """Return the key of a column of buttons, and which of them was clicked, as it travels on.

    Parameters
    ----------
    data
        The table.
    row, column
        Where the button is: a position in the data, and the number of a column on the page.
    entry
        The number of the entry in its menu; 0 for a button without one.

    Raises
    ------
    ValueError
        If there is no such button.
    """
    position, number = whole(row, data.grid.total_rows), whole(column, len(data.columns))
    shown = data.columns[number]
    labels = labels_of(data.cell(position, number)) if shown.clickable else []
    return str(shown.said.get("key")), {"row": position, "label": labels[whole(entry, len(labels))]}
