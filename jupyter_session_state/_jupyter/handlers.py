"""Handlers that a script registered on a widget: they are its callbacks until the script runs again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import traitlets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipywidgets import Widget

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


def registered(widget: Widget) -> Handlers:
    """Return the handlers a widget has now."""
    notifiers: dict[Any, Any] = getattr(widget, "_trait_notifiers", {})
    observers = [
        (n, k, h) for n, kinds in notifiers.items() for k, handlers in kinds.items() for h in handlers
    ]
    dispatcher = getattr(widget, "_click_handlers", None)
    return Handlers(observers, list(dispatcher.callbacks) if dispatcher is not None else [])


def take_new(widget: Any, known: Handlers) -> Handlers:
    """Take the handlers off a widget that it did not have when `known` was made."""
    now = registered(widget)
    new = Handlers(_beyond(now.observers, known.observers), _beyond(now.clicks, known.clicks))
    for name, kind, handler in new.observers:
        widget.unobserve(handler, names=name, type=kind)
    for handler in new.clicks:
        widget.on_click(handler, remove=True)
    return new


def _beyond(now: list[Any], known: list[Any]) -> list[Any]:
    """Return the items of `now` that are not in `known`, comparing handlers by identity or equality."""
    return [item for item in now if item not in known]
