"""Switches: values, identity, callbacks, forms."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def ch(*a, **k): st.text(f"cb {a} {k} {ss.get('a')!r}")
st.text(repr(st.toggle("A" + str(n > 2), value=n > 3, key="a", on_change=ch, args=(1,), kwargs={"z": 2}, help=str(n))))
st.text(repr(st.toggle("keyless", help="h" if n < 3 else None)))
st.text(repr(st.toggle("kw", width=100 + (n > 3))))
st.text(repr(st.toggle("yes", value="yes", key="y")))
st.text(repr(st.toggle("none", value=None, key="nn")))
st.text(repr(st.toggle("ign", key="ign", on_change="ignore")))
st.text(repr(st.toggle("dis", True, key="dis", disabled=n % 2 == 0, on_change=ch, args=("dis",))))
st.text(repr((st.toggle if n < 5 else st.checkbox)("swap", key="swap")))
with st.form("f", clear_on_submit=True):
    st.text(repr(st.toggle("in form", True, key="inf")))
    st.form_submit_button("go")
for kw in ({"on_change": "never"}, {"on_change": 5}, {"label_visibility": "x"}, {"width": 0}, {"width": "wide"}, {"width": -3}, {"width": 1.5}, {"width": None}, {"key": ""}, {"persist_state": "x"}, {"persist_state": "session"}, {"on_change": "rerun"}, {"on_change": None}):
    try: st.toggle("err" + repr(kw), **kw); st.text("ok")
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
try: st.toggle("keyless", help="h" if n < 3 else None)
except Exception as e: st.text(type(e).__name__)
try: st.checkbox("other", key="a")
except Exception as e: st.text(type(e).__name__)
with st.form("g"):
    try: st.toggle("cb in form", on_change=ch)
    except Exception as e: st.text(type(e).__name__)
"""
STEPS = [
    {"do": "set", "kind": "toggle", "key": "a", "value": True},
    {"do": "set", "kind": "toggle", "label": "keyless", "value": True},
    {"do": "set", "kind": "toggle", "key": "ign", "value": True},
    {"do": "set", "kind": "toggle", "key": "dis", "value": False},
    {"do": "rerun"},
    {"do": "set", "kind": "toggle", "key": "inf", "value": False},
    {"do": "submit", "form": "f"},
    {"do": "submit", "form": "f"},
    {"do": "set_state", "key": "a", "value": 7},
    {"do": "rerun"},
    {"do": "set", "kind": "toggle", "key": "a", "value": False},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "toggle", "key": "a", "value": True},
            {"do": "set", "kind": "toggle", "key": "y", "value": False},
        ],
    },
]
