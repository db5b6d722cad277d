"""The input that sends files: chosen, dropped, photographed or recorded."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class Upload(ControlView):
    """A place to choose files or drop them; with a ``device`` also to make them.

    ``value`` lists the files that arrived, as ``{"id", "name", "type", "size"}``; their bytes travel as binary
    buffers of custom messages (see `jupyter_session_state._core.uploads`), never in a trait.
    """

    view: ClassVar[str] = "Upload"

    value = traitlets.List(traitlets.Dict()).tag(sync=True)
    types = traitlets.List(traitlets.Unicode()).tag(sync=True)
    max_size = traitlets.Int().tag(sync=True)
    multiple = traitlets.Enum(("", "files", "directory"), "").tag(sync=True)
    device = traitlets.Enum(("", "camera", "microphone"), "").tag(sync=True)
    height = traitlets.Int(None, allow_none=True).tag(sync=True)
    sample_rate = traitlets.Int(None, allow_none=True).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
