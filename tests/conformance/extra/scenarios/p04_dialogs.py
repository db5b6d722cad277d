"""What dialogs refuse, and where they may be called."""

SCRIPT = """
import streamlit as st
@st.dialog('One')
def one():
    st.write('in one')
    st.text_input('X', key='x')
@st.dialog('Two', width='large', dismissible=False, icon='🔥', on_dismiss='rerun')
def two():
    st.write('in two')
    return 5
@st.dialog('Nest')
def nest():
    one()
@st.dialog('Err')
def err():
    st.write('before')
    raise ValueError('boom')
@st.dialog('Stop')
def stopping():
    st.write('before')
    st.stop()
what = st.selectbox('what', ['none', 'one', 'oneone', 'onetwo', 'nest', 'err', 'stop', 'two', 'side', 'frag', 'bad'], key='what')
def go(f):
    try:
        return f()
    except Exception as e:
        st.write(type(e).__name__)
if what == 'one': go(one)
if what == 'oneone': go(one); go(one)
if what == 'onetwo': go(one); go(two)
if what == 'nest': go(nest)
if what == 'err': err()
if what == 'stop': stopping()
if what == 'two': st.write(two())
if what == 'side':
    with st.sidebar:
        st.write('side')
        one()
        st.write('side 2')
if what == 'frag':
    @st.fragment
    def fr():
        st.write('fr')
        one()
        st.write('fr2')
    fr()
if what == 'bad':
    for kw in [dict(title=''), dict(title=None), dict(title='a', width='huge'), dict(title='a', width=0), dict(title='a', width=300), dict(title='a', on_dismiss=5), dict(title='a', on_dismiss=None), dict(title='a', icon='zzz'), dict(title='a', position='up')]:
        try:
            d = st.dialog(**kw)(lambda: st.write('d'))
            st.write('decorated')
            d()
            st.write('fine')
        except Exception as e:
            st.write(type(e).__name__)
    try:
        @st.dialog
        def nodial(): pass
    except Exception as e:
        st.write('no parens', type(e).__name__)
st.write('end', 'x' in st.session_state)
"""
STEPS = [
    {"do": "set", "kind": "selectbox", "key": "what", "value": v}
    for v in ["one", "none", "oneone", "onetwo", "nest", "err", "stop", "two", "side", "frag", "bad"]
]
