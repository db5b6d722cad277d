"""What a test sees of buttons that do more than being clicked, and of chat inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.nodes import Element
from jupyter_session_state._testing.widgets import Button, Widget

if TYPE_CHECKING:
    from typing_extensions import Self


class DownloadButton(Button):
    """A button that saves a file. `data` and `file_name` are what would be saved."""

    @property
    def data(self) -> bytes:
        """The bytes of the file. Calls the author's function if there is one."""
        content: bytes = self._registration.control.served.content
        return content

    @property
    def file_name(self) -> str:
        """The name it would be saved under."""
        return str(self._registration.control.served.file_name)


class Trigger(Widget):
    """An input whose value lasts one run."""

    @property
    def value(self) -> Any:
        """What it was given since the last run, else what it returned in that."""
        return self._registration.returned if self.staged is MISSING else self.staged

    def set_value(self, value: Any) -> Self:
        """Fire with `value`; None takes that back.

        Raises
        ------
        AppTestError
            If it is disabled, or no user could choose this value.
        """
        self._send(MISSING if value is None else value, None if value is None else self._to_wire(value))
        return self


class MenuButton(Trigger):
    """A button with a menu. `options` are the labels of its entries."""

    @property
    def options(self) -> list[str]:
        """The labels, as they are shown."""
        return list(self._element.props["options"])

    def click(self, value: Any) -> Self:
        """Choose the entry with this value."""
        return self.set_value(value)

    def click_index(self, index: int) -> Self:
        """Choose the entry at this position."""
        return self.set_value(self._registration.control.decode(self.options[index]))


class ChatInput(Trigger):
    """A chat input. Giving it a value sends that."""

    def _to_wire(self, value: Any) -> Any:
        try:
            self._registration.control.decode(value)
        except (ValueError, TypeError) as error:
            raise errors.cannot_hold(self.kind, self.key, self.label, value, error) from error
        return value


class LinkButton(Element):
    """A button that opens an address. A test opens none."""

    @property
    def value(self) -> str:
        """Its label."""
        return str(self._element.props["label"])

    def __getattr__(self, name: str) -> Any:
        if name in ("set_value", "click"):
            raise errors.opens_address(self.value, name)
        return super().__getattr__(name)


BUTTONS: dict[str, type[Any]] = {
    "download_button": DownloadButton,
    "menu_button": MenuButton,
    "chat_input": ChatInput,
    "link_button": LinkButton,
}
"""The kinds that these classes are for."""
