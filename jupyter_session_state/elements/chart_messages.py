"""What errors about charts say: one builder per message, named after the situation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jupyter_session_state import errors
from jupyter_session_state.elements.messages import shortened

_SEVERAL = 12


def _listed(names: Iterable[Any]) -> str:
    shown = [f"`{name}`" for name in names]
    more = f" and {len(shown) - _SEVERAL} more" if len(shown) > _SEVERAL else ""
    return (", ".join(shown[:_SEVERAL]) or "none") + more


def no_data(value: Any, why: str = "") -> errors.StreamlitDataframeConversionError:
    """For what has no rows and columns."""
    return errors.StreamlitDataframeConversionError(
        f"A value of type {type(value).__name__} cannot be drawn as a chart{why}. Pass a DataFrame, an array of one "
        "or two dimensions, a list of rows or a dict of columns."
    )


def unequal_columns(lengths: Mapping[str, int]) -> errors.StreamlitDataframeConversionError:
    """For a dict whose lists are not equally long."""
    found = ", ".join(f"`{name}` has {length}" for name, length in list(lengths.items())[:_SEVERAL])
    return errors.StreamlitDataframeConversionError(
        f"All columns of a chart must be equally long, but {found} values."
    )


def no_column(kind: str, parameter: str, name: Any, names: Iterable[Any]) -> errors.StreamlitAPIException:
    """For a name that no column has."""
    return errors.StreamlitAPIException(
        f"{parameter} of st.{kind} is {shortened(name)}, but the data has no such column. It has: {_listed(names)}."
    )


def columns_twice(kind: str, names: Iterable[Any]) -> errors.StreamlitAPIException:
    """For columns that cannot be told apart."""
    return errors.StreamlitAPIException(
        f"st.{kind} was given several columns called {_listed(names)}. Rename them, or say with y which to draw."
    )


def mixed_columns(kind: str) -> errors.StreamlitAPIException:
    """For columns that share no axis."""
    return errors.StreamlitAPIException(
        f"The columns of st.{kind} hold values of several types, and too many of them to be names on an axis. "
        "Say with y which columns to draw."
    )


def no_color(value: Any) -> errors.StreamlitAPIException:
    """For what is neither a colour nor a column."""
    return errors.StreamlitAPIException(
        f"{shortened(value)} is no colour. Pass a text such as '#ffaa00', three or four numbers from 0 to 255 or "
        "from 0.0 to 1.0, the name of a column, or a list with one colour for each y column."
    )


def colors_unequal(colors: Any, columns: list[str]) -> errors.StreamlitAPIException:
    """For a list of colours that does not fit the columns."""
    return errors.StreamlitAPIException(
        f"color has {len(colors)} colours for {len(columns)} columns ({_listed(columns)}). Pass one for each."
    )


def no_spec(kind: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a chart that nobody described."""
    return errors.StreamlitMissingRequiredParameterError(
        f"st.{kind} needs a description of the chart: pass a dict in Vega-Lite's language as spec."
    )


def not_a_spec(kind: str, value: Any) -> errors.StreamlitAPIException:
    """For what describes no chart."""
    return errors.StreamlitAPIException(
        f"st.{kind} cannot read {shortened(value)} as a chart. Pass a chart of Altair, or a dict."
    )


def too_deep(kind: str, depth: int) -> errors.StreamlitAPIException:
    """For a description without an end."""
    return errors.StreamlitAPIException(
        f"The description of st.{kind} is nested deeper than {depth} levels. Does it contain itself?"
    )


def no_selections(kind: str) -> errors.StreamlitAPIException:
    """For `on_select` on a chart in which nothing can be selected."""
    return errors.StreamlitAPIException(
        f"st.{kind} has on_select, but its chart has no selection. Add one: "
        "`chart.add_params(alt.selection_point())` with Altair, or in the spec "
        '`"params": [{"name": "picked", "select": "point"}]`.'
    )


def unknown_selection(kind: str, name: Any, names: Iterable[str]) -> errors.StreamlitAPIException:
    """For a selection that the chart does not have."""
    return errors.StreamlitAPIException(
        f"selection_mode of st.{kind} names {shortened(name)}, but the chart's selections are {_listed(names)}."
    )


def no_selection_in_state(value: Any) -> errors.StreamlitAPIException:
    """For a value of session state that is none of a chart."""
    return errors.StreamlitAPIException(
        f"A chart takes what was selected from session state, but its key holds {shortened(value)}. Give the chart "
        "another key."
    )


def needs_package(kind: str, package: str) -> str:
    """Words for a chart whose library is missing."""
    return f"`st.{kind}` needs {package}, which is not installed here: `pip install {package}`"


def no_deck(value: Any) -> errors.StreamlitAPIException:
    """For what is no map of pydeck."""
    return errors.StreamlitAPIException(
        f"st.pydeck_chart needs a pydeck.Deck, not {shortened(value)}. Make one with pydeck.Deck(layers=[...])."
    )


def no_tooltip(value: Any) -> errors.StreamlitAPIException:
    """For what a map cannot say of its objects."""
    return errors.StreamlitAPIException(
        f"st.pydeck_chart cannot show the tooltip {shortened(value)}. Pass True, False, {{'text': '...'}} or "
        "{'html': '...'}, with names of fields in braces."
    )


def no_figure(value: Any) -> errors.StreamlitAPIException:
    """For what Plotly does not draw."""
    return errors.StreamlitAPIException(
        f"st.plotly_chart needs a figure of Plotly, not {shortened(value)}. Pass a figure, a dict with data and "
        "layout, or a list of traces."
    )


def no_graph(value: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For what is no graph."""
    return errors.StreamlitInvalidParameterTypeError(
        f"st.graphviz_chart needs a graph of the package graphviz, or a text in the language DOT, not "
        f"{shortened(value)}."
    )


def too_long_a_graph(length: int, limit: int) -> errors.StreamlitAPIException:
    """For a graph that a page could not lay out in time."""
    return errors.StreamlitAPIException(
        f"This graph has {length:,} characters; st.graphviz_chart draws up to {limit:,}. Draw a part of it."
    )


def no_place_column(what: str, wanted: Iterable[str], names: Iterable[Any]) -> errors.StreamlitAPIException:
    """For a map without places."""
    return errors.StreamlitAPIException(
        f"st.map finds no {what} in the data. Call that column {_listed(wanted)}, or pass its name as {what}. The "
        f"data has: {_listed(names)}."
    )


def place_missing(name: Any) -> errors.StreamlitAPIException:
    """For rows that have no place on a map."""
    return errors.StreamlitAPIException(
        f"The column {shortened(name)} of st.map has missing values, or ones that are no numbers. Leave these rows "
        "out: df.dropna()."
    )
