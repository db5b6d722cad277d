"""Sounds, films and subtitles as bytes with their type, or as addresses."""

from __future__ import annotations

import io
import mimetypes
import re
import sys
import wave
from pathlib import Path
from typing import Any

from jupyter_session_state._core.element import Blob
from jupyter_session_state.elements import media_messages, messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.file_paths import is_file, read_bytes

_YOUTUBE = re.compile(
    r"(?:https?:)?//(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#\s]*&)?v=|embed/|v/|e/|shorts/)|youtu\.be/)"
    r"(?P<id>[\w-]{10,20})"
)
_SRT_TIME = re.compile(r"(\d{2}:\d{2}:\d{2}),(\d{3})")
_CUE = re.compile(r"\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}\s*-->")
_MIME = re.compile(r"(?:audio|video|application)/[\w.+-]+(?:\s*;\s*[\w-]+=\"?[\w., -]+\"?)*")


def youtube_page(data: Any, start: int) -> str | None:
    """Return the page of a film of YouTube; None for what is none."""
    found = _YOUTUBE.match(data) if isinstance(data, str) else None
    return (
        None
        if found is None
        else f"https://www.youtube.com/watch?v={found['id']}" + (f"&t={start}" if start else "")
    )


def media_of(at: Any, kind: str, data: Any, format: str) -> Blob | str | None:
    """Return bytes with their type, an address, or None for nothing.

    Raises
    ------
    StreamlitAPIException
        If it cannot be read.
    StreamlitInvalidParameterTypeError
        If it is of another type.
    """
    if data is None:
        return None
    if isinstance(data, str) and _is_address(data) and not is_file(at, data):
        return data
    if isinstance(data, (str, Path)):
        return Blob(read_bytes(at, kind, data), _mime(format, str(data), kind))
    content = _bytes_of(kind, data)
    media_messages.check_size(kind, len(content))
    return Blob(content, _mime(format, "", kind))


def _is_address(text: str) -> bool:
    return is_address(text, "http", "https", "data") or text.startswith("/app/static/")


def _mime(format: str, name: str, kind: str) -> str:
    """Return the type of a file by its name, else the one that was given; it must be one for a player."""
    guessed = mimetypes.guess_type(name)[0] or ""
    usual = f"{kind}/{'wav' if kind == 'audio' else 'mp4'}"
    wanted = guessed if guessed.startswith(("audio/", "video/")) and format == usual else str(format)
    return wanted if _MIME.fullmatch(wanted) else usual


def _bytes_of(kind: str, data: Any) -> bytes:
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(data, "getvalue"):
        return bytes(data.getvalue())
    if hasattr(data, "read"):
        if data.seekable():
            data.seek(0)
        return bytes(data.read() or b"")
    raise messages.wrong_type(kind, "data", data, "a str, a Path, bytes, a file or an array")


def wav_of(samples: Any, rate: int) -> Blob:
    """Return an array of samples as a WAV file, as loud as can be.

    Raises
    ------
    StreamlitAPIException
        If it has more than two dimensions.
    """
    numpy = sys.modules["numpy"]
    numbers = numpy.nan_to_num(numpy.asarray(samples, dtype=float))
    if numbers.ndim not in (1, 2):
        raise media_messages.bad_rank(numbers.ndim)
    channels = 1 if numbers.ndim == 1 else numbers.shape[0]
    loudest = float(numpy.max(numpy.abs(numbers))) if numbers.size else 0.0
    scaled = (numbers.T.ravel() / (loudest or 1.0) * 32767).astype("<i2")
    media_messages.check_size("audio", scaled.nbytes)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(max(1, channels))
        out.setsampwidth(2)
        out.setframerate(int(rate))
        out.writeframes(scaled.tobytes())
    return Blob(file.getvalue(), "audio/wav")


def subtitles_of(at: Any, subtitles: Any) -> tuple[tuple[str, Blob], ...]:
    """Return subtitles with their labels, as browsers read them.

    Raises
    ------
    StreamlitAPIException
        If they cannot be read.
    """
    if not subtitles:
        return ()
    tracks = subtitles.items() if isinstance(subtitles, dict) else [("default", subtitles)]
    return tuple((str(label or ""), _track(at, str(label), track)) for label, track in tracks)


def _track(at: Any, label: str, track: Any) -> Blob:
    try:
        return Blob(_webvtt(_text(at, track)).encode(), "text/vtt")
    except Exception as error:
        raise media_messages.bad_subtitle(label, error) from error


def _text(at: Any, track: Any) -> str:
    if isinstance(track, Path) or (isinstance(track, str) and is_file(at, track)):
        return read_bytes(at, "video", track).decode("utf-8-sig")
    if isinstance(track, str):
        return track
    return _bytes_of("video", track).decode("utf-8-sig")


def _webvtt(text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if text.startswith("WEBVTT"):
        return text
    if not _CUE.search(text):
        raise ValueError("No times such as 00:00:01,000 --> 00:00:02,000 are in it.")
    return "WEBVTT\n\n" + _SRT_TIME.sub(r"\1.\2", text)
