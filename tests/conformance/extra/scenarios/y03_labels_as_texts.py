"""A label is the text that is shown: no label and an empty one are one, and so are a number and its digits."""

SCRIPT = """
import datetime as dt
import streamlit as st

KINDS = {
    'button': (), 'checkbox': (), 'text_input': (), 'text_area': (), 'slider': (), 'number_input': (),
    'selectbox': ([1, 2],), 'radio': ([1, 2],), 'multiselect': ([1, 2],), 'select_slider': ([1, 2],), 'date_input': (dt.date(2024, 1, 2),),
    'time_input': (dt.time(8, 30),), 'color_picker': (),
}
for kind, more in KINDS.items():
    for one, other in ((None, ''), ('3', 3), ('None', 4)):
        try:
            getattr(st, kind)(one, *more)
            getattr(st, kind)(other, *more)
        except Exception as error:
            st.text(f'{kind} {one!r} {other!r}: {type(error).__name__}')
st.text(st.text_input('' if st.session_state.get('c') else None, 'd'))
st.checkbox('c', key='c')
"""

STEPS = [
    {"do": "set", "kind": "checkbox", "key": "c", "value": True},
    {"do": "set", "kind": "checkbox", "key": "c", "value": False},
]
