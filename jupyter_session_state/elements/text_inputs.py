"""A field for one line of text."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.sizes import checked_length
from jupyter_session_state.elements.text_values import TextWire, admit_text
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
    optional_text,
)

TextType = Literal["default", "password", "email", "url", "phone", "search"]

_EMAIL = (r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", "This is not an email address.")
_URL = (r"^([Hh][Tt][Tt][Pp][Ss]?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?$", "This is not a web address.")


class _Sort(NamedTuple):
    """What a field of one type has, unless the call says otherwise."""

    autocomplete: str = ""
    icon: str | None = None
    placeholder: str | None = None
    validate: tuple[str, str] | None = None


_SORTS: dict[str, _Sort] = {
    "default": _Sort(),
    "password": _Sort("new-password"),
    "email": _Sort("email", ":material/mail:", "you@example.com", _EMAIL),
    "url": _Sort("url", ":material/link:", "https://example.com", _URL),
    "phone": _Sort("tel", ":material/call:", "+1 234 567 8900"),
    "search": _Sort("off", ":material/search:", "Search"),
}


if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.keywords import LineLooks


@overload
def text_input(
    label: str,
    value: str = "",
    max_chars: int | None = None,
    key: Key | None = None,
    type: TextType = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[LineLooks],
) -> str: ...
@overload
def text_input(
    label: str,
    value: SupportsStr | None = "",
    max_chars: int | None = None,
    key: Key | None = None,
    type: TextType = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[LineLooks],
) -> str | None: ...
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
        The others bring an icon, a placeholder and a rule of their own, unless these are given.
    help
        A tooltip, as Markdown.
    autocomplete
        What the browser may fill in, as the HTML attribute of that name.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs; or ``"ignore"``: the
        change waits for the next run that something else causes.
    placeholder
        A grey text while it is empty.
    disabled
        Whether it cannot be changed by the user; session state still can.
    required
        Whether the browser refuses to send it empty. Python sees its default until something was entered.
    label_visibility
        ``"hidden"`` keeps the label's place, ``"collapsed"`` does not.
    icon
        An emoji or ``":material/name:"`` before the text.
    validate
        A regular expression, or one and a message for what does not match; the browser asks for it.
    live
        Whether it is sent while it is typed: True for a rest of 250 ms, or a duration such as ``"0.5s"``.
    width
        ``"stretch"``, or pixels.
    persist_state
        ``"session"`` or ``"page"``: keep the value while it is not drawn. Needs a `key`.

    Raises
    ------
    StreamlitValueError
        If `type`, `validate` or `live` is none that is known.
    StreamlitValueOutOfRangeError
        If `live` is longer than a minute.
    StreamlitAPIException
        If `icon` is none.

    Examples
    --------
    >>> name = st.text_input("Name", key="name")  # doctest: +SKIP
    """
    if type == "password" and bind is not None:
        advice = f"{label!r} would stand in the address for all to read: leave out one of the two."
        raise messages.incompatible("text_input", "type='password'", "bind='query-params'", advice)
    text = TextWire(None if value is None else str(value), checked_length("text_input", max_chars))
    pause = _pause(live)
    rules = {"max_chars": max_chars, "required": bool(required), "live": pause}
    return Control(
        "Password" if type == "password" else "Text",
        text.default,
        {"type": type, **rules, **_of_type(type, autocomplete, placeholder, icon, validate)},
        decode=text.decode,
        encode=text.encode,
        admit=admit_text,
        identity={"value": text.given, "validate": _rule(validate)[0], "live": pause},
        identity_with_key=("max_chars", "validate"),
        given=value is not None and value != "",
        emptied={"decode": replace(text, given=None).decode},
        sensitive=type == "password",
    )


def _of_type(
    type: str, autocomplete: str | None, placeholder: object, icon: str | None, validate: Any
) -> dict[str, Any]:
    """Return what the type of a field decides where the call does not."""
    if type not in _SORTS:
        raise messages.not_one_of("type", type, "one of " + ", ".join(map(repr, _SORTS)))
    sort = _SORTS[type]
    pattern, message = _rule(sort.validate if validate is None else validate)
    return {
        "autocomplete": sort.autocomplete if autocomplete is None else autocomplete,
        "placeholder": optional_text(sort.placeholder if placeholder is None else placeholder),
        "icon": checked_icon("text_input", sort.icon if icon is None else icon),
        "pattern": pattern,
        "message": message,
    }


def _rule(validate: Any) -> tuple[str | None, str | None]:
    """Return the pattern that a text must match, and what to say of one that does not."""
    if validate is None or isinstance(validate, str):
        return validate, None
    if not isinstance(validate, tuple):
        raise messages.wrong_type("text_input", "validate", validate, "a str, a tuple of two str, or None")
    if len(validate) != 2 or not all(isinstance(part, str) for part in validate):
        raise messages.not_one_of(
            "validate", validate, "a regular expression, or a tuple of one and a message"
        )
    return validate


_UNITS = {"ms": 1, "s": 1000, "m": 60_000}


def _pause(live: Any) -> int | None:
    """Return after how many milliseconds of rest a text is sent while it is typed; None for not at all."""
    if isinstance(live, bool):
        return 250 if live else None
    if not isinstance(live, str):
        raise messages.wrong_type("text_input", "live", live, "True, False or a duration such as '300ms'")
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(ms|s|m)\s*", "0s" if live.strip() == "0" else live)
    if match is None:
        raise messages.not_one_of("live", live, "True, False or a duration from '0ms' to '1m'")
    pause = float(match[1]) * _UNITS[match[2]]
    if pause > _UNITS["m"]:
        raise messages.out_of_range("text_input", "live", live, "0ms", "1m")
    return math.ceil(pause) if pause < 1 else round(pause)  # a short rest is not none
