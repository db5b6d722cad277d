"""A field for a time of day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages, moments
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

TimeValue: TypeAlias = dt.time | dt.datetime | str


@overload
def time_input(
    label: str,
    value: TimeValue = "now",
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = dt.timedelta(minutes=15),
    format: Literal["12h", "24h", "localized"] = "24h",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> dt.time: ...


@overload
def time_input(
    label: str,
    value: None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = dt.timedelta(minutes=15),
    format: Literal["12h", "24h", "localized"] = "24h",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> dt.time | None: ...


@widget
def time_input(
    label: str,
    value: TimeValue | None = "now",
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = dt.timedelta(minutes=15),
    format: Literal["12h", "24h", "localized"] = "24h",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[dt.time | None]:
    """A field for a time of day; returns the time, or None while it is empty.

    Mirrors ``streamlit.time_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        What it holds at first: a time, ``"now"``, or None for an empty field.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs.
    step
        What its arrow keys add and take away, in seconds or as a ``timedelta``. Seconds are shown and kept only
        if it is not a whole number of minutes.
    format
        How times are shown; ``"localized"`` is the way of the browser.
    required
        Whether the browser refuses to leave it empty.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If `value` stands for no time, or `step` for no span of it.
    StreamlitValueOutOfRangeError
        If `step` is less than a second or more than 23 hours.
    StreamlitValueError
        If `format` is none that is known.

    Examples
    --------
    >>> alarm = st.time_input("Wake me at", time(8, 45), step=60)  # doctest: +SKIP
    """
    given = None if value is None else moments.to_time("time_input", value)
    times = _Times(given, moments.step_seconds("time_input", step, 1))
    if format not in ("12h", "24h", "localized"):
        raise messages.not_one_of("format", format, "'12h', '24h' or 'localized'")
    entry = replace(times, default=times.cut(given))
    name = str(entry.default) if isinstance(value, (dt.datetime, dt.time)) else str(value)
    looks = {"step": entry.step, "format": format, "required": required, "mode": "time"}
    return Control(
        "MomentInput",
        entry.default,
        {**looks, "empty": tuple(entry.encode(entry.default))},
        decode=entry.decode,
        encode=entry.encode,
        admit=entry.admit,
        identity={"value": name, "step": str(step), "format": None},
        identity_with_key=("step",),
        given=value is not None and value != "now",
        fleeting=value in (None, "now"),  # then it depends on the clock
        emptied={"decode": replace(entry, default=None).decode, "props": {**looks, "empty": ()}},
        query=replace(query_shapes.time(clearable=entry.default is None), mend=_two_digits),
    )


@dataclass(frozen=True, slots=True)
class _Times:
    """What a field starts with, and whether seconds count in it."""

    default: dt.time | None
    step: int

    @property
    def has_seconds(self) -> bool:
        """Whether seconds are kept."""
        return self.step % 60 != 0

    def cut(self, time: dt.time | None) -> dt.time | None:
        """Return a time without what does not count."""
        return time if time is None or self.has_seconds else time.replace(second=0, microsecond=0)

    def decode(self, wire: Any) -> dt.time | None:
        """Return the time that the browser sent; the default for an emptied field."""
        texts = moments.sent_texts([] if wire is None else wire, 1)
        return self.cut(moments.sent_time(texts[0])) if texts else self.default

    def texts(self, value: Any) -> list[str]:
        """Return a time as it travels; raises TypeError for what is none."""
        if value is None:
            return []
        time = value.time() if isinstance(value, dt.datetime) else value
        if not isinstance(time, dt.time):
            raise TypeError(f"expected a time, not {time!r}")
        seconds = f":{time.second:02d}" if self.has_seconds else ""
        return [f"{time.hour:02d}:{time.minute:02d}{seconds}"]

    def encode(self, value: Any) -> list[str]:
        """Return what the field shows."""
        return moments.shown(self.texts, value)

    def admit(self, value: Any) -> Any:
        """Pass a time of session state on; raises TypeError for what is none."""
        self.texts(value)
        return value


def _two_digits(texts: list[str]) -> list[str]:
    """Return times that people wrote, such as 8:45, as they travel."""
    return [f"0{text}" if text[1:2] == ":" else text for text in texts]
