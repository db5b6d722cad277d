"""``from streamlit.runtime.metrics_util import gather_metrics``, as packages for Streamlit decorate their functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, overload

__all__ = ["gather_metrics"]

F = TypeVar("F", bound=Callable[..., object])


@overload
def gather_metrics(name: str, func: F) -> F: ...


@overload
def gather_metrics(name: str, func: None = None) -> Callable[[F], F]: ...


def gather_metrics(name: str, func: F | None = None) -> Callable[[F], F] | F:  # noqa: ARG001 - nothing is counted
    """Return a function as it is: nobody is told how often it is called."""
    return (lambda itself: itself) if func is None else func
