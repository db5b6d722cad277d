"""What a chat input hands over when it takes more than text."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyter_session_state.elements.uploaded_file import UploadedFile

_PARTS = ("text", "files", "audio")


class ChatInputValue(MutableMapping[str, Any]):
    """What a user submitted: a text, and what went with it. Mirrors ``streamlit.typing.ChatInputValue``.

    Each part can be read and written as an attribute and as an item; it is there only if the chat input takes
    such a thing.

    Attributes
    ----------
    text
        The text, which may be empty.
    files
        The files, in order; only with ``accept_file``.
    audio
        The recording or None; only with ``accept_audio``.

    Examples
    --------
    >>> said = ChatInputValue("look", files=[])
    >>> said.text, said["files"], "audio" in said
    ('look', [], False)
    """

    text: str
    files: list[UploadedFile]
    audio: UploadedFile | None

    def __init__(self, text: str, **parts: Any) -> None:
        unknown = parts.keys() - set(_PARTS)
        if unknown:
            raise TypeError(f"ChatInputValue has no part {min(unknown)!r}")
        self.__dict__.update(text=text, **parts)
        self.__dict__["_allowed"] = frozenset({"text", *parts})

    def to_dict(self) -> dict[str, Any]:
        """Return the parts as a new dict."""
        return {name: vars(self)[name] for name in _PARTS if name in vars(self)}

    def __getitem__(self, name: str) -> Any:
        return self.to_dict()[name]

    def __setitem__(self, name: str, value: Any) -> None:
        if name not in self._allowed:
            raise KeyError(name)
        self.__dict__[name] = value

    def __delitem__(self, name: str) -> None:
        if name not in self.to_dict():
            raise KeyError(name)
        del self.__dict__[name]

    def __getattr__(self, name: str) -> Any:
        if name in ("files", "audio"):
            raise AttributeError(
                f"this chat input takes no {name}: see accept_file and accept_audio of st.chat_input"
            )
        raise AttributeError(f"ChatInputValue has no attribute {name!r}")

    def __iter__(self) -> Iterator[str]:
        return iter(self.to_dict())

    def __len__(self) -> int:
        return len(self.to_dict())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ChatInputValue) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ChatInputValue({', '.join(f'{name}={value!r}' for name, value in self.to_dict().items())})"
