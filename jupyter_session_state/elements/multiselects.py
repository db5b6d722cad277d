"""A field that collects several options."""

from __future__ import annotations

from collections.abc import Callable
from numbers import Integral
from typing import Any, Literal, TypeVar, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.choices import Many, check_count, check_filter_mode
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

ALWAYS = -1
"""`select_all` for any number of options."""


@overload
def multiselect(
    label: str,
    options: OptionSequence[T],
    default: Any | None = None,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: Literal[False] = False,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: WidthWithoutContent = "stretch",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> list[T]: ...


@overload
def multiselect(
    label: str,
    options: OptionSequence[T],
    default: Any | None = None,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: Literal[True],
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: WidthWithoutContent = "stretch",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> list[T | str]: ...


@overload
def multiselect(
    label: str,
    options: OptionSequence[T],
    default: Any | None = None,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: WidthWithoutContent = "stretch",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> list[T] | list[T | str]: ...


@widget
def multiselect(
    label: str,
    options: OptionSequence[T],
    default: Any | None = None,
    format_func: Callable[[Any], str] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: bool = False,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: WidthWithoutContent = "stretch",
    wrap: bool | None = None,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[list[T] | list[T | str]]:
    """A field that collects options; returns those chosen, in the order of choosing.

    Mirrors ``streamlit.multiselect``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    options
        What there is to choose from: any iterable, a dict (its keys), an Enum class, a Series, an array, or a
        DataFrame (its first column).
    default
        Which are chosen at first: one or several of the options.
    format_func
        Makes the label of an option.
    key
        Its name in session state. When options vanish, those chosen among them do, and the others stay.
    on_change
        Called with `args` and `kwargs` after the user chose, before the script runs.
    max_selections
        How many may be chosen at most.
    accept_new_options
        Whether the user may type something else, which is returned as str.
    filter_mode
        How typing narrows the list: its letters in this order, anywhere, at the start, or not at all.
    select_all
        Whether all can be chosen at once; an int: if there are at most so many.

    Raises
    ------
    StreamlitDefaultNotInOptionsError
        If `default` names what is no option.
    StreamlitSelectionCountExceedsMaxError
        If `default` or session state hold more than `max_selections`.
    StreamlitValueError
        If `max_selections`, `filter_mode` or `select_all` is not one of what is possible.

    Examples
    --------
    >>> tags = st.multiselect("Tags", ["red", "green", "blue"], ["red"], key="tags")  # doctest: +SKIP
    """
    check_filter_mode("multiselect", filter_mode, accept_new_options)
    choices = Options.of("multiselect", label, options, format_func)
    places = _places(choices, label, default, max_selections)
    choice = Many(choices, label, max_selections, accept_new_options, first_wins=True)
    looks = _looks(placeholder, filter_mode, select_all)
    rules = {"max_selections": max_selections, "accept_new_options": bool(accept_new_options)}
    return Control(
        "MultiSelect",
        [choices.values[place] for place in places],
        {"options": choices.labels, "wrap": wrap, **looks, **rules},
        decode=choice.decode,
        encode=choice.encode,
        check=choice.check,
        identity={"options": choices.labels, "default": places, **looks},
        identity_with_key=tuple(rules),
        given=default is not None,
        query=query_shapes.texts(options=None if accept_new_options else choices.labels, most=max_selections),
    )


def _places(options: Options, label: str, default: Any, most: int | None) -> list[int]:
    """Return where the options stand that are chosen at first."""
    if most is not None and not _is_count(most):
        raise messages.not_one_of("max_selections", most, "a whole number from 1 on, or None for any number")
    places = options.places_of(label, default)
    check_count("multiselect", label, places, most)
    return places


def _is_count(value: object) -> bool:
    return not isinstance(value, bool) and isinstance(value, Integral) and int(value) > 0


def _looks(placeholder: str | None, filter_mode: FilterMode, select_all: bool | int) -> dict[str, Any]:
    """Return what tells fields apart only while they have no key."""
    shown = " " if placeholder == "" else placeholder
    return {"placeholder": shown, "filter_mode": filter_mode, "select_all": _for_all(select_all)}


def _for_all(given: object) -> int:
    """Return up to how many options there is a way to choose all."""
    if isinstance(given, bool):
        return ALWAYS if given else 0
    if not isinstance(given, int):
        raise messages.wrong_type("multiselect", "select_all", given, "a bool or an int")
    if given < 0:
        raise messages.not_one_of("select_all", given, "True, False or a whole number from 0 on")
    return min(given, 2**31 - 1)
