"""Which parameters tell keyless inputs with options apart."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

def t(f):
    try:
        f()
    except Exception as e:
        st.text(type(e).__name__)
t(lambda: st.pills('A', ['a', 'b']))
t(lambda: st.pills('A', ['a', 'b']))
t(lambda: st.segmented_control('A', ['a', 'b']))
t(lambda: st.pills('A', ['a', 'b'], selection_mode='multi'))
t(lambda: st.pills('A', ['a', 'b'], default='a'))
t(lambda: st.pills('A', ['a', 'b'], required=True))
t(lambda: st.pills('A', ['a', 'b'], wrap=True))
t(lambda: st.feedback())
t(lambda: st.feedback())
t(lambda: st.feedback('stars'))
t(lambda: st.radio('A', ['a', 'b']))
t(lambda: st.radio('A', ['a', 'b'], format_func=str.upper))
t(lambda: st.radio('A', ['a', 'b'], format_func=str.lower))
t(lambda: st.multiselect('A', ['a', 'b']))
t(lambda: st.multiselect('A', ['a', 'b'], []))
t(lambda: st.multiselect('A', ['a', 'b'], wrap=True))
t(lambda: st.multiselect('A', ['a', 'b'], select_all=True))
t(lambda: st.multiselect('A', ['a', 'b'], placeholder=''))
t(lambda: st.multiselect('A', ['a', 'b'], placeholder=' '))
t(lambda: st.select_slider('A', ['a', 'b']))
t(lambda: st.select_slider('A', ['a', 'b'], 'a'))
t(lambda: st.select_slider('A', ['a', 'b'], ('a', 'b')))
t(lambda: st.select_slider('A', ['a', 'b'], ('b', 'a')))
t(lambda: st.pills('A', ['x'], default=['x'], selection_mode='multi'))
t(lambda: st.pills('A', ['x'], default='x', selection_mode='multi'))
t(lambda: st.pills('A', ['x'], default='x'))
t(lambda: st.selectbox('A', ['x'], placeholder=''))
t(lambda: st.selectbox('A', ['x'], placeholder=' '))
"""

STEPS = [{"do": "rerun"}]
