"""Buttons: a click is a trigger, true for the one run that answers it."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from jupyter_session_state._core.spec import Control, FormRule, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.shortcuts import checked_shortcut
from jupyter_session_state.elements.sizes import width_of
from jupyter_session_state.elements.types import (
    IconPosition,
    Key,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)
from jupyter_session_state.elements.values import must_be

ButtonType: TypeAlias = Literal["primary", "secondary", "tertiary"]


@widget
def button(
    label: str,
    key: Key | None = None,
    help: str | None = None,
    on_click: WidgetCallback | None = None,
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> Control[bool]:
    """A button; returns True in the run that a click caused, else False.

    Mirrors ``streamlit.button``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    key
        Its name in session state, where it reads True during that run. It cannot be assigned.
    help
        A tooltip, as Markdown.
    on_click
        Called before that run, with `args` and `kwargs`.
    type
        How much it stands out.
    icon
        An emoji or ``":material/name:"``, left or right of the label as `icon_position` says.
    disabled
        Whether it cannot be clicked.
    width
        ``"content"``, ``"stretch"``, or pixels; `use_container_width` is an older way to say the first two.
    shortcut
        Keys that click it while the focus is in the app, such as ``"Ctrl+K"``.
    wrap
        Whether a long label takes several lines (None as True).

    Raises
    ------
    StreamlitInvalidLayoutContextError
        In a form.
    StreamlitAPIException
        If `type`, `icon` or `shortcut` is none that is known.

    Examples
    --------
    >>> if st.button("More"):  # doctest: +SKIP
    ...     st.write("clicked")
    """
    looks = button_looks("button", type, icon, icon_position, shortcut, wrap)
    return _trigger("refused", {**looks, "width": width_of(width, use_container_width)})


@widget
def form_submit_button(
    label: str = "Submit",
    help: str | None = None,
    on_click: WidgetCallback | None = None,
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    key: Key | None = None,
    type: ButtonType = "secondary",
    icon: str | None = None,
    icon_position: IconPosition = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> Control[bool]:
    """The button that sends the values of its form, all at once.

    Returns True in the run it caused. Without a `key` its name in session state is
    ``FormSubmitter:<form>-<label>``. Mirrors ``streamlit.form_submit_button``; parameters as `button`.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        Outside of a form.

    Examples
    --------
    >>> with st.form("f"):  # doctest: +SKIP
    ...     name = st.text_input("Name")
    ...     st.form_submit_button("Send")
    """
    looks = button_looks("form_submit_button", type, icon, icon_position, shortcut, wrap)
    return _trigger("required", {**looks, "width": width_of(width, use_container_width)})


def _trigger(in_form: FormRule, looks: dict[str, Any]) -> Control[bool]:
    return Control(
        "Button",
        False,
        looks,
        decode=must_be(bool),
        trigger=True,
        read_only=True,
        in_form=in_form,
        modes=False,
        identity={"width": looks["width"], "shortcut": looks["shortcut"]},
    )


def button_looks(
    kind: str,
    type: Any,
    icon: Any,
    icon_position: Any = "left",
    shortcut: Any = None,
    wrap: bool | None = None,
) -> dict[str, Any]:
    """Return what all sorts of buttons have, once it is known to be right.

    Raises
    ------
    StreamlitAPIException
        If it is not.
    """
    if type not in ("primary", "secondary", "tertiary"):
        raise messages.not_one_of("type", type, "'primary', 'secondary' or 'tertiary'")
    if icon_position not in ("left", "right", None):
        raise messages.not_one_of("icon_position", icon_position, "'left' or 'right'")
    return {
        "type": type,
        "icon": checked_icon(kind, icon),
        "icon_position": icon_position or "left",
        "shortcut": checked_shortcut(kind, shortcut),
        "wrap": wrap,
    }
