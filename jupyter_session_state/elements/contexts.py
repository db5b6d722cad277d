"""What is known of the reader, and who it is: little, since the notebook server knows it and the kernel does not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from jupyter_session_state import errors
from jupyter_session_state._core.place import CURRENT


class _Texts(Mapping[str, str]):
    """Texts by name that cannot be changed."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._texts})"

    def to_dict(self) -> dict[str, str]:
        """Return them as a plain dictionary."""
        return dict(self._texts)


class StreamlitHeaders(_Texts):
    """The headers of the request: none, since the kernel gets no request."""

    def get_all(self, key: str) -> list[str]:
        """Return all values of a header."""
        return [self._texts[key]] if key in self._texts else []


class StreamlitCookies(_Texts):
    """The cookies of the page: none, since they are the notebook server's."""


class StreamlitTheme(dict[str, Any]):
    """The theme of the page: its ``type`` is ``"light"``, ``"dark"``, or None while it is not known."""

    @property
    def type(self) -> str | None:
        """Light or dark."""
        found: str | None = self.get("type")
        return found


_KEYS = (
    "cookies",
    "headers",
    "ip_address",
    "is_embedded",
    "locale",
    "theme",
    "timezone",
    "timezone_offset",
    "url",
)


def _told(name: str) -> Any:
    """Return what the page told of itself."""
    run = CURRENT.get()
    return None if run is None else run.app.reader.get(name)


class ContextProxy:
    """What is known of the reader of the app. Mirrors ``streamlit.context``.

    The page tells its theme, language and time zone once it shows the app: in the first run they are None.
    """

    __iter__ = None  # a loop over it shall fail at once

    @property
    def headers(self) -> StreamlitHeaders:
        """None are there."""
        return StreamlitHeaders({})

    @property
    def cookies(self) -> StreamlitCookies:
        """None are there."""
        return StreamlitCookies({})

    @property
    def theme(self) -> StreamlitTheme:
        """The theme of the notebook."""
        return StreamlitTheme(type=_told("theme"))

    @property
    def timezone(self) -> str | None:
        """The reader's time zone, such as ``"Europe/Berlin"``."""
        zone: str | None = _told("timezone")
        return zone

    @property
    def timezone_offset(self) -> int | None:
        """Minutes from the reader's time to UTC."""
        offset: int | None = _told("timezone_offset")
        return offset

    @property
    def locale(self) -> str | None:
        """The reader's language, such as ``"de-DE"``."""
        language: str | None = _told("locale")
        return language

    @property
    def url(self) -> str | None:
        """The address of the app: it has none."""
        return None

    @property
    def ip_address(self) -> str | None:
        """The reader's address: it is not known."""
        return None

    @property
    def is_embedded(self) -> bool | None:
        """Whether the app is part of another page: it is part of a notebook, which does not count."""
        return False

    def __getitem__(self, key: str) -> Any:
        if key not in _KEYS:
            raise KeyError(f"st.context has no {key!r}; it has {', '.join(_KEYS)}.")
        return getattr(self, key)

    def __contains__(self, key: object) -> bool:
        return key in _KEYS


class TokensProxy(_Texts):
    """Tokens of a login: none."""

    def __getattr__(self, key: str) -> str:
        raise AttributeError(f"There is no token {key!r}: the notebook server does not pass on any.")


def _who() -> dict[str, Any]:
    """Return what the notebook server says of its user, or a test of its own."""
    if tester := _told("user"):
        return dict(tester)
    name = os.environ.get("JUPYTERHUB_USER", "")
    return {"is_logged_in": True, "name": name} if name else {}


class UserInfoProxy(Mapping[str, Any]):
    """Who uses the app: the name that JupyterHub knows, if there is one. Mirrors ``streamlit.user``."""

    def __getitem__(self, key: str) -> Any:
        if key == "tokens":
            return self.tokens
        found = _who()
        if key not in found:
            raise KeyError(f"st.user has no {key!r}. {_ABSENT}")
        return found[key]

    def __getattr__(self, key: str) -> Any:
        if key == "is_logged_in" and key not in _who():
            return False
        try:
            return self[key]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise errors.StreamlitAPIException("st.user cannot be changed: it is what the notebook server says.")

    def __setitem__(self, name: str, value: Any) -> NoReturn:
        raise errors.StreamlitAPIException("st.user cannot be changed: it is what the notebook server says.")

    def __iter__(self) -> Iterator[str]:
        return iter(_who())

    def __len__(self) -> int:
        return len(_who())

    def __repr__(self) -> str:
        return f"UserInfoProxy({_who()})"

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dictionary."""
        return _who()

    @property
    def tokens(self) -> TokensProxy:
        """None are there."""
        return TokensProxy({})


_ABSENT = "The notebook server signed the user in; under JupyterHub it tells the name, else nothing."

context = ContextProxy()
"""What is known of the reader: theme, language, time zone."""

user = UserInfoProxy()
"""Who uses the app, as far as the notebook server says."""
