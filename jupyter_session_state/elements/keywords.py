"""Keywords that inputs have in common, for overloads: type checkers read them, nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict

from jupyter_session_state.elements.types import (
    BindOption,
    Height,
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


class TextLooks(InputLooks, total=False):
    """What fields for text take by name alone."""

    placeholder: str | None
    required: bool


class LineLooks(TextLooks, total=False):
    """What fields for one line take besides."""

    icon: str | None
    validate: str | tuple[str, str] | None
    live: str | bool


class ChatKeywords(TypedDict, total=False):
    """What fields for messages take by name alone."""

    key: Key | None
    max_chars: int | None
    max_upload_size: int | None
    file_type: str | Sequence[str] | None
    audio_sample_rate: int | None
    disabled: bool
    submit_mode: Literal["submit", "disable", "stop"]
    on_submit: WidgetCallback | None
    args: WidgetArgs | None
    kwargs: WidgetKwargs | None
    width: WidthWithoutContent
    height: Height


class TableKeywords(TypedDict, total=False):
    """What tables of data take by name alone."""

    use_container_width: bool | None
    hide_index: bool | None
    column_order: Iterable[str] | None
    column_config: Mapping[Any, Any] | None
    key: Key | None
    selection_mode: str | Iterable[str]
    selection_default: Mapping[str, Any] | None
    row_height: int | None
    placeholder: str | None
    lazy: bool | None
    alt: str | None
