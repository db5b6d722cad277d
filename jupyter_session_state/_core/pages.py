"""The pages of an app, as `st.navigation` told them last, and which one it is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DEFAULT = ""
"""The page an app is on before it knows any."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """One page of an app.

    Parameters
    ----------
    id
        What tells it from the others: its path below the app's address.
    title, icon, help
        What links to it say.
    source
        The file it is in; empty if it is a function.
    """

    id: str
    title: str
    icon: str = ""
    help: str = ""
    source: str = ""


OWN = PageInfo(DEFAULT, "")
"""The script itself, while it tells no pages."""


class Pages:
    """The pages of one app."""

    def __init__(self) -> None:
        self.current = DEFAULT
        self.known: dict[str, PageInfo] = {}
        self.told_by_script = False  # not by a folder of files
        self.own_is_known = True  # whether the script's own file is a page while it tells none
        self._wanted = DEFAULT

    def begin_run(self) -> None:
        """Start a run: the page it is on now is the one that is wanted, whatever pages the script will tell."""
        self._wanted = self.current

    def tell(self, pages: Iterable[PageInfo], default: str) -> str:
        """Know these pages; return the id of the one to run: the one that is wanted, else the default."""
        self.known = {page.id: page for page in pages}
        self.current = self._wanted if self._wanted in self.known else default
        return self.current

    def find(self, page: str) -> PageInfo | None:
        """Return the page with this id, or None."""
        return self.known.get(page, OWN if page == DEFAULT and not self.known else None)

    def of_source(self, source: str) -> PageInfo | None:
        """Return the page that is in this file, or None."""
        return next((page for page in self.known.values() if page.source == source), None)
