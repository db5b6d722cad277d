"""One page that looks at the apps of this kernel: what it was told, what it must be told, and when.

A page is told at most ten times a second, and only of what it shows. One whose panel is closed hears of apps that come,
go or fail, and nothing else is worked out for it.
"""

from __future__ import annotations

import json
import logging
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.version import __version__
from jupyter_session_state._jupyter.host import is_running_here
from jupyter_session_state._jupyter.inspector.entries import Entries
from jupyter_session_state._jupyter.inspector.protocol import MAX_MESSAGE, MAX_STATE, VERSION
from jupyter_session_state._jupyter.inspector.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.inspector.protocol import AppInfo, Entry, Error, Phase
    from jupyter_session_state._jupyter.session import Session

LOG = logging.getLogger(__name__)

PAUSE: Final = 0.1
"""Seconds between two messages that tell of changes."""

PAUSE_OF_PART: Final = 0.3
"""Seconds more for each further part of a state: a notebook server drops more than about 1 MB a second."""


class Page:
    """A page, at the other end of its comm.

    Parameters
    ----------
    comm
        The comm.
    session
        The kernel's apps.
    token
        Another one after each restart of the kernel.
    """

    def __init__(self, comm: Any, session: Session, token: str) -> None:
        self._comm = comm
        self.session = session
        self._token = token
        self._entries: Entries | None = None
        self._timeline: Timeline | None = None
        self._watched: str | None = None
        self._seq = 0
        self._told_at = float("-inf")
        self._pause = PAUSE
        self._is_due = self._is_closed = False
        self._apps: dict[str, AppInfo] = {}
        self._running: set[str] = set()
        self._done: dict[str, float] = {}  # quick runs that it is to be told of
        self._held: list[dict[str, Any]] | None = None
        self.hello()

    # -- what it is told -----------------------------------------------------------------------------------

    def hello(self) -> None:
        """Tell it who is here."""
        self._apps = apps_of(self.session)
        about = {"version": __version__, "session": self._token, "limit": self.session.kernel.history_limit}
        self._send({"type": "hello", **about, "apps": list(self._apps.values())})

    def reply(self, number: int, result: Any = None, error: Error | None = None) -> None:
        """Answer one of its messages."""
        answer = {"type": "reply", "id": number, "ok": error is None, "result": result, "error": error}
        if _size(answer) > MAX_MESSAGE:
            too_large: Error = {"code": "too-large", "message": "the answer is too large to be sent"}
            answer |= {"ok": False, "result": None, "error": too_large}
        self._send(answer)

    def watch(self, app: App | None, *, state: bool, history: bool) -> None:
        """From now on tell it of this app."""
        self._watched = None if app is None else app.name
        self._entries = Entries(app) if app is not None and state else None
        self._timeline = Timeline(app) if app is not None and history else None
        self.tell_all()

    def tell_all(self) -> None:
        """Tell it all of what it watches."""
        self._told_at = time.perf_counter()
        if self._entries is not None:
            self._tell_state(self._entries)
        if self._timeline is not None:
            self._send(self._timeline.whole())

    def _tell_state(self, entries: Entries) -> None:
        every = entries.all()
        parts = _in_parts(every)[:MAX_STATE]
        more = len(every) - sum(map(len, parts))
        offset = 0
        for part in parts:
            self._seq += 1
            told = {"app": self._watched, "seq": self._seq, "entries": part, "offset": offset, "more": more}
            self._send({"type": "state", **told})
            offset += len(part)
        self._pause = PAUSE + PAUSE_OF_PART * (len(parts) - 1)

    def close(self) -> None:
        """Tell it nothing any more; it may come again."""
        self._is_closed = True
        self._watched = self._entries = self._timeline = None
        self._comm.close()

    # -- when it is told -----------------------------------------------------------------------------------

    def ran(self, app: App, ms: float | None) -> None:
        """Hear that a run of an app ended, or has been going on for `None` milliseconds; any thread."""
        was_told = app.name in self._running
        if ms is None and not was_told:  # whatever it shows: it can stop what runs
            self._running.add(app.name)
            self._tell_run(app.name, "running", 0.0)
        if ms is not None and was_told:
            self._running.discard(app.name)
            self._tell_run(app.name, "done", ms)
        elif ms is not None and app.name == self._watched:
            self._done[app.name] = ms
        if ms is not None:
            self.look(app)

    def _tell_run(self, app: str, phase: Phase, ms: float) -> None:
        self._send({"type": "run", "app": app, "phase": phase, "ms": ms})

    def look(self, app: App | None = None) -> None:
        """See to it that the page is told what changed, soon, at most in one app if it is known which; any thread."""
        loop = self.session.host.loop()
        if self._is_due or loop is None or loop.is_closed() or not self._may_have_news(app):
            return
        self._is_due = True
        pause = max(0.0, self._told_at + self._pause - time.perf_counter())
        if is_running_here(loop):
            loop.call_later(pause, self._tell_news)
        else:
            loop.call_soon_threadsafe(loop.call_later, pause, self._tell_news)

    def _may_have_news(self, app: App | None) -> bool:
        apps = self.session.kernel.apps
        if self._watched is not None or list(apps) != list(self._apps):
            return True
        return any(map(self._is_news, apps.values() if app is None else (app,)))

    def _is_news(self, app: App) -> bool:
        told = self._apps.get(app.name)
        return told is None or _heard(told) != _heard(_info(self.session, app))

    def _tell_news(self) -> None:
        """Tell what changed; on the main thread, between runs."""
        self._is_due = False
        if self._is_closed:
            return
        self._told_at, self._pause = time.perf_counter(), PAUSE
        try:
            with self._together():
                self._tell_what_changed()
        except Exception:  # a fault of ours must not end what tells the others
            LOG.exception("a page could not be told what changed")

    def _tell_what_changed(self) -> None:
        done, self._done = self._done, {}
        for name, ms in done.items():
            self._tell_run(name, "done", ms)
        self._tell_apps()
        if self._entries is not None and self._is_there(self._entries.app):
            self._tell_changes(self._entries)
        if self._timeline is not None and self._is_there(self._timeline.app):
            news = self._timeline.news()
            if news is not None:
                self._send(news)

    def _is_there(self, app: App) -> bool:
        return self.session.kernel.apps.get(app.name) is app

    def _tell_apps(self) -> None:
        apps = apps_of(self.session)
        if apps != self._apps or list(apps) != list(self._apps):
            self._apps = apps
            self._send({"type": "apps", "apps": list(apps.values())})

    def _tell_changes(self, entries: Entries) -> None:
        changed, gone = entries.changed()
        if not changed and not gone:
            return
        if sum(map(_size, changed)) > MAX_MESSAGE - 1000:
            self._tell_state(entries)
            return
        self._seq += 1
        self._send({"type": "patch", "app": self._watched, "seq": self._seq, "set": changed, "gone": gone})

    @contextmanager
    def _together(self) -> Iterator[None]:
        """Send as one message all that is sent within."""
        self._held = []
        try:
            yield
        finally:
            held, self._held = self._held, None
            if len(held) > 1 and _size(held) < MAX_MESSAGE - 1000:
                held = [{"v": VERSION, "type": "news", "messages": held}]
            for message in held:
                self._comm.send(message)

    def _send(self, message: Mapping[str, Any]) -> None:
        told = {"v": VERSION, **message}
        if self._held is not None:
            self._held.append(told)
        elif not self._is_closed:
            self._comm.send(told)


def apps_of(session: Session) -> dict[str, AppInfo]:
    """Return the apps there are, as pages are told of them, by their names."""
    return {name: _info(session, app) for name, app in session.kernel.apps.items()}


def _info(session: Session, app: App) -> AppInfo:
    cell = session.cells.get(app.name)
    last = app.history.last
    return {
        "name": app.name,
        "cell": None if cell is None else cell.id,
        "running": app.running is not None,
        "error": "" if last is None else last.error[:500],
        "undo": app.history.back() is not None,
        "redo": app.history.forth() is not None,
    }


def _heard(app: AppInfo) -> tuple[Any, ...]:
    """Return what a page hears of an app though it does not show it."""
    return app["cell"], app["error"], app["running"], app["undo"], app["redo"]


def _in_parts(entries: list[Entry]) -> list[list[Entry]]:
    """Return these in parts that one message can tell; at least one part."""
    parts: list[list[Entry]] = [[]]
    size = 0
    for entry in entries:
        size += (own := _size(entry))
        if size > MAX_MESSAGE - 1000:
            parts.append([])
            size = own
        parts[-1].append(entry)
    return parts


def _size(message: Any) -> int:
    return len(json.dumps(message, default=str))
