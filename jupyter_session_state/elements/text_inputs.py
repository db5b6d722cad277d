"""A field for one line of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, cast

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    PersistStateOption,
    SupportsStr,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)
from jupyter_session_state.elements.values import must_be

TextType = Literal["default", "password", "email", "url", "phone", "search"]

_AUTOCOMPLETE = {
    "default": "",
    "password": "new-password",
    "email": "email",
    "url": "url",
    "phone": "tel",
    "search": "off",
}
_text_or_none = must_be(str, type(None))


@widget
def text_input(
    label: str,
    value: str | SupportsStr | None = "",
    max_chars: int | None = None,
    key: Key | None = None,
    type: TextType = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: str | bool = False,
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[str | None]:
    """A field for one line of text; returns the text.

    Mirrors ``streamlit.text_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        What it holds at first; None makes it return None until something was entered.
    max_chars
        How many characters it takes; more are cut off.
    key
        Its name in session state.
    type
        What sort of text; ``"password"`` hides what is typed and keeps it out of records and saved notebooks.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs.
    placeholder
        A grey text while it is empty.
    validate
        A regular expression, or one and a message for what does not match; the browser asks for it.

    Raises
    ------
    StreamlitValueError
        If `type`, `validate` or `live` is none that is known.

    Examples
    --------
    >>> name = st.text_input("Name", key="name")  # doctest: +SKIP
    """
    if type == "password" and bind is not None:
        advice = f"{label!r} would stand in the address for all to read: leave out one of the two."
        raise messages.incompatible("text_input", "type='password'", "bind='query-params'", advice)
    line = _Line(None if value is None else str(value), max_chars)
    rules = {"max_chars": max_chars, "required": required, "validate": validate, "live": _pause(live)}
    looks = {"placeholder": placeholder, "icon": icon, "autocomplete": _autocomplete(type, autocomplete)}
    return Control(
        "Password" if type == "password" else "Text",
        line.default,
        {"type": type, **rules, **looks},
        decode=line.decode,
        encode=line.encode,
        check=_text_or_none,
        identity={"value": line.given, "validate": _pattern(validate), "live": rules["live"]},
        identity_with_key=("max_chars", "validate"),
        given=value is not None and value != "",
        sensitive=type == "password",
    )


@dataclass(frozen=True, slots=True)
class _Line:
    given: str | None
    max_chars: int | None

    @property
    def default(self) -> str | None:
        """The text to start with."""
        return None if self.given is None else self.given[: self.max_chars]

    def decode(self, wire: Any) -> str | None:
        """Return the text, cut to its longest length: not every front end stops its user there."""
        if wire is None:
            return self.default
        if not isinstance(wire, str):
            raise TypeError(f"expected a text, not {wire!r}")
        return wire[: self.max_chars]

    @staticmethod
    def encode(value: str | None) -> str:
        return "" if value is None else value


def _autocomplete(type: str, given: str | None) -> str:
    if type not in _AUTOCOMPLETE:
        raise messages.not_one_of("type", type, "one of " + ", ".join(map(repr, _AUTOCOMPLETE)))
    return _AUTOCOMPLETE[type] if given is None else given


def _pattern(validate: Any) -> str | None:
    if validate is None or isinstance(validate, str):
        return validate
    if isinstance(validate, tuple):
        if len(validate) == 2 and all(isinstance(part, str) for part in validate):
            return cast("str", validate[0])
        raise messages.not_one_of(
            "validate", validate, "a regular expression, or a tuple of one and a message"
        )
    raise messages.wrong_type("text_input", "validate", validate, "a str, a tuple of two str, or None")


_UNITS = {"ms": 1, "s": 1000, "m": 60_000}


def _pause(live: Any) -> int | None:
    """Return after how many milliseconds of rest a text is sent while it is typed; None for not at all."""
    if isinstance(live, bool):
        return 250 if live else None
    if not isinstance(live, str):
        raise messages.wrong_type("text_input", "live", live, "True, False or a duration such as '300ms'")
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(ms|s|m)\s*", live)
    pause = round(float(match[1]) * _UNITS[match[2]]) if match else -1
    if not 0 <= pause <= _UNITS["m"]:
        raise messages.not_one_of("live", live, "True, False or a duration from '0ms' to '1m'")
    return pause
