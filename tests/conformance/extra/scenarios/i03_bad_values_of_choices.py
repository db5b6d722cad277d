"""Bad values of session state: what pills, feedback, select_slider and multiselect make of them."""

SCRIPT = """
import streamlit as st
def t(k, v, f):
    st.session_state[k] = v
    try:
        r = f(k)
        st.text(k + ' returns ' + repr(r) + ', state ' + repr(st.session_state[k]))
    except Exception as e:
        st.text(k + ' ' + type(e).__name__)
t('pills_bad', 'z', lambda k: st.pills(k, ['a', 'b'], key=k))
t('pills_none', None, lambda k: st.pills(k, ['a', 'b'], key=k))
t('pills_list', ['a'], lambda k: st.pills(k, ['a', 'b'], key=k))
t('pills_empty_list', [], lambda k: st.pills(k, ['a', 'b'], key=k))
t('pm_bad', ['a', 'z'], lambda k: st.pills(k, ['a', 'b'], selection_mode='multi', key=k))
t('pm_str', 'a', lambda k: st.pills(k, ['a', 'b'], selection_mode='multi', key=k))
t('pm_str2', 'ab', lambda k: st.pills(k, ['a', 'b'], selection_mode='multi', key=k))
t('pm_tuple', ('b', 'a'), lambda k: st.pills(k, ['a', 'b'], selection_mode='multi', key=k))
t('pm_int', 5, lambda k: st.pills(k, ['a', 'b'], selection_mode='multi', key=k))
t('sc_bad', 'z', lambda k: st.segmented_control(k, ['a', 'b'], key=k))
t('fb_bad', 9, lambda k: st.feedback('stars', key=k))
t('fb_neg', -1, lambda k: st.feedback('stars', key=k))
t('fb_str', 'x', lambda k: st.feedback('stars', key=k))
t('fb_true', True, lambda k: st.feedback('stars', key=k))
t('fb_float', 2.0, lambda k: st.feedback('stars', key=k))
t('fb_none', None, lambda k: st.feedback('stars', key=k))
t('fb_ok', 2, lambda k: st.feedback('faces', key=k))
t('ss_none', None, lambda k: st.select_slider(k, ['a', 'b'], key=k))
t('ss_pair', ('a', 'b'), lambda k: st.select_slider(k, ['a', 'b'], key=k))
t('ss_list', ['a', 'b'], lambda k: st.select_slider(k, ['a', 'b'], key=k))
t('ss_pair_rev', ('b', 'a'), lambda k: st.select_slider(k, ['a', 'b'], key=k))
t('ss_pair_bad', ('b', 'z'), lambda k: st.select_slider(k, ['a', 'b', 'c'], key=k))
t('ss_one', ('b',), lambda k: st.select_slider(k, ['a', 'b', 'c'], key=k))
t('ss_three', ('a', 'b', 'c'), lambda k: st.select_slider(k, ['a', 'b', 'c'], key=k))
t('radio_list', ['a'], lambda k: st.radio(k, ['a', 'b'], key=k))
t('radio_num', 1, lambda k: st.radio(k, ['1', '2'], key=k))
t('radio_num2', '2', lambda k: st.radio(k, [1, 2], key=k))
t('select_num2', '2', lambda k: st.selectbox(k, [1, 2], key=k))
t('multi_num', [1], lambda k: st.multiselect(k, ['1', '2'], key=k))
t('multi_int', 5, lambda k: st.multiselect(k, ['1', '2'], key=k))
t('multi_set', {'1'}, lambda k: st.multiselect(k, ['1', '2'], key=k))
t('multi_gen', range(1), lambda k: st.multiselect(k, ['0', '2'], key=k))
t('multi_str_bad', 'ab', lambda k: st.multiselect(k, ['a', 'c'], key=k))
t('multi_dup', ['a', 'a'], lambda k: st.multiselect(k, ['a', 'c'], key=k))
t('multi_new', ['q', 'a'], lambda k: st.multiselect(k, ['a', 'c'], key=k, accept_new_options=True))
t('multi_new_none', None, lambda k: st.multiselect(k, ['a', 'c'], key=k, accept_new_options=True))
t('multi_new_str', 'qa', lambda k: st.multiselect(k, ['a', 'c'], key=k, accept_new_options=True))
t('multi_max_str', 'abc', lambda k: st.multiselect(k, ['a', 'b', 'c'], key=k, max_selections=2))
t('multi_max_none', None, lambda k: st.multiselect(k, ['a', 'b', 'c'], key=k, max_selections=2))
t('multi_max_int', 3, lambda k: st.multiselect(k, ['a', 'b', 'c'], key=k, max_selections=2))
t('multi_max_bad', ['x', 'y', 'a'], lambda k: st.multiselect(k, ['a', 'b', 'c'], key=k, max_selections=2))
"""

STEPS = []
