"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None)  # a loaded machine must not fail a law
settings.load_profile("house")
