"""What we use of ipywidgets and traitlets beyond their public API, each with a fallback that is slower, never wrong.

`PRIVATE` is the whole list, that of `host` included; tests hold it complete, and take each of them away.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import ipywidgets
from ipywidgets import Widget
from ipywidgets.widgets import widget as _module

from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

PRIVATE = {
    "set_parent": "what a run prints outside of its capture goes to the last cell",
    "get_parent": "the text of the cell is put together from its body; one without a name is known by its text",
    "_parent_ident": "the same, for a kernel that serves several peers",
    "_publish_status": "the page does not show the kernel as busy",
    "io_loop": "the loop that runs when a cell is executed is taken",
    "shell_stream": "a run does not see newer input until it ends",
    "shell_channel_thread": "(ipykernel 7) the same",
    "shell_channel_thread_main": "(ipykernel 7) the same",
    "manager": "(ipykernel 7.0 to 7.3) a message that comes while a reply leaves may wait for ever",
    "_shell_socket": "(ipykernel 7.0 to 7.3) the same",
    "schedule_dispatch": "(ipykernel 6) the same",
    "dispatch_shell": "(ipykernel 6) the same",
    "_reply_subshell_for": "(ipykernel 7.4) there is nothing to mend",
    "register_hook": "the publisher of displays is exchanged during a run",
    "_filename_map": "tracebacks number the cell after the last one",
    "_instances": "a widget is looked for among all objects",
    "_handle_msg": "a message goes the way of its comm, with all that hears of executed code",
    "_lock_property": "what would be sent is compared with what came",
    "_trait_from_json": "a value that no trait converts is taken as it came",
    "_model_id": "a widget that a script shows gets another id",
    "_trait_values": "all traits of a widget are read, not only those that were set",
    "_widget_construction_callback": "whoever else watched widgets being built does not hear of a script's",
    "_trait_notifiers": "the registering of observers is watched while a script runs",
    "_click_handlers": "the registering of handlers is watched while a script runs",
    "_options_labels": "options are compared as they were given",
    "_get_embed_state": "an exported page has what is in its password fields",
    "_showtraceback": "tracebacks that IPython shows beside a run's own go to the cell",
    "_to_draw": "a figure of another cell that a script shows stays with that cell",
    "_draw_called": "what the backend was to show it looks for once more, and finds it closed",
    "_fetch_figure_metadata": "a figure is not told from others as one that needs a light background",
}
"""Every such name, and what happens without it."""

_INSTANCES: dict[str, Any] | None = getattr(_module, "_instances", None)


def live_widget(model_id: str) -> Widget | None:
    """Return the open widget of this id."""
    if _INSTANCES is not None:
        widget: Widget | None = _INSTANCES.get(model_id)
        return widget
    widgets = (thing for thing in gc.get_objects() if issubclass(type(thing), Widget))
    return next((w for w in widgets if w.comm is not None and w.model_id == model_id), None)


def forget_instance(model_id: str) -> None:
    """Have ipywidgets forget a widget that was never opened under this id."""
    if _INSTANCES is not None:
        _INSTANCES.pop(model_id, None)


def traits_set(widget: Widget) -> Mapping[str, Any]:
    """Return the values of the traits that have one so far."""
    values: Mapping[str, Any] | None = getattr(widget, "_trait_values", None)
    if values is not None:
        return values
    names = filter(widget.has_trait, {*widget.keys, "options"})
    read = ((name, getattr(widget, name, MISSING)) for name in names)
    return {name: value for name, value in read if value is not MISSING}


def construction_callback() -> Callable[[Widget], None] | None:
    """Return what is called with each widget that is built."""
    callback: Callable[[Widget], None] | None = getattr(Widget, "_widget_construction_callback", None)
    return callback


def option_labels(widget: Widget, otherwise: Sequence[Any] = ()) -> list[Any]:
    """Return what a selection offers, as it is shown."""
    labels: Sequence[Any] | None = getattr(widget, "_options_labels", None)
    if labels is None and isinstance(
        widget, (ipywidgets.Dropdown, ipywidgets.Select, ipywidgets.SelectMultiple)
    ):
        labels = [option if isinstance(option, str) else option[0] for option in widget.options]
    return list(otherwise if labels is None else labels)


def handle(widget: Widget, message: Mapping[str, Any]) -> None:
    """Have a widget handle a message itself."""
    own: Any = getattr(widget, "_handle_msg", None)
    if own is not None:
        own(message)
    elif widget.comm is not None:
        comm: Any = widget.comm
        type(comm).handle_msg(comm, message)


def from_json(widget: Widget, name: str, value: Any) -> Any:
    """Return the value of a trait for what the browser sent."""
    convert = widget.trait_metadata(name, "from_json", getattr(widget, "_trait_from_json", None))
    return value if convert is None else convert(value, widget)


@contextmanager
def nothing_sent_back(widget: Widget, state: Mapping[str, Any]) -> Iterator[None]:
    """Let traits take what the browser sent; only what becomes of it is sent."""
    lock: Any = getattr(widget, "_lock_property", None)
    if lock is not None:
        with lock(**state):
            yield
        return
    send: Callable[..., None] = widget.send_state

    def send_news(key: Any = None) -> None:
        names = widget.keys if key is None else [key] if isinstance(key, str) else list(key)
        news = [name for name in names if widget.get_state(name)[name] != state.get(name, MISSING)]
        if news:
            send(news)

    vars(widget)["send_state"] = send_news
    try:
        yield
    finally:
        del vars(widget)["send_state"]


def keep_secret(widget: Widget) -> None:
    """Leave the value of a widget out of what is saved and exported; js/src/views/secrets.ts does so in the page."""
    whole: Callable[..., dict[str, Any]] | None = getattr(widget, "_get_embed_state", None)
    if whole is None:
        return

    def without_value(*args: Any, **kwargs: Any) -> dict[str, Any]:
        described = whole(*args, **kwargs)
        return {**described, "state": {k: v for k, v in described["state"].items() if k != "value"}}

    setattr(widget, "_get_embed_state", without_value)  # noqa: B010 - a method of this one alone
