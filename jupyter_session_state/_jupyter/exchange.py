"""Attributes of objects that are others for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable

Attribute: TypeAlias = tuple[Any, str, Any]
"""An object, the name of an attribute, and what it is for a while."""


class Exchange:
    """Sets attributes of objects; afterwards they are as they were, but for those that were set meanwhile.

    Parameters
    ----------
    attributes
        What to set, in order.
    """

    __slots__ = ("_attributes", "_before")

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self._attributes = tuple(attributes)
        self._before: list[Any] = []

    def __enter__(self) -> None:
        self._before = [vars(owner).get(name, MISSING) for owner, name, _ in self._attributes]
        for owner, name, value in self._attributes:
            setattr(owner, name, value)

    def __exit__(self, *error: object) -> None:
        for (owner, name, value), before in zip(self._attributes, self._before, strict=True):
            if vars(owner).get(name) is not value:
                continue  # the script set it too: it keeps its own
            if before is MISSING:
                delattr(owner, name)
            else:
                setattr(owner, name, before)


def can_be_set(owner: Any, name: str) -> bool:
    """Whether an object has attributes of its own, and lets this one be set."""
    try:
        with Exchange([(owner, name, getattr(owner, name))]):
            return True
    except (AttributeError, TypeError):
        return False
