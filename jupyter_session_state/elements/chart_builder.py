"""Simple charts in Vega-Lite's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.chart_colors import NAMES, color_text, named_color
from jupyter_session_state.elements.chart_columns import Column
from jupyter_session_state.elements.chart_frames import chart_frame
from jupyter_session_state.elements.chart_roles import INDEX, SERIES, STACKED, Roles
from jupyter_session_state.elements.chart_tables import ChartTable
from jupyter_session_state.elements.messages import not_one_of

SOURCE: Final = "source"
"""What the data is called in a spec."""

HOVERED: Final = 20_000
"""Charts of up to so many points say what is under the pointer, or nearest to it."""

LEGEND: Final = {"orient": "bottom", "titlePadding": 5, "offset": 5}
_MARKS: Final = {
    "line_chart": "line",
    "area_chart": "area",
    "bar_chart": "bar",
    "scatter_chart": "circle",
}
_SHORT: Final = 40  # characters of all names together that surely fit side by side
_LETTERS: Final = 5  # of a name in a legend that is not known here
_ZOOM: Final = {
    "name": "zoom",
    # A wheel alone scrolls the page.
    "select": {"type": "interval", "zoom": "wheel![event.ctrlKey || event.metaKey]"},
    "bind": "scales",
}

Spec = dict[str, Any]


@dataclass(slots=True)
class SimpleChart:
    """One simple chart: what was asked of it, and its columns."""

    kind: str
    asked: Mapping[str, Any]
    roles: Roles
    table: ChartTable

    @classmethod
    def of(cls, kind: str, data: Any, asked: Mapping[str, Any]) -> SimpleChart:
        """Read the data of a chart.

        Raises
        ------
        StreamlitAPIException
            If it cannot be drawn as asked.
        """
        roles = Roles.of(kind, chart_frame(data), asked)
        return cls(kind, asked, roles, roles.table())

    def spec(self) -> Spec:
        """Return it in Vega-Lite's language."""
        mark, encoding = _MARKS[self.kind], self._encoding()
        spec: Spec = {"data": {"name": SOURCE}}
        base: Spec = {
            "mark": {"type": mark, "tooltip": None} if self._is_crowded else mark,
            "encoding": encoding,
        }
        if self.kind == "bar_chart":
            return {**spec, **base}
        base["params"] = [_ZOOM]
        if self.kind != "line_chart" or self.roles.x is None or self._is_crowded:
            return {**spec, **base}
        lines = {"legend": {"symbolType": "stroke"}}
        return {**spec, "layer": [base, *self._hover(encoding)], "config": lines}

    # -- axes ----------------------------------------------------------------------------------------------

    def _encoding(self) -> Spec:
        along, across = self._along(), self._across()
        sideways = bool(self.asked.get("horizontal"))
        encoding = {"x": across, "y": along} if sideways else {"x": along, "y": across}
        self._stack(encoding, across)
        others = {
            "opacity": self._opacity(),
            "color": self._color(),
            "size": self._size(),
            "tooltip": self._tooltip(),
        }
        return {**encoding, **{name: channel for name, channel in others.items() if channel}}

    def _along(self) -> Spec:
        """Return the axis of x, which is the upright one of a chart on its side."""
        x, is_bar = self.roles.x, self.kind == "bar_chart"
        column = None if x is None else self.roles.column(x)
        given = self.asked.get("x")
        axis = self._axis(column, "" if given is None else str(given), self.asked.get("x_label"), grid=False)
        axis["field"] = self.roles.field_of(x)
        if is_bar and column is not None and column.scale != "temporal":
            axis["type"] = "ordinal"
        if axis["type"] in ("ordinal", "nominal") and column is not None:
            if column.ordered:
                axis["sort"] = list(column.words)
            if column.words and sum(map(len, column.words)) <= _SHORT:
                axis["axis"]["labelAngle"] = 0
        if is_bar:
            axis.update(self._sort())
        return axis

    def _across(self) -> Spec:
        ys, given = self.roles.ys, self.asked.get("y")
        column = self.roles.y_columns()[0] if ys else None
        title = "" if given is None or len(ys) != 1 else self.roles.label(ys[0])
        axis = self._axis(column, title, self.asked.get("y_label"), grid=True)
        axis["field"] = STACKED if self.roles.is_stacked else self.roles.field_of(ys[0] if ys else None)
        return axis

    @staticmethod
    def _axis(column: Column | None, title: str, label: Any, *, grid: bool) -> Spec:
        ticks = {"tickMinStep": 1} if column is not None and column.whole else {}
        return {
            "title": title if label is None else str(label),
            "type": "quantitative" if column is None else column.scale,
            "axis": {"grid": grid, **ticks},
        }

    def _sort(self) -> Spec:
        sort = self.asked.get("sort", True)
        if sort is True:
            return {}
        if sort is False or self.roles.sort is None:
            return {"sort": None}
        order = "descending" if str(sort).startswith("-") else "ascending"
        return {"sort": {"field": self.roles.field_of(self.roles.sort), "order": order}}

    def _stack(self, encoding: Spec, across: Spec) -> None:
        stack = self.asked.get("stack")
        if stack is None:
            if self.kind == "area_chart":  # areas lie over each other unless somebody says otherwise
                across["stack"] = False
            return
        across["stack"] = False if stack == "layered" else stack
        series = self._series()
        if stack is False and series is not None and self.kind == "bar_chart":
            encoding["yOffset" if self.asked.get("horizontal") else "xOffset"] = {"field": series}

    # -- everything else -----------------------------------------------------------------------------------

    def _series(self) -> str | None:
        """Return the field that tells what is drawn in one colour from the rest."""
        if self.roles.is_stacked:
            return SERIES
        return None if self.roles.color is None else self.roles.field_of(self.roles.color)

    def _opacity(self) -> Spec | None:
        faint = self.kind == "area_chart" or self.asked.get("stack") == "layered"
        return {"value": 0.7} if faint and self._series() is not None else None

    def _color(self) -> Spec | None:
        given = self.asked.get("color")
        if self.roles.color is None and given not in (None, [], ()):
            return self._given_color(given)
        series = self._series()
        if series is None:
            return None
        if self.roles.is_stacked:
            names = self._names()
            return {**self._legend(series, " ", names), "scale": {"domain": names}, "sort": names}
        position = self.roles.color if self.roles.color is not None else INDEX
        column = self.roles.column(position)
        channel = {**self._legend(series, self.roles.label(position), column.words), "type": column.scale}
        if column.words and color_text(column.words[0]):
            return {**channel, "scale": {"domain": column.words, "range": column.words}, "legend": None}
        return {**channel, "sort": list(column.words)} if column.ordered else channel

    def _names(self) -> list[str]:
        return [self.roles.label(p) for p in self.roles.ys]

    @staticmethod
    def _legend(series: str, title: str, names: Iterable[str]) -> Spec:
        longest = max(map(len, names), default=_LETTERS)
        # The page knows how wide the chart is, so it says how many names stand side by side.
        legend = {**LEGEND, "columns": f"jss:columns:{longest}"}
        return {"field": series, "type": "nominal", "title": title, "legend": legend}

    def _given_color(self, given: Any) -> Spec:
        one = named_color(given)
        colors = [one] if one is not None else list(given) if isinstance(given, (list, tuple)) else []
        found = [named_color(color) for color in colors]
        if not found or None in found:
            raise chart_messages.no_color(given)
        names = self._names()
        if len(found) != len(names):
            raise chart_messages.colors_unequal(found, names)
        if len(found) == 1:
            return {"value": _themed(found[0])}
        scale = {"domain": names, "range": [_themed(color) for color in found]}
        return {**self._legend(SERIES, " ", names), "scale": scale, "sort": names}

    def _size(self) -> Spec | None:
        if self.kind != "scatter_chart":
            return None
        if self.roles.size is not None:
            column = self.roles.column(self.roles.size)
            legend = {**LEGEND, "titlePadding": 0.5}
            name, label = self.roles.field_of(self.roles.size), self.roles.label(self.roles.size)
            return {"field": name, "type": column.scale, "title": label, "legend": legend}
        size = self.asked.get("size")
        if size is not None and (isinstance(size, bool) or not isinstance(size, (int, float))):
            raise not_one_of("size", size, "the name of a column, a number or None")
        return {"value": 100 if size is None else size}

    def _tooltip(self) -> list[Spec] | None:
        roles = self.roles
        if roles.x is None or not roles.ys or self._is_crowded:
            return None
        told = [self._told(roles.x)]
        if roles.is_stacked:
            told.append({"field": SERIES, "type": "nominal", "title": "color"})
            told.append({"field": STACKED, "type": roles.y_columns()[0].scale, "title": "value"})
        else:
            told += [self._told(p) for p in (roles.ys[0], roles.color) if p is not None]
        if roles.size is not None and self.kind == "scatter_chart":
            told.append(self._told(roles.size))
        return told

    @property
    def _is_crowded(self) -> bool:
        """Whether there are so many points that to work out what each would say takes longer than to draw them."""
        return self.table.points > HOVERED

    def _told(self, position: int) -> Spec:
        column = self.roles.column(position)
        return {
            "field": self.roles.field_of(position),
            "type": column.scale,
            "title": self.roles.label(position),
        }

    def _hover(self, encoding: Spec) -> list[Spec]:
        """Return layers that show the point nearest to the pointer."""
        near = {
            "name": "near",
            "select": {
                "type": "point",
                "nearest": True,
                "on": "mousemove{16}",
                "clear": "mouseleave",
                "fields": [self.roles.field_of(self.roles.x)],
            },
        }
        return [
            {"mark": {"type": "point", "opacity": 0}, "encoding": encoding, "params": [near]},
            {
                "mark": {"type": "point", "filled": True, "size": 65},
                "encoding": encoding,
                "transform": [{"filter": {"param": "near", "empty": False}}],
            },
        ]


def _themed(color: str | None) -> str:
    """Return a colour; one of the theme's by a name that no colour of CSS has, so that the page puts its own in."""
    return f"jss:{color}" if color in NAMES else str(color)
