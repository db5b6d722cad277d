import streamlit as st

st.session_state.setdefault("count", 0)


def add() -> None:
    st.session_state.count += 1


st.button("add", on_click=add)
st.text(f"count {st.session_state.count};")
