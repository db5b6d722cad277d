"""Photos and recordings, made in the browser."""

from __future__ import annotations

import operator
from typing import Literal, TypeAlias

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.file_values import MAX_SIZE, files
from jupyter_session_state.elements.types import (
    Key,
    LabelVisibility,
    OnChangeMode,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    WidthWithoutContent,
)
from jupyter_session_state.elements.uploaded_file import UploadedFile

Resolution: TypeAlias = Literal["480p", "720p", "1080p"]

HEIGHTS = {None: None, "480p": 480, "720p": 720, "1080p": 1080}
SAMPLE_RATES = frozenset((8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000))


@widget
def camera_input(
    label: str,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    resolution: Resolution | None = None,
    width: WidthWithoutContent = "stretch",
) -> Control[UploadedFile | None]:
    """A camera; returns the photo as an `UploadedFile` with a JPEG picture, or None.

    Where the browser gives no camera, a picture can be chosen instead. Mirrors ``streamlit.camera_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    key
        Its name in session state, which cannot be assigned.
    on_change
        Called with `args` and `kwargs` after a photo was taken or removed, before the script runs.
    resolution
        The height of the picture that the camera is asked for.

    Raises
    ------
    StreamlitValueError
        If `resolution` is none of those.

    Examples
    --------
    >>> photo = st.camera_input("Your face")  # doctest: +SKIP
    """
    if resolution not in HEIGHTS:
        raise messages.not_one_of("resolution", resolution, "'480p', '720p', '1080p' or None")
    height = HEIGHTS[resolution]
    return files("camera_input", label, (".jpg",), MAX_SIZE, device="camera", height=height)


@widget
def audio_input(
    label: str,
    *,
    sample_rate: int | None = 16000,
    key: Key | None = None,
    help: str | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: WidthWithoutContent = "stretch",
) -> Control[UploadedFile | None]:
    """A microphone; returns the recording as an `UploadedFile` with WAV audio, or None.

    Where the browser gives no microphone, a recording can be chosen instead. Mirrors ``streamlit.audio_input``.

    Parameters
    ----------
    label
        What it says, as Markdown.
    sample_rate
        Samples per second: 8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000, or None for what the
        browser likes best.
    key
        Its name in session state, which cannot be assigned.
    on_change
        Called with `args` and `kwargs` after something was recorded or removed, before the script runs.

    Raises
    ------
    StreamlitValueError
        If `sample_rate` is none of those.

    Examples
    --------
    >>> voice = st.audio_input("Say something")  # doctest: +SKIP
    """
    if sample_rate is not None and sample_rate not in SAMPLE_RATES:
        allowed = ", ".join(map(str, sorted(SAMPLE_RATES)))
        raise messages.not_one_of("sample_rate", sample_rate, f"one of {allowed}, or None")
    rate = None if sample_rate is None else operator.index(sample_rate)
    return files("audio_input", label, (".wav",), MAX_SIZE, device="microphone", sample_rate=rate)
