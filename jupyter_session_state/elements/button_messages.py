"""What errors about buttons and looks say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors
from jupyter_session_state.elements.messages import shortened


def bad_height(kind: str, height: Any) -> errors.StreamlitInvalidHeightError:
    """For a height that is none."""
    return errors.StreamlitInvalidHeightError(
        f"height of st.{kind} is {height!r}, but must be 'content', 'stretch' or a number of pixels above 0."
    )


def below_nothing(size: float) -> ValueError:
    """For a size that nothing can have."""
    return ValueError(f"{size!r} is no number of pixels: it must not be below 0.")


def bad_icon(kind: str, icon: str) -> errors.StreamlitAPIException:
    """For an icon that is none."""
    return errors.StreamlitAPIException(
        f"icon of st.{kind} is {shortened(icon)}. Use one emoji, or a name such as ':material/thumb_up:'; "
        "shortcodes and addresses of pictures are not supported."
    )


def bad_shortcut(kind: str, shortcut: str, why: str) -> errors.StreamlitAPIException:
    """For keys that cannot be a shortcut."""
    return errors.StreamlitAPIException(
        f"shortcut {shortened(shortcut)} of st.{kind} {why}. Use one key, with or without modifiers: 'K', 'Ctrl+K'."
    )


def no_data(label: str, data: Any) -> errors.StreamlitAPIException:
    """For what cannot be saved as a file."""
    return errors.StreamlitAPIException(
        f"data of st.download_button {label!r} is of type {type(data).__name__}. Pass a str, bytes, a file opened "
        "for reading, or a function that returns one of these."
    )


def no_choices(kind: str, label: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a menu without entries."""
    return errors.StreamlitMissingRequiredParameterError(
        f"st.{kind} {label!r} has no options. Pass at least one."
    )


def equal_labels(kind: str, label: str) -> errors.StreamlitAPIException:
    """For entries of a menu that look alike."""
    return errors.StreamlitAPIException(
        f"Several options of st.{kind} {label!r} have the same label, so that a click could mean each. "
        "Give format_func something that tells them apart."
    )
