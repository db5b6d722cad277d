"""A chart, which a library in the browser draws."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class Chart(ControlView):
    """A chart in the language of ``engine``: ``spec`` describes it, ``data`` are its tables or pictures.

    ``value`` is what is selected, by the names in ``options["modes"]``. Nothing that came once comes again: each of
    these is sent when it changed.
    """

    view: ClassVar[str] = "Chart"

    value = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    engine = traitlets.Unicode().tag(sync=True)
    spec = traitlets.Unicode().tag(sync=True)
    data = traitlets.Bytes().tag(sync=True)
    theme = traitlets.Unicode().tag(sync=True)
    points = traitlets.Int(0).tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
