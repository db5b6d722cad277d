"""One call of a cached function: find its value, or compute it and remember what was drawn on the way."""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from jupyter_session_state._core.caches import CacheKind
from jupyter_session_state._core.capture import Capture, capturing, draw_again
from jupyter_session_state._core.hashing import HashFuncs
from jupyter_session_state._core.kernel import current_kernel
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.run import ScriptRun
from jupyter_session_state._core.store import POLL, Entry, Limits, Store
from jupyter_session_state._core.tracebacks import exception_element
from jupyter_session_state.elements import cache_messages as messages
from jupyter_session_state.elements.cache_keys import arguments_key, function_key, positional_names
from jupyter_session_state.elements.cached_values import MISSING, Keeping, refuse_awaitable
from jupyter_session_state.elements.spinners import spinner

__all__ = ["MISSING", "Cached", "Call", "Settings"]

LOG = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds until a value is made anew again in the background, after that went wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the decorator was told."""

    kind: CacheKind
    limits: Limits
    keeping: Keeping
    show_spinner: bool | str = True
    show_time: bool = False
    hash_funcs: HashFuncs | None = None
    each_session: bool = False
    background: bool = False
    release: Callable[[Any], object] | None = None


class Cached:
    """A function that was decorated."""

    def __init__(self, function: Callable[..., Any], settings: Settings) -> None:
        self.function = function
        self.settings = settings
        self.name = messages.name_of(function)
        self.is_async = inspect.iscoroutinefunction(function)
        self.not_before = 0.0  # when it may be called in the background again

    @functools.cached_property
    def key(self) -> str:
        """Fingerprint of the function."""
        return function_key(self.function)

    @functools.cached_property
    def names(self) -> list[str | None]:
        """What positional arguments are called."""
        return positional_names(self.function)


class Call:
    """A cached function with the arguments of one call."""

    def __init__(self, cached: Cached, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        self._cached, self._args, self._kwargs = cached, args, kwargs
        self._settings = cached.settings
        self._run: ScriptRun | None = CURRENT.get()

    @functools.cached_property
    def store(self) -> Store:
        """What the function knows; between two calls it may become another one."""
        settings, run = self._settings, self._run
        kernel = current_kernel() if run is None else run.app.kernel
        state = kernel.state if run is None else run.state
        return kernel.caches.store(
            settings.kind,
            self._cached.key,
            self._cached.name,
            settings.limits,
            session=state if settings.each_session else None,
            release=settings.release,
        )

    @functools.cached_property
    def key(self) -> str:
        """Fingerprint of the arguments."""
        cached, settings = self._cached, self._settings
        return arguments_key(
            settings.kind, cached.function, cached.names, self._args, self._kwargs, settings.hash_funcs
        )

    # -- a known value -------------------------------------------------------------------------------------

    def known(self) -> Any:
        """Return the value if it is known, and draw what was drawn when it was computed; else MISSING."""
        entry = self.store.find(self.key)
        if entry is None:
            return MISSING
        value = self._settings.keeping.give(entry.value)
        if value is MISSING:
            self.store.drop_quietly(self.key)
            return MISSING
        if self._settings.background and self.store.stale(self.key):
            self._refresh(entry)
        if self._run is not None:
            draw_again(self._run, self._cached.name, entry.drawn)
        return value

    # -- a new value ---------------------------------------------------------------------------------------

    def compute(self) -> Any:
        """Call the function; if another thread does so already, wait for that."""
        with self._spinner(), self.store.computing(self.key, self._while_waiting):
            known = self.known()
            if known is not MISSING:
                return known
            with capturing(self._run, self._cached.name) as capture:
                value = self._cached.function(*self._args, **self._kwargs)
            refuse_awaitable(self._settings.kind, self._cached.function, value)
            return self._keep(value, capture)

    async def answer_async(self) -> Any:
        """Return the value of a coroutine function, a known one or a new one."""
        known = self.known()
        if known is not MISSING:
            return known
        with self._spinner():
            while (end := self.store.try_computing(self.key)) is None:  # noqa: ASYNC110
                await asyncio.sleep(POLL)  # whoever has it may be on another thread, or in another loop
            try:
                known = self.known()
                if known is not MISSING:
                    return known
                with capturing(self._run, self._cached.name) as capture:
                    value = await self._cached.function(*self._args, **self._kwargs)
                return self._keep(value, capture)
            finally:
                end()

    def _keep(self, value: Any, capture: Capture | None) -> Any:
        drawn = () if capture is None else capture.remembered()
        if drawn and self._settings.background and self._run is not None:
            warning = messages.drawn_in_background(self._settings.kind, self._cached.function)
            self._run.here().emit(exception_element(warning))
            drawn = ()
        kept, size = self._settings.keeping.keep(self._cached.function, value)
        self.store.put(self.key, Entry(kept, drawn, size))
        return value

    def _while_waiting(self) -> None:
        """Let a run that waits for another thread be given up, unless an outer value would be lost."""
        if self._run is not None and not self._run.captures:
            self._run.checkpoint()

    def _spinner(self) -> AbstractContextManager[None]:
        """Show that the function runs; an inner one is waited for by the outer one anyway."""
        shown = self._settings.show_spinner
        if not shown or self._run is None or self._run.captures:
            return nullcontext()
        arguments = "..." if self._args or self._kwargs else ""
        text = shown if isinstance(shown, str) else f"Running `{self._cached.name[:-2]}({arguments})`"
        return spinner(text, show_time=self._settings.show_time, _cache=True)

    # -- in the background ---------------------------------------------------------------------------------

    def _refresh(self, old: Entry) -> None:
        """Make the value anew on another thread; without threads it gets too old, and is made here then."""
        end = self.store.try_computing(self.key) if self.store.now() >= self._cached.not_before else None
        if end is None:
            return
        try:
            threading.Thread(target=self._make_anew, args=(old, end), daemon=True).start()
        except RuntimeError:
            end()

    def _make_anew(self, old: Entry, end: Callable[[], None]) -> None:
        function, settings = self._cached.function, self._settings
        try:
            value = function(*self._args, **self._kwargs)
            refuse_awaitable(settings.kind, function, value)
            kept, size = settings.keeping.keep(function, value)
            taken = self.store.exchange(self.key, old, Entry(kept, size=size))
            if settings.release is not None and old.value is not kept:
                settings.release(old.value if taken else kept)
        except Exception as error:  # noqa: BLE001 - there is nobody it could be raised to
            self._cached.not_before = self.store.now() + PATIENCE
            LOG.warning("The cached function %s could not be made anew: %r", self._cached.name, error)
        finally:
            end()
