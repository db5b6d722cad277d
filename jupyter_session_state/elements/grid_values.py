"""A frame of any make, read in parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Rows = range | Sequence[int]
"""Positions of rows: some in a row, or any."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A frame seen by its columns.

    Parameters
    ----------
    names
        The column headers.
    column
        Returns the values of the column at a position, in these rows.
    total_rows
        How many rows there are.
    index
        Header and values of each level of the index.
    numbered
        Whether the index only numbers the rows.
    order
        Returns the positions of all rows sorted by the column at a position, missing values last; raises what
        the values raise that cannot be compared. The index comes before the columns: its last level is -1.
    formats
        By row and column position, how the author wants a value written.
    source
        What it was made from, to tell whether it changed.
    """

    names: Sequence[Any]
    column: Callable[[int, Rows], Sequence[Any]]
    total_rows: int
    index: Sequence[tuple[str, Callable[[Rows], Sequence[Any]]]] = ()
    numbered: bool = False
    order: Callable[[int, bool], Sequence[int]] | None = None
    formats: Mapping[tuple[int, int], Callable[[Any], Any]] = field(default_factory=dict)
    styled: Any = None
    source: Any = None

    def values(self, position: int, rows: Rows) -> Sequence[Any]:
        """Return values of a column, or of a level of the index where `position` is negative."""
        if position < 0:
            return self.index[len(self.index) + position][1](rows)
        return self.column(position, rows)


def picked(values: Sequence[Any], rows: Rows) -> Sequence[Any]:
    """Return some of the items of a list."""
    return values[rows.start : rows.stop] if isinstance(rows, range) else [values[row] for row in rows]


def key(rows: Rows) -> Any:
    """Return what picks these rows in arrays."""
    return slice(rows.start, rows.stop) if isinstance(rows, range) else list(rows)
