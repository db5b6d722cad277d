"""A button with a menu of things to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import button_messages
from jupyter_session_state.elements.buttons import ButtonType, button_looks
from jupyter_session_state.elements.options import Options
from jupyter_session_state.elements.types import (
    Key,
    OptionSequence,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)

T = TypeVar("T")


@widget
def menu_button(
    label: str,
    options: OptionSequence[T],
    *,
    key: Key | None = None,
    help: str | None = None,
    on_click: WidgetCallback | None = None,
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    type: ButtonType = "secondary",
    icon: str | None = None,
    disabled: bool = False,
    width: Width = "content",
    format_func: Callable[[Any], str] = str,
    wrap: bool | None = None,
) -> Control[T | None]:
    """A button that opens a menu; returns the option in the run that its click caused, else None.

    Mirrors ``streamlit.menu_button``.

    Parameters
    ----------
    label
        What the button says, as Markdown.
    options
        The entries: any iterable, a dict (its keys), an Enum class, a Series, an array.
    key
        Its name in session state, where it reads the option during that run. It cannot be assigned.
    on_click
        Called before that run, with `args` and `kwargs`.
    format_func
        Makes the label of an option; no two may be the same.

    Other parameters as `button`.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there are no options.
    StreamlitAPIException
        If two labels are the same.
    StreamlitInvalidLayoutContextError
        In a form.

    Examples
    --------
    >>> action = st.menu_button("Export", ["CSV", "Excel"])  # doctest: +SKIP
    >>> if action:  # doctest: +SKIP
    ...     st.write(f"as {action}")
    """
    looks = button_looks("menu_button", type, icon, wrap=wrap)
    entries = Options.of("menu_button", label, options, format_func)
    if not entries.values:
        raise button_messages.no_choices("menu_button", label)
    if len(entries.places) < len(entries.labels):
        raise button_messages.equal_labels("menu_button", label)
    return Control(
        "Menu",
        None,
        {**looks, "options": entries.labels},
        decode=entries.with_label,
        encode=entries.label_of,
        trigger=True,
        at_rest=None,
        read_only=True,
        in_form="refused",
        modes=False,
        identity={"options": entries.labels},
    )
