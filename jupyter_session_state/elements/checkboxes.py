"""A box to tick."""

from __future__ import annotations

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)
from jupyter_session_state.elements.values import must_be


@widget
def checkbox(
    label: str,
    value: bool = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[bool]:
    """A box to tick; returns whether it is ticked.

    Mirrors ``streamlit.checkbox``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    value
        Whether it is ticked at first.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs.

    Examples
    --------
    >>> if st.checkbox("Details", key="details"):  # doctest: +SKIP
    ...     st.write("...")
    """
    return Control(
        "Checkbox",
        bool(value),
        decode=must_be(bool),
        check=must_be(bool),
        identity={"value": bool(value)},
        given=value is not False,
    )
