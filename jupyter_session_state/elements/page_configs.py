"""The page as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from jupyter_session_state import errors
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages, messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.icons import checked_icon, is_emoji
from jupyter_session_state.elements.picture_data import Picture, picture_of

Layout: TypeAlias = Literal["centered", "wide"]
InitialSideBarState: TypeAlias = Literal["auto", "expanded", "collapsed", "locked"]
PageIcon: TypeAlias = Any

_SIDEBARS = ("auto", "expanded", "collapsed", "locked")
_MENU = ("get help", "report a bug", "about")


@drawing
def set_page_config(
    at: Any,
    page_title: str | None = None,
    page_icon: Any = None,
    layout: Layout | None = None,
    initial_sidebar_state: InitialSideBarState | int | None = None,
    menu_items: Mapping[str, str | None] | None = None,
) -> None:
    """Title, icon and width of the app. Mirrors ``streamlit.set_page_config``.

    Title and icon stand above the app, beside its name. What is not given stays as an earlier call said.

    Parameters
    ----------
    page_title
        The title.
    page_icon
        An emoji, ``":material/name:"``, or what ``st.image`` takes.
    layout
        ``"centered"`` for a narrow column in the middle, ``"wide"`` for all there is.
    initial_sidebar_state
        ``"collapsed"`` folds the sidebar at first; a number is its width in pixels.
    menu_items
        Checked, but not shown: a cell has no such menu.

    Raises
    ------
    StreamlitValueError
        If a parameter is none of what it can be.
    StreamlitInvalidURLError
        If an entry of the menu leads nowhere.

    Examples
    --------
    >>> st.set_page_config("Sales", page_icon="📈", layout="wide")  # doctest: +SKIP
    """
    if layout not in (None, "centered", "wide"):
        raise messages.not_one_of("layout", layout, "'centered' or 'wide'")
    _check_sidebar(initial_sidebar_state)
    _check_menu(menu_items)
    given = {
        "page_title": None if page_title is None else str(page_title),
        "page_icon": None if page_icon is None else _icon(at, page_icon),
        "layout": layout,
        "sidebar_state": initial_sidebar_state,
    }
    at.run.canvas.configure(**{name: value for name, value in given.items() if value is not None})


def _check_sidebar(state: Any) -> None:
    is_width = isinstance(state, int) and not isinstance(state, bool) and state > 0
    if state is not None and state not in _SIDEBARS and not is_width:
        allowed = "'auto', 'expanded', 'collapsed', 'locked' or a number of pixels above 0"
        raise messages.not_one_of("initial_sidebar_state", state, allowed)


def _check_menu(items: Mapping[str, str | None] | None) -> None:
    for name, value in (items or {}).items():
        plain = str(name).lower().strip()
        if plain not in _MENU:
            raise messages.not_one_of("menu_items", name, "'Get help', 'Report a bug' or 'About'")
        if value is not None and plain != "about" and not is_address(value, "http", "https", "mailto"):
            raise media_messages.bad_link("set_page_config", value, "http://, https:// or mailto:")


def _icon(at: Any, icon: Any) -> Any:
    if isinstance(icon, str) and (is_emoji(icon) or icon.startswith(":material")):
        return checked_icon("set_page_config", icon)
    if icon == "random":
        return "🎈"
    try:
        return picture_of(at, "set_page_config", icon, Picture(width=64))
    except errors.Error:
        if isinstance(icon, str):
            return None  # a file that is not there is no reason to end a script
        raise
