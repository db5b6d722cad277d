"""A widget of the script that stays from run to run, and what the app knows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ipywidgets
from ipywidgets import Widget

from jupyter_session_state._core.element import same
from jupyter_session_state._core.registration import Registration
from jupyter_session_state._core.spec import Control
from jupyter_session_state._jupyter.deferred import parts
from jupyter_session_state._jupyter.handlers import Handlers

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWS_ONLY = (
    ipywidgets.HTML,
    ipywidgets.HTMLMath,
    ipywidgets.Label,
    ipywidgets.Image,
    ipywidgets.Audio,
    ipywidgets.Video,
    ipywidgets.IntProgress,
    ipywidgets.FloatProgress,
    ipywidgets.Valid,
)
"""Widgets whose `value` is what they show, not what a user gave."""

NOT_PATCHED = frozenset(("comm", "keys", "layout", "style", "value", "index", "label", "tabbable", "tooltip"))
"""Traits that a later instance does not give to the first one as arguments."""


@dataclass(eq=False, slots=True)
class Bound:
    """A widget that stays, and what the app knows of it."""

    widget: Widget
    id: str
    traits: tuple[str, ...]
    given: dict[str, Any]
    known: Handlers
    owned: bool
    handlers: Handlers = field(default_factory=Handlers)
    on_change: Callable[[], Any] | None = None
    changes: list[Any] = field(default_factory=list)
    dirty: bool = False  # the script set the widget itself
    muted: bool = False

    @property
    def trigger(self) -> bool:
        """Whether it is clicked rather than set."""
        return isinstance(self.widget, ipywidgets.Button)

    def value(self) -> Any:
        """What its key holds: the trait, or a dict of them."""
        if len(self.traits) == 1:
            return getattr(self.widget, self.traits[0])
        return {name: getattr(self.widget, name) for name in self.traits}

    def default(self) -> Any:
        """What its key holds at first."""
        return False if self.trigger else self.value()

    def show(self, value: Any) -> None:
        """Give the widget a value that the program wants; sends it only if it differs."""
        wanted = {self.traits[0]: value} if len(self.traits) == 1 else dict(value)
        self.muted = True
        try:
            with self.widget.hold_sync():
                for name, one in wanted.items():
                    if not same(getattr(self.widget, name), one):
                        setattr(self.widget, name, one)
        finally:
            self.muted = False

    def __call__(self) -> None:
        """Run as a callback: the handlers of what happened, then `on_change`."""
        changes, self.changes = self.changes, []
        if self.trigger:
            self.known.clicked(self.widget)
            self.handlers.clicked(self.widget)
        else:
            self.handlers.changed(changes)
        if self.on_change is not None:
            self.on_change()

    @property
    def __name__(self) -> str:
        return self.handlers.names or str(getattr(self.on_change, "__qualname__", ""))

    def take_arguments(self, newer: Widget) -> None:
        """Give the widget the arguments that differ from those of the last run."""
        given = given_traits(newer)
        changed = {k: v for k, v in given.items() if not same(self.given.get(k), v)}
        self.given = given
        for name, value in changed.items():
            setattr(self.widget, name, value)
        for name in ("layout", "style"):
            _patch_part(getattr(self.widget, name, None), getattr(newer, name, None))

    def close(self) -> None:
        """Close the widget, if the script made it."""
        if not self.owned:
            return
        for name in ("layout", "style"):
            part = getattr(self.widget, name, None)
            if isinstance(part, Widget):
                part.close()
        self.widget.close()

    def standing_for(self, widget: Widget) -> Bound:
        """Return the same for another instance of it."""
        return Bound(widget, self.id, self.traits, {}, Handlers(), owned=False)


def same_class(a: Widget, b: Widget) -> bool:
    """Whether two widgets are of one class by name: the script makes its own anew in each run, anywidget too."""
    names = [(type(w).__module__, type(w).__qualname__) for w in (a, b)]
    return names[0] == names[1]


def value_traits(widget: Widget) -> tuple[str, ...]:
    """Return the traits that hold what a user gave."""
    if isinstance(widget, SHOWS_ONLY) or not widget.has_trait("value"):
        return ()
    return ("value",)


def given_traits(widget: Widget) -> dict[str, Any]:
    """Return the arguments a widget was built with, but for its value and for widgets it holds."""
    held = {name for name, _ in parts(widget)}
    shown = {"value"} if isinstance(widget, SHOWS_ONLY) else set()
    names = (set(widget.keys) | {"options"}) - (NOT_PATCHED - shown) - held
    return {
        name: value
        for name, value in widget._trait_values.items()
        if name in names and not name.startswith("_")
    }


def _patch_part(first: Any, newer: Any) -> None:
    """Give a layout or style the values of a newer one."""
    if not isinstance(first, Widget) or not isinstance(newer, Widget) or first is newer:
        return
    with first.hold_sync():
        for name in first.keys:
            if not name.startswith("_") and not same(getattr(first, name), getattr(newer, name, None)):
                setattr(first, name, getattr(newer, name))


def registration_of(bound: Bound, key: str | None, default: Any, line: int | None) -> Registration:
    """Return what the app must remember of a widget that is drawn like a control."""
    return Registration(
        id=bound.id,
        key=key,
        kind=f"widgets.{type(bound.widget).__name__}",
        label=str(getattr(bound.widget, "description", "") or key or ""),
        control=Control("ipywidget", default, trigger=bound.trigger, read_only=bound.trigger),
        callback=bound,
        args=(),
        kwargs={},
        disabled=False,
        ignore=False,
        form=None,
        line=line,
        external=True,
    )
