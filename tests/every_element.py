"""One script that draws every element, in the states that look different. A test holds that none is left out."""

from __future__ import annotations

COLOURS = ("blue", "green", "orange", "red", "violet", "yellow", "gray", "primary")

TEXTS = r"""
st.set_page_config("Everything", page_icon="🎈", layout="wide")
st.logo("🧭", link="https://example.org")
st.title("Everything", help="All there is")
st.header("Texts", divider="blue")
st.subheader("Marks")
st.write("Words: **strong**, *soft*, `code`, [a link](https://example.org).")
for colour in COLOURS:
    st.markdown(f":{colour}[{colour}] :{colour}-background[{colour}] :{colour}-badge[{colour}]", help="A colour")
st.markdown(":rainbow[rainbow] :material/star: :small[small]\n\n> quoted")
st.markdown("- [ ] open\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |")
st.caption("A caption")
st.text("fixed   width", help="As it is")
st.code("def add(a, b):\n    # the sum\n    return f'{a}' + str(b) @ None  # 3", line_numbers=True)
st.latex(r"e^{i\pi} + 1 = 0")
st.html("<p>HTML of <b>mine</b></p>")
st.badge("New", icon="✨", color="green")
st.divider()
st.space("small")
st.mermaid_chart("graph TD; a-->b")
st.json({"name": "Ada", "numbers": [1, 2.5, None], "deep": {"yes": True}})
st.help(print)
st.write_stream(iter(["one ", "two"]))
st.iframe("<p>In a frame</p>", height=60)
st.components.v2.component("Star", html="<label>Stars <input type='range'></label>", js="export default () => {}")()
"""

ALERTS = r"""
st.header("Alerts")
for alert in (st.error, st.warning, st.info, st.success):
    alert(f"What {alert.__name__} says, with `code` and [a link](https://example.org).", icon="🔥", title="So")
st.exception(ValueError("raised on purpose"))
st.toast("Toasted", duration="infinite")
st.progress(40, "Counting")
with st.spinner("Working"):
    pass
with st.status("Steps", expanded=True):
    st.write("one of them")
st.status("Failed", state="error")
st.skeleton(height=40)
st.balloons()
st.snow()
st.foo("nobody knows this")
print("printed")
"""

INPUTS = r"""
st.header("Inputs")
st.text_input("Text", placeholder="Who is there?", help="Only the *first* name", icon="👤", max_chars=20)
st.text_input("Secret", type="password")
st.text_area("Area", "some\nlines")
st.number_input("Number", 0, 10, 3)
st.number_input("Empty number", value=None, placeholder="None yet")
st.slider("Slider", 0, 100, 30)
st.slider("Range", 0, 100, (20, 60))
st.select_slider("Of a row", ["low", "middle", "high"], "middle")
st.checkbox("Checkbox", True, help="To what?")
st.toggle("Toggle", True)
st.radio("Radio", ["one", "two"], captions=["the first", "the second"])
st.selectbox("Select", ["small", "large"], help="How large")
st.selectbox("Nothing chosen", ["small", "large"], index=None, placeholder="Which one?")
st.multiselect("Many", ["ant", "bee", "cat"], ["ant", "bee"])
st.pills("Pills", ["ant", "bee"], default="ant")
st.segmented_control("Segments", ["ant", "bee"], default="bee")
st.feedback("stars")
st.feedback("thumbs", key="thumbs")
st.pagination(12)
st.date_input("Date", "2026-03-04")
st.date_input("Dates", ("2026-03-04", "2026-03-09"))
st.time_input("Time", "10:30")
st.datetime_input("Moment", "2026-03-04 10:30")
st.color_picker("Colour", "#336699")
st.file_uploader("Files", accept_multiple_files=True, help="Any")
st.camera_input("Camera")
st.audio_input("Voice")
for kind in ("primary", "secondary", "tertiary"):
    st.button(f"Button {kind}", type=kind, icon="⭐", help="Press it")
st.download_button("Download", b"x", "x.txt")
st.link_button("Link", "https://example.org")
st.menu_button("Menu", ["One", "Two"])
st.page_link("https://example.org", label="Page link")
"""

