"""A chat that answers word by word, with a status in the message, a spinner, feedback and a popover."""

import streamlit as st, random, time
st.title("Simple chat")
if "messages" not in st.session_state: st.session_state.messages = []
with st.sidebar:
    st.title('🤗💬 Chat App')
    st.markdown('''
    ## About
    - [Streamlit](https://streamlit.io/)
    ''')
    from streamlit import session_state as ss
    model = st.selectbox("Model", ["gpt-4", "gpt-3.5"], index=1, help='which')
    temp = st.slider("temperature", 0.01, 5.0, 0.1, step=0.01)
    st.button('Clear', on_click=lambda: st.session_state.messages.clear(), use_container_width=True)
for message in st.session_state.messages:
    with st.chat_message(message["role"], avatar="🧑‍💻" if message["role"]=="user" else ":material/robot:"):
        st.markdown(message["content"])
def response_generator(p):
    for word in f"You said {p}".split():
        yield word + " "
if prompt := st.chat_input("What is up?", max_chars=100):
    st.session_state.messages.append({"role": "user", "content": prompt})
    with st.chat_message("user"): st.markdown(prompt)
    with st.chat_message("assistant"):
        message_placeholder = st.empty(); full = ""
        for chunk in prompt.split():
            full += chunk + " "
            message_placeholder.markdown(full + "▌")
        message_placeholder.markdown(full)
        with st.status("Thinking", expanded=True) as status:
            st.write("one"); status.update(label="Done", state="complete", expanded=False)
        response = st.write_stream(response_generator(prompt))
        with st.spinner('wait'): st.caption('x')
    st.session_state.messages.append({"role": "assistant", "content": response})
with st.popover("Open"): st.checkbox("in popover")
f = st.feedback("thumbs"); 
if f is not None: st.toast(f"{f}")
