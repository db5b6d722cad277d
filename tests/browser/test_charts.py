"""Charts in JupyterLab: drawn, changed in place, selected in with the mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.notebook import MOST_FRAMES, PAINTED, Notebook

SETUP = "%load_ext jupyter_session_state\nimport altair as alt\nimport pandas as pd\nimport pydeck as pdk"
APP = r"""%%stateapp charts
n = st.slider("Rows", 2, 50, 5)
st.line_chart({"a": [1, 3, 2], "b": [2, 1, 3]}, alt="Always the same")
st.area_chart(range(n), alt="Other data")
pick = {"name": "pick", "select": {"type": "point", "fields": ["town"]}}
brush = {"name": "brush", "select": {"type": "interval", "encodings": ["y"]}}
event = st.vega_lite_chart(
    {"town": ["Bern", "Oslo"], "people": [2, 3]},
    {"mark": "bar", "params": [pick], "encoding": {
        "x": {"field": "town"}, "y": {"field": "people", "type": "quantitative"}}},
    key="towns", on_select="rerun", alt="Towns",
)
st.text(f"picked {event.selection.pick}, in the state {st.session_state.towns.selection.pick}")
told = st.altair_chart(
    alt.Chart(pd.DataFrame({"a": [1, 2, 3], "b": [3, 1, 2]})).mark_point().encode(x="a", y="b").add_params(
        alt.selection_interval("brush")),
    key="brush", on_select=lambda: st.session_state.update(heard=True), alt="Brushed", height=200,
)
st.text(f"brushed {sorted(told.selection.brush)}, heard {'heard' in st.session_state}")
st.vega_lite_chart({"mark": "wrong"})
st.vega_lite_chart({"mark": "bar", "transform": [{"calculate": "wrong(", "as": "x"}]})
st.line_chart(alt="Nothing")
st.text("the app goes on")
st.mermaid_chart("graph LR\n  A[<img src=x onerror=globalThis.hostile=1>] --> B[%d]" % n, alt="From A to B")
st.markdown("```mermaid\ngraph LR\n  A -->\n```")
towns = [
    {"name": "<img src=x onerror='globalThis.hostile=1'>", "note": "@@=nothing", "lon": 0, "lat": 0},
    {"name": "East", "note": "two", "lon": 40, "lat": n},
]
spots = pdk.Layer("ScatterplotLayer", towns, id="towns", get_position="[lon, lat]", get_radius=600_000,
    get_fill_color=[255, 0, 0], pickable=True)
others = [
    pdk.Layer("ColumnLayer", towns, get_position="[lon + 10, lat]", radius=200_000, get_elevation=2_000_000),
    pdk.Layer("ArcLayer", towns, get_source_position="[lon, lat]", get_target_position=[-60, 10], get_width=3),
    pdk.Layer("PathLayer", [{"path": [[-60, -20], [60, -20]]}], get_path="path", get_width=3, width_units="'pixels'"),
    pdk.Layer("PolygonLayer", [{"ring": [[-90, -10], [-70, -10], [-80, -30]]}], get_polygon="ring"),
    pdk.Layer("TextLayer", towns, get_position="[lon, lat + 20]", get_text="name", get_size=14),
    pdk.Layer("GeoJsonLayer", {"type": "Feature", "properties": {}, "geometry": {
        "type": "LineString", "coordinates": [[-60, 30], [60, 30]]}}, line_width_min_pixels=2),
    pdk.Layer("HexagonLayer", towns, get_position="[lon - 20, lat]", radius=500_000),
    pdk.Layer("HeatmapLayer", towns, get_position="[lon, lat - 35]"),
]
look = pdk.ViewState(latitude=0, longitude=0, zoom=1)
deck = pdk.Deck([*others, spots], initial_view_state=look, tooltip={"html": "<b>{name}</b> {note}<script>1</script>"},
    api_keys={"mapbox": "a key"})
found = st.pydeck_chart(deck, key="deck", on_select="rerun", height=400, alt="Towns on a map")
st.text(f"map: {found.selection.indices} {len(found.selection.objects.get('towns', []))}")
rain = pd.DataFrame({"town": ["Bern", towns[0]["name"], "Rome"], "rain": [3, 5, n], "snow": [1, 2, 1]})
rained = st.echarts_chart({
    "title": {"text": "Rain", "subtext": "in three towns", "link": "javascript:globalThis.hostile=2"},
    "legend": {"data": ["snow"]}, "toolbox": {"feature": {"dataView": {}}}, "dataZoom": [{"type": "inside"}],
    "tooltip": {"renderMode": "html", "formatter": "<b>{b}</b><br>{@rain} mm"}, "dataset": {"source": rain},
    "xAxis": {"type": "category"}, "yAxis": {"name": "mm"},
    "series": [{"type": "bar", "name": "rain", "selectedMode": "multiple", "itemStyle": {"opacity": 0.97}},
        {"type": "line", "name": "snow", "smooth": True}],
}, key="rain", on_select="rerun", alt="Rain by town")
st.text(f"rained: {[group['data_indices'] for group in rained.selection.selected]}")
parts = [{"name": "bears", "value": 3}, {"name": "boats", "value": 5}]
st.echarts_chart({"series": {"type": "pie", "data": parts}}, theme=None, alt="Parts as ECharts has them")
st.echarts_chart({"xAxis": {}, "yAxis": {}, "tooltip": {}, "series": {"type": "scatter", "large": True,
    "data": [[x, x * x % 97] for x in range(2_000)]}}, alt="Many points")