DISABLED = r"""
st.header("Off")
off = {"disabled": True}
st.text_input("Off text", "x", **off)
st.number_input("Off number", 1, **off)
st.slider("Off slider", 0, 9, 3, **off)
st.checkbox("Off checkbox", **off)
st.toggle("Off toggle", **off)
st.radio("Off radio", ["one"], **off)
st.selectbox("Off select", ["one"], **off)
st.multiselect("Off many", ["one"], ["one"], **off)
st.pills("Off pills", ["one"], default="one", **off)
st.date_input("Off date", "2026-03-04", **off)
st.file_uploader("Off files", **off)
st.button("Off button", **off)
"""

CONTAINERS = r"""
st.header("Containers")
left, right = st.columns(2, border=True)
left.metric("Visits", 1204, -3, chart_data=[3, 5, 4], border=True, help="Of *today*")
right.metric("Share", 0.42, 0.1, format="percent", chart_data=[1, 2, 3], chart_type="bar")
with st.container(border=True, height=120, horizontal=True):
    st.write("in a box")
with st.expander("More", expanded=True):
    st.caption("in an expander")
one, two = st.tabs(["First", "Second"])
one.write("in a tab")
two.write("in another tab")
st.expander("Folded").write("in a folded one")
with st.popover("Popover", help="Opens"):
    st.write("in a popover")
with st.form("form"):
    st.text_input("In a form")
    st.form_submit_button("Send", type="primary")
cells = st.grid(2)
for name in "ab":
    cells.write(name)
st.empty().write("in a spot")
with st.chat_message("user"):
    st.write("Hello")
with st.chat_message("assistant"):
    st.write("How can I help?")
st.chat_input("Say something", key="said", accept_file=True)
st.bottom.caption("At the foot")
with st.sidebar:
    st.header("At the side")
    st.checkbox("Loud")
    st.selectbox("Language", ["English", "Deutsch"])
"""

PICTURES = r"""
import numpy as np
st.header("Pictures")
st.image(np.full((20, 30), 99, dtype="uint8"), caption="Grey", width=120)
st.audio(np.sin(np.arange(4000)), sample_rate=8000)
st.video(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom")
st.pdf(b"%PDF-1.4\n%%EOF", height=120)
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(2, 1))
axes.plot([1, 2])
st.pyplot(figure)
counts = {"town": ["Bern", "Oslo"], "people": [2, 3]}
st.line_chart(counts, x="town", y="people", height=120)
st.area_chart(counts, x="town", y="people", height=120)
st.bar_chart(counts, x="town", y="people", height=120)
st.scatter_chart(counts, x="town", y="people", height=120)
plain = {"mark": "point", "encoding": {"x": {"field": "people", "type": "quantitative"}}}
st.vega_lite_chart(counts, plain, height=120)
st.graphviz_chart("digraph { rankdir=LR; start -> end }")
import altair
st.altair_chart(altair.Chart(altair.Data(values=[{"x": 1}])).mark_point().encode(x="x:Q"), height=120)
bars = {"type": "bar", "data": [2, 3]}
st.echarts_chart({"xAxis": {"data": ["Bern", "Oslo"]}, "yAxis": {}, "series": bars}, height=120, alt="By ECharts")
st.pydeck_chart(None)
st.map({"lat": [46.9, 59.9], "lon": [7.4, 10.7]}, height=200)
"""

TABLES = r"""
st.header("Tables")
rows = {"town": ["Bern", "Oslo"], "people": [134_000, 709_000], "of what there is most": ["bears", "boats"]}
st.dataframe(rows)
st.data_editor(rows, num_rows="dynamic")
st.table(rows)
"""

#: Each runs alone, one after the other, or all in one.
PARTS = {
    "texts": f"COLOURS = {COLOURS}\n{TEXTS}",
    "alerts": ALERTS,
    "inputs": INPUTS,
    "off": DISABLED,
    "containers": CONTAINERS,
    "pictures": PICTURES,
    "tables": TABLES,
}
SCRIPT = "\n".join(PARTS.values())


def cell(name: str = "everything", *parts: str) -> str:
    """Return it, or these parts of it, as the cell of an app."""
    return f"%%stateapp {name}\n" + "\n".join(PARTS[part] for part in parts or PARTS)
