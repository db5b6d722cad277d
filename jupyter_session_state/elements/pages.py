"""Pages: parts of an app of which one is shown at a time."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from jupyter_session_state._core import scope_messages as messages
from jupyter_session_state._core.pages import PageInfo
from jupyter_session_state._core.place import CURRENT, running
from jupyter_session_state.elements.icons import checked_icon, leading_icon
from jupyter_session_state.elements.messages import not_one_of

if TYPE_CHECKING:
    from jupyter_session_state._core.run import ScriptRun

Source: TypeAlias = Path | Callable[[], object] | None

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
NUMBERED = re.compile(r"([0-9]*)[_ -]*(.*)\.py")
"""The name of a page's file: the number that it is sorted by, and what it is called."""


def is_address(page: object) -> bool:
    """Whether a page is an address elsewhere."""
    return isinstance(page, str) and _ADDRESS.fullmatch(page) is not None


class Page:
    """A page of an app, for `st.navigation`. Mirrors ``streamlit.Page``.

    Parameters
    ----------
    page
        A function without arguments, the path of a Python file, or an address elsewhere. A relative path starts at
        the folder of the notebook.
    title
        What links to it say, as Markdown; made of the name of the function or file if not given.
    icon
        An emoji or a Material icon before the title.
    url_path
        What tells it from the other pages; made of the name likewise.
    default
        Whether the app starts with it; else it starts with the first one.
    visibility
        ``"hidden"`` leaves it out of the navigation. It can still be linked and switched to.
    help
        A tooltip for its links.

    Raises
    ------
    StreamlitPageNotFoundError
        If there is no such file.
    StreamlitAPIException
        If a title or path is missing or cannot be one.

    Examples
    --------
    >>> def sales():  # doctest: +SKIP
    ...     st.title("Sales")
    >>> st.navigation([st.Page(sales, icon="💶"), st.Page("costs.py")]).run()  # doctest: +SKIP
    """

    def __init__(
        self,
        page: str | Path | Callable[[], None],
        *,
        title: str | None = None,
        icon: str | None = None,
        url_path: str | None = None,
        default: bool = False,
        visibility: Literal["visible", "hidden"] = "visible",
        help: str | None = None,
    ) -> None:
        if visibility not in ("visible", "hidden"):
            raise not_one_of("visibility", visibility, "'visible' or 'hidden'")
        self._default = default
        self._visibility: Literal["visible", "hidden"] = visibility
        self._help = inspect.cleandoc(help or "")
        self._external_url = page if isinstance(page, str) and is_address(page) else None
        self._may_run = False
        if self._external_url is not None:
            self._set_external(self._external_url, title, icon, url_path)
        else:
            self._set_internal(page, title, icon, url_path)

    def _set_external(self, url: str, title: str | None, icon: str | None, url_path: str | None) -> None:
        if title is None or not title.strip():
            raise messages.no_page_title(f"the address {url!r} has no title of its own")
        if self._default:
            raise messages.external_default(url)
        self._source: Source = None
        self._title = title
        self._icon = checked_icon("Page", icon) or ""
        path = (_path_of(title) if url_path is None else url_path).strip().strip("/")
        if not path:
            raise messages.no_page_path(f"no path can be made of the title {title!r}")
        self._path = _single(path)

    def _set_internal(
        self,
        page: str | Path | Callable[[], None],
        title: str | None,
        icon: str | None,
        url_path: str | None,
    ) -> None:
        self._source = existing_file(page) if isinstance(page, (str, Path)) else page
        found_icon, name = _icon_and_name(self._source)
        if name is None and title is None:
            raise messages.no_page_title(f"{page!r} has no name")
        self._title = title or (name or "").replace("_", " ")
        self._icon = checked_icon("Page", found_icon if icon is None else icon) or ""
        if not self._title.strip():
            raise messages.no_page_title("its title is empty")
        self._path = name or ""
        if url_path is not None:
            self._path = _single(url_path.strip().strip("/"))
            if not self._path.strip() and not self._default:
                raise messages.no_page_path("only the page that an app starts with may have an empty path")

    @property
    def title(self) -> str:
        """What links to it say."""
        return self._title

    @property
    def icon(self) -> str:
        """Its icon, or an empty text."""
        return self._icon

    @property
    def help(self) -> str:
        """The tooltip of its links, or an empty text."""
        return self._help

    @property
    def url_path(self) -> str:
        """What tells it from the other pages; empty for the one the app starts with."""
        return "" if self._default else self._path

    @property
    def visibility(self) -> Literal["visible", "hidden"]:
        """Whether the navigation shows it."""
        return self._visibility

    @property
    def is_external(self) -> bool:
        """Whether it is an address elsewhere."""
        return self._external_url is not None

    @property
    def external_url(self) -> str | None:
        """The address, if it is elsewhere."""
        return self._external_url

    def run(self) -> None:
        """Run the page: only the one that `st.navigation` returned, and once in a run.

        Raises
        ------
        StreamlitAPIException
            For any other page, or a second time.
        """
        if not self._may_run:
            raise messages.page_not_to_run(self._title)
        self._may_run = False
        run = running("Page.run")
        before, run.page = run.page, self.info().id
        try:
            self._run(run)
        finally:
            run.page = before

    def _run(self, run: ScriptRun) -> None:
        if isinstance(self._source, Path):
            if run.app.body is not None:
                run.app.body.run_page(self._source.read_text(encoding="utf-8"), str(self._source))
        elif self._source is not None:
            self._source()

    def info(self) -> PageInfo:
        """What the app has to know of it."""
        source = str(self._source) if isinstance(self._source, Path) else ""
        return PageInfo(f"/{self._path}", self._title, self._icon, self._help, source)

    def chosen(self) -> Page:
        """Return the page itself, which may run now: the navigation has chosen it."""
        self._may_run = True
        return self

    def made_default(self) -> Page:
        """Return the page itself, as the one the app starts with."""
        self._default = True
        return self

    @property
    def is_default(self) -> bool:
        """Whether it is the one the app starts with."""
        return self._default


