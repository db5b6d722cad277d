"""What errors about components of others say: one builder per message, named after the situation."""

from __future__ import annotations

from collections.abc import Iterable

from jupyter_session_state import errors


def bad_part(name: str, part: str, value: object) -> errors.StreamlitInvalidParameterTypeError:
    """For HTML, CSS or JavaScript that is no text."""
    return errors.StreamlitInvalidParameterTypeError(
        f"{part} of the component {name!r} must be a str or None, not {type(value).__name__}."
    )


def bad_callback_name(name: str) -> errors.BidiComponentInvalidCallbackNameError:
    """For a callback of nothing."""
    return errors.BidiComponentInvalidCallbackNameError(
        f"{name} names no value: write on_NAME_change, where NAME is what the component sets."
    )


def bad_default(name: str, known: Iterable[str]) -> errors.BidiComponentInvalidDefaultKeyError:
    """For a default of what has no callback."""
    listed = ", ".join(repr(other) for other in known) or "none"
    return errors.BidiComponentInvalidDefaultKeyError(
        f"default has {name!r}, for which there is no on_{name}_change; there are callbacks for: {listed}. "
        f"Add on_{name}_change=lambda: None."
    )


def no_data(name: str, why: object) -> errors.BidiComponentUnserializableDataError:
    """For data that cannot travel."""
    return errors.BidiComponentUnserializableDataError(
        f"data of the component {name!r} cannot be sent to its page: {why}. Pass what JSON knows, bytes or a table."
    )


class MarshallComponentException(errors.StreamlitAPIException):
    """Something that a component of version 1 is given cannot be sent to its page."""


def nameless(name: str, value: object) -> MarshallComponentException:
    """For an argument without a name."""
    return MarshallComponentException(
        f"The component {name!r} takes arguments by name alone; give {repr(value)[:100]} one: name={repr(value)[:100]}."
    )


def no_argument(name: str, why: object) -> MarshallComponentException:
    """For an argument that cannot travel."""
    return MarshallComponentException(
        f"An argument of the component {name!r} cannot be sent to its page: {why}. Pass what JSON knows, bytes or a "
        "table."
    )


def bad_address(name: str, url: object) -> errors.StreamlitAPIException:
    """For an address that is none."""
    return errors.StreamlitAPIException(
        f"url of the component {name!r} is {str(url)[:200]!r}; write one that begins with http:// or https://."
    )


def no_page(name: str, path: str) -> errors.StreamlitAPIException:
    """For a folder without a page."""
    return errors.StreamlitAPIException(
        f"The component {name!r} has no index.html in {path!r}. path is the folder of what its build made."
    )


def outside(name: str, path: str, file: str) -> errors.StreamlitAPIException:
    """For a file that is not the component's."""
    return errors.StreamlitAPIException(
        f"The page of the component {name!r} names {file!r}, which leads out of its folder {path!r}. "
        "Put the file there."
    )


def too_large(name: str, path: str, most: int) -> errors.StreamlitAPIException:
    """For files that are too many."""
    return errors.StreamlitAPIException(
        f"The files of the component {name!r} in {path!r} have more than {most // 2**20} MB, the most that is sent to "
        "a page."
    )


def broken_page(name: str, path: str, why: object) -> errors.StreamlitAPIException:
    """For a page that cannot be put together."""
    return errors.StreamlitAPIException(f"The component {name!r} in {path!r} cannot be shown: {why}.")
