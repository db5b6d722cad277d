"""An icon is one emoji or a Material name, wherever one is taken; an alert takes the one its text begins with."""

SCRIPT = """
import streamlit as st

for body in ('\U0001F6A8 Fire', ':material/home: Home', 'plain', '\U0001F6A8', '1\uFE0F\u20E3 one', '\u2713 done', '\u2265 5',
             '\U0001F44D\U0001F3FD- both', '\U0001F6A8\U0001F6A8 two', ':rocket: x', '\u201Cquoted\u201D', 'two\\n\\n\U0001F6A8 lines'):
    st.error(body)
    st.warning(body, icon='\U0001F525')
for icon in ('nonsense', '', '  ', ' \U0001F6A8 ', ':material/home:', ':rocket:', 'spinner', 3, 'http://x/y.png', '\U0001F6A8\U0001F6A8',
             '\u2713', '\u2265', '\u2764\uFE0F', '\U0001F1EB\U0001F1F7', '#\uFE0F\u20E3'):
    for kind in ('info', 'header', 'subheader', 'title', 'text_input', 'number_input', 'selectbox', 'popover',
                 'expander', 'toast', 'button'):
        more = {'options': [1]} if kind == 'selectbox' else {}
        if kind in ('text_input', 'number_input', 'selectbox', 'button'):
            more['key'] = f'{kind} {icon!r}'
        try:
            getattr(st, kind)('L', icon=icon, **more)
        except Exception as error:
            st.text(f'{kind} {icon!r}: {type(error).__name__}')
"""

STEPS = [{"do": "rerun"}]
