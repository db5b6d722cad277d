"""Chat inputs: texts for one run, where they stand, disabled, with files, arguments."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def ch(*a): st.text(f"cb {a} {ss.get('c')!r}")
st.text("top")
st.text(f"before {ss.get('c', 'absent')!r}")
r = st.chat_input("Say", key="c", on_submit=ch, args=(1,))
st.text(f"c {r!r} {ss.c!r}")
with st.container():
    st.text(repr(st.chat_input("inline")))
st.text(repr(st.sidebar.chat_input("side", key="s", max_chars=5)))
with st.expander("e"):
    st.text(repr(st.chat_input("dis", key="d", disabled=True)))
st.text(repr(st.chat_input("accept", key="af", accept_file="multiple")))
st.text(repr(st.chat_input("audio", key="au", accept_audio=True, max_chars=3)))
e = st.empty()
st.text(repr(e.chat_input("in empty", key="emp")))
if st.button("set", key="set"): ss.later = "later"
if r == "again": ss.seen = ss.get("seen", 0) + 1; st.rerun()
if r == "boom": 1/0
for kw in ({"on_submit": "rerun"}, {"on_submit": "ignore"}, {"on_submit": 5}, {"accept_file": "x"}, {"submit_mode": "x"}, {"max_upload_size": 0}, {"max_upload_size": True}, {"max_upload_size": 1.5}, {"audio_sample_rate": 5}, {"audio_sample_rate": None}, {"width": "content"}, {"height": "x"}, {"height": 0}, {"submit_mode": "stop"}, {"accept_file": None}, {"file_type": "csv"}, {"file_type": ["a", "b"]}):
    try: st.text(repr(st.chat_input("err" + repr(kw), **kw)))
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
try: st.chat_input("inline")
except Exception as e: st.text(type(e).__name__)
try: st.chat_input("dup", key="c")
except Exception as e: st.text(type(e).__name__)
with st.form("f"):
    try: st.chat_input("in form")
    except Exception as e: st.text(type(e).__name__)
    try: st.chat_input("in form 2", on_submit=ch)
    except Exception as e: st.text(type(e).__name__)
    st.form_submit_button("go")
try: ss.c = "late"
except Exception as e: st.text(type(e).__name__)
"""
STEPS = [
    {"do": "set", "kind": "chat_input", "key": "c", "value": "hello"},
    {"do": "rerun"},
    {"do": "set", "kind": "chat_input", "key": "c", "value": "hello"},
    {"do": "set", "kind": "chat_input", "key": "c", "value": "hello"},
    {"do": "set", "kind": "chat_input", "key": "s", "value": "longer than five"},
    {"do": "set", "kind": "chat_input", "key": "d", "value": "x"},
    {"do": "set", "kind": "chat_input", "key": "c", "value": ""},
    {"do": "set", "kind": "chat_input", "key": "c", "value": "again"},
    {"do": "set", "kind": "chat_input", "key": "c", "value": "boom"},
    {"do": "rerun"},
    {"do": "set_state", "key": "c", "value": None},
    {"do": "set", "kind": "chat_input", "key": "af", "value": "files"},
    {"do": "set", "kind": "chat_input", "key": "au", "value": "audio"},
    {"do": "set", "kind": "chat_input", "key": "emp", "value": "e"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "chat_input", "key": "c", "value": "one"},
            {"do": "click", "kind": "button", "key": "set"},
        ],
    },
    {"do": "set", "kind": "chat_input", "key": "c", "value": None},
    {"do": "rerun"},
]
