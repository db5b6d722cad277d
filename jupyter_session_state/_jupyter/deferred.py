"""Widgets that a script builds cost nothing until one of them is shown: their comm opens late, or never."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ipywidgets import Widget

from jupyter_session_state._jupyter.inside import construction_callback, forget_instance, traits_set

if TYPE_CHECKING:
    from collections.abc import Callable


class StandIn:
    """A comm that has an id and sends nothing."""

    kernel = None

    def __init__(self) -> None:
        self.comm_id = uuid.uuid4().hex

    def on_msg(self, callback: object) -> None:
        """Nothing will arrive."""

    def on_close(self, callback: object) -> None:
        """Nothing will close it."""

    def send(self, *_: object, **__: object) -> None:
        """Nobody listens."""

    def close(self, *_: object, **__: object) -> None:
        """Nothing is open."""


def is_deferred(widget: Widget) -> bool:
    """Whether a widget has no real comm yet."""
    return isinstance(widget.comm, StandIn)


@contextmanager
def births(born: Callable[[Widget], None]) -> Iterator[None]:
    """Give each widget that this thread builds a stand-in, and pass it to `born`."""
    thread = threading.get_ident()
    before = construction_callback()

    def constructed(widget: Widget) -> None:
        if threading.get_ident() == thread and widget.comm is None:
            widget.comm = StandIn()
            born(widget)
        elif before is not None:
            before(widget)

    Widget.on_widget_constructed(constructed)
    try:
        yield
    finally:
        Widget.on_widget_constructed(before)


def parts(widget: Widget) -> Iterator[tuple[str, Any]]:
    """Yield the synced traits that hold other widgets, with their values."""
    values = traits_set(widget)
    for name in widget.keys:
        value = values.get(name)
        if next(widgets_in(value), None) is not None:
            yield name, value


def widgets_in(value: Any) -> Iterator[Widget]:
    """Yield the widgets in a trait's value."""
    if isinstance(value, Widget):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from widgets_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from widgets_in(item)


def replaced(value: Any, with_: Callable[[Widget], Widget]) -> Any:
    """Return a trait's value with each widget in it exchanged."""
    if isinstance(value, Widget):
        return with_(value)
    if isinstance(value, (list, tuple)):
        return type(value)(replaced(item, with_) for item in value)
    if isinstance(value, Mapping):
        return {key: replaced(item, with_) for key, item in value.items()}
    return value


def promote(widget: Widget) -> list[Widget]:
    """Open the comms of a widget and of all it holds; return those that were opened, inner ones first."""
    opened: list[Widget] = []
    if not is_deferred(widget):
        for _, value in list(parts(widget)):
            opened.extend(w for part in widgets_in(value) for w in promote(part))
        return opened
    stand_in: Any = widget.comm
    for name in ("layout", "style"):  # made on first access, so that they are there before their owner
        if name in widget.keys:
            getattr(widget, name)
    for _, value in list(parts(widget)):
        for part in widgets_in(value):
            opened.extend(promote(part))
    forget_instance(stand_in.comm_id)
    widget.comm = None
    widget._model_id = stand_in.comm_id
    widget.open()
    return [*opened, widget]


def discard(widget: Widget) -> None:
    """Forget a widget that was never shown."""
    if isinstance(widget.comm, StandIn):
        forget_instance(widget.comm.comm_id)
