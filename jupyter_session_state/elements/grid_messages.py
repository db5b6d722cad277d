"""What errors about grids say."""

from __future__ import annotations

from jupyter_session_state import errors


def no_wrap() -> errors.StreamlitIncompatibleParametersError:
    """For columns that must stay side by side, however many they are."""
    return errors.StreamlitIncompatibleParametersError(
        "st.grid cannot have columns='auto' together with wrap=False: without wrapping it needs a number of columns, "
        "as in st.grid(3, wrap=False)."
    )
