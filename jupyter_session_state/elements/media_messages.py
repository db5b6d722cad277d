"""What errors about pictures, sounds, films and frames say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors

LARGEST = 200 * 1024 * 1024
"""Bytes of one picture, sound or film: more would only make page and kernel slow."""


def check_size(kind: str, size: int, name: str = "") -> None:
    """Raise unless something is small enough to be sent to a page.

    Raises
    ------
    StreamlitAPIException
        If it is too large.
    """
    if size > LARGEST:
        named = f" {name!r}" if name else ""
        raise errors.StreamlitAPIException(
            f"st.{kind} was given{named} {size / 2**20:,.0f} MB; {LARGEST // 2**20} MB is the most that is sent to a "
            "page. Make it smaller, or pass a URL."
        )


def unreadable(kind: str, path: str, error: Exception) -> errors.MediaFileStorageError:
    """For a file that is not there, or is none."""
    why = getattr(error, "strerror", None) or str(error)
    return errors.MediaFileStorageError(
        f"st.{kind} cannot read the file {path!r}: {why}. Paths start beside the script."
    )


class NeedsPackageError(errors.StreamlitAPIException):
    """Something cannot be shown without a package; the script goes on without it."""


def needs(kind: str, what: str, package: str, install: str = "") -> NeedsPackageError:
    """For a package that is not installed."""
    return NeedsPackageError(
        f"st.{kind} needs {package} for {what}, which is not installed here: pip install {install or package}"
    )


def no_picture(kind: str, why: object) -> errors.StreamlitAPIException:
    """For bytes that are no picture."""
    return errors.StreamlitAPIException(f"st.{kind} was given something that is no picture: {why}")


def bad_dimensions(shape: tuple[int, ...]) -> errors.StreamlitValueError:
    """For an array with too few or too many dimensions."""
    return errors.StreamlitValueError(
        f"An array for st.image has 2 dimensions (grey), or 3 with the channels last; this one has the shape {shape}."
    )


def bad_channels(shape: tuple[int, ...]) -> errors.StreamlitAPIException:
    """For an array whose last dimension are no channels."""
    return errors.StreamlitAPIException(
        f"The last dimension of an array for st.image must be 1, 3 or 4 channels, but its shape is {shape}. If the "
        "channels come first, pass array.transpose(1, 2, 0)."
    )


def out_of_range(low: Any, high: Any, most: Any) -> errors.StreamlitAPIException:
    """For an array whose values are no colours."""
    return errors.StreamlitAPIException(
        f"The array for st.image has values from {low} to {high}; they must be from 0 to {most}. Scale them, or pass "
        "clamp=True to cut off what is outside."
    )


def bgr_needs_channels(shape: tuple[int, ...]) -> errors.StreamlitAPIException:
    """For channels to swap that are not there."""
    return errors.StreamlitAPIException(
        f"channels='BGR' of st.image needs an array with three channels, but its shape is {shape}."
    )


def count_differs(what: str, count: int, images: int) -> errors.StreamlitAPIException:
    """For captions that do not go with the pictures."""
    return errors.StreamlitAPIException(
        f"st.image was given {count} {what} for {images} images. Pass one for each, or none."
    )


def one_link(count: int) -> errors.StreamlitAPIException:
    """For a link on several pictures."""
    return errors.StreamlitAPIException(
        f"link of st.image goes with one image, but there are {count}. Call st.image for each."
    )


def bad_times(kind: str, start: Any, end: Any) -> errors.StreamlitAPIException:
    """For an end before the start."""
    return errors.StreamlitAPIException(
        f"st.{kind} cannot play from {start} to {end} seconds: the end must come after the start, which is 0 or more."
    )


def bad_time(kind: str, parameter: str, value: Any) -> errors.StreamlitAPIException:
    """For a time that cannot be read."""
    return errors.StreamlitAPIException(
        f"{parameter} of st.{kind} is {value!r}, which is no time. Pass seconds, a timedelta, or a text such as "
        "'1m30s'."
    )


def bad_rank(dimensions: int) -> errors.StreamlitAPIException:
    """For sound in too many dimensions."""
    return errors.StreamlitAPIException(
        "An array for st.audio has one dimension, or two with one row for each channel; this one has "
        f"{dimensions} dimensions."
    )


def no_rate() -> errors.StreamlitMissingRequiredParameterError:
    """For samples without a rate."""
    return errors.StreamlitMissingRequiredParameterError(
        "st.audio needs sample_rate for an array: how many samples are one second."
    )


def bad_subtitle(label: str, error: Exception) -> errors.StreamlitAPIException:
    """For subtitles that cannot be read."""
    return errors.StreamlitAPIException(
        f"The subtitles {label!r} of st.video cannot be used: {error} They are files of the type .srt or .vtt, or "
        "their text."
    )


def no_subtitles_there() -> errors.StreamlitIncompatibleParametersError:
    """For subtitles of a film that another site shows."""
    return errors.StreamlitIncompatibleParametersError(
        "st.video cannot put subtitles on a film of YouTube. Leave out subtitles."
    )


def bad_avatar(value: Any, error: Exception) -> errors.StreamlitAPIException:
    """For an avatar that is none."""
    shown = repr(value)[:100]
    return errors.StreamlitAPIException(
        f"avatar of st.chat_message is {shown}, which is no picture ({error}). Pass 'user', 'assistant', an emoji, "
        "':material/name:', or an image."
    )


def bad_logo(parameter: str, error: Exception) -> errors.StreamlitAPIException:
    """For a logo that is none."""
    return errors.StreamlitAPIException(
        f"{parameter} of st.logo is no picture: {error} Pass an image, its path or URL, an emoji, or "
        "':material/name:'."
    )


def bad_link(kind: str, link: Any, schemes: str) -> errors.StreamlitInvalidURLError:
    """For an address that is none."""
    return errors.StreamlitInvalidURLError(
        f"{str(link)[:200]!r} of st.{kind} is no address; it must begin with {schemes}."
    )


def no_pdf() -> errors.StreamlitAPIException:
    """For bytes that are no PDF."""
    return errors.StreamlitAPIException("st.pdf was given something that does not begin as a PDF does.")
