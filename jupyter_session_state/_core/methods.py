"""Public functions as methods of containers."""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_session_state._core.place import Place

F = TypeVar("F", bound="Callable[..., Any]")
F_co = TypeVar("F_co", covariant=True)


class Method(Protocol[F_co]):
    """A function as an attribute of a handle: type checkers see the function itself, overloads and all."""

    def __get__(self, handle: object, owner: type | None = None, /) -> F_co: ...


def method(function: F) -> Method[F]:
    """Make a public function a method of containers: the same way, at another place."""
    draw = cast("Any", function).draw
    name = cast("Any", function).__name__

    @functools.wraps(function)
    def call(self: Place, /, *args: Any, **kwargs: Any) -> Any:
        return draw(self.checked(name), args, kwargs)

    signature = inspect.signature(function)
    this = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    cast("Any", call).__signature__ = signature.replace(parameters=[this, *signature.parameters.values()])
    return cast("Method[F]", call)
