"""A box to tick, and the same as a switch."""

from __future__ import annotations

import operator
from typing import Any

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

_LARGEST = 2**63 - 1


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
    help
        A tooltip, as Markdown.
    on_change
        Called with `args` and `kwargs` after the user changed it, before the script runs; or ``"ignore"``: the
        change waits for the next run that something else causes.
    disabled
        Whether it cannot be changed by the user; session state still can.
    label_visibility
        ``"hidden"`` keeps the label's place, ``"collapsed"`` does not.
    width
        ``"content"``, ``"stretch"``, or pixels.
    wrap
        Whether a long label takes several lines (None as True).
    persist_state
        ``"session"`` or ``"page"``: keep the value while it is not drawn. Needs a `key`.

    Examples
    --------
    >>> if st.checkbox("Details", key="details"):  # doctest: +SKIP
    ...     st.write("...")
    """
    return _flag("Checkbox", value, wrap)


@widget
def toggle(
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
    """A switch; returns whether it is on. Mirrors ``streamlit.toggle``; parameters as `checkbox`.

    Examples
    --------
    >>> if st.toggle("Live", key="live"):  # doctest: +SKIP
    ...     st.write("...")
    """
    return _flag("Switch", value, wrap)


def _flag(view: str, value: Any, wrap: bool | None) -> Control[bool]:
    return Control(
        view,
        bool(value),
        {"wrap": wrap},
        decode=must_be(bool),
        encode=_truth,
        admit=_counts_as_bool,
        identity={"value": bool(value)},
        given=value is not False,
    )


def _counts_as_bool(value: Any) -> Any:
    """Pass a bool or a whole number on: what is not 0 is a tick."""
    if isinstance(value, bool) or _is_bool_of_numpy(value):
        return value
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"expected True or False, not {value!r}") from None
    if abs(number) > _LARGEST:
        raise OverflowError(f"expected True or False, not a number of {number.bit_length()} bits")
    return value


def _is_bool_of_numpy(value: Any) -> bool:
    return getattr(getattr(value, "dtype", None), "kind", "") == "b" and getattr(value, "ndim", 0) == 0


def _truth(value: Any) -> bool:
    try:
        return bool(value)
    except Exception:  # noqa: BLE001 - a value that session state kept, of any class; it was refused already
        return False
