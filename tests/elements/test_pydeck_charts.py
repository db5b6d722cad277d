"""Maps of pydeck: what travels of them, what is said of them, and what may be selected."""

from __future__ import annotations

import json
from typing import Any

import pydeck as pdk
import pytest

from jupyter_session_state._core.element import Element
from jupyter_session_state._jupyter.charts import traits
from jupyter_session_state._jupyter.markup import static_page, static_text
from jupyter_session_state._jupyter.markup.map_tips import tip_html
from jupyter_session_state.elements.pydeck_selections import PydeckState, pydeck_chart
from jupyter_session_state.elements.pydeck_specs import (
    described,
    selectable_layers,
    spec_text,
    tooltip_of,
    words_of,
)
from jupyter_session_state.errors import StreamlitAPIException
from jupyter_session_state.testing import AppTest

TOWNS = [{"name": "Bern", "lon": 7.4, "lat": 46.9}]


def layer(kind: str = "ScatterplotLayer", **more: Any) -> pdk.Layer:
    return pdk.Layer(kind, TOWNS, get_position="[lon, lat]", **more)


def run(script: str) -> AppTest:
    return AppTest.from_string(f"import streamlit as st\nimport pydeck as pdk\n{script}").run()


def test_layers_view_and_place_travel_and_no_key_or_map_of_streets_does() -> None:
    deck = pdk.Deck(
        [layer(id="towns")],
        initial_view_state=pdk.ViewState(latitude=46, longitude=7, zoom=4),
        api_keys={"mapbox": "a secret"},
        description="<script>1</script>",
        widgets=[pdk.Widget("GeocoderWidget")],
    )
    found = described(deck)
    assert found.keys() == {"initialViewState", "views", "layers"}
    assert found["initialViewState"] == {"latitude": 46, "longitude": 7, "zoom": 4}
    assert found["layers"][0]["data"] == TOWNS
    assert "secret" not in spec_text(found)
    assert "http" not in spec_text(found)


def test_equal_maps_of_two_runs_travel_as_the_same_text() -> None:
    first, second = (pdk.Deck([layer(), layer("HexagonLayer")]) for _ in range(2))
    assert first.layers[0].id != second.layers[0].id  # drawn by lot
    assert spec_text(described(first)) == spec_text(described(second))


def test_numbers_that_a_page_cannot_read_are_missing() -> None:
    found = described(pdk.Deck([pdk.Layer("ScatterplotLayer", [{"a": float("nan"), "b": float("inf")}])]))
    assert found["layers"][0]["data"] == [{"a": None, "b": None}]
    assert json.loads(spec_text(found)) == found


def test_without_a_map_there_is_the_world() -> None:
    assert described(None) == {"initialViewState": {"latitude": 0, "longitude": 0, "pitch": 0, "zoom": 1}}


class NoObject:
    def to_json(self) -> str:
        return "[1]"


@pytest.mark.parametrize("value", [5, {"layers": []}, NoObject()])
def test_what_is_no_map_is_refused(value: Any) -> None:
    with pytest.raises(StreamlitAPIException, match=r"needs a pydeck\.Deck"):
        described(value)


def test_layers_that_are_not_a_list_are_none() -> None:
    class Odd:
        def to_json(self) -> str:
            return '{"layers": {"a": 1}}'

    assert described(Odd()) == {"layers": []}


def test_only_layers_with_a_name_of_the_author_can_be_selected_in() -> None:
    layers = [layer(id="a", pickable=True), layer(id="b"), layer(pickable=True)]
    assert selectable_layers(described(pdk.Deck(layers))) == ("a",)


def test_words_say_the_layers_and_the_name() -> None:
    found = described(pdk.Deck([layer(), layer("ArcLayer")]))
    assert words_of(found, "Towns") == "A map of pydeck (Towns). Its layers: ScatterplotLayer, ArcLayer."
    assert words_of(described(None), None) == "A map of pydeck."


# -- what is said of an object -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (True, True),
        (False, False),
        (None, False),
        ({}, False),
        ({"text": "{name}", "other": 1}, {"text": "{name}"}),
        (
            {"html": "<b>{name}</b>", "style": {"color": "red"}},
            {"html": "<b>{name}</b>", "style": {"color": "red"}},
        ),
    ],
)
def test_a_tooltip_is_a_template_or_whether_there_is_one(given: Any, told: Any) -> None:
    assert tooltip_of(pdk.Deck(tooltip=given)) == told
    assert tooltip_of(None) is False


@pytest.mark.parametrize("given", ["{name}", {"html": 5}, {"text": "x", "style": "red"}])
def test_what_is_no_tooltip_is_refused(given: Any) -> None:
    with pytest.raises(StreamlitAPIException, match="cannot show the tooltip"):
        tooltip_of(pdk.Deck(tooltip=given))


