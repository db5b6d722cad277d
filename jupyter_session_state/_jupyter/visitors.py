"""Whether whoever uses a page may execute code in its kernel; if not, much is neither told nor done."""

from __future__ import annotations

import os

VOILA = "VOILA_PREHEAT"
"""What Voilà gives every kernel. One that it started before anybody came has no `SERVER_SOFTWARE`."""


def are_here() -> bool:
    """Whether pages of this kernel are for visitors, who may open comms and send messages, but execute nothing.

    They must not see the state of the author's program, nor set it, nor read its text.
    """
    return VOILA in os.environ or os.environ.get("SERVER_SOFTWARE", "").lower().startswith("voila")
