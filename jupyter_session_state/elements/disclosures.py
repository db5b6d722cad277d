"""Containers that show and hide what is in them: tabs, expanders, popovers.

What they hold is drawn in every run, open or not. With ``on_change`` they have a value besides: the open tab, or
whether they are open. It is the attribute ``open`` of their handles and, with a key, an entry of session state.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.boxes import claimed, nest_control
from jupyter_session_state._core.messages import bad_on_change
from jupyter_session_state._core.spec import Control, Spec, drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.sizes import check_full_width, check_width, checked_height, width_of
from jupyter_session_state.elements.types import (
    BindOption,
    Height,
    Key,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
    WidthWithoutContent,
)
from jupyter_session_state.elements.values import must_be

if TYPE_CHECKING:
    from jupyter_session_state._core.place import Place
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

ExpandableType = Literal["default", "compact", "step"]


@drawing
def tabs(
    at: Any,
    tabs: Sequence[str],
    *,
    width: WidthWithoutContent = "stretch",
    height: Height = "content",
    default: str | None = None,
    key: Key | None = None,
    on_change: Literal["ignore", "rerun"] | WidgetCallback = "ignore",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    bind: BindOption = None,
) -> Sequence[DeltaGenerator]:
    """Boxes of which one is seen at a time. All of them are drawn. Mirrors ``streamlit.tabs``.

    Parameters
    ----------
    tabs
        Their labels.
    default
        The label of the one that is open at first; the first one if not given.
    key
        Its name. With `on_change` or `bind` session state has the label of the open tab under it.
    on_change
        ``"ignore"``: nobody is told which tab is open. ``"rerun"``: opening one runs the app again. A function is
        called with `args` and `kwargs` before that.

    Returns
    -------
    Sequence
        A handle for each; ``handle.open`` says whether its tab is open, None if that is not tracked.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        Without tabs.
    StreamlitValueError
        If `default` is none of them, or labels cannot stand in an address they are bound to.

    Examples
    --------
    >>> chart, table = st.tabs(["Chart", "Table"])  # doctest: +SKIP
    >>> chart.line_chart(df)  # doctest: +SKIP
    """
    first = _first_tab(tabs, default)
    check_full_width("tabs", width)
    if bind is not None:
        _check_labels(tabs)
    wiring = {"key": key, "on_change": on_change, "args": args, "kwargs": kwargs, "bind": bind}
    looks = {
        "labels": tuple(tabs),
        "default": first,
        "width": width,
        "height": checked_height("tabs", height),
    }
    handle, label = _nest(at, "tabs", wiring, _tab_choice(tuple(tabs), first, looks), looks)
    handles = [handle.nest("tab", label=tab) for tab in tabs]
    if label is not None:
        for tab in handles:
            tab.node.opened = tab.node.head.props["label"] == label
    return tuple(handles)


@drawing
def expander(
    at: Any,
    label: str,
    expanded: bool = False,
    *,
    key: Key | None = None,
    icon: str | None = None,
    type: ExpandableType = "default",
    width: WidthWithoutContent = "stretch",
    on_change: Literal["ignore", "rerun"] | WidgetCallback = "ignore",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    bind: BindOption = None,
) -> DeltaGenerator:
    """A box that folds. What is in it is drawn whether it is open or not. Mirrors ``streamlit.expander``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    expanded
        Whether it is open at first.
    key
        Its name. With `on_change` or `bind` session state has under it whether it is open.
    on_change
        ``"ignore"``: nobody is told whether it is open. ``"rerun"``: opening and closing runs the app again. A
        function is called with `args` and `kwargs` before that.

    Returns
    -------
    DeltaGenerator
        Its handle; ``handle.open`` says whether it is open, None if that is not tracked.

    Examples
    --------
    >>> with st.expander("Details"):  # doctest: +SKIP
    ...     st.write("...")
    """
    if label is None:
        raise messages.no_label("expander")
    check_full_width("expander", width)
    if type not in ("default", "compact", "step"):
        raise messages.not_one_of("type", type, "'default', 'compact' or 'step'")
    wiring = {"key": key, "on_change": on_change, "args": args, "kwargs": kwargs, "bind": bind}
    looks = {
        "label": str(label),
        "expanded": bool(expanded),
        "icon": checked_icon("expander", icon),
        "type": type,
        "width": width,
    }
    handle, is_open = _nest(at, "expander", wiring, _fold(bool(expanded), looks), looks)
    handle.node.opened = is_open
    return cast("DeltaGenerator", handle)


@drawing
def popover(
    at: Any,
    label: str,
    *,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    help: str | None = None,
    icon: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    wrap: bool | None = None,
    key: Key | None = None,
    on_change: Literal["ignore", "rerun"] | WidgetCallback = "ignore",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
) -> DeltaGenerator:
    """A button that opens a box above the page. What is in it is drawn open or not. Mirrors ``streamlit.popover``.

    Parameters
    ----------
    label
        What the button says, as Markdown.
    key
        Its name. With `on_change` session state has under it whether it is open.
    on_change
        As for `expander`.

    Returns
    -------
    DeltaGenerator
        Its handle; ``handle.open`` says whether it is open, None if that is not tracked.

    Examples
    --------
    >>> with st.popover("Filter"):  # doctest: +SKIP
    ...     red = st.checkbox("Red", True)
    """
    if label is None:
        raise messages.no_label("popover")
    if type not in ("primary", "secondary", "tertiary"):
        raise messages.not_one_of("type", type, "'primary', 'secondary' or 'tertiary'")
    width = width_of(width, use_container_width)
    check_width("popover", width)
    wiring = {"key": key, "on_change": on_change, "args": args, "kwargs": kwargs, "disabled": disabled}
    looks = {
        "label": str(label),
        "type": type,
        "help": help,
        "icon": checked_icon("popover", icon),
        "disabled": bool(disabled),
        "width": width,
    }
    handle, is_open = _nest(at, "popover", wiring, _fold(False, looks), looks)
    handle.node.opened = is_open
    return cast("DeltaGenerator", handle)


# -- what the three share ------------------------------------------------------------------------------------


SPECS: dict[str, Spec] = {
    function.spec.name: function.spec for function in cast("Any", (tabs, expander, popover))
}
"""What the signatures of the three say, by name."""


def _nest(
    at: Place, kind: str, wiring: dict[str, Any], control: Control[Any], looks: dict[str, Any]
) -> tuple[Any, Any]:
    """Draw one of the three; return its handle and its value, None if nobody asked to track it."""
    on_change = wiring["on_change"]
    if on_change is None:
        raise bad_on_change(kind, "on_change", None)
    if on_change == "ignore" and wiring.get("bind") is None:
        return at.nest(kind, name=claimed(at, kind, wiring["key"]), **looks), None
    return nest_control(at, SPECS[kind], wiring, control, **looks)


def _fold(is_open: bool, looks: dict[str, Any]) -> Control[bool]:
    whether = must_be(bool)
    return Control(
        "Block", is_open, decode=whether, check=whether, identity=looks, identity_with_key=tuple(looks)
    )


def _tab_choice(labels: tuple[str, ...], first: str, looks: dict[str, Any]) -> Control[str]:
    def decode(wire: Any) -> str:
        if wire not in labels:
            raise ValueError(f"there is no tab {wire!r}")
        return cast("str", wire)

    return Control(
        "Block",
        first,
        decode=decode,
        check=lambda label: label if label in labels else first,
        identity=looks,
        identity_with_key=tuple(looks),
        query=query_shapes.text(clearable=False, strict=True),
    )


def _first_tab(tabs: Sequence[str], default: str | None) -> str:
    """Return the label of the tab that is open at first."""
    if not tabs:
        raise messages.no_tabs()
    for tab in tabs:
        if not isinstance(tab, str):
            raise messages.wrong_type("tabs", "tabs", tab, "a str for each tab")
    if default and default not in tabs:
        raise messages.not_one_of("default", default, "one of " + ", ".join(map(repr, tabs)))
    return default or tabs[0]


def _check_labels(tabs: Sequence[str]) -> None:
    """Raise if the labels of bound tabs cannot stand in an address."""
    if not all(tabs) or len(set(tabs)) < len(tabs):
        raise messages.not_one_of(
            "tabs", list(tabs), "labels that are not empty and all differ, since bind is given"
        )
