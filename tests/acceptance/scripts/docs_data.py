"""Data elements of the docs: frames, styles, tables, editors, all column types, metrics, JSON."""

import datetime as dt

import numpy as np
import pandas as pd
import streamlit as st

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.standard_normal((10, 5)).round(3), columns=[f"col {i}" for i in range(5)])

st.dataframe(df)
st.dataframe(df.style.highlight_max(axis=0))
st.dataframe(df.style.format("{:.1f}").background_gradient(cmap="Blues"), height=200)
st.table(df.iloc[:3])
st.table({"a": [1, 2], "b": ["x", ":green[y]"]}, border="horizontal")
st.dataframe([[1, 2], [3, 4]])
st.dataframe({"a": [1, 2, 3]}, hide_index=True, column_order=("a",))
st.dataframe(np.arange(6).reshape(2, 3))
st.dataframe(pd.Series([1, 2, 3], name="series"), width=300)
st.dataframe(pd.DataFrame())

apps = pd.DataFrame({
    "name": ["Roadmap", "Extras", "Issues"],
    "url": ["https://example.org/roadmap", "https://example.org/extras", "https://example.org/issues"],
    "stars": [120, 950, 431],
    "views_history": [[1, 2, 3], [4, 3, 2], [2, 8, 5]],
    "active": [True, False, True],
    "category": pd.Categorical(["Tools", "Code", "Tools"]),
    "started": [dt.date(2024, 1, 1), dt.date(2024, 2, 1), dt.date(2024, 3, 1)],
    "at": [dt.time(8), dt.time(9, 30), dt.time(12)],
    "seen": pd.to_datetime(["2024-05-01 10:00", "2024-05-02 11:00", "2024-05-03 12:00"]),
    "icon": ["data:image/svg+xml;base64,PHN2Zy8+"] * 3,
    "tags": [["a"], ["b", "c"], []],
    "share": [0.1, 0.55, 0.9],
})
config = {
    "name": "App name",
    "url": st.column_config.LinkColumn("App URL", display_text=r"https://(.*?)/", validate=r"^https://.+$"),
    "stars": st.column_config.NumberColumn("Stars", help="Number of stars", format="%d ⭐", min_value=0, step=1),
    "views_history": st.column_config.LineChartColumn("Views (past 30 days)", y_min=0, y_max=10),
    "active": st.column_config.CheckboxColumn("Active?", default=False),
    "category": st.column_config.SelectboxColumn("Category", options=["Tools", "Code"], required=True),
    "started": st.column_config.DateColumn("Started", min_value=dt.date(2020, 1, 1), format="DD.MM.YYYY"),
    "at": st.column_config.TimeColumn("At", format="hh:mm a", step=60),
    "seen": st.column_config.DatetimeColumn("Seen", format="D MMM YYYY, h:mm a", timezone="UTC"),
    "icon": st.column_config.ImageColumn("Icon", help="A picture"),
    "tags": st.column_config.ListColumn("Tags", width="medium"),
    "share": st.column_config.ProgressColumn("Share", format="percent", min_value=0, max_value=1),
    "hidden": None,
    "_index": st.column_config.Column("No.", width="small", disabled=True, pinned=True),
}
st.dataframe(apps, column_config=config, hide_index=True, row_height=40)
edited = st.data_editor(
    apps.drop(columns=["views_history", "tags"]), column_config=config, num_rows="dynamic", key="editor"
)
favorite = edited.loc[edited["stars"].idxmax()]["name"]
st.markdown(f"Your favorite app is **{favorite}** 🎈")
st.write(st.session_state.editor)
plain = st.data_editor(pd.DataFrame({"a": [1, 2]}), disabled=True, use_container_width=False)
st.write(len(plain))

event = st.dataframe(df, key="data", on_select="rerun", selection_mode=["multi-row", "multi-column"])
st.write(event.selection.rows)

a, b, c = st.columns(3)
a.metric("Temperature", "70 °F", "1.2 °F", border=True)
b.metric("Wind", "9 mph", "-8%", delta_color="inverse", help="Fast")
c.metric("Humidity", None, label_visibility="hidden")
st.metric("Trend", 42, 2, chart_data=[1, 3, 2, 5], chart_type="area", format="compact", height=200)
st.json({"foo": "bar", "stuff": ["stuff 1", "stuff 2"], "level1": {"level2": {"level3": {"a": "b"}}}}, expanded=2)
st.json('{"text": "of JSON"}', expanded=False)
st.json([1, 2, {"x": None}])
