"""The caches of one kernel: a store for each cached function, shared by all apps or one for each session state."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from jupyter_session_state._core.store import Limits, Store

LOG = logging.getLogger(__name__)

CacheKind: TypeAlias = Literal["data", "resource"]


class Caches:
    """All stores, by session state (None: for all), kind and function.

    Parameters
    ----------
    clock
        Seconds, growing: what ages are measured with.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._stores: dict[object, dict[tuple[CacheKind, str], Store]] = {}
        self._lock = threading.Lock()

    def store(
        self,
        kind: CacheKind,
        function: str,
        name: str,
        limits: Limits,
        *,
        session: object = None,
        release: Callable[[Any], object] | None = None,
    ) -> Store:
        """Return the store of a function, an empty one if it is new or its limits changed.

        Parameters
        ----------
        kind
            What it keeps: copies of data, or resources themselves.
        function
            Fingerprint of the function.
        name
            Its name.
        limits
            What it keeps.
        session
            The session state it belongs to; None if it is for all.
        release
            What to call with every value that is let go of.
        """
        with self._lock:
            stores = self._stores.setdefault(session, {})
            store = stores.get((kind, function))
            if store is None or store.limits != limits:
                store = stores[kind, function] = Store(name, limits, self.clock, release)
            return store

    def clear(self, kind: CacheKind | None = None) -> None:
        """Forget everything of a kind, or everything at all, for everyone."""
        with self._lock:
            gone = [
                stores.pop(key)
                for stores in self._stores.values()
                for key in list(stores)
                if kind is None or key[0] == kind
            ]
        self._let_go(gone)

    def end_session(self, session: object) -> None:
        """Forget what belongs to a session state that nobody uses any more."""
        with self._lock:
            gone = list(self._stores.pop(session, {}).values())
        self._let_go(gone)

    def _let_go(self, stores: list[Store]) -> None:
        for store in stores:
            for error in store.clear():
                LOG.warning("on_release of the cached function %s raised %r", store.name, error)
