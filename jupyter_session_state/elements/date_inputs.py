"""A field for a date, or for the first and the last one of a range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeAlias, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import moments
from jupyter_session_state.elements.dates import Dates, is_several, is_today
from jupyter_session_state.elements.state import held
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)

NullableScalarDateValue: TypeAlias = dt.date | dt.datetime | str | None
Several: TypeAlias = tuple[NullableScalarDateValue, ...] | list[dt.date] | list[NullableScalarDateValue]
DateValue: TypeAlias = NullableScalarDateValue | Sequence[NullableScalarDateValue]
DateWidgetRangeReturn: TypeAlias = tuple[()] | tuple[dt.date] | tuple[dt.date, dt.date]
DateWidgetReturn: TypeAlias = dt.date | DateWidgetRangeReturn | None


@overload
def date_input(
    label: str,
    value: dt.date | str = "today",
    min_value: NullableScalarDateValue = None,
    max_value: NullableScalarDateValue = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> dt.date: ...


@overload
def date_input(
    label: str,
    value: None,
    min_value: NullableScalarDateValue = None,
    max_value: NullableScalarDateValue = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> dt.date | None: ...


@overload
def date_input(
    label: str,
    value: Several,
    min_value: NullableScalarDateValue = None,
    max_value: NullableScalarDateValue = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> DateWidgetRangeReturn: ...


@widget
def date_input(
    label: str,
    value: DateValue = "today",
    min_value: NullableScalarDateValue = None,
    max_value: NullableScalarDateValue = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[DateWidgetReturn]:
    """A field for a date; returns the date, or for a range a tuple of none, one or two, or None while empty.

    Mirrors ``streamlit.date_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        What it holds at first: a date, ``"today"``, None for an empty field; a list or tuple of up to two dates
        makes it a range. Without it a keyed field takes the form of what session state has.
    min_value, max_value
        Its limits; ten years before and after the value if not given. A date beyond them becomes the default.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs.
    format
        How dates are shown: year, month and day in one of the usual orders with ``/``, ``.`` or ``-`` between.
    required
        Whether the browser refuses to leave it empty.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If value or limits stand for no dates, or are more than two.
    StreamlitValueAboveMaxError, StreamlitValueBelowMinError, StreamlitInvalidMinMaxError
        If they contradict each other.
    StreamlitValueError
        If `format` is none that is known.

    Examples
    --------
    >>> born = st.date_input("Born", date(1990, 5, 17), format="DD.MM.YYYY")  # doctest: +SKIP
    >>> trip = st.date_input("Trip", [], key="trip")  # doctest: +SKIP
    >>> if len(trip) == 2: ...  # doctest: +SKIP
    """
    moments.check_format("date_input", format)
    dates = Dates.of(label, value, min_value, max_value)
    if is_today(value) and (known := held(key)) is not MISSING:
        dates = Dates.of(label, known, min_value, max_value)
    ends = {"min": moments.date_text(dates.low), "max": moments.date_text(dates.high)}
    looks = {"format": format, "required": required, "mode": "date", "is_range": dates.is_range}
    return Control(
        "MomentInput",
        dates.default,
        {**ends, **looks, "empty": () if dates.is_empty else tuple(dates.encode(dates.default))},
        decode=dates.decode,
        encode=dates.encode,
        check=dates.check,
        admit=dates.admit,
        identity={"value": _named(value), "min_value": _named(min_value), "max_value": _named(max_value)},
        identity_with_key=("format",),
        given=value is not None and not is_today(value),
        fleeting=is_today(value) or dates.is_empty,  # then it depends on the day, or on session state
        query=query_shapes.moments(clearable=dates.default is None, most=2),
    )


def _named(value: Any) -> Any:
    """Return what stands for a date, or for several, in an identity; the day it is must not be in it."""
    if is_several(value):
        return [_named_day(day) for day in value]
    return list(value) if isinstance(value, str) and value != "today" else _named_day(value)


def _named_day(value: Any) -> str | None:
    if isinstance(value, str):
        return None if value == "today" else value
    return moments.date_text(value) if isinstance(value, dt.date) else None
