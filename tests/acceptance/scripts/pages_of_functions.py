"""Pages that are functions: sections, a logo, a link, a switch, an input that is on all pages."""

import streamlit as st
st.set_page_config(page_title="Multi", layout="wide")
def home():
    st.title("Home"); st.page_link(p2, label="Go", icon=":material/star:"); st.link_button('x','https://example.org')
    if st.button("switch"): st.switch_page(p2)
def settings():
    st.header("Settings", divider=True); st.write(st.session_state.get('name'))
    st.text_input("n", key="nn")
    with st.sidebar: st.write('in settings')
p1=st.Page(home, title="Home", icon="🏠", default=True)
p2=st.Page(settings, title="Settings", icon=":material/settings:", url_path="set")
pg=st.navigation({"Main":[p1],"Other":[p2]}, position="sidebar", expanded=True)
st.logo("https://example.org/logo.png", link="https://example.org", size="large")
st.sidebar.text_input("Name", key="name")
with st.sidebar.expander("more", icon="🎉"): st.caption(pg.title)
st.write(pg.title, pg.icon, pg.url_path)
pg.run()
st.caption("footer")
