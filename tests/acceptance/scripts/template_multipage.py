"""A template with `st.navigation`: sections, icons, pages as functions, a login, links between pages."""

import streamlit as st

if "role" not in st.session_state:
    st.session_state.role = None

ROLES = [None, "Requester", "Responder", "Admin"]


def login():
    st.header("Log in")
    role = st.selectbox("Choose your role", ROLES)
    if st.button("Log in"):
        st.session_state.role = role
        st.rerun()


def logout():
    st.session_state.role = None
    st.rerun()


def settings():
    st.header("Settings")
    st.write(f"You are logged in as {st.session_state.role}.")
    st.toggle("Dark", key="dark", persist_state=True)


def request_1():
    st.header("Request 1")
    st.write(f"You are logged in as {st.session_state.role}.")
    if st.button("Go to the second", icon=":material/arrow_forward:"):
        st.switch_page(second)


def request_2():
    st.header("Request 2", divider="rainbow")
    st.write("The second page")
    st.page_link(first, label="Back to the first", icon="⬅️")
    st.link_button("Elsewhere", "https://example.org")


def respond():
    st.header("Respond")
    st.text_input("Answer", key="answer")


logout_page = st.Page(logout, title="Log out", icon=":material/logout:")
settings_page = st.Page(settings, title="Settings", icon=":material/settings:")
first = st.Page(
    request_1, title="Request 1", icon=":material/help:", default=(st.session_state.role == "Requester")
)
second = st.Page(request_2, title="Request 2", icon=":material/bug_report:", url_path="request-two")
answers = st.Page(
    respond, title="Respond", icon=":material/healing:", default=(st.session_state.role == "Responder")
)

account_pages = [logout_page, settings_page]
page_dict = {}
if st.session_state.role in ["Requester", "Admin"]:
    page_dict["Request"] = [first, second]
if st.session_state.role in ["Responder", "Admin"]:
    page_dict["Respond"] = [answers]

st.title("Request manager")
st.sidebar.markdown("A footer of **the sidebar**")

if page_dict:
    pg = st.navigation({"Account": account_pages} | page_dict)
else:
    pg = st.navigation([st.Page(login)])

pg.run()
st.caption(f"The page is called {pg.title!r}")
