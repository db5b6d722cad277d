"""The pages of an app: which one is shown, and the ways from one to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias, cast

from jupyter_session_state._core import scope_messages as messages
from jupyter_session_state._core.control_flow import RerunException
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.pages import OWN, PageInfo
from jupyter_session_state._core.place import running
from jupyter_session_state._core.query_strings import query_string
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.messages import not_one_of, wrong_type
from jupyter_session_state.elements.pages import Page, PageLike, full_path, is_address
from jupyter_session_state.elements.sizes import check_width
from jupyter_session_state.elements.types import IconPosition, QueryParamsInput, Width

if TYPE_CHECKING:
    from jupyter_session_state._core.run import ScriptRun
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

Sections: TypeAlias = dict[str, list[Page]]


def navigation(
    pages: Sequence[PageLike] | Mapping[str, Sequence[PageLike]],
    *,
    position: Literal["sidebar", "hidden", "top"] = "sidebar",
    expanded: bool | int = False,
) -> Page:
    """Tell the pages of the app, draw links to them, and return the one to run. Mirrors ``streamlit.navigation``.

    Parameters
    ----------
    pages
        Functions, paths of files, or `st.Page` objects: a list, or lists by the name of their section.
    position
        Where the links stand. A single page has none.
    expanded
        Whether all links are shown; else at most ten of more than twelve, or as many as this number says.

    Raises
    ------
    StreamlitAPIException
        If there is no page to start with, two are, or two have the same path.

    Examples
    --------
    >>> st.navigation([home, about]).run()  # doctest: +SKIP
    """
    if not isinstance(position, str) or position not in ("sidebar", "hidden", "top"):
        raise not_one_of("position", position, "'sidebar', 'hidden' or 'top'")
    visible = _visible_links(expanded)
    running("navigation").app.pages.told_by_script = True
    return navigate(_sections(pages), position, visible)


def navigate(sections: Sections, position: str, visible: int | None) -> Page:
    """Tell the pages of the app, draw links to them, and return the one to run."""
    known = [page for section in sections.values() for page in section]
    if not known:
        raise messages.no_pages()
    default = _default(known)
    _check_paths(known)
    run = running("navigation")
    current = run.app.pages.tell((p.info() for p in known if not p.is_external), default.info().id)
    chosen = next((p for p in known if not p.is_external and p.info().id == current), default)
    if position != "hidden" and len(known) > 1:
        _draw(run, sections, current, position, visible)
    return chosen.chosen()


def _sections(pages: Any) -> Sections:
    if isinstance(pages, Mapping):
        return {str(name): [_page(page) for page in section] for name, section in pages.items()}
    return {"": [_page(page) for page in pages]}


def _page(page: Any) -> Page:
    if isinstance(page, Page):
        return page
    if isinstance(page, (str, Path)) or callable(page):
        return Page(cast("Any", page))
    raise messages.page_like_only(page)


def _default(pages: list[Page]) -> Page:
    chosen = [page for page in pages if page.is_default]
    if len(chosen) > 1:
        raise messages.two_default_pages(chosen[0].title, chosen[1].title)
    if chosen:
        return chosen[0]
    internal = [page for page in pages if not page.is_external]
    if not internal:
        raise messages.only_external_pages()
    return internal[0].made_default()


def _check_paths(pages: list[Page]) -> None:
    first: dict[str, Page] = {}
    for page in pages:
        path = page.info().id
        if path in first:
            raise messages.duplicate_page(path, first[path].title, page.title)
        first[path] = page


def _visible_links(expanded: Any) -> int | None:
    """Return how many links are shown at once when there are many; None for all."""
    if isinstance(expanded, bool):
        return None if expanded else 10
    if not isinstance(expanded, int):
        raise wrong_type("navigation", "expanded", expanded, "True, False or a number of pages")
    if expanded < 0:
        raise not_one_of("expanded", expanded, "True, False or a number of pages that is not negative")
    return expanded or 10


def _draw(run: ScriptRun, sections: Sections, current: str, position: str, visible: int | None) -> None:
    links = {
        name: tuple(_link(page, current) for page in pages if page.visibility == "visible")
        for name, pages in sections.items()
    }
    shown = tuple((name, pages) for name, pages in links.items() if pages)
    if not shown:
        return
    run.canvas.draw_navigation(sections=shown, position=position, visible=visible)
    run.after_element()


def _link(page: Page, current: str) -> dict[str, Any]:
    return link_props(page.info(), page.external_url) | {"current": page.info().id == current}


def link_props(info: PageInfo, address: str | None) -> dict[str, Any]:
    """Return what a link to a page has to say."""
    target = None if address is not None else info.id
    return {"label": info.title, "icon": info.icon, "help": info.help, "page": target, "address": address}


def switch_page(page: str | Path | Page, *, query_params: QueryParamsInput | None = None) -> NoReturn:
    """End the run here and start one of another page. Mirrors ``streamlit.switch_page``.

    Parameters
    ----------
    page
        An `st.Page`, or the path of a page's file.
    query_params
        What the app's query parameters shall be there; none if not given.

    Raises
    ------
    StreamlitPageNotFoundError
        If the app has no such page.
    StreamlitAPIException
        If it is an address elsewhere.

    Examples
    --------
    >>> if st.button("To the costs"):  # doctest: +SKIP
    ...     st.switch_page("costs.py")
    """
    run = running("switch_page")
    if run.running is not None and run.running.beside_script:
        raise messages.not_in_parallel("st.switch_page")
    if isinstance(page, Page) and page.external_url is not None:
        raise messages.switch_to_external(page.external_url)
    target = _registered(run, page).id
    _set_params(run, query_params)
    raise RerunException(page=target)


def _set_params(run: ScriptRun, query_params: Any) -> None:
    """Give the app the query parameters of the page it turns to."""
    if query_params is None:
        run.app.params.clear()
    elif isinstance(query_params, Iterable) and not isinstance(query_params, (str, bytes)):
        run.app.params.from_dict(query_params)
    else:
        raise wrong_type(
            "switch_page", "query_params", query_params, "a mapping or pairs of names and values"
        )


def _registered(run: ScriptRun, page: str | Path | Page) -> PageInfo:
    """Return what the app knows of a page."""
    pages = run.app.pages
    if isinstance(page, Page):
        info = page.info()
        known = pages.known.get(info.id)
        if known is not None and known.source != info.source:
            raise messages.other_page_of_path(info.id, info.title)
        return info
    path = full_path(page)
    found = pages.of_source(str(path)) or _own(run, path)
    if found is None:
        raise messages.unknown_page(str(page), [p.source for p in pages.known.values() if p.source])
    return found


def _own(run: ScriptRun, path: Path) -> PageInfo | None:
    """Return the script itself if this is its file, and it told no pages."""
    pages, body = run.app.pages, run.app.body
    if pages.known or not pages.own_is_known or body is None or not body.folder:
        return None
    return OWN if path == full_path(body.filename) else None


@drawing
def page_link(
    at: Any,
    page: str | Path | Page,
    *,
    label: str | None = None,
    icon: str | None = None,
    icon_position: IconPosition = "left",
    help: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    query_params: QueryParamsInput | None = None,
) -> DeltaGenerator:
    """A link to a page of the app, or to an address elsewhere. Mirrors ``streamlit.page_link``.

    Parameters
    ----------
    page
        An `st.Page`, the path of a page's file, or an address.
    label, icon, help
        What it says; the page's own if not given.
    disabled
        Whether it can be followed.
    query_params
        What the app's query parameters shall be there.

    Raises
    ------
    StreamlitPageNotFoundError
        If the app has no such page.
    StreamlitMissingRequiredParameterError
        If an address has no label.

    Examples
    --------
    >>> st.page_link("costs.py", icon="💶")  # doctest: +SKIP
    """
    props = _link_target(at.run, page, label)
    if label is not None:
        props["label"] = str(label)
    if icon is not None:
        props["icon"] = checked_icon("page_link", icon) or ""
    if help is not None:
        props["help"] = help
    if at.node.root == "sidebar":
        width = "stretch"
    elif use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    query = query_string(query_params) if query_params else ""
    check_width("page_link", width)
    props.update(icon_position=icon_position, disabled=bool(disabled), width=width, query=query)
    handle: DeltaGenerator = at.emit(Element("page_link", props))
    return handle


def _link_target(run: ScriptRun, page: str | Path | Page, label: str | None) -> dict[str, Any]:
    if isinstance(page, Page):
        info = page.info() if page.is_external else _registered(run, page)
        props = link_props(info, page.external_url)
    elif isinstance(page, str) and is_address(page):
        if not label:
            raise messages.no_link_label(page)
        props = link_props(PageInfo("", label), page)
    else:
        props = link_props(_registered(run, page), None)
    return props | {"current": props["page"] is not None and props["page"] == run.app.page}
