"""How tests of apps are made: of text, functions, files, notebooks, and apps that live in this kernel."""

from __future__ import annotations

import inspect
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.body import ScriptBody
from jupyter_session_state._core.kernel import current_kernel
from jupyter_session_state._testing.accessors import Accessors
from jupyter_session_state._testing.errors import AppTestError
from jupyter_session_state._testing.notebooks import find_app
from jupyter_session_state._testing.session import Session, remember_source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from typing_extensions import Self


class Makers(Accessors):
    """The class methods that make a test."""

    _session: Session

    def __init__(self, script_path: str | Path, *, default_timeout: float = 3) -> None:
        raise NotImplementedError

    def _set_up(
        self,
        source: str,
        filename: str,
        default_timeout: float,
        args: Sequence[Any] | None,
        kwargs: Mapping[str, Any] | None,
        name: str = "app",
    ) -> None:
        raise NotImplementedError

    @classmethod
    def _of_source(
        cls,
        source: str,
        default_timeout: float,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
        *,
        name: str = "app",
    ) -> Self:
        test = cls.__new__(cls)
        test._set_up(  # noqa: SLF001 - it is one of ours
            source, remember_source(source), default_timeout, args, kwargs, name
        )
        return test

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = 3) -> Self:
        """Make a test of a script given as text.

        Parameters
        ----------
        script
            The text; indentation common to all lines is taken away.
        default_timeout
            Seconds that `run` allows for reruns.

        Examples
        --------
        >>> AppTest.from_string("st.text(1 + 1)").run().text.values
        ['2']
        """
        return cls._of_source(textwrap.dedent(script), default_timeout)

    @classmethod
    def from_function(
        cls,
        script: Callable[..., Any],
        *,
        default_timeout: float = 3,
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> Self:
        """Make a test of the body of a function.

        The function is taken as text: it sees neither the names around it nor their imports.

        Parameters
        ----------
        script
            The function.
        default_timeout
            Seconds that `run` allows for reruns.
        args, kwargs
            What it is called with in each run.
        """
        source = textwrap.dedent("".join(inspect.getsourcelines(script)[0]))
        call = f"{script.__name__}(*__args, **__kwargs);"
        return cls._of_source(f"{source}\n{call}", default_timeout, args, kwargs)

    @classmethod
    def from_file(cls, script_path: str | Path, *, default_timeout: float = 3) -> Self:
        """Make a test of a script in a file.

        Parameters
        ----------
        script_path
            The file; a relative path starts at the folder of the calling file.
        default_timeout
            Seconds that `run` allows for reruns.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        """
        return cls(_beside_caller(script_path), default_timeout=default_timeout)

    @classmethod
    def from_notebook(cls, path: str | Path, name: str, *, default_timeout: float = 3) -> Self:
        """Make a test of the app in a cell of a notebook. Streamlit's AppTest does not have this.

        The first `run` runs the plain cells above that cell before, in the names that the app finds. Magics and
        shell commands are left out, whole cells that begin with ``%%`` too, and so are other apps.

        Parameters
        ----------
        path
            The notebook; a relative path starts at the folder of the calling file.
        name
            The name of the app, as ``%%stateapp`` gives it.
        default_timeout
            Seconds that `run` allows for reruns.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        AppTestError
            If it is no notebook, or has no such app.

        Examples
        --------
        >>> at = AppTest.from_notebook("lesson.ipynb", "counter").run()  # doctest: +SKIP
        """
        file = _beside_caller(path)
        found = find_app(file, name)
        test = cls._of_source(found.source, default_timeout, name=name)
        test._session.cells = found.before  # noqa: SLF001 - it is one of ours
        return test

    @classmethod
    def from_app(cls, name: str, *, default_timeout: float = 3) -> Self:
        """Make a test of an app that lives in this kernel. Streamlit's AppTest does not have this.

        The test has a session state of its own. It finds the names the notebook has now: the same objects.

        Parameters
        ----------
        name
            The name of the app.
        default_timeout
            Seconds that `run` allows for reruns.

        Raises
        ------
        AppTestError
            If there is no such app, or it has not run yet.

        Examples
        --------
        >>> at = AppTest.from_app("counter").run()  # doctest: +SKIP
        """
        app = current_kernel().apps.get(name)
        if app is None or not isinstance(app.body, ScriptBody):
            raise AppTestError(
                f"There is no app {name!r} that has run. Apps: {', '.join(current_kernel().apps) or 'none'}."
            )
        test = cls._of_source(app.body.script.source, default_timeout, name=name)
        names = app.body.namespace
        test._session.have({n: names[n] for n in list(names) if not n.startswith("_")})  # noqa: SLF001 - as above
        return test


def _beside_caller(given: str | Path) -> Path:
    """Return the file that the caller of our caller means."""
    path = Path(given)
    if not path.is_absolute():
        caller = sys._getframe(2).f_code.co_filename  # noqa: SLF001 - CPython's way to know the caller
        path = Path(caller).parent / path
    if not path.is_file():
        raise FileNotFoundError(f"There is no file {path}. A relative path starts at the file of the test.")
    return path
