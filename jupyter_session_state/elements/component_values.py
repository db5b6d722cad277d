"""What components of others hold and send: their state, what they fired, and what may come from their frames."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.copies import copied
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state.elements.editor_state import ReadOnlyDict

if TYPE_CHECKING:
    from jupyter_session_state._core.spec import Control
    from jupyter_session_state._core.state import SessionState

LONGEST: Final = 4_000_000
"""How many characters of JSON one component may send."""

LONGEST_NAME: Final = 200


class ComponentResult(dict[Any, Any]):
    """What a component gave back: its state and what it fired, by name. Mirrors Streamlit's ``ComponentResult``.

    It is a copy: to change the state of a component, assign to session state before the component is drawn.

    Examples
    --------
    >>> found = ComponentResult({"clicked": None, "point": {"x": 1}})
    >>> found.clicked, found["point"], found.point.x
    (None, {'x': 1}, 1)
    """

    def __getattr__(self, name: str) -> Any:
        try:
            item = self[name]
        except KeyError:
            known = ", ".join(map(str, self)) or "nothing yet"
            raise AttributeError(
                f"The component gave back no {name!r}; it gave {known}. With on_{name}_change it is None at first."
            ) from None
        return ComponentResult(item) if type(item) is dict else item

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


class SeenState(dict[Any, Any]):
    """What session state shows of a component: its state and what it fired. Assigning a part changes the state."""

    def __init__(
        self, key: str, held: Mapping[str, Any], fired: Mapping[str, Any], state: SessionState
    ) -> None:
        super().__init__({**fired, **held})
        self.__dict__.update(_key=key, _held=dict(held), _state=state)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self.get(name)

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __setitem__(self, name: Any, value: Any) -> None:
        self._assign({**self._held, name: value})
        super().__setitem__(name, value)

    def __delitem__(self, name: Any) -> None:
        self._assign({other: value for other, value in self._held.items() if other != name})
        super().__delitem__(name)

    def _assign(self, held: dict[Any, Any]) -> None:
        run = CURRENT.get()
        self._state.set(self._key, held, line=None if run is None else run.line())
        self.__dict__["_held"] = held

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[Any, Any]:
        return {name: copied(value) for name, value in self.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


def json_of(value: Any) -> str:
    """Return a value as JSON; raises what `json.dumps` raises for what is none, as not-a-number."""
    return json.dumps(value, allow_nan=False)


def checked_names(wire: Any) -> dict[str, Any]:
    """Return what a frame sent: values of JSON by name.

    Raises
    ------
    TypeError, ValueError
        If it is no such thing, or too large.
    """
    if not isinstance(wire, Mapping):
        raise TypeError(f"expected values by name, not {type(wire).__name__}")
    for name in wire:
        if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
            raise ValueError(
                f"expected names of at most {LONGEST_NAME} letters, not {str(name)[:LONGEST_NAME]!r}"
            )
        name.encode()  # nothing that stores or sends text takes lone surrogates
    size = len(json_of(wire))
    if size > LONGEST:
        raise ValueError(f"{size:,} characters are more than {LONGEST:,}, the most that a component may send")
    return dict(wire)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the state of one component may be."""

    defaults: Mapping[str, Any]

    def decode(self, wire: Any) -> ReadOnlyDict:
        """Return the state that a frame sent, with defaults for what is not in it."""
        return ReadOnlyDict({**copied(dict(self.defaults)), **checked_names(wire)})

    def admit(self, value: Any) -> Any:
        """Return a state that the program assigned, as it is; raises TypeError or ValueError for what is none."""
        return value if isinstance(value, ReadOnlyDict) else ReadOnlyDict(checked_names(value))

    @property
    def default(self) -> ReadOnlyDict:
        """The state before anything came."""
        return ReadOnlyDict(self.defaults)


def fired_from(wire: Any) -> ReadOnlyDict:
    """Return what a frame fired in one turn; raises TypeError or ValueError for what is none."""
    return ReadOnlyDict(checked_names(wire))


def presenter(key: str, control: Control[Any]) -> Callable[[Any, SessionState], Any]:
    """Return what makes of the state of a component what session state shows of it.

    Parameters
    ----------
    key
        Its key.
    control
        Its control, which knows where that is what it fired.
    """

    def present(value: Any, state: SessionState) -> Any:
        if not isinstance(value, ReadOnlyDict):  # assigned, and not drawn since
            return value
        fired = state.widget_value(control.served, None)
        return SeenState(key, value, {} if fired is MISSING or fired is None else fired, state)

    return present


def result(
    names: Iterable[str], fired: Mapping[str, Any] | None, state: Mapping[str, Any]
) -> ComponentResult:
    """Return what a call gives back: None for each of these names that neither state nor trigger has."""
    now = fired or {}
    return ComponentResult({**{name: now.get(name) for name in names}, **state})
