"""The columns of a grid: what the author said of them, and what the page has to know."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jupyter_session_state.elements import column_messages
from jupyter_session_state.elements.button_labels import labels_of
from jupyter_session_state.elements.column_values import ButtonColumnResult, is_color
from jupyter_session_state.elements.grid_cells import LONGEST, cells_of, kind_of
from jupyter_session_state.elements.grid_values import Grid
from jupyter_session_state.elements.tables import name_text, positions_of

INDEX: Final = "_index"
"""What the index is called among the columns."""

COLUMNS: Final = 1000
"""How many columns a grid shows at most; it says how many there are."""

SAMPLE: Final = 200
"""How many rows are looked at to see what a column holds."""

Said = Mapping[Any, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a grid.

    Parameters
    ----------
    position
        Where it is in the data; negative for a level of the index, the last of which is -1.
    name
        What it is called in events and in session state.
    label
        Its header.
    kind
        What its cells hold: ``"integer"``, ``"string"``, ...
    said
        What the author said of it.
    more
        What the page has to know besides.
    """

    position: int
    name: str
    label: str
    kind: str
    said: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_index(self) -> bool:
        """Whether it is a level of the index."""
        return self.position < 0

    @property
    def type(self) -> str:
        """How its cells are shown, where the author said so."""
        options = self.said.get("type_config")
        return str(options.get("type") or "") if isinstance(options, Mapping) else ""

    @property
    def clickable(self) -> bool:
        """Whether its cells are buttons that somebody listens to."""
        return self.type == "button" and self.said.get("key") is not None

    def cells(self, values: Sequence[Any]) -> list[Any]:
        """Return values of it as they travel; of buttons, what they say."""
        if self.type == "button":
            return [[text[:LONGEST] for text in labels_of(value)] or None for value in values]
        return cells_of(values, self.kind)

    def told(self) -> dict[str, Any]:
        """Return what the page has to know of it; what is as usual is left out."""
        found: dict[str, Any] = {"name": self.name, "label": self.label, "kind": self.kind}
        if self.is_index:
            found["index"] = True
        if self.clickable:
            found["clickable"] = True
        for name, check in _OPTIONS.items():
            value = self.said.get(name)
            if value is not None and check(value):
                found[name] = value
        options = self.said.get("type_config")
        for name, value in options.items() if isinstance(options, Mapping) else ():
            if value is not None and name in _TYPE_OPTIONS and _TYPE_OPTIONS[name](value):
                found["options" if name == "options" else name] = (
                    _options(value) if name == "options" else value
                )
        return {**found, **self.more}


def config_of(given: Mapping[Any, Any] | None) -> Said:
    """Return what the author said of columns, in one form.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it says nothing.
    """
    found: dict[Any, Mapping[str, Any]] = {}
    for name, said in (given or {}).items():
        if said is None:
            found[name] = {"hidden": True}
        elif isinstance(said, str):
            found[name] = {"label": said}
        elif isinstance(said, ButtonColumnResult):
            found[name] = {**said.config, "key": said.key}
        elif isinstance(said, Mapping):
            found[name] = said
        else:
            raise column_messages.no_config(name, said)
    return found


def columns_of(
    grid: Grid, said: Said, order: Iterable[Any] | None, *, hide_index: bool | None
) -> tuple[list[GridColumn], int]:
    """Return the columns to show, the index first, and how many there would be without it.

    Parameters
    ----------
    grid
        The data.
    said
        What the author said of columns, by name or by position, which counts from the index on.
    order
        Which columns to show, in this order.
    hide_index
        Whether the index is left out; None for as the author said of it, else where it only numbers the rows.
    """
    head = range(min(SAMPLE, grid.total_rows))
    levels = len(grid.index)
    found = []
    if not _hides_index(grid, said, hide_index):
        for level, (name, read) in enumerate(grid.index):
            own = INDEX if level == 0 else f"{INDEX}_{level}"
            about = said.get(own) or said.get(name) or said.get(level) or said.get(INDEX) or {}
            found.append(GridColumn(level - levels, own, _label(about, name), kind_of(read(head)), about))
    wanted = [(p, _about(said, grid.names[p], p + max(levels, 1))) for p in positions_of(grid, order)]
    shown = [(p, about) for p, about in wanted if not about.get("hidden")]
    for position, about in shown[:COLUMNS]:
        name = name_text(grid.names[position])
        kind = kind_of(grid.column(position, head))
        found.append(GridColumn(position, name, _label(about, name), kind, about))
    return found, len(shown)


def _hides_index(grid: Grid, said: Said, hide_index: bool | None) -> bool:
    if hide_index is not None:
        return hide_index
    return bool(said.get(INDEX, {}).get("hidden"))


def _about(said: Said, name: Any, position: int) -> Mapping[str, Any]:
    known = [name] if isinstance(name, Hashable) else []
    return next((said[one] for one in (*known, name_text(name), position) if one in said), {})


def _label(about: Mapping[str, Any], name: str) -> str:
    label = about.get("label")
    return str(label) if label else name


# -- what may go to the page -------------------------------------------------------------------------------


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 10_000


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_plain(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(map(_is_plain, value))
    return _is_text(value) or _is_flag(value) or _is_number(value)


def _is_width(value: Any) -> bool:
    return value in ("small", "medium", "large") or (_is_number(value) and value > 0)


_OPTIONS: Mapping[str, Callable[[Any], bool]] = {
    "width": _is_width,
    "help": _is_text,
    "pinned": _is_flag,
    "required": _is_flag,
    "disabled": _is_flag,
    "alignment": lambda value: value in ("left", "center", "right"),
    "default": _is_plain,
}

_TYPE_OPTIONS: Mapping[str, Callable[[Any], bool]] = {
    "type": _is_text,
    "format": _is_text,
    "min_value": lambda value: _is_number(value) or _is_text(value),
    "max_value": lambda value: _is_number(value) or _is_text(value),
    "step": _is_number,
    "max_chars": _is_number,
    "validate": _is_text,
    "display_text": _is_text,
    "y_min": _is_number,
    "y_max": _is_number,
    "color": is_color,
    "timezone": _is_text,
    "accept_new_options": _is_flag,
    "button_type": _is_text,
    "options": lambda value: isinstance(value, (list, tuple)),
}
"""What a page takes, so that anything in a dict that was written by hand does no harm."""


def _options(given: Sequence[Any]) -> list[dict[str, Any]]:
    """Return options in one form."""
    found = []
    for option in given[:10_000]:
        said = option if isinstance(option, Mapping) else {"value": option}
        value = said.get("value")
        if not (isinstance(value, str) or _is_flag(value) or _is_number(value)):
            value = str(value)
        one = {"value": value, "label": str(said.get("label") or value)}
        if is_color(said.get("color")):
            one["color"] = said["color"]
        found.append(one)
    return found
