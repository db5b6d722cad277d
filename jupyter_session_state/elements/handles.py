"""The apps of this kernel as their author handles them from other cells: ``apps["sales"].undo()``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import history_messages as messages
from jupyter_session_state._core.edits import Edit, check_edit
from jupyter_session_state._core.history import state_after
from jupyter_session_state._core.kept import Unkept, looked_at
from jupyter_session_state._core.kernel import current_kernel
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.travel import Replay, Travel
from jupyter_session_state.errors import StreamlitAPIException

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.history import History
    from jupyter_session_state._core.wishes import Job


class AppHandle:
    """One app. What it is asked to do is done when the call returns, or soon if another thread asks.

    Parameters
    ----------
    app
        The app.

    Examples
    --------
    >>> from jupyter_session_state import apps  # doctest: +SKIP
    >>> apps["sales"].undo()  # doctest: +SKIP
    """

    __slots__ = ("_app",)

    def __init__(self, app: App) -> None:
        self._app = app

    def __repr__(self) -> str:
        runs = len(self._app.history)
        return f"<app {self.name!r}: {runs} {'run' if runs == 1 else 'runs'}>"

    @property
    def name(self) -> str:
        """Its name."""
        return self._app.name

    @property
    def history(self) -> History:
        """Its interactions, oldest first; `cursor` is the number of the one whose state is the present one."""
        return self._app.history

    def undo(self) -> None:
        """Put the state back to how it was before the last step, and run the app to show it.

        What cannot be put back is left as it is: the app says so, and `why` tells all of it.

        Raises
        ------
        StreamlitAPIException
            If there is nothing to undo, or an app runs now.
        """
        self._do("undo", Travel("undo"), there_is=self._app.history.back() is not None)

    def redo(self) -> None:
        """Do again what was undone last.

        Raises
        ------
        StreamlitAPIException
            If there is nothing to redo, or an app runs now.
        """
        self._do("redo", Travel("redo"), there_is=self._app.history.forth() is not None)

    def goto(self, number: int) -> None:
        """Put the state back to how it was after a run.

        Parameters
        ----------
        number
            The number of the run, as `history` tells it.

        Raises
        ------
        StreamlitAPIException
            If there is no such run, or an app runs now.
        """
        try:
            self._app.history.numbered(number)
        except LookupError as error:
            raise StreamlitAPIException(str(error)) from None
        self._do("goto", Travel("goto", number))

    def replay(self, *, without: int) -> None:
        """Let what happened since a run happen again, but not what that run answered.

        Parameters
        ----------
        without
            The number of the run.

        Raises
        ------
        StreamlitAPIException
            If there is no such run, it is the first, or an app runs now.
        """
        try:
            self._app.history.step_before(without)
        except LookupError as error:
            raise StreamlitAPIException(str(error)) from None
        self._do("replay", Replay(without))

    def rerun(self) -> None:
        """Run the app again.

        Raises
        ------
        StreamlitAPIException
            If an app runs now.
        """
        self._refuse_inside("rerun")
        self._app.ask("rerun() was called")
        self._app.scheduler.run_now(self._app)

    def set(self, key: str, value: Any) -> None:
        """Give a key a value as its user would: by the rules of its widget, whose callback is called; then run.

        Parameters
        ----------
        key, value
            The key, and its value.

        Raises
        ------
        StreamlitAPIException
            If the key cannot have that value, or an app runs now.
        """
        self._edit("set", key, value)

    def delete(self, key: str) -> None:
        """Forget a key, and run the app: its widget goes back to its default.

        Parameters
        ----------
        key
            The key.

        Raises
        ------
        StreamlitAPIException
            If there is no such key, or an app runs now.
        """
        self._edit("delete", key, MISSING)

    def state_after(self, number: int) -> dict[str, Any]:
        """Return session state as it was after a run, without what was not kept of it.

        Parameters
        ----------
        number
            The number of the run.

        Raises
        ------
        StreamlitAPIException
            If there is no such run.
        """
        try:
            kept = state_after(self._app, number)
        except LookupError as error:
            raise StreamlitAPIException(str(error)) from None
        return {key: looked_at(value) for key, value in kept.items() if not isinstance(value, Unkept)}

    def why(self) -> str:
        """Return in words what the last run did, and what caused it."""
        return self._app.why()

    def record(self) -> str:
        """Return the text of a test with AppTest that does again what was done here, and asserts what was seen.

        Raises
        ------
        StreamlitAPIException
            If the app has no script to test.
        """
        return self._app.kernel.record(self._app)

    def _edit(self, verb: str, key: str, value: Any) -> None:
        self._refuse_inside(verb)
        why_not = check_edit(self._app, key, value)
        if why_not:
            raise StreamlitAPIException(why_not)
        self._do(verb, Edit(key, value))

    def _do(self, verb: str, job: Job, *, there_is: bool = True) -> None:
        self._refuse_inside(verb)
        if not there_is:
            raise messages.nothing_to(verb, self.name)
        self._app.ask_job(job)
        self._app.scheduler.run_now(self._app)

    def _refuse_inside(self, verb: str) -> None:
        if CURRENT.get() is not None:
            raise messages.not_inside_a_run(verb, self.name)


class Apps(Mapping[str, AppHandle]):
    """The apps of this kernel by their names."""

    def __getitem__(self, name: str) -> AppHandle:
        apps = current_kernel().apps
        if name not in apps:
            raise KeyError(messages.no_app(name, list(apps)))
        return AppHandle(apps[name])

    def __iter__(self) -> Iterator[str]:
        return iter(list(current_kernel().apps))

    def __len__(self) -> int:
        return len(current_kernel().apps)

    def __repr__(self) -> str:
        return f"<apps: {', '.join(self) or 'none yet'}>"


apps = Apps()
"""The apps of this kernel by their names."""
