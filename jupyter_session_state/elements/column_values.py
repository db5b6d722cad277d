"""What the functions of `st.column_config` are made of: types, and what they check."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from jupyter_session_state.elements import column_messages

NumberFormat: TypeAlias = Literal[
    "plain",
    "localized",
    "dollar",
    "euro",
    "yen",
    "percent",
    "compact",
    "scientific",
    "engineering",
    "accounting",
    "bytes",
]
NumberColumnFormat: TypeAlias = NumberFormat | Literal["duration"]
DateTimeFormat: TypeAlias = Literal["localized", "distance", "calendar", "iso8601"]
ColumnWidth: TypeAlias = Literal["small", "medium", "large"] | int
ContentAlignment: TypeAlias = Literal["left", "center", "right"]
ThemeColor: TypeAlias = Literal[
    "red", "blue", "green", "yellow", "orange", "violet", "gray", "grey", "primary"
]
ChartColor: TypeAlias = str
"""A CSS colour, `ThemeColor`, ``"auto"`` or ``"auto-inverse"``."""

SelectboxOptionValue: TypeAlias = str | int | float | bool
ColumnConfig: TypeAlias = dict[str, Any]
"""What is said of one column, as plain values: Streamlit's own form of it, which may be written by hand too."""

COLORS = frozenset(
    "auto auto-inverse red blue green yellow violet orange gray grey primary".split()  # noqa: SIM905
)
_CSS_COLOR = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\([\d\s.,%/]+\)", re.IGNORECASE)


@dataclass(frozen=True)
class ButtonColumnResult:
    """A column of buttons with what a click does."""

    config: ColumnConfig
    on_click: Any = None
    args: Any = None
    kwargs: Any = None
    key: str | None = None


def config(**said: Any) -> ColumnConfig:
    """Return what is said of a column."""
    return said


def kind(name: str, **options: Any) -> dict[str, Any]:
    """Return the kind of a column with what only this kind has."""
    return {"type": name, **options}


def is_color(color: Any) -> bool:
    """Whether a colour can be given to a column."""
    return isinstance(color, str) and (color in COLORS or _CSS_COLOR.fullmatch(color) is not None)


def check_color(color: Any) -> None:
    """Raise StreamlitValueError for what is no colour."""
    if color is not None and not is_color(color):
        raise column_messages.no_color(color)


def iso(moment: dt.date | dt.time | None) -> str | None:
    """Return a date or a time as a text."""
    return None if moment is None else moment.isoformat()


def seconds(step: float | dt.timedelta | None) -> float | None:
    """Return a length of time as a number."""
    return step.total_seconds() if isinstance(step, dt.timedelta) else step


def choices(options: Iterable[Any] | None, shown: Callable[[Any], str] | None) -> list[Any] | None:
    """Return options with their texts."""
    if options is None:
        return None
    listed = list(options)
    return listed if shown is None else [{"value": option, "label": shown(option)} for option in listed]


def colored(
    options: Iterable[str] | None, color: str | Iterable[str] | None, shown: Callable[[str], str] | None
) -> list[dict[str, Any]] | None:
    """Return options with their texts and colours."""
    if options is None:
        return None
    colors = itertools.repeat(color) if color is None or isinstance(color, str) else itertools.cycle(color)
    found = []
    for option, its_color in zip(options, colors, strict=False):
        made: dict[str, Any] = {"value": option}
        if shown is not None:
            made["label"] = shown(option)
        if its_color is not None:
            made["color"] = its_color
        found.append(made)
    return found
