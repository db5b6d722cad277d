"""Shows operations: makes, changes and closes the widgets of one app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets

from jupyter_session_state._core.element import Element, same
from jupyter_session_state._core.reconcile import STALE_FROM, Close, Create, Op, Patch, Update
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._jupyter import markup
from jupyter_session_state._jupyter.clicks import Clicks
from jupyter_session_state._jupyter.decorations import decoration
from jupyter_session_state._jupyter.frames import block_props
from jupyter_session_state._jupyter.inputs import VIEWS
from jupyter_session_state._jupyter.inside import live_widget, option_labels
from jupyter_session_state._jupyter.media import Media
from jupyter_session_state._jupyter.outbox import library_outbox
from jupyter_session_state._jupyter.styles import Styles
from jupyter_session_state._jupyter.uploads import UploadChannel
from jupyter_session_state._jupyter.view import holds
from jupyter_session_state._jupyter.views import UNCHANGED, Block, library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._jupyter.events import Events
    from jupyter_session_state._jupyter.traffic import Traffic

Item = dict[str, Any]


class WidgetRenderer:
    """The renderer port on ipywidgets.

    Parameters
    ----------
    events
        Where messages of the browser are taken in.
    traffic
        Who is told of widgets that were opened, and closes others.
    on_action
        Called with the name of a toolbar action and its message, on any thread.
    """

    def __init__(self, events: Events, traffic: Traffic, on_action: Callable[[str, Mapping[str, Any]], None]):
        self._events = events
        self._traffic = traffic
        self._on_action = on_action
        self.app: App | None = None
        self.hinted = False
        self.widgets: dict[tuple[str, str], ipywidgets.Widget] = {}
        self.uploads = UploadChannel(lambda i: self.app.registrations.get(i) if self.app else None)
        self.clicks = Clicks(lambda: self.app, events, self.uploads)
        self.shared_layout = library().layout
        self._styles = Styles()
        self._patches: dict[str, dict[str, Any]] = {}
        self._outbox = library_outbox()
        self._media = Media(lambda told, data: library().send(told, list(data)), lambda: self.app)
        self._root: Block | None = None
        self._marks: dict[str, bool] = {}  # what the toolbar shows

    # -- the port ------------------------------------------------------------------------------------------

    def apply(self, ops: Sequence[Op]) -> None:
        """Carry out the changes; each model that changed gets one message, many of them go together."""
        closes: list[Close] = []
        with self._outbox.delivering():
            for op in ops:
                if isinstance(op, Create):
                    self._create(op.element)
                elif isinstance(op, Update):
                    self._update(op)
                elif isinstance(op, Patch):
                    self._patch(op)
                else:
                    closes.append(op)
            self._media.push()
            self._send_patches()
        for close in closes:
            self._close(close.element)

    def status(self, *, running: bool) -> None:
        """Take away the mark of a run that is over, and tell who waits for it; `show_running` puts it there."""
        if not running:
            self._mark(running=False)
            self.clicks.run_ended()

    def travels(self, *, undo: bool, redo: bool) -> None:
        """Let the app's buttons for these be of use, or not."""
        self._mark(undo=undo, redo=redo)

    def show_running(self) -> None:
        """Mark that a run takes its time."""
        self._mark(running=True)

    def close(self) -> None:
        """Close every widget we made."""
        for widget in [widget for (_, view), widget in self.widgets.items() if view != "ipywidget"]:
            self._shut(widget)
        self.widgets.clear()
        self.uploads.store.clear()
        self._styles.close()
        self._root, self._marks = None, {}

    def control(self, element_id: str) -> ipywidgets.Widget | None:
        """Return the widget of an input that is on the page."""
        return next(
            (w for (known, view), w in self.widgets.items() if known == element_id and view in VIEWS), None
        )

    @property
    def root(self) -> Block | None:
        """The block that shows the whole app."""
        return self._root

    # -- making --------------------------------------------------------------------------------------------

    def _create(self, element: Element) -> None:
        if element.view == "Block":
            widget: Any = self._make_block(element)
        elif element.view == "Output":
            widget = ipywidgets.Output(outputs=element.props["outputs"], layout=self.shared_layout)
        elif element.view == "ipywidget":
            widget = live_widget(element.props["model"])
        else:
            widget = self._make_control(element)
        self.widgets[element.id, element.view] = widget
        self._traffic.opened()

    def _make_block(self, element: Element) -> Block:
        items = [self._item(child) for child in element.children]
        self._media.note(element)
        stale = element.props.get(STALE_FROM)
        block = Block(element.kind, block_props(element), items, stale=stale)
        if element.kind == "app":
            self._root = block
        self._events.route(
            block,
            on_custom=lambda content, _: self._custom(element.id, block, content),
            hint=None if element.value is None else lambda: self.hint(element.id),
        )
        return block

    def _make_control(self, element: Element) -> ipywidgets.Widget:
        view = VIEWS[element.view]
        traits = {**view.all_traits(element), **self.uploads.shown(view, element, element.value)}
        widget = view.make(**traits, **self._styles.shared(view), layout=self.shared_layout)
        self._styles.keep(widget)
        heard = partial(self.uploads.message if view.files else self.clicks.heard, widget)
        self._events.route(
            widget,
            on_state=lambda state: self._state(element.id, element.view, widget, state),
            on_custom=partial(heard, element.id),
            hint=lambda: self.hint(element.id),
        )
        return widget

    # -- what the browser says: any thread -----------------------------------------------------------------

    def hint(self, element_id: str) -> None:
        """Hear that a message for a control arrived; any thread."""
        self.hinted = self.hinted or (self.app is not None and self.app.gives_way_to(element_id))

    def _state(
        self, element_id: str, view_name: str, widget: ipywidgets.Widget, state: Mapping[str, Any]
    ) -> None:
        view = VIEWS[view_name]
        if self.app is None or not view.trait or view.trait not in state:
            return
        heard = partial(self.uploads.value, element_id) if view.files else partial(view.wire, widget)
        self.app.receive(element_id, heard(state[view.trait]))

    def _custom(self, element_id: str, block: Block, content: Mapping[str, Any]) -> None:
        if content.get("op") == "resync":
            block.send_state("doc")
        elif content.get("op") == "action" and content.get("name") == "media":
            self._media.answer(content.get("ids"), lambda told, data: block.send(told, list(data)))
        elif content.get("op") == "change":
            self._opened(element_id, block, content.get("value"))
        elif content.get("op") == "action" and content.get("name") == "dismiss":
            self._dismissed(element_id, block, content.get("opening"))
        elif content.get("op") == "action":
            self._on_action(str(content.get("name")), content)

    def _opened(self, element_id: str, block: Block, value: Any) -> None:
        """Hear that a person opened or closed a container, or chose a tab, which may have gone meanwhile."""
        if self.app is not None and "value" in block.doc["props"]:
            block.doc["props"]["value"] = value  # what a view that comes later shall show; this one shows it
            self.app.receive(element_id, value)

    def _dismissed(self, element_id: str, block: Block, opening: Any) -> None:
        """Hear that a dialog was closed by its user."""
        if self.app is not None and block.doc["props"].get("dismissible"):
            self._events.later(lambda: block.dismiss(opening))
            self.app.dismiss(element_id)

    # -- changing ------------------------------------------------------------------------------------------

    def _update(self, op: Update) -> None:
        element = op.element
        widget: Any = self.widgets[element.id, element.view]
        if element.view == "Block":
            self._update_block(op)
        elif element.view == "Output":
            if "outputs" in op.props:
                widget.outputs = op.props["outputs"]
        elif element.view in VIEWS:
            self._update_control(widget, op)

    def _update_block(self, op: Update) -> None:
        element = op.element
        self._media.note(element)
        patch = self._patches.setdefault(element.id, {})
        if STALE_FROM in op.props:
            patch["stale"] = op.props[STALE_FROM]
        shown, held = block_props(element), self._block(element.id).doc["props"]
        changed = {k: v for k, v in shown.items() if k != "value" and not same(held.get(k), v)}
        changed.update((k, None) for k, v in op.props.items() if v is None and k in held and k not in shown)
        if op.value is not MISSING:
            changed["value"] = op.value
        if changed:
            patch["props"] = changed

    def _update_control(self, widget: ipywidgets.Widget, op: Update) -> None:
        view = VIEWS[op.element.view]
        wanted = view.all_traits(op.element) if op.props else {}
        if op.value is not MISSING:
            wanted.update(self.uploads.shown(view, op.element, op.value))
        elif "options" in op.props and option_labels(widget):
            # Core selections fall back to the first option when options change.
            wanted.update(view.value_trait(op.element, op.element.value))
        with self._outbox.holding(widget), widget.hold_sync(), widget.hold_trait_notifications():
            for name, value in wanted.items():
                if not holds(widget, name, value):
                    setattr(widget, name, value)
                elif name == view.trait and op.value is not MISSING:  # the browser shows what was refused
                    widget.send_state(name)

    def _patch(self, op: Patch) -> None:
        patch = self._patches.setdefault(op.element.id, {})
        if op.set:
            patch["set"] = [(index, self._item(child)) for index, child in op.set]
        if op.splice:
            patch["splice"] = [
                (index, delete, [self._item(child) for child in children])
                for index, delete, children in op.splice
            ]

    def _send_patches(self) -> None:
        patches, self._patches = self._patches, {}
        for element_id, patch in patches.items():
            if patch:
                patch.setdefault("stale", UNCHANGED)
                with self._outbox.holding(block := self._block(element_id)):
                    block.patch(**patch)

    def _mark(self, **marks: bool) -> None:
        new = {name: on for name, on in marks.items() if on != self._marks.get(name, False)}
        if new and self._root is not None:
            self._marks |= new
            with self._outbox.delivering():
                self._root.patch(props=new)

    def _block(self, element_id: str) -> Block:
        widget = self.widgets[element_id, "Block"]
        if not isinstance(widget, Block):
            raise TypeError(f"{element_id} is no container")
        return widget

    # -- closing -------------------------------------------------------------------------------------------

    def _close(self, element: Element) -> None:
        widget = self.widgets.pop((element.id, element.view), None)
        self.uploads.store.drop(element.id)
        if widget is not None and element.view != "ipywidget":
            self._shut(widget)

    def _shut(self, widget: ipywidgets.Widget) -> None:
        self._events.forget(widget)
        for name in ("layout", "style"):
            part = getattr(widget, name, None)
            shared = (self.shared_layout, *self._styles.all)
            if isinstance(part, ipywidgets.Widget) and part not in shared:
                part.close()
        self._traffic.close(widget)

    # -- items of a block ----------------------------------------------------------------------------------

    def _item(self, element: Element) -> Item:
        if not element.id:
            self._media.note(element)
            return {"kind": element.kind, "html": markup.item_html(element)}
        widget = self.widgets[element.id, element.view]
        item: Item = {"kind": element.kind, "child": f"IPY_MODEL_{widget.model_id}"}
        return item if element.view == "Block" else {**item, **decoration(element)}
