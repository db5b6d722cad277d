"""What a test sees of inputs that take files, and how it plays their user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from jupyter_session_state._core.files import StoredFile
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing import errors
from jupyter_session_state._testing.widgets import Widget

if TYPE_CHECKING:
    from typing_extensions import Self

File: TypeAlias = tuple[str, bytes, str]
"""Name, contents and MIME type."""

ANY_TYPE = "application/octet-stream"


class Files(Widget):
    """An input that takes files. Its `value` is that of the last run, also after `set_value`."""

    @property
    def value(self) -> Any:
        """What the script got in the last run."""
        return self._stored()

    def clear(self) -> Self:
        """Remove what is there."""
        return self._stage(())

    def _stage(self, files: Sequence[StoredFile]) -> Self:
        self._send(files, tuple(files))
        return self


class FileUploader(Files):
    """A file uploader."""

    @property
    def accept_multiple_files(self) -> bool:
        """Whether it takes several files."""
        return bool(self._element.props["multiple"])

    @property
    def accept_directory(self) -> bool:
        """Whether it takes directories."""
        return bool(self._element.props["multiple"] == "directory")

    @property
    def allowed_type(self) -> list[str]:
        """Extensions and MIME types it takes; none for all."""
        return list(self._element.props["types"])

    def set_value(self, value: File | Sequence[File] | None) -> Self:
        """Let the user's files be exactly these.

        Parameters
        ----------
        value
            A file as name, contents and MIME type; several of them; or None for no file.

        Raises
        ------
        AppTestError
            If it is disabled.
        """
        if value is None:
            return self.clear()
        files: Any = [value] if isinstance(value, tuple) and isinstance(value[0], str) else value
        return self._stage([StoredFile.new(name, mime, bytes(data)) for name, data, mime in files])

    def upload(self, filename: str, content: bytes, mime_type: str = ANY_TYPE) -> Self:
        """Add a file to those given since the last run."""
        before = () if self.staged is MISSING else self.staged
        return self._stage([*before, StoredFile.new(filename, mime_type, bytes(content))])


class Recorder(Files):
    """An input that makes one file of one type itself."""

    extension: ClassVar[str]
    mime: ClassVar[str]

    def set_value(self, value: File | None) -> Self:
        """Record this, or nothing.

        Parameters
        ----------
        value
            Name, contents and MIME type; or None.

        Raises
        ------
        AppTestError
            If it is disabled, or that is no file of its type.
        """
        if value is None:
            return self.clear()
        if not self._makes(value):
            raise errors.cannot_record(self._element.kind, self.key, self.label, self.extension, self.mime)
        name, data, _ = value
        return self._stage([StoredFile.new(name, self.mime, bytes(data))])

    def upload(self, filename: str, content: bytes, mime_type: str | None = None) -> Self:
        """Record this, in place of what was recorded."""
        return self.set_value((filename, content, self.mime if mime_type is None else mime_type))

    def _makes(self, value: Any) -> bool:
        if not isinstance(value, tuple) or len(value) != 3:
            return False
        name, data, mime = value
        if not (isinstance(name, str) and isinstance(data, (bytes, bytearray)) and isinstance(mime, str)):
            return False
        return name.lower().endswith(self.extension) and mime.lower() == self.mime


class CameraInput(Recorder):
    """A camera."""

    extension = ".jpg"
    mime = "image/jpeg"

    @property
    def resolution(self) -> str | None:
        """The height it asks for, as given."""
        height = self._element.props["height"]
        return None if height is None else f"{height}p"


class AudioInput(Recorder):
    """A microphone."""

    extension = ".wav"
    mime = "audio/wav"

    @property
    def sample_rate(self) -> int | None:
        """Samples per second, as given."""
        rate: int | None = self._element.props["sample_rate"]
        return rate


UPLOADS: dict[str, type[Widget]] = {
    "file_uploader": FileUploader,
    "camera_input": CameraInput,
    "audio_input": AudioInput,
}
"""The kinds of this module."""
