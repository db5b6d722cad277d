"""What pages say to the library: which large code they need, and that they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._jupyter.views import library, modules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jupyter_session_state._jupyter.events import Events


def listen(events: Events) -> None:
    """Answer pages: for code at once, on whatever thread, so that a long run of a script keeps nobody waiting."""

    def heard(content: Mapping[str, Any], _: Sequence[Any]) -> None:
        told = modules.answer(content)
        if told is None:
            events.later(lambda: library().catch_up(content))
        else:
            library().send(told[0], list(told[1]))

    events.route(library(), on_custom=heard)
