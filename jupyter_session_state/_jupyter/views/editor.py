"""A table whose cells can be edited."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from jupyter_session_state._jupyter.views.bundle import View


class DataEditor(View):
    """Rows of cells that are edited in place, with rows to add and to delete.

    Each column has a ``name``, a ``label``, a ``field`` that says what edits it, whether it is ``editable``, and
    ``options`` where there is a choice. ``value`` tells what was changed of ``rows``.
    """

    view: ClassVar[str] = "DataEditor"

    value = traitlets.Dict().tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    rows = traitlets.List(traitlets.List()).tag(sync=True)
    total_rows = traitlets.Int(0).tag(sync=True)
    adding = traitlets.Bool(False).tag(sync=True)
    deleting = traitlets.Bool(False).tag(sync=True)
    names_rows = traitlets.Bool(False).tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    placeholder = traitlets.Unicode().tag(sync=True)
    height = traitlets.Int(0).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
