"""Dialogs: functions whose elements stand in a window above the app."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Literal, TypeAlias, TypeVar, overload

from jupyter_session_state._core import scope_messages
from jupyter_session_state._core.dialogs import DialogTerms, open_dialog
from jupyter_session_state._core.place import running
from jupyter_session_state._core.record import callable_name
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.types import WidgetCallback

F = TypeVar("F", bound=Callable[..., Any])

DialogWidth: TypeAlias = Literal["small", "medium", "large"] | int
DialogPosition: TypeAlias = Literal["center", "left", "right"]
OnDismiss: TypeAlias = Literal["ignore", "rerun"] | WidgetCallback


@overload
def dialog(
    title: str,
    *,
    width: DialogWidth = "small",
    position: DialogPosition = "center",
    dismissible: bool = True,
    icon: str | None = None,
    on_dismiss: OnDismiss = "ignore",
) -> Callable[[F], F]: ...
@overload
def dialog(
    title: F,
    *,
    width: DialogWidth = "small",
    position: DialogPosition = "center",
    dismissible: bool = True,
    icon: str | None = None,
    on_dismiss: OnDismiss = "ignore",
) -> F: ...
def dialog(
    title: F | str,
    *,
    width: DialogWidth = "small",
    position: DialogPosition = "center",
    dismissible: bool = True,
    icon: str | None = None,
    on_dismiss: OnDismiss = "ignore",
) -> F | Callable[[F], F]:
    """Make a function a dialog: to call it opens a window with what it draws. Mirrors ``streamlit.dialog``.

    The function is a fragment: a widget in it runs only the function again. A run of the whole script that does
    not call it closes the window; ``st.rerun()`` in it is the way to do so by program. One may be open at a time.

    Parameters
    ----------
    title
        What stands at its top, as Markdown.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels, at most.
    position
        ``"center"``, or a side of the window along which it stands: ``"left"``, ``"right"``.
    dismissible
        Whether its user may close it: with the button, Escape, or a click beside it.
    icon
        An emoji or a Material icon before the title.
    on_dismiss
        What follows when its user closed it: ``"ignore"`` for nothing, ``"rerun"`` for a run of the app, or a
        function to call before that run.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is no title.

    Examples
    --------
    >>> @st.dialog("Why?")  # doctest: +SKIP
    ... def ask(item):
    ...     reason = st.text_input("Because")
    ...     if st.button("Send"):
    ...         st.session_state.vote = item, reason
    ...         st.rerun()
    >>> if st.button("Vote"):  # doctest: +SKIP
    ...     ask("A")
    """
    if not title or not isinstance(title, str):
        raise scope_messages.no_title()
    named: str = title

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> None:
            run = running(callable_name(function))
            terms = DialogTerms(
                named,
                width=_valid_width(width),
                position=_one_of("position", position, ("center", "left", "right")),
                dismissible=bool(dismissible),
                icon=checked_icon("dialog", icon) or "",
                on_dismiss=_valid_dismissal(on_dismiss),
                function=callable_name(function),
            )
            open_dialog(run, terms, lambda: function(*args, **kwargs))

        return call  # type: ignore[return-value]

    return decorate


def _valid_dismissal(on_dismiss: Any) -> OnDismiss:
    if callable(on_dismiss) or on_dismiss in ("ignore", "rerun"):
        return on_dismiss  # type: ignore[no-any-return]
    raise messages.not_one_of("on_dismiss", on_dismiss, "'ignore', 'rerun' or a function")


def _valid_width(width: Any) -> DialogWidth:
    is_pixels = isinstance(width, int) and not isinstance(width, bool) and 0 < width < 2**32
    if is_pixels or width in ("small", "medium", "large"):
        return width  # type: ignore[no-any-return]
    raise messages.not_one_of("width", width, "'small', 'medium', 'large' or a number of pixels")


def _one_of(parameter: str, value: Any, allowed: tuple[str, ...]) -> Any:
    if value in allowed:
        return value
    raise messages.not_one_of(parameter, value, ", ".join(map(repr, allowed)))
