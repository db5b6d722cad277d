"""Which module a public name lives in; the module is loaded when the name is used first.

Most apps use a dozen of a hundred functions. What is not used costs nothing but its line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.methods import method

if TYPE_CHECKING:
    from collections.abc import Mapping

ELEMENTS: Final = {
    "alerts": "error exception info success warning",
    "buttons": "button form_submit_button",
    "charts": "altair_chart vega_lite_chart",
    "chat_inputs": "chat_input",
    "chats": "chat_message",
    "checkboxes": "checkbox toggle",
    "codes": "code",
    "color_pickers": "color_picker",
    "containers": "columns container empty form space",
    "data_editors": "data_editor",
    "dataframes": "dataframe",
    "date_inputs": "date_input",
    "datetime_inputs": "datetime_input",
    "disclosures": "expander popover tabs",
    "download_buttons": "download_button",
    "effects": "balloons snow",
    "feedbacks": "feedback",
    "figures": "pyplot",
    "file_uploaders": "file_uploader",
    "films": "audio video",
    "graphviz_charts": "graphviz_chart",
    "grids": "grid",
    "helps": "help",
    "htmls": "html",
    "iframes": "iframe",
    "images": "image",
    "jsons": "json",
    "link_buttons": "link_button",
    "maps": "map",
    "marks": "badge divider latex",
    "menu_buttons": "menu_button",
    "mermaids": "mermaid_chart",
    "metrics": "metric",
    "multiselects": "multiselect",
    "navigations": "page_link",
    "number_inputs": "number_input",
    "paginations": "pagination",
    "pdfs": "pdf",
    "pill_groups": "pills",
    "plotly_charts": "plotly_chart",
    "progresses": "progress",
    "pydeck_charts": "pydeck_chart",
    "radios": "radio",
    "recordings": "audio_input camera_input",
    "segmented_controls": "segmented_control",
    "select_sliders": "select_slider",
    "selectboxes": "selectbox",
    "simple_charts": "area_chart bar_chart line_chart scatter_chart",
    "skeletons": "skeleton",
    "sliders": "slider",
    "spinners": "spinner",
    "static_tables": "table",
    "statuses": "status",
    "streams": "write_stream",
    "text_areas": "text_area",
    "text_inputs": "text_input",
    "texts": "caption header markdown subheader text title",
    "time_inputs": "time_input",
    "toasts": "toast",
    "echarts_charts": "echarts_chart",
    "writes": "write",
}
"""By module: functions that draw, which are methods of containers too."""

OTHERS: Final = {
    "caching": "cache_data cache_resource",
    "codes": "echo",
    "column_config": "column_config",
    "connections": "connection",
    "contexts": "context user",
    "control_flow": "rerun stop",
    "delta_generator": "DeltaGenerator bottom sidebar _bottom _event _main",
    "dialogs": "dialog",
    "fragments": "fragment",
    "handle_kinds": "GridContainer SkeletonPlaceholder StatusContainer",
    "handles": "apps",
    "logos": "logo",
    "navigations": "navigation switch_page",
    "page_configs": "set_page_config",
    "pages": "Page",
    "raw": "bind widget",
    "senseless": "App login logout",
    "settings": "get_option set_option",
    "state": "query_params session_state",
    "stored_secrets": "secrets",
}
"""By module: all other names. One that is called as its module is that module."""


def _homes(table: Mapping[str, str]) -> dict[str, str]:
    return {name: home for home, names in table.items() for name in names.split()}


METHODS: Final = {**_homes(ELEMENTS), "write": "handle_writes"}
"""Methods of containers, and their modules."""

NAMES: Final = {**_homes(ELEMENTS), **_homes(OTHERS)}
"""All other public names, and their modules."""

NOTHING: Final = object()
"""What `find` returns for a name that nobody has."""


def find(name: str, table: Mapping[str, str] = NAMES) -> Any:
    """Return what has this public name, loading its module; `NOTHING` if there is no such name."""
    home = table.get(name)
    if home is None:
        return NOTHING
    module = import_module(f"{__package__}.{home}")
    return getattr(module, name, module)


class LateMethod:
    """Stands for a method of containers until it is asked for; then the method itself takes its place."""

    def __init__(self, owner: type, name: str) -> None:
        self._owner = owner
        self._name = name

    def __get__(self, handle: object, owner: type | None = None) -> Any:
        found = method(find(self._name, METHODS))
        setattr(self._owner, self._name, found)
        return getattr(owner if handle is None else handle, self._name)
