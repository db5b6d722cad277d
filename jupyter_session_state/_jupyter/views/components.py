"""A component that others made: a page in a frame that hears and says."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class Component(ControlView):
    """A frame that speaks a ``protocol``: that of components of version 1 or 2.

    What it is made of, ``parts`` or the ``page``, makes a new frame when it changes; ``data`` goes into the frame that
    is there. ``value`` is what the frame set. What it fires comes as a message ``{"event": "fire"}``.
    """

    view: ClassVar[str] = "Component"

    value = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    protocol = traitlets.Enum(("v1", "v2"), "v2").tag(sync=True)
    parts = traitlets.Dict().tag(sync=True)
    page = traitlets.Bytes().tag(sync=True)
    data = traitlets.Unicode().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
