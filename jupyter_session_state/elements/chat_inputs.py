"""A field at the foot of the page for what a user says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from jupyter_session_state._core.files import MEGABYTE
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.chat_values import ChatInputValue
from jupyter_session_state.elements.file_types import normalised
from jupyter_session_state.elements.file_values import Files, checked_size
from jupyter_session_state.elements.sizes import checked_height, checked_length
from jupyter_session_state.elements.text_values import admit_text, text_of_wire
from jupyter_session_state.elements.types import (
    Height,
    Key,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)

AcceptFile: TypeAlias = bool | Literal["multiple", "directory"]
SubmitMode: TypeAlias = Literal["submit", "disable", "stop"]
_SOUND = (".wav",)
_RATES = (8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000)


if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.keywords import ChatKeywords


@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    accept_file: Literal[False] = False,
    accept_audio: Literal[False] = False,
    **more: Unpack[ChatKeywords],
) -> str | None: ...
@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    accept_file: Literal[True, "multiple", "directory"],
    accept_audio: bool = False,
    **more: Unpack[ChatKeywords],
) -> ChatInputValue | None: ...
@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    accept_file: bool | Literal["multiple", "directory"] = False,
    accept_audio: Literal[True],
    **more: Unpack[ChatKeywords],
) -> ChatInputValue | None: ...
@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    accept_file: bool | Literal["multiple", "directory"] = False,
    accept_audio: bool = False,
    **more: Unpack[ChatKeywords],
) -> str | ChatInputValue | None: ...
@widget
def chat_input(
    placeholder: str = "Your message",
    *,
    key: Key | None = None,
    max_chars: int | None = None,
    max_upload_size: int | None = None,
    accept_file: AcceptFile = False,
    file_type: str | Sequence[str] | None = None,
    accept_audio: bool = False,
    audio_sample_rate: int | None = 16000,
    disabled: bool = False,
    submit_mode: SubmitMode = "submit",
    on_submit: WidgetCallback | None = None,
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    width: WidthWithoutContent = "stretch",
    height: Height = "content",
) -> Control[str | ChatInputValue | None]:
    """A field for what a user says; returns the text in the run that sending it caused, else None.

    Drawn directly in the main area it stands at the foot of the page. Enter sends, Shift+Enter begins a new line.
    A text that is assigned to its key is put into the field, for the user to send. Mirrors ``streamlit.chat_input``.

    Parameters
    ----------
    placeholder
        A grey text while it is empty; also what it is called for those who cannot see it.
    key
        Its name in session state, where it reads the text during that run.
    max_chars
        How many characters it takes; more are cut off.
    accept_file
        Whether files may go with the text: one (True), ``"multiple"``, or a ``"directory"``. It then returns a
        `ChatInputValue` instead of the text.
    max_upload_size, file_type
        How many megabytes each file may have, and which types are taken, as in `file_uploader`.
    accept_audio, audio_sample_rate
        Whether a recording may go with the text, and its samples per second. It then returns a `ChatInputValue`.
    disabled
        Whether nothing can be sent.
    submit_mode
        What the field does while the run goes on: ``"submit"``: it takes more; ``"disable"``: it waits;
        ``"stop"``: it waits, and its button stops the run.
    on_submit
        Called before that run, with `args` and `kwargs`.
    width, height
        ``"stretch"`` or pixels; a height may also be ``"content"``, to grow with the text.

    Raises
    ------
    StreamlitValueError
        If `accept_file`, `submit_mode`, `max_upload_size` or `audio_sample_rate` is none that is known.
    StreamlitInvalidLayoutContextError
        In a form.

    Examples
    --------
    >>> said = st.chat_input("Say something")  # doctest: +SKIP
    >>> if said:  # doctest: +SKIP
    ...     st.write(f"You said {said}")
    """
    _check(accept_file, submit_mode, audio_sample_rate)
    types, label = normalised(file_type), str(placeholder)
    files = Files("chat_input", label, types, many=True) if accept_file else None
    audio = Files("chat_input", label, _SOUND, many=False) if accept_audio else None
    talk = _Talk(checked_length("chat_input", max_chars), files, audio, single=accept_file is True)
    shown = {"placeholder": label, "submit_mode": submit_mode, "height": checked_height("chat_input", height)}
    limits = _limits(accept_file, types, checked_size(max_upload_size), accept_audio=bool(accept_audio))
    return talk.control({**shown, **limits, "sample_rate": audio_sample_rate})


def _limits(
    accept_file: AcceptFile, types: tuple[str, ...], megabytes: int, *, accept_audio: bool
) -> dict[str, Any]:
    """Return what may come: `types` is about files and recordings, `file_types` about files."""
    if not accept_file and not accept_audio:
        return {}
    multiple = {True: "", "multiple": "files", "directory": "directory"}.get(accept_file, "")
    recordings = _SOUND if accept_audio and (types or not accept_file) else ()
    return {
        "types": (*types, *recordings) if accept_file else recordings,
        "file_types": types,
        "max_size": megabytes * MEGABYTE,
        "multiple": multiple,
        "accept_file": bool(accept_file),
        "accept_audio": accept_audio,
    }


def _sendable(value: Any) -> Any:
    """Pass anything on; of a text, make sure that it can be put into a field."""
    return admit_text(value) if isinstance(value, str) else value


def _check(accept_file: Any, submit_mode: Any, rate: Any) -> None:
    if not isinstance(accept_file, bool) and accept_file not in ("multiple", "directory"):
        raise messages.not_one_of("accept_file", accept_file, "True, False, 'multiple' or 'directory'")
    if submit_mode not in ("submit", "disable", "stop"):
        raise messages.not_one_of("submit_mode", submit_mode, "'submit', 'disable' or 'stop'")
    if rate is not None and rate not in _RATES:
        raise messages.not_one_of("audio_sample_rate", rate, f"one of {', '.join(map(str, _RATES))}, or None")


@dataclass(frozen=True, slots=True)
class _Talk:
    """What may be sent."""

    max_chars: int | None
    files: Files | None
    audio: Files | None
    single: bool  # one file at most

    def control(self, shown: dict[str, Any]) -> Control[str | ChatInputValue | None]:
        """Return the control that sends it."""
        return Control(
            "ChatInput",
            None,
            {**shown, "max_chars": self.max_chars},
            decode=self.decode,
            admit=_sendable,
            trigger=True,
            at_rest=None,
            in_form="refused",
            modes=False,
            pinned=True,
            identity_with_key=("accept_file", "file_type", "max_chars", "max_upload_size"),
        )

    def decode(self, wire: Any) -> str | ChatInputValue:
        """Return the text, or the text with what went along."""
        sent = dict(wire) if isinstance(wire, Mapping) else {"text": wire}
        text = text_of_wire(sent.get("text", ""))
        text = text[: self.max_chars] if self.max_chars else text
        parts = {"files": self.files, "audio": self.audio}
        taken = {name: self._part(name, part, sent) for name, part in parts.items() if part is not None}
        return ChatInputValue(text, **taken) if taken else text

    def _part(self, name: str, part: Files, sent: Mapping[str, Any]) -> Any:
        files = sent.get(name, ())
        value = part.decode(files)
        if len(files) > 1 and (self.single or not part.many):
            raise ValueError(f"expected one file, not {len(files)}")
        return value
