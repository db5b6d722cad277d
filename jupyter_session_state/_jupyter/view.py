"""`View`: one way to show a control with a widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import ipywidgets

from jupyter_session_state._core.element import Element, same
from jupyter_session_state._jupyter.inside import option_labels
from jupyter_session_state._jupyter.markup import label_html

Traits = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """One way to show a control.

    Parameters
    ----------
    make
        The widget class.
    traits
        From props to the traits we own.
    trait
        The trait that holds the value.
    to_trait
        From the value that travels to that trait; gets the props too.
    from_trait
        The way back.
    label
        How a label is shown: sanitised HTML, or plain text where the widget sets text.
    files
        Whether its value are files, which come by the upload channel.
    """

    make: Callable[..., ipywidgets.DOMWidget]
    traits: Callable[[Mapping[str, Any]], Traits]
    trait: str = "value"
    to_trait: Callable[[Any, Mapping[str, Any]], Any] = lambda value, props: value
    from_trait: Callable[[Any, Mapping[str, Any]], Any] = lambda value, props: value
    label: Callable[[Mapping[str, Any]], str] = lambda props: label_html(props.get("label") or "")
    files: bool = False

    def all_traits(self, element: Element) -> Traits:
        """Return every trait but the value."""
        props = element.props
        common: Traits = {"disabled": bool(props.get("disabled"))}
        common["description"] = self.label(props)
        return {**common, **self.traits(props)}

    def wire(self, widget: ipywidgets.Widget, sent: Any) -> Any:
        """Return the value that travels for what the browser set; an error, which the run refuses, if there is none."""
        props = {
            "options": option_labels(widget),
            "clearable": getattr(widget, "clearable", False),
        }
        try:
            return self.from_trait(sent, props)
        except ValueError as error:
            return error

    def value_trait(self, element: Element, wire: Any) -> Traits:
        """Return the trait that shows `wire`; nothing for a trigger."""
        return {self.trait: self.to_trait(wire, element.props)} if self.trait else {}


def option_of(label: str) -> dict[str, str]:
    """Return an option with what is shown for it, if that is not its label as it is."""
    shown = label_html(label)
    return {"label": label} if shown == label else {"label": label, "html": shown}


def holds(widget: ipywidgets.Widget, name: str, value: Any) -> bool:
    """Whether a trait has a value already."""
    held = getattr(widget, name)
    if name == "options":
        return option_labels(widget, held) == list(value)
    return same(held, value)
