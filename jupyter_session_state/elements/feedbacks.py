"""Thumbs, faces or stars to say how good something was."""

from __future__ import annotations

from numbers import Integral
from typing import Any, Literal, overload

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
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

GRADES = {
    "thumbs": ("Thumb down", "Thumb up"),
    "faces": ("Very sad", "Sad", "Neutral", "Happy", "Very happy"),
    "stars": ("1 star", "2 stars", "3 stars", "4 stars", "5 stars"),
}
"""What can be said in each style, from worst to best."""


@overload
def feedback(
    options: Literal["thumbs"] = "thumbs",
    *,
    key: Key | None = None,
    default: int | None = None,
    disabled: bool = False,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Literal[0, 1] | None: ...


@overload
def feedback(
    options: Literal["faces", "stars"],
    *,
    key: Key | None = None,
    default: int | None = None,
    disabled: bool = False,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Literal[0, 1, 2, 3, 4] | None: ...


@widget
def feedback(
    options: Literal["thumbs", "faces", "stars"] = "thumbs",
    *,
    key: Key | None = None,
    default: int | None = None,
    disabled: bool = False,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    width: Width = "content",
    bind: BindOption = None,
    persist_state: PersistStateOption = None,
) -> Control[int | None]:
    """Thumbs, faces or stars; returns the grade from 0 on, or None.

    Mirrors ``streamlit.feedback``.

    Parameters
    ----------
    options
        ``"thumbs"`` (0 is down, 1 is up), ``"faces"`` or ``"stars"`` (0 to 4).
    key
        Its name in session state.
    default
        The grade at first; None for none.
    on_change
        Called with `args` and `kwargs` after the user gave a grade, before the script runs.

    Raises
    ------
    StreamlitValueError
        If `options` is none of the three.
    StreamlitValueOutOfRangeError
        If there is no such grade as `default`.

    Examples
    --------
    >>> stars = st.feedback("stars", key="stars")  # doctest: +SKIP
    """
    if not isinstance(options, str) or options not in GRADES:
        raise messages.not_one_of("options", options, "'thumbs', 'faces' or 'stars'")
    count = len(GRADES[options])
    if default is not None:
        _check_default(default, count)

    def decode(wire: Any) -> int | None:
        if wire is None or _is_grade(wire, count):
            return None if wire is None else int(wire)
        raise ValueError(f"expected a grade from 0 to {count - 1}, or None")

    return Control(
        "Feedback",
        default,
        {"look": options, "names": list(GRADES[options])},
        decode=decode,
        encode=lambda value: None if value is None else int(value),
        check=lambda value: value if value is None or _is_grade(value, count) else default,
        identity_with_key=("options",),
        given=default is not None,
        query=query_shapes.GRADE,
    )


def _check_default(default: object, count: int) -> None:
    if isinstance(default, bool) or not isinstance(default, Integral):
        raise messages.wrong_type("feedback", "default", default, "an int or None")
    if not 0 <= int(default) < count:
        raise messages.out_of_range("feedback", "default", default, 0, count - 1)


def _is_grade(value: object, count: int) -> bool:
    return not isinstance(value, bool) and isinstance(value, Integral) and 0 <= int(value) < count
