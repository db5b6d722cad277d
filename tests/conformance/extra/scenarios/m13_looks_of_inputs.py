"""Labels, help, disabled and widths of every plain kind."""

SCRIPT = """
import streamlit as st
kinds = {"checkbox": (), "toggle": (), "text_input": (), "text_area": (), "number_input": (), "slider": (), "selectbox": (["a"],)}
i = 0
for kind, args in kinds.items():
    for kw in ({"label_visibility": "visible"}, {"label_visibility": "hidden"}, {"label_visibility": "collapsed"}, {"label_visibility": None}, {"label_visibility": "x"}, {"help": "**b**"}, {"help": 5}, {"disabled": True}, {"disabled": 1}, {"width": 100}, {"width": "stretch"}, {"width": "content"}, {"width": -1}, {"width": 1.5}, {"width": None}, {"bind": "x"}, {"kwargs": {"a": 1}}, {"args": 5}):
        i += 1
        try: st.text(repr(getattr(st, kind)(f"l{i}", *args, **kw)))
        except Exception as e: st.text(f"{kind} {kw} {type(e).__name__}")
"""
STEPS = [{"do": "rerun"}]
