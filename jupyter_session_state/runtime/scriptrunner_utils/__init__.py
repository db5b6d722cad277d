"""Where some scripts find what lets threads draw."""
