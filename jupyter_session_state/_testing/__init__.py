"""The parts of `jupyter_session_state.testing`."""
