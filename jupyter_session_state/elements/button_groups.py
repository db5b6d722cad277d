"""Rows of small buttons that stay pressed: pills, and the segments of one bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.choices import AtMostOne, Many, One
from jupyter_session_state.elements.options import Options
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
    return _group("pills", label, options, selection_mode, default, required, format_func, wrap)


@widget
def segmented_control(
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
    """A bar of segments to press; returns the option that is pressed or None, or with ``"multi"`` a list of options.

    Mirrors ``streamlit.segmented_control``.

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
    >>> view = st.segmented_control("View", ["day", "week"], default="day", key="view")  # doctest: +SKIP
    """
    return _group("segmented_control", label, options, selection_mode, default, required, format_func, wrap)


def _group(
    kind: str,
    label: str,
    options: Any,
    mode: str,
    default: Any,
    required: bool,
    format_func: Callable[[Any], str] | None,
    wrap: bool | None,
) -> Control[Any]:
    _check_mode(kind, mode, required)
    choices = Options.of(kind, label, options, format_func or str)
    places = choices.places_of(label, default)
    if mode == "single" and len(places) > 1:
        raise messages.two_defaults(kind, label, len(places))
    chosen = [choices.values[place] for place in places]
    one = chosen[0] if chosen else None
    choice = Many(choices, label) if mode == "multi" else AtMostOne(One(choices, one))
    return Control(
        "ButtonGroup",
        chosen if mode == "multi" else one,
        {
            "options": choices.labels,
            "look": kind,
            "selection_mode": mode,
            "required": bool(required),
            "wrap": wrap,
        },
        decode=choice.decode,
        encode=choice.encode,
        check=choice.check,
        identity={"options": choices.labels, "default": places, "required": None},
        identity_with_key=("selection_mode",),
        given=bool(places),
        query=query_shapes.texts(options=choices.labels, most=None if mode == "multi" else 1),
    )


def _check_mode(kind: str, mode: object, required: bool) -> None:
    if mode not in ("single", "multi"):
        raise messages.not_one_of("selection_mode", mode, "'single' or 'multi'")
    if required and mode == "multi":
        raise messages.incompatible(
            kind, "required=True", "selection_mode='multi'", "Leave out required, or let one be pressed."
        )
