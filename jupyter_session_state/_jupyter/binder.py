"""One widget for all runs: the first of its key, or of its kind and place, stands for the later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipywidgets import DOMWidget, Widget

from jupyter_session_state._core.element import same
from jupyter_session_state._core.identity import element_id
from jupyter_session_state._core.inputs import draw_external
from jupyter_session_state._core.registration import Registration
from jupyter_session_state._core.spec import Control
from jupyter_session_state._jupyter.bound import (
    Bound,
    PassOn,
    given_arguments,
    like,
    patch_part,
    same_class,
    value_traits,
)
from jupyter_session_state._jupyter.deferred import (
    is_deferred,
    parts,
    promote,
    replaced,
    widgets_in,
)
from jupyter_session_state._jupyter.handlers import registered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.run import ScriptRun
    from jupyter_session_state._jupyter.events import Events

Site = tuple[Any, ...]


class Binder:
    """Finds the widget that stays for each one a script builds, and binds it to its key."""

    def __init__(
        self, app: App, events: Events, hint: Callable[[str], None], control: Callable[[str], Widget | None]
    ) -> None:
        self._app = app
        self._control = control
        self._events = events
        self._hint = hint
        self._by_site: dict[Site, Bound] = {}
        self._by_widget: dict[str, Bound] = {}  # by model id
        self._fresh: dict[str, tuple[Widget, Site]] = {}  # built in this run, by the id of its stand-in
        self._resolved: dict[str, Bound] = {}  # the same, once it is known what stands for it
        self._counts: dict[Site, int] = {}
        self._used: set[Site] = set()
        self._in_run = False

    def _resolve(self, run: ScriptRun, widget: Widget) -> Widget:
        """Return the widget that stands for one a script shows: itself, or the first one of its kind and place."""
        entry = self._fresh.get(widget.model_id or "")
        if entry is None:
            return widget
        done = self._resolved.get(widget.model_id or "")
        if done is not None:
            return done.widget
        if not isinstance(widget, DOMWidget):
            return widget
        return self._bind(run, widget, entry[1], key=None).widget

    def _bind(
        self,
        run: ScriptRun,
        widget: Widget,
        site: Site,
        *,
        key: str | None,
        traits: Sequence[str] | None = None,
    ) -> Bound:
        bound = self._by_site.get(site)
        if bound is None or not same_class(bound.widget, widget):
            bound = self._first(run, widget, site, key, traits)
        elif bound.widget is not widget:
            self._patch(run, bound, widget)
        bound.fragment = run.fragment_id
        self._used.add(site)
        self._resolved[widget.model_id or ""] = bound
        if bound.id not in run.drawn:
            self._register(run, bound, key, widget)
        if bound.widget is not widget and is_deferred(widget):
            widget.observe(PassOn(bound.widget, lambda: self._in_run))
        return bound

    def _first(
        self, run: ScriptRun, widget: Widget, site: Site, key: str | None, traits: Sequence[str] | None
    ) -> Bound:
        identity = element_id(self._app.name, run.page, f"widgets.{type(widget).__name__}", site, key=key)
        bound = Bound(
            widget,
            identity,
            tuple(traits) if traits else value_traits(widget),
            given_arguments(widget),
            registered(widget),
            owned=is_deferred(widget),
        )
        self._by_site[site] = bound
        self._adopt_parts(run, widget, widget)
        if not bound.owned:
            self._by_widget[widget.model_id or ""] = bound
            self._route(bound)
        for name in bound.traits:
            widget.observe(self._observed, names=name)
        bound.known = registered(widget)
        return bound

    def _patch(self, run: ScriptRun, bound: Bound, newer: Widget) -> None:
        """Give the first instance the arguments that changed."""
        given = given_arguments(newer)
        changed = {k: v for k, v in given.items() if not same(bound.given.get(k), v)}
        bound.given = given
        first = bound.widget
        with first.hold_sync(), first.hold_trait_notifications():
            for name, value in changed.items():
                setattr(first, name, value)
            self._adopt_parts(run, newer, first)
        for name in ("layout", "style"):
            patch_part(getattr(first, name, None), getattr(newer, name, None))

    def _adopt_parts(self, run: ScriptRun, source: Widget, target: Widget) -> None:
        """Exchange the widgets in the traits of `source` by those that stay, in `target`."""
        for name, value in list(parts(source)):
            if name in ("layout", "style"):
                continue
            wanted = replaced(value, lambda w: self._resolve(run, w))
            if [id(w) for w in widgets_in(wanted)] != [id(w) for w in widgets_in(getattr(target, name))]:
                setattr(target, name, wanted)
                if not is_deferred(target):
                    self._open(target)

    # -- state ---------------------------------------------------------------------------------------------

    def _register(self, run: ScriptRun, bound: Bound, key: str | None, newest: Widget) -> None:
        if not bound.traits and not bound.trigger:
            return
        default = False if bound.trigger else Bound.value(like(bound, newest))
        control: Control[Any] = Control(
            "ipywidget",
            default,
            trigger=bound.trigger,
            read_only=bound.trigger,
            in_form="allowed",
            sensitive=bound.secret,
        )
        value = draw_external(
            run,
            Registration(
                id=bound.id,
                key=key,
                kind=f"widgets.{type(bound.widget).__name__}",
                label=str(getattr(bound.widget, "description", "") or key or ""),
                control=control,
                callback=bound,
                args=(),
                kwargs={},
                disabled=False,
                ignore=False,
                form=None,
                line=run.line(),
                external=True,
            ),
        )
        if not bound.trigger:
            bound.show(value)
            if newest is not bound.widget:
                like(bound, newest).show(value)

    # -- what the browser says -----------------------------------------------------------------------------

    def _route(self, bound: Bound) -> None:
        click = (lambda content, _: self._clicked(bound, content)) if bound.trigger else None
        self._events.route(bound.widget, on_custom=click, hint=lambda: self._hint(bound.id))

    def _clicked(self, bound: Bound, content: Mapping[str, Any]) -> None:
        if content.get("event") == "click":
            self._app.click(bound.id)

    def _observed(self, change: Any) -> None:
        """Hear of a change outside of a run: from the browser, or from a plain cell."""
        bound = self._by_object(change["owner"])
        if bound is None:
            return
        if self._in_run:
            bound.dirty = bound.dirty or not bound.muted
            return
        bound.changes.append(change)
        self._app.receive(bound.id, bound.value())

    def _open(self, widget: Widget) -> None:
        for opened in promote(widget):
            bound = self._by_object(opened)
            if bound is not None:
                self._by_widget[opened.model_id or ""] = bound
                self._route(bound)

    def _by_object(self, widget: Widget) -> Bound | None:
        return next((b for b in self._by_site.values() if b.widget is widget), None)
