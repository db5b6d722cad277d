"""Files to save: what they are made of, clicks, arguments."""

SCRIPT = """
import streamlit as st, io, tempfile, os
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def ch(*a): st.text(f"cb {a} {ss.get('d')!r}")
def make(): print("made"); return "x"
st.text(repr(st.download_button("D" if n < 4 else "D2", f"data {n}", key="d", on_click=ch, args=(1,), help=str(n), file_name=f"f{n}")))
st.text(repr(st.download_button("keyless", f"data {n}")))
st.text(repr(st.download_button("ign", b"x", on_click="ignore", key="ig")))
st.text(repr(st.download_button("rer", b"x", on_click="rerun", key="re")))
st.text(repr(st.download_button("none", make, on_click=None, key="no")))
st.text(repr(st.download_button("dis", b"x", key="di", disabled=True)))
st.text(repr(ss.d))
p = os.path.join(tempfile.mkdtemp(), "t.csv"); open(p, "w").write("a")
for i, data in enumerate((io.StringIO("a"), io.BytesIO(b"a"), open(p), open(p, "rb"), open(p, "rb", buffering=0), 5, None, ["a"], bytearray(b"a"), memoryview(b"a"))):
    try: st.text(repr(st.download_button(f"b{i}", data)))
    except Exception as e: st.text(f"{i} {type(e).__name__}")
for kw in ({"on_click": 5}, {"on_click": "x"}, {"type": "x"}, {"icon": "x"}, {"icon": "🎉"}, {"icon": ":material/star:"}, {"icon_position": "top"}, {"shortcut": "c"}, {"shortcut": "ctrl+k"}, {"width": "x"}, {"use_container_width": True}):
    try: st.text(repr(st.download_button("err" + repr(kw), "a", **kw)))
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
with st.form("f"):
    try: st.download_button("in form", "a")
    except Exception as e: st.text(type(e).__name__)
    try: st.download_button("in form 2", "a", on_click=ch)
    except Exception as e: st.text(type(e).__name__)
    st.form_submit_button("go")
try: st.download_button("keyless", "other")
except Exception as e: st.text(type(e).__name__)
"""
STEPS = [
    {"do": "click", "kind": "download_button", "key": "d"},
    {"do": "rerun"},
    {"do": "click", "kind": "download_button", "label": "keyless"},
    {"do": "click", "kind": "download_button", "key": "ig"},
    {"do": "click", "kind": "download_button", "key": "re"},
    {"do": "click", "kind": "download_button", "key": "no"},
    {"do": "click", "kind": "download_button", "key": "di"},
    {"do": "rerun"},
]
