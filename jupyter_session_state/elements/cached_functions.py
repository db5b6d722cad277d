"""A function that is called once for each set of arguments; its value is known from then on."""

from __future__ import annotations

import functools
import inspect
import logging
from typing import Any, Generic, ParamSpec, TypeVar, cast

from jupyter_session_state.elements import cache_messages as messages
from jupyter_session_state.elements.cached_calls import MISSING, Cached, Call, Settings

LOG = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")


class CachedFunc(Generic[P, R]):
    """A cached function. Call it as the one it was made of; `clear` forgets what it knows."""

    def __init__(self, cached: Cached) -> None:
        self._cached = cached
        functools.update_wrapper(self, cached.function)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._cached.function}>"

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        return self if instance is None else BoundCachedFunc(self, instance)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the value for these arguments: a known one, or a new one."""
        call = Call(self._cached, args, kwargs)
        if self._cached.is_async:
            return cast("R", call.answer_async())
        known = call.known()
        return cast("R", call.compute() if known is MISSING else known)

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget the value for these arguments; without any, all values.

        Examples
        --------
        >>> load.clear("north")  # doctest: +SKIP
        """
        call = Call(self._cached, args, kwargs)
        if args or kwargs:
            call.store.drop(call.key)
            return
        for error in call.store.clear():
            LOG.warning("on_release of the cached function %s raised %r", self._cached.name, error)


class BoundCachedFunc:
    """A cached method of one instance, which is its first argument."""

    def __init__(self, cached: CachedFunc[..., Any], instance: Any) -> None:
        self._method = cached
        self._instance = instance
        functools.update_wrapper(self, cached)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._method!r} of {self._instance!r}>"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the value for this instance and these arguments."""
        return self._method(self._instance, *args, **kwargs)

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget the value for these arguments; without any, all values, those of other instances too."""
        given = bool(args or kwargs)
        self._method.clear(*((self._instance, *args) if given else ()), **kwargs)


def cached(function: Any, settings: Settings) -> CachedFunc[..., Any]:
    """Return the cached form of a function.

    Raises
    ------
    StreamlitAPIException
        If there can be none.
    """
    if not hasattr(function, "__qualname__") or inspect.isclass(function) or inspect.isbuiltin(function):
        raise messages.no_function(settings.kind, function)
    if inspect.isasyncgenfunction(function):
        raise messages.asynchronous_generator(settings.kind, function)
    if inspect.iscoroutinefunction(function) and settings.background:
        raise messages.not_background(function)
    return CachedFunc(Cached(function, settings))
