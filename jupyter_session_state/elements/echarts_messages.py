"""What errors about charts of ECharts say: one builder per message, named after the situation."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors
from jupyter_session_state.elements.messages import shortened


def no_option(value: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For what describes no chart."""
    return errors.StreamlitInvalidParameterTypeError(
        f"st.echarts_chart needs a description of a chart: a dict, a text in JSON, or a chart of pyecharts, not "
        f"{shortened(value)}."
    )


def no_json(error: ValueError) -> errors.StreamlitAPIException:
    """For a text that nobody can read."""
    return errors.StreamlitAPIException(
        f"st.echarts_chart cannot read its description as JSON ({error}). Names and texts need double quotes."
    )


def program(path: str = "") -> errors.StreamlitAPIException:
    """For functions, which would have to run in the page."""
    where = f" at `{path}`" if path else ""
    return errors.StreamlitAPIException(
        f"The description of st.echarts_chart has a function{where} (JsCode in pyecharts). Functions cannot be sent "
        'to the page: use a text with places to fill, such as "{b}: {c}".'
    )


def no_json_value(value: Any, path: str) -> errors.StreamlitAPIException:
    """For values that cannot travel."""
    return errors.StreamlitAPIException(
        f"`{path}` in the description of st.echarts_chart is {shortened(value)}, which JSON does not have. Pass "
        "numbers, texts, dates, lists and dicts."
    )


def misplaced_frame(value: Any, path: str) -> errors.StreamlitAPIException:
    """For a frame where ECharts wants a list."""
    return errors.StreamlitAPIException(
        f"`{path}` in the description of st.echarts_chart is a {type(value).__name__}. Pass it as the source of "
        "`dataset`, or its column as a list."
    )


def needs_extension(name: str, package: str) -> errors.StreamlitAPIException:
    """For what ECharts itself does not draw."""
    return errors.StreamlitAPIException(
        f"The chart of st.echarts_chart uses `{name}`, which the extension {package} draws. It is not here: "
        "st.echarts_chart draws what ECharts itself can."
    )


def custom_series() -> errors.StreamlitAPIException:
    """For a series that is drawn by a function."""
    return errors.StreamlitAPIException(
        "A series of st.echarts_chart has the type `custom`, which a function of JavaScript draws. Functions cannot "
        "be sent to the page: use another type."
    )


def needs_map() -> errors.StreamlitAPIException:
    """For charts on maps, which are not here."""
    return errors.StreamlitAPIException(
        "The chart of st.echarts_chart lies on a map (`geo` or a series of the type `map`), whose shapes are not "
        "here. Use st.map, st.pydeck_chart, or st.vega_lite_chart with shapes of your own."
    )
