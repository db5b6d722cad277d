"""What errors say of the past of an app, and of asking for it."""

from __future__ import annotations

from collections.abc import Sequence

from jupyter_session_state import errors
from jupyter_session_state._core.sentence import Sentence


def nothing_to(verb: str, name: str) -> errors.StreamlitAPIException:
    """For an undo before anything happened, a redo after nothing was undone."""
    return errors.StreamlitAPIException(f"There is nothing to {verb} in the app {name!r}.")


def not_inside_a_run(verb: str, name: str) -> errors.StreamlitAPIException:
    """For asking that in a script or a callback."""
    return errors.StreamlitAPIException(
        f"{verb}() of the app {name!r} was called while an app runs. Call it in another cell; "
        "in a script, assign st.session_state, or call st.rerun()."
    )


def no_app(name: str, known: Sequence[str]) -> Sentence:
    """Words for a name that no app has."""
    return Sentence(f"There is no app {name!r}. Apps: {', '.join(known) or 'none yet'}.")


def no_script(name: str) -> errors.StreamlitAPIException:
    """For a test of an app that never ran."""
    return errors.StreamlitAPIException(f"The app {name!r} has not run yet: there is nothing to record.")
