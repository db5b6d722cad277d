"""A box that drops down to choose one option."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, TypeVar, overload

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.choices import One, check_filter_mode
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.options import Options
from jupyter_session_state.elements.types import (
    BindOption,
    FilterMode,
    Key,
    LabelVisibility,
    OnChangeMode,
    OptionSequence,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)

T = TypeVar("T")


@overload
def selectbox(
    label: str,
    options: OptionSequence[T],
    index: int = 0,
    format_func: Callable[[Any], str] = str,
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
    accept_new_options: Literal[False] = False,
    filter_mode: FilterMode = "fuzzy",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T: ...


@overload
def selectbox(
    label: str,
    options: OptionSequence[T],
    index: int = 0,
    format_func: Callable[[Any], str] = str,
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
    accept_new_options: Literal[True],
    filter_mode: FilterMode = "fuzzy",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T | str: ...


@overload
def selectbox(
    label: str,
    options: OptionSequence[T],
    index: None,
    format_func: Callable[[Any], str] = str,
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
    accept_new_options: Literal[False] = False,
    filter_mode: FilterMode = "fuzzy",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T | None: ...


@overload
def selectbox(
    label: str,
    options: OptionSequence[T],
    index: int | None = 0,
    format_func: Callable[[Any], str] = str,
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
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T | str | None: ...


@widget
def selectbox(
    label: str,
    options: OptionSequence[T],
    index: int | None = 0,
    format_func: Callable[[Any], str] = str,
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
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    width: WidthWithoutContent = "stretch",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[T | str | None]:
    """A box that drops down; returns the option that is chosen, or None.

    Mirrors ``streamlit.selectbox``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    options
        What there is to choose from: any iterable, a dict (its keys), an Enum class, a Series, an array, or a
        DataFrame (its first column).
    index
        Which one is chosen at first; None for none, which also lets the user clear it.
    format_func
        Makes the label of an option.
    key
        Its name in session state. A value stays as long as its label is among the options.
    on_change
        Called with `args` and `kwargs` after the user chose, before the script runs.
    accept_new_options
        Whether the user may type something else, which is returned as str.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If no option is at `index`.
    StreamlitInvalidParameterTypeError
        If `index` is neither int nor None.
    StreamlitIncompatibleParametersError
        If nothing can be typed although new options are accepted.

    Examples
    --------
    >>> region = st.selectbox("Region", df["region"].unique(), key="region")  # doctest: +SKIP
    """
    choices = Options.of("selectbox", label, options, format_func)
    choice = One(choices, choices.at(index), accept_new_options)
    check_filter_mode("selectbox", filter_mode, accept_new_options)
    placeholder = " " if placeholder == "" else placeholder
    looks = {
        "placeholder": placeholder,
        "icon": checked_icon("selectbox", icon),
        "required": required,
        "filter_mode": filter_mode,
    }
    props = {"options": choices.labels, "clearable": index is None and not required, **looks}
    return Control(
        "Combobox" if accept_new_options else "Dropdown",
        choice.default,
        props,
        decode=choice.decode,
        encode=choice.encode,
        check=choice.check,
        identity={"options": choices.labels, "placeholder": placeholder},
        identity_with_key=("accept_new_options",),
        given=index is not None and index != 0,
        emptied={
            "decode": replace(choice, default=None).decode,
            "props": {**props, "clearable": not required},
        },
    )
