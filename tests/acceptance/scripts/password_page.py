"""A page behind a password: secrets with a fallback, a callback that checks, `st.stop` until it is right."""

import hmac

import streamlit as st
from streamlit.errors import StreamlitAPIException, StreamlitSecretNotFoundError


def wanted() -> dict[str, str]:
    try:
        return dict(st.secrets["passwords"])
    except (KeyError, FileNotFoundError, StreamlitSecretNotFoundError, StreamlitAPIException):
        return {"ada": "lovelace", "alan": "turing"}


def check_password():
    """Returns `True` if the user had a correct password."""

    def login_form():
        with st.form("Credentials"):
            st.text_input("Username", key="username")
            st.text_input("Password", type="password", key="password")
            st.form_submit_button("Log in", on_click=password_entered)

    def password_entered():
        passwords = wanted()
        name = st.session_state["username"]
        if name in passwords and hmac.compare_digest(st.session_state["password"], passwords[name]):
            st.session_state["password_correct"] = True
            st.session_state["who"] = name
            del st.session_state["password"]  # Don't store the username or password.
            del st.session_state["username"]
        else:
            st.session_state["password_correct"] = False
            st.session_state["tries"] = st.session_state.get("tries", 0) + 1

    if st.session_state.get("password_correct", False):
        return True

    login_form()
    if "password_correct" in st.session_state:
        st.error("😕 User not known or password incorrect")
        if st.session_state.get("tries", 0) >= 2:
            st.warning("That was the second time.")
    return False


st.set_page_config(page_title="Members only", initial_sidebar_state="collapsed", menu_items={"About": "# Private"})
if not check_password():
    st.stop()

# Main app starts here
st.write("Here goes your normal app...")
st.button("Click me")
st.sidebar.write(f"Welcome *{st.session_state['who']}*")
if st.sidebar.button("Log out"):
    for key in list(st.session_state.keys()):
        del st.session_state[key]
    st.rerun()
has_key = "nothing" in st.session_state
st.write(st.secrets.get("nothing", "no secret") if has_key else "no secret")
