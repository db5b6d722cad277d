"""Where what scripts import from inner modules of Streamlit is found here, if not under the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE: Final = __name__.partition(".")[0]
AUTHORS_NAME: Final = "streamlit"

MOVED: Final[Mapping[str, str]] = {
    "column_config": "elements.column_config",
    "commands.execution_control": "elements.control_flow",
    "commands.navigation": "elements.navigations",
    "commands.page_config": "elements.page_configs",
    "components.v1.custom_component": "components.v1.components",
    "deprecation_util": "elements.deprecations",
    "elements.arrow": "elements.selections",
    "elements.image": "elements.images",
    "elements.lib.column_types": "elements.column_config",
    "elements.lib.image_utils": "elements.image_addresses",
    "elements.lib.layout_utils": "elements.types",
    "elements.lib.mutable_status_container": "elements.handle_kinds",
    "elements.lib.utils": "elements.types",
    "elements.metric": "elements.metrics",
    "elements.plotly_chart": "elements.plotly_selections",
    "elements.vega_charts": "elements.chart_selections",
    "elements.widgets.chat": "elements.chat_values",
    "elements.widgets.file_uploader": "elements.uploaded_file",
    "elements.widgets.time_widgets": "elements.date_inputs",
    "elements.write": "elements.streams",
    "navigation.page": "elements.pages",
    "runtime.context": "elements.contexts",
    "runtime.fragment": "elements.fragments",
    "runtime.scriptrunner.script_runner": "runtime.scriptrunner",
    "runtime.scriptrunner_utils.exceptions": "runtime.scriptrunner",
    "runtime.scriptrunner_utils.script_requests": "runtime.scriptrunner",
    "runtime.secrets": "elements.secret_values",
    "runtime.state.query_params_proxy": "runtime.state",
    "runtime.state.session_state": "runtime.state",
    "runtime.state.session_state_proxy": "runtime.state",
    "type_util": "elements.types",
    "user_info": "elements.contexts",
}
"""Module of Streamlit -> the one of ours with the names that scripts want of it."""


def means_us(module: str) -> bool:
    """Whether a module is Streamlit, or in it."""
    return module.partition(".")[0] == AUTHORS_NAME


def ours(module: str) -> str:
    """Return the name of the module of ours that stands for one of Streamlit."""
    inner = module.removeprefix(f"{AUTHORS_NAME}.")
    if inner in MOVED:
        return f"{PACKAGE}.{MOVED[inner]}"
    return PACKAGE + module.removeprefix(AUTHORS_NAME)
