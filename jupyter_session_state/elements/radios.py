"""A list of options of which one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar, overload

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.choices import One
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

T = TypeVar("T")


@overload
def radio(
    label: str,
    options: OptionSequence[T],
    index: int = 0,
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Sequence[str] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T: ...


@overload
def radio(
    label: str,
    options: OptionSequence[T],
    index: None,
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Sequence[str] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T | None: ...


@overload
def radio(
    label: str,
    options: OptionSequence[T],
    index: int | None = 0,
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Sequence[str] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> T | None: ...


@widget
def radio(
    label: str,
    options: OptionSequence[T],
    index: int | None = 0,
    format_func: Callable[[Any], Any] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Sequence[str] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[T | None]:
    """Buttons of which one is pressed; returns its option, or None.

    Mirrors ``streamlit.radio``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    options
        What there is to choose from: any iterable, a dict (its keys), an Enum class, a Series, an array, or a
        DataFrame (its first column).
    index
        Which one is chosen at first; None for none.
    format_func
        Makes the label of an option, which may be Markdown.
    key
        Its name in session state. A value stays as long as its label is among the options.
    on_change
        Called with `args` and `kwargs` after the user chose, before the script runs.
    horizontal
        Whether the options stand side by side.
    captions
        A line below each option, as Markdown.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If no option is at `index`.
    StreamlitInvalidParameterTypeError
        If `index` is neither int nor None, or a caption is no text.

    Examples
    --------
    >>> size = st.radio("Size", ["small", "large"], key="size", horizontal=True)  # doctest: +SKIP
    """
    choices = Options.of("radio", label, options, format_func)
    choice = One(choices, choices.at(index))
    props = {"options": choices.labels, "captions": _captions(captions), "horizontal": bool(horizontal)}
    return Control(
        "Radio",
        choice.default,
        props,
        decode=choice.decode,
        encode=choice.encode,
        check=choice.check,
        identity={"options": choices.labels},
        given=index is not None and index != 0,
        emptied={"decode": replace(choice, default=None).decode},
    )


def _captions(given: Sequence[str | None] | None) -> list[str]:
    captions = [] if given is None else list(given)
    for caption in captions:
        if caption is not None and not isinstance(caption, str):
            raise messages.wrong_type("radio", "captions", caption, "a list of str or None")
    return [caption or "" for caption in captions]
