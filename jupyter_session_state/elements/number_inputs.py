"""A field for one number."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.number_values import (
    Entry,
    Number,
    check_limits,
    checked_format,
    default_number,
    plain_number,
)
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
    optional_text,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.keywords import NumberKeywords, NumberLooks

Min: TypeAlias = Literal["min"]


@overload
def number_input(
    label: str,
    min_value: int,
    max_value: int | None = None,
    value: int | Min = "min",
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: int | None = None,
    max_value: int | None = None,
    *,
    value: int,
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: None = None,
    *,
    max_value: int,
    value: int | Min = "min",
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: None = None,
    max_value: None = None,
    value: int | Min = "min",
    *,
    step: int,
    **more: Unpack[NumberKeywords],
) -> int: ...
@overload
def number_input(
    label: str,
    min_value: int,
    max_value: int | None = None,
    *,
    value: None,
    step: int | None = None,
    **more: Unpack[NumberKeywords],
) -> int | None: ...
@overload
def number_input(
    label: str, *, max_value: int, value: None, step: int | None = None, **more: Unpack[NumberKeywords]
) -> int | None: ...
@overload
def number_input(label: str, *, value: None, step: int, **more: Unpack[NumberKeywords]) -> int | None: ...
@overload
def number_input(
    label: str,
    min_value: float | None = None,
    max_value: float | None = None,
    value: float | Min = "min",
    step: float | None = None,
    **more: Unpack[NumberKeywords],
) -> float: ...
@overload
def number_input(
    label: str,
    min_value: float | None = None,
    max_value: float | None = None,
    *,
    value: None,
    step: float | None = None,
    **more: Unpack[NumberKeywords],
) -> float | None: ...
@overload
def number_input(
    label: str,
    min_value: Number | None = None,
    max_value: Number | None = None,
    value: Number | Min | None = "min",
    step: Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[NumberLooks],
) -> Number | None: ...


@widget
def number_input(
    label: str,
    min_value: Number | None = None,
    max_value: Number | None = None,
    value: Number | Literal["min"] | None = "min",
    step: Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[Number | None]:
    """A field for a number; returns an int if all numbers given are int, else a float, or None while empty.

    Mirrors ``streamlit.number_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    min_value, max_value
        Its limits; an entry beyond them becomes the default.
    value
        What it holds at first: a number, ``"min"`` for `min_value` or else 0.0, or None for an empty field.
    step
        What its buttons add and take away: 1, or 0.01 for floats.
    format
        How the number is shown, such as ``"%.3f"``.
    key
        Its name in session state.
    help
        A tooltip, as Markdown.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs; or ``"ignore"``: the
        change waits for the next run that something else causes.
    placeholder
        A grey text while it is empty.
    disabled
        Whether it cannot be changed by the user; session state still can.
    required
        Whether the browser refuses to send it empty.
    label_visibility
        ``"hidden"`` keeps the label's place, ``"collapsed"`` does not.
    icon
        An emoji or ``":material/name:"`` before the number.
    width
        ``"stretch"``, or pixels.
    persist_state
        ``"session"`` or ``"page"``: keep the value while it is not drawn. Needs a `key`.

    Raises
    ------
    StreamlitMixedNumericTypesError
        If limits, value and step are neither all int nor all float.
    StreamlitValueAboveMaxError, StreamlitValueBelowMinError, StreamlitInvalidMinMaxError
        If they contradict each other.
    StreamlitInvalidNumberFormatError
        If no number can be put into `format`.

    Examples
    --------
    >>> guests = st.number_input("Guests", 1, 12)  # doctest: +SKIP
    """
    default, is_int = default_number(label, min_value, max_value, value, step)
    entry = Entry(default, is_int, min_value, max_value)
    step = (1 if is_int else 0.01) if step is None or math.isnan(step) else step
    check_limits(label, entry, step)
    limits = {"min": plain_number(min_value), "max": plain_number(max_value), "step": plain_number(step)}
    kind = {"data_type": "int" if is_int else "float", "format": checked_format(label, format, is_int=is_int)}
    looks = {"placeholder": optional_text(placeholder), "icon": checked_icon("number_input", icon)}
    return Control(
        "NumberInput",
        default,
        {**limits, **kind, **looks, "required": bool(required)},
        decode=entry.decode,
        encode=entry.encode,
        check=entry.check,
        admit=entry.admit,
        given=value is not None and value != "min",
        emptied={"decode": replace(entry, default=None).decode},
        query=query_shapes.number(whole=is_int),
    )
