"""Bad arguments of tabs, expander, popover."""

SCRIPT = """
import streamlit as st
def t(f):
    try:
        f()
        st.text('ok')
    except Exception as e:
        st.text(type(e).__name__)
t(lambda: st.tabs([]))
t(lambda: st.tabs([1, 2]))
t(lambda: st.tabs(['a', 'b'], default='c'))
t(lambda: st.tabs(['a', 'b'], default=''))
t(lambda: st.tabs(['a', 'a']))
t(lambda: st.tabs(['a', 'a'], key='q', bind='query-params'))
t(lambda: st.tabs(['a', ''], key='q2', bind='query-params'))
t(lambda: st.tabs(['a', 'b'], on_change=None))
t(lambda: st.tabs(['a', 'b'], on_change='always'))
t(lambda: st.tabs(['a', 'b'], bind='url'))
t(lambda: st.tabs(['a', 'b'], bind='query-params'))
t(lambda: st.expander(None))
t(lambda: st.expander('e', type='odd'))
t(lambda: st.expander('e', type='step'))
t(lambda: st.expander('e', on_change=3))
t(lambda: st.popover(None))
t(lambda: st.popover('p', type='odd'))
t(lambda: st.popover('p', on_change=None))
t(lambda: st.popover('p', on_change='rerun', disabled=True))
st.session_state.w = 'word'
t(lambda: st.expander('e', key='w', on_change='rerun'))
st.session_state.w2 = 'word'
t(lambda: st.tabs(['a', 'b'], key='w2', on_change='rerun'))
st.write(st.session_state.w2)
with st.form('f'):
    t(lambda: st.tabs(['fa', 'b'], on_change='rerun'))
    t(lambda: st.expander('fe', on_change=lambda: None))
    t(lambda: st.popover('fp', on_change='rerun', key='fp'))
    st.form_submit_button()
"""

STEPS = [{"do": "rerun"}]