"""


#: Notes what is compiled from texts while charts are drawn.
WATCH = """() => {
  globalThis.compiled = [];
  const note = parts => globalThis.compiled.push(parts.map(String).join(' '));
  globalThis.Function = new Proxy(Function, {
    apply(real, self, parts) { note(parts); return Reflect.apply(real, self, parts); },
    construct(real, parts) { note(parts); return Reflect.construct(real, parts); }
  });
}"""


@pytest.fixture(scope="module")
def app(shared_notebook: Notebook) -> Locator:
    """The app with its charts drawn."""
    shared_notebook.open([SETUP, APP])
    shared_notebook.page.evaluate(WATCH)
    shared_notebook.run_all()
    shown = shared_notebook.app("charts")
    drawn = shown.locator(".jss-chart-stage :is(svg, canvas)")
    expect(drawn).to_have_count(8, timeout=60_000)  # three libraries come to the page first
    return shown


#: For how many pictures a button is down that is pressed for long: more than the 250 ms of deck.gl's own clicks.
LONG_PRESS = 30
#: The bars of the chart of rain.
BARS = "path[fill-opacity='0.97']"


def chart(app: Locator, name: str) -> Locator:
    return app.get_by_role("img", name=name)


def test_no_expression_is_compiled(app: Locator, shared_notebook: Notebook) -> None:
    expect(chart(app, "Towns").locator("svg")).to_be_visible()
    assert shared_notebook.page.evaluate("new Function('return 1 + 1')()") == 2
    compiled = shared_notebook.page.evaluate("globalThis.compiled")
    assert "return 1 + 1" in compiled
    assert [text for text in compiled if "datum" in text or "item" in text or "lon" in text] == []


def test_a_click_on_a_bar_reaches_session_state_and_reruns(app: Locator) -> None:
    expect(app).to_contain_text("picked {}, in the state {}")
    chart(app, "Towns").locator(".mark-rect path").nth(1).click()
    expect(app).to_contain_text("picked [{'town': 'Oslo'}], in the state [{'town': 'Oslo'}]")


def test_a_box_drawn_with_the_mouse_calls_the_callback(app: Locator, shared_notebook: Notebook) -> None:
    box = chart(app, "Brushed").locator("svg").bounding_box()
    assert box is not None
    mouse = shared_notebook.page.mouse
    mouse.move(box["x"] + 100, box["y"] + 40)
    mouse.down()
    mouse.move(box["x"] + 300, box["y"] + 120, steps=5)
    mouse.up()
    expect(app).to_contain_text("brushed ['a', 'b'], heard True")


def test_a_rerun_leaves_charts_where_they_are_and_changes_what_differs_in_place(app: Locator) -> None:
    for name in ("Always the same", "Other data"):
        chart(app, name).locator("svg").evaluate("(node, name) => { node.kept = name }", name)
    chart(app, "Towns on a map").evaluate("node => { node.kept = true }")
    rain = chart(app, "Rain by town").locator("svg")
    rain.evaluate("node => { node.kept = true }")
    bar = rain.locator(BARS).nth(0)
    lower = bar.get_attribute("d")
    area = chart(app, "Other data").locator(".mark-area path").first
    before = area.get_attribute("d")
    app.get_by_role("slider").press("ArrowRight")
    expect(area).not_to_have_attribute("d", str(before))
    for name in ("Always the same", "Other data"):
        assert chart(app, name).locator("svg").evaluate("node => node.kept") == name
    assert chart(app, "Towns on a map").evaluate("node => node.kept")  # one of its towns is elsewhere now
    expect(bar).not_to_have_attribute("d", str(lower))
    assert rain.evaluate("node => node.kept")


def test_what_cannot_be_drawn_says_so_in_its_place(app: Locator) -> None:
    problems = app.locator(".jss-chart-problem:visible")
    expect(problems).to_have_count(2)
    expect(problems.nth(0)).to_contain_text('there is no mark "wrong"')
    expect(problems.nth(1)).to_contain_text("Vega could not read its description")
    expect(app.locator(".jss-chart-empty:visible")).to_have_text("There is no data to draw.")
    expect(app).to_contain_text("the app goes on")


def test_diagrams_in_the_language_of_mermaid_are_drawn_or_say_what_is_wrong(
    app: Locator, shared_notebook: Notebook
) -> None:
    drawn = app.get_by_role("img", name="From A to B")
    before = drawn.get_attribute("src")
    app.get_by_role("slider").press("ArrowRight")
    expect(drawn).not_to_have_attribute("src", str(before))
    expect(app.get_by_text("This diagram cannot be drawn: Error: Parse error")).to_be_visible()
    expect(app.locator("code.language-mermaid", has_text="A -->\n")).to_be_visible()
    assert shared_notebook.page.evaluate("globalThis.hostile") is None


def test_the_pointer_is_told_what_is_under_it(app: Locator, shared_notebook: Notebook) -> None:
    chart(app, "Towns").locator(".mark-rect path").nth(0).hover()
    expect(shared_notebook.page.locator(".jss-chart-tip")).to_contain_text("Bern")
    shared_notebook.page.mouse.move(0, 0)
    expect(shared_notebook.page.locator(".jss-chart-tip")).to_have_count(0)


def test_a_map_of_pydeck_is_drawn_and_an_object_in_it_selected(
    app: Locator, shared_notebook: Notebook
) -> None:
    canvas = chart(app, "Towns on a map")
    box = canvas.bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse = shared_notebook.page.mouse
    tip = shared_notebook.page.locator(".jss-chart-tip")
    for step in range(5 * MOST_FRAMES):  # the layers are there once one of them is under the pointer
        mouse.move(middle[0] + step % 3, middle[1])
        if tip.count():
            break
        shared_notebook.page.evaluate(PAINTED)
    expect(tip.locator("b")).to_have_text("<img src=x onerror='globalThis.hostile=1'>")
    expect(tip).to_contain_text("@@=nothing")
    mouse.move(middle[0] - 6, middle[1])
    mouse.down()
    for _ in range(LONG_PRESS):
        shared_notebook.page.evaluate(PAINTED)
    mouse.up()
    expect(app).to_contain_text("map: {'towns': [0]} 1")
    mouse.click(middle[0] + 6, middle[1])  # so far away that two clicks are not a double one, which zooms
    expect(app).to_contain_text("map: {} 0")
    shared_notebook.shot("map", app.locator(".jss-chart-map"))
    assert shared_notebook.page.evaluate("globalThis.hostile") is None
    canvas.focus()
    expect(canvas).to_be_focused()
    canvas.press("Tab")
    expect(canvas).not_to_be_focused()


def test_a_chart_of_echarts_is_drawn_selected_in_and_zoomed(app: Locator, shared_notebook: Notebook) -> None:
    rain, page = chart(app, "Rain by town"), shared_notebook.page
    expect(rain).to_have_attribute("aria-description", re.compile("rain"))
    expect(chart(app, "Many points").locator("canvas")).to_be_visible()
    rain.scroll_into_view_if_needed()
    places = [found for bar in rain.locator(BARS).all() if (found := bar.bounding_box())]
    left, middle = ((box["x"] + 10, box["y"] + box["height"] - 10) for box in places[:2])
    page.mouse.move(*middle)
    expect(rain.locator("text", has_text="5 mm")).to_be_visible()
    expect(rain.locator("text", has_text="<img src=x onerror=")).not_to_have_count(0)
    page.mouse.click(*middle)
    expect(app).to_contain_text("rained: [[1]]")
    page.mouse.click(*left)
    expect(app).to_contain_text("rained: [[0, 1]]")
    shared_notebook.shot("echarts", rain)
    rain.dblclick(position={"x": 20, "y": 150})
    expect(app).to_contain_text("rained: []")
    rain.hover(position={"x": 200, "y": 150})
    page.keyboard.down("Control")
    rome = rain.locator("text", has_text="Rome")
    for _ in range(20):  # a little nearer with each
        page.mouse.wheel(0, -300)
        page.evaluate(PAINTED)
        if rome.count() == 0:
            break
    page.keyboard.up("Control")
    expect(rome).to_have_count(0)
    assert page.evaluate("globalThis.hostile") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_follow_the_theme_and_pass_axe(
    theme: Any, app: Locator, shared_notebook: Notebook, axe: Callable[..., list[dict[str, Any]]]
) -> None:
    shared_notebook.theme(theme)
    label = chart(app, "Other data").locator(".role-axis-label text").first
    text = shared_notebook.page.evaluate(
        "getComputedStyle(document.body).getPropertyValue('--jp-layout-color1').trim()"
    )
    bright = text in ("white", "#fff", "#ffffff")
    assert bright == (theme == "light")
    expect(label).to_be_visible()
    shared_notebook.page.wait_for_function(
        """([node, bright]) => {
          const [red] = getComputedStyle(node).fill.match(/[\\d.]+/g).map(Number);
          return bright === red < 128;
        }""",
        arg=[label.element_handle(), bright],
    )
    shared_notebook.shot(f"map_{theme}", app.locator(".jss-chart-map"))
    for name in ("Rain by town", "Parts as ECharts has them", "Many points"):
        shared_notebook.shot(f"echarts_{name.split()[0].lower()}_{theme}", chart(app, name))
    assert axe(app) == []
