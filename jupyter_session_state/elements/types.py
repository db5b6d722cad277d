"""Names for the types in public signatures, the same words as in Streamlit's."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

T = TypeVar("T")


class SupportsStr(Protocol):
    """Whatever has a text."""

    def __str__(self) -> str: ...


Key: TypeAlias = str | int
WidgetCallback: TypeAlias = Callable[..., None]
WidgetArgs: TypeAlias = tuple[Any, ...] | list[Any]
WidgetKwargs: TypeAlias = dict[str, Any]
OnChangeMode: TypeAlias = Literal["rerun", "ignore"]
LabelVisibility: TypeAlias = Literal["visible", "hidden", "collapsed"]
WidthWithoutContent: TypeAlias = int | Literal["stretch"]
Width: TypeAlias = int | Literal["stretch", "content"]
HeightWithoutContent: TypeAlias = int | Literal["stretch"]
Height: TypeAlias = int | Literal["stretch", "content"]
BindOption: TypeAlias = Literal["query-params"] | None
PersistStateOption: TypeAlias = Literal["page", "session"] | None
TextAlignment: TypeAlias = Literal["left", "center", "right", "justify"]
HorizontalAlignment: TypeAlias = Literal["left", "center", "right", "distribute"]
VerticalAlignment: TypeAlias = Literal["top", "center", "bottom", "distribute"]
IconPosition: TypeAlias = Literal["left", "right"]
Gap: TypeAlias = Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"]
Anchor: TypeAlias = str | Literal[False] | None
Divider: TypeAlias = bool | str
FilterMode: TypeAlias = Literal["fuzzy", "contains", "prefix"] | None
OptionSequence: TypeAlias = Iterable[T]
SpecType: TypeAlias = int | Sequence[int | float]
QueryParamsInput: TypeAlias = Mapping[str, str | Iterable[str]] | Iterable[tuple[str, str | Iterable[str]]]
JsonLike: TypeAlias = Mapping[str, Any] | Sequence[Any]


@dataclass(frozen=True, slots=True)
class LayoutConfig:
    """How large an element is, as scripts hand it to `image_to_url`."""

    width: Width | None = None
    height: Height | None = None
    text_alignment: TextAlignment | None = None


def text_of(value: SupportsStr) -> str:
    """Return a text without the indentation that all its lines share, nor blank ends."""
    return textwrap.dedent(str(value)).strip()


def optional_text(value: SupportsStr | None) -> str | None:
    """Return a parameter that is a text or nothing as what it is, whatever was given."""
    return None if value is None else str(value)
