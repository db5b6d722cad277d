"""A field for several lines of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, overload

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.sizes import checked_height, checked_length
from jupyter_session_state.elements.text_values import TextWire, admit_text
from jupyter_session_state.elements.types import (
    BindOption,
    Height,
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

_THREE_LINES = 94


if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.keywords import TextLooks


@overload
def text_area(
    label: str,
    value: str = "",
    height: Height | None = None,
    max_chars: int | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[TextLooks],
) -> str: ...
@overload
def text_area(
    label: str,
    value: SupportsStr | None = "",
    height: Height | None = None,
    max_chars: int | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    **more: Unpack[TextLooks],
) -> str | None: ...
@widget
def text_area(
    label: str,
    value: str | SupportsStr | None = "",
    height: Height | None = None,
    max_chars: int | None = None,
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
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[str | None]:
    """A field for several lines of text; returns the text.

    The browser sends it when the field is left, and on Ctrl+Enter. Mirrors ``streamlit.text_area``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        What it holds at first; None makes it return None until something was entered.
    height
        ``"content"`` to grow with its text, ``"stretch"``, or pixels; about three lines if not given.
    max_chars
        How many characters it takes; more are cut off.
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
        Whether the browser refuses to send it empty. Python sees its default until something was entered.
    label_visibility
        ``"hidden"`` keeps the label's place, ``"collapsed"`` does not.
    width
        ``"stretch"``, or pixels.
    persist_state
        ``"session"`` or ``"page"``: keep the value while it is not drawn. Needs a `key`.

    Raises
    ------
    StreamlitInvalidHeightError
        If `height` is none that is known.

    Examples
    --------
    >>> notes = st.text_area("Notes", height=200, key="notes")  # doctest: +SKIP
    """
    text = TextWire(None if value is None else str(value), checked_length("text_area", max_chars))
    rules = {"max_chars": max_chars, "required": bool(required)}
    shown_height = _THREE_LINES if height is None else checked_height("text_area", height)
    return Control(
        "Textarea",
        text.default,
        {**rules, "placeholder": optional_text(placeholder), "height": shown_height},
        decode=text.decode,
        encode=text.encode,
        admit=admit_text,
        identity={"value": text.given},
        identity_with_key=("max_chars",),
        given=value is not None and value != "",
        emptied={"decode": replace(text, given=None).decode},
    )
