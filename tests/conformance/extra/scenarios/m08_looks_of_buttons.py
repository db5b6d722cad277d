"""Buttons: icons, shortcuts, widths, identity, arguments."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def ch(*a): st.text(f"cb {a}")
st.text(repr(st.button("A", use_container_width=n > 3)))
st.text(repr(st.button("B", width="stretch" if n > 3 else "content")))
st.text(repr(st.button("C", icon="🎉" if n > 3 else None)))
st.text(repr(st.button("D", shortcut="ctrl+k" if n % 2 else "Ctrl + K")))
st.text(repr(st.button("E", type="primary", disabled=n == 4)))
st.text(repr(st.button("F", key="f", wrap=n > 3, on_click=ch, args=[n])))
st.text(repr(st.button(None, key="none")))
st.text(repr(st.button(5, key="five")))
bad = [{"type": "x"}, {"type": None}, {"icon": "x"}, {"icon": 5}, {"icon": ""}, {"icon": "  "}, {"icon": ":tada:"}, {"icon": ":material/nonono/:"}, {"icon": "http://a.b"}, {"icon": "🎉🎉"}, {"icon": "é"}, {"icon": "spinner"}, {"icon": "👨‍👩‍👧"}, {"icon": "🇩🇪"}, {"icon_position": "top"}, {"icon_position": None}, {"icon_position": "right"},
  {"shortcut": ""}, {"shortcut": "ctrl"}, {"shortcut": "a+b"}, {"shortcut": "c"}, {"shortcut": "Ctrl+R"}, {"shortcut": 5}, {"shortcut": "ctrl+foo"}, {"shortcut": "F5"}, {"shortcut": "shift+Enter"}, {"shortcut": "é"}, {"shortcut": "fx"}, {"shortcut": "+"}, {"shortcut": "ctrl+ArrowUp"},
  {"width": "x"}, {"width": 0}, {"width": 2**33}, {"width": True}, {"width": False}, {"use_container_width": "yes"}, {"on_click": "rerun"}, {"on_click": "ignore"}, {"on_click": 5}, {"on_click": "x"}, {"args": (1,)}, {"help": 5}, {"key": 5}, {"key": 5.5}]
for i, kw in enumerate(bad):
    try: st.text(repr(st.button(f"b{i}", **kw)))
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
with st.form("q"):
    for i, kw in enumerate(bad):
        if "key" in kw: continue
        try: st.text(repr(st.form_submit_button(f"b{i}", **kw)))
        except Exception as e: st.text(f"{kw} {type(e).__name__}")
try: st.form_submit_button("outside")
except Exception as e: st.text(type(e).__name__)
"""
STEPS = [
    {"do": "click", "kind": "button", "label": "A"},
    {"do": "click", "kind": "button", "label": "D"},
    {"do": "click", "kind": "button", "label": "E"},
    {"do": "click", "kind": "button", "key": "f"},
    {"do": "click", "kind": "button", "key": "none"},
]
