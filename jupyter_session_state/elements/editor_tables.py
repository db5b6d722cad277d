"""The table of one editor: the data as a frame, its columns, and what may be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jupyter_session_state._core.element import Held
from jupyter_session_state._core.hashing import fingerprint
from jupyter_session_state.elements.editor_cells import view_columns
from jupyter_session_state.elements.editor_columns import (
    INDEX,
    check_index,
    clean_names,
    columns_of,
    fixed_names,
    make_texts,
)
from jupyter_session_state.elements.editor_edits import edited_frame
from jupyter_session_state.elements.editor_frames import form_of, pandas
from jupyter_session_state.elements.editor_state import Rules
from jupyter_session_state.elements.frames import grid_of
from jupyter_session_state.elements.grid_columns import config_of
from jupyter_session_state.elements.grid_data import GridData
from jupyter_session_state.elements.grid_prints import print_of


class EditorTable:
    """What was given to an editor.

    Parameters
    ----------
    data
        The data.
    disabled
        Whether nothing can be edited, or which columns cannot.
    config
        By column, what the author said of it.
    num_rows
        Whether rows may come and go.

    Raises
    ------
    StreamlitDataframeConversionError
        If `data` has no rows and columns.
    StreamlitAPIException
        If the names of its columns or rows cannot be used, or `config` says nothing.
    """

    def __init__(
        self, data: Any, disabled: bool | Iterable[Any], config: Mapping[Any, Any] | None, num_rows: str
    ) -> None:
        self._form = form_of(data)
        self.frame = frame = self._form.frame(data)
        check_index(frame)
        clean_names(frame)
        self._config = dict(config_of(config))
        self._disabled = disabled if isinstance(disabled, bool) else list(disabled)
        self._held = [*fixed_names(self._disabled, list(frame.columns)), *make_texts(frame)]
        self.columns = columns_of(frame, self._held, self._config, all_fixed=disabled is True)
        self._grid = grid_of(frame)
        self._counted = isinstance(frame.index, pandas().RangeIndex)
        self.rules = Rules(
            {column.name: column for column in self.columns},
            rows=len(frame),
            adding=disabled is not True and num_rows in ("dynamic", "add"),
            deleting=disabled is not True and num_rows in ("dynamic", "delete"),
            names_rows=not self._counted,
        )

    def props(self, *, hide_index: bool | None, order: list[str] | None) -> dict[str, Any]:
        """Return what the view has to know."""
        if hide_index is None:
            hide_index = self._form.bare or (self._counted and self.rules.adding)
        hidden = {str(name) for name, said in self._config.items() if said.get("hidden") is True}
        if hide_index and not (
            self.rules.adding and self.rules.names_rows
        ):  # else nobody could name a new row
            hidden.add(INDEX)
        away, grid = frozenset(hidden), self._grid
        version = f"{self.content()} {self.setting()} {sorted(away)} {order} {self._disabled_text()}"
        data = GridData(grid, lambda: view_columns(grid, self.columns, hidden=away, order=order), version)
        editing = {
            "edits": True,
            "adding": self.rules.adding,
            "deleting": self.rules.deleting,
            "names_rows": self.rules.names_rows,
        }
        return {"grid": Held(data, version), "editing": editing}

    def returned(self, state: Mapping[str, Any]) -> Any:
        """Return the data with what the user changed, in the form in which it was given."""
        kinds = {column.name: column.kind for column in self.columns}
        return self._form.back(edited_frame(self.frame.copy(), state, kinds))

    # -- identity ------------------------------------------------------------------------------------------

    def content(self) -> str:
        """Return a fingerprint of all the data."""
        return print_of(self._grid)

    def structure(self) -> str:
        """Return a fingerprint of what must stay the same so that edits still fit: all but the values."""
        frame = self.frame
        plain = self._counted and list(frame.index[:1]) in ([], [0]) and frame.index.step == 1
        columns = [(c.name, c.kind, c.editable) for c in self.columns]
        types = [str(dtype) for dtype in frame.dtypes]
        names = (list(frame.index.names), None if plain else frame.index.astype(str))
        return fingerprint((self._form.name, columns, types, names, len(frame), self._disabled_text()))

    def setting(self) -> str:
        """Return what the author said of columns, as a text."""
        return repr((self._config, sorted(self._held)))

    def _disabled_text(self) -> str:
        if isinstance(self._disabled, bool):
            return "all" if self._disabled else "none"
        return repr(sorted(self._disabled, key=repr)) if self._disabled else "none"
