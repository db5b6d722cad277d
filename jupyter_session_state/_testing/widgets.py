"""What a test sees of inputs, and how it plays their user."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.nodes import Element
from jupyter_session_state.errors import (
    StreamlitAPIException,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)

if TYPE_CHECKING:
    from typing_extensions import Self

    from jupyter_session_state._core import element as core
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._testing.blocks import ElementTree


_REFUSALS = (StreamlitAPIException, ValueError, TypeError, LookupError, AttributeError, OverflowError)


class Widget(Element):
    """An input.

    Setting a value changes nothing until the next `run`, which plays all edits since the last one as one
    interaction. `value` reads the edit at once.
    """

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        super().__init__(element, root)
        self.id = element.id
        self.form_id = element.form or ""
        self.staged: Any = MISSING
        self.wire: Any = MISSING

    @property
    def label(self) -> str:
        """Its label."""
        return str(self._element.props.get("label", ""))

    @property
    def disabled(self) -> bool:
        """Whether users cannot edit it."""
        return bool(self._element.props.get("disabled"))

    @property
    def help(self) -> str:
        """Its tooltip."""
        return str(self._element.props.get("help") or "")

    @property
    def value(self) -> Any:
        """The value an edit gave it since the last run, else the one in session state.

        Raises
        ------
        KeyError
            If the script deleted its key after it was drawn.
        """
        return self._stored() if self.staged is MISSING else self.staged

    def set_value(self, value: Any) -> Self:
        """Give it a value, as its user would.

        Raises
        ------
        AppTestError
            If it is disabled, or no user could choose this value.
        """
        self._send(value, self._to_wire(value))
        return self

    def _send(self, value: Any, wire: Any) -> None:
        if self.disabled:
            raise errors.disabled(self._element.kind, self.key, self.label)
        self.staged, self.wire = value, wire

    def _to_wire(self, value: Any) -> Any:
        control = self._registration.control
        try:
            with suppress(
                StreamlitValueAboveMaxError, StreamlitValueBelowMinError
            ):  # `decode` deals with these
                value = control.admit(value)
            wire = control.encode(value)
            if control.decode(wire) is not None and value is None:  # an empty field, which says nothing
                control.decode(wire := None)
        except _REFUSALS as error:
            raise errors.cannot_hold(self._element.kind, self.key, self.label, value, error) from error
        return wire

    @property
    def _registration(self) -> Registration:
        found = self.root.app.registrations.get(self.id)
        if found is None:
            raise errors.gone(self._element.kind, self.key, self.label)
        return found

    def _stored(self) -> Any:
        state = self.root.app.state
        value = state.widget_value(self.id, self.key)
        if value is MISSING or (self.key is not None and state.shown_by(self.key) != self.id):
            raise KeyError(self.key if self.key is not None else self.label)
        return value

    def stored_wire(self) -> Any:
        """What a browser holds of it while nobody edits it; MISSING if that says nothing: an empty field."""
        control = self._registration.control
        value = control.admit(self._stored())
        wire = control.encode(value)
        can_be_empty = control.default is None or control.emptied is not None
        return MISSING if value is None and can_be_empty and control.decode(wire) is not None else wire

    def _shown(self) -> dict[str, Any]:
        try:
            value = self.value
        except KeyError:
            value = None
        return {"label": self.label, "key": self.key, "value": value, "disabled": self.disabled or None}


class Button(Widget):
    """A button; its `value` is True after the run that a click of it caused."""

    @property
    def value(self) -> bool:
        """Whether it was clicked: since the last run, or to cause it."""
        return self.staged is True or self._registration.returned is True

    def set_value(self, value: bool) -> Self:
        """Click it, or take a click back."""
        self._send(True if value else MISSING, True)
        return self

    def click(self) -> Self:
        """Click it."""
        return self.set_value(True)


class Checkbox(Widget):
    """A checkbox."""

    def check(self) -> Self:
        """Tick it."""
        return self.set_value(True)

    def uncheck(self) -> Self:
        """Take the tick away."""
        return self.set_value(False)


class Toggle(Widget):
    """A switch."""


class TextInput(Widget):
    """A text field."""

    @property
    def max_chars(self) -> int:
        """How many characters it takes; 0 is any number."""
        return int(self._element.props.get("max_chars") or 0)

    def input(self, text: str) -> Self:
        """Type `text`, unless it is longer than the field lets one type."""
        if self.max_chars and len(text) > self.max_chars:
            return self
        return self.set_value(text)


class TextArea(TextInput):
    """A field for several lines of text."""


class NumberInput(Widget):
    """A number field."""

    def increment(self) -> Self:
        """Click "+"."""
        if self.value is None:
            return self
        return self.set_value(self._within(self.value + self._step))

    def decrement(self) -> Self:
        """Click "-"."""
        if self.value is None:
            return self
        return self.set_value(self._within(self.value - self._step))

    @property
    def _step(self) -> Any:
        return self._element.props["step"]

    def _within(self, value: Any) -> Any:
        low, high = self._element.props.get("min"), self._element.props.get("max")
        if low is not None and value < low:
            return low
        return high if high is not None and value > high else value


class Slider(Widget):
    """A slider; the value of one with two handles is a pair."""

    @property
    def data_type(self) -> int:
        """What it slides over, by the number that Streamlit's AppTest has for it."""
        return _SCALES.index(self._element.props["data_type"])

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Drag both handles."""
        return self.set_value([lower, upper])

    def _to_wire(self, value: Any) -> Any:
        return super()._to_wire(tuple(value) if isinstance(value, list) else value)


_SCALES = ("int", "float", "datetime", "date", "time")


class Selectbox(Widget):
    """One of several options. `options` are their labels."""

    @property
    def options(self) -> list[str]:
        """The labels, as they are shown."""
        return list(self._element.props["options"])

    @property
    def index(self) -> int | None:
        """The position of the selected option, or None."""
        label = self._stored_label() if self.wire is MISSING else self.wire
        if label is None:
            return None
        return self.options.index(label) if label in self.options else None

    def _stored_label(self) -> Any:
        return self._registration.control.encode(self._stored())

    def select(self, value: Any) -> Self:
        """Select an option by its value."""
        return self.set_value(value)

    def select_index(self, index: int | None) -> Self:
        """Select an option by its position, or none."""
        if index is None:
            return self.set_value(None)
        label = self.options[index]
        self._send(self._registration.control.decode(label), label)
        return self


class Anything(Widget):
    """An input of a kind without methods of its own."""


WIDGETS: dict[str, type[Widget]] = {
    "button": Button,
    "form_submit_button": Button,
    "checkbox": Checkbox,
    "toggle": Toggle,
    "text_input": TextInput,
    "text_area": TextArea,
    "number_input": NumberInput,
    "slider": Slider,
    "selectbox": Selectbox,
}
"""The kinds of input that have a class of their own."""
