"""Pills to press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar, overload

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.button_groups import group
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    OptionSequence,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)

V = TypeVar("V")


@overload
def pills(
    label: str,
    options: OptionSequence[V],
    *,
    selection_mode: Literal["single"] = "single",
    default: V,
    required: Literal[True],
    format_func: Callable[[Any], str] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> V: ...


@overload
def pills(
    label: str,
    options: OptionSequence[V],
    *,
    selection_mode: Literal["single"] = "single",
    default: V | None = None,
    required: bool = False,
    format_func: Callable[[Any], str] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> V | None: ...


@overload
def pills(
    label: str,
    options: OptionSequence[V],
    *,
    selection_mode: Literal["multi"],
    default: Sequence[V] | V | None = None,
    required: Literal[False] = False,
    format_func: Callable[[Any], str] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> list[V]: ...


@widget
def pills(
    label: str,
    options: OptionSequence[V],
    *,
    selection_mode: Literal["single", "multi"] = "single",
    default: Sequence[V] | V | None = None,
    required: bool = False,
    format_func: Callable[[Any], str] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[list[V] | V | None]:
    """Pills to press; returns the option that is pressed or None, or with ``"multi"`` a list of options.

    Mirrors ``streamlit.pills``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    options
        What there is to choose from: any iterable, a dict (its keys), an Enum class, a Series, an array, or a
        DataFrame (its first column).
    selection_mode
        Whether one or several can be pressed.
    default
        Which are pressed at first: one option, or with ``"multi"`` one or several.
    required
        Whether the pressed one cannot be released.
    format_func
        Makes the label of an option, which may be Markdown.
    key
        Its name in session state. A value stays as long as its label is among the options.
    on_change
        Called with `args` and `kwargs` after the user pressed one, before the script runs.

    Raises
    ------
    StreamlitDefaultNotInOptionsError
        If `default` names what is no option.
    StreamlitValueError
        If `selection_mode` is neither ``"single"`` nor ``"multi"``.
    StreamlitIncompatibleParametersError
        If `required` is set where several can be pressed.

    Examples
    --------
    >>> mood = st.pills("Mood", ["calm", "bright"], default="calm", key="mood")  # doctest: +SKIP
    """
    return group("pills", label, options, selection_mode, default, required, format_func, wrap)
