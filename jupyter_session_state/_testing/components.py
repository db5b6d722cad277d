"""Components that others made, in a test: what their frames would set and fire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.statics import Chart
from jupyter_session_state.elements.component_wires import wire_of

if TYPE_CHECKING:
    from typing_extensions import Self

    from jupyter_session_state._core import element as core
    from jupyter_session_state._core.registration import Registration
    from jupyter_session_state._testing.blocks import ElementTree


class Edit:
    """What a test lets a frame do before the next run: another value, or what it fires."""

    def __init__(self, element_id: str, form: str, wire: Any) -> None:
        self.id, self.form_id, self.key = element_id, form, None
        self.staged = self.wire = wire

    def stored_wire(self) -> Any:
        """Return nothing: what is in a form that is not submitted is not played."""
        return MISSING


class Component(Chart):
    """A component; `value` is its state.

    Streamlit's AppTest can only look at it. Here a test can play its page::

    rating = at.get("bidi_component")[0]
    rating.set_state("stars", 4).fire("sent", True).run()
    """

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        super().__init__(element, root)
        self._set: Any = MISSING
        self._fired: dict[str, Any] = {}

    def set_state(self, name: str, value: Any) -> Self:
        """Let a component of version 2 set a part of its state."""
        held = self._set if isinstance(self._set, dict) else dict(self.value or {})
        return self._stage({**held, name: value})

    def set_value(self, value: Any) -> Self:
        """Let a component of version 1 set its value, or one of version 2 all of its state."""
        return self._stage(wire_of(value) if self._element.props["protocol"] == "v1" else value)

    def fire(self, name: str, value: Any = True) -> Self:
        """Let a component of version 2 fire a trigger."""
        self._fired[name] = value
        return self

    def edits(self) -> list[Edit]:
        """Return what the test lets it do."""
        found = [] if self._set is MISSING else [Edit(self._element.id, self._element.form or "", self._set)]
        return [*found, Edit(self._registration.control.served, "", self._fired)] if self._fired else found

    def _stage(self, wire: Any) -> Self:
        try:
            self._registration.control.decode(wire)
        except (ValueError, TypeError) as error:
            raise errors.cannot_hold(self.kind, self.key, "", wire, error) from error
        self._set = wire
        return self

    @property
    def _registration(self) -> Registration:
        found = self.root.app.registrations.get(self._element.id)
        if found is None:
            raise errors.gone(self.kind, self.key, "")
        return found
