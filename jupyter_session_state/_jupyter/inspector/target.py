"""The comm target of the inspector, and the pages that opened it."""

from __future__ import annotations

import logging
import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

import comm

from jupyter_session_state._jupyter.events import take_messages
from jupyter_session_state._jupyter.inspector.answers import answer
from jupyter_session_state._jupyter.inspector.page import Page
from jupyter_session_state._jupyter.inspector.protocol import TARGET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.session import Session

LOG = logging.getLogger(__name__)

MOST = 8
"""Pages that are told. One that was closed without a word is not told from one that looks on, so the oldest must go."""


class Target:
    """The target in one kernel.

    Parameters
    ----------
    session
        The apps of the kernel.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.pages: list[Page] = []
        self._token = uuid.uuid4().hex
        comm.get_comm_manager().register_target(TARGET, self._opened)
        session.loop.observer = self._ran
        session.shell.events.register("post_run_cell", self._cell_ended)

    def close(self) -> None:
        """Let go of the kernel, and of all pages."""
        comm.get_comm_manager().unregister_target(TARGET, self._opened)
        self.session.loop.observer = None
        self.session.shell.events.unregister("post_run_cell", self._cell_ended)
        while self.pages:
            self.pages.pop().close()

    def _opened(self, its_comm: Any, _message: Mapping[str, Any]) -> None:
        page = Page(its_comm, self.session, self._token)
        self.pages.append(page)
        for old in self.pages[:-MOST]:
            self.pages.remove(old)
            old.close()
        take_messages(its_comm, partial(self._heard, page))
        its_comm.on_close(lambda _message: self.pages.remove(page) if page in self.pages else None)

    def _heard(self, page: Page, message: Mapping[str, Any]) -> None:
        data = message["content"].get("data")
        if page in self.pages:  # the one heard of last is the last to go
            self.pages.remove(page)
            self.pages.append(page)
        self.session.events.later(lambda: answer(page, data))
        self.session.host.settle_message()

    def _ran(self, app: App, ms: float | None) -> None:
        for page in list(self.pages):
            page.ran(app, ms)

    def _cell_ended(self, _result: object) -> None:
        for page in list(self.pages):
            page.look()
