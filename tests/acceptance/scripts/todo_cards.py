"""A to-do list of dataclasses with callbacks, icons, a form that is cleared."""

import streamlit as st
from dataclasses import dataclass, field
import uuid, datetime
st.set_page_config('Todo', ':memo:')
@dataclass
class Todo:
    text: str
    done: bool = False
    uid: int = 0
if 'todos' not in st.session_state:
    st.session_state['todos'] = [Todo('Buy milk', uid=1), Todo('Walk', True, 2)]
if 'n' not in st.session_state: st.session_state.setdefault('n', 3)
def remove(i): st.session_state.todos.pop(i)
def check(i): st.session_state.todos[i].done = not st.session_state.todos[i].done
def add():
    st.session_state.todos.append(Todo(st.session_state.new, uid=st.session_state.n)); st.session_state.n += 1; st.session_state.new = ''
with st.form(key='f', clear_on_submit=True, border=False):
    c = st.columns([4,1], vertical_alignment='bottom')
    c[0].text_input('New', key='new', placeholder='todo', label_visibility='collapsed')
    c[1].form_submit_button('Add', on_click=add, type='primary', icon=':material/add:')
for i, t in enumerate(st.session_state.todos):
    with st.container(border=True):
        a, b = st.columns([0.8, 0.2])
        a.checkbox(t.text, value=t.done, key=f'c{t.uid}', on_change=check, args=[i])
        b.button(':material/delete:', key=f'd{t.uid}', on_click=remove, args=(i,), help='delete')
done = sum(t.done for t in st.session_state.todos)
st.progress(done/len(st.session_state.todos) if st.session_state.todos else 0.0, text=f'{done} done')
st.metric('Done', done, delta=-1, delta_color='inverse', border=True, help='x')
st.divider()
st.write(st.session_state.todos[0])
st.write([t.text for t in st.session_state.todos])
