"""The view of charts: their props as traits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jupyter_session_state._jupyter.markup.charts import chart_name
from jupyter_session_state._jupyter.markup.escape import sound
from jupyter_session_state._jupyter.markup.map_tips import tip_html
from jupyter_session_state._jupyter.view import Traits, View
from jupyter_session_state._jupyter.views.charts import Chart


def traits(props: Mapping[str, Any]) -> Traits:
    """Return the traits of a view, without its value."""
    data = props.get("data")
    return {
        "engine": props["engine"],
        "spec": sound(props["spec"]),
        "data": b"" if data is None else data.data,
        "theme": props["theme"],
        "points": props["points"],
        "alt": sound(chart_name(props)),
        "options": {
            "width": props["width"],
            "height": props["height"],
            "modes": list(props.get("modes", ())),
            **_options(props.get("options", {})),
        },
    }


def _options(options: Mapping[str, Any]) -> dict[str, Any]:
    tip = options.get("tooltip")
    return {**options, "tooltip": tip_html(tip)} if isinstance(tip, Mapping) else dict(options)


CHART = View(Chart, traits, label=lambda props: "")
"""The view of charts."""
