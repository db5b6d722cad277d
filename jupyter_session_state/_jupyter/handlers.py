"""Handlers that a script registered on a widget: they are its callbacks until the script runs again."""

from __future__ import annotations

import threading
import weakref
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import ipywidgets
import traitlets
from ipywidgets import Widget

from jupyter_session_state._jupyter.deferred import births, discard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Observers = list[tuple[Any, Any, "Callable[..., Any]"]]


@dataclass(slots=True)
class Handlers:
    """What to call when a widget changes or is clicked."""

    observers: Observers = field(default_factory=list)
    clicks: list[Callable[..., Any]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.observers or self.clicks)

    def changed(self, changes: Sequence[Any]) -> None:
        """Call the observers of what changed."""
        for change in changes:
            for name, kind, handler in list(self.observers):
                if name in (change["name"], traitlets.All) and kind in (change["type"], traitlets.All):
                    handler(change)

    def clicked(self, widget: Widget) -> None:
        """Call the handlers of a click."""
        for handler in list(self.clicks):
            handler(widget)

    @property
    def names(self) -> str:
        """What they are called, for the record."""
        functions = [handler for _, _, handler in self.observers] + self.clicks
        return ", ".join(str(getattr(f, "__qualname__", f)) for f in functions)


_noted: weakref.WeakKeyDictionary[Widget, Handlers] = weakref.WeakKeyDictionary()
"""Where ipywidgets and traitlets do not tell their handlers: those that scripts registered."""


def registered(widget: Widget) -> Handlers:
    """Return the handlers a widget has now; without their lists, those that scripts registered."""
    noted = _noted.get(widget, Handlers())
    notifiers: dict[Any, Any] | None = getattr(widget, "_trait_notifiers", None)
    observers = list(noted.observers)
    if notifiers is not None:
        observers = [
            (n, k, h) for n, kinds in notifiers.items() for k, handlers in kinds.items() for h in handlers
        ]
    dispatcher = getattr(widget, "_click_handlers", None)
    if dispatcher is not None:
        return Handlers(observers, list(dispatcher.callbacks))
    others = [_click] if isinstance(widget, ipywidgets.Button) else []
    return Handlers(observers, [*others, *noted.clicks])


def is_observed(widget: Widget, names: Iterable[str]) -> bool:
    """Whether code of anybody's may run when these traits change; True where widgets do not tell."""
    notifiers: dict[Any, Any] | None = getattr(widget, "_trait_notifiers", None)
    if notifiers is None or notifiers.get(traitlets.All):
        return True
    return any(map(notifiers.get, names))


def _click(widget: Any) -> None:
    """Call the handlers that the widget itself still has: those of plain cells."""
    widget.click()


def take_new(widget: Any, known: Handlers) -> Handlers:
    """Take the handlers off a widget that it did not have when `known` was made."""
    now = registered(widget)
    clicks = [handler for handler in _beyond(now.clicks, known.clicks) if handler is not _click]
    new = Handlers(_beyond(now.observers, known.observers), clicks)
    for name, kind, handler in new.observers:
        widget.unobserve(handler, names=name, type=kind)
    for handler in new.clicks:
        widget.on_click(handler, remove=True)
    _noted.pop(widget, None)
    return new


def _beyond(now: list[Any], known: list[Any]) -> list[Any]:
    """Return the items of `now` that are not in `known`, comparing handlers by identity or equality."""
    return [item for item in now if item not in known]


@cache
def _are_told() -> bool:
    """Whether widgets have lists of their handlers."""
    built: list[Widget] = []
    with births(built.append):
        button = ipywidgets.Button()
    for widget in built:
        discard(widget)
    return hasattr(button, "_trait_notifiers") and hasattr(button, "_click_handlers")


@contextmanager
def noting() -> Iterator[None]:
    """Note the handlers that this thread registers, where nobody tells them afterwards."""
    if _are_told():
        yield
        return
    thread = threading.get_ident()
    widget_class, button_class = cast("Any", Widget), cast("Any", ipywidgets.Button)
    observe, on_click = widget_class.observe, button_class.on_click

    def observe_noted(widget: Widget, handler: Any, names: Any = traitlets.All, type: Any = "change") -> None:
        if threading.get_ident() == thread:
            each = names if isinstance(names, (list, tuple)) else [names]
            _noted.setdefault(widget, Handlers()).observers.extend((name, type, handler) for name in each)
        observe(widget, handler, names=names, type=type)

    def on_click_noted(widget: Widget, callback: Any, remove: bool = False) -> None:
        if threading.get_ident() == thread and not remove:
            _noted.setdefault(widget, Handlers()).clicks.append(callback)
        on_click(widget, callback, remove)

    widget_class.observe, button_class.on_click = observe_noted, on_click_noted
    try:
        yield
    finally:
        widget_class.observe, button_class.on_click = observe, on_click
