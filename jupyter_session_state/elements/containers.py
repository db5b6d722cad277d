"""Containers: boxes, columns, forms, and one spot that can be overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from jupyter_session_state import errors
from jupyter_session_state._core.boxes import claimed
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.forms import open_form
from jupyter_session_state._core.spec import drawing, element
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.sizes import check_full_width, check_width, checked_height
from jupyter_session_state.elements.types import (
    Gap,
    Height,
    HorizontalAlignment,
    Key,
    SpecType,
    VerticalAlignment,
    Width,
    WidthWithoutContent,
)

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

SpaceSize: TypeAlias = int | Gap | Literal["stretch"]
ColumnAlignment: TypeAlias = Literal["top", "center", "bottom"]


@drawing
def container(
    at: Any,
    *,
    border: bool | None = None,
    key: Key | None = None,
    width: Width = "stretch",
    height: Height = "content",
    horizontal: bool = False,
    wrap: bool = True,
    horizontal_alignment: HorizontalAlignment = "left",
    vertical_alignment: VerticalAlignment = "top",
    gap: Gap | None = "small",
    autoscroll: bool | None = None,
) -> DeltaGenerator:
    """A box to draw in, now or later. Mirrors ``streamlit.container``.

    Parameters
    ----------
    key
        Its name, which nothing else drawn in the run may have; session state has no entry for it.
    border
        Whether it has a frame; None means only if its height is fixed.
    height
        ``"content"``, ``"stretch"``, or pixels, beyond which it scrolls.
    horizontal
        Whether its elements stand side by side.

    Examples
    --------
    >>> box = st.container(border=True)  # doctest: +SKIP
    >>> st.write("below the box")  # doctest: +SKIP
    >>> box.write("in the box, though drawn later")  # doctest: +SKIP
    """
    check_width("container", width)
    _check_placing(gap, vertical_alignment, VerticalAlignment)
    if horizontal_alignment not in get_args(HorizontalAlignment):
        raise messages.not_one_of("horizontal_alignment", horizontal_alignment, _words(HorizontalAlignment))
    framed = isinstance(height, int) if border is None else border
    handle: DeltaGenerator = at.nest(
        "container",
        name=claimed(at, "container", key),
        border=framed,
        height=checked_height("container", height),
        width=width,
        horizontal=horizontal,
        wrap=wrap,
        horizontal_alignment=horizontal_alignment,
        vertical_alignment=vertical_alignment,
        gap=gap,
    )
    return handle


@drawing
def columns(
    at: Any,
    spec: SpecType,
    *,
    gap: Gap | None = "small",
    vertical_alignment: ColumnAlignment = "top",
    border: bool = False,
    width: WidthWithoutContent = "stretch",
    wrap: bool = True,
) -> Sequence[DeltaGenerator]:
    """Boxes side by side. Mirrors ``streamlit.columns``.

    Parameters
    ----------
    spec
        How many, or how wide each is relative to the others.

    Raises
    ------
    StreamlitInvalidColumnSpecError
        If the numbers are not positive.
    StreamlitInvalidParameterTypeError
        If it is neither a number nor numbers.
    StreamlitValueError
        If `gap` or `vertical_alignment` is no such word.

    Examples
    --------
    >>> left, right = st.columns([2, 1])  # doctest: +SKIP
    >>> left.write("wide")  # doctest: +SKIP
    """
    check_full_width("columns", width)
    _check_placing(gap, vertical_alignment, ColumnAlignment)
    weights = _weights(spec)
    row = at.nest("columns", gap=gap, vertical_alignment=vertical_alignment, border=border, width=width)
    return [row.nest("column", weight=weight, border=border) for weight in weights]


def _check_placing(gap: Any, vertical_alignment: Any, known: Any) -> None:
    if gap is not None and gap not in get_args(Gap):
        raise messages.not_one_of("gap", gap, f"{_words(Gap)}, or None")
    if vertical_alignment not in get_args(known):
        raise messages.not_one_of("vertical_alignment", vertical_alignment, _words(known))


def _words(known: Any) -> str:
    return "one of " + ", ".join(map(repr, get_args(known)))


def _weights(spec: SpecType) -> list[float]:
    try:
        weights = [1.0] * spec if isinstance(spec, int) else [float(w) for w in spec]
    except (TypeError, ValueError):
        raise messages.wrong_type(
            "columns", "spec", spec, "a number of columns, or a weight for each"
        ) from None
    if not weights or min(weights) <= 0:
        raise errors.StreamlitInvalidColumnSpecError(
            f"st.columns needs a number of columns, or a weight above 0 for each, but got {spec!r}."
        )
    total = sum(weights)
    return [w / total for w in weights]


@drawing
def empty(at: Any) -> DeltaGenerator:
    """One spot: each element drawn there replaces the one before. Mirrors ``streamlit.empty``.

    Examples
    --------
    >>> spot = st.empty()  # doctest: +SKIP
    >>> spot.write("working")  # doctest: +SKIP
    >>> spot.write("done")  # doctest: +SKIP
    """
    handle: DeltaGenerator = at.emit(Element("empty", spot=True))
    return handle


@element
def space(size: SpaceSize = "small") -> Element:
    """Room between elements, along the container they are in. Mirrors ``streamlit.space``.

    Parameters
    ----------
    size
        A size as of a gap, ``"stretch"`` for all the room there is, or pixels.

    Raises
    ------
    StreamlitValueError
        If it is none of these.

    Examples
    --------
    >>> st.space("large")  # doctest: +SKIP
    """
    if isinstance(size, int) and size > 0:
        return Element("space", {"size": int(size)})
    if size not in get_args(Gap) and size != "stretch":
        raise messages.not_one_of(
            "size", size, "a size such as 'small' or 'large', 'stretch', or pixels above 0"
        )
    return Element("space", {"size": size})


@drawing
def form(
    at: Any,
    key: str,
    clear_on_submit: bool = False,
    *,
    enter_to_submit: bool = True,
    border: bool = True,
    width: Width = "stretch",
    height: Height = "content",
) -> DeltaGenerator:
    """A box whose inputs are sent together, when its submit button is clicked. Mirrors ``streamlit.form``.

    Parameters
    ----------
    key
        Its name; each form needs one of its own.
    clear_on_submit
        Whether its inputs go back to their defaults once they were sent.
    enter_to_submit
        Whether Enter in a text field clicks the first submit button.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        In another form.
    StreamlitDuplicateElementKey
        If the key is taken by another form of this run.

    Examples
    --------
    >>> with st.form("f"):  # doctest: +SKIP
    ...     n = st.slider("n", 0, 10)
    ...     st.form_submit_button()
    """
    if not isinstance(key, str):
        raise TypeError(f"The key of st.form must be a str, not {key!r}.")
    check_width("form", width)
    handle: DeltaGenerator = open_form(
        at,
        key,
        border=border,
        enter_to_submit=enter_to_submit,
        clear_on_submit=clear_on_submit,
        width=width,
        height=checked_height("form", height),
    )
    return handle
