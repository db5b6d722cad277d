"""Keywords that inputs have in common, for overloads: type checkers read them, nothing else does."""

from __future__ import annotations

from typing import TypedDict

from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    LabelVisibility,
    OnChangeMode,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)


class UploadLooks(TypedDict, total=False):
    """What all inputs take by name alone."""

    disabled: bool
    label_visibility: LabelVisibility
    width: WidthWithoutContent


class InputLooks(UploadLooks, total=False):
    """What those take by name alone that have a place in the address of an app."""

    bind: BindOption
    persist_state: PersistStateOption


class Wiring(TypedDict, total=False):
    """The name of an input, and what happens when it changes."""

    key: Key | None
    help: str | None
    on_change: WidgetCallback | OnChangeMode | None
    args: WidgetArgs | None
    kwargs: WidgetKwargs | None


class UploadKeywords(UploadLooks, Wiring, total=False):
    """All that uploads take by name."""


class InputKeywords(InputLooks, Wiring, total=False):
    """All that other inputs take by name."""


class SliderKeywords(InputKeywords, total=False):
    """What sliders take besides."""

    format: str | None


class NumberLooks(InputLooks, total=False):
    """What fields for numbers take by name alone."""

    placeholder: str | None
    required: bool
    icon: str | None


class NumberKeywords(NumberLooks, Wiring, total=False):
    """All that they take by name."""

    format: str | None
