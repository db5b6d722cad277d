"""What a user changed in a table: what session state shows of it, and what may come from a browser."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from jupyter_session_state.elements.editor_columns import INDEX, Column
from jupyter_session_state.elements.text_values import text_of_wire

EDITED, ADDED, DELETED = "edited_rows", "added_rows", "deleted_rows"

LONGEST_TEXT: Final = 1_000_000
MOST_ROWS: Final = 100_000
"""How much one browser may send."""


class ReadOnlyDict(dict[Any, Any]):
    """A dict that can be read by attribute too, and not be changed."""

    def __getitem__(self, key: Any) -> Any:
        item = super().__getitem__(key)
        return ReadOnlyDict(item) if type(item) is dict else item

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(
                f"{type(self).__name__} has no {name!r}; it has {', '.join(map(str, self))}"
            ) from None

    def _refuse(*args: Any, **_: Any) -> NoReturn:
        raise TypeError(
            f"A {type(args[0]).__name__} tells what the user did and cannot be changed. Change the data instead that "
            "the widget is given."
        )

    __setattr__ = __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __copy__(self) -> ReadOnlyDict:
        return type(self)(dict(self))

    def __deepcopy__(self, memo: dict[int, Any]) -> ReadOnlyDict:
        return type(self)({key: copy.deepcopy(value, memo) for key, value in self.items()})

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)


class DataEditorState(ReadOnlyDict):
    """What a user changed in `st.data_editor`. Mirrors ``streamlit.typing.DataEditorState``.

    Attributes
    ----------
    edited_rows
        By position of the row in the data, by column, the new content.
    added_rows
        For each new row, by column, its content.
    deleted_rows
        Positions in the data of the rows that are gone.
    """

    @classmethod
    def of(
        cls,
        edited: Mapping[int, Mapping[str, Any]] | None = None,
        added: list[dict[str, Any]] | None = None,
        deleted: list[int] | None = None,
    ) -> DataEditorState:
        """Make one; nothing is changed if nothing is given."""
        rows = {row: ReadOnlyDict(cells) for row, cells in (edited or {}).items()}
        return cls({EDITED: ReadOnlyDict(rows), ADDED: added or [], DELETED: deleted or []})


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be changed in a table.

    Parameters
    ----------
    columns
        Its columns by name, the index among them.
    rows
        How many rows the data has.
    adding, deleting
        Whether rows may be added, and deleted.
    names_rows
        Whether a new row needs a name.
    """

    columns: Mapping[str, Column]
    rows: int
    adding: bool
    deleting: bool
    names_rows: bool

    def decode(self, wire: Any) -> DataEditorState:
        """Return what a browser sent, if this table lets one do it.

        Raises
        ------
        TypeError, ValueError
            If not.
        """
        if not isinstance(wire, dict) or not wire.keys() <= {EDITED, ADDED, DELETED}:
            raise TypeError(f"expected {EDITED}, {ADDED} and {DELETED}, not {repr(wire)[:100]}")
        edited = {
            self._position(row): self._cells(cells) for row, cells in _dict(wire.get(EDITED, {})).items()
        }
        added = [self._new_row(cells) for cells in _list(wire.get(ADDED, []))]
        deleted = [self._position(row) for row in _list(wire.get(DELETED, []))]
        self._check_rows(added, deleted)
        return DataEditorState.of(edited, added, deleted)

    def _check_rows(self, added: list[Any], deleted: list[int]) -> None:
        if added and not self.adding:
            raise ValueError("no rows can be added here")
        if deleted and not self.deleting:
            raise ValueError("no rows can be deleted here")
        if len(set(deleted)) < len(deleted):
            raise ValueError("a row is deleted twice")

    def _position(self, row: Any) -> int:
        """Return the position of a row, which is a text as a key of JSON."""
        if isinstance(row, str) and row.isascii() and row.isdigit() and len(row) < 10:
            row = int(row)
        if isinstance(row, bool) or not isinstance(row, int):
            raise TypeError(f"expected the position of a row, not {repr(row)[:100]}")
        if not 0 <= row < self.rows:
            raise ValueError(f"there is no row {row} of {self.rows}")
        return row

    def _new_row(self, cells: Any) -> dict[str, Any]:
        return self._cells(cells, new=True)

    def _cells(self, cells: Any, *, new: bool = False) -> dict[str, Any]:
        return {self._column(name, new=new): _content(value) for name, value in _dict(cells).items()}

    def _column(self, name: Any, *, new: bool) -> str:
        column = self.columns.get(name) if isinstance(name, str) else None
        if column is None:
            raise ValueError(f"there is no column {repr(name)[:100]}")
        if not column.editable and not (new and name == INDEX and self.names_rows):
            raise ValueError(f"the column {name!r} cannot be edited")
        return column.name


def encode(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return a state in the form in which it travels."""
    edited = {str(row): dict(cells) for row, cells in dict(state.get(EDITED) or {}).items()}
    added = [dict(cells) for cells in state.get(ADDED) or []]
    return {EDITED: edited, ADDED: added, DELETED: list(state.get(DELETED) or [])}


def _dict(value: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"expected a mapping, not {repr(value)[:100]}")
    _check_number(value)
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, not {repr(value)[:100]}")
    _check_number(value)
    return value


def _check_number(items: Sized) -> None:
    if len(items) > MOST_ROWS:
        raise ValueError(f"more than {MOST_ROWS:,} at once")


def _content(value: Any) -> Any:
    """Return what a cell may hold: a text, a number, a bool, None, or a list of texts."""
    if isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return [_content(item) for item in _list(value)]
    elif value is None or isinstance(value, (bool, int)):
        return value
    elif isinstance(value, float):
        if math.isfinite(value):
            return value
    elif isinstance(value, str) and len(value) <= LONGEST_TEXT:
        return text_of_wire(value)
    raise TypeError(f"a cell cannot hold {repr(value)[:100]}")
