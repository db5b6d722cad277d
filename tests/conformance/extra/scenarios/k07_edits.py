"""State, identity and rules of st.data_editor."""

SCRIPT = """
import streamlit as st
import pandas as pd
n = st.session_state.setdefault('n', 0)
df = pd.DataFrame({'a': [1, 2, 3 + n], 'b': ['x', 'y', 'z']})
def tell(name, f):
    try:
        r = f()
        st.text(name + ' ' + type(r).__name__ + ' ' + repr(r.to_dict('list')))
    except Exception as e:
        st.text(name + ' raises ' + type(e).__name__)
def changed(*a): print('changed', a)
tell('keyed', lambda: st.data_editor(df, key='de', on_change=changed, args=(1,)))
st.write(st.session_state.de)
st.text(repr(st.session_state.de))
st.text(type(st.session_state.de).__name__ + str(st.session_state.de.edited_rows) + str(st.session_state['de']['added_rows']))
tell('dyn', lambda: st.data_editor(df, key='dyn', num_rows='dynamic'))
tell('nokey', lambda: st.data_editor(df))
tell('nokey twice', lambda: st.data_editor(df))
tell('dup', lambda: st.data_editor(df, key='de'))
tell('bad num_rows', lambda: st.data_editor(df, key='b1', num_rows='x'))
tell('bad width', lambda: st.data_editor(df, key='b2', width='x'))
tell('bad height', lambda: st.data_editor(df, key='b3', height='x'))
tell('bad on_change', lambda: st.data_editor(df, key='b4', on_change='x'))
tell('bad config', lambda: st.data_editor(df, key='b5', column_config={'a': 5}))
tell('config', lambda: st.data_editor(df, key='b6', column_config={'a': None, 'b': 'B'}, column_order=['b', 'nope'], hide_index=True, disabled=['a'], placeholder='-', alt='x'))
tell('disabled', lambda: st.data_editor(df, key='b7', disabled=True))
tell('disabled bad', lambda: st.data_editor(df, key='b8', disabled=['nope', 0]))
tell('ignore', lambda: st.data_editor(df, key='b9', on_change='ignore'))
with st.form('f'):
    tell('in form', lambda: st.data_editor(df, key='b10'))
    tell('in form cb', lambda: st.data_editor(df, key='b11', on_change=changed))
    st.form_submit_button('go')
for op in ("st.session_state.de['edited_rows'] = 1", "st.session_state.de.edited_rows = 1", "del st.session_state.de['edited_rows']", "st.session_state.de.update(a=1)", "st.session_state.de.clear()", "st.session_state.de['edited_rows'][0] = {}", "st.session_state.de['added_rows'].append({})", "st.session_state.de = {}", "st.session_state.de.nope", "st.session_state.de.pop('edited_rows')"):
    try:
        exec(op)
        st.text(op + ' fine')
    except Exception as e:
        st.text(op + ' ' + type(e).__name__)
def more(): st.session_state.n += 1
st.button('more', on_click=more, key='more')
st.checkbox('hide', key='hide')
edited = st.data_editor(df, key='ret')
edited['a'] = 0
st.text(str(df['a'].tolist()) + str(edited is df))
"""
STEPS = [{"do": "rerun"}, {"do": "click", "kind": "button", "key": "more"},
  {"do": "set_state", "key": "de", "value": {"edited_rows": {"0": {"a": 5}}, "added_rows": [], "deleted_rows": []}},
  {"do": "rerun"},
  {"do": "set_state", "key": "dyn", "value": {"edited_rows": {}, "added_rows": [{"a": 7}], "deleted_rows": [0]}},
  {"do": "del_state", "key": "de"}]
