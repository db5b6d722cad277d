"""Connections that outlive runs: made once, kept as `st.cache_resource` keeps things."""

from __future__ import annotations

import os
import re
import uuid
from abc import ABC, abstractmethod
from datetime import timedelta
from importlib import import_module
from typing import Any, Generic, Literal, TypeVar

from jupyter_session_state import errors
from jupyter_session_state.elements import connection_messages
from jupyter_session_state.elements.caching import cache_resource
from jupyter_session_state.elements.secret_values import AttrDict
from jupyter_session_state.elements.stored_secrets import secrets

RawConnectionT = TypeVar("RawConnectionT")


class BaseConnection(ABC, Generic[RawConnectionT]):
    """The base of connections: a class of yours says how to connect. Mirrors ``streamlit.connections``."""

    def __init__(self, connection_name: str, **kwargs: Any) -> None:
        self._connection_name = connection_name
        self._kwargs = kwargs
        self._connection_instance_id = uuid.uuid4()
        self._raw_instance: RawConnectionT | None = self._connect(**kwargs)

    @property
    def _secrets(self) -> AttrDict:
        """What the secrets say of this connection, in ``[connections.name]``."""
        section = secrets.get("connections") if secrets.load_if_toml_exists() else None
        found = section.get(self._connection_name) if isinstance(section, AttrDict) else None
        return found if isinstance(found, AttrDict) else AttrDict({})

    def reset(self) -> None:
        """Forget the connection: the next use connects again."""
        self._raw_instance = None

    def close(self) -> None:
        """Let go of what it holds; called when it is kept no more."""

    @property
    def _instance(self) -> RawConnectionT:
        if self._raw_instance is None:
            self._raw_instance = self._connect(**self._kwargs)
        return self._raw_instance

    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        """Say for whom it is kept."""
        return "global"

    @abstractmethod
    def _connect(self, **kwargs: Any) -> RawConnectionT:
        """Connect."""
        raise NotImplementedError


class _Unset:
    def __repr__(self) -> str:
        return "<unset>"


_UNSET: Any = _Unset()
_PACKAGES = {
    "MySQLdb": "mysqlclient",
    "psycopg2": "psycopg2-binary",
    "sqlalchemy": "sqlalchemy",
    "pandas": "pandas",
}


def connection(name: Any, type: Any = None, max_entries: Any = None, ttl: Any = _UNSET, **kwargs: Any) -> Any:
    """Return a connection that is made once and kept. Mirrors ``streamlit.connection``.

    Parameters
    ----------
    name
        Its name, under which the secrets have ``[connections.name]``; ``"env:NAME"`` takes it from the environment.
    type
        ``"sql"``, a class that is a `BaseConnection`, or the dotted name of one; else the secrets say it.
    max_entries, ttl
        How many are kept, and for how long.
    **kwargs
        For the connection.

    Raises
    ------
    StreamlitAPIException
        If there is no such type.
    ModuleNotFoundError
        If it needs a package that is not installed; the message names it.

    Examples
    --------
    >>> db = st.connection("sales", type="sql", url="sqlite:///sales.db")  # doctest: +SKIP
    >>> st.dataframe(db.query("SELECT * FROM orders", ttl="10m"))  # doctest: +SKIP
    """
    if name.startswith("env:"):
        name = os.environ[name.removeprefix("env:")]
    cls = _class_of(name, type)
    try:
        return _kept(name, cls, max_entries, None if ttl is _UNSET else ttl, kwargs)
    except ModuleNotFoundError as error:
        missing = re.search(r"No module named '(\w+)", str(error))
        package = missing[1] if missing else str(error.name)
        raise connection_messages.needs_package(name, _PACKAGES.get(package, package)) from error


def _class_of(name: str, kind: Any) -> Any:
    """Return the class of a connection, whose type is a name, a class or the dotted name of one."""
    if kind is None:
        kind = "sql" if name == "sql" else secrets["connections"][name]["type"]
    found = _CLASSES.get(kind, kind) if isinstance(kind, str) else kind
    if isinstance(found, str):
        module, _, attribute = found.rpartition(".")
        if not module:
            raise connection_messages.no_such_type(name, found)
        found = getattr(import_module(module), attribute)
    if not (isinstance(found, type) and issubclass(found, BaseConnection)):
        raise connection_messages.no_connection_class(found)
    return found


_CLASSES = {"sql": "jupyter_session_state.connections.SQLConnection"}


def _kept(name: str, cls: Any, max_entries: Any, ttl: Any, kwargs: dict[str, Any]) -> Any:
    scope = cls.scope()
    if scope not in ("global", "session"):
        raise errors.StreamlitValueError(
            f"The scope of {cls.__name__} is {scope!r}; it must be 'global' or 'session'."
        )

    def make(connection_name: str, _class: Any, **kwargs: Any) -> Any:
        return _class(connection_name=connection_name, **kwargs)

    seconds = ttl.total_seconds() if isinstance(ttl, timedelta) else ttl
    # Calls that want to be kept otherwise are other functions to the cache.
    make.__qualname__ = f"connection {cls.__module__}.{cls.__qualname__} {seconds} {max_entries}"
    keep = cache_resource(
        max_entries=max_entries,
        ttl=ttl,
        show_spinner="Connecting",
        scope=scope,
        on_release=lambda made: made.close(),
    )
    return keep(make)(name, cls, **kwargs)