def test_a_template_has_nothing_that_runs() -> None:
    made = tip_html(
        {
            "html": "<b onclick='x()'>{name}</b><script>x()</script><img src=x onerror=x()>"
            "<a href='javascript:x()'>y</a>",
            "style": {"backgroundColor": "steelblue", "position": "fixed", 'a"><script>': "x"},
        }
    )
    assert "<b>{name}</b>" in made
    assert "background-color:steelblue" in made
    assert not any(word in made for word in ("onclick", "script", "onerror", "fixed"))


def test_a_text_is_a_text() -> None:
    assert "&lt;b&gt;{name}&lt;/b&gt;<br>two" in tip_html({"text": "<b>{name}</b>\ntwo"})


def test_without_a_sanitiser_html_is_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jupyter_session_state._jupyter.markup.sanitise.nh3", None)
    assert tip_html({"html": "<b>{name}</b>"}) == "&lt;b&gt;{name}&lt;/b&gt;"


# -- as an element and as an input -------------------------------------------------------------------------


def test_a_map_has_its_sizes_and_is_told_in_words_where_it_cannot_be_drawn() -> None:
    app = run(
        "st.pydeck_chart(width=300, height=200, alt=' Here ')\nst.pydeck_chart(use_container_width=True)"
    )
    first, second = app.get("deck_gl_json_chart")
    assert (first.width, first.height, first.alt) == (300, 200, "Here")
    assert (second.width, second.height) == ("stretch", 500)
    assert first.options["words"] == "A map of pydeck (Here)."


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("5", "needs a pydeck.Deck"),
        ("selection_mode='all'", "'single-object' or 'multi-object'"),
        ("height='high'", "height"),
        ("width=0", "width"),
    ],
)
def test_a_call_that_cannot_be_drawn_says_why(call: str, words: str) -> None:
    assert words in run(f"st.pydeck_chart({call})").exception[0].value


def test_a_selection_is_empty_at_first_and_in_session_state() -> None:
    app = run(
        "layer = pdk.Layer('ScatterplotLayer', [{'a': 1}], id='towns', pickable=True)\n"
        "found = st.pydeck_chart(pdk.Deck([layer]), on_select='rerun', key='deck')\n"
        "st.text(found.selection.indices == found['selection']['objects'] == {})\n"
        "st.text(st.session_state.deck.selection.objects)"
    )
    assert [text.value for text in app.text] == ["True", "{}"]


def decode(wire: Any, mode: str = "single-object") -> Any:
    props = {"spec": "", "alt": "", "options": {"selectable": ["a", "b"]}, "width": 1, "height": 1}
    return pydeck_chart.spec.declare(props, selection_mode=mode).decode(wire)  # type: ignore[attr-defined]


def test_what_a_page_selects_has_numbers_and_objects_by_layer() -> None:
    assert decode({}) == PydeckState.of()
    wire = {"indices": {"a": [3]}, "objects": {"a": [{"name": "Bern"}]}}
    assert decode(wire).selection.objects.a == [{"name": "Bern"}]
    many = {"indices": {"a": [3, 1], "b": [0]}, "objects": {"a": [{}, {}], "b": [{}]}}
    assert decode(many, "multi-object").selection.indices == {"a": [3, 1], "b": [0]}


@pytest.mark.parametrize(
    "wire",
    [
        5,
        {"indices": {}},
        {"indices": [], "objects": {}},
        {"indices": {"a": 1}, "objects": {"a": [{}]}},
        {"indices": {"a": [1]}, "objects": {}},
        {"indices": {"a": [1]}, "objects": {"a": []}},
        {"indices": {"c": [1]}, "objects": {"c": [{}]}},
        {"indices": {"a": [-1]}, "objects": {"a": [{}]}},
        {"indices": {"a": [True]}, "objects": {"a": [{}]}},
        {"indices": {"a": [1, 2]}, "objects": {"a": [{}, {}]}},
        {"indices": {"a": [1]}, "objects": {"a": ["x" * 4_000_001]}},
    ],
    ids=lambda wire: repr(wire)[:60],
)
def test_what_no_page_of_ours_sends_is_refused(wire: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        decode(wire)


def test_a_saved_picture_and_a_page_have_the_words_and_a_safe_template() -> None:
    app = run(
        "st.pydeck_chart(pdk.Deck(pdk.Layer('ArcLayer', []), tooltip={'html': '<b onclick=x()>{a}</b>'}))"
    )
    (drawn,) = app.get("deck_gl_json_chart")
    props = {name: getattr(drawn, name) for name in ("engine", "spec", "theme", "points", "alt", "what")}
    props |= {"data": None, "width": drawn.width, "height": drawn.height, "options": drawn.options}
    made = traits(props)
    assert made["alt"] == "Map with ArcLayer"
    assert "<b>{a}</b>" in made["options"]["tooltip"]
    assert "onclick" not in made["options"]["tooltip"]
    page = Element("app", id="a", view="Block", children=(Element("pydeck_chart", props, "c", "Chart"),))
    assert "A map of pydeck. Its layers: ArcLayer." in static_page(page)
    assert "[A map of pydeck. Its layers: ArcLayer.]" in static_text(page)
