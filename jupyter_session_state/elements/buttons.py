"""Buttons: a click is a trigger, true for the one run that answers it."""

from __future__ import annotations

from typing import Any, Literal

from jupyter_session_state._core.spec import Control, FormRule, widget
from jupyter_session_state.elements.types import (
    IconPosition,
    Key,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)

ButtonType = Literal["primary", "secondary", "tertiary"]


def _trigger(in_form: FormRule, **props: Any) -> Control[bool]:
    return Control(
        "Button", False, props, decode=bool, trigger=True, read_only=True, in_form=in_form, modes=False
    )


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
        A tooltip.
    on_click
        Called before that run, with `args` and `kwargs`.
    type
        How much it stands out.
    disabled
        Whether it can be clicked.

    Examples
    --------
    >>> if st.button("More"):  # doctest: +SKIP
    ...     st.write("clicked")
    """
    return _trigger("refused", type=type, icon=icon, icon_position=icon_position, shortcut=shortcut)


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

    Examples
    --------
    >>> with st.form("f"):  # doctest: +SKIP
    ...     name = st.text_input("Name")
    ...     st.form_submit_button("Send")
    """
    return _trigger("required", type=type, icon=icon, icon_position=icon_position, shortcut=shortcut)
