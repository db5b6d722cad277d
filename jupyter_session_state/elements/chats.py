"""One message of a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state import errors
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages, messages
from jupyter_session_state.elements.icons import checked_icon, is_emoji
from jupyter_session_state.elements.picture_data import Picture, picture_of
from jupyter_session_state.elements.sizes import check_width
from jupyter_session_state.elements.types import Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_PRESETS = {"user": "user", "human": "user", "assistant": "assistant", "ai": "assistant"}


@drawing
def chat_message(
    at: Any,
    name: str,
    *,
    avatar: Any = None,
    width: Width = "stretch",
) -> DeltaGenerator:
    """A message of a chat to draw in, with who says it. Mirrors ``streamlit.chat_message``.

    Parameters
    ----------
    name
        Who: ``"user"``, ``"assistant"``, ``"ai"``, ``"human"``, or any name.
    avatar
        An emoji, ``":material/name:"``, an image, ``"user"`` or ``"assistant"``; else what goes with the name.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If the name is None.
    StreamlitAPIException
        If the avatar is no picture.

    Examples
    --------
    >>> with st.chat_message("assistant"):  # doctest: +SKIP
    ...     st.write("How can I help?")
    """
    if name is None:
        raise messages.no_label("chat_message")
    check_width("chat_message", width)
    if avatar is None and (name.lower() in _PRESETS or is_emoji(name)):
        avatar = name.lower()
    handle: DeltaGenerator = at.nest("chat_message", name_shown=name, avatar=_avatar(at, avatar), width=width)
    return handle


def _avatar(at: Any, avatar: Any) -> Any:
    """Return a preset, an icon, a picture or its address; an empty text for the first letter of the name."""
    if avatar is None or (isinstance(avatar, str) and avatar in _PRESETS):
        return _PRESETS.get(avatar or "", "")
    if isinstance(avatar, str) and (is_emoji(avatar) or avatar.startswith(":material")):
        return checked_icon("chat_message", avatar)
    try:
        return picture_of(at, "chat_message", avatar, Picture(width=128))
    except errors.Error as error:
        raise media_messages.bad_avatar(avatar, error) from error
