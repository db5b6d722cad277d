"""Names of Streamlit that make no sense in a notebook: each says why."""

from __future__ import annotations

from typing import Any, NoReturn

from jupyter_session_state import errors


def _refused(name: str, why: str) -> errors.StreamlitAPIException:
    return errors.StreamlitAPIException(f"st.{name} does not work in a notebook: {why}.")


def login(provider: str | None = None) -> NoReturn:
    """Nothing that works in a notebook, whose server has signed the user in. Mirrors ``streamlit.login``.

    Raises
    ------
    StreamlitAPIException
        Always.

    Examples
    --------
    >>> st.user.get("name")  # doctest: +SKIP
    """
    why = "it needs a server that signs users in and sets a cookie. The notebook's server has done so; see st.user"
    raise _refused("login", why)


def logout() -> NoReturn:
    """Nothing that works in a notebook, whose server signs users out. Mirrors ``streamlit.logout``.

    Raises
    ------
    StreamlitAPIException
        Always.

    Examples
    --------
    >>> st.user.get("name")  # doctest: +SKIP
    """
    raise _refused("logout", "users are signed in and out by the notebook's server, not by an app in it")


class App:
    """Nothing that works in a notebook: an object for a web server. Mirrors ``streamlit.App``.

    Raises
    ------
    StreamlitAPIException
        Always.
    """

    def __init__(
        self,
        script_path: Any,  # noqa: ARG002
        *,
        secrets: Any = None,  # noqa: ARG002
        lifespan: Any = None,  # noqa: ARG002
        routes: Any = None,  # noqa: ARG002
        middleware: Any = None,  # noqa: ARG002
        on_script_error: Any = None,  # noqa: ARG002
        exception_handlers: Any = None,  # noqa: ARG002
        debug: bool = False,  # noqa: ARG002
    ) -> None:
        raise _refused(
            "App", "it is an object for a web server, and an app in a cell has none. `%%stateapp` is the way"
        )