StreamlitPage = Page
"""What Streamlit calls the class in its module of pages."""


PageLike: TypeAlias = str | Path | Callable[[], None] | Page
"""What `st.navigation` takes as a page."""


def folder() -> Path:
    """Where relative paths of pages start: the folder of the script, or the current one."""
    run = CURRENT.get()
    body = None if run is None else run.app.body
    return Path((body.folder if body is not None else "") or ".").resolve()


def existing_file(page: str | Path) -> Path:
    """Return the full path of a page's file.

    Raises
    ------
    StreamlitPageNotFoundError
        If there is none.
    """
    path = full_path(page)
    if not path.is_file():
        raise messages.no_page_file(str(page), str(folder()))
    return path


def full_path(page: str | Path) -> Path:
    """Return the full path that a page's path means.

    Raises
    ------
    StreamlitAPIException
        If no file can have it.
    """
    if "\x00" in str(page):
        raise messages.page_path_with_zero()
    return (folder() / page).resolve()


def _icon_and_name(source: Any) -> tuple[str, str | None]:
    """Return what the name of a file or function says: an icon, and what title and path are made of."""
    if not isinstance(source, Path):
        name = getattr(source, "__name__", None)
        return "", None if name is None else str(name)
    found = NUMBERED.search(source.name)
    if found is None:
        return "", ""
    return leading_icon(re.sub(r"[_ ]+", "_", found[2]).strip() or found[1])


def _path_of(title: str) -> str:
    path = re.sub(r"[&#?/\\:*\"<>|']", "", re.sub(r"\s+", "_", title.lower()))
    return re.sub(r"_+", "_", path.strip("_"))


def _single(path: str) -> str:
    if "/" in path:
        raise messages.nested_page_path(path)
    return path
