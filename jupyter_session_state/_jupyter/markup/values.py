"""A control's value as a reader would say it; secrets are never said."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import shorten
from jupyter_session_state._jupyter.markup.markdown import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.element import Element

VALUE_LIMIT: Final = 500
MASK: Final = "•" * 8  # always as long: the length of a secret is one, too
BUTTONS: Final = frozenset(
    {"button", "form_submit_button", "download_button", "link_button", "menu_button", "chat_input"}
)
_RANGES: Final = frozenset({"slider", "select_slider", "date_input"})
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=timezone.utc)
_NUMBER_FORMAT: Final = re.compile(r"[^%]*%[-+ 0#]*\d{0,3}(?:\.\d{1,3})?[dieEfFgGu](?:[^%]|%%)*")


def label_of(element: Element) -> str:
    """Return what a control calls itself, as plain text."""
    label = element.props.get("label") or element.props.get("description")
    if element.kind == "chat_input":
        label = element.props.get("placeholder")
    return plain_label(str(label or element.key or ""))


def value_text(element: Element) -> str:
    """Return the value a control shows, as plain text on one line."""
    if is_secret(element):
        return MASK if element.value else ""
    values = element.value if isinstance(element.value, (list, tuple)) else [element.value]
    how = element.props.get("data_type") or element.props.get("mode")
    show = _SHOWN.get(str(how), _shown_plain)
    joined = (" to " if element.kind in _RANGES else ", ").join(show(element, value) for value in values)
    return shorten(" ".join(joined.split()), VALUE_LIMIT)


def is_secret(element: Element) -> bool:
    """Whether the value must not leave the kernel in a picture or a record."""
    props = element.props
    return props.get("type") == "password" or element.view == "Password" or bool(props.get("sensitive"))


def _shown_plain(element: Element, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if element.kind == "feedback" and value in range(len(element.props["names"])):
        return str(element.props["names"][value])
    if isinstance(value, float) and value.is_integer() and element.props.get("data_type") == "int":
        value = int(value)
    return _formatted(element.props.get("format"), value)


def _formatted(pattern: object, value: Any) -> str:
    if isinstance(value, (int, float)) and isinstance(pattern, str) and _NUMBER_FORMAT.fullmatch(pattern):
        return pattern % value
    return str(value)


def _shown_time(form: Callable[[datetime], str]) -> Callable[[Element, Any], str]:
    def show(element: Element, value: Any) -> str:
        if isinstance(value, str):
            return _shown_iso(value, str(element.props.get("format")))
        if not isinstance(value, (int, float)):
            return "" if value is None else str(value)
        try:
            return form(_EPOCH + timedelta(microseconds=value))
        except (OverflowError, ValueError):
            return str(value)

    return show


def _shown_iso(text: str, format: str) -> str:
    """Return a date, a time or both, that travelled as an ISO text, in the author's format."""
    day, _, time = text.rpartition("T") if "T" in text else (text, "", "") if "-" in text else ("", "", text)
    parts = [_shown_day(day, format)] if day else []
    return ", ".join([*parts, _shown_clock(time, format)] if time else parts)


def _shown_day(day: str, format: str) -> str:
    year, month, of_month = day.split("-")
    return format.replace("YYYY", year).replace("MM", month).replace("DD", of_month)


def _shown_clock(time: str, format: str) -> str:
    if format != "12h":
        return time
    hour, rest = int(time[:2]), time[2:]
    return f"{hour % 12 or 12}{rest} {'AM' if hour < 12 else 'PM'}"


_SHOWN: Final[dict[str, Callable[[Element, Any], str]]] = {
    "date": _shown_time(lambda moment: f"{moment:%Y-%m-%d}"),
    "time": _shown_time(lambda moment: f"{moment:%H:%M}"),
    "datetime": _shown_time(lambda moment: f"{moment:%Y-%m-%d %H:%M}"),
}
