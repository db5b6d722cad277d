"""``st.cache_data`` and ``st.cache_resource``: what was computed once is not computed again."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar, overload

from jupyter_session_state._core.caches import CacheKind
from jupyter_session_state._core.hashing import HashFuncs
from jupyter_session_state._core.kernel import current_kernel
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state.elements import cache_messages
from jupyter_session_state.elements.cache_limits import TimeToLive, limits
from jupyter_session_state.elements.cached_calls import Settings
from jupyter_session_state.elements.cached_functions import CachedFunc, cached
from jupyter_session_state.elements.cached_values import Copies, TheThing
from jupyter_session_state.elements.messages import not_one_of

P = ParamSpec("P")
R = TypeVar("R")
CacheScope: TypeAlias = Literal["global", "session"]
RefreshMode: TypeAlias = Literal["foreground", "background"]


class CacheDataAPI:
    """Calls a function once for each set of arguments; everybody gets a copy of what it returned.

    Mirrors ``streamlit.cache_data``. Values are kept in the kernel's memory, for all apps and plain cells. Two
    calls are the same if the function has the same name and source, and the arguments the same content;
    parameters whose names begin with ``_`` are left out. What the function draws is drawn again when its value
    is known. The function that comes out has a ``clear(...)``; ``st.cache_data.clear()`` forgets everything.

    Parameters
    ----------
    func
        The function, when used without parentheses.
    ttl
        How long a value is known: seconds, a timedelta or a text such as ``"1d2h"``.
    max_entries
        How many values are kept; the one used longest ago goes first.
    max_size
        How many bytes are kept, as a number or a text such as ``"500MB"``.
    show_spinner
        Whether to show that the function runs, or the words to do so.
    show_time
        Whether to count the seconds beside it.
    persist
        Has no effect: values are never written to a disk.
    hash_funcs
        By type or its full name, what to go by for arguments of that type.
    scope
        ``"session"``: each session state has values of its own.
    refresh_mode
        ``"background"``: give out a value that is too old, and make a new one on another thread.

    Raises
    ------
    StreamlitBadTimeStringError
        If `ttl` is a text and no length of time.

    Examples
    --------
    >>> @st.cache_data(ttl="1h")  # doctest: +SKIP
    ... def load(region):
    ...     return read_archive(region)
    """

    @overload
    def __call__(self, func: Callable[P, R]) -> CachedFunc[P, R]: ...

    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: TimeToLive = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: CacheScope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Callable[[Callable[P, R]], CachedFunc[P, R]]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: TimeToLive = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: CacheScope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Any:
        """Decorate a function."""
        if persist not in (None, False, True, "disk"):
            raise not_one_of("persist", persist, "'disk', True, False or None")
        settings = Settings(
            "data",
            limits(ttl, max_entries, max_size, refresh_mode),
            Copies(),
            show_spinner,
            show_time,
            hash_funcs,
            each_session=_is_session(scope),
            background=refresh_mode == "background",
        )
        if settings.background and persist:
            raise cache_messages.background_on_disk()

        def decorate(function: Callable[..., Any]) -> Any:
            made = cached(function, settings)
            if persist:
                _tell_of_disk(function)
            return made

        return decorate if func is None else decorate(func)

    def clear(self) -> None:
        """Forget the values of all functions decorated so, for everybody."""
        _clear("data")


class CacheResourceAPI:
    """Calls a function once for each set of arguments; everybody gets the very same object.

    Mirrors ``streamlit.cache_resource``. Meant for connections and models: what one changes, all see. In all
    else like `st.cache_data`.

    Parameters
    ----------
    func
        The function, when used without parentheses.
    ttl, max_entries, show_spinner, show_time, hash_funcs, scope, refresh_mode
        As in `st.cache_data`.
    validate
        Called with a known object each time; if it returns False, a new one is made.
    on_release
        Called with each object that is let go of.

    Raises
    ------
    StreamlitBadTimeStringError
        If `ttl` is a text and no length of time.

    Examples
    --------
    >>> @st.cache_resource(on_release=lambda connection: connection.close())  # doctest: +SKIP
    ... def connect(url):
    ...     return open_connection(url)
    """

    @overload
    def __call__(self, func: Callable[P, R]) -> CachedFunc[P, R]: ...

    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: TimeToLive = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], object] | None = None,
        scope: CacheScope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Callable[[Callable[P, R]], CachedFunc[P, R]]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: TimeToLive = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], object] | None = None,
        scope: CacheScope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Any:
        """Decorate a function."""
        _refuse_async("validate", validate)
        _refuse_async("on_release", on_release)
        settings = Settings(
            "resource",
            limits(ttl, max_entries, None, refresh_mode),
            TheThing(validate),
            show_spinner,
            show_time,
            hash_funcs,
            each_session=_is_session(scope),
            background=refresh_mode == "background",
            release=on_release,
        )
        return (lambda function: cached(function, settings)) if func is None else cached(func, settings)

    def clear(self) -> None:
        """Let go of the objects of all functions decorated so, for everybody."""
        _clear("resource")


cache_data = CacheDataAPI()
"""Decorates a function whose values are copied for every caller."""

cache_resource = CacheResourceAPI()
"""Decorates a function whose objects are shared by all callers."""


def _clear(kind: CacheKind) -> None:
    run = CURRENT.get()
    kernel = current_kernel() if run is None else run.app.kernel
    kernel.caches.clear(kind)


def _is_session(scope: str) -> bool:
    if scope not in ("global", "session"):
        raise not_one_of("scope", scope, "'global' or 'session'")
    return scope == "session"


def _refuse_async(parameter: str, callback: Callable[..., Any] | None) -> None:
    for function in (callback, getattr(type(callback), "__call__", None)):  # noqa: B004 - its code, not whether it has
        if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
            raise cache_messages.synchronous_only(parameter)


def _tell_of_disk(function: Callable[..., Any]) -> None:
    """Say once in an app that nothing is written to a disk."""
    run = CURRENT.get()
    said = f"persist of {cache_messages.name_of(function)}"
    if run is not None and said not in run.app.warned:
        run.app.warned.add(said)
        run.here().note(cache_messages.no_disk(function))
