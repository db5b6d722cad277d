"""The apps of one kernel and what they share. An AppTest has a fresh one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import history_messages, messages
from jupyter_session_state._core.caches import Caches
from jupyter_session_state._core.history import LIMIT
from jupyter_session_state._core.place import CURRENT, Place
from jupyter_session_state._core.proxy import SessionStateProxy
from jupyter_session_state._core.state import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.registration import Registration


def _no_record(app: App) -> str:
    raise history_messages.no_script(app.name)


class Kernel:
    """Everything that lives as long as the Python process: apps by name, and the state they share.

    Parameters
    ----------
    handle
        The class of places that element functions return.
    resends
        Whether the front end sends the value of every control with every interaction, as a browser does; else
        an untouched control counts as having what session state has.
    """

    def __init__(self, handle: type[Place] = Place, *, resends: bool = False) -> None:
        self.handle = handle
        self.resends = resends
        self.state = SessionState()
        self.apps: dict[str, App] = {}
        self.record: Callable[[App], str] = _no_record
        self.caches = Caches()
        self.history_limit = LIMIT

    def add(self, app: App) -> None:
        """Take up an app."""
        self.apps[app.name] = app

    def remove(self, name: str) -> App | None:
        """Forget an app; its keys stay in the state."""
        app = self.apps.pop(name, None)
        if app is not None and app.state is not self.state:  # nobody else has that state
            self.caches.end_session(app.state)
        return app

    def keep_history(self, limit: int) -> None:
        """Keep so many records of each app, those that come included."""
        self.history_limit = limit
        for app in self.apps.values():
            app.history.keep(limit)
            app.show_travels()

    def shared_with(self, app: App, new: Registration) -> str | None:
        """Return the element id under which another live app draws the same key.

        Raises
        ------
        StreamlitAPIException
            If it draws it as another kind.
        """
        if len(self.apps) < 2:
            return None
        for other in self.apps.values():
            if other is app or other.state is not app.state:
                continue
            theirs = other.drawn_keys.get(new.key or "")
            if theirs is None:
                continue
            if theirs.kind != new.kind:
                raise messages.key_of_two_kinds(str(new.key), new.kind, app.name, theirs.kind, other.name)
            return theirs.id
        return None

    def drawing(self, app: App, key: str) -> list[tuple[App, Registration]]:
        """Return who draws a key of an app's state, the app itself first, and the controls that have it there."""
        others = [other for other in self.apps.values() if other is not app and other.state is app.state]
        return [(a, a.drawn_keys[key]) for a in (app, *others) if key in a.drawn_keys]

    def tell_linked(self, app: App, keys: set[str]) -> None:
        """Have the other apps rerun that draw one of `keys`, which `app` changed, from the same state."""
        for other in self.apps.values():
            if other is not app and other.state is app.state and not keys.isdisjoint(other.drawn_keys):
                other.ask(f"the linked app {app.name!r} changed a key they share", linked=True)


_current: list[Kernel] = []


def current_kernel() -> Kernel:
    """Return the kernel of this process, made at the first call."""
    if not _current:
        _current.append(Kernel())
    return _current[0]


def set_current_kernel(kernel: Kernel) -> None:
    """Make `kernel` the one of this process."""
    _current[:] = [kernel]


def _find_state() -> SessionState:
    run = CURRENT.get()
    return current_kernel().state if run is None else run.state


def _find_line() -> int | None:
    run = CURRENT.get()
    return None if run is None else run.line()


def make_session_state(
    find: Callable[[], SessionState] = _find_state, line: Callable[[], int | None] = _find_line
) -> Any:
    """Return the mapping users know; it finds the state of the run in progress, else the kernel's."""
    return SessionStateProxy(find, line)
