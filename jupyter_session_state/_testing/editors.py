"""What a test sees of a table that can be edited, and how it edits it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.statics import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Self

    from jupyter_session_state._core import element as core
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._testing.blocks import ElementTree


class TableInput(Frame):
    """A table with a value of its own: edits, or a selection."""

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        super().__init__(element, root)
        self.id = element.id
        self.form_id = element.form or ""
        self.staged: Any = MISSING
        self.wire: Any = MISSING

    def stored_wire(self) -> Any:
        """Return the value in session state in the form in which it travels; MISSING if there is none."""
        value = self.root.app.state.widget_value(self.id, self.key)
        return value if value is MISSING else self._registration.control.encode(value)

    def _send(self, wire: dict[str, Any]) -> Self:
        if self._element.props.get("disabled"):
            raise errors.disabled(self.kind, self.key, "")
        try:
            self._registration.control.decode(wire)
        except (ValueError, TypeError) as error:
            raise errors.cannot_hold(self.kind, self.key, "", wire, error) from error
        self.staged = self.wire = wire
        return self

    @property
    def _registration(self) -> Registration:
        found = self.root.app.registrations.get(self.id)
        if found is None:
            raise errors.gone(self.kind, self.key, "")
        return found

    def _shown(self) -> dict[str, Any]:
        data = self._element.props["grid"].value
        return {"key": self.key, "columns": [c.name for c in data.columns], "rows": data.grid.total_rows}


class Dataframe(TableInput):
    """``st.dataframe`` in which something can be selected.

    Streamlit's AppTest can only write a selection into session state. Here it can be made as its user would::

        at.dataframe[0].select(rows=[0, 2]).run()
    """

    @property
    def editing_mode(self) -> str:
        """That nothing can be edited."""
        return "read_only"

    def select(
        self,
        rows: Sequence[int] = (),
        columns: Sequence[str] = (),
        cells: Sequence[tuple[int, str]] = (),
    ) -> Self:
        """Select rows by their positions in the data, columns by name, cells by both; what was selected is not."""
        pairs = [list(cell) for cell in cells]
        return self._send({"rows": list(rows), "columns": list(columns), "cells": pairs})


class DataEditor(TableInput):
    """``st.data_editor``: the table it was given, and hands to edit it.

    Streamlit's AppTest cannot edit. Edits count from the next `run` on, like those of other inputs::

        at.data_editor[0].edit(0, "name", "Ada").add_row(name="Grace").run()
    """

    @property
    def editing_mode(self) -> str:
        """Whether rows may come and go: what was passed as ``num_rows``."""
        return str(self._element.props["num_rows"])

    @property
    def state(self) -> dict[str, Any]:
        """What was edited so far, as in session state."""
        wire = self._element.value if self.wire is MISSING else self.wire
        return dict(self._registration.control.decode(wire))

    def edit(self, row: int, column: str, value: Any) -> Self:
        """Give a cell another content, as its user would; `row` is its position in the data."""
        wire = self._draft()
        wire["edited_rows"].setdefault(str(row), {})[column] = value
        return self._send(wire)

    def add_row(self, **cells: Any) -> Self:
        """Add a row at the end; ``_index`` is its name."""
        wire = self._draft()
        wire["added_rows"].append(cells)
        return self._send(wire)

    def delete_row(self, row: int) -> Self:
        """Delete the row at this position of the data."""
        wire = self._draft()
        wire["deleted_rows"].append(row)
        return self._send(wire)

    def _draft(self) -> dict[str, Any]:
        encode = self._registration.control.encode
        encoded: dict[str, Any] = encode(self._element.value if self.wire is MISSING else self.wire)
        return encoded
