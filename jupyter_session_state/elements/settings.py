"""Options that scripts read and set: those of Streamlit that mean something here, with its defaults."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jupyter_session_state import errors

_SETTABLE: dict[str, Any] = {
    "client.showErrorDetails": "full",
    "client.toolbarMode": "auto",
    "client.disableDataExport": False,
    "client.showSidebarNavigation": True,
    "logger.enableRich": False,
}
_FIXED: dict[str, Any] = {
    "global.developmentMode": False,
    "global.appTest": False,
    "logger.level": "info",
    "client.showErrorLinks": "auto",
    "runner.magicEnabled": True,
    "runner.fastReruns": True,
    "runner.enforceSerializableSessionState": False,
    "runner.enumCoercion": "nameOnly",
    "runner.postScriptGC": True,
    "server.port": None,
    "server.address": None,
    "server.baseUrlPath": "",
    "server.headless": True,
    "server.runOnSave": False,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableStaticServing": False,
    "server.maxUploadSize": 200,
    "server.maxMessageSize": 200,
    "browser.serverAddress": "localhost",
    "browser.serverPort": None,
    "browser.gatherUsageStats": False,
    "magic.displayRootDocString": False,
    "magic.displayLastExprIfNoSemicolon": True,
    "ui.hideTopBar": False,
}
_THEME = re.compile(r"theme\.(?:(?:light|dark|sidebar)\.){0,2}[a-z][A-Za-z]*")
_set: dict[str, Any] = {}


def get_option(key: str) -> Any:
    """Return an option. Mirrors ``streamlit.get_option``.

    The notebook's own theme counts, so those of ``theme`` are None.

    Raises
    ------
    RuntimeError
        If there is none of this name.

    Examples
    --------
    >>> get_option("client.toolbarMode")
    'auto'
    """
    if not _is_known(key):
        raise _unknown(key)
    if key == "secrets.files":
        return [str(Path.home() / ".streamlit/secrets.toml"), str(Path.cwd() / ".streamlit/secrets.toml")]
    return {**_FIXED, **_SETTABLE, **_set}.get(key)


def _is_known(key: Any) -> bool:
    """Whether there is an option of this name."""
    known = key in _SETTABLE or key in _FIXED or key == "secrets.files"
    return known or (isinstance(key, str) and _THEME.fullmatch(key) is not None)


def keep_option(key: str, value: Any) -> None:
    """Let an option read as `value` from now on, also one that kernel and notebook decide.

    Raises
    ------
    RuntimeError
        If there is none of this name.
    """
    if not _is_known(key):
        raise _unknown(key)
    _set[key] = value


def _unknown(key: object) -> RuntimeError:
    return RuntimeError(
        f"There is no option {key!r} here. Those that scripts can set: {', '.join(_SETTABLE)}."
    )


def set_option(key: str, value: Any) -> None:
    """Set an option, as far as scripts may. Mirrors ``streamlit.set_option``.

    What the notebook decides, such as colours, stays; the value can be read again.

    Raises
    ------
    StreamlitAPIException
        If there is none of this name, or it cannot be set while a script runs.

    Examples
    --------
    >>> st.set_option("client.showErrorDetails", False)  # doctest: +SKIP
    """
    if key in _SETTABLE:
        _set[key] = value
        return
    if _is_known(key):
        raise errors.StreamlitAPIException(
            f"The option {key!r} cannot be set by a script: kernel and notebook decide it. Those that can be: "
            f"{', '.join(_SETTABLE)}."
        )
    raise errors.StreamlitAPIException(f"There is no option {key!r}.")
