"""Test an app without a notebook: run it, play its user, look at what it drew.

Mirrors ``streamlit.testing.v1``, on the same core that serves notebooks::

    from jupyter_session_state.testing import AppTest

    def test_counts_clicks():
        at = AppTest.from_file("counter.py").run()
        at.button(key="more").click().run()
        assert at.session_state.n == 1
        assert not at.exception
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_session_state._testing.blocks import Block, ElementTree
from jupyter_session_state._testing.errors import AppTestError
from jupyter_session_state._testing.makers import Makers
from jupyter_session_state._testing.session import Session, TestState
from jupyter_session_state.elements.stored_secrets import secrets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from typing_extensions import Self

__all__ = ["AppTest", "AppTestError"]


class AppTest(Makers):
    """An app under test: a page without a browser, a session without a notebook.

    Make one with `from_string`, `from_function` or `from_file`, or of a cell, with `from_notebook` or `from_app`.
    Nothing runs until `run`; edits of widgets and of `session_state` count from the next `run` on.

    Attributes
    ----------
    session_state
        The app's session state, to read and to write between runs.
    secrets
        What ``st.secrets`` has in the app, besides what its files say.
    query_params
        The address of the app: texts, and lists of texts for what is there several times. Set some before `run`;
        what the program sets is there after it. As in Streamlit's AppTest nobody plays the address bar: what a
        user changes in a bound widget does not show here.
    default_timeout
        Seconds after which an app that asks for rerun after rerun is given up.

    Examples
    --------
    >>> at = AppTest.from_string('st.title("Hello")').run()
    >>> at.title[0].value
    'Hello'
    """

    def __init__(
        self,
        script_path: str | Path,
        *,
        default_timeout: float = 3,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> None:
        path = Path(script_path)
        self._set_up(path.read_text(encoding="utf-8"), str(path), default_timeout, args, kwargs)

    def _set_up(
        self,
        source: str,
        filename: str,
        default_timeout: float,
        args: Sequence[Any] | None,
        kwargs: Mapping[str, Any] | None,
        name: str = "app",
    ) -> None:
        self.default_timeout = default_timeout
        given = {"__args": tuple(args or ()), "__kwargs": dict(kwargs or {})}
        self._session = Session(source, filename, given, name)
        self.session_state = TestState(lambda: self._session.app.state)
        self.secrets: dict[str, Any] = {}
        self.query_params: dict[str, Any] = {}
        self._tree = ElementTree(self, self._session.app)

    def run(self, *, timeout: float | None = None) -> Self:
        """Run the script with all edits since the last run, as one interaction; follow every ``st.rerun()``.

        Parameters
        ----------
        timeout
            Seconds allowed for reruns, `default_timeout` if not given. A script that is merely slow is not
            interrupted.

        Returns
        -------
        AppTest
            This test, so that calls can be chained.

        Raises
        ------
        RuntimeError
            If the app still asks for reruns after that time.
        """
        session, seconds = self._session, self.default_timeout if timeout is None else timeout
        session.app.params.navigate(self.query_params)
        with secrets.added(self.secrets):
            if session.app.body is None:
                session.first_run(seconds)
            else:
                session.interact(self._tree.edits(), seconds)
        self._tree = ElementTree(self, session.app)
        self.query_params = session.app.params.address
        return self

    def switch_page(self, page_path: str) -> Self:
        """Turn to a page that is in a file, as if its link were followed; it is drawn by the next `run`.

        Parameters
        ----------
        page_path
            The file, from the folder of the script on.

        Returns
        -------
        AppTest
            This test, so that calls can be chained.

        Raises
        ------
        ValueError
            If there is no such file, or the app has no such page.

        Examples
        --------
        >>> at = AppTest.from_file("app.py").run()  # doctest: +SKIP
        >>> at.switch_page("pages/costs.py").run()  # doctest: +SKIP
        """
        self._session.switch_page(page_path)
        return self

    @property
    def main(self) -> Block:
        """The main area of the page."""
        return self._tree.main

    @property
    def sidebar(self) -> Block:
        """The sidebar."""
        return self._tree.sidebar

    @property
    def bottom(self) -> Block:
        """The foot of the page."""
        return self._tree.bottom

    def why(self) -> str:
        """Tell what the last run did and what caused it. Streamlit's AppTest does not have this."""
        return self._session.app.why()

    def __len__(self) -> int:
        return len(self._tree)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._tree)

    def __getitem__(self, position: int) -> Any:
        return self._tree[position]

    def get(self, element_type: str) -> list[Any]:
        """Return everything of one kind, in page order."""
        return self._tree.get(element_type)

    def __repr__(self) -> str:
        return repr(self._tree)
