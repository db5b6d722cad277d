"""Menus: options, labels, clicks, arguments."""

SCRIPT = """
import streamlit as st, enum
class C(enum.Enum):
    A = 1
    B = 2
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def ch(*a): st.text(f"cb {a} {ss.get('m')!r}")
st.text(f"before {ss.get('m', 'absent')!r}")
st.text(repr(st.menu_button("M", ["a", "b", 3] if n < 5 else ["b", "c"], key="m", on_click=ch, args=(1,))))
st.text(repr(st.menu_button("F", [1, 2], format_func=lambda x: f"no {x}", help="h")))
st.text(repr(st.menu_button("E", C, key="e")))
st.text(repr(st.menu_button("D", {"k": 1, "l": 2}, key="dd", disabled=True)))
st.text(repr(ss.m))
for kw in ({"options": []}, {"options": None}, {"options": ["a", "a"]}, {"options": [1, "1"]}, {"options": [1, 2], "format_func": lambda x: "s"}, {"on_click": "rerun"}, {"on_click": 5}, {"type": "x"}, {"width": "x"}, {"icon": "x"}, {"key": "m"}, {"label": "F", "options": [1, 2], "format_func": lambda x: f"no {x}", "help": "h"}, {"options": "abc"}, {"options": range(2)}):
    try: st.text(repr(st.menu_button(**{"label": "err", "options": ["x"], **kw})))
    except Exception as e: st.text(f"{list(kw)} {type(e).__name__}")
with st.form("f"):
    try: st.menu_button("in form", ["a"])
    except Exception as e: st.text(type(e).__name__)
    st.form_submit_button("go")
"""
STEPS = [
    {"do": "set", "kind": "menu_button", "key": "m", "value": "b"},
    {"do": "rerun"},
    {"do": "set", "kind": "menu_button", "key": "m", "value": 3},
    {"do": "set", "kind": "menu_button", "label": "F", "value": 2},
    {"do": "set", "kind": "menu_button", "key": "m", "value": "c"},
    {"do": "set", "kind": "menu_button", "key": "dd", "value": "k"},
    {"do": "rerun"},
]
