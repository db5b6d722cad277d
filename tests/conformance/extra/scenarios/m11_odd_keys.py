"""Keys of many characters, emoji, newlines, in all plain kinds."""

SCRIPT = """
import streamlit as st
ss = st.session_state
keys = ["😀 a\\nb\\n", "k" * 200, "%s {0} -None <b>&\\x00\\t"]
def cb(k, v=None): st.text(f"cb {k[:12]!r} {ss[k]!r}")
for i, k in enumerate(keys):
    st.text(repr((st.checkbox(f"c{i}", key="c" + k, on_change=cb, args=("c" + k,)),
    st.toggle(f"t{i}", key="t" + k, on_change=cb, args=("t" + k,)),
    st.text_input(f"i{i}", key="i" + k, on_change=cb, args=("i" + k,)),
    st.text_area(f"a{i}", key="a" + k, on_change=cb, args=("a" + k,)),
    st.number_input(f"n{i}", key="n" + k, on_change=cb, args=("n" + k,)),
    st.slider(f"s{i}", key="s" + k, on_change=cb, args=("s" + k,)),
    st.selectbox(f"x{i}", ["a", "b"], key="x" + k, on_change=cb, args=("x" + k,)),
    st.button(f"b{i}", key="b" + k, on_click=cb, args=("b" + k,)),
    st.download_button(f"d{i}", "x", key="d" + k, on_click=cb, args=("d" + k,)),
    st.menu_button(f"m{i}", ["p", "q"], key="m" + k, on_click=cb, args=("m" + k,)),
    st.chat_input(f"h{i}", key="h" + k, on_submit=cb, args=("h" + k,)))))
    with st.form("f" + k):
        st.text(repr(st.toggle("z", key="z" + k)))
        st.form_submit_button("go", key="g" + k)
    st.link_button("l", "u", key="l" + k)
st.text(str(len(ss)))
"""
K = ["😀 a\nb\n"]
STEPS = [
    s
    for k in K
    for s in (
        {"do": "set", "kind": "checkbox", "key": "c" + k, "value": True},
        {"do": "set", "kind": "toggle", "key": "t" + k, "value": True},
        {"do": "set", "kind": "text_input", "key": "i" + k, "value": "x"},
        {"do": "set", "kind": "text_area", "key": "a" + k, "value": "x"},
        {"do": "set", "kind": "number_input", "key": "n" + k, "value": 2.5},
        {"do": "set", "kind": "slider", "key": "s" + k, "value": 4},
        {"do": "set", "kind": "selectbox", "key": "x" + k, "value": "b"},
        {"do": "click", "kind": "button", "key": "b" + k},
        {"do": "click", "kind": "download_button", "key": "d" + k},
        {"do": "set", "kind": "menu_button", "key": "m" + k, "value": "q"},
        {"do": "set", "kind": "chat_input", "key": "h" + k, "value": "hey"},
        {"do": "set", "kind": "toggle", "key": "z" + k, "value": True},
        {"do": "submit", "form": "f" + k},
    )
]
