"""Fragments: functions that run again by themselves when one of their widgets is used."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeVar, overload

from jupyter_session_state._core import durations, scope_messages
from jupyter_session_state._core.fragment_runs import call_fragment
from jupyter_session_state._core.fragments import Terms
from jupyter_session_state._core.identity import valid_key
from jupyter_session_state._core.place import running
from jupyter_session_state._core.record import callable_name
from jupyter_session_state.elements.types import Key

F = TypeVar("F", bound=Callable[..., Any])

LEVELS = frozenset(("app", "fragment"))
"""What `st.rerun` takes as a scope besides keys of fragments."""


@overload
def fragment(
    func: F,
    *,
    run_every: float | timedelta | str | None = None,
    parallel: bool = False,
    key: Key | None = None,
) -> F: ...
@overload
def fragment(
    func: None = None,
    *,
    run_every: float | timedelta | str | None = None,
    parallel: bool = False,
    key: Key | None = None,
) -> Callable[[F], F]: ...
def fragment(
    func: F | None = None,
    *,
    run_every: float | timedelta | str | None = None,
    parallel: bool = False,
    key: Key | None = None,
) -> F | Callable[[F], F]:
    """Make a function a fragment: when a widget in it is used, only it runs again. Mirrors ``streamlit.fragment``.

    In a run of the whole script it runs where it is called, and may return something. By itself it runs in the
    same place, with the arguments of that call, and what it returns is dropped. It draws in containers outside of
    it too, if it does so in every run; its part there is drawn anew with it.

    Parameters
    ----------
    func
        The function.
    run_every
        Seconds, a timedelta or a text such as ``"1m30s"``, after which it runs by itself again and again, for as
        long as the app is open and calls it.
    parallel
        Whether the script need not wait for it: it returns None then, and its errors end nothing else. Here it
        still runs at once.
    key
        A name, by which callbacks can have it run: ``st.rerun("name")``.

    Raises
    ------
    StreamlitAPIException
        If `key` is "app" or "fragment".

    Examples
    --------
    >>> @st.fragment(run_every="1s")  # doctest: +SKIP
    ... def clock():
    ...     st.write(datetime.now())
    >>> clock()  # doctest: +SKIP
    """
    name = None if key is None else valid_key(key)
    if name in LEVELS:
        raise scope_messages.reserved_fragment_key(str(name))
    if func is None:
        return lambda function: _decorated(function, run_every, parallel=parallel, key=name)
    return _decorated(func, run_every, parallel=parallel, key=name)


def _decorated(
    function: F, run_every: float | timedelta | str | None, *, parallel: bool, key: str | None
) -> F:
    name = callable_name(function).rpartition(".")[2]
    definition = f"{getattr(function, '__module__', '')}.{callable_name(function)}"

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        run = running(name)
        terms = Terms(name, definition, key, seconds(run_every), parallel)
        return call_fragment(run, run.here(), terms, lambda: function(*args, **kwargs))

    with suppress(TypeError, ValueError):  # some callables have no signature
        call.__signature__ = inspect.signature(function)  # type: ignore[attr-defined]
    return call  # type: ignore[return-value]


def seconds(every: float | timedelta | str | None) -> float | None:
    """Return an interval in seconds.

    Raises
    ------
    StreamlitBadTimeStringError
        If it is a text that is no length of time.
    """
    if isinstance(every, timedelta):
        return every.total_seconds()
    if isinstance(every, str):
        try:
            return durations.seconds(every)
        except ValueError:
            raise scope_messages.bad_interval(every) from None
    return every
