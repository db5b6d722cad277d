"""A table on the page that asks for its rows as somebody looks at them."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import ControlView


class Grid(ControlView):
    """The view of `st.dataframe` and `st.data_editor`.

    ``first`` holds the first rows. All others are asked for by messages, which ``source`` answers; it does not
    travel. ``value`` is what is selected, or what was changed where ``options`` lets one edit.
    """

    view: ClassVar[str] = "Grid"

    value = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    first = traitlets.Dict().tag(sync=True)
    total_rows = traitlets.Int(0).tag(sync=True)
    total_columns = traitlets.Int(0).tag(sync=True)
    version = traitlets.Unicode().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
    source: Any = traitlets.Any()
