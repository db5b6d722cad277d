"""Coloured boxes that tell how things stand, and exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing, element
from jupyter_session_state._core.tracebacks import exception_element
from jupyter_session_state.elements.icons import checked_icon, leading_icon
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import SupportsStr, WidthWithoutContent, text_of

if TYPE_CHECKING:
    from jupyter_session_state._core.place import Place
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


def _alert(
    kind: str, body: SupportsStr, icon: str | None, title: SupportsStr | None, width: WidthWithoutContent
) -> Element:
    check_full_width(kind, width)
    text = text_of(body)
    if icon is None:
        found, text = leading_icon(text, named=True)
        icon = found or None
    named = None if title is None else str(title)
    return Element(kind, {"body": text, "icon": checked_icon(kind, icon), "title": named, "width": width})


@element
def error(
    body: SupportsStr,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: SupportsStr | None = None,
) -> Element:
    """A red box: something failed. Mirrors ``streamlit.error``.

    Examples
    --------
    >>> st.error("The file has no column 'region'")  # doctest: +SKIP
    """
    return _alert("error", body, icon, title, width)


@element
def warning(
    body: SupportsStr,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: SupportsStr | None = None,
) -> Element:
    """A yellow box: something wants attention. Mirrors ``streamlit.warning``.

    Examples
    --------
    >>> st.warning("Only the last year is complete")  # doctest: +SKIP
    """
    return _alert("warning", body, icon, title, width)


@element
def info(
    body: SupportsStr,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: SupportsStr | None = None,
) -> Element:
    """A blue box: something worth knowing. Mirrors ``streamlit.info``.

    Examples
    --------
    >>> st.info("Prices are net")  # doctest: +SKIP
    """
    return _alert("info", body, icon, title, width)


@element
def success(
    body: SupportsStr,
    *,
    icon: str | None = None,
    width: WidthWithoutContent = "stretch",
    title: SupportsStr | None = None,
) -> Element:
    """A green box: something worked. Mirrors ``streamlit.success``.

    Examples
    --------
    >>> st.success("Saved")  # doctest: +SKIP
    """
    return _alert("success", body, icon, title, width)


@drawing
def exception(at: Place, exception: BaseException, width: WidthWithoutContent = "stretch") -> DeltaGenerator:
    """An exception, with the frames of its traceback that are yours. Mirrors ``streamlit.exception``.

    Examples
    --------
    >>> st.exception(ValueError("no such region"))  # doctest: +SKIP
    """
    check_full_width("exception", width)
    return cast("DeltaGenerator", at.emit(exception_element(exception, at.run.app.filename)))
