"""In which form a cache keeps what a function returned: data as copies, resources as they are."""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Callable
from typing import Any, Protocol

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state.elements import cache_messages as messages

__all__ = ["MISSING", "Copies", "Keeping", "TheThing", "refuse_awaitable"]


class Keeping(Protocol):
    """How values are kept."""

    def keep(self, function: Callable[..., Any], value: Any) -> tuple[Any, int]:
        """Return the form in which a value is kept, and its size."""
        ...

    def give(self, kept: Any) -> Any:
        """Return the value for a caller; MISSING if it is no good any more."""
        ...


class Copies:
    """Data: everybody gets a copy of their own, made by pickle in memory."""

    def keep(self, function: Callable[..., Any], value: Any) -> tuple[Any, int]:
        """Return the value as bytes.

        Raises
        ------
        UnserializableReturnValueError, UnevaluatedDataFrameError, AttributeError
            If there are no copies of it.
        """
        try:
            kept = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, TypeError, RuntimeError) as error:
            if _is_query(value):
                raise messages.not_collected(function, value) from error
            raise messages.not_copyable(function, value) from error
        except AttributeError as error:  # Python's own way to say that it is defined inside of a function
            raise messages.not_local(function, value, error) from error
        return kept, len(kept)

    def give(self, kept: Any) -> Any:
        """Return a copy; MISSING if its class is not there any more, or has changed."""
        try:
            return pickle.loads(kept)  # noqa: S301 - this process wrote it
        except (pickle.UnpicklingError, AttributeError, ImportError, TypeError):
            return MISSING


class TheThing:
    """Resources: everybody gets the same object.

    Parameters
    ----------
    validate
        Says whether an object is still good.
    """

    def __init__(self, validate: Callable[[Any], bool] | None) -> None:
        self._validate = validate

    def keep(self, function: Callable[..., Any], value: Any) -> tuple[Any, int]:  # noqa: ARG002 - as the other
        """Return the value itself."""
        return value, 0

    def give(self, kept: Any) -> Any:
        """Return the value, or MISSING if it is not valid."""
        return kept if self._validate is None or self._validate(kept) else MISSING


def refuse_awaitable(kind: str, function: Callable[..., Any], value: Any) -> None:
    """Raise CachedFunctionReturnedAwaitableError if a plain function returned something to await."""
    if not inspect.isawaitable(value):
        return
    if inspect.iscoroutine(value) and inspect.getcoroutinestate(value) == inspect.CORO_CREATED:
        value.close()  # nobody will await it, which Python would warn of
    raise messages.awaitable(kind, function, value)


_QUERIES = {
    "dask": ("DataFrame", "Series", "Index"),
    "duckdb": ("DuckDBPyRelation",),
    "modin": ("DataFrame", "Series"),
    "polars": ("LazyFrame",),
    "pyspark": ("DataFrame",),
    "snowflake": ("DataFrame", "Series", "Index", "Table"),
}
"""By package, the classes whose objects say what to compute, and hold no result."""


def _is_query(value: Any) -> bool:
    if inspect.isgeneratorfunction(value) or (hasattr(value, "fetchall") and hasattr(value, "description")):
        return True
    names = ((cls.__module__.partition(".")[0], cls.__name__) for cls in type(value).__mro__)
    return any(name in _QUERIES.get(package, ()) for package, name in names)
