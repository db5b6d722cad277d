"""Dates, times and colours bound to the address."""

SCRIPT = '''
import streamlit as st
import datetime as dt
if st.checkbox('show', key='show'):
    a = st.date_input('A', dt.date(2024,5,5), key='a', bind='query-params')
    b = st.date_input('B', None, key='b', bind='query-params')
    c = st.date_input('C', (dt.date(2024,5,1), dt.date(2024,5,9)), key='c', bind='query-params')
    d = st.date_input('D', None, min_value=dt.date(2024,5,1), max_value=dt.date(2024,5,31), key='d', bind='query-params')
    e = st.time_input('E', dt.time(8,30), key='e', bind='query-params')
    f = st.time_input('F', None, key='f', step=1, bind='query-params')
    g = st.datetime_input('G', dt.datetime(2024,5,5,8,30), key='g', bind='query-params')
    h = st.color_picker('H', '#112233', key='h', bind='query-params')
    i = st.text_area('I', 'x', key='i', bind='query-params') if hasattr(st, 'text_area') else 0
    st.write(str([a,b,c,d,e,f,g,h]))
    st.write(str({n: st.query_params.get_all(n) for n in sorted(st.query_params)}))
st.button('prog', key='prog', on_click=lambda: st.session_state.update(b=dt.date(2024,1,2), f=dt.time(1,2,3)))
st.button('out', key='out', on_click=lambda: st.session_state.update(d=dt.date(2025,1,2)))
'''.replace("    i = st.text_area('I', 'x', key='i', bind='query-params') if hasattr(st, 'text_area') else 0\n","")
def q(**kw): return [{'do':'query','key':k,'value':v} for k,v in kw.items()]

STEPS = [
 {'do':'batch','steps':[*q(a='2024-06-07', b='2024-06-08', c=['2024-05-02','2024-05-03'], d='2024-05-06', e='09:15', f='10:11:12', g='2024-06-07T10:20', h='aabbcc'), {'do':'set','kind':'checkbox','key':'show','value':True}]},
 {'do':'click','kind':'button','key':'prog'},
 {'do':'rerun'},
 {'do':'click','kind':'button','key':'out'},
 {'do':'rerun'},
 {'do':'set','kind':'checkbox','key':'show','value':False},
 {'do':'batch','steps':[*q(a='nope', b='', c='2024-05-02', d='2026-01-01', e='25:00', f='', g='2024-06-07', h='red'), {'do':'set','kind':'checkbox','key':'show','value':True}]},
 {'do':'rerun'},
 {'do':'set','kind':'checkbox','key':'show','value':False},
 {'do':'batch','steps':[*q(a='2024/06/09', b=['2024-01-01','2024-01-02'], c='', d='', e=['10:00','11:00'], f='10:11', g='', h=''), {'do':'set','kind':'checkbox','key':'show','value':True}]},
 {'do':'rerun'},
]
