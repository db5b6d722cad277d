"""Short messages that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.types import SupportsStr, text_of

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_SECONDS = {"short": 4, "long": 10, "infinite": 0}


@drawing
def toast(
    at: Any,
    body: SupportsStr,
    *,
    icon: str | None = None,
    duration: Literal["short", "long", "infinite"] | int = "short",
) -> DeltaGenerator:
    """A short message in a corner of the app, which goes by itself. Mirrors ``streamlit.toast``.

    Parameters
    ----------
    body
        What it says, as Markdown.
    icon
        An emoji, or ``":material/name:"``.
    duration
        Seconds, ``"short"`` (4), ``"long"`` (10), or ``"infinite"``: until it is dismissed.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is nothing to say.
    StreamlitValueError
        If `duration` is none of these.

    Examples
    --------
    >>> message = st.toast("Reading the archive")  # doctest: +SKIP
    >>> message.toast("Done", icon="🎉")  # doctest: +SKIP
    """
    if str(body) == "":
        raise messages.no_body("toast")
    run = at.run
    plain = at is run.here()
    place = run.app.kernel.handle(run.roots["event"]) if plain else at
    # Each run shows its toasts anew, also those that say what the last run's said.
    run.urgent = True
    props = {
        "body": text_of(body),
        "icon": checked_icon("toast", icon),
        "duration": _seconds(duration),
        "run": run.app.starts,
    }
    return cast("DeltaGenerator", place.emit(Element("toast", props)))


def _seconds(duration: Any) -> int:
    """Return how long a toast stays; 0 for until it is dismissed."""
    if isinstance(duration, str) and duration in _SECONDS:
        return _SECONDS[duration]
    if isinstance(duration, int) and duration > 0:
        return int(duration)
    raise messages.not_one_of(
        "duration", duration, "'short', 'long', 'infinite' or a number of seconds above 0"
    )
