"""What a user changed in a table, done to the data."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from jupyter_session_state.elements.editor_columns import INDEX, parse
from jupyter_session_state.elements.editor_frames import Frame, pandas
from jupyter_session_state.elements.editor_state import ADDED, DELETED, EDITED

LOG = logging.getLogger(__name__)

FAILURES = (TypeError, ValueError, OverflowError, LookupError)
"""What comes of an edit that the data cannot hold, or has no place for: it is left out, and the others are made."""


def edited_frame(frame: Frame, state: Mapping[str, Any], kinds: Mapping[str, str]) -> Frame:
    """Return a frame with all that was changed; the one given is used up.

    Parameters
    ----------
    frame
        The data, of its own.
    state
        What was changed: cells first, then rows that are gone, then new ones.
    kinds
        By column, what its cells hold.
    """
    for row, cells in dict(state.get(EDITED) or {}).items():
        for name, value in cells.items():
            with _passing_over(f"row {row}, column {name!r}"):
                _edit(frame, int(row), name, value, kinds)
    gone = [row for row in state.get(DELETED) or [] if isinstance(row, int) and 0 <= row < len(frame)]
    if gone:
        frame = frame.drop(frame.index[gone])
    if state.get(ADDED):
        _add_rows(frame, state[ADDED], kinds)
    return frame


@contextlib.contextmanager
def _passing_over(what: str) -> Iterator[None]:
    try:
        yield
    except FAILURES as error:
        LOG.warning("st.data_editor: the edit of %s was left out: %s", what, error)


def _edit(frame: Frame, row: int, name: str, value: Any, kinds: Mapping[str, str]) -> None:
    content = _in_zone(parse(value, kinds[name]), frame.index if name == INDEX else frame[name])
    if name == INDEX:
        frame.index = frame.index.delete(row).insert(row, content)
    else:
        frame.iat[row, frame.columns.get_loc(name)] = content


def _in_zone(content: Any, column: Any) -> Any:
    """Return a moment in the zone of its column; fields on a page have none."""
    zone = getattr(column.dtype, "tz", None)
    if zone is None or getattr(content, "tzinfo", zone) is not None:
        return content
    return content.tz_localize(zone)


def _add_rows(frame: Frame, rows: list[Mapping[str, Any]], kinds: Mapping[str, str]) -> None:
    numbers = _Numbers(frame.index)
    for cells in rows:
        with _passing_over("a new row"):
            content = {
                name: _in_zone(parse(value, kinds[name]), frame.index if name == INDEX else frame[name])
                for name, value in cells.items()
            }
            label = content.pop(INDEX, None)
            if label is None or numbers.counted:
                label = numbers.next()
            elif label in frame.index:
                raise ValueError(f"there is a row {label!r} already")
            _put_row(frame, label, content)
            numbers.used(label)


def _put_row(frame: Frame, label: Any, content: Mapping[str, Any]) -> None:
    row = {name: content.get(str(name)) for name in frame.columns}
    with warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message="The behavior of DataFrame concatenation", category=FutureWarning
        )
        frame.loc[label] = row  # a mapping: a list in it stays one value


class _Numbers:
    """The names of new rows, where rows are numbered.

    Attributes
    ----------
    counted
        Whether rows have no names of their own.
    """

    def __init__(self, index: Any) -> None:
        self.counted = isinstance(index, pandas().RangeIndex)
        self._next: int | None = None
        self._step = 1
        if self.counted:
            self._next, self._step = index.stop, index.step
        elif pandas().api.types.is_integer_dtype(index.dtype):
            self._next = 0 if index.empty else int(index.max()) + 1

    def next(self) -> int:
        """Return the name of the next row; raises ValueError where rows have to be named."""
        if self._next is None:
            raise ValueError("it needs a name in the index")
        return self._next

    def used(self, label: Any) -> None:
        """Count on from the name of a row that was added, so that no later one takes its place."""
        if self._next is not None and isinstance(label, int) and label >= self._next:
            self._next = label + self._step
