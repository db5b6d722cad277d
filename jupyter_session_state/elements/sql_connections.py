"""Connections to databases, with SQLAlchemy."""

from __future__ import annotations

import time
from collections import ChainMap
from datetime import timedelta
from importlib import import_module
from typing import Any

from jupyter_session_state.elements import connection_messages
from jupyter_session_state.elements.caching import cache_data
from jupyter_session_state.elements.connections import BaseConnection

_PARTS = ("url", "driver", "dialect", "username", "password", "host", "port", "database", "query")
_NEEDED = ("dialect", "username", "host")
_TRIES = 3


class SQLConnection(BaseConnection[Any]):
    """A connection to a database, with SQLAlchemy. Mirrors ``streamlit.connections.SQLConnection``.

    Examples
    --------
    >>> db = st.connection("sales", type="sql", url="sqlite:///sales.db")  # doctest: +SKIP
    >>> with db.session as session:  # doctest: +SKIP
    ...     session.execute(text("DELETE FROM orders"))
    """

    def _connect(self, autocommit: bool = False, **kwargs: Any) -> Any:
        sqlalchemy = import_module("sqlalchemy")
        given = {name: kwargs.pop(name) for name in _PARTS if name in kwargs}
        known: Any = ChainMap(given, self._secrets.to_dict())
        if not known:
            raise connection_messages.no_address(self._connection_name)
        options = {**self._secrets.to_dict().get("create_engine_kwargs", {}), **kwargs}
        engine = sqlalchemy.create_engine(self._url(known), **options)
        return engine.execution_options(isolation_level="AUTOCOMMIT") if autocommit else engine

    def _url(self, known: Any) -> Any:
        engine = import_module("sqlalchemy.engine")
        if "url" in known:
            return engine.make_url(known["url"])
        for part in _NEEDED:
            if part not in known:
                raise connection_messages.missing_part(self._connection_name, part)
        driver = f"+{known['driver']}" if "driver" in known else ""
        return engine.URL.create(
            known["dialect"] + driver,
            username=known["username"],
            password=known.get("password"),
            host=known["host"],
            port=int(known["port"]) if "port" in known else None,
            database=known.get("database"),
            query=known.get("query", {}),
        )

    def query(
        self,
        sql: str,
        *,
        show_spinner: bool | str = "Running `sql.query(...)`.",
        ttl: float | timedelta | None = None,
        index_col: str | list[str] | None = None,
        chunksize: int | None = None,
        params: Any | None = None,
        **kwargs: Any,
    ) -> Any:
        """Return what a query gives as a data frame, and keep it for the next call that is the same.

        Parameters
        ----------
        sql
            The query; ``:name`` stands for a parameter.
        ttl
            For how long it is kept: seconds, a timedelta or a text such as ``"10m"``; None for ever.
        params
            Values of its parameters.
        **kwargs
            For ``pandas.read_sql``.
        """

        def ask(_instance: Any, sql: str, **options: Any) -> Any:
            return self._asked(sql, **options)

        ask.__qualname__ = f"query of {self._connection_name} {ttl}"
        cached = cache_data(show_spinner=show_spinner, ttl=ttl)(ask)
        options = {"index_col": index_col, "chunksize": chunksize, "params": params, **kwargs}
        return cached(str(self._connection_instance_id), sql, **options)

    def _asked(self, sql: str, **options: Any) -> Any:
        """Ask; a connection that was lost is made again, twice at most."""
        lost = import_module("sqlalchemy.exc").DBAPIError
        for _ in range(_TRIES - 1):
            try:
                return self._read(sql, **options)
            except lost:  # noqa: PERF203 - there are two rounds at most
                self.reset()
                time.sleep(0.1)
        return self._read(sql, **options)

    def _read(self, sql: str, **options: Any) -> Any:
        text = import_module("sqlalchemy").text(sql)
        with self._instance.connect() as line:
            return import_module("pandas").read_sql(text, line, **options)

    def connect(self) -> Any:
        """Return a connection of SQLAlchemy."""
        return self._instance.connect()

    @property
    def engine(self) -> Any:
        """The engine of SQLAlchemy."""
        return self._instance

    @property
    def driver(self) -> str:
        """The name of the driver."""
        return str(self._instance.driver)

    @property
    def session(self) -> Any:
        """A session of SQLAlchemy's ORM."""
        return import_module("sqlalchemy.orm").Session(self._instance)
