"""Components of HTML, CSS and JavaScript that others made: inputs whose page is a frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from jupyter_session_state._core.calls import Call
from jupyter_session_state._core.identity import short_digest
from jupyter_session_state._core.inputs import draw_control, draw_unseen
from jupyter_session_state._core.place import Place, current_place
from jupyter_session_state._core.spec import Control, Spec
from jupyter_session_state.elements import component_messages, media_messages
from jupyter_session_state.elements.component_data import data_text
from jupyter_session_state.elements.component_values import (
    ComponentResult,
    Rules,
    fired_from,
    presenter,
    result,
)
from jupyter_session_state.elements.sizes import check_width, loose_size

VIEW: Final = "Component"
KIND: Final = "components.v2.component"


def component(name: str, shown: str, *, key: Any = None) -> None:
    """Stand for the parameters of a component: what tells one without a key from another is its name and `shown`."""


_SPEC: Final = replace(Spec.of(component), name=KIND, fits_content=True)


@dataclass(frozen=True, slots=True)
class Definition:
    """What a component is made of."""

    name: str
    html: str
    css: str
    js: str
    isolate_styles: bool

    @classmethod
    def of(cls, name: str, html: Any, css: Any, js: Any, *, isolate_styles: bool) -> Definition:
        """Return a component.

        Raises
        ------
        StreamlitInvalidParameterTypeError
            If a part of it is no text.
        """
        for part, text in (("html", html), ("css", css), ("js", js)):
            if text is not None and not isinstance(text, str):
                raise component_messages.bad_part(name, part, text)
            media_messages.check_size(KIND, len(text or ""), name)
        return cls(str(name), html or "", css or "", js or "", bool(isolate_styles))

    @property
    def parts(self) -> dict[str, Any]:
        """What its frame is made of."""
        return {"html": self.html, "css": self.css, "js": self.js, "isolated": self.isolate_styles}


def renderer(definition: Definition) -> Callable[..., ComponentResult]:
    """Return what draws a component."""

    def draw(
        *,
        key: Any = None,
        data: Any = None,
        default: Mapping[str, Any] | None = None,
        width: Any = "stretch",
        height: Any = "content",
        **on_callbacks: Any,
    ) -> ComponentResult:
        """Draw the component; return its state and what it fired.

        Parameters
        ----------
        key
            Its name in session state, where it has its state.
        data
            What its script gets: JSON, bytes, a table, or a dict of these.
        default
            The state before it sets any; each name needs a callback.
        width, height
            ``"stretch"``, ``"content"`` or pixels.
        **on_callbacks
            ``on_NAME_change``, called when the component sets or fires NAME.
        """
        listeners = listeners_of(on_callbacks)
        for name in default or {}:
            if name not in listeners:
                raise component_messages.bad_default(name, listeners)
        check_width(KIND, width)
        mount = _Mount(
            definition, key, data_text(definition.name, data), Rules(dict(default or {})), listeners
        )
        return mount.draw(current_place(KIND), {"width": width, "height": loose_size(height)})

    draw.__name__ = draw.__qualname__ = definition.name
    return draw


def listeners_of(callbacks: Mapping[str, Any]) -> dict[str, Callable[[], object]]:
    """Return the callbacks by the names they are for: keywords that are none are passed over.

    Raises
    ------
    BidiComponentInvalidCallbackNameError
        If one is for no name.
    """
    found = {}
    for keyword, call in callbacks.items():
        if callable(call) and keyword.startswith("on_") and keyword.endswith("_change"):
            name = keyword[len("on_") : -len("_change")]
            if name in ("", "_"):
                raise component_messages.bad_callback_name(keyword)
            found[name] = call
    return found


@dataclass(frozen=True, slots=True)
class _Mount:
    """One call of a component."""

    definition: Definition
    key: Any
    data: str
    rules: Rules
    listeners: Mapping[str, Callable[[], object]]

    def draw(self, place: Place, sizes: dict[str, Any]) -> ComponentResult:
        shown = short_digest(repr((self.definition.isolate_styles, sizes, self.rules.defaults, self.data)))
        params = {"name": self.definition.name, "label": self.definition.name, "shown": shown, **sizes}
        control = self._control(sizes)
        state = draw_control(place.run, _SPEC, place, Call({**params, "key": self.key}, control), {})
        control.served, fired = self._draw_trigger(place, params)
        return result(self.listeners, fired, state)

    def _draw_trigger(self, place: Place, params: dict[str, Any]) -> tuple[str, Any]:
        """Listen to what the component fires, which is an input that its frame shows."""
        identity = {"shown": f"fired by {params['shown'] if self.key is None else f'key {self.key}'}"}
        trigger = Control[Any](
            "",
            None,
            decode=fired_from,
            trigger=True,
            at_rest=None,
            identity=identity,
            listeners=self.listeners,
        )
        return draw_unseen(place, _SPEC, {**params, "key": None}, trigger)

    def _control(self, sizes: dict[str, Any]) -> Control[Any]:
        control = Control[Any](
            VIEW,
            self.rules.default,
            {
                "protocol": "v2",
                "parts": self.definition.parts,
                "data": self.data,
                **sizes,
            },
            decode=self.rules.decode,
            encode=dict,
            admit=self.rules.admit,
            listeners=self.listeners,
        )
        control.presents = None if self.key is None else presenter(str(self.key), control)
        return control
