"""Numbers of pages to leaf through."""

from __future__ import annotations

from numbers import Integral
from typing import Any

from jupyter_session_state import errors
from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.sizes import check_width
from jupyter_session_state.elements.types import (
    BindOption,
    Key,
    OnChangeMode,
    PersistStateOption,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)


@widget
def pagination(
    num_pages: int,
    *,
    default: int = 1,
    max_visible_pages: int | None = 7,
    width: Width = "content",
    key: Key | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    disabled: bool = False,
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[int]:
    """Numbers of pages to leaf through; returns the one that is chosen, from 1 on.

    Mirrors ``streamlit.pagination``.

    Parameters
    ----------
    num_pages
        How many pages there are.
    default
        The page at first.
    max_visible_pages
        How many numbers are shown at most; None for all, 0 for none but the present one.
    key
        Its name in session state.
    on_change
        Called with `args` and `kwargs` after the user chose a page, before the script runs.

    Raises
    ------
    StreamlitAPIException
        If a number of pages is none.
    StreamlitValueOutOfRangeError
        If there is no such page as `default`.

    Examples
    --------
    >>> page = st.pagination(12, key="page")  # doctest: +SKIP
    >>> st.dataframe(df[(page - 1) * 20 : page * 20])  # doctest: +SKIP
    """
    if not _is_number(num_pages) or num_pages < 1:
        raise _no_count("num_pages", num_pages, "a number from 1 on")
    if not _is_number(default):
        raise messages.wrong_type("pagination", "default", default, "an int")
    if not 1 <= default <= num_pages:
        raise messages.out_of_range("pagination", "default", default, 1, num_pages)
    if max_visible_pages is not None and (not _is_number(max_visible_pages) or max_visible_pages < 0):
        raise _no_count("max_visible_pages", max_visible_pages, "a number from 0 on, or None")
    check_width("pagination", width)

    def is_page(value: Any) -> bool:
        return _is_number(value) and 1 <= value <= num_pages

    def decode(wire: Any) -> int:
        if not is_page(wire):
            raise ValueError(f"expected a page from 1 to {num_pages}")
        return int(wire)

    return Control(
        "Pagination",
        int(default),
        {
            "pages": int(num_pages),
            "visible": max_visible_pages,
            "label": "",
            "width": width,
            "default": int(default),
        },
        decode=decode,
        encode=int,
        check=lambda value: value if is_page(value) else int(default),
        identity_with_key=(),
        given=default != 1,
        query=query_shapes.QueryShape(lambda texts: int(texts[-1]), lambda wire: [str(wire)]),
    )


def _is_number(value: object) -> bool:
    return not isinstance(value, bool) and isinstance(value, Integral)


def _no_count(parameter: str, value: Any, allowed: str) -> errors.StreamlitAPIException:
    return errors.StreamlitAPIException(
        f"{parameter} of st.pagination must be {allowed}, not {value!r:.100}."
    )
