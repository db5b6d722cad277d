"""A spot that holds a container, then another container."""

SCRIPT = """
import streamlit as st
a = st.empty()
with a.container():
    st.write('1'); st.write('2')
with a.container():
    st.write('3'); st.write('4')
b = st.empty()
for n in range(3):
    with b.container():
        st.write('round', n)
        st.text('same number')
"""

STEPS = [{"do": "rerun"}]
