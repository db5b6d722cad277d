"""What a test sees of buttons that do more than being clicked, and of chat inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.files import StoredFile, type_problem
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.nodes import Element
from jupyter_session_state._testing.uploads import ANY_TYPE
from jupyter_session_state._testing.widgets import Button, Widget

if TYPE_CHECKING:
    from typing_extensions import Self

    from jupyter_session_state._core import element as core
    from jupyter_session_state._testing.blocks import ElementTree


class DownloadButton(Button):
    """A button that saves a file. `data` and `file_name` are what would be saved."""

    @property
    def data(self) -> bytes:
        """The bytes of the file. Calls the author's function if there is one."""
        with self.root.app.aside():
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

    def stored_wire(self) -> Any:
        """What a browser holds of it while nobody fires it: nothing."""
        return MISSING


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
    """A chat input. What it is given is sent with the next run, text and files together."""

    def __init__(self, element: core.Element, root: ElementTree) -> None:
        super().__init__(element, root)
        self._text: str | None = None
        self._files: list[StoredFile] = []

    @property
    def placeholder(self) -> str:
        """The grey text while it is empty."""
        return str(self._element.props["placeholder"])

    @property
    def value(self) -> Any:
        """The text it was given since the last run, else the one that waits in it, else what it returned in that."""
        if self._text is not None:
            return self._text
        return self._element.props.get("draft", self._registration.returned)

    def set_value(self, value: str | None) -> Self:
        """Give it a text; None takes that back. Files stay as they are.

        Raises
        ------
        AppTestError
            If it is disabled, or no user could type this.
        """
        self._check_enabled()
        if value is not None:
            self._check(value)
        self._text = value
        return self._stage()

    def upload(self, filename: str, content: bytes, mime_type: str = ANY_TYPE) -> Self:
        """Add a file; where one is taken only, it takes the place of the one before.

        Raises
        ------
        AppTestError
            If it is disabled or takes no such file.
        """
        self._check_files()
        if not (isinstance(filename, str) and filename and isinstance(mime_type, str) and mime_type):
            raise errors.no_file(self.kind, self.key, self.label, "filename and mime_type must not be empty.")
        if not isinstance(content, bytes):
            raise errors.no_file(self.kind, self.key, self.label, f"content must be bytes, not {content!r}.")
        problem = type_problem(filename, self._element.props["file_types"])
        if problem is not None:
            raise errors.no_file(self.kind, self.key, self.label, problem)
        before = self._files if self._element.props["multiple"] else []
        self._files = [*before, StoredFile.new(filename, mime_type, content)]
        return self._stage()

    def clear(self) -> Self:
        """Take all files back. A text stays.

        Raises
        ------
        AppTestError
            If it is disabled or takes no files.
        """
        self._check_files()
        self._files = []
        return self._stage()

    def _stage(self) -> Self:
        """Let text and files be sent; with neither, nothing is."""
        text = "" if self._text is None else self._text
        is_empty = self._text is None and not self._files
        self._send(MISSING if is_empty else text, {"text": text, "files": tuple(self._files)})
        return self

    def _check(self, text: Any) -> None:
        try:
            self._registration.control.decode(text)
        except (ValueError, TypeError) as error:
            raise errors.cannot_hold(self.kind, self.key, self.label, text, error) from error

    def _check_enabled(self) -> None:
        if self.disabled:
            raise errors.disabled(self.kind, self.key, self.label)

    def _check_files(self) -> None:
        self._check_enabled()
        if not self._element.props.get("accept_file"):
            why = "it takes no files. Pass accept_file=True, 'multiple' or 'directory'."
            raise errors.no_file(self.kind, self.key, self.label, why)


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
