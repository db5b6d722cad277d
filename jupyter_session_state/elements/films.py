"""Sounds and films."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from jupyter_session_state._core.durations import seconds
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages
from jupyter_session_state.elements.film_data import media_of, subtitles_of, wav_of, youtube_page
from jupyter_session_state.elements.picture_data import is_array
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import WidthWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

MediaTime: TypeAlias = int | float | timedelta | str


@drawing
def audio(
    at: Any,
    data: Any,
    format: str = "audio/wav",
    start_time: MediaTime = 0,
    *,
    sample_rate: int | None = None,
    end_time: MediaTime | None = None,
    loop: bool = False,
    autoplay: bool = False,
    alt: str | None = None,
    width: WidthWithoutContent = "stretch",
) -> DeltaGenerator:
    """A sound with a player. Mirrors ``streamlit.audio``.

    Parameters
    ----------
    data
        A path, a URL, bytes, a file, or an array of samples: one row for each channel.
    format
        The MIME type of bytes.
    start_time, end_time
        Where it begins and ends: seconds, a timedelta, or a text such as ``"1m30s"``.
    sample_rate
        Samples per second, which an array needs.
    alt
        What is heard, for those who cannot hear it.

    Raises
    ------
    StreamlitAPIException
        If it cannot be read, or the times do not fit.
    StreamlitMissingRequiredParameterError
        If the rate of an array is missing.

    Examples
    --------
    >>> st.audio(np.sin(440 * 6.28 * np.arange(44100) / 44100), sample_rate=44100)  # doctest: +SKIP
    """
    is_samples = is_array(data)
    if is_samples and sample_rate is None:
        raise media_messages.no_rate()
    props = _common("audio", start_time, end_time, loop=loop, autoplay=autoplay, alt=alt, width=width)
    source = wav_of(data, sample_rate or 1) if is_samples else media_of(at, "audio", data, format)
    handle: DeltaGenerator = at.emit(Element("audio", {**props, "source": source}))
    return handle


@drawing
def video(
    at: Any,
    data: Any,
    format: str = "video/mp4",
    start_time: MediaTime = 0,
    *,
    subtitles: Any = None,
    end_time: MediaTime | None = None,
    loop: bool = False,
    autoplay: bool = False,
    muted: bool = False,
    alt: str | None = None,
    width: WidthWithoutContent = "stretch",
) -> DeltaGenerator:
    """A film with a player. Mirrors ``streamlit.video``.

    One of YouTube is a link, since its player does not work in a frame that is cut off from the notebook.

    Parameters
    ----------
    data
        A path, a URL, bytes or a file.
    format
        The MIME type of bytes.
    start_time, end_time
        Where it begins and ends: seconds, a timedelta, or a text such as ``"1m30s"``.
    subtitles
        A file of type .srt or .vtt, its text or bytes; or several by language.
    muted
        Whether it is silent; browsers begin by themselves only with those.
    alt
        What is seen, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If it cannot be read, or the times do not fit.

    Examples
    --------
    >>> st.video("trip.mp4", start_time="1m30s", subtitles="trip.vtt")  # doctest: +SKIP
    """
    props = _common("video", start_time, end_time, loop=loop, autoplay=autoplay, alt=alt, width=width)
    page = youtube_page(data, props["start"])
    if page and subtitles:
        raise media_messages.no_subtitles_there()
    source = page or media_of(at, "video", data, format)
    told = {"source": source, "muted": bool(muted), "page": bool(page)}
    handle: DeltaGenerator = at.emit(
        Element("video", {**props, **told, "subtitles": subtitles_of(at, subtitles)})
    )
    return handle


def _common(kind: str, start: Any, end: Any, *, width: Any, alt: Any, **flags: Any) -> dict[str, Any]:
    check_full_width(kind, width)
    first = _time(kind, "start_time", start)
    last = None if end is None else _time(kind, "end_time", end)
    if first < 0 or (last is not None and last <= first):
        raise media_messages.bad_times(kind, first, last)
    flags = {name: bool(value) for name, value in flags.items()}
    return {"start": first, "end": last, "width": width, "alt": None if alt is None else str(alt), **flags}


def _time(kind: str, parameter: str, value: Any) -> int:
    try:
        if isinstance(value, timedelta):
            return int(value.total_seconds())
        return int(seconds(value)) if isinstance(value, str) else int(value)
    except (TypeError, ValueError, OverflowError):
        raise media_messages.bad_time(kind, parameter, value) from None
