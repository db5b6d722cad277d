"""A field for a date with a time of day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import limit_messages, moments
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

DateTimeScalarValue: TypeAlias = dt.datetime | dt.date | dt.time | str
DateTimeValue: TypeAlias = DateTimeScalarValue | None


@overload
def datetime_input(
    label: str,
    value: DateTimeScalarValue = "now",
    min_value: DateTimeValue = None,
    max_value: DateTimeValue = None,
    *,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = dt.timedelta(minutes=15),
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> dt.datetime: ...


@overload
def datetime_input(
    label: str,
    value: None,
    min_value: DateTimeValue = None,
    max_value: DateTimeValue = None,
    *,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = dt.timedelta(minutes=15),
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> dt.datetime | None: ...


@widget
def datetime_input(
    label: str,
    value: DateTimeValue = "now",
    min_value: DateTimeValue = None,
    max_value: DateTimeValue = None,
    *,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = dt.timedelta(minutes=15),
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[dt.datetime | None]:
    """A field for a date with a time; returns it to the minute and without a zone, or None while it is empty.

    Mirrors ``streamlit.datetime_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        What it holds at first: a datetime, a date (then midnight), a time (then today), ``"now"``, or None for
        an empty field.
    min_value, max_value
        Its limits; ten years before and after the value if not given. A mere date as `max_value` is its last
        minute. What lies beyond becomes the default.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs.
    format
        How the date in it is shown: year, month and day in one of the usual orders.
    step
        What its arrow keys add and take away, in seconds or as a ``timedelta``; a minute at least.
    required
        Whether the browser refuses to leave it empty.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If value or limits stand for no moment, or `step` for no span of time.
    StreamlitValueAboveMaxError, StreamlitValueBelowMinError, StreamlitInvalidMinMaxError
        If they contradict each other.
    StreamlitValueOutOfRangeError
        If `step` is less than a minute or more than 23 hours.
    StreamlitValueError
        If `format` is none that is known.

    Examples
    --------
    >>> start = st.datetime_input("Start", datetime(2024, 5, 17, 8, 45))  # doctest: +SKIP
    """
    span = _Span.of(label, value, min_value, max_value)
    moments.check_format("datetime_input", format)
    seconds = moments.step_seconds("datetime_input", step, 60)
    ends = {"min": moments.moment_text(span.low), "max": moments.moment_text(span.high)}
    name = moments.moment_text(span.start) if span.start and not isinstance(value, str) else str(value)
    looks = {"step": seconds, "format": format, "required": required, "mode": "datetime"}
    return Control(
        "MomentInput",
        span.empty,
        {**ends, **looks, "empty": tuple(span.encode(span.empty))},
        decode=span.decode,
        encode=span.encode,
        check=span.check,
        admit=span.admit,
        identity={"value": name, "min_value": ends["min"], "max_value": ends["max"], "step": str(step)},
        identity_with_key=("format", "step"),
        given=value is not None and value != "now",
        fleeting=value in (None, "now"),  # then it depends on the clock
        emptied={"decode": replace(span, empty=None).decode, "props": {**ends, **looks, "empty": ()}},
        query=query_shapes.moments(clearable=span.start is None),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """What a field starts with and what it may hold.

    Parameters
    ----------
    start
        The moment the author gave.
    empty
        What the field holds at first and when it was emptied: `start`, or None where session state has None.
    low, high
        The limits.
    is_bounded
        Whether the author gave a limit: only then are values of session state judged by them.
    """

    start: dt.datetime | None
    empty: dt.datetime | None
    low: dt.datetime
    high: dt.datetime
    is_bounded: bool

    @classmethod
    def of(cls, label: str, value: Any, low: Any, high: Any) -> _Span:
        """Read the arguments; raises if they stand for no moments or contradict each other."""
        start = None if value is None else _read("value", value, moments.today())
        day = moments.today() if start is None else start.date()
        lowest = _read("min_value", moments.shifted(day, -moments.YEARS) if low is None else low, day)
        last = moments.shifted(day, moments.YEARS) if high is None else high
        highest = _read("max_value", last, day, moments.LAST_MINUTE)
        if lowest > highest:
            raise limit_messages.min_above_max("datetime_input", label, lowest, highest)
        if start is not None and start < lowest:
            raise limit_messages.below_min("datetime_input", label, start, lowest)
        if start is not None and start > highest:
            raise limit_messages.above_max("datetime_input", label, start, highest)
        return cls(start, start, lowest, highest, low is not None or high is not None)

    def decode(self, wire: Any) -> dt.datetime | None:
        """Return the moment that the browser sent; the default for one beyond the limits and an emptied field."""
        texts = moments.sent_texts([] if wire is None else wire, 1)
        moment = moments.sent_moment(texts[0]) if texts else None
        return self.empty if moment is None or not self.low <= moment <= self.high else moment

    @staticmethod
    def texts(value: Any) -> list[str]:
        """Return a moment as it travels; raises for what is none."""
        return [] if value is None else [moments.moment_text(value)]

    def encode(self, value: Any) -> list[str]:
        """Return what the field shows."""
        return moments.shown(self.texts, value)

    def check(self, value: Any) -> Any:
        """Pass a value of session state on; the default in place of one beyond limits that the author gave."""
        fits = value is None or not self.is_bounded or self.low <= value <= self.high
        return value if fits else self.start

    def admit(self, value: Any) -> Any:
        """Do so, and raise for what is no moment then."""
        kept = self.check(value)
        self.texts(kept)
        return kept


def _read(parameter: str, value: Any, day: dt.date, time: dt.time = moments.MIDNIGHT) -> dt.datetime:
    return moments.to_moment("datetime_input", parameter, value, day, time)
