"""Small checks that declarations share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def must_be(*types: type[Any]) -> Callable[[Any], Any]:
    """Return a function that passes values of the given types on, and raises TypeError for others.

    ``bool`` counts as a number only where it is named.
    """
    names = " or ".join("None" if t is type(None) else t.__name__ for t in types)

    def check(value: Any) -> Any:
        if isinstance(value, bool) and bool not in types:
            raise TypeError(f"expected {names}, not {value!r}")
        if not isinstance(value, types):
            raise TypeError(f"expected {names}, not {value!r}")
        return value

    return check
