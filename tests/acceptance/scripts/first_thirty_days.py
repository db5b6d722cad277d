"""The first days of a course on Streamlit, one after the other."""

import streamlit as st
import pandas as pd, numpy as np, time
from datetime import time as T, datetime, date
st.header('st.button')
if st.button('Say hello'): st.write('Why hello there')
else: st.write('Goodbye')
st.subheader('Slider')
age = st.slider('How old are you?', 0, 130, 25)
st.write("I'm ", age, 'years old')
values = st.slider('Select a range of values', 0.0, 100.0, (25.0, 75.0))
st.write('Values:', values)
appointment = st.slider("Schedule your appointment:", value=(T(11, 30), T(12, 45)))
st.write("You're scheduled for:", appointment)
start_time = st.slider("When do you start?", value=datetime(2020, 1, 1, 9, 30), format="MM/DD/YY - hh:mm")
st.write("Start time:", start_time)
option = st.selectbox('What is your favorite color?', ('Blue', 'Red', 'Green'))
st.write('Your favorite color is ', option)
options = st.multiselect('What are your favorite colors', ['Green', 'Yellow', 'Red', 'Blue'], ['Yellow', 'Red'])
st.write('You selected:', options)
st.write ('What would you like to order?')
icecream = st.checkbox('Ice cream')
coffee = st.checkbox('Coffee')
if icecream: st.write("Great! Here's some more 🍦")
st.latex(r'''
     a + ar + a r^2 + a r^3 + \cdots + a r^{n-1} =
     \sum_{k=0}^{n-1} ar^k =
     a \left(\frac{1-r^{n}}{1-r}\right)
     ''')
with st.expander('About this app'):
    st.write('This app shows the various ways')
    st.image('https://streamlit.io/images/brand/streamlit-logo-secondary-colormark-darktext.png', width=250)
st.sidebar.header('Input')
user_name = st.sidebar.text_input('What is your name?')
user_emoji = st.sidebar.selectbox('Choose an emoji', ['', '😄', '😆', '😊'])
col1, col2, col3 = st.columns(3)
with col1:
    if user_name != '': st.write(f'👋 Hello {user_name}!')
    else: st.write('👈  Please enter your **name**!')
my_bar = st.progress(0)
for p in range(0,100,20): my_bar.progress(p + 1)
with st.form('my_form'):
    st.subheader('**Order your coffee**')
    bean = st.selectbox('Coffee bean', ['Arabica', 'Robusta'])
    roast = st.selectbox('Coffee roast', ['Light', 'Medium', 'Dark'])
    milk_val = st.select_slider('Milk intensity', ['None', 'Low', 'Medium', 'High'])
    own = st.checkbox('Bring own cup')
    submitted = st.form_submit_button('Submit')
if submitted: st.markdown(f'''☕ You have ordered: - {bean} - {roast} {milk_val} {own}''')
else: st.write('☝️ Place your order!')
st.write(st.query_params.to_dict())
@st.cache_data
def load(): return pd.DataFrame(np.arange(6).reshape(3,2), columns=['a','b'])
a0=time.time(); st.write(load()); 
def lbs_to_kg(): st.session_state.kg = st.session_state.lbs/2.2046
def kg_to_lbs(): st.session_state.lbs = st.session_state.kg*2.2046
c1, buff, c2 = st.columns([2,1,2])
with c1: pounds = st.number_input("Pounds:", key = "lbs", on_change = lbs_to_kg)
with c2: kilogram = st.number_input("Kilograms:", key = "kg", on_change = kg_to_lbs)
