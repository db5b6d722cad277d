"""What may not be done with a bound parameter, and what cannot be bound."""

SCRIPT = """
import streamlit as st
def t(f):
    try:
        f()
        st.text('ok')
    except Exception as e:
        st.text(type(e).__name__)
qp = st.query_params
qp['a'] = 'x'
st.text_input('A', key='a', bind='query-params')
st.text_input('B', key='b', bind='query-params')
t(lambda: qp.__setitem__('a', '1'))
t(lambda: qp.__delitem__('a'))
t(lambda: qp.__setitem__('b', '1'))
t(lambda: qp.__delitem__('b'))
t(lambda: qp.update(c=1, b=2))
t(lambda: qp.update([('c', 1), ('d', [1, 2])], e='f'))
t(lambda: qp.from_dict({'a': 3}))
t(lambda: qp.from_dict({'z': 3}))
t(lambda: qp.clear())
t(lambda: qp.__setitem__('embed', '1'))
t(lambda: qp.__setitem__('EMBED_options', '1'))
t(lambda: qp['embed'])
t(lambda: qp.__delitem__('Embed'))
t(lambda: st.text_input('C', key='embed', bind='query-params'))
t(lambda: st.text_input('D', bind='query-params'))
t(lambda: st.text_input('E', key='e', bind='url'))
t(lambda: st.text_input('F', key='f', bind='query-params', type='password'))
t(lambda: setattr(qp, 'g', {'a': 1}))
t(lambda: qp.nope)
t(lambda: delattr(qp, 'nope'))
t(lambda: qp.pop('nope'))
st.write(qp.pop('z', 'none'), qp.get('zz'), hasattr(qp, 'd'))
st.json(qp.to_dict())
st.write(qp)
"""

STEPS = [
    {"do": "rerun"},
    {"do": "set", "kind": "text_input", "key": "a", "value": "typed"},
    {"do": "query", "key": "a", "value": "url"},
]
