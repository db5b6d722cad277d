"""Which columns a simple chart draws, and as what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.chart_colors import color_text
from jupyter_session_state.elements.chart_columns import Column, as_text, column_of, text_column
from jupyter_session_state.elements.chart_frames import ChartFrame
from jupyter_session_state.elements.chart_tables import ChartTable, Stack
from jupyter_session_state.elements.messages import wrong_type

INDEX: Final = -1
"""Stands for the index among positions of columns."""

MOST_NAMES: Final = 100
"""How many different names an axis may have that is made of columns of several types."""

STACKED, SERIES = "y", "series"


@dataclass(slots=True)
class Roles:
    """The columns of one chart.

    Parameters
    ----------
    kind
        The function that draws it, for messages.
    frame
        The data.
    """

    kind: str
    frame: ChartFrame
    x: int | None = None
    ys: list[int] = field(default_factory=list)
    color: int | None = None
    size: int | None = None
    sort: int | None = None
    columns: dict[int, Column] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: str, frame: ChartFrame, asked: Mapping[str, Any]) -> Roles:
        """Find the columns that an author asked for.

        Raises
        ------
        StreamlitAPIException
            If there is no such column, or several.
        """
        roles = cls(kind, frame)
        x = asked.get("x")
        if x is not None and not isinstance(x, str):
            raise wrong_type(kind, "x", x, "the name of a column, or None for the index")
        roles.x = None if x is None else roles.found("x", x)
        roles.ys = roles._ys(asked.get("y"))
        roles.color, roles.size = roles._optional(asked.get("color")), roles._optional(asked.get("size"))
        sort = asked.get("sort")
        roles.sort = roles.found("sort", sort.removeprefix("-")) if isinstance(sort, str) else None
        if roles.x is None and roles.ys:
            roles.x = INDEX
        return roles

    def found(self, parameter: str, name: Any) -> int:
        """Return the position of a column by its name."""
        places = [p for p, known in enumerate(self.frame.names) if known == name]
        places = places or [p for p, known in enumerate(self.frame.names) if str(known) == str(name)]
        if not places:
            raise chart_messages.no_column(self.kind, parameter, name, self.frame.names)
        if len(places) > 1:
            raise chart_messages.columns_twice(self.kind, [name])
        return places[0]

    def _ys(self, y: Any) -> list[int]:
        names = self.frame.names
        if y is None:
            twice = list(dict.fromkeys(str(name) for name in names if names.count(name) > 1))
            if twice:
                raise chart_messages.columns_twice(self.kind, twice)
            return [p for p in range(len(names)) if p != self.x]
        wanted = [y] if isinstance(y, str) or not hasattr(y, "__iter__") else list(y)
        return [self.found("y", name) for name in wanted]

    def _optional(self, name: Any) -> int | None:
        """Return the column of this name, if it is one."""
        is_name = isinstance(name, str) and any(str(known) == name for known in self.frame.names)
        return self.found("color or size", name) if is_name else None

    # -- the table -----------------------------------------------------------------------------------------

    @property
    def is_stacked(self) -> bool:
        """Whether several columns share an axis."""
        return len(self.ys) > 1

    def column(self, position: int) -> Column:
        """Return the values of a column."""
        if position not in self.columns:
            values = self.frame.index_values() if position == INDEX else self.frame.column(position)
            self.columns[position] = column_of(values)
        return self.columns[position]

    def field_of(self, position: int | None) -> str:
        """Return the name that a column has in the table; one that is not there where there is none."""
        if position is None:
            return "nothing"
        return "x" if position == self.x else "index" if position == INDEX else f"c{position}"

    def label(self, position: int) -> str:
        """Return what a reader knows a column by."""
        return (self.frame.index_name or "index") if position == INDEX else str(self.frame.names[position])

    def y_columns(self) -> list[Column]:
        """Return the columns that share the axis, of one kind."""
        columns = [self.column(p) for p in self.ys]
        if len({column.scale for column in columns}) <= 1:
            return columns
        texts = [as_text(column) for column in columns]
        if len({word for column in texts for word in column.words}) > MOST_NAMES:
            raise chart_messages.mixed_columns(self.kind)
        return texts

    def table(self) -> ChartTable:
        """Return what travels to the chart."""
        ys = dict(zip(self.ys, self.y_columns(), strict=True))
        if self.color is not None and not self.is_stacked:
            self.columns[self.color] = _as_colors(self.column(self.color), self.frame.column(self.color))
        others = [p for p in (self.x, self.size, self.sort) if p is not None]
        if self.color is not None and not self.is_stacked:
            others.append(self.color)
        columns = {self.field_of(p): self.column(p) for p in others}
        if not self.is_stacked:
            columns.update((self.field_of(p), self.column(p)) for p in self.ys)
            return ChartTable(self.frame.rows, columns)
        fields = {f"y{number}": column for number, column in enumerate(ys.values())}
        names = tuple(self.label(p) for p in self.ys)
        stack = Stack(tuple(fields), names, STACKED, SERIES)
        return ChartTable(self.frame.rows, {**columns, **fields}, stack)


def _as_colors(column: Column, values: Any) -> Column:
    """Return a column of numbers for colours as the colours; others as they are."""
    if column.kind != "json":
        return column
    texts: Sequence[str | None] = [color_text(value) for value in values]
    return text_column(texts) if any(texts) else column
