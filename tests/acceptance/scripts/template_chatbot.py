"""A chat bot template: history in session state, a streamed answer, avatars, suggestions, feedback."""

import random
import time

import streamlit as st

st.title("💬 Chatbot")
st.caption("🚀 A chat bot that knows three sentences")

with st.sidebar:
    api_key = st.text_input("API Key", key="chatbot_api_key", type="password")
    "[Get an API key](https://example.org/account/api-keys)"
    "[View the source code](https://example.org/source)"
    temperature = st.slider("Temperature", min_value=0.01, max_value=5.0, value=0.1, step=0.01)
    if st.button("Clear Chat History", use_container_width=True):
        st.session_state.messages = []


def response_generator(prompt: str):
    chooser = random.Random(len(prompt))
    response = chooser.choice([
        "Hello there! How can I assist you today?",
        "Hi, human! Is there anything I can help you with?",
        "Do you need help?",
    ])
    for word in response.split():
        yield word + " "
        time.sleep(0.001)


if "messages" not in st.session_state or not st.session_state.messages:
    st.session_state["messages"] = [{"role": "assistant", "content": "How can I help you?"}]

for number, message in enumerate(st.session_state.messages):
    avatar = "🧑‍💻" if message["role"] == "user" else None
    with st.chat_message(message["role"], avatar=avatar):
        st.markdown(message["content"])
        if message["role"] == "assistant" and number:
            st.feedback("thumbs", key=f"feedback_{number}")

if prompt := st.chat_input("What is up?", max_chars=200):
    if not api_key:
        st.info("Please add your API key to continue.", icon="🗝️")
        st.stop()
    st.session_state.messages.append({"role": "user", "content": prompt})
    with st.chat_message("user", avatar="🧑‍💻"):
        st.markdown(prompt)

    with st.chat_message("assistant"):
        with st.spinner("Thinking..."):
            time.sleep(0.001)
        response = st.write_stream(response_generator(prompt))
    st.session_state.messages.append({"role": "assistant", "content": response})

if len(st.session_state.messages) > 1:
    with st.chat_message("ai"):
        st.write("Messages so far:", len(st.session_state.messages))
