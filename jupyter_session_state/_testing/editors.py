"""What a test sees of a table that can be edited, and how it edits it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.nodes import Frame

if TYPE_CHECKING:
    from typing_extensions import Self

    from jupyter_session_state._core import element as core
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._testing.blocks import ElementTree


class DataEditor(Frame):
    """``st.data_editor``: the table it was given, and hands to edit it.

    Streamlit's AppTest cannot edit. Edits count from the next `run` on, like those of other inputs::

        at.data_editor[0].edit(0, "name", "Ada").add_row(name="Grace").run()
    """

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        super().__init__(element, root)
        self.id = element.id
        self.form_id = element.form or ""
        self.staged: Any = MISSING
        self.wire: Any = MISSING

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

    def _send(self, wire: dict[str, Any]) -> Self:
        if self._element.props["disabled"]:
            raise errors.disabled("data_editor", self.key, "")
        try:
            self._registration.control.decode(wire)
        except (ValueError, TypeError) as error:
            raise errors.cannot_hold("data_editor", self.key, "", wire, error) from error
        self.staged = self.wire = wire
        return self

    @property
    def _registration(self) -> Registration:
        found = self.root.app.registrations.get(self.id)
        if found is None:
            raise errors.gone("data_editor", self.key, "")
        return found

    def _shown(self) -> dict[str, Any]:
        names = [column["name"] for column in self._element.props["columns"]]
        return {"key": self.key, "columns": names, "rows": self._element.props["total_rows"]}
