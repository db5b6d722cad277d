"""A dashboard of columns: metrics, charts of Altair with a selection, date ranges, pills, toggles."""

import streamlit as st, pandas as pd, numpy as np, altair as alt, datetime as dt
st.set_page_config(page_title="Population", page_icon="🏂", layout="wide", initial_sidebar_state="expanded")
alt.theme.enable("dark") if hasattr(alt,'theme') else None
rng=np.random.default_rng(0)
@st.cache_data(ttl=3600, show_spinner="Loading")
def load(n=200):
    return pd.DataFrame({"date":pd.date_range("2023-01-01",periods=n),"year":2010+np.arange(n)%8,"state":rng.choice(list("ABC"),n),"pop":rng.integers(1,10**6,n)})
df=load(); df["date"]=pd.to_datetime(df["date"])
with st.sidebar:
    st.title('🏂 Dashboard')
    year_list=sorted(df.year.unique())[::-1]
    selected_year=st.selectbox('Select a year', year_list)
    theme=st.selectbox('Theme',['blues','cividis'])
    start,end=df.date.min(),df.date.max()
    date1=pd.to_datetime(st.date_input("Start Date", start)); date2=pd.to_datetime(st.date_input("End Date", end))
d=df[(df.date>=date1)&(df.date<=date2)&(df.year==selected_year)]
col=st.columns((1.5,4.5,2),gap='medium')
with col[0]:
    st.markdown('#### Gains/Losses')
    st.metric(label="A", value=f"{d['pop'].sum():,}", delta=str(round(d['pop'].mean(),1)))
    st.metric("chart",5,2,chart_data=[1,2,3],chart_type="area")
with col[1]:
    h=alt.Chart(d).mark_rect().encode(y=alt.Y('year:O'),x=alt.X('state:O'),color=alt.Color('max(pop):Q',legend=None,scale=alt.Scale(scheme=theme))).properties(width=900)
    st.altair_chart(h,use_container_width=True)
    st.line_chart(d.set_index("date")["pop"]); st.area_chart(d,x="date",y=["pop"]); st.bar_chart(d.groupby("state")["pop"].sum())
    ev=st.altair_chart(alt.Chart(d).mark_point().encode(x='year',y='pop').add_params(alt.selection_point(name='pt')),on_select='rerun',key='ev')
    st.write(ev)
with col[2]:
    st.dataframe(d.head(), hide_index=True, width=None if False else "stretch")
    with st.expander('About', expanded=True): st.write('- Data: [x](https://x.org). - :orange[**Gains**]')
    st.download_button('CSV', d.to_csv(index=False).encode(), "d.csv", "text/csv", help='dl')
r=st.date_input("Range",(dt.date(2023,1,1),dt.date(2023,1,7)),min_value=dt.date(2022,1,1),format="MM.DD.YYYY")
st.write(r, len(r)); st.table if False else None
ts=st.multiselect("States", df.state.unique(), default=list("AB"), max_selections=3, placeholder="c"); st.write(ts)
n=st.number_input("Pick", min_value=1, max_value=10, value=5, step=1, format="%d"); st.write(n*2)
agree=st.toggle("Agree", value=True); st.write(agree)
seg=st.segmented_control("Seg", ["a","b"], selection_mode="multi", default=["a"]); st.write(seg)
p=st.pills("P", options=[1,2,3], format_func=lambda x:f"#{x}", default=2); st.write(p)
tcol=st.time_input("T", dt.time(8,45), step=1800); st.write(tcol)
rating=st.feedback("stars", key="fb"); st.write(rating)
st.write("Rows:", d.shape[0], "Cols:", d.shape[1]); st.write(f"${d['pop'].sum():,.2f}")
st.write(pd.Timestamp("2020-01-01"), dt.date(2020,1,1), np.nan, pd.NA, None, 3+0j)
