"""The mapping users know as ``st.session_state``."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.identity import valid_key
from jupyter_session_state._core.sentence import missing_key
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.state import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable


class SessionStateProxy(MutableMapping[str, Any]):
    """Values that live between the runs of an app, by key.

    Items and attributes are one store: ``session_state["n"]`` and ``session_state.n``. Any key object counts as
    its text. A widget with a key has its value here. Mirrors ``streamlit.session_state``; differs in that
    iteration is in insertion order.

    Examples
    --------
    >>> if "n" not in session_state:  # doctest: +SKIP
    ...     session_state.n = 0
    """

    __slots__ = ("_find", "_line")

    def __init__(
        self, find: Callable[[], SessionState], line: Callable[[], int | None] = lambda: None
    ) -> None:
        object.__setattr__(self, "_find", find)
        object.__setattr__(self, "_line", line)

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._find().keys()))

    def __len__(self) -> int:
        return len(list(self._find().keys()))

    def __contains__(self, key: object) -> bool:
        return valid_key(key) in self._find()

    def __getitem__(self, key: Any) -> Any:
        text = valid_key(key)
        value = self._find().seen(text)
        if value is MISSING:
            raise KeyError(missing_key(text))
        return value

    def __setitem__(self, key: Any, value: Any) -> None:
        self._find().set(valid_key(key), value, line=self._line())

    def __delitem__(self, key: Any) -> None:
        self._find().delete(valid_key(key))

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(missing_key(name)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError:
            raise AttributeError(missing_key(name)) from None

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self]

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)

    def __str__(self) -> str:
        return str(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return the visible entries as a new dict of the stored objects."""
        state: SessionState = self._find()
        return state.all_seen()
