"""Small checks that declarations share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

SAFE = 2**53 - 1
"""The largest whole number that JavaScript holds exactly."""

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


def finite(wire: Any) -> float:
    """Return a number that came from a browser.

    Raises
    ------
    TypeError
        If it is none.
    ValueError
        If it is not finite.
    """
    if isinstance(wire, bool) or not isinstance(wire, (int, float)):
        raise TypeError(f"expected a number, not {wire!r}")
    if not -sys.float_info.max <= wire <= sys.float_info.max:
        raise ValueError("expected a finite number")
    return wire
