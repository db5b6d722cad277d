"""The mapping in full."""

SCRIPT = """
import streamlit as st
qp = st.query_params
st.text(str(qp))
if st.button('go', key='go'):
    qp.from_dict([('a', 1), ('b', ['x', 2]), ('e', [])])
    st.text(str(qp))
    st.write(qp.get_all('b'), qp.get_all('e'), qp.get_all('nope'), repr(qp['e']), qp.b)
    qp.a = None
    qp['t'] = (1, 2)
    qp['s'] = {3}
    st.write('a' in qp, qp.setdefault('a', 'zz'), qp.setdefault('n', 'nn'), qp == {'a': 'None'}, bool(qp))
    st.write(sorted(qp.keys()), sorted(qp.values()), sorted(qp.items()))
    st.write(qp.popitem() is not None, dict(qp) == qp.to_dict(), isinstance(qp, dict))
    try:
        qp.from_dict({'ok': 1, 'bad': {'x': 1}})
    except Exception as e:
        st.text(type(e).__name__)
    try:
        qp.update({'half': 1, 'bad': {'x': 1}})
    except Exception as e:
        st.text(type(e).__name__)
    st.json(qp.to_dict())
    qp['half'] = 2
    del qp['half']
    try:
        del qp['half']
    except Exception as e:
        st.text(type(e).__name__)
    st.text(hasattr(qp, 'half'))
st.json(qp.to_dict())
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "go"},
    {"do": "rerun"},
    {"do": "query", "key": "m", "value": ["1", "", "2"]},
    {"do": "query", "key": "embed", "value": "true"},
    {"do": "query", "key": "n", "value": 5},
    {"do": "click", "kind": "button", "key": "go"},
]
