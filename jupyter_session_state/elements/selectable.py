"""A table of data in which something can be selected, as an input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.grid_data import GridData
from jupyter_session_state.elements.selections import DataframeState, Rules, encode
from jupyter_session_state.elements.types import Key, OnChangeMode, WidgetCallback

COUNTS = ("data", "width", "height", "row_height", "placeholder", "alt")


@widget
def dataframe(
    props: Mapping[str, Any],
    *,
    selection_mode: tuple[str, ...],
    selection_default: Mapping[str, Any] | None = None,
    key: Key | None = None,
    on_select: OnChangeMode | WidgetCallback = "rerun",
) -> Control[DataframeState]:
    """Draw `st.dataframe` with a selection; what it shows is worked out already.

    Parameters
    ----------
    props
        What its view shows.
    selection_mode
        What can be selected.
    selection_default
        What is selected at first.
    key
        Its name in session state.
    on_select
        What happens then.
    """
    data: GridData = props["grid"].value
    rules = Rules(
        selection_mode, data.grid.total_rows, frozenset(c.name for c in data.columns if not c.is_index)
    )
    return Control(
        view="Grid",
        default=rules.check(selection_default or DataframeState.of()),
        props={**props, "selection_mode": selection_mode},
        decode=rules.decode,
        encode=encode,
        check=rules.check,
        identity={
            "props": {"data": data.version, **{n: props[n] for n in COUNTS if n in props and n != "data"}}
        },
        identity_with_key=("selection_mode",),
        fleeting=True,  # data may change in place
    )
